import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber, formatPercent } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import {
  type Board,
  type BoardRow,
  type BoardUnit,
  type Counts,
  groupByOffice,
  sumUp,
  type Total,
} from './board.rules.ts'
import { type BoardColumn, HEADLINE, UNKNOWN } from './board-column.rules.ts'
import { byName, findRows } from './board-list.rules.ts'
import { type BoardQuery, boardHref, boardPath, nextSort } from './board-query.rules.ts'

/** The board of an office above other offices: a row for each office below, and the whole as their sum. */

type Line = { unit: BoardUnit; counts: Counts; totals: Total[]; href: string }

const FIGURES = ['expected', 'reported', 'missing', 'on-time', 'neither', 'unknown'] as const
type Figure = (typeof FIGURES)[number]

export type OfficesInput = {
  lang: Lang
  officeId: number
  month: Month
  offices: readonly BoardUnit[]
  board: Board
  columns: readonly BoardColumn[]
  path: string
  query: BoardQuery
}

export function officesView(input: OfficesInput) {
  const { lang, board, path, query } = input
  const lines = linesOf(input)
  const found = sorted(findRows(lines, query.q), query.sort)
  const head = (name: Figure | 'name') => ({
    label: name === 'name' ? say(lang, 'board.office') : labelOf(name, input),
    numeric: name !== 'name',
    href: boardHref(path, query, { sort: nextSort(query.sort, name, name !== 'name') }),
    sorted: query.sort === name ? 'ascending' : query.sort === `-${name}` ? 'descending' : null,
  })
  return {
    heads: [head('name'), ...FIGURES.map(head)],
    rows: found.map(line => ({ name: line.unit.fullName, href: line.href, cells: cellsOf(line, input) })),
    total: cellsOf(board, input),
    offices: lines.length,
    short: lines.filter(it => it.counts.missing > 0).length,
    search: {
      label: say(lang, 'board.searchOffice'),
      value: query.q,
      target: query.q === '' ? '#board' : null,
      hidden: query.sort === 'name' ? [] : [{ name: 'sort', value: query.sort }],
      count: say(lang, 'board.countOffices', {
        shown: formatNumber(found.length),
        count: formatNumber(lines.length),
      }),
      action: path,
    },
  }
}

function linesOf({ lang, officeId, month, offices, board, path, query }: OfficesInput): Line[] {
  const columns = board.totals.length
  const groups = groupByOffice(officeId, offices, board.rows)
  const lines = groups.offices.map(({ unit, rows }) => ({
    unit,
    ...sumUp(rows, columns),
    href: boardPath(unit.id, month),
  }))
  if (groups.direct.length === 0) return lines
  return [
    ...lines,
    directLine(groups.direct, columns, { lang, href: boardHref(path, query, { view: 'communes' }) }),
  ]
}

/** Communes that report to this very office, past the offices below it. */
function directLine(
  rows: readonly BoardRow[],
  columns: number,
  { lang, href }: { lang: Lang; href: string },
): Line {
  const name = say(lang, 'board.direct')
  return {
    unit: { type: '', id: 0, name, fullName: name, search: '', parentId: 0 },
    ...sumUp(rows, columns),
    href,
  }
}

function sorted(lines: readonly Line[], sort: string): Line[] {
  const down = sort.startsWith('-')
  const name = down ? sort.slice(1) : sort
  const named = byName(lines)
  if (!FIGURES.includes(name as Figure)) return down && name === 'name' ? named.reverse() : named
  const key = (line: Line) => figureOf(line, name as Figure) ?? -1
  return named.sort((a, b) => (down ? key(b) - key(a) : key(a) - key(b)))
}

type Summed = { counts: Counts; totals: readonly Total[] }

function figureOf({ counts, totals }: Summed, name: Figure): number | null {
  if (name === 'neither') return totals[HEADLINE]?.sum ?? null
  if (name === 'unknown') return totals[UNKNOWN]?.sum ?? null
  return name === 'on-time' ? counts.onTime : counts[name]
}

function cellsOf(summed: Summed, input: OfficesInput) {
  const { expected, reported } = summed.counts
  return FIGURES.map(name => {
    const figure = figureOf(summed, name)
    return {
      label: labelOf(name, input),
      text: figure === null ? '–' : formatNumber(figure),
      note: name === 'reported' && expected > 0 ? formatPercent(reported / expected) : null,
      strong: name === 'missing' || name === 'neither',
    }
  })
}

function labelOf(name: Figure, { lang, columns }: OfficesInput): string {
  if (name === 'neither') return columns[HEADLINE]?.head[lang] ?? ''
  if (name === 'unknown') return columns[UNKNOWN]?.head[lang] ?? ''
  return say(lang, name === 'missing' ? 'board.missingTile' : `board.${name}`)
}
