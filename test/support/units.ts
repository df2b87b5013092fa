import { readFileSync } from 'node:fs'
import path from 'node:path'
import { asMonth, type Month } from '../../src/calendar/month.rules.ts'
import type { Db } from '../../src/db/database.ts'
import { type ParsedMergers, type ParsedUnits, parseUnitFile } from '../../src/units/import.rules.ts'
import { importMergers } from '../../src/units/merger-import.store.ts'
import { findOfficeByCode } from '../../src/units/unit.store.ts'
import { importUnits } from '../../src/units/unit-import.store.ts'

/** A file that the portal ships with, as bytes. */
export const shipped = (name: string): Uint8Array =>
  readFileSync(path.resolve(import.meta.dirname, '../../data', name))

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8')

export function unitsOf(bytes: Uint8Array): ParsedUnits {
  const parsed = parseUnitFile(bytes)
  if (parsed.kind !== 'units') throw new Error('Not a file of units')
  return parsed
}

export function mergersOf(bytes: Uint8Array): ParsedMergers {
  const parsed = parseUnitFile(bytes)
  if (parsed.kind !== 'mergers') throw new Error('Not a file of mergers')
  return parsed
}

/** Kon Tum with its districts until 6/2025, Quảng Ngãi from 7/2025 on, and the mergers between them. */
export async function importQuangNgai(db: Db): Promise<void> {
  await db.transaction().execute(async trx => {
    await importUnits(trx, unitsOf(shipped('units-2023-kon-tum.csv')), { effectiveFrom: asMonth('2023-10') })
    await importUnits(trx, unitsOf(shipped('units-2025.csv')), {
      effectiveFrom: asMonth('2025-07'),
      provinces: ['51'],
    })
    await importMergers(trx, mergersOf(shipped('mapping-2023-2025-kon-tum.csv')), {
      effectiveMonth: asMonth('2025-07'),
    })
  })
}

/** The id of the office that bears a code in a month. */
export async function officeIn(db: Db, code: string, month: Month): Promise<number> {
  const id = await findOfficeByCode(db, code, month)
  if (id === null) throw new Error(`No office ${code} in ${month}`)
  return id
}

/** The id of the commune that bears a code in a month. */
export async function communeIn(db: Db, code: string, month: Month): Promise<number> {
  const row = await db
    .selectFrom('unit')
    .select('id')
    .where('kind', '=', 'commune')
    .where('code', '=', code)
    .where('valid_from', '<=', month)
    .where(eb => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', month)]))
    .executeTakeFirstOrThrow()
  return row.id
}
