/** What a signed paper may be kept as; told by content, whatever the name says. */
export type ScanType = 'pdf' | 'jpeg' | 'png'

/** Why a file is not taken; each has its sentence ('scan.refusal.…') and what to do instead. */
export type ScanRefusal = 'none' | 'empty' | 'heic' | 'office' | 'type' | 'broken' | 'many'

export type ScanKind = { type: ScanType; refusal: null } | { type: null; refusal: ScanRefusal }

type Opening = { type: ScanType; opens: (bytes: Buffer) => boolean; ends: (bytes: Buffer) => boolean }

const startsWith = (bytes: Buffer, start: Buffer) => bytes.subarray(0, start.length).equals(start)
const hex = (digits: string) => Buffer.from(digits, 'hex')

/** A PDF's readers look for its end in the last 1,024 bytes; scanners add some. */
const PDF_TAIL = 2048

/**
 * The heads of ISO 32000 (PDF), ITU T.81 (JPEG) and ISO 15948 (PNG), and what each ends with: a file cut off on its way
 * is found out now, not when somebody needs it. Cameras write behind a JPEG's end, so its end may stand anywhere.
 */
const openings: Opening[] = [
  {
    type: 'pdf',
    opens: bytes => /^(?:\xef\xbb\xbf)?\s*%PDF-\d/.test(bytes.subarray(0, 64).toString('latin1')),
    ends: bytes => bytes.subarray(-PDF_TAIL).includes('%%EOF'),
  },
  {
    type: 'jpeg',
    opens: bytes => startsWith(bytes, hex('ffd8ff')),
    ends: bytes => bytes.lastIndexOf(hex('ffd9')) > 3,
  },
  {
    type: 'png',
    opens: bytes => startsWith(bytes, hex('89504e470d0a1a0a')),
    ends: bytes => bytes.lastIndexOf('IEND') > 8,
  },
]

/** What a file is, or why it is not taken. */
export function scanKind(bytes: Buffer): ScanKind {
  if (bytes.length === 0) return { type: null, refusal: 'empty' }
  const known = openings.find(it => it.opens(bytes))
  if (!known) return { type: null, refusal: strangerOf(bytes) }
  return known.ends(bytes) ? { type: known.type, refusal: null } : { type: null, refusal: 'broken' }
}

/** A phone's HEIC and a Word or Excel file are what people really choose by mistake. */
function strangerOf(bytes: Buffer): ScanRefusal {
  const brand = bytes.subarray(4, 12).toString('latin1')
  if (/^ftyp(hei|hev|mif1|msf1|avif)/.test(brand)) return 'heic'
  return startsWith(bytes, Buffer.from('PK')) || startsWith(bytes, hex('d0cf11e0a1b11ae1'))
    ? 'office'
    : 'type'
}

const endings: Record<ScanType, string> = { pdf: '.pdf', jpeg: '.jpg', png: '.png' }
const LONGEST_STEM = 100

/**
 * The name a scan is kept and handed out under: no path, nothing a file system refuses, and the ending of what it is,
 * so that nothing else comes down under its name. `named` is already clean text (words/vietnamese); `unnamed` stands for no name.
 */
export function scanName(named: string, type: ScanType, unnamed: string): string {
  const last = named.split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[<>:"|?*\n]+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${[...stem].slice(0, LONGEST_STEM).join('').trim() || unnamed}${endings[type]}`
}
