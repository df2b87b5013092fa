import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { storedZip, type ZipFile } from '../files/stored-zip.ts'
import type { ListedUnit } from '../units/unit.store.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { OpenReport, Reporting } from './open-report.rules.ts'
import { openReport } from './open-report.store.ts'
import { openTemplateBook } from './template.workbook.ts'
import { templateSheet } from './template-sheet.rules.ts'
import { sheetNamesOf } from './template-stamp.rules.ts'

export type Making = { month: Month; now: Date }

/** One commune's template. @param withDraft whether the boxes may hold what the commune has not sent. */
export function templateBookOf(
  open: OpenReport,
  { withDraft, now }: { withDraft: boolean; now: Date },
): Promise<Buffer> {
  return bookOf([open], { title: titleOf(open.month, open.unit.fullName), withDraft, now })
}

type Bound = { title: string; withDraft: boolean; now: Date }

async function bookOf(opens: readonly OpenReport[], { title, withDraft, now }: Bound): Promise<Buffer> {
  const book = await openTemplateBook({ title, madeAt: now })
  const names = sheetNamesOf(opens.map(({ unit }) => ({ ...unit, name: unit.fullName })))
  for (const open of opens) book.add(names.get(open.unit.id) ?? '', open, templateSheet(open, { withDraft }))
  return book.finish()
}

/** A sheet for each commune of an office, in the order given. They are opened one by one: memory stays flat. */
export async function templateBook(
  db: Db,
  units: readonly ListedUnit[],
  { month, now, title }: Making & { title: string },
): Promise<Buffer> {
  const book = await openTemplateBook({ title, madeAt: now })
  const names = sheetNamesOf(units)
  for (const unit of units) {
    const open = await openReport(db, { unit: reportingOf(unit, month), month })
    book.add(names.get(unit.id) ?? unit.code, open, templateSheet(open, { withDraft: false }))
  }
  return book.finish()
}

/** The same as a file for each commune, to be handed on by mail. */
export async function templateZip(
  db: Db,
  units: readonly ListedUnit[],
  { month, now }: Making,
): Promise<Buffer> {
  const files: ZipFile[] = []
  for (const unit of units) {
    const open = await openReport(db, { unit: reportingOf(unit, month), month })
    const bytes = await templateBookOf(open, { withDraft: false, now })
    files.push({ name: `${fileSafe(unit.code)} - ${fileSafe(titleOf(month, unit.fullName))}.xlsx`, bytes })
  }
  return storedZip(files, now)
}

/** A commune's template is named for its month and name, which is how people look for it. */
export const templateFileName = (month: Month, unit: string): string =>
  `${fileSafe(titleOf(month, unit))}.xlsx`

export const titleOf = (month: Month, unit: string): string =>
  say('vi', 'template.fileName', { month: formatMonth(month), unit })

/** Without what a file's name may not hold on Windows. */
export const fileSafe = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim()

/** Valid in the month by the question that listed it; its first month matters to nothing on a template. */
const reportingOf = ({ id, code, fullName, parentId }: ListedUnit, month: Month): Reporting => ({
  id,
  code,
  fullName,
  validFrom: month,
  parentId,
})
