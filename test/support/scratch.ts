import { access, constants, mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const MEMORY = '/dev/shm'
/** What clusters and trial worlds of one run need at most, with much to spare (bytes). */
const ROOM = 2 * 1024 ** 3

/**
 * A new folder for a database to live in during a test: in memory where there is room for it, since a copy of a database
 * is a thousand small files, and on some disks takes ten times as long.
 */
export const makeScratch = async (name: string): Promise<string> =>
  mkdtemp(path.join((await hasRoom(MEMORY)) ? MEMORY : tmpdir(), `ngay-25-${name}-`))

async function hasRoom(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK)
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize > ROOM
  } catch {
    return false
  }
}
