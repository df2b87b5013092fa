import { type Actor, change } from '../audit/change.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import type { Reporting } from './open-report.rules.ts'
import { openReport } from './open-report.store.ts'
import { isBox, type RemarkKind, readRemark, type Side } from './remark.rules.ts'
import { addRemarks, settleRemarks } from './remark.store.ts'

/** What was typed and could not be taken, to be shown again. */
export type Typed = { text: string; error: string | null; field: string; fieldError: string | null }

export type Writing = {
  unit: Reporting
  month: Month
  kind: Exclude<RemarkKind, 'return'>
  side: Side
  /** The office closes what it had asked, as when the answer came by phone. */
  close?: boolean
  /** As posted: text, box, and `seen`, the last remark that stood on the page. */
  body: Readonly<Record<string, unknown>>
  by: Actor & { id: number; name: string }
  now: Date
  lang: Lang
}

/**
 * Says something about a report that was sent, on the version that counts. An answer settles the questions its writer
 * saw; what the office says settles what it had read of the commune.
 * @returns null when it was said, a second press included; else what was typed, with what is wrong with it
 */
export async function writeRemark(db: Db, writing: Writing): Promise<Typed | null> {
  const { unit, month, kind, side, body, by, now, lang } = writing
  const { text, error } = readRemark(body.text, lang)
  const field = typeof body.box === 'string' ? body.box : ''
  const known = field === '' || isBox(field, await openReport(db, { unit, month }))
  const fieldError = known ? null : say(lang, 'remark.noBox')
  if (error || fieldError) return { text, error, field, fieldError }
  const seen = /^\d{1,9}$/.test(String(body.seen)) ? Number(body.seen) : 0
  await change(db, { actor: by, now }, async trx => {
    const said = [{ unitId: unit.id, month, kind, side, field, text }]
    const [added] = await addRemarks(trx, { said, seen, by, now })
    if (!added) return { result: null, act: null }
    for (const what of settledBy(writing))
      await settleRemarks(trx, { unitIds: [unit.id], month, what, seen, by: by.name, now })
    const detail = { version: added.version, ...(field ? { field } : {}) }
    return { result: null, act: { act: actOf[kind], unitId: unit.id, month, detail } }
  })
  return null
}

function settledBy({ side, kind, close }: Writing): ('commune' | 'question')[] {
  if (side === 'office') return close ? ['commune', 'question'] : ['commune']
  return kind === 'answer' ? ['question'] : []
}

const actOf: Record<Writing['kind'], string> = {
  question: 'remark.ask',
  answer: 'remark.answer',
  note: 'remark.note',
}
