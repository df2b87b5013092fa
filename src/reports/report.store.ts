import { sql } from 'kysely'

import type { Month } from '../calendar/month.rules.ts'
import type { OneStatement, Trx } from '../db/database.ts'
import type { Draft } from './draft.rules.ts'
import type { Finding } from './figure.rules.ts'
import { type Content, receiptNumber, type Source } from './report.rules.ts'

/**
 * Where reports are typed and sent; decision.store.ts holds what offices decide. Nothing else writes `report` and
 * `report_version`. Each write is one statement with its conditions in it, so that of two at once one wins whole.
 */

/** The report as its writer saw it: what was saved since by another form is not overwritten unseen. */
export type Seen = { unitId: number; month: Month; revision: number; key: string }

/** Somebody else's draft stands if it was saved after this form was made; the same form may always save again. */
const unseen = ({ revision, key }: Seen) =>
  sql`not (report.draft_revision = ${revision} or coalesce(report.draft ->> 'key', '') = ${key})`

/** A draft that waits for the leader is not typed in. */
const withLeader = sql`(report.draft is not null and report.draft -> 'asked' is not null)`

export type DraftToKeep = Seen & { editionId: number; draft: Draft; personId: number; now: Date }

/**
 * Keeps what has been typed, right or wrong; with `draft.asked`, lays it before the leader.
 * @returns the new revision, or null when another form's draft was saved meanwhile or the leader has it.
 */
export async function keepDraft(trx: Trx, kept: DraftToKeep): Promise<number | null> {
  const { unitId, month, editionId, draft, personId, now } = kept
  const state = draft.asked ? 'awaiting' : 'draft'
  const { rows } = await sql<{ revision: number }>`
    insert into report (unit_id, month, edition_id, state, draft, draft_revision, draft_saved_by, draft_saved_at)
    values (${unitId}, ${month}, ${editionId}, ${state}, ${JSON.stringify(draft)}, 1, ${personId}, ${now})
    on conflict (unit_id, month) do update set
      state = case when report.current_version is null then excluded.state else report.state end,
      draft = excluded.draft, draft_revision = report.draft_revision + 1,
      draft_saved_by = excluded.draft_saved_by, draft_saved_at = excluded.draft_saved_at
    where not ${unseen(kept)} and not ${withLeader}
    returning draft_revision as revision`.execute(trx)
  return rows[0]?.revision ?? null
}

export type Submission = Seen &
  Content & {
    unitCode: string
    editionId: number
    warnings: readonly Finding[]
    nil: boolean
    /** Why a sent report is corrected; '' for the first version. */
    reason: string
    source: Source
    onTime: boolean
    by: { id: number; name: string }
    now: Date
  }

/**
 * Whether the unit stands under an office in the month, asked as the report is written: whatever ends units locks `report`
 * (units/unit-effect.store), so this statement either came before it and is seen by it, or sees what it did.
 */
const reporting = (unitId: number, month: Month) => sql`exists (
  select from unit_parent where unit_id = ${unitId} and valid_from <= ${month} and (valid_until is null or valid_until > ${month}))`

export type Receipt = { receipt: string; number: number }

/**
 * Sends a report: its next version and the report's own row, as one statement for `changeAtOnce`. The first
 * submission's time and timing stay for ever. No row comes of it when this request key has been used (the same
 * submission, to be looked up), another form's draft or submission came first, or the unit no longer reports.
 */
export function submission(sent: Submission): OneStatement<Receipt> {
  const { unitId, month, editionId, onTime, by, now, key } = sent
  const steps = sql`r as (
      insert into report (unit_id, month, edition_id, state, draft_revision, current_version, first_submitted_at, on_time)
      select ${unitId}::int, ${month}::text, ${editionId}::int, 'submitted', 1, 1, ${now}::timestamptz, ${onTime}::boolean
      where ${reporting(unitId, month)}
      on conflict (unit_id, month) do update set state = 'submitted', draft = null, draft_saved_by = null,
        draft_saved_at = null, draft_revision = report.draft_revision + 1, return_reason = null, decided_by = null,
        decided_at = null, current_version = coalesce(report.current_version, 0) + 1,
        first_submitted_at = coalesce(report.first_submitted_at, excluded.first_submitted_at),
        on_time = coalesce(report.on_time, excluded.on_time)
      where not ${unseen(sent)} and not exists (
        select from report_version used where used.report_id = report.id and used.request_key = ${key})
      returning id, current_version
    ), sent as (
      insert into report_version (report_id, number, receipt, figures, texts, explanations, warnings, nil, reason,
        source, request_key, submitted_by, submitted_by_name, submitted_at)
      select id, current_version, ${receiptNumber(month, sent.unitCode, 0).replace(/0$/, '')}::text || current_version,
        ${JSON.stringify(sent.figures)}::jsonb, ${JSON.stringify(sent.texts)}::jsonb, ${JSON.stringify(sent.explanations)}::jsonb,
        ${JSON.stringify(sent.warnings)}::jsonb, ${sent.nil}::boolean, ${sent.reason}::text, ${sent.source}::text, ${key}::uuid, ${by.id}::int,
        ${by.name}::text, ${now}::timestamptz
      from r
      returning receipt, number
    )`
  return { steps, result: 'sent' }
}

export type GivenBack = Omit<Seen, 'key'> & { note: Draft['note'] | null }

/** Takes a draft back from the leader: given back with a note, or fetched by its writer. @returns whether it was. */
export async function giveBack(trx: Trx, { unitId, month, revision, note }: GivenBack): Promise<boolean> {
  const kept = note
    ? sql`jsonb_set(draft - 'asked', '{note}', ${JSON.stringify(note)}::jsonb)`
    : sql`draft - 'asked'`
  const { numAffectedRows } = await sql`
    update report set draft = ${kept}, draft_revision = draft_revision + 1,
      state = case when state = 'awaiting' then 'draft' else state end
    where unit_id = ${unitId} and month = ${month} and draft_revision = ${revision} and ${withLeader}`.execute(
    trx,
  )
  return (numAffectedRows ?? 0n) > 0n
}

/** Drops the correction being typed; what was sent stands as it is. @returns whether there was one. */
export async function dropCorrection(
  trx: Trx,
  { unitId, month, revision }: Omit<Seen, 'key'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('report')
    .set(eb => ({
      draft: null,
      draft_saved_by: null,
      draft_saved_at: null,
      draft_revision: eb('draft_revision', '+', 1),
    }))
    .where('unit_id', '=', unitId)
    .where('month', '=', month)
    .where('draft_revision', '=', revision)
    .where('draft', 'is not', null)
    .where('current_version', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
