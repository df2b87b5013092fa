import { readFileSync } from 'node:fs'
import path from 'node:path'
import { asMonth } from '../../src/calendar/month.rules.ts'
import type { Db } from '../../src/db/database.ts'
import { type ParsedMergers, type ParsedUnits, parseUnitFile } from '../../src/units/import.rules.ts'
import { importMergers } from '../../src/units/merger-import.store.ts'
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
