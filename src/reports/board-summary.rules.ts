import { addMonths, type Month } from '../calendar/month.rules.ts'
import { type Key, say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Counts, Filter, Total } from './board.rules.ts'
import type { BoardColumn } from './board-column.rules.ts'

/** The top of a board: who is missing, how many pupils, how it stands. As stat-tiles and progress-bar take it. */

export type Tile = {
  label: string
  figure: number | null
  note: string | null
  change: { way: 'up' | 'down' | 'same'; text: string } | null
  href: string | null
  current: boolean
}

type Summary = { lang: Lang; month: Month; counts: Counts }

/** The two figures the portal exists for, each with what it runs over and how it moved. */
export function headlineTiles(
  { lang, month, counts }: Summary,
  columns: readonly BoardColumn[],
  totals: readonly Total[],
): Tile[] {
  return totals.map((total, column) => ({
    label: columns[column]?.head[lang] ?? '',
    figure: total.sum,
    note:
      total.over === 0
        ? say(lang, 'board.overNone')
        : say(lang, 'board.over', {
            over: formatNumber(total.over),
            expected: formatNumber(counts.expected),
          }),
    change: total.over === 0 ? null : changeOver(total, month, lang),
    href: null,
    current: false,
  }))
}

/** "tăng 12 so với 10/2026 (cùng 85 xã)": only communes with a figure in both months are compared. */
function changeOver({ change, same }: Total, month: Month, lang: Lang): Tile['change'] {
  const before = formatMonth(addMonths(month, -1))
  if (change === null) return { way: 'same', text: say(lang, 'board.noChange', { month: before }) }
  const params = { change: formatNumber(Math.abs(change)), month: before, same: formatNumber(same) }
  if (change > 0) return { way: 'up', text: say(lang, 'board.changeUp', params) }
  if (change < 0) return { way: 'down', text: say(lang, 'board.changeDown', params) }
  return { way: 'same', text: say(lang, 'board.changeSame', params) }
}

const STATES: readonly [Filter | null, Key, keyof Counts][] = [
  [null, 'board.expected', 'expected'],
  ['on-time', 'board.on-time', 'onTime'],
  ['late', 'board.late', 'late'],
  ['missing', 'board.missingTile', 'missing'],
  ['returned', 'board.returned', 'returned'],
  ['submitted', 'board.submitted', 'submitted'],
  ['accepted', 'board.accepted', 'accepted'],
  ['nil', 'board.nil', 'nil'],
]

/** One tile a state, each leading to its communes. `hrefOf` null: figures only. */
export function stateTiles(
  { lang, counts }: Summary,
  current: Filter | null,
  hrefOf: ((show: Filter | null) => string) | null,
): Tile[] {
  return STATES.map(([show, key, name]) => ({
    label: say(lang, key),
    figure: counts[name],
    note: show === 'missing' ? draftsNote(counts, lang) : null,
    change: null,
    href: hrefOf ? hrefOf(show) : null,
    current: hrefOf !== null && show === current,
  }))
}

function draftsNote({ draft, awaiting }: Counts, lang: Lang): string | null {
  if (awaiting > 0) return say(lang, 'board.draftsAwaiting', { draft, awaiting })
  return draft > 0 ? say(lang, 'board.drafts', { draft: formatNumber(draft) }) : null
}

export type Progress = {
  label: string
  parts: { kind: 'on-time' | 'late' | 'missing'; x: number; width: number; text: string }[]
}

/** On time, late and missing make up the whole, in the tiles' own numbers; a returned report was sent all the same. */
export function progressOf({ lang, counts }: Summary): Progress {
  const shares = [
    { kind: 'on-time', count: counts.onTime, key: 'board.partOnTime' },
    { kind: 'late', count: counts.late, key: 'board.partLate' },
    { kind: 'missing', count: counts.missing, key: 'board.partMissing' },
  ] as const
  let x = 0
  const parts: Progress['parts'] = []
  for (const { kind, count, key } of shares.filter(it => it.count > 0)) {
    const width = percent(count, counts.expected)
    parts.push({ kind, x: round(x), width, text: say(lang, key, { count: formatNumber(count) }) })
    x += width
  }
  const params = {
    reported: formatNumber(counts.reported),
    expected: formatNumber(counts.expected),
    parts: parts.map(({ text }) => text).join(', '),
  }
  return { label: say(lang, 'board.progress', params), parts }
}

const percent = (count: number, of: number): number => round((count / of) * 100)
const round = (value: number): number => Math.round(value * 100) / 100
