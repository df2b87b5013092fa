import type { Db } from '../db/database.ts'
import { readBytes } from './snapshot.store.ts'

/** As much as a process holds of copies asked for lately: some twenty books of a province's year, or of a nation's month. */
const HELD_BYTES = 32 * 1024 * 1024

const held = new Map<string, Buffer>()

/**
 * The bytes of a kept file. They are named by what they are and never change, so holding the last few is no state: any process
 * gives the same, and PostgreSQL writes a file out in letters twice its size each time it is asked.
 */
export async function keptBytes(db: Db, sha256: string): Promise<Buffer | null> {
  const bytes = held.get(sha256) ?? (await readBytes(db, sha256))
  if (!bytes) return null
  held.delete(sha256)
  held.set(sha256, bytes)
  let size = [...held.values()].reduce((sum, it) => sum + it.length, 0)
  for (const [oldest, { length }] of held) {
    if (size <= HELD_BYTES) break
    held.delete(oldest)
    size -= length
  }
  return bytes
}
