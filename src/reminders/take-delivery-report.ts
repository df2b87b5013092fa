import { change } from '../audit/change.ts'
import type { Db, Trx } from '../db/database.ts'
import { type DeliveryReport, marksAddress, normalReport } from './delivery-report.rules.ts'
import { findReported, keepReport, markAddress, type Reported, setBounced } from './delivery-report.store.ts'

export type { DeliveryReport } from './delivery-report.rules.ts'

/** 'known': it was reported before. 'unmatched': the letter is none of the ledger's; nothing is kept of it. */
export type Taken = 'taken' | 'known' | 'unmatched'

/**
 * Takes in what a mail server says of a letter, by whichever way it came, once: a failed letter ends its line of the ledger;
 * a permanent failure of the address marks the person whose address it is, so that the unit's next person is written
 * to and the office is told (bounce-letter.rules). Only a letter that the ledger knows by its Message-ID can do so: nobody
 * silences a commune by naming its address.
 */
export function takeDeliveryReport(db: Db, given: DeliveryReport, now: Date): Promise<Taken> {
  const report = normalReport(given)
  return change<Taken>(db, { actor: { id: null, name: 'portal' }, now }, async trx => {
    const letter = await findReported(trx, report.messageId)
    if (!letter) return { result: 'unmatched', act: null }
    if (!(await keepReport(trx, report, { reminderId: letter.id, now })))
      return { result: 'known', act: null }
    if (report.action !== 'failed') return { result: 'taken', act: null }
    await setBounced(trx, letter.id, said(report))
    return { result: 'taken', act: await mark(trx, letter, report, now) }
  })
}

const said = ({ code, diagnostic }: DeliveryReport): string => [code, diagnostic].filter(Boolean).join(' ')

async function mark(trx: Trx, letter: Reported, report: DeliveryReport, now: Date) {
  if (!marksAddress(report)) return null
  const { code, diagnostic } = report
  const marked = await markAddress(trx, letter.recipient, { code, diagnostic, now })
  if (!marked) return null
  const detail = { person: marked.name, email: letter.recipient, code, source: report.source }
  return { act: 'reminder.bounce', unitId: letter.unitId, month: letter.month, detail }
}
