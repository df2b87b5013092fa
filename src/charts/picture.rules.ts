import type { Layout } from './frame.rules.ts'

/** One picture of a page: what it found, its drawings for both layouts, and the table of the same series. */
export type Picture = {
  id: string
  /** The finding, as a heading. */
  heading: string
  /** What is counted, of whom. */
  subject: string
  svgs: string[]
  notes: string[]
  table: ShownTable
}

export type ShownTable = {
  id: string
  caption: string
  columns: { label: string; numeric: boolean }[]
  rows: { cells: ShownCell[] }[]
  cards: boolean
}

type ShownCell = { text: string; href: string | null; state: null; numeric: boolean; label: string }

/** A table of texts, whose first column heads its rows; as the data-table partial takes it. */
export function shownTable(
  id: string,
  caption: string,
  { heads, rows }: { heads: readonly string[]; rows: readonly (readonly string[])[] },
): ShownTable {
  return {
    id: `${id}-table`,
    caption,
    columns: heads.map((label, at) => ({ label, numeric: at > 0 })),
    rows: rows.map(row => ({
      cells: row.map((text, at) => ({
        text,
        href: null,
        state: null,
        numeric: at > 0,
        label: heads[at] ?? '',
      })),
    })),
    cards: false,
  }
}

/** The id of one drawing: both stand in the page, so that each needs its own. */
export const drawingId = (id: string, { kind }: Layout): string => `${id}-${kind}`
