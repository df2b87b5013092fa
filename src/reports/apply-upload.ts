import { type Actor, change } from '../audit/change.ts'
import type { Db } from '../db/database.ts'
import type { Unit } from '../units/unit.store.ts'
import { Problem } from '../web/problem.ts'
import { keepTyped } from './keep-typed.ts'
import type { Source } from './report.rules.ts'
import { submitReport } from './submit-report.ts'
import { markApplied, type Upload } from './upload.store.ts'
import { takesPress, type Weighed } from './upload-weigh.rules.ts'

export type Applying = {
  unit: Unit
  upload: Upload
  /** Those pressed for, as they stand now. */
  weighed: readonly Weighed[]
  /** The revision each commune's report had on the page that was pressed, by unit. */
  seen: ReadonlyMap<number, number>
  send: boolean
  /** Where the office asks for the leader's word, only a leader's press sends; any other lays it before the leader. */
  mayApprove: boolean
  by: Actor & { id: number }
  now: Date
}

export type Outcome = 'sent' | 'asked' | 'kept' | 'moved'

/**
 * Takes the sheets into their reports, each on its own: one that somebody has saved or sent since the page was made is left
 * and said, the others are taken. The upload's id is the request key, so that a second press writes nothing twice.
 */
export async function applyUpload(db: Db, applying: Applying): Promise<Map<number, Outcome>> {
  const { unit, upload, weighed, by, now } = applying
  const outcomes = new Map<number, Outcome>()
  for (const it of weighed)
    if (takesPress(it.fate)) outcomes.set(it.open.unit.id, await applyOne(db, applying, it))
  const count = (outcome: Outcome) => [...outcomes.values()].filter(it => it === outcome).length
  const detail = {
    file: upload.fileName,
    sent: count('sent'),
    asked: count('asked'),
    kept: count('kept'),
    moved: count('moved'),
  }
  if (outcomes.size > 0)
    await change(db, { actor: by, now }, async trx => {
      await markApplied(trx, upload.id, now)
      const month = weighed[0]?.open.month ?? null
      return { result: null, act: { act: 'upload.apply', unitId: unit.id, month, detail } }
    })
  return outcomes
}

/** A commune merged in that very instant leaves the other sheets to be taken. */
function unlessEnded(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}

async function applyOne(db: Db, applying: Applying, weighed: Weighed): Promise<Outcome> {
  const { upload, seen, send, mayApprove, by, now, unit } = applying
  const { open, judged, posted, fate } = weighed
  if (seen.get(open.unit.id) !== open.kept.revision) return 'moved'
  const common = { open, reason: posted.reason, revision: open.kept.revision, key: upload.id, by, now }
  const sending = send && fate === 'ready'
  if (sending && (mayApprove || !open.settings.signOff)) {
    const source: Source = unit.kind === 'office' ? 'office' : 'excel'
    const outcome = await submitReport(db, { ...common, judged, source }).catch(unlessEnded)
    return outcome?.sent ? 'sent' : 'moved'
  }
  const revision = await keepTyped(db, { ...common, typed: judged.typed, ask: sending })
  if (revision === null) return 'moved'
  return sending ? 'asked' : 'kept'
}
