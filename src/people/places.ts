import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { say } from '../words/all.ts'
import { compareVietnamese } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Place, rolesAt } from './person-admin.rules.ts'

export type OfferedPlace = Place & { fullName: string; name: string }

/**
 * The units at which an office's administrator may give a role in one press: the office, what stands directly under it,
 * and one further down that was chosen on the page before. The nation's 3,321 communes would be no list to choose from.
 */
export async function placesOf(
  db: Db,
  unit: Unit,
  { month, chosen }: { month: Month; chosen: string },
): Promise<OfferedPlace[]> {
  const below = await unitsUnder(db, unit.id, month)
  const offered = below.filter(it => it.parentId === unit.id || String(it.id) === chosen)
  return [unit, ...offered.sort((a, b) => compareVietnamese(a.name, b.name))]
}

/** The choice of a unit, for the select box. */
export const unitChoice = (places: readonly OfferedPlace[], chosen: string) => [
  {
    label: null,
    options: places.map(({ id, fullName }) => ({
      value: String(id),
      label: fullName,
      chosen: String(id) === chosen,
    })),
  },
]

/** The choice of a role, by where there is such a role; only what the offered units have. */
export const roleChoice = (places: readonly Place[], chosen: string, lang: Lang) =>
  (['commune', 'office'] as const)
    .filter(kind => places.some(place => place.kind === kind))
    .map(kind => ({
      label: say(lang, `people.roles.${kind}`),
      options: rolesAt[kind].map(role => ({
        value: role,
        label: say(lang, `people.role.${role}`),
        chosen: role === chosen,
      })),
    }))
