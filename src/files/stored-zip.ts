import { crc32 } from 'node:zlib'

/**
 * A zip of files that are compressed already (workbooks are zips themselves): kept as they are, names in UTF-8.
 * Layout: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. No zip64: at most 65,535 files and 4 GB.
 */
export type ZipFile = { name: string; bytes: Buffer }

export function storedZip(files: readonly ZipFile[], madeAt: Date): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const path = Buffer.from(name.normalize('NFC'), 'utf8')
    const common = commonHeader(path, bytes, madeAt)
    const local = Buffer.concat([signature(0x04034b50), common, path])
    directory.push(entry(common, path, offset))
    parts.push(local, bytes)
    offset += local.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([...parts, listed, endOf(files.length, listed.length, offset)])
}

const VERSION = 20
const NAMES_IN_UTF8 = 0x0800

/** What the local header and the directory say alike, from "version needed" to the extra field's length. */
function commonHeader(path: Buffer, bytes: Buffer, madeAt: Date): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(VERSION, 0)
  header.writeUInt16LE(NAMES_IN_UTF8, 2)
  header.writeUInt32LE(dosTime(madeAt), 6)
  header.writeUInt32LE(crc32(bytes), 10)
  header.writeUInt32LE(bytes.length, 14)
  header.writeUInt32LE(bytes.length, 18)
  header.writeUInt16LE(path.length, 22)
  return header
}

function entry(common: Buffer, path: Buffer, offset: number): Buffer {
  const made = Buffer.alloc(2)
  made.writeUInt16LE(VERSION)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([signature(0x02014b50), made, common, rest, path])
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Time and date as DOS kept them, in Vietnam's hours: two seconds are the least it knows. */
function dosTime(instant: Date): number {
  const local = new Date(instant.getTime() + 7 * 3_600_000)
  const time = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1)
  const date = ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate()
  return ((date << 16) | time) >>> 0
}
