import { cohortsIn, type Edition, type Field, type Figures, fieldName } from './form.rules.ts'

/** What the form's boxes start from: nothing, last month, or nobody at all. All of it is only a proposal. */

/** A new form: empty but for the boxes whose usual answer is none. */
export const freshFigures = (fields: readonly Field[]): Figures =>
  Object.fromEntries(fields.map(({ name, indicator }) => [name, indicator.initial ?? null]))

/**
 * "Lấy số tháng trước": last month's stocks, and no movement. When a cohort was opened or closed since, what is
 * counted over all cohorts together stays empty, for last month's speaks of other pupils.
 */
export function carryFigures(fields: readonly Field[], previous: Figures): Figures {
  const comparable = sameCohorts(fields, previous)
  return Object.fromEntries(
    fields.map(({ name, cohort, indicator }) => {
      if (!indicator.carries) return [name, 0]
      return [name, cohort !== null || comparable ? (previous[name] ?? null) : null]
    }),
  )
}

/**
 * "Không phát sinh": nobody is in neither education nor training, so the headline, its parts and the movements are 0.
 * Graduates and where they study stay as last month; unasked before, they stay empty and have to be filled, for no
 * report means that nobody graduated. Whoever was in neither last month and is not explained goes to unknown: the
 * graduates still add up, the flow check asks where they went, and the portal has made nothing up.
 */
export function nilFigures(edition: Edition, fields: readonly Field[], previous: Figures | null): Figures {
  const known = previous ?? {}
  const isCounted = headlineAndParts(edition, fields)
  return Object.fromEntries(
    fields.map(({ name, cohort, indicator }) => {
      if (!indicator.carries || isCounted.has(indicator.code)) return [name, 0]
      const kept = known[name] ?? null
      const leftOver =
        indicator.code === edition.unknown ? (known[fieldName(edition.headline, cohort)] ?? 0) : 0
      return [name, kept === null ? null : kept + leftOver]
    }),
  )
}

/** The codes that are 0 when the headline is: itself and everything that is part of it. */
function headlineAndParts({ headline }: Edition, fields: readonly Field[]): ReadonlySet<string> {
  const counted = new Set([headline])
  const indicators = [...new Set(fields.map(it => it.indicator))]
  for (let before = 0; before < counted.size; ) {
    before = counted.size
    for (const { code, partOf } of indicators) if (partOf && counted.has(partOf)) counted.add(code)
  }
  return counted
}

function sameCohorts(fields: readonly Field[], previous: Figures): boolean {
  const now = new Set(fields.map(it => it.cohort).filter(it => it !== null))
  const then = cohortsIn(previous)
  return then.length === now.size && then.every(it => now.has(it))
}
