import type * as Docx from 'docx'
import type { PaperTable } from './paper-model.rules.ts'
import { type Library, line, type Place, run, SIX_POINTS, SIZE, WIDTH } from './paper-part.document.ts'

/** A table under its caption; its head stands again on every sheet, and no row is torn. */
export function paperTable(
  docx: Library,
  { caption, columns, rows }: PaperTable,
): (Docx.Paragraph | Docx.Table)[] {
  const widths = columns.map(it => Math.round((WIDTH * it.share) / 100))
  const cell = (text: string, at: number, { bold, align }: { bold: boolean; align: Place['align'] }) =>
    new docx.TableCell({
      width: { size: widths[at] ?? 0, type: 'dxa' },
      margins: { left: 70, right: 70, top: 20, bottom: 20 },
      verticalAlign: 'center',
      children: [line(docx, [run(docx, text, { size: SIZE.table, bold })], align ? { align } : {})],
    })
  const row = (cells: Docx.TableCell[], tableHeader = false) =>
    new docx.TableRow({ cantSplit: true, tableHeader, children: cells })
  const head = row(
    columns.map((it, at) => cell(it.head, at, { bold: true, align: 'center' })),
    true,
  )
  const body = rows.map(({ cells, strong }) =>
    row(cells.map((text, at) => cell(text, at, { bold: strong, align: columns[at]?.align }))),
  )
  const title = run(docx, caption, { bold: true, size: SIZE.head })
  return [
    line(docx, [title], { align: 'center', before: SIX_POINTS, after: 60, keep: true }),
    new docx.Table({
      width: { size: WIDTH, type: 'dxa' },
      columnWidths: widths,
      layout: 'fixed',
      rows: [head, ...body],
    }),
  ]
}
