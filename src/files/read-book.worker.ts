import { parentPort } from 'node:worker_threads'
import { readBookHere, readUploadHere } from './book-reader.ts'
import { packFiles } from './packed-book.ts'
import type { Errand } from './read-book.ts'

/** The reading thread: one errand, one answer, nothing kept in between. */
parentPort?.on('message', async ({ bytes, fileName }: Errand) => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read =
    fileName === null
      ? { ok: true as const, books: [{ name: '', book: await readBookHere(file) }] }
      : await readUploadHere(file, fileName)
  parentPort?.postMessage(packFiles(read))
})
