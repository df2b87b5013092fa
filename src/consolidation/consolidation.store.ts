import { sql } from 'kysely'
import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { moreTimeOf } from '../calendar/exception.store.ts'
import { addMonths, type Month, schoolYearOf } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { cohortsOf } from '../reports/form.rules.ts'
import { loadEditions } from '../reports/review.store.ts'
import { loadSchoolCounts } from '../targets/school-count.store.ts'
import { loadTargets } from '../targets/target.store.ts'
import { findUnit, unitsUnder } from '../units/unit.store.ts'
import { difficultIn } from '../units/unit-trait.store.ts'
import { type CountedVersion, consolidate } from './consolidate.rules.ts'
import { paperOf } from './paper.rules.ts'
import { standardOf } from './standard.rules.ts'
import type { ConsolidationTable } from './table.rules.ts'

/**
 * The table of an office and month, from a fixed number of queries whatever the number of communes. Months in which nobody
 * stood under the office give a table without rows. Null when there is no such office, and before the first form edition.
 */
export async function loadConsolidation(
  db: Db,
  officeId: number,
  month: Month,
): Promise<ConsolidationTable | null> {
  const [unit, { settings, deadline, holidays }, [edition], units, versions] = await Promise.all([
    findUnit(db, officeId, month),
    loadOfficeMonth(db, officeId, month),
    loadEditions(db, [month]),
    unitsUnder(db, officeId, month),
    loadVersions(db, officeId, month),
  ])
  if (unit?.kind !== 'office' || !edition) return null
  const above = unit.offices.filter(id => id !== unit.id)
  const asked = [unit.id, ...above, ...units.map(it => it.id)]
  const communes = units.filter(it => it.kind === 'commune').map(it => it.id)
  const [targets, difficult, counts] = await Promise.all([
    loadTargets(db, asked, schoolYearOf(month)),
    difficultIn(db, communes, month),
    loadSchoolCounts(db, communes, cohortsOf(edition, month)),
  ])
  return consolidate({
    office: { id: unit.id, name: unit.fullName },
    month,
    edition,
    switches: new Set(settings.switches),
    deadline,
    holidays,
    units,
    versions,
    above,
    targets,
    standard: standardOf(settings, difficult),
    schools: { tolerance: settings.countTolerance, counts },
    paper: paperOf(settings, unit.fullName),
  })
}

/** The versions that count in a month, of every commune under the office at any depth. */
async function loadVersions(db: Db, officeId: number, month: Month): Promise<CountedVersion[]> {
  const { rows } = await sql<CountedVersion>`
    with recursive below (id) as (
      select ${officeId}::int
      union select p.unit_id from unit_parent p join below b on p.parent_id = b.id
        where p.valid_from <= ${month} and (p.valid_until is null or p.valid_until > ${month})
    )
    select r.unit_id as "unitId", r.state, r.on_time as "onTime", r.first_submitted_at as "firstSubmittedAt",
      ${moreTimeOf(sql`r.unit_id`, sql`r.month`)} as "moreTime",
      v.id as "versionId", v.number, v.reason, v.nil, v.figures, v.texts, v.explanations, v.warnings,
      v.submitted_at as "submittedAt", v.submitted_by_name as by
    from below b
    join report r on r.unit_id = b.id and r.month = ${month}
    join report_version v on v.report_id = r.id and v.number = r.current_version`.execute(db)
  return rows
}

/** The months in which an office had anybody to hear from, first and last; null when it never had. */
export async function monthsOfOffice(
  db: Db,
  officeId: number,
): Promise<{ from: Month; until: Month | null } | null> {
  const { rows } = await sql<{ from: Month | null; last: Month | null }>`
    select min(valid_from) as from, nullif(max(coalesce(valid_until, '2999-12')), '2999-12') as last
    from unit_parent where parent_id = ${officeId}`.execute(db)
  const [row] = rows
  if (!row?.from) return null
  return { from: row.from, until: row.last ? addMonths(row.last, -1) : null }
}
