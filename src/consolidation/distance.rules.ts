import { byDistance, distanceText, isDifficult, requiredOf, summaryOf } from '../targets/universal.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber, formatPercent } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Mark, markOf } from './goal-view.rules.ts'
import { stateRemarks } from './remark.rules.ts'
import {
  learningIn,
  rowDistance,
  schoolRemarks,
  type UniversalPlaces,
  universalPlaces,
} from './standard.rules.ts'
import { type ConsolidationTable, type Row, rowsOf } from './table.rules.ts'

/** Communes by how far they are from level 3 of universalisation, as the page lists them. */
export type DistanceView = { tiles: DistanceTile[]; rows: DistanceLine[] }

export type DistanceTile = {
  label: string
  figure: number
  note: string | null
  change: null
  href: null
  current: false
}

export type DistanceLine = {
  name: string
  href: string
  note: string
  graduates: string
  learning: string
  share: string
  required: string
  mark: Mark
  verdict: string
  difference: string
}

/** The furthest first; in Vietnamese order among equals, as the table has them. Null where the form asks too little. */
export function distanceView(table: ConsolidationTable, lang: Lang): DistanceView | null {
  const places = universalPlaces(table.columns)
  if (!places) return null
  const units = rowsOf(table).map(row => ({
    row,
    unitId: row.unitId,
    name: row.name,
    distance: rowDistance(row, table, places),
  }))
  const { reached, short, unknown, pupils } = summaryOf(units)
  const tile = (label: string, figure: number, note: string | null): DistanceTile => ({
    ...{ label, figure, note },
    ...{ change: null, href: null, current: false },
  })
  return {
    tiles: [
      tile(say(lang, 'universal.summary.reached'), reached, null),
      tile(
        say(lang, 'universal.summary.short'),
        short,
        short > 0 ? say(lang, 'universal.summary.shortNote', { pupils: formatNumber(pupils) }) : null,
      ),
      tile(
        say(lang, 'universal.summary.unknown'),
        unknown,
        unknown > 0 ? say(lang, 'universal.summary.unknownNote') : null,
      ),
    ],
    rows: byDistance(units).map(({ row, distance }) => ({
      ...lineOf(row, { table, places, lang }),
      share: distance ? formatPercent(distance.share) : '–',
      difference: distance ? distanceText(distance, lang) : '',
      ...markOf(distance?.reached ?? null, lang),
    })),
  }
}

type Listing = { table: ConsolidationTable; places: UniversalPlaces; lang: Lang }

function lineOf(row: Row, { table, places, lang }: Listing) {
  const { standard, month } = table
  const graduates = row.values[places.whole] ?? null
  const note = [
    ...stateRemarks(row, lang),
    ...(graduates === 0 ? [say(lang, 'universal.noGraduates')] : []),
    ...(isDifficult(standard, row.unitId) ? [say(lang, 'universal.difficult')] : []),
    ...schoolRemarks(row, table, lang),
  ]
  return {
    name: row.name,
    href: `/reports/${row.unitId}/${month}`,
    note: note.join('; '),
    graduates: numberText(graduates),
    learning: numberText(learningIn(row.values, places)),
    required: formatPercent(requiredOf(standard, row.unitId) / 100),
  }
}

const numberText = (value: number | null): string => (value === null ? '–' : formatNumber(value))
