import { createHash } from 'node:crypto'
import type { Month } from '../calendar/month.rules.ts'
import type { Check, Edition } from './form.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import {
  columnsOf,
  EXPLAIN,
  linesOf,
  type Role,
  type Seat,
  type TemplateOf,
  type TemplateUnit,
} from './template-lines.rules.ts'

export type { Role, TemplateOf, TemplateUnit } from './template-lines.rules.ts'

/**
 * Where everything stands on the Excel template of one commune and month. The book is written from it and read
 * back by it, so that the two cannot disagree. It depends on the form and on nothing that changes while the month
 * runs: not on last month's figures, the draft, the due date or whether a report has been sent.
 */

/** 'C14'; the first cell where cells are merged. */
export type Address = string

/** A cell, or cells merged into one. `text` is printed and never changes; `key` is what a box is for. */
export type Slot = { address: Address; until: Address; role: Role; text?: string; key?: string }

/** The line of a check: what it finds is shown there. The check is null for the line that asks for whole numbers. */
export type CheckLine = { code: string; check: Check | null; state: Address; message: Address }

export type Layout = {
  version: typeof VERSION
  editionCode: string
  month: Month
  unit: TemplateUnit
  /** Boxes for figures, by field name: 'neither@2026' → 'F14'. */
  cells: ReadonlyMap<string, Address>
  /** Last month's figure beside each box, by field name. */
  before: ReadonlyMap<string, Address>
  /** By text code: 'actions', 'proposals', 'note'. */
  texts: ReadonlyMap<string, Address>
  /** By the code of the warning explained: 'W2'. */
  explanations: ReadonlyMap<string, Address>
  /** Why a report already sent is corrected; empty otherwise. */
  reason: Address
  /** Everything printed: a sheet in which one of them reads otherwise has been edited. */
  labels: readonly { address: Address; text: string }[]
  checks: readonly CheckLine[]
  /** What is written in when the book is made, top down: about the month, about the boxes, what is left to do. */
  live: readonly [Address, Address, Address]
  slots: readonly Slot[]
  /** Columns and rows in use. */
  columns: number
  rows: number
  /** A row for the first of each section, never parted from its head when printed. */
  sections: readonly number[]
}

const VERSION = 1
/** Longest explanation and reason, as `submission.rules` takes them. */
export const LONGEST = { explanation: 300, reason: 500 } as const

export function layoutOf(of: TemplateOf): Layout {
  const lines = linesOf(of)
  const slots = lines.flatMap((line, index) => line.map(seat => slotAt(seat, index + 1)))
  const keyed = (role: Role) =>
    new Map(slots.flatMap(it => (it.role === role && it.key ? [[it.key, it.address] as const] : [])))
  const written = keyed('text')
  const ofTexts = new Set<string>(of.edition.texts.map(it => it.code))
  const [about = '', boxes = '', left = ''] = slots.filter(it => it.role === 'live').map(it => it.address)
  return {
    version: VERSION,
    editionCode: of.edition.code,
    month: of.month,
    unit: of.unit,
    cells: keyed('figure'),
    before: keyed('before'),
    texts: new Map([...written].filter(([key]) => ofTexts.has(key))),
    explanations: new Map(
      [...written].flatMap(([key, address]) =>
        key.startsWith(EXPLAIN) ? [[key.slice(EXPLAIN.length), address]] : [],
      ),
    ),
    reason: written.get('reason') ?? '',
    labels: slots.flatMap(({ address, text }) => (text === undefined ? [] : [{ address, text }])),
    checks: checkLinesOf(of.edition, keyed('state'), keyed('message')),
    live: [about, boxes, left],
    slots,
    columns: columnsOf(of),
    rows: lines.length,
    sections: lines.flatMap((line, index) => (line[0]?.role === 'section' ? [index + 1] : [])),
  }
}

/** The layout for a report as it is opened: of its own form, under the commune's name of that month. */
export const layoutOfReport = ({ edition, cohorts, fields, month, unit }: OpenReport): Layout =>
  layoutOf({
    edition,
    cohorts,
    fields,
    month,
    unit: { id: unit.id, code: unit.code, name: unit.fullName },
  })

/** What a template's labels come to: kept in the book, so that one made from an older form is known from an edited one. */
export const sealOf = ({ version, labels, cells }: Layout): string =>
  createHash('sha256')
    .update(JSON.stringify([version, labels, [...cells]]))
    .digest('hex')

/** 1 → 'A', 27 → 'AA'. */
export function letterOf(column: number): string {
  const rest = (column - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return column > 26 ? letterOf((column - 1 - rest) / 26) + letter : letter
}

function slotAt({ at, span = 1, ...seat }: Seat, row: number): Slot {
  return { address: `${letterOf(at)}${row}`, until: `${letterOf(at + span - 1)}${row}`, ...seat }
}

function checkLinesOf(
  { checks }: Edition,
  states: ReadonlyMap<string, Address>,
  messages: ReadonlyMap<string, Address>,
): CheckLine[] {
  return [...states].map(([code, state]) => {
    const check = checks.find(it => it.code === code) ?? null
    return { code, check, state, message: messages.get(code) ?? '' }
  })
}
