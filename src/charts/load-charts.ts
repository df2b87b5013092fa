import type { Month } from '../calendar/month.rules.ts'
import { monthsOfOffice } from '../consolidation/consolidation.store.ts'
import type { Db } from '../db/database.ts'
import type { Edition } from '../reports/form.rules.ts'
import { loadEditions } from '../reports/review.store.ts'
import { type ListedUnit, type Unit, unitsUnder } from '../units/unit.store.ts'
import { loadBeginnings, loadMoves, loadPoints, loadSteps } from './chart.store.ts'
import type { ChartData } from './data.rules.ts'
import { ancestorsOf, foldPlaces, isWhole, type Lineage, wideningsOf } from './lineage.rules.ts'
import { type Widening, wholeOf } from './series.rules.ts'
import { boxGroups, situationsOf, spanOf } from './span.rules.ts'

type Asked = { unit: Unit; month: Month; all: boolean }

/** From a fixed number of queries, however many communes and months. Null when nobody ever was to report. */
export async function loadCharts(db: Db, { unit, month, all }: Asked): Promise<ChartData | null> {
  const isOffice = unit.kind === 'office'
  const [life, units] = await Promise.all([
    isOffice ? monthsOfOffice(db, unit.id) : { from: unit.validFrom },
    isOffice ? unitsUnder(db, unit.id, month) : [],
  ])
  if (!life || life.from > month) return null
  const communes = isOffice ? units.filter(it => it.kind === 'commune').map(it => it.id) : [unit.id]
  const lineage: Lineage = {
    present: new Set([unit.id, ...units.map(it => it.id)]),
    steps: await loadSteps(db, communes),
  }
  const moves = isOffice ? await loadMoves(db, unit.id, { from: life.from, to: month }) : []
  const also = await olderUnits(db, { communes, lineage, from: life.from, moves })
  const span = spanOf(also.first, month, all)
  const editions = await loadEditions(db, span.months)
  const rows = await loadPoints(db, {
    officeId: isOffice ? unit.id : null,
    months: span.months.filter(it => it >= life.from),
    also: {
      unitIds: also.unitIds,
      months: isOffice ? span.months.filter(it => it < life.from) : span.months,
    },
    groups: boxGroups(span.months, editions),
  })
  return {
    points: wholeOf(rows, span.months),
    places: foldPlaces(rows, lineage, placeFinder(unit.id, units)),
    units,
    span,
    own: life.from,
    first: also.first,
    cut: also.cut,
    widened: also.widened.filter(it => it.month > (span.months[0] ?? month)),
    situations: situationsOf(editions.filter((it): it is Edition => it !== null)),
  }
}

type Roots = { communes: readonly number[]; lineage: Lineage; from: Month; moves: readonly Widening[] }

/** Whose months before the unit's own belong to it, and since when; none when they would be another territory's. */
async function olderUnits(db: Db, { communes, lineage, from, moves }: Roots) {
  const ancestors = ancestorsOf(lineage)
  const since = await loadBeginnings(db, [...communes, ...ancestors])
  const widened = [...wideningsOf(lineage, communes, since).filter(it => it.month <= from), ...moves]
  const old = new Set([...since].filter(([, first]) => first < from).map(([id]) => id))
  if (![...old].some(id => ancestors.includes(id) || communes.includes(id)))
    return { unitIds: [...communes], first: from, cut: false, widened }
  if (moves.length > 0 || !isWhole(lineage, communes, old))
    return { unitIds: [...communes], first: from, cut: true, widened }
  const [first = from] = [...old].map(id => since.get(id) ?? from).sort()
  return { unitIds: [...communes, ...ancestors], first, cut: false, widened }
}

/** The place directly under the office that a commune stands in: itself, or the office above it. */
function placeFinder(top: number, units: readonly ListedUnit[]): (id: number) => number {
  const parents = new Map(units.map(it => [it.id, it.parentId]))
  const placeOf = (id: number): number => {
    const parent = parents.get(id)
    return parent === undefined || parent === top ? id : placeOf(parent)
  }
  return placeOf
}
