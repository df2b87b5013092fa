import type { Refusal } from './book.rules.ts'

/** Compound File Binary, the wrapper of Office before 2007 and of a workbook under a password ([MS-CFB] 2.2). */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const openings: { bytes: Buffer; refusal: Refusal }[] = [
  { bytes: Buffer.from('%PDF-'), refusal: 'pdf' },
  { bytes: Buffer.from('{\\rtf'), refusal: 'word' },
  { bytes: Buffer.from('Rar!'), refusal: 'rar' },
  { bytes: Buffer.from('377abcaf271c', 'hex'), refusal: 'rar' },
  { bytes: Buffer.from('89504e470d0a1a0a', 'hex'), refusal: 'picture' },
  { bytes: Buffer.from('ffd8ff', 'hex'), refusal: 'picture' },
  { bytes: Buffer.from('GIF8'), refusal: 'picture' },
  { bytes: Buffer.from('RIFF'), refusal: 'picture' },
  // BIFF2 to BIFF4, sheets of the years before compound files
  { bytes: Buffer.from('0904', 'hex'), refusal: 'old-xls' },
  { bytes: Buffer.from('0902', 'hex'), refusal: 'old-xls' },
  { bytes: Buffer.from('0908', 'hex'), refusal: 'old-xls' },
]

/** What a file is by its content, whatever its name says; null: a zip, which only reading can tell apart. */
export function refusalByContent(bytes: Buffer): Refusal | null {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, Buffer.from('PK'))) return null
  if (startsWith(bytes, compound)) return refusalOfCompound(bytes)
  const known = openings.find(opening => startsWith(bytes, opening.bytes))
  // A PDF's readers allow rubbish before its head
  if (known || bytes.subarray(0, 1024).includes('%PDF-')) return known?.refusal ?? 'pdf'
  return refusalOfText(bytes)
}

const startsWith = (bytes: Buffer, start: Buffer) => bytes.subarray(0, start.length).equals(start)

/** The streams of a compound file are named in UTF-16 in its directory. */
function refusalOfCompound(bytes: Buffer): Refusal {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return 'password'
  if (holds('WordDocument')) return 'word'
  return holds('Workbook') || holds('Book') ? 'old-xls' : 'not-a-workbook'
}

/** Many systems give a web page or text the name ".xls". */
function refusalOfText(bytes: Buffer): Refusal {
  const head = bytes.subarray(0, 4096).toString('utf8').trimStart()
  if (/^<(!doctype html|html|table|meta|head|body)/i.test(head)) return 'html'
  if (/^<\?xml/.test(head))
    return head.includes('urn:schemas-microsoft-com:office') ? 'html' : 'not-a-workbook'
  const isText = !head.includes('\0') && !head.includes('\ufffd')
  return isText && /[,;\t]/.test(head) ? 'csv' : 'not-a-workbook'
}

/** What a zip is by the names in it; null: a workbook of 2007 or later, to be read. */
export function refusalByEntries(names: ReadonlySet<string>): Refusal | null {
  const holds = (start: string) => [...names].some(name => name.toLowerCase().startsWith(start))
  if (holds('xl/workbook.bin')) return 'xlsb'
  if (holds('xl/vbaproject') || holds('xl/macrosheets/')) return 'macros'
  if (holds('xl/externallinks/') || holds('xl/connections.xml')) return 'external-links'
  if (names.has('[Content_Types].xml') && !holds('word/') && !holds('ppt/')) return null
  if (holds('word/')) return 'word'
  return names.has('mimetype') && names.has('content.xml') ? 'ods' : 'not-a-workbook'
}
