import type { Indicator } from '../reports/form.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import { paintAt } from './mark.rules.ts'
import {
  coverageNotes,
  numberOr,
  openNotes,
  percentText,
  reportedText,
  type Scene,
  sentence,
} from './note.rules.ts'
import { type Picture, type ShownTable, shownTable } from './picture.rules.ts'
import { figureAt, isComplete, isSound, type Point, sumAt } from './series.rules.ts'
import { drawStacks, sharesOf } from './stack.rules.ts'

/** What those in neither school nor training do, month by month, in boxes that exclude each other. */
export function situationPicture(scene: Scene, indicators: readonly Indicator[]): Picture | null {
  const { points, lang } = scene
  const codes = indicators.map(it => it.code)
  const last =
    points.findLast(it => isSound(it) && wholeAt(it, codes)) ?? points.findLast(it => wholeAt(it, codes))
  if (!last) return null
  const { heading, more } = findingOf(last, indicators, scene)
  const shares = latestShares(points, codes)
  return {
    id: 'situation',
    heading,
    subject: say(lang, scene.isOffice ? 'chart.situation.subject' : 'chart.situation.subjectOwn'),
    svgs: drawStacks({
      id: 'situation',
      title: say(lang, 'chart.situation.name'),
      desc: sentence([heading, more, ...coverageNotes(scene)]),
      lang,
      months: points.map(it => ({
        month: it.month,
        parts: partsOf(it, codes),
        open: it.reported > 0 && !isComplete(it),
      })),
      series: indicators.map(({ short, label }, at) => {
        const name = (short ?? label)[lang]
        return { name, label: `${name}: ${percentText(shares[at] ?? 0)}`, paint: paintAt(at) }
      }),
    }),
    notes: openNotes(scene, 'chart.note.openBars'),
    table: tableOf(scene, indicators),
  }
}

/** An indicator that the month's edition did not have counts nobody; one that has it and is empty leaves no column. */
function partsOf(point: Point, codes: readonly string[]): number[] | null {
  const asked = codes.filter(code => point.figures[code] !== undefined)
  if (sumAt(point, asked) === null) return null
  return codes.map(code => figureAt(point, code) ?? 0)
}

const wholeAt = (point: Point, codes: readonly string[]): boolean => sharesOf(partsOf(point, codes)) !== null

function latestShares(points: readonly Point[], codes: readonly string[]): number[] {
  const last = points.findLast(it => wholeAt(it, codes))
  return (last && sharesOf(partsOf(last, codes))) ?? []
}

function findingOf(point: Point, indicators: readonly Indicator[], { lang }: Scene) {
  const shares = sharesOf(
    partsOf(
      point,
      indicators.map(it => it.code),
    ),
  )
  const ranked = indicators
    .map((it, at) => ({
      name: (it.short ?? it.label)[lang],
      share: percentText(shares?.[at] ?? 0),
      value: figureAt(point, it.code) ?? 0,
    }))
    .sort((a, b) => b.value - a.value)
  const [first, second] = ranked
  const params = { month: formatMonth(point.month), name: '', share: '', ...first }
  return {
    heading: say(lang, 'chart.situation.most', { ...params, value: formatNumber(first?.value ?? 0) }),
    more: second ? say(lang, 'chart.situation.second', { name: second.name, share: second.share }) : '',
  }
}

function tableOf({ points, lang }: Scene, indicators: readonly Indicator[]): ShownTable {
  const codes = indicators.map(it => it.code)
  const heads = [
    say(lang, 'chart.month'),
    ...indicators.map(it => (it.short ?? it.label)[lang]),
    say(lang, 'chart.sum'),
    say(lang, 'chart.reported'),
  ]
  const rows = points.map(point => {
    const shares = sharesOf(partsOf(point, codes))
    const cells = codes.map((code, at) => {
      const value = figureAt(point, code)
      if (value === null || !shares) return numberOr(value)
      const share = percentText(shares[at] ?? 0)
      return say(lang, 'chart.withShare', { value: formatNumber(value), share })
    })
    const sum = partsOf(point, codes)?.reduce((all, it) => all + it, 0) ?? null
    return [formatMonth(point.month), ...cells, numberOr(sum), reportedText(point, lang)]
  })
  return shownTable('situation', say(lang, 'chart.situation.name'), { heads, rows })
}
