import { type Actor, change } from '../audit/change.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { findUnit, unitsUnder } from '../units/unit.store.ts'
import { say } from '../words/all.ts'
import { loadConsolidation } from './consolidation.store.ts'
import { type Separator, toCsv } from './data-csv.rules.ts'
import { openDataOf } from './open-data.rules.ts'

/** Who asks for which table. `separator` is for CSV alone. */
export type DataPress = {
  officeId: number
  month: Month
  format: 'csv' | 'json'
  separator: Separator
  forPublication: boolean
  now: Date
  actor: Actor
}

export type DataFile = { fileName: string; type: string; text: string }

/**
 * An office's month as open data, taken into the log like any file that leaves. It is no numbered copy: what is signed is
 * the book. Null when there is no such table.
 */
export async function writeOpenData(db: Db, press: DataPress): Promise<DataFile | null> {
  const { officeId, month, format, separator, forPublication, now, actor } = press
  const table = await loadConsolidation(db, officeId, month)
  if (!table) return null
  const data = openDataOf(table, { codes: await codesUnder(db, officeId, month), forPublication })
  const text = format === 'csv' ? toCsv(data, separator) : `${JSON.stringify(data, null, 1)}\n`
  const detail = { format, published: forPublication, masked: data.masked }
  await change(db, { actor, now }, async () => ({
    result: null,
    act: { act: 'data.take', unitId: officeId, month, detail },
  }))
  const name = say('vi', forPublication ? 'data.fileName.publish' : 'data.fileName', {
    month,
    office: table.office.name,
  })
  return {
    fileName: `${name}.${format}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-'),
    type: format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
    text,
  }
}

async function codesUnder(db: Db, officeId: number, month: Month): Promise<Map<number, string>> {
  const [office, units] = await Promise.all([findUnit(db, officeId, month), unitsUnder(db, officeId, month)])
  return new Map([...(office ? [office] : []), ...units].map(it => [it.id, it.code]))
}
