import { sql } from 'kysely'
import { addMonths, type Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { readOfficeSettings } from '../units/office.rules.ts'
import { unitsUnder } from '../units/unit.store.ts'
import { editionById } from './edition.store.ts'
import { cohortsOf, type Figures } from './form.rules.ts'
import type { SentReport } from './try-edition.rules.ts'

/** How many months back the checks look. */
const MONTHS_BACK = 3

type Row = {
  unitId: number
  editionId: number
  figures: Figures
  texts: Record<string, string>
  settings: unknown
  before: (Figures | null)[]
}

/**
 * The reports that communes under the office sent for a month, each with what it was compared with: one query for all of
 * them. A commune that a merger made is compared with its own months only.
 */
export async function loadSentReports(db: Db, officeId: number, month: Month): Promise<SentReport[]> {
  const communes = (await unitsUnder(db, officeId, month)).filter(it => it.kind === 'commune')
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(month, -1 - back))
  const { rows } = await sql<Row>`
    select r.unit_id as "unitId", r.edition_id as "editionId", v.figures, v.texts,
      office_settings((select parent_id from unit_parent p where p.unit_id = r.unit_id and p.valid_from <= ${month}
        order by p.valid_from desc limit 1), ${month}) as settings,
      (select json_agg(b.figures order by past.place) from unnest(${months}::text[]) with ordinality past (month, place)
        left join report e on e.unit_id = r.unit_id and e.month = past.month
        left join report_version b on b.report_id = e.id and b.number = e.current_version) as before
    from report r join report_version v on v.report_id = r.id and v.number = r.current_version
    where r.month = ${month} and r.unit_id = any(${communes.map(it => it.id)})`.execute(db)
  const known = new Map(rows.map(it => [it.unitId, it]))
  const sent = communes.flatMap(({ id, fullName }) => {
    const row = known.get(id)
    return row ? [{ unit: { id, name: fullName }, row }] : []
  })
  return Promise.all(sent.map(({ unit, row }) => asSent(db, month, { unit, row })))
}

async function asSent(
  db: Db,
  month: Month,
  { unit, row }: { unit: SentReport['unit']; row: Row },
): Promise<SentReport> {
  const edition = await editionById(db, row.editionId)
  const [previous = null, ...older] = row.before
  const gap = older.indexOf(null)
  const earlier = (gap < 0 ? older : older.slice(0, gap)).filter(it => it !== null)
  return {
    unit,
    edition,
    cohorts: cohortsOf(edition, month),
    switches: new Set(readOfficeSettings(row.settings).switches),
    figures: row.figures,
    texts: row.texts,
    previous,
    earlier,
  }
}
