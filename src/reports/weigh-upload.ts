import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { findUnit, type Unit } from '../units/unit.store.ts'
import type { Lang } from '../words/words.ts'
import { openReport } from './open-report.store.ts'
import { reportingUnit } from './reporting-unit.ts'
import type { Upload } from './upload.store.ts'
import { type Weighed, weigh } from './upload-weigh.rules.ts'

export type Weighing = { unit: Unit; month: Month; upload: Upload; now: Date; lang: Lang }

/** So many at once, so that one office's book leaves the database to others. */
const AT_ONCE = 6

/** Every sheet of an upload against its commune's report as it stands now; what is no longer the unit's own is left out. */
export async function weighUpload(db: Db, weighing: Weighing): Promise<Weighed[]> {
  const { sheets } = weighing.upload.content
  const weighed: Weighed[] = []
  for (let at = 0; at < sheets.length; at += AT_ONCE) {
    const some = sheets.slice(at, at + AT_ONCE).map(async filled => {
      const { unit: asked, month, upload, now, lang } = weighing
      const unit = await findUnit(db, filled.unitId, month)
      if (!unit || !isWithin(unit, asked)) return []
      const open = await openReport(db, { unit: reportingUnit(unit, month), month, key: upload.id })
      return [weigh(open, filled, { key: upload.id, now, lang })]
    })
    weighed.push(...(await Promise.all(some)).flat())
  }
  return weighed
}

const isWithin = (unit: Unit, asked: Unit): boolean => unit.id === asked.id || unit.offices.includes(asked.id)
