import { Writable } from 'node:stream'
import type ExcelJS from 'exceljs'
import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Field } from './form.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { MOST } from './template-check.rules.ts'
import { heightsOf, widthsOf } from './template-height.rules.ts'
import { type Layout, LONGEST, letterOf, type Role, type Slot } from './template-layout.rules.ts'
import { BY_WORD, looks, RED } from './template-look.workbook.ts'
import type { TemplateSheet } from './template-sheet.rules.ts'
import { STAMP_SHEET, type Stamp, stampOf, stampRows } from './template-stamp.rules.ts'

/** A book of templates being written: sheet by sheet, each let go once it is written. */
export type TemplateBook = {
  add: (name: string, open: OpenReport, sheet: TemplateSheet) => void
  finish: () => Promise<Buffer>
}

/** @param madeAt is written as the time of making, so that the clock stays outside. */
export async function openTemplateBook({
  title,
  madeAt,
}: {
  title: string
  madeAt: Date
}): Promise<TemplateBook> {
  const { default: excel } = await import('exceljs')
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk)
      done()
    },
  })
  const writer = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  // A book's first font is its normal one; exceljs puts Calibri there unless one was registered before.
  const { styles } = writer as unknown as { styles: { _addFont: (font: Partial<ExcelJS.Font>) => number } }
  styles._addFont({ name: 'Times New Roman', family: 1, size: 11 })
  Object.assign(writer, { title, created: madeAt, modified: madeAt })
  const stamps: Stamp[] = []
  return {
    add: (name, open, sheet) => {
      writeSheet(writer.addWorksheet(name, { ...printing, views: viewsOf(sheet.layout) }), open, sheet)
      stamps.push(stampOf(name, sheet.layout, sheet.stands))
    },
    finish: async () => {
      writeStamps(writer.addWorksheet(STAMP_SHEET, { state: 'veryHidden' }), stamps)
      await writer.commit()
      return Buffer.concat(chunks)
    },
  }
}

/** A4 upright with the margins of Nghị định 30/2020/NĐ-CP, a page wide and as many long as it takes. */
const printing = {
  pageSetup: {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 1.18, right: 0.59, top: 0.79, bottom: 0.79, header: 0.4, footer: 0.4 },
  },
  headerFooter: { differentFirst: true, oddHeader: '&C&"Times New Roman,Regular"&13&P', firstHeader: '' },
} as const satisfies Partial<ExcelJS.AddWorksheetOptions>

/** Opens at the first box. */
const viewsOf = ({ cells }: Layout): Partial<ExcelJS.WorksheetView>[] => [
  { state: 'normal', activeCell: cells.values().next().value ?? 'A1', showGridLines: false },
]

function writeSheet(sheet: ExcelJS.Worksheet, { fields, edition }: OpenReport, made: TemplateSheet): void {
  const { layout } = made
  sheet.columns = widthsOf(layout.columns).map(width => ({ width }))
  sheet.pageSetup.printArea = `A1:${letterOf(layout.columns)}${layout.rows}`
  for (const slot of layout.slots) writeSlot(sheet, slot, made)
  for (const [row, height] of heightsOf(layout, made.values)) sheet.getRow(row).height = height
  validate(sheet, layout, fields)
  for (const { code, maxLength } of edition.texts) limit(sheet, layout.texts.get(code), maxLength)
  for (const address of layout.explanations.values()) limit(sheet, address, LONGEST.explanation)
  limit(sheet, layout.reason, LONGEST.reason)
  colour(sheet, made)
  protect(sheet)
  sheet.commit()
}

function writeSlot(
  sheet: ExcelJS.Worksheet,
  { address, until, role, text, key }: Slot,
  { values }: TemplateSheet,
): void {
  const cell = sheet.getCell(address)
  const value = text ?? values.get(address) ?? null
  cell.value = value === '' ? null : value
  cell.style = lookOf(role, key)
  if (until !== address) sheet.mergeCells(`${address}:${until}`)
}

const lookOf = (role: Role, key: string | undefined) =>
  role === 'text' && key?.startsWith('explain:') ? looks.explanation : looks[role]

/** What the form says beside a box, Excel says when one enters it; what is no whole number is not taken. */
function validate(sheet: ExcelJS.Worksheet, layout: Layout, fields: readonly Field[]): void {
  for (const { name, indicator } of fields) {
    const address = layout.cells.get(name)
    if (!address) continue
    const signed = indicator.type === 'signed'
    sheet.getCell(address).dataValidation = {
      type: 'whole',
      operator: 'between',
      formulae: [signed ? -MOST : 0, MOST],
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: say('vi', 'template.wrongTitle'),
      error: say('vi', signed ? 'form.number.signed' : 'form.number'),
      ...(indicator.hint ? { showInputMessage: true, prompt: indicator.hint.vi.slice(0, 255) } : {}),
    }
  }
}

function limit(sheet: ExcelJS.Worksheet, address: string | undefined, most: number): void {
  if (!address) return
  sheet.getCell(address).dataValidation = {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formulae: [most],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: say('vi', 'template.longTitle'),
    error: say('vi', 'template.long', { most: formatNumber(most) }),
  }
}

/** Red where something must be mended, and the word for it in the checks: never colour alone. */
function colour(sheet: ExcelJS.Worksheet, { reds, layout }: TemplateSheet): void {
  const rule = (ref: string, formula: string, style: Partial<ExcelJS.Style>) =>
    sheet.addConditionalFormatting({
      ref,
      rules: [{ type: 'expression', formulae: [formula], style, priority: 1 }],
    })
  for (const [address, formulas] of reds) rule(address, `OR(${formulas.join(',')})`, RED)
  for (const { state, message } of layout.checks) {
    for (const { word, style } of BY_WORD) {
      rule(state, `${state}="${word}"`, style)
      rule(message, `${state}="${word}"`, style)
    }
  }
}

/** Without a password: it guards against slips, not against people. */
function protect(sheet: ExcelJS.Worksheet): void {
  void sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatRows: true,
    formatColumns: true,
  })
}

function writeStamps(sheet: ExcelJS.Worksheet, stamps: readonly Stamp[]): void {
  for (const row of stampRows(stamps)) sheet.addRow(row)
  protect(sheet)
  sheet.commit()
}
