import { crc32 } from 'node:zlib'
import yauzl, { type Entry } from 'yauzl'
import { readingLimits } from './book.rules.ts'
import type { Budget } from './budget.ts'
import { Refuse } from './refuse.ts'

/** An archive in memory. `read` inflates one entry, piece by piece, and checks what came out. */
export type Archive = {
  names: ReadonlySet<string>
  read: (name: string) => AsyncGenerator<Buffer>
}

/**
 * Opens an archive without inflating anything. What its heads declare is believed only against it: too many entries
 * or too large a sum refuse it at once, and what really comes out is counted against the budget besides.
 */
export async function openArchive(bytes: Buffer, budget: Budget): Promise<Archive> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
  budget.entries(zip.entryCount)
  const entries = new Map<string, Entry>()
  let declared = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Refuse('password', entry.fileName)
    declared += entry.uncompressedSize
    if (declared > readingLimits.unpackedBytes) throw new Refuse('bomb', entry.fileName)
    const name = nameOf(entry)
    if (entries.has(name)) throw new Refuse('broken', `twice: ${name}`)
    entries.set(name, entry)
  }
  const read = (name: string) => {
    const entry = entries.get(name)
    if (!entry) throw new Refuse('broken', `missing: ${name}`)
    return inflate(zip, entry, budget)
  }
  return { names: new Set(entries.keys()), read }
}

/** macOS writes names in UTF-8 without saying so, and with its marks apart; as code page 437 they would be gibberish. */
function nameOf({ fileName, fileNameRaw }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true })
      .decode(fileNameRaw)
      .normalize('NFC')
      .replaceAll('\\', '/')
  } catch {
    return fileName
  }
}

/** yauzl checks sizes but no checksum; a flipped bit must not become a figure. */
async function* inflate(zip: yauzl.ZipFile, entry: Entry, budget: Budget): AsyncGenerator<Buffer> {
  const stream = await zip.openReadStreamPromise(entry)
  let sum = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    budget.bytes(piece.length)
    sum = crc32(piece, sum)
    yield piece
  }
  if (sum !== entry.crc32) throw new Refuse('broken', `checksum: ${entry.fileName}`)
}
