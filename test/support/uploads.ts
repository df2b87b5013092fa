import ExcelJS from 'exceljs'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { openReport } from '../../src/reports/open-report.store.ts'
import { reportingUnit } from '../../src/reports/reporting-unit.ts'
import { type Layout, layoutOf } from '../../src/reports/template-layout.rules.ts'
import { findUnit } from '../../src/units/unit.store.ts'
import type { Agent, Portal } from './portal.ts'

/** A workbook that a page hands out, opened as Excel would. */
export async function download(agent: Agent, path: string): Promise<ExcelJS.Workbook> {
  const { body } = await agent.raw.get(path).buffer(true).parse(binary)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(body)
  return book
}

type Reading = { on: (event: string, listener: (chunk: Buffer) => void) => void }

function binary(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  const reading = response as Reading
  reading.on('data', chunk => chunks.push(chunk))
  reading.on('end', () => done(null, Buffer.concat(chunks)))
}

/** Where the boxes are on a commune's template. */
export async function layoutFor(portal: Portal, unitId: number, month = '2026-11'): Promise<Layout> {
  const unit = await findUnit(portal.db, unitId, asMonth(month))
  if (!unit) throw new Error(`no unit ${unitId}`)
  const open = await openReport(portal.db, {
    unit: reportingUnit(unit, asMonth(month)),
    month: asMonth(month),
  })
  return layoutOf({ ...open, unit: { id: unit.id, code: unit.code, name: unit.fullName } })
}

/** Types into a sheet's boxes, by the boxes' names. */
export function typeInto(sheet: ExcelJS.Worksheet, layout: Layout, typed: Record<string, string>): void {
  for (const [name, text] of Object.entries(typed)) {
    const code = name.replace('explain:', '')
    const address = layout.cells.get(name) ?? layout.texts.get(name) ?? layout.explanations.get(code)
    if (address) sheet.getCell(address).value = /^-?\d+$/.test(text) ? Number(text) : text
  }
}

export const bytesOf = async (book: ExcelJS.Workbook): Promise<Buffer> =>
  Buffer.from(await book.xlsx.writeBuffer())

/** Uploads a file on the page at `path`. */
export async function upload(agent: Agent, path: string, bytes: Buffer, name = 'báo cáo.xlsx') {
  const { text } = await agent.get(path)
  const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  return agent.raw.post(path).field('_csrf', token).attach('file', bytes, name)
}

/** The revisions and communes that a preview would send on, as its buttons do. */
export function pressOf(html: string): Record<string, string | string[]> {
  const units = [...html.matchAll(/name="unit" value="(\d+)"/g)].map(it => it[1] ?? '')
  const revisions = [...html.matchAll(/name="(revision-\d+)" value="(\d+)"/g)]
  return { unit: units, ...Object.fromEntries(revisions.map(it => [it[1] ?? '', it[2] ?? ''])) }
}
