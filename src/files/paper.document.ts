import type * as Docx from 'docx'
import { say } from '../words/all.ts'
import type { OfficialPaper, PaperBlock } from './paper-model.rules.ts'
import { addresseeLines, paperMargins, recipientLines } from './paper-model.rules.ts'
import {
  FONT,
  type Library,
  type Look,
  line,
  type Place,
  pair,
  rule,
  run,
  SIX_POINTS,
  SIZE,
  twips,
  WIDTH,
} from './paper-part.document.ts'
import { paperTable } from './paper-table.document.ts'

/** The paper as a Word file (.docx), A4, Times New Roman, drawn as Nghị định 30/2020/NĐ-CP, Phụ lục I lays it out. */
export async function writePaper(paper: OfficialPaper): Promise<Buffer> {
  const docx = await import('docx')
  const last = paper.blocks.length - 1
  const document = new docx.Document({
    title: [paper.name, paper.about].filter(Boolean).join(' '),
    creator: paper.head.agency.join(' '),
    styles: {
      default: { document: { run: { font: FONT, size: SIZE.body, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: sheet,
        headers: {
          default: new docx.Header({ children: [pageNumber(docx)] }),
          first: new docx.Header({ children: [line(docx, [])] }),
        },
        children: [
          ...(paper.mark ? [line(docx, [run(docx, paper.mark, { bold: true })], { align: 'right' })] : []),
          headOf(docx, paper),
          ...titleOf(docx, paper),
          ...addresseesOf(docx, paper),
          ...paper.blocks.flatMap((it, at) => blockOf(docx, it, at === last)),
          line(docx, [], { keep: true }),
          footOf(docx, paper),
        ],
      },
    ],
  })
  return docx.Packer.toBuffer(document)
}

/** The first page has no number; from the second on it stands in the middle of the margin on top. */
const sheet = {
  titlePage: true,
  page: {
    size: { width: twips(210), height: twips(297) },
    margin: {
      top: twips(paperMargins.top),
      bottom: twips(paperMargins.bottom),
      left: twips(paperMargins.left),
      right: twips(paperMargins.right),
      header: twips(10),
    },
  },
}

const pageNumber = (docx: Library) =>
  new docx.Paragraph({
    alignment: 'center',
    children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT], size: SIZE.body, font: FONT })],
  })

const centred = (docx: Library, text: string, { after = 0, ...look }: Look & { after?: number }) =>
  line(docx, [run(docx, text, look)], { align: 'center', after })

function headOf(docx: Library, { head, name, about }: OfficialPaper): Docx.Table {
  const leftWidth = Math.round(WIDTH * 0.39)
  const subject = say('vi', 'papers.subject', { about })
  const left = [
    ...(head.superior ? [centred(docx, head.superior, { size: SIZE.head })] : []),
    ...head.agency.map(it => centred(docx, it, { size: SIZE.head, bold: true })),
    rule(docx, 0.4, leftWidth),
    centred(docx, head.number, { size: SIZE.head }),
    ...(name === null ? [centred(docx, subject, { size: SIZE.recipients, after: SIX_POINTS })] : []),
  ]
  const right = [
    centred(docx, say('vi', 'papers.nation'), { size: SIZE.head, bold: true }),
    centred(docx, say('vi', 'papers.motto'), { bold: true }),
    rule(docx, 0.62, WIDTH - leftWidth),
    centred(docx, head.placeDate, { italics: true }),
  ]
  return pair(docx, leftWidth, [left, right])
}

function titleOf(docx: Library, { name, about }: OfficialPaper): Docx.Paragraph[] {
  if (name === null) return []
  const strong = (text: string, place: Place) =>
    line(docx, [run(docx, text, { bold: true })], { ...place, align: 'center', keep: true })
  return [strong(name, { before: 2 * SIX_POINTS }), strong(about, { after: 40 }), rule(docx, 0.3, WIDTH)]
}

function addresseesOf(docx: Library, paper: OfficialPaper): Docx.Paragraph[] {
  const lines = addresseeLines(paper.addressees)
  const label = say('vi', 'papers.to')
  const around = { before: 2 * SIX_POINTS, after: 2 * SIX_POINTS }
  if (lines.length === 0) return []
  if (lines.length === 1)
    return [line(docx, [run(docx, `${label} ${lines[0]}`)], { align: 'center', ...around })]
  const last = lines.length - 1
  return [
    line(docx, [run(docx, label)], { before: around.before, indent: twips(25), keep: true }),
    ...lines.map((it, at) =>
      line(docx, [run(docx, it)], { indent: twips(40), after: at === last ? around.after : 0 }),
    ),
  ]
}

/** The signatures never stand on a sheet of their own: the last paragraph goes with them. */
function blockOf(docx: Library, block: PaperBlock, last: boolean): (Docx.Paragraph | Docx.Table)[] {
  if (block.kind === 'table') return paperTable(docx, block.table)
  const heading = block.kind === 'heading'
  const place: Place = { align: 'both', before: SIX_POINTS, indent: twips(10), keep: heading || last }
  return [line(docx, [run(docx, block.text, { bold: heading })], place)]
}

/** Room to sign in and to stamp. */
const ROOM = 5

function footOf(docx: Library, { recipients, signature }: OfficialPaper): Docx.Table {
  const label = run(docx, say('vi', 'papers.recipients'), {
    size: SIZE.recipients,
    bold: true,
    italics: true,
  })
  const left = [
    line(docx, [label]),
    ...recipientLines(recipients).map(it =>
      line(docx, [run(docx, it, { size: SIZE.small })], { hanging: twips(3) }),
    ),
  ]
  const right = [
    ...signature.capacities.map(it => centred(docx, it, { bold: true })),
    ...Array.from({ length: ROOM }, () => centred(docx, '', {})),
    centred(docx, signature.name, { bold: true }),
  ]
  return pair(docx, Math.round(WIDTH * 0.48), [left, right])
}
