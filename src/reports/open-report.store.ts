import { type RawBuilder, sql } from 'kysely'
import { type Holiday, holidaysByDay } from '../calendar/deadline.rules.ts'
import { addMonths, type Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { readOfficeSettings } from '../units/office.rules.ts'
import { beforeOf, type Counted } from './before.rules.ts'
import type { Draft } from './draft.rules.ts'
import { editionById } from './edition.store.ts'
import { cohortsOf, fieldsOf } from './form.rules.ts'
import {
  datesOf,
  type KeptReport,
  type OpenReport,
  type Reporting,
  type RuledMonth,
  type SentVersion,
} from './open-report.rules.ts'
import type { ReportState } from './report.rules.ts'

type Asked = { unit: Reporting; month: Month; key?: string | null }

/** How many months back the checks look (W3: the same figures for three months). */
const MONTHS_BACK = 3

/** Opens a report in one query; editions come from the process. */
export async function openReport(db: Db, { unit, month, key = null }: Asked): Promise<OpenReport> {
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(month, -1 - back))
  const { rows } = await queryFor({ unit, month, key }, months).execute(db)
  const row = rows[0]
  if (!row) throw new Error('one row was asked for')
  if (row.editionId === null) throw new Error(`No form edition is in force in ${month}.`)
  const edition = await editionById(db, row.editionId)
  const settings = readOfficeSettings(row.settings)
  const holidays = holidaysByDay(row.holidays)
  const cohorts = cohortsOf(edition, month)
  const [before, ...earlier] = months.map(it => beforeOf(it, unit.id, row.counted))
  if (!before) throw new Error('a month has a month before it')
  return {
    unit,
    month,
    settings,
    holidays,
    ...datesOf(month, row, { settings, holidays }),
    lockedAt: row.lockedAt,
    extensionUntil: row.extensionUntil,
    officeName: row.officeName ?? '',
    editionId: row.editionId,
    edition,
    cohorts,
    fields: fieldsOf(edition, cohorts, new Set(settings.switches)),
    kept: keptIn(row),
    current: row.current && versionIn(row.current),
    sent: row.sent && versionIn(row.sent),
    before,
    earlier,
  }
}

type Row = RuledMonth & {
  settings: unknown
  officeName: string | null
  holidays: Holiday[]
  editionId: number | null
  state: ReportState | null
  draft: Draft | null
  revision: number | null
  savedBy: string | null
  savedAt: Date | null
  onTime: boolean | null
  returnReason: string | null
  decidedAt: Date | null
  decidedBy: string | null
  current: VersionRow | null
  sent: VersionRow | null
  counted: Counted[]
}

type VersionRow = Omit<SentVersion, 'at'> & { at: string }

type Query = RawBuilder<Row>

function queryFor({ unit, month, key }: Required<Asked>, months: readonly Month[]): Query {
  const office = unit.parentId
  return sql<Row>`
    select o.settings, rule.due_at as "dueAt", rule.cut_off as "cutOff", rule.locked_at as "lockedAt",
      rule.reason as "ruleReason", r.state, r.draft, r.draft_revision as revision, saver.name as "savedBy",
      r.draft_saved_at as "savedAt", r.on_time as "onTime", r.return_reason as "returnReason",
      r.decided_at as "decidedAt", decider.name as "decidedBy",
      (select full_name from unit_name where unit_id = ${office} and valid_from <= ${month}
        order by valid_from desc limit 1) as "officeName",
      (select coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name)), '[]') from (
        select distinct on (day) day, kind, name from holiday where office_id is null or office_id = ${office}
        order by day, office_id nulls last) h) as holidays,
      (select until from extension where unit_id = ${unit.id} and month = ${month}
        order by id desc limit 1) as "extensionUntil",
      coalesce(r.edition_id, (select id from form_edition where effective_from <= ${month}
        order by effective_from desc limit 1)) as "editionId",
      (select ${version} from report_version v where v.report_id = r.id and v.number = r.current_version) as current,
      (select ${version} from report_version v where v.report_id = r.id and v.request_key = ${key}::uuid) as sent,
      ${counted(unit, month, months)} as counted
    from (select 1) one
    left join office o on o.unit_id = ${office}
    left join month_rule rule on rule.office_id = ${office} and rule.month = ${month}
    left join report r on r.unit_id = ${unit.id} and r.month = ${month}
    left join person saver on saver.id = r.draft_saved_by
    left join person decider on decider.id = r.decided_by`
}

const version = sql`json_build_object('number', v.number, 'receipt', v.receipt, 'at', v.submitted_at,
  'by', v.submitted_by_name, 'figures', v.figures, 'texts', v.texts, 'explanations', v.explanations, 'reason', v.reason, 'nil', v.nil,
  'source', v.source, 'warnings', v.warnings)`

/** The unit and whatever was merged into it since, each with what counts of it in each of the months. */
function counted(unit: Reporting, month: Month, months: readonly Month[]): RawBuilder<unknown> {
  return sql`(
    select coalesce(json_agg(json_build_object('unitId', m.id, 'month', past.month, 'divided', m.divided,
      'figures', v.figures, 'name', (select full_name from unit_name n where n.unit_id = m.id
        and n.valid_from <= past.month order by n.valid_from desc limit 1)) order by m.id), '[]')
    from (
      select ${unit.id}::int as id, null as effective_month, false as divided
      union all
      select predecessor_id, effective_month, divided from succession
      where successor_id = ${unit.id} and effective_month <= ${month}
    ) m
    join unit u on u.id = m.id
    join unnest(${months}::text[]) past (month) on u.valid_from <= past.month
      and (m.effective_month is null or m.effective_month > past.month)
    left join report r on r.unit_id = m.id and r.month = past.month
    left join report_version v on v.report_id = r.id and v.number = r.current_version)`
}

function keptIn(row: Row): KeptReport {
  const { state, draft, savedBy, savedAt, onTime, returnReason, decidedAt } = row
  const returned =
    state === 'returned' && decidedAt
      ? { by: row.decidedBy ?? row.officeName ?? '', at: decidedAt, reason: returnReason ?? '' }
      : null
  return { state, draft, revision: row.revision ?? 0, savedBy, savedAt, onTime, returned }
}

const versionIn = (row: VersionRow): SentVersion => ({ ...row, at: new Date(row.at) })
