import { type RawBuilder, sql } from 'kysely'
import { type Holiday, holidaysByDay } from '../calendar/deadline.rules.ts'
import { moreTimeOf, openingOf } from '../calendar/exception.store.ts'
import { addMonths, type Month } from '../calendar/month.rules.ts'
import { countedOutages, type OutageRow, outagesIn } from '../calendar/outage.store.ts'
import type { Db } from '../db/database.ts'
import { readOfficeSettings } from '../units/office.rules.ts'
import { beforeOf, type Counted } from './before.rules.ts'
import { countedOf } from './counted.store.ts'
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
import { type KeptRequestJson, latestRequestOf, requestIn } from './request.store.ts'

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
  const office = { settings, holidays: holidaysByDay(row.holidays), outages: outagesIn(row.outages) }
  const cohorts = cohortsOf(edition, month)
  const [before, ...earlier] = months.map(it => beforeOf(it, unit.id, row.counted))
  if (!before) throw new Error('a month has a month before it')
  return {
    unit,
    month,
    ...office,
    ...datesOf(month, row, office),
    lockedAt: row.lockedAt,
    extensionUntil: row.extensionUntil,
    openUntil: row.openUntil,
    asked: row.asked && requestIn(row.asked),
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
  outages: OutageRow[]
  editionId: number | null
  state: ReportState | null
  draft: Draft | null
  revision: number | null
  savedBy: string | null
  savedAt: Date | null
  onTime: boolean | null
  firstAt: Date | null
  returnReason: string | null
  decidedAt: Date | null
  decidedBy: string | null
  current: VersionRow | null
  sent: VersionRow | null
  counted: Counted[]
  asked: KeptRequestJson | null
}

type VersionRow = Omit<SentVersion, 'at'> & { at: string }

type Query = RawBuilder<Row>

function queryFor({ unit, month, key }: Required<Asked>, months: readonly Month[]): Query {
  const office = unit.parentId
  return sql<Row>`
    select office_settings(${office}, ${month}) as settings, ${countedOutages()} as outages, rule.due_at as "dueAt", rule.cut_off as "cutOff", rule.locked_at as "lockedAt",
      rule.reason as "ruleReason", r.state, r.draft, r.draft_revision as revision, saver.name as "savedBy",
      r.draft_saved_at as "savedAt", r.on_time as "onTime",
      r.first_submitted_at as "firstAt", r.return_reason as "returnReason",
      r.decided_at as "decidedAt", decider.name as "decidedBy",
      (select full_name from unit_name where unit_id = ${office} and valid_from <= ${month}
        order by valid_from desc limit 1) as "officeName",
      (select coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name)), '[]') from (
        select distinct on (day) day, kind, name from holiday where office_id is null or office_id = ${office}
        order by day, office_id nulls last) h) as holidays,
      ${moreTimeOf(sql`${unit.id}`, sql`${month}`)} as "extensionUntil",
      ${openingOf(sql`${unit.id}`, sql`${month}`)} as "openUntil",
      ${latestRequestOf(sql`${unit.id}`, sql`${month}`)} as asked,
      coalesce(r.edition_id, (select id from form_edition where effective_from <= ${month}
        order by effective_from desc limit 1)) as "editionId",
      (select ${version} from report_version v where v.report_id = r.id and v.number = r.current_version) as current,
      (select ${version} from report_version v where v.report_id = r.id and v.request_key = ${key}::uuid) as sent,
      coalesce((select counted from ${countedOf({ unitIds: [unit.id], month, months })} c), '[]') as counted
    from (select 1) one
    left join month_rule rule on rule.office_id = ${office} and rule.month = ${month}
    left join report r on r.unit_id = ${unit.id} and r.month = ${month}
    left join person saver on saver.id = r.draft_saved_by
    left join person decider on decider.id = r.decided_by`
}

const version = sql`json_build_object('number', v.number, 'receipt', v.receipt, 'at', v.submitted_at,
  'by', v.submitted_by_name, 'figures', v.figures, 'texts', v.texts, 'explanations', v.explanations, 'reason', v.reason, 'nil', v.nil,
  'source', v.source, 'warnings', v.warnings)`

function keptIn(row: Row): KeptReport {
  const { state, draft, savedBy, savedAt, onTime, firstAt, returnReason, decidedAt } = row
  const returned =
    state === 'returned' && decidedAt
      ? { by: row.decidedBy ?? row.officeName ?? '', at: decidedAt, reason: returnReason ?? '' }
      : null
  return { state, draft, revision: row.revision ?? 0, savedBy, savedAt, onTime, returned, firstAt }
}

const versionIn = (row: VersionRow): SentVersion => ({ ...row, at: new Date(row.at) })
