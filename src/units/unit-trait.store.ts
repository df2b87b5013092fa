import type { Month } from '../calendar/month.rules.ts'
import { asMonth } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import type { Trait } from './unit-trait.rules.ts'

const DIFFICULTY = 'special-difficulty'

/** Every month-span in which one of these communes is in special difficulty, the earliest first. */
export async function loadTraits(db: Db, unitIds: readonly number[]): Promise<Trait[]> {
  const rows = await db
    .selectFrom('unit_trait')
    .where('trait', '=', DIFFICULTY)
    .where(({ eb, fn, val }) => eb('unit_id', '=', fn.any(val(unitIds as number[]))))
    .orderBy('valid_from')
    .select(['unit_id as unitId', 'valid_from as from', 'valid_until as until', 'document'])
    .execute()
  return rows.map(it => ({
    ...it,
    from: asMonth(it.from),
    until: it.until === null ? null : asMonth(it.until),
  }))
}

/** Which of these communes are in special difficulty in a month. */
export async function difficultIn(db: Db, unitIds: readonly number[], month: Month): Promise<number[]> {
  const rows = await db
    .selectFrom('unit_trait')
    .where('trait', '=', DIFFICULTY)
    .where(({ eb, fn, val }) => eb('unit_id', '=', fn.any(val(unitIds as number[]))))
    .where('valid_from', '<=', month)
    .where(eb => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', month)]))
    .orderBy('unit_id')
    .select('unit_id as id')
    .execute()
  return rows.map(it => it.id)
}

export async function addTraits(trx: Trx, traits: readonly Omit<Trait, 'until'>[]): Promise<void> {
  if (traits.length === 0) return
  await trx
    .insertInto('unit_trait')
    .values(
      traits.map(({ unitId, from, document }) => ({
        unit_id: unitId,
        trait: DIFFICULTY,
        valid_from: from,
        valid_until: null,
        document,
      })),
    )
    .execute()
}

/** @param until the first month in which it no longer holds */
export async function endTraits(trx: Trx, unitIds: readonly number[], until: Month): Promise<void> {
  await trx
    .updateTable('unit_trait')
    .set({ valid_until: until })
    .where('trait', '=', DIFFICULTY)
    .where(({ eb, fn, val }) => eb('unit_id', '=', fn.any(val(unitIds as number[]))))
    .where('valid_until', 'is', null)
    .execute()
}

/** Takes back markings that were slips, each named by its first month. */
export async function removeTraits(
  trx: Trx,
  traits: readonly Pick<Trait, 'unitId' | 'from'>[],
): Promise<void> {
  for (const { unitId, from } of traits)
    await trx
      .deleteFrom('unit_trait')
      .where('trait', '=', DIFFICULTY)
      .where('unit_id', '=', unitId)
      .where('valid_from', '=', from)
      .execute()
}
