import type ExcelJS from 'exceljs'
import { EXPLAIN, MEND } from './template-check.rules.ts'
import type { Role } from './template-lines.rules.ts'

/** The template's look: black on white, grey for last month, yellow for what a person fills in. */

type Style = Partial<ExcelJS.Style>
type Look = {
  size?: number
  bold?: boolean
  italic?: boolean
  align?: 'left' | 'center' | 'right'
  top?: boolean
  boxed?: boolean
  fill?: string
  colour?: string
  format?: string
  open?: boolean
}

const line = { style: 'thin', color: { argb: 'FF8A8A8A' } } as const
const GREY = 'FF595959'
const YELLOW = 'FFFFF8DC'

function styleOf(look: Look): Style {
  const { size = 11, bold = false, italic = false, align = 'left', top = false, open = false } = look
  const { boxed = false, fill, format, colour } = look
  return {
    font: {
      name: 'Times New Roman',
      family: 1,
      size,
      bold,
      italic,
      ...(colour ? { color: { argb: colour } } : {}),
    },
    alignment: {
      horizontal: align,
      vertical: top ? 'top' : 'middle',
      wrapText: true,
      ...(boxed && align === 'left' ? { indent: 1 } : {}),
    },
    protection: { locked: !open },
    ...(boxed ? { border: { top: line, bottom: line, left: line, right: line } } : {}),
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } } : {}),
    ...(format ? { numFmt: format } : {}),
  }
}

/** Whatever is typed into it stays text, never a formula or a date. */
const TEXT = '@'

export const looks = {
  mark: styleOf({ size: 8, italic: true, align: 'right', colour: GREY }),
  title: styleOf({ size: 16, bold: true, align: 'center' }),
  subtitle: styleOf({ size: 12, align: 'center' }),
  unit: styleOf({ size: 13, bold: true, align: 'center' }),
  live: styleOf({ size: 11 }),
  section: styleOf({ size: 12, bold: true }),
  note: styleOf({ size: 10, italic: true }),
  head: styleOf({ size: 10, bold: true, align: 'center', boxed: true, fill: 'FFF1F1F1' }),
  order: styleOf({ align: 'center', boxed: true }),
  label: styleOf({ boxed: true }),
  hint: styleOf({ size: 9, italic: true, boxed: true }),
  before: styleOf({ align: 'right', boxed: true, fill: 'FFEDEDED', colour: GREY, format: '#,##0' }),
  figure: styleOf({ size: 12, align: 'right', boxed: true, fill: YELLOW, format: '0', open: true }),
  text: styleOf({ boxed: true, fill: YELLOW, format: TEXT, top: true, open: true }),
  explanation: styleOf({ size: 10, boxed: true, fill: YELLOW, format: TEXT, top: true, open: true }),
  state: styleOf({ size: 10, align: 'center', boxed: true }),
  message: styleOf({ size: 10, boxed: true, colour: GREY }),
} as const satisfies Record<Role | 'explanation', Style>

const filled = (argb: string): Style => ({ fill: { type: 'pattern', pattern: 'solid', bgColor: { argb } } })

export const RED: Style = { ...filled('FFFFC7CE'), font: { bold: true, color: { argb: 'FF9C0006' } } }
const AMBER: Style = { ...filled('FFFFEB9C'), font: { bold: true, color: { argb: 'FF6B4E00' } } }

/** A check's line by the word in it. */
export const BY_WORD = [
  { word: MEND, style: RED },
  { word: EXPLAIN, style: AMBER },
]
