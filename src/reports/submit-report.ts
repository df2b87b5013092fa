import { type Actor, changeAtOnce } from '../audit/change.ts'
import { timingOf } from '../calendar/deadline.rules.ts'
import type { Db } from '../db/database.ts'
import { findUnit } from '../units/unit.store.ts'
import { notFound } from '../web/problem.ts'
import type { OpenReport } from './open-report.rules.ts'
import { openReport } from './open-report.store.ts'
import type { Source } from './report.rules.ts'
import { type Receipt, type Submission, submission } from './report.store.ts'
import { reportingUnit } from './reporting-unit.ts'
import type { Judged } from './submission.rules.ts'

export type Sending = {
  open: OpenReport
  judged: Judged
  /** Of the draft the sender saw. */
  revision: number
  key: string
  reason: string
  /** 'form' unless said otherwise. */
  source?: Source
  by: Actor & { id: number }
  now: Date
}

/** `again` is true when this key had been sent before: the receipt is that one's, and nothing was written. */
export type Outcome = ({ sent: true; again: boolean } & Receipt) | { sent: false; open: OpenReport }

/**
 * Sends a report that has been judged without errors: one version, one audit row, one transaction. A second press,
 * also at the very same moment, gives the first one's receipt; when another form came first, nothing is written
 * and the report is handed back as it stands now.
 * @throws Problem when the unit has been merged, closed or taken back since the form was opened.
 */
export async function submitReport(db: Db, sending: Sending): Promise<Outcome> {
  const { open, by, now } = sending
  const [written] = await changeAtOnce(
    db,
    { actor: by, now },
    { ...submission(submissionOf(sending)), act: actOf(sending) },
  )
  if (written) return { sent: true, again: false, ...written }
  const { month } = open
  const unit = reportingUnit((await findUnit(db, open.unit.id, month)) ?? gone(), month)
  const latest = await openReport(db, { unit, month, key: sending.key })
  if (latest.sent)
    return { sent: true, again: true, receipt: latest.sent.receipt, number: latest.sent.number }
  return { sent: false, open: latest }
}

/** A commune that was founded by mistake, and taken back. */
function gone(): never {
  throw notFound()
}

function submissionOf(sending: Sending): Submission {
  const { open, judged, revision, key, reason, by, now, source = 'form' } = sending
  const { unit, month, editionId, deadline, extensionUntil, current } = open
  return {
    unitId: unit.id,
    unitCode: unit.code,
    month,
    editionId,
    revision,
    key,
    ...judged.content,
    warnings: judged.warnings,
    nil: judged.nil,
    reason: current ? reason : '',
    source,
    onTime: timingOf(now, deadline, extensionUntil, now) === 'on-time',
    by,
    now,
  }
}

/** The receipt and the version's number are added by the statement itself. */
function actOf({ open, reason, judged, source }: Sending) {
  const act = open.current ? 'report.correct' : 'report.submit'
  const explained = Object.keys(judged.content.explanations)
  const detail = {
    ...(open.current ? { reason, before: open.kept.state } : {}),
    ...(explained.length > 0 ? { explained } : {}),
    ...(source ? { source } : {}),
  }
  return { act, unitId: open.unit.id, month: open.month, detail }
}
