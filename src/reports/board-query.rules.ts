import type { Month } from '../calendar/month.rules.ts'
import { type Filter, isFilter } from './board.rules.ts'
import type { Sort } from './board-list.rules.ts'

/** What an address asks of the board: a search, a filter, an order, a page. Everything works by links and forms. */
export type BoardQuery = {
  q: string
  show: Filter | null
  /** As in the address: 'name', 'state', 'time' or an indicator's code, '-' before it turns it round. */
  sort: string
  page: number
  /** An office with offices below shows these; 'communes' shows every commune under it instead. */
  view: 'offices' | 'communes'
}

const SORT = /^-?[a-z][a-z0-9_]{0,39}$/

/** Anything strange in the address is as if it were not there. */
export function readBoardQuery(raw: Readonly<Record<string, unknown>>): BoardQuery {
  const text = (name: string) => (typeof raw[name] === 'string' ? raw[name].trim() : '')
  const show = text('show')
  const sort = text('sort')
  return {
    q: text('q').slice(0, 80),
    show: isFilter(show) ? show : null,
    sort: SORT.test(sort) ? sort : 'name',
    page: /^[1-9]\d{0,3}$/.test(text('page')) ? Number(text('page')) : 1,
    view: text('view') === 'communes' ? 'communes' : 'offices',
  }
}

/** The sort an address names, over those columns; an unknown one is by name. */
export function sortOf(sort: string, columns: readonly { code: string }[]): Sort {
  const down = sort.startsWith('-')
  const name = down ? sort.slice(1) : sort
  const column = columns.findIndex(it => it.code === name)
  if (column >= 0) return { by: column, down }
  return name === 'state' || name === 'time'
    ? { by: name, down }
    : { by: 'name', down: down && name === 'name' }
}

/** What a press on a column's head asks for: figures begin with the largest, names with the first, then the other way. */
export function nextSort(current: string, name: string, isFigure: boolean): string {
  const [first, second] = isFigure ? [`-${name}`, name] : [name, `-${name}`]
  return current === first ? second : first
}

export const boardPath = (officeId: number, month: Month): string => `/review/${officeId}/${month}`

/** The board's address with some of what it asks changed; a changed search or filter begins at page 1 again. */
export function boardHref(path: string, query: BoardQuery, changed: Partial<BoardQuery> = {}): string {
  const asked = { ...query, page: 1, ...changed }
  const params = new URLSearchParams()
  if (asked.view === 'communes') params.set('view', asked.view)
  if (asked.q) params.set('q', asked.q)
  if (asked.show) params.set('show', asked.show)
  if (asked.sort !== 'name') params.set('sort', asked.sort)
  if (asked.page > 1) params.set('page', String(asked.page))
  const search = params.toString()
  return search ? `${path}?${search}` : path
}
