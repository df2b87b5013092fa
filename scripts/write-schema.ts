import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describeSchema } from '../src/db/describe.ts'
import { openPortalForScript } from './open-portal.ts'

/** Writes migrations/schema.txt from the database as the migrations made it. */
const { deps, close } = await openPortalForScript()
try {
  await writeFile(
    path.resolve(import.meta.dirname, '../migrations/schema.txt'),
    await describeSchema(deps.db),
  )
} finally {
  await close()
}
