import type * as Docx from 'docx'
import { paperMargins } from './paper-model.rules.ts'

/** What papers are built of in Word. The library comes in as it was loaded: only who makes a paper pays for it. */

export type Library = typeof Docx

/** Sizes in half points, lengths in twentieths of a point, as Word counts. */
export const FONT = 'Times New Roman'
export const SIZE = { small: 22, recipients: 24, head: 26, body: 28, table: 24 } as const
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440)
export const WIDTH = twips(210 - paperMargins.left - paperMargins.right)
export const SIX_POINTS = 120

/** A little over single, so that the marks over Vietnamese capitals do not touch the line above. */
const LINE = 264

export type Look = { size?: number; bold?: boolean; italics?: boolean }
export type Place = {
  align?: 'left' | 'center' | 'right' | 'both'
  before?: number
  after?: number
  /** Of the first line. */
  indent?: number
  /** Of all lines but the first. */
  hanging?: number
  /** Stays on the sheet of what follows. */
  keep?: boolean
}

export const run = (docx: Library, text: string, look: Look = {}): Docx.TextRun => {
  const { size = SIZE.body, bold = false, italics = false } = look
  return new docx.TextRun({ text, size, bold, italics, font: FONT })
}

export function line(docx: Library, runs: Docx.TextRun[], place: Place = {}): Docx.Paragraph {
  const { align = 'left', before = 0, after = 0, indent = 0, hanging = 0, keep = false } = place
  return new docx.Paragraph({
    children: runs,
    alignment: align,
    spacing: { before, after, line: LINE, lineRule: 'auto' },
    indent: hanging ? { left: hanging, hanging } : { firstLine: indent },
    keepNext: keep,
    keepLines: keep,
  })
}

/** The line under a head, `part` of the column's width (0 to 1): the border of an empty paragraph. */
export function rule(docx: Library, part: number, column: number): Docx.Paragraph {
  const side = Math.round((column * (1 - part)) / 2)
  return new docx.Paragraph({
    children: [new docx.TextRun({ text: '', size: 4 })],
    spacing: { before: 0, after: 60, line: 60, lineRule: 'exact' },
    indent: { left: side, right: side },
    border: { top: { style: 'single', size: 6, color: '000000', space: 1 } },
  })
}

const none = { style: 'none', size: 0, color: 'auto' } as const
const bare = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

/** Two columns without borders; `left` is the first one's width. */
export function pair(docx: Library, left: number, sides: [Docx.Paragraph[], Docx.Paragraph[]]): Docx.Table {
  const widths = [left, WIDTH - left]
  const cells = sides.map(
    (children, at) =>
      new docx.TableCell({
        width: { size: widths[at] ?? 0, type: 'dxa' },
        margins: { left: 0, right: 0, top: 0, bottom: 0 },
        children,
      }),
  )
  return new docx.Table({
    width: { size: WIDTH, type: 'dxa' },
    columnWidths: widths,
    layout: 'fixed',
    borders: bare,
    rows: [new docx.TableRow({ cantSplit: true, children: cells })],
  })
}
