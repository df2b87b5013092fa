import type { Response } from 'express'
import {
  addresseeLines,
  type OfficialPaper,
  type PaperBlock,
  recipientLines,
} from '../files/paper-model.rules.ts'
import { say } from '../words/all.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A Word file as an answer: taken down, never opened in the page, and not kept by anybody between. */
export function sendDocument(res: Response, fileName: string, bytes: Buffer): void {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  res
    .set('Content-Type', DOCX)
    .set(
      'Content-Disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    )
    .set('Cache-Control', 'private, no-store')
    .send(bytes)
}

/** What every paper says, in Vietnamese whatever the page is in. */
const fixed = {
  nation: say('vi', 'papers.nation'),
  motto: say('vi', 'papers.motto'),
  to: say('vi', 'papers.to'),
  recipients: say('vi', 'papers.recipients'),
}

/** The paper as views/partials/official-paper draws it. */
export function shownPaper(paper: OfficialPaper) {
  const addressees = addresseeLines(paper.addressees)
  return {
    ...paper,
    letter: paper.name === null,
    subject: say('vi', 'papers.subject', { about: paper.about }),
    fixed,
    addressee: addressees.length === 1 ? addressees[0] : null,
    addressees: addressees.length > 1 ? addressees : [],
    recipients: recipientLines(paper.recipients),
    blocks: paper.blocks.map(shownBlock),
  }
}

export type ShownPaper = ReturnType<typeof shownPaper>

function shownBlock(block: PaperBlock) {
  if (block.kind !== 'table') return { heading: block.kind === 'heading', text: block.text, table: null }
  const { caption, columns, rows } = block.table
  const shown = rows.map(({ cells, strong }) => ({
    strong,
    cells: cells.map((text, at) => ({ text, align: columns[at]?.align ?? 'left' })),
  }))
  const heads = columns.map(({ head, share }) => ({ head, width: `w${Math.round(share)}` }))
  return { heading: false, text: '', table: { caption, heads, rows: shown } }
}
