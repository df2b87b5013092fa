import { say } from '../words/all.ts'
import { formatMonth, formatPercent } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { rankNames } from './chart-page.rules.ts'
import type { ChartData } from './data.rules.ts'
import { drawTinies, tiniesOf, tinyTable } from './tiny.rules.ts'

/** The page of small pictures: what is shown, how to read it, the tiles, and their table. */
export function tinyPage({ units, places, points, span }: ChartData, officeId: number, lang: Lang) {
  const { months } = span
  const tinies = tiniesOf(rankNames(units, officeId), places, months)
  const { top, tiles } = drawTinies(tinies, points, lang)
  return {
    subject: say(lang, 'chart.tiny.subject', {
      from: formatMonth(months[0] ?? ''),
      to: formatMonth(months.at(-1) ?? ''),
      top: formatPercent(top),
    }),
    key: say(lang, 'chart.tiny.key'),
    tiles: tiles.map(it => ({ ...it, href: `/charts/${it.id}/${months.at(-1)}` })),
    table: tinyTable(tinies, months, lang),
  }
}
