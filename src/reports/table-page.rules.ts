import { columnName } from '../files/book.rules.ts'
import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { type Field, fieldTitle } from './form.rules.ts'
import { type TableUnit, unitNames } from './table-fill.rules.ts'
import {
  type Frame,
  type Grid,
  guessFrame,
  type Head,
  headsOf,
  headsText,
  turnedGrid,
} from './table-grid.rules.ts'
import { guessMatch, guessUnitColumn, type Match, recalledMatch, UNIT_COLUMN } from './table-match.rules.ts'

/** What the form of the match page says; absent where nobody has chosen yet. */
export type Choice = { sheet?: number; head?: number; data?: number; turned?: boolean }

/** One sheet as it is being matched. */
export type Matching = { index: number; grid: Grid; frame: Frame; heads: Head[] }

export function readChoice(from: Readonly<Record<string, unknown>>): Choice {
  const number = (name: string) =>
    /^\d{1,4}$/.test(String(from[name] ?? '')) ? Number(from[name]) : undefined
  const [sheet, head, data] = ['sheet', 'head', 'data'].map(number)
  const turned = from.turned === undefined ? undefined : from.turned === '1'
  return Object.fromEntries(
    Object.entries({ sheet, head, data, turned }).filter(([, value]) => value !== undefined),
  )
}

type Asked = { grids: readonly Grid[]; units: readonly TableUnit[]; fields: readonly Field[]; choice: Choice }

/** The chosen sheet; where nothing is chosen the sheet, and the way to read it, that most boxes are found in. */
export function matchingOf({ grids, units, fields, choice }: Asked): Matching {
  const find = unitNames(units)
  const sheets = grids.map((_, index) => index).filter(index => index === (choice.sheet ?? index))
  const ways = choice.turned === undefined ? [false, true] : [choice.turned]
  const readings = (sheets.length > 0 ? sheets : [0]).flatMap(index =>
    ways.map(turned => {
      const given = grids[index] ?? { name: '', rows: [], merges: [] }
      const grid = turned ? turnedGrid(given) : given
      const frame = frameOf({ ...guessFrame(grid, text => find(text) !== null), turned }, choice)
      const heads = headsOf(grid, frame)
      return { index, grid, frame, heads, found: Object.keys(guessMatch(heads, fields)).length }
    }),
  )
  return readings.reduce((best, it) => (it.found > best.found ? it : best))
}

function frameOf(guess: Frame, { head, data }: Choice): Frame {
  const first = Math.max(1, head ?? Math.min(guess.head, (data ?? guess.data) - 1))
  return { ...guess, head: first, data: Math.max(first + 1, data ?? Math.max(guess.data, first + 1)) }
}

export type Known = {
  kept: Match | null
  fields: readonly Field[]
  cohorts: readonly number[]
  units: readonly TableUnit[]
}

/** The match to begin with: the one kept from last time, else a guess. */
export function firstMatch({ grid, frame, heads }: Matching, { kept, fields, cohorts, units }: Known): Match {
  if (kept) return recalledMatch(kept, cohorts, fields)
  const find = unitNames(units)
  const unit = guessUnitColumn(grid.rows.slice(frame.data - 1), text => find(text) !== null)
  const others = heads.filter(({ column }) => column !== unit)
  return { ...guessMatch(others, fields), ...(unit ? { [unit]: UNIT_COLUMN } : {}) }
}

/** What was chosen for each column, with only boxes the form has. */
export function readMatch(body: Readonly<Record<string, unknown>>, fields: readonly Field[]): Match {
  const known = new Set([UNIT_COLUMN, ...fields.map(({ name }) => name)])
  const entries = Object.entries(body).flatMap(([name, value]) => {
    const column = /^column_(\d{1,4})$/.exec(name)?.[1]
    return column && typeof value === 'string' && known.has(value) ? [[column, value] as const] : []
  })
  return Object.fromEntries(entries)
}

/** Splits what was chosen into the column of names and the boxes. */
export function splitMatch(match: Match): { unitColumn: number | null; boxes: Match } {
  const entries = Object.entries(match)
  const unit = entries.find(([, name]) => name === UNIT_COLUMN)?.[0]
  return {
    unitColumn: unit ? Number(unit) : null,
    boxes: Object.fromEntries(entries.filter(([, name]) => name !== UNIT_COLUMN)),
  }
}

/** One line of the page per column of the table. */
export function matchLines(
  { heads, frame }: Matching,
  match: Match,
  { fields, lang }: { fields: readonly Field[]; lang: Lang },
) {
  const options = [
    { value: '', label: say(lang, 'match.leave') },
    { value: UNIT_COLUMN, label: say(lang, 'match.unitColumn') },
    ...fields.map(field => ({ value: field.name, label: fieldTitle(field, lang) })),
  ]
  return heads.map(({ column, text, example }) => ({
    name: `column_${column}`,
    column: columnTitle(column, frame.turned),
    head: text || say(lang, 'match.noHead'),
    example,
    options: options.map(it => ({ ...it, chosen: it.value === (match[column] ?? '') })),
  }))
}

const columnTitle = (column: number, turned: boolean) => (turned ? String(column) : columnName(column))

export const fingerprintText = ({ heads, frame }: Matching) =>
  `${frame.turned ? 'rows' : 'columns'}|${headsText(heads)}`
