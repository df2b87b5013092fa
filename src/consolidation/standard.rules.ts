import { differsBeyond } from '../targets/school-count.rules.ts'
import {
  type Distance,
  defaultStandard,
  distanceOf,
  requiredOf,
  type Standard,
  universalShare,
} from '../targets/universal.rules.ts'
import type { OfficeSettings } from '../units/office.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Cells, ConsolidationTable, Row, TableColumn } from './table.rules.ts'

/** A table's rows set against level 3 of universalisation, and their graduates beside the schools'. */

export function standardOf(settings: OfficeSettings, difficult: readonly number[]): Standard {
  const { universalPercent, universalDifficultPercent, universalSource } = settings
  return {
    percent: universalPercent,
    difficultPercent: universalDifficultPercent,
    source: universalSource || defaultStandard.source,
    difficult,
  }
}

/** Places of those who learn and of the graduates; null where the form asks neither. */
export type UniversalPlaces = { parts: number[]; whole: number }

export function universalPlaces(columns: readonly TableColumn[]): UniversalPlaces | null {
  const placeOf = (code: string) => columns.findIndex(it => it.code === code && it.cohort === null)
  const places = { parts: universalShare.parts.map(placeOf), whole: placeOf(universalShare.whole) }
  return [...places.parts, places.whole].includes(-1) ? null : places
}

/** How many learn; null as soon as one of the figures is missing. */
export function learningIn(values: Cells, { parts }: UniversalPlaces): number | null {
  const figures = parts.map(at => values[at] ?? null)
  return figures.reduce((sum, it) => (sum === null || it === null ? null : sum + it), 0 as number | null)
}

export function rowDistance(
  { unitId, values }: Pick<Row, 'unitId' | 'values'>,
  { standard }: Pick<ConsolidationTable, 'standard'>,
  places: UniversalPlaces,
): Distance | null {
  return distanceOf(learningIn(values, places), values[places.whole] ?? null, requiredOf(standard, unitId))
}

/** How many communes reach it. */
export const reachedAmong = (
  rows: readonly Row[],
  table: Pick<ConsolidationTable, 'standard'>,
  places: UniversalPlaces,
): number => rows.filter(it => rowDistance(it, table, places)?.reached).length

/** Years whose graduates differ from the schools' by more than the office lets pass. */
export function schoolRemarks(
  { unitId, values }: Row,
  { columns, schools }: Pick<ConsolidationTable, 'columns' | 'schools'>,
  lang: Lang,
): string[] {
  return schools.counts
    .filter(it => it.unitId === unitId)
    .sort((a, b) => b.cohort - a.cohort)
    .flatMap(({ cohort, graduates: school }) => {
      const at = columns.findIndex(it => it.code === universalShare.whole && it.cohort === cohort)
      const reported = values[at] ?? null
      if (reported === null || !differsBeyond(school, reported, schools.tolerance)) return []
      const said = { year: cohort, reported: formatNumber(reported), school: formatNumber(school) }
      return [say(lang, 'universal.schools', said)]
    })
}
