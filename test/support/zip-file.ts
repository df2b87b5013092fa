import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a zip made by hand; what it declares may be a lie. */
export type ZipEntry = {
  name: string
  data: Buffer | string
  declared?: number
  crc?: number
  flags?: number
}

/** A zip as bytes, good or bad, as the test wants it. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data)
    const packed = deflateRawSync(data)
    const name = Buffer.from(entry.name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(entry.flags ?? 0, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(entry.crc ?? crc32(data), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(entry.declared ?? data.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}

const types = (main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml') =>
  `<?xml version="1.0"?><Types><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`

export type SheetXml = { name: string; data: string }

/** The parts of a small workbook; `data` is what stands between <worksheet> and its end. */
export function bookEntries(sheets: readonly SheetXml[], extra: readonly ZipEntry[] = []): ZipEntry[] {
  const listed = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
  const relations = sheets.map((_, at) =>
    relation(`r${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  )
  const own: ZipEntry[] = [
    { name: '[Content_Types].xml', data: types() },
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    { name: 'xl/workbook.xml', data: `<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships>${relations.join('')}</Relationships>` },
    ...sheets.map(({ data }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: `<worksheet>${data}</worksheet>`,
    })),
  ]
  const replaced = new Set(extra.map(({ name }) => name))
  return [...own.filter(({ name }) => !replaced.has(name)), ...extra]
}

export const macroTypes = types('application/vnd.ms-excel.sheet.macroEnabled.main+xml')

/** A workbook of plain rows, each cell written in place. */
export function bookOfRows(name: string, rows: readonly (readonly (string | number | null)[])[]): Buffer {
  const cell = (value: string | number | null) => {
    if (value === null) return '<c/>'
    return typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t>${value.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`
  }
  const data = rows.map(row => `<row>${row.map(cell).join('')}</row>`).join('')
  return zipOf(bookEntries([{ name, data: `<sheetData>${data}</sheetData>` }]))
}
