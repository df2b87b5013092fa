import { Refuse } from './refuse.ts'
import { attribute, readXml } from './xml.ts'
import type { Archive } from './zip.ts'

export type SheetPart = { name: string; hidden: boolean; part: string }
export type BookParts = {
  sheets: SheetPart[]
  date1904: boolean
  texts: string | null
  styles: string | null
}

type Relation = { id: string; type: string; part: string }

/** Where the parts of a workbook lie (ECMA-376 part 2, relationships): nothing is guessed from names. */
export async function readBookParts(archive: Archive): Promise<BookParts> {
  const book = (await relationsOf(archive, '')).find(it => it.type === 'officeDocument')?.part
  if (!book) throw new Refuse('not-a-workbook', 'no officeDocument')
  const relations = await relationsOf(archive, book)
  const partOf = (test: (relation: Relation) => boolean) => relations.find(test)?.part ?? null
  const { listed, date1904 } = await readSheetList(archive, book)
  const sheets = listed.flatMap(({ id, ...sheet }) => {
    // A chart sheet or a dialog has no cells
    const part = partOf(it => it.id === id && it.type === 'worksheet')
    return part ? [{ ...sheet, part }] : []
  })
  return {
    sheets,
    date1904,
    texts: partOf(it => it.type === 'sharedStrings'),
    styles: partOf(it => it.type === 'styles'),
  }
}

type Listed = { name: string; hidden: boolean; id: string }

async function readSheetList(archive: Archive, book: string) {
  const listed: Listed[] = []
  let date1904 = false
  await readXml(archive.read(book), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = isOn(attributes.date1904)
      if (name !== 'sheet') return
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      listed.push({ name: attributes.name ?? '', hidden, id: attribute(attributes, 'id') ?? '' })
    },
  })
  return { listed, date1904 }
}

export const isOn = (value: string | undefined) => value === '1' || value === 'true'

/** The relations of a part ('' : of the package); a target outside the file is none of the workbook's parts. */
async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const file = `${folder}_rels/${part.slice(slash)}.rels`
  if (!archive.names.has(file)) return []
  const relations: Relation[] = []
  await readXml(archive.read(file), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: resolve(folder, Target) })
    },
  })
  return relations
}

/** 'xl/' and '../docProps/a.xml' → 'docProps/a.xml'; '/xl/b.xml' → 'xl/b.xml' */
function resolve(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : `${folder}${target}`).split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step && step !== '.') path.push(step)
  }
  return path.join('/')
}
