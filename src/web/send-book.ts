import type { Response } from 'express'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook as an answer, never kept by anybody between. @param title becomes the file's name. */
export function sendBook(res: Response, title: string, bytes: Buffer): void {
  const name = `${title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim()}.xlsx`
  res.attachment(name).set('Cache-Control', 'private, no-store').type(WORKBOOK).send(bytes)
}
