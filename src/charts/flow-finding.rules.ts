import { addMonths, schoolYearOf } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { coverageNotes, figureText, numberOr, reportedText, type Scene, sentence } from './note.rules.ts'
import { type ShownTable, shownTable } from './picture.rules.ts'
import { groupBy, type Point, sumAt, sumOfFlow } from './series.rules.ts'
import { CODES } from './span.rules.ts'

/** What a school year's movements come to, in words and as a table. */

/** Those who came back to study, and those who are new; null when nobody reported any. */
export function flowYear(points: readonly Point[]): { back: number | null; isNew: number | null } {
  const parts = CODES.back.map(code => sumOfFlow(points, code)).filter(it => it !== null)
  return {
    back: parts.length === 0 ? null : parts.reduce((sum, it) => sum + it, 0),
    isNew: sumOfFlow(points, 'flow_new'),
  }
}

const yearsOf = (points: readonly Point[]) =>
  [...groupBy(points, it => schoolYearOf(it.month))].filter(([, its]) => its.some(it => it.reported > 0))

export function flowFinding(scene: Scene): { heading: string; desc: string; notes: string[] } {
  const { points, lang } = scene
  const years = yearsOf(points)
  const [year = '', all = []] = years.at(-1) ?? []
  const its = all.slice(0, all.findLastIndex(it => it.reported > 0) + 1)
  const to = formatMonth(its.at(-1)?.month ?? '')
  const heading = say(lang, 'chart.flow.heading', { year, to, ...yearParams(its) })
  const where = say(lang, 'chart.flow.where', {
    thpt: numberOr(sumOfFlow(its, 'flow_to_thpt')),
    gdtx: numberOr(sumOfFlow(its, 'flow_to_gdtx')),
    voc: numberOr(sumOfFlow(its, 'flow_to_voc')),
  })
  const before = years
    .slice(0, -1)
    .map(([earlier, months]) => say(lang, 'chart.flow.before', { year: earlier, ...yearParams(months) }))
  const same = samePeriod(its, points, lang)
  return {
    heading,
    desc: sentence([heading, where, ...same, ...before.reverse(), ...coverageNotes(scene)]),
    notes: same,
  }
}

/** The same months of the school year before, as far as they are all shown. */
function samePeriod(its: readonly Point[], points: readonly Point[], lang: Lang): string[] {
  const wanted = its.map(it => addMonths(it.month, -12))
  const found = points.filter(it => wanted.includes(it.month))
  if (found.length < wanted.length || found.some(it => it.reported === 0)) return []
  const [from, to] = [formatMonth(wanted[0] ?? ''), formatMonth(wanted.at(-1) ?? '')]
  return [say(lang, 'chart.flow.same', { from, to, ...yearParams(found) })]
}

function yearParams(points: readonly Point[]): { back: string; new: string } {
  const { back, isNew } = flowYear(points)
  return { back: numberOr(back), new: numberOr(isNew) }
}

/** Month by month, each school year closed by its sums. */
export function flowTable({ points, lang }: Scene): ShownTable {
  const codes = [...CODES.back, ...CODES.up, ...CODES.away]
  const heads = [
    say(lang, 'chart.month'),
    ...CODES.back.map(code => say(lang, `chart.flow.${code}`)),
    say(lang, 'chart.flow.back'),
    ...[...CODES.up, ...CODES.away].map(code => say(lang, `chart.flow.${code}`)),
    say(lang, 'chart.reported'),
  ]
  const rows = [...groupBy(points, it => schoolYearOf(it.month))].flatMap(([year, its]) => [
    ...its.map(it => monthRow(it, codes, lang)),
    yearRow(year, its, { codes, lang }),
  ])
  return shownTable('flow', say(lang, 'chart.flow.name'), { heads, rows })
}

function monthRow(point: Point, codes: readonly string[], lang: Lang): string[] {
  const cells = codes.map(code => figureText(point, code))
  const back = numberOr(sumAt(point, CODES.back))
  return [formatMonth(point.month), ...cells.slice(0, 3), back, ...cells.slice(3), reportedText(point, lang)]
}

function yearRow(
  year: string,
  points: readonly Point[],
  { codes, lang }: { codes: readonly string[]; lang: Lang },
): string[] {
  const sums = codes.map(code => numberOr(sumOfFlow(points, code)))
  const { back } = flowYear(points)
  const head = say(lang, 'chart.schoolYear', { year })
  return [head, ...sums.slice(0, 3), back === null ? '–' : formatNumber(back), ...sums.slice(3), '']
}
