import { performance } from 'node:perf_hooks'
import { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import { makeConsolidation } from '../../src/consolidation/make-consolidation.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { NOW } from './world.ts'

/**
 * One book in a process of its own, so that its memory is its own. `ours` makes the office's book; `limit`
 * lets exceljs' streaming writer write the cells of the month's book, with their styles, as often as asked.
 */
const [kind = '', url = '', office = '', period = '', times = '1'] = process.argv.slice(2)
const db = openDatabase(openPool({ url, max: 4 }))
const make = (of: string) =>
  makeConsolidation(db, {
    officeId: Number(office),
    period: of,
    now: NOW,
    actor: { id: null, name: 'bench' },
  })

if (kind === 'ours') await report(async () => (await make(period))?.bytes.byteLength ?? 0)
else {
  const sheets = await cellsOf((await make(period))?.bytes ?? Buffer.alloc(0))
  await report(() => write(sheets, Number(times)))
}
await db.destroy()

async function report(work: () => Promise<number>): Promise<void> {
  const started = performance.now()
  const bytes = await work()
  const ms = performance.now() - started
  process.send?.({ ms, bytes, peakMiB: process.resourceUsage().maxRSS / 1024 })
}

type Cells = { value: ExcelJS.CellValue; style: Partial<ExcelJS.Style> }[][]

async function cellsOf(bytes: Buffer): Promise<Cells[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book.worksheets.map(sheet => {
    const rows: Cells = []
    sheet.eachRow({ includeEmpty: true }, row => {
      const cells: Cells[number] = []
      row.eachCell({ includeEmpty: true }, cell =>
        cells.push({ value: cell.isMerged && cell.master !== cell ? null : cell.value, style: cell.style }),
      )
      rows.push(cells)
    })
    return rows
  })
}

async function write(sheets: Cells[], copies: number): Promise<number> {
  let size = 0
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      size += chunk.length
      done()
    },
  })
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 6 } },
  })
  for (let copy = 1; copy <= copies; copy += 1) {
    for (const [index, rows] of sheets.entries()) {
      const sheet = writer.addWorksheet(`${copy}-${index + 1}`)
      for (const cells of rows) {
        const row = sheet.addRow(cells.map(it => it.value))
        for (const [column, { style }] of cells.entries()) row.getCell(column + 1).style = style
        row.commit()
      }
      sheet.commit()
    }
  }
  await writer.commit()
  return size
}
