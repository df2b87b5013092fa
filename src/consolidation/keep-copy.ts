import { type Actor, change } from '../audit/change.ts'
import type { Db, Trx } from '../db/database.ts'
import { automaticNumber, markAutomatic } from './automatic.store.ts'
import type { PaperChoice } from './paper-choice.rules.ts'
import { fileNameOf } from './remark.rules.ts'
import {
  type Format,
  insertSnapshot,
  lastNumber,
  latestSnapshot,
  lockSnapshots,
  readSnapshot,
  type Snapshot,
  type SnapshotContent,
} from './snapshot.store.ts'
import { wordNameOf } from './snapshot-list.rules.ts'

/** Who presses for which book. `period` is a month '2026-10', a year '2026' or a school year '2025-2026'. */
export type Press = {
  officeId: number
  period: string
  now: Date
  actor: Actor
  /** What is said about the paper this once; a month's paper alone has it. */
  choice?: PaperChoice
  /** The portal's own press at the deadline: its copy is marked, and there is one of a month. */
  automatic?: boolean
}

export type Made = {
  snapshotId: number
  number: number
  fileName: string
  bytes: Buffer
  sha256: string
  /** False when nothing had changed since the last copy, which is served again as it was. */
  isNew: boolean
}

/** A paper about to be kept; without bytes when its content is that of the latest copy of its format. */
export type Draft = {
  officeName: string
  hash: string
  bytes: Buffer | null
  content: SnapshotContent
  format: Format
}

/**
 * Gives a draft the next number, or finds the latest copy that is the same. Null when the draft was to be the latest
 * copy again, and another one has been kept meanwhile; and for an automatic press when its copy is there already.
 */
export async function keepCopy(db: Db, press: Press, draft: Draft): Promise<Made | null> {
  const { officeId, period, now, actor } = press
  return change(db, { actor, now }, async trx => {
    await lockSnapshots(trx, officeId)
    if (press.automatic && (await automaticNumber(trx, press)) !== null) return { result: null, act: null }
    const made = await keepOrServe(trx, press, draft)
    if (!made) return { result: null, act: null }
    if (press.automatic) await markAutomatic(trx, made.snapshotId)
    const detail = { period, number: made.number, sha256: made.sha256, format: draft.format }
    const month = draft.content.kind === 'month' ? period : null
    return { result: made, act: { act: actOf(press, made), unitId: officeId, month, detail } }
  })
}

function actOf({ automatic }: Press, { isNew }: Made): string {
  if (automatic) return 'snapshot.automatic'
  return isNew ? 'snapshot.make' : 'snapshot.take'
}

/** A paper that was written elsewhere, such as the report in Word. `tableHash` names all that went into it. */
export type WrittenPaper = {
  officeName: string
  bytes: Buffer
  tableHash: string
  content: SnapshotContent
}

/**
 * Keeps a Word paper under the next number of its office and period; the latest one is served again when the same
 * went into it.
 */
export async function keepPaper(db: Db, press: Press, paper: WrittenPaper): Promise<Made> {
  const { officeName, bytes, tableHash: hash, content } = paper
  const made = await keepCopy(db, press, { officeName, hash, bytes, content, format: 'docx' })
  if (!made) throw new Error('A paper with bytes is always kept.')
  return made
}

async function keepOrServe(trx: Trx, press: Press, draft: Draft): Promise<Made | null> {
  const latest = await latestSnapshot(trx, press, draft.format)
  if (latest?.tableHash === draft.hash) return serve(trx, press, latest)
  const { bytes } = draft
  return bytes ? add(trx, press, { ...draft, bytes }) : null
}

async function serve(trx: Trx, press: Press, latest: Snapshot): Promise<Made> {
  const file = await readSnapshot(trx, press, latest.number)
  if (!file) throw new Error(`The bytes of snapshot ${latest.id} are gone.`)
  const { number, fileName, bytes, sha256 } = file
  return { snapshotId: latest.id, number, fileName, bytes, sha256, isNew: false }
}

async function add(trx: Trx, press: Press, draft: Draft & { bytes: Buffer }): Promise<Made> {
  const { officeId, period, now: madeAt, actor: madeBy } = press
  const { bytes, officeName, hash: tableHash, content, format } = draft
  const number = (await lastNumber(trx, press)) + 1
  const fileName =
    format === 'docx' ? wordNameOf(officeName, period, number) : fileNameOf(officeName, period, number)
  const { id, sha256 } = await insertSnapshot(trx, {
    officeId,
    period,
    number,
    madeBy,
    madeAt,
    fileName,
    tableHash,
    content,
    bytes,
    format,
  })
  return { snapshotId: id, number, fileName, bytes, sha256, isNew: true }
}
