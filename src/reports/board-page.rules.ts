import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Board, type BoardRow, filters } from './board.rules.ts'
import type { BoardColumn } from './board-column.rules.ts'
import { findRows, sortRows } from './board-list.rules.ts'
import { type BoardQuery, boardHref, nextSort, sortOf } from './board-query.rules.ts'

/** The commune table's page: which rows it shows, in which order, and the links that show others. */

/** More than any province has, so that only the nation's list turns pages; and a page stays under its weight. */
const PAGE = 200

export type Picked = { rows: BoardRow[]; found: number; page: number; pages: number }

/** The rows an address asks for, searched, filtered and sorted; a page beyond the last is the last. */
export function pickRows(board: Board, query: BoardQuery, columns: readonly BoardColumn[]): Picked {
  const passing = query.show ? board.rows.filter(filters[query.show]) : board.rows
  const sorted = sortRows(findRows(passing, query.q), sortOf(query.sort, columns))
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE))
  const page = Math.min(query.page, pages)
  return { rows: sorted.slice((page - 1) * PAGE, page * PAGE), found: sorted.length, page, pages }
}

export type Place = { lang: Lang; path: string; query: BoardQuery }

export function pagerOf({ lang, path, query }: Place, { page, pages }: Picked) {
  if (pages === 1) return null
  const to = (target: number) => ({ href: boardHref(path, query, { page: target }) })
  return {
    previous: page > 1 ? to(page - 1) : null,
    next: page < pages ? to(page + 1) : null,
    text: say(lang, 'board.pageOf', { page: formatNumber(page), pages: formatNumber(pages) }),
  }
}

export type Head = {
  label: string
  numeric: boolean
  href: string | null
  sorted: 'ascending' | 'descending' | null
}

/** Column heads; a press sorts by the column, a second press turns it round. */
export function tableHeads({ lang, path, query }: Place, columns: readonly BoardColumn[]): Head[] {
  const head = (label: string, name: string, numeric: boolean): Head => ({
    label,
    numeric,
    href: boardHref(path, query, { sort: nextSort(query.sort, name, numeric || name === 'time') }),
    sorted: query.sort === name ? 'ascending' : query.sort === `-${name}` ? 'descending' : null,
  })
  return [
    head(say(lang, 'board.unit'), 'name', false),
    head(say(lang, 'board.state'), 'state', false),
    head(say(lang, 'board.sent'), 'time', false),
    ...columns.map(column => head(column.head[lang], column.code, true)),
    { label: say(lang, 'board.notes'), numeric: false, href: null, sorted: null },
  ]
}

/** The search box as filter-box takes it. The script filters what is on the page, so only when all of it is. */
export function searchBox({ lang, path, query }: Place, { found, pages }: Picked, count: number) {
  const kept: [string, string | null][] = [
    ['view', query.view === 'communes' ? query.view : null],
    ['show', query.show],
    ['sort', query.sort === 'name' ? null : query.sort],
  ]
  return {
    label: say(lang, 'board.search'),
    value: query.q,
    target: pages === 1 && query.q === '' ? '#board' : null,
    hidden: kept.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    count: say(lang, 'board.count', { shown: formatNumber(found), count: formatNumber(count) }),
    action: path,
  }
}

/** Further filters that have no tile, each with its number of communes; those of nobody are left out. */
export function moreFilters({ lang, path, query }: Place, { counts }: Board) {
  const kinds = [
    ['reported', 'board.reported', counts.reported],
    ['warned', 'board.warned', counts.warned],
  ] as const
  return kinds
    .filter(([, , count]) => count > 0)
    .map(([show, key, count]) => ({
      href: boardHref(path, query, { show }),
      label: `${say(lang, key)} (${formatNumber(count)})`,
      current: query.show === show,
    }))
}
