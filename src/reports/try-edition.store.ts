import { sql } from 'kysely'
import { addMonths, type Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { readOfficeSettings } from '../units/office.rules.ts'
import { unitsUnder } from '../units/unit.store.ts'
import { beforeOf, type Counted } from './before.rules.ts'
import { countedOf } from './counted.store.ts'
import { editionById } from './edition.store.ts'
import { cohortsOf, type Edition, type Figures } from './form.rules.ts'
import type { SentReport } from './try-edition.rules.ts'

/** How many months back the checks look. */
const MONTHS_BACK = 3

type Row = {
  unitId: number
  editionId: number
  figures: Figures
  texts: Record<string, string>
  settings: unknown
  counted: Counted[] | null
}

/**
 * The reports that communes under the office sent for a month, each with what it was compared with: a merged commune with
 * the sums of what it was made of, as when it was sent. One query for all of them.
 */
export async function loadSentReports(db: Db, officeId: number, month: Month): Promise<SentReport[]> {
  const communes = (await unitsUnder(db, officeId, month)).filter(it => it.kind === 'commune')
  const unitIds = communes.map(it => it.id)
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(month, -1 - back))
  const { rows } = await sql<Row>`
    select r.unit_id as "unitId", r.edition_id as "editionId", v.figures, v.texts,
      office_settings((select parent_id from unit_parent p where p.unit_id = r.unit_id and p.valid_from <= ${month}
        order by p.valid_from desc limit 1), ${month}) as settings, c.counted
    from report r join report_version v on v.report_id = r.id and v.number = r.current_version
    left join ${countedOf({ unitIds, month, months })} c on c.unit_id = r.unit_id
    where r.month = ${month} and r.unit_id = any(${unitIds})`.execute(db)
  const known = new Map(rows.map(it => [it.unitId, it]))
  const sent = communes.flatMap(({ id, fullName }) => {
    const row = known.get(id)
    return row ? [{ unit: { id, name: fullName }, row }] : []
  })
  const editions = await editionsOf(db, rows)
  return sent.flatMap(({ unit, row }) => {
    const edition = editions.get(row.editionId)
    return edition ? [asSent({ unit, row, edition, months }, month)] : []
  })
}

/** Each edition once: of ninety communes that ask at the same time each would read and parse it anew. */
async function editionsOf(db: Db, rows: readonly Row[]): Promise<Map<number, Edition>> {
  const ids = [...new Set(rows.map(it => it.editionId))]
  return new Map(await Promise.all(ids.map(async id => [id, await editionById(db, id)] as const)))
}

type Sent = { unit: SentReport['unit']; row: Row; edition: Edition; months: readonly Month[] }

function asSent({ unit, row, edition, months }: Sent, month: Month): SentReport {
  const past = months.map(it => beforeOf(it, unit.id, row.counted ?? []).figures)
  const [previous = null, ...older] = past
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
