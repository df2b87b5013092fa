import { sql } from 'kysely'
import { moreTimeOf, openingOf } from '../calendar/exception.store.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { Figures } from './form.rules.ts'
import type { RuledMonth, SentVersion } from './open-report.rules.ts'
import type { ReportState } from './report.rules.ts'

/** One month of a commune as its lists show it; `state` null when nothing is there. */
export type ListedMonth = RuledMonth & {
  month: Month
  /** The office's, as they hold for that month. */
  settings: unknown
  state: ReportState | null
  onTime: boolean | null
  firstAt: Date | null
  /** The version that counts. */
  figures: Figures | null
  versions: number
  at: Date | null
}

type ListAsked = { unitId: number; months: readonly Month[] }

/** Those months of a commune, newest first, with what decides whether they can still be sent: by the office of each. One query. */
export async function listMonths(db: Db, { unitId, months }: ListAsked): Promise<ListedMonth[]> {
  const { rows } = await sql<ListedMonth>`
    select m.month, office_settings(p.parent_id, m.month) as settings, r.state, r.on_time as "onTime",
      r.first_submitted_at as "firstAt", v.figures, coalesce(r.current_version, 0) as versions,
      v.submitted_at as at, rule.due_at as "dueAt", rule.cut_off as "cutOff", rule.locked_at as "lockedAt",
      rule.reason as "ruleReason", ${moreTimeOf(sql`${unitId}::int`, sql`m.month`)} as "extensionUntil",
      ${openingOf(sql`${unitId}::int`, sql`m.month`)} as "openUntil"
    from unnest(${months}::text[]) m (month)
    left join report r on r.unit_id = ${unitId} and r.month = m.month
    left join report_version v on v.report_id = r.id and v.number = r.current_version
    left join unit_parent p on p.unit_id = ${unitId} and p.valid_from <= m.month
      and (p.valid_until is null or p.valid_until > m.month)
    left join month_rule rule on rule.office_id = p.parent_id and rule.month = m.month
    order by m.month desc`.execute(db)
  return rows
}

/** Every version of one report, newest first. */
export async function listVersions(db: Db, unitId: number, month: Month): Promise<SentVersion[]> {
  const rows = await db
    .selectFrom('report_version as v')
    .innerJoin('report as r', 'r.id', 'v.report_id')
    .select([
      'v.number',
      'v.receipt',
      'v.submitted_at as at',
      'v.submitted_by_name as by',
      'v.reason',
      'v.nil',
      'v.source',
    ])
    .select(['v.figures', 'v.texts', 'v.explanations', 'v.warnings'])
    .where('r.unit_id', '=', unitId)
    .where('r.month', '=', month)
    .orderBy('v.number', 'desc')
    .execute()
  return rows
}
