import { Writable } from 'node:stream'
import type ExcelJS from 'exceljs'

/** An Excel book being written row by row: what has been written is compressed and let go. */
export type Book = {
  writer: ExcelJS.stream.xlsx.WorkbookWriter
  /** Ends the book and gives its bytes. */
  finish: () => Promise<Buffer>
}

export type BookProperties = { title: string; author: string; madeAt: Date }

/**
 * exceljs is loaded here and now: it is a quarter of the time a process takes to start, and few write a book.
 * @param properties `madeAt` is written as the time of making, so that the clock stays outside.
 */
export async function openBook({ title, author, madeAt }: BookProperties): Promise<Book> {
  const { default: excel } = await import('exceljs')
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk)
      done()
    },
  })
  const writer = new excel.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 6 } },
  })
  useTimesNewRoman(writer)
  writer.views = [
    { x: 0, y: 0, width: 28000, height: 16000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ]
  Object.assign(writer, { title, creator: author, lastModifiedBy: author, created: madeAt, modified: madeAt })
  return {
    writer,
    finish: async () => {
      await writer.commit()
      return Buffer.concat(chunks)
    },
  }
}

/**
 * A book's first font is its normal one: column widths are counted in its digits, and what a person types gets it.
 * exceljs puts Calibri there unless a font was registered before the first cell.
 */
function useTimesNewRoman(writer: ExcelJS.stream.xlsx.WorkbookWriter): void {
  const { styles } = writer as unknown as { styles: { _addFont: (font: Partial<ExcelJS.Font>) => number } }
  styles._addFont({ name: 'Times New Roman', family: 1, size: 11 })
}

/**
 * exceljs does not slow a writer down when compression falls behind (exceljs#734), and rows that wait are whole
 * objects. Letting the event loop turn every so many rows keeps memory flat and other requests answered.
 */
export const ROWS_BETWEEN_BREATHS = 16

export const breathe = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** 1 → 'A', 27 → 'AA'. */
export function letterOf(column: number): string {
  const rest = (column - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return column > 26 ? letterOf((column - 1 - rest) / 26) + letter : letter
}

/**
 * The margins of Nghị định 30/2020/NĐ-CP (top and bottom 20, left 30, right 15 mm) on A4 turned sideways; one page
 * wide, as many long as it takes; the page number in the middle of the upper margin from page 2 on.
 */
export const printing = {
  pageSetup: {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 1.18, right: 0.59, top: 0.79, bottom: 0.79, header: 0.4, footer: 0.4 },
  },
  headerFooter: {
    differentFirst: true,
    oddHeader: '&C&"Times New Roman,Regular"&13&P',
    firstHeader: '',
  },
} as const satisfies Partial<ExcelJS.AddWorksheetOptions>

export type SheetOptions = {
  name: string
  widths: readonly number[]
  frozen: { columns: number; rows: number }
  /** Pages to fit the sheet on; 0 is as many as it takes. */
  pages?: number
}

/** Adds a sheet as all sheets of the portal's books are: printed alike, heads in view and on every page. */
export function addSheet(
  book: Book,
  { name, widths, frozen, pages = 0 }: SheetOptions,
  headFrom: number,
): ExcelJS.Worksheet {
  const sheet = book.writer.addWorksheet(name, {
    ...printing,
    pageSetup: {
      ...printing.pageSetup,
      fitToHeight: pages,
      printTitlesRow: `${headFrom}:${frozen.rows}`,
    },
    views: [
      {
        state: 'frozen',
        xSplit: frozen.columns,
        ySplit: frozen.rows,
        topLeftCell: `${letterOf(frozen.columns + 1)}${frozen.rows + 1}`,
        activeCell: `${letterOf(frozen.columns + 1)}${frozen.rows + 1}`,
        showGridLines: false,
        zoomScale: 90,
      },
    ],
  })
  sheet.columns = widths.map(width => ({ width }))
  return sheet
}

/** Ends a sheet: what is printed is all that was written. */
export function closeSheet(sheet: ExcelJS.Worksheet, columns: number, lastRow: number): void {
  sheet.pageSetup.printArea = `A1:${letterOf(columns)}${lastRow}`
  sheet.commit()
}
