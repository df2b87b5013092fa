import type { Address, Layout, Slot } from './template-layout.rules.ts'
import type { Value } from './template-sheet.rules.ts'

/** How high the template's rows must be: Excel fits a row to its text by itself, but never to merged cells. */

const ORDER = 11
const LABEL = 42
const FIGURE = 9

/** Column widths in digits of the normal font: the order, the label, then figures. */
export const widthsOf = (columns: number): number[] =>
  Array.from({ length: columns }, (_, at) => (at === 0 ? ORDER : at === 1 ? LABEL : FIGURE))

/** Points that a line of text takes, and a row's least. */
const LINE = 14.5
const LEAST = 17
/** What a box for words offers to begin with; Excel scrolls a longer text, and a person may make the row higher. */
const WORDS = 62
const EXPLANATION = 31

/** What borders and the indent take of a cell's width. */
const INDENT = 2

/** Row → points. */
export function heightsOf(layout: Layout, values: ReadonlyMap<Address, Value>): Map<number, number> {
  const widths = widthsOf(layout.columns)
  const heights = new Map<number, number>()
  for (const slot of layout.slots) {
    const row = rowOf(slot.address)
    heights.set(row, Math.max(heights.get(row) ?? LEAST, heightOf(slot, widths, values.get(slot.address))))
  }
  return heights
}

function heightOf(slot: Slot, widths: readonly number[], value: Value | undefined): number {
  const { role, key = '' } = slot
  const text = slot.text ?? (typeof value === 'object' ? value.result : String(value ?? ''))
  const width = widths.slice(columnOf(slot.address) - 1, columnOf(slot.until)).reduce((a, b) => a + b, 0)
  const size = SIZES[role] ?? 11
  const letters = ((width - INDENT) * 11) / size
  const lines = text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / letters)), 0)
  const needed = 3 + (lines * LINE * size) / 11
  if (role !== 'text') return needed
  return Math.max(needed, key.startsWith('explain:') ? EXPLANATION : WORDS)
}

const SIZES: Partial<Record<Slot['role'], number>> = {
  mark: 8,
  title: 16,
  subtitle: 12,
  unit: 13,
  section: 12,
  note: 10,
  head: 10,
  hint: 9,
  message: 10,
  state: 10,
}

const rowOf = (address: Address): number => Number(address.replace(/\D+/, ''))

const columnOf = (address: Address): number =>
  [...address.replace(/\d+/, '')].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
