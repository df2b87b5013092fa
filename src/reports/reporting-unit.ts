import { addMonths, type Month } from '../calendar/month.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { notFound, Problem } from '../web/problem.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { Reporting } from './open-report.rules.ts'

/** The commune as it reports in a month. @throws Problem when it is none, was not there yet, or has ended. */
export function reportingUnit(unit: Unit, month: Month): Reporting {
  const { id, kind, code, fullName, validFrom, validUntil, parentId } = unit
  if (kind !== 'commune') throw notFound()
  if (month < validFrom)
    throw new Problem(404, 'problem.beforeUnit', { unit: fullName, month: formatMonth(validFrom) })
  if (validUntil && month >= validUntil) {
    const last = formatMonth(addMonths(validUntil, -1))
    throw new Problem(404, 'problem.afterUnit', { unit: fullName, month: last })
  }
  if (parentId === null) throw new Problem(404, 'problem.noOffice', { unit: fullName })
  return { id, code, fullName, validFrom, parentId }
}
