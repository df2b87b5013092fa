import { type ReadBook, type ReadFiles, type Refusal, readingLimits, type Sheet } from './book.rules.ts'
import { readBookParts } from './book-parts.ts'
import { type Budget, openBudget } from './budget.ts'
import { refusalByContent, refusalByEntries } from './kind-of-file.ts'
import { Refuse, refusalOf } from './refuse.ts'
import { readNumberStyles, readSharedTexts } from './shared-parts.ts'
import { readSheet } from './sheet-reader.ts'
import { readXml } from './xml.ts'
import { type Archive, openArchive } from './zip.ts'

/** Reads in this very thread: for the reading thread, see read-book.ts for everyone else. */
export async function readBookHere(bytes: Buffer): Promise<ReadBook> {
  try {
    const budget = openBudget()
    return await bookOf(await archiveOf(bytes, budget), budget)
  } catch (fault) {
    return refusalOf(fault)
  }
}

/** The same for an upload that may also be a zip of workbooks; one bad workbook in it leaves the others readable. */
export async function readUploadHere(bytes: Buffer, fileName: string): Promise<ReadFiles> {
  try {
    const budget = openBudget()
    const archive = await archiveOf(bytes, budget)
    if (isDocument(archive))
      return { ok: true, books: [{ name: fileName, book: await bookOf(archive, budget) }] }
    const names = [...archive.names].filter(isWorkbookName)
    if (names.length === 0) throw new Refuse('no-workbooks')
    const books = []
    for (const name of names)
      books.push({ name: baseName(name), book: await bookWithin(archive, name, budget) })
    return { ok: true, books }
  } catch (fault) {
    return refusalOf(fault)
  }
}

/** Every kind of office document is a zip with one of these at its root; a zip somebody made has neither. */
const isDocument = ({ names }: Archive) => names.has('[Content_Types].xml') || names.has('mimetype')

const baseName = (name: string) => name.slice(name.lastIndexOf('/') + 1)

/** Without the shadows that macOS ('__MACOSX/._a.xlsx') and an open Excel ('~$a.xlsx') leave behind. */
const isWorkbookName = (name: string) =>
  /\.(xls|xlsx|xlsm|xlsb|ods)$/i.test(name) &&
  !name.startsWith('__MACOSX/') &&
  !/^(\.|~\$)/.test(baseName(name))

/** What the whole upload may cost is refused for the whole; anything else is that workbook's own fault. */
const ofTheWhole: ReadonlySet<Refusal> = new Set(['bomb', 'too-many-cells', 'too-many-entries'])

async function bookWithin(archive: Archive, name: string, budget: Budget): Promise<ReadBook> {
  try {
    const pieces: Buffer[] = []
    for await (const piece of archive.read(name)) pieces.push(piece)
    return await bookOf(await archiveOf(Buffer.concat(pieces), budget), budget)
  } catch (fault) {
    const refused = refusalOf(fault)
    if (ofTheWhole.has(refused.refusal)) throw fault
    return refused
  }
}

async function archiveOf(bytes: Buffer, budget: Budget): Promise<Archive> {
  if (bytes.length > readingLimits.packedBytes) throw new Refuse('too-large', `${bytes.length} bytes`)
  const refusal = refusalByContent(bytes)
  if (refusal) throw new Refuse(refusal)
  return openArchive(bytes, budget)
}

async function bookOf(archive: Archive, budget: Budget): Promise<ReadBook> {
  const refusal = refusalByEntries(archive.names)
  if (refusal) throw new Refuse(refusal)
  await refuseMacros(archive)
  const parts = await readBookParts(archive)
  if (parts.sheets.length > readingLimits.sheets)
    throw new Refuse('too-many-sheets', `${parts.sheets.length}`)
  const texts = await readSharedTexts(archive, parts.texts)
  const styles = await readNumberStyles(archive, parts.styles)
  const sheets: Sheet[] = []
  for (const part of parts.sheets) {
    sheets.push(await readSheet(archive, part, { texts, ...styles, date1904: parts.date1904, budget }))
  }
  return { ok: true, sheets }
}

/** A workbook that allows macros says so in its content types, even when it carries none. */
async function refuseMacros(archive: Archive): Promise<void> {
  await readXml(archive.read('[Content_Types].xml'), {
    open: (_, { ContentType = '' }) => {
      if (/macroEnabled|vbaProject/i.test(ContentType)) throw new Refuse('macros', ContentType)
    },
  })
}
