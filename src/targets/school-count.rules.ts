import { say } from '../words/all.ts'
import { clean, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { GridError, GridForm } from './target-grid.rules.ts'

/** Graduates as schools report them: a line a unit, a box a graduation year, and who says so. */

/** Graduates of one year as a unit's schools report them. */
export type SchoolCount = { unitId: number; cohort: number; graduates: number; source: string }

export const MOST_GRADUATES = 99_999
export const COUNT_SOURCE_LENGTH = 160

export const countBox = (unitId: number, cohort: number): string => `g-${unitId}-${cohort}`
export const countSourceBox = (unitId: number): string => `s-${unitId}`

export type CountUnit = { id: number; code: string; name: string; short: string }
export type CountGrid = { units: readonly CountUnit[]; cohorts: readonly number[] }

/** What a post has for these units; a box that is not there stands as it was `before`. */
export function readCounts(
  body: Readonly<Record<string, unknown>>,
  { units, cohorts }: CountGrid,
  before: GridForm = {},
): GridForm {
  const text = (name: string) =>
    typeof body[name] === 'string' ? clean(body[name]).replace(/\n/g, ' ') : (before[name] ?? '')
  const names = units.flatMap(({ id }) => [...cohorts.map(it => countBox(id, it)), countSourceBox(id)])
  return Object.fromEntries(names.map(name => [name, text(name)]))
}

/** Stored counts as the boxes show them. One source stands for a unit's years. */
export function formOfCounts(counts: readonly SchoolCount[], grid: CountGrid): GridForm {
  const form: Record<string, string> = { ...readCounts({}, grid) }
  for (const { unitId, cohort, graduates, source } of counts) {
    form[countBox(unitId, cohort)] = String(graduates)
    form[countSourceBox(unitId)] ||= source
  }
  return form
}

/** '118', '1.204' as a whole number; null for anything else. */
export function graduatesIn(text: string): number | null {
  if (!/^(\d{1,5}|\d{1,2}\.\d{3})$/.test(text)) return null
  return Number(text.replace('.', ''))
}

/** The counts typed, or what is wrong with each box. An empty box is not known, never 0. */
export function countsIn(
  form: GridForm,
  { units, cohorts }: CountGrid,
  lang: Lang,
): { counts: SchoolCount[] } | { errors: GridError[] } {
  const errors: GridError[] = []
  const refuse = (box: string, text: string) => errors.push({ box, text })
  const counts = units.flatMap(({ id }) => {
    const source = form[countSourceBox(id)] ?? ''
    const own = cohorts.flatMap((cohort): SchoolCount[] => {
      const typed = form[countBox(id, cohort)] ?? ''
      if (typed === '') return []
      const graduates = graduatesIn(typed)
      if (graduates === null) refuse(countBox(id, cohort), say(lang, 'schoolCount.bad'))
      return [{ unitId: id, cohort, graduates: graduates ?? 0, source }]
    })
    const max = COUNT_SOURCE_LENGTH
    if (source.length > max) refuse(countSourceBox(id), say(lang, 'targets.badSource', { max }))
    else if (source !== '' && own.length === 0)
      refuse(countSourceBox(id), say(lang, 'schoolCount.sourceAlone'))
    return own
  })
  return errors.length > 0 ? { errors } : { counts }
}

export type CountChange = {
  unitId: number
  cohort: number
  before: SchoolCount | null
  after: SchoolCount | null
}

/** What is to be written, cell by cell. */
export function countChanges(
  before: readonly SchoolCount[],
  after: readonly SchoolCount[],
  { units, cohorts }: CountGrid,
): CountChange[] {
  const find = (list: readonly SchoolCount[], unitId: number, cohort: number) =>
    list.find(it => it.unitId === unitId && it.cohort === cohort) ?? null
  return units
    .flatMap(({ id: unitId }) =>
      cohorts.map(cohort => ({
        unitId,
        cohort,
        before: find(before, unitId, cohort),
        after: find(after, unitId, cohort),
      })),
    )
    .filter(it => countText(it.before) !== countText(it.after))
}

/** '118 (Báo cáo …)' for the log. */
export const countText = (count: SchoolCount | null): string =>
  count ? [formatNumber(count.graduates), count.source && `(${count.source})`].filter(Boolean).join(' ') : ''

/** How the commune's own total stands to the schools', in words. @param reported the commune's; both null when not known */
export function differenceText(school: number | null, reported: number | null, lang: Lang): string {
  if (reported === null) return say(lang, 'schoolCount.noReport')
  if (school === null) return say(lang, 'schoolCount.noSchool')
  const by = formatNumber(Math.abs(reported - school))
  if (reported === school) return say(lang, 'schoolCount.same')
  return say(lang, reported > school ? 'schoolCount.more' : 'schoolCount.less', { by })
}

/** Whether they differ by more than so many per cent of the schools' count. */
export const differsBeyond = (school: number, reported: number, percent: number): boolean =>
  Math.abs(reported - school) * 100 > percent * school
