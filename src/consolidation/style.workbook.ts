import type ExcelJS from 'exceljs'

/**
 * The look of the books: Times New Roman throughout, black on white, thin lines, grey for what is missing
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I). Styles are shared objects: exceljs finds one it has met without comparing.
 */

export type Style = Partial<ExcelJS.Style>

type Look = {
  size?: number
  bold?: boolean
  italic?: boolean
  align?: 'left' | 'center' | 'right'
  valign?: 'top' | 'middle' | 'bottom'
  wrap?: boolean
  boxed?: boolean
  fill?: string
  format?: string
  colour?: string
  indent?: number
}

export const GREY = 'FFE4E4E4'
export const PALE = 'FFF1F1F1'

const line = { style: 'thin', color: { argb: 'FF000000' } } as const
const hair = { style: 'hair', color: { argb: 'FF000000' } } as const
const box = { top: hair, bottom: hair, left: line, right: line }
const frame = { top: line, bottom: line, left: line, right: line }

export function styleOf(look: Look): Style {
  const { size = 11, bold = false, italic = false, align = 'left', valign = 'middle', wrap = false } = look
  const { boxed = false, fill, format, colour, indent = 0 } = look
  const ink = colour ? { color: { argb: colour } } : {}
  return {
    font: { name: 'Times New Roman', family: 1, size, bold, italic, ...ink },
    alignment: { horizontal: align, vertical: valign, wrapText: wrap, ...(indent > 0 ? { indent } : {}) },
    ...(boxed ? { border: box } : {}),
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } } : {}),
    ...(format ? { numFmt: format } : {}),
  }
}

/** The space at the end keeps figures off the line beside them. */
const COUNT = '#,##0_ '
const SIGNED = '+#,##0_ ;-#,##0_ ;0_ '
const SHARE = '0.0%_ '
/** Per cent points with their sign, green on the right side of a target and red on the other; the word beside says so too. */
const GOOD_ABOVE = '+0.0_ ;[Red]-0.0_ ;0.0_ '
const GOOD_BELOW = '[Red]+0.0_ ;-0.0_ ;0.0_ '
const GREEN = 'FF0B5A35'
/** Whatever is typed into it stays text: a name or an explanation never becomes a formula. */
const TEXT = '@'

const framed = (look: Look): Style => ({ ...styleOf({ ...look, boxed: true }), border: frame })

/** The head of official papers and the block of signatures. */
export const paper = {
  plain: styleOf({ size: 12, align: 'center', wrap: true }),
  strong: styleOf({ size: 12, bold: true, align: 'center', wrap: true }),
  attached: styleOf({ size: 13, italic: true, align: 'center' }),
  motto: styleOf({ size: 13, bold: true, align: 'center' }),
  rule: styleOf({ size: 6, align: 'center', valign: 'top' }),
  italic: styleOf({ size: 12, italic: true, align: 'center' }),
  title: styleOf({ size: 14, bold: true, align: 'center', wrap: true }),
  subtitle: styleOf({ size: 13, bold: true, align: 'center' }),
  note: styleOf({ size: 11, italic: true, align: 'center', wrap: true }),
  unit: styleOf({ size: 11, italic: true, align: 'right' }),
  foot: styleOf({ size: 10, italic: true, wrap: true }),
} as const

export const heads = {
  column: framed({ size: 9.5, bold: true, align: 'center', wrap: true }),
  numbering: framed({ size: 8, italic: true, align: 'center', wrap: true }),
} as const

/** The kinds of cell in a row of a table. */
export type RowStyle = Record<
  'order' | 'name' | 'count' | 'signed' | 'share' | 'goodAbove' | 'goodBelow' | 'word' | 'remark',
  Style
>

const rowStyle = (look: Look, of = (it: Look): Style => styleOf({ ...it, boxed: true })): RowStyle => ({
  order: of({ ...look, align: 'center', format: TEXT }),
  name: of({ ...look, wrap: true, format: TEXT, indent: 1 }),
  count: of({ ...look, align: 'right', format: COUNT }),
  signed: of({ ...look, align: 'right', format: SIGNED }),
  share: of({ ...look, align: 'right', format: SHARE }),
  goodAbove: of({ ...look, align: 'right', format: GOOD_ABOVE, colour: GREEN }),
  goodBelow: of({ ...look, align: 'right', format: GOOD_BELOW, colour: GREEN }),
  word: of({ ...look, align: 'center', wrap: true }),
  remark: of({ ...look, size: 9, bold: false, wrap: true, format: TEXT, indent: 1 }),
})

export const rows = {
  reported: rowStyle({}),
  missing: rowStyle({ fill: GREY, italic: true }),
  block: rowStyle({ bold: true, fill: PALE }, framed),
  total: rowStyle({ bold: true }, framed),
} as const

export const list = {
  section: framed({ bold: true, fill: PALE, format: TEXT, indent: 1 }),
  order: styleOf({ boxed: true, align: 'center', valign: 'top' }),
  text: styleOf({ boxed: true, wrap: true, valign: 'top', format: TEXT, indent: 1 }),
  long: styleOf({ boxed: true, wrap: true, valign: 'top', indent: 1 }),
} as const
