import { fail, printTable, readArguments } from './arguments.ts'
import { openPortalForScript } from './open-portal.ts'

/**
 * Brings the database up to date (the portal does so as well when it starts) and lists what has been applied: in one
 * transaction each, one process at a time. A fresh trial is filled first, as by every script.
 */
const usage = 'Usage: npm run -s migrate [-- --json]'

const { values, positionals } = readArguments(usage, { json: { type: 'boolean' } })
if (positionals.length > 0) fail(`"${positionals[0]}" is not expected. ${usage}`)

const begun = new Date().toISOString()
const { deps, close } = await openPortalForScript()
try {
  const { rows } = await deps.pool.query<{ name: string; timestamp: string }>(
    'select name, timestamp from migration order by name',
  )
  const applied = rows.map(({ name, timestamp }) => ({ name, at: timestamp, now: timestamp >= begun }))
  if (values.json) console.log(JSON.stringify(applied, null, 2))
  else printTable(applied.map(({ name, at, now }) => [name, at, now ? 'applied now' : 'applied before']))
} finally {
  await close()
}
