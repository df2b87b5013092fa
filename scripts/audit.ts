import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { headText, readHead } from '../src/audit/chain.rules.ts'
import { fail, readArguments } from './arguments.ts'
import { openPortalForScript } from './open-portal.ts'

/**
 * Checks the log's chain, or writes the whole log to a file. Exit code 1 when the chain is broken. The head that a check
 * prints is worth writing down outside the portal: `--expect` later shows that what stood there then still does.
 */
const usage = 'Usage: npm run -s audit -- (--check [--expect SEQ:HASH] | --export log.csv) [--json]'

const { values, positionals } = readArguments(usage, {
  check: { type: 'boolean' },
  expect: { type: 'string' },
  export: { type: 'string' },
  json: { type: 'boolean' },
})
const file = values.export
if (positionals.length > 0) fail(`Not understood: "${positionals.join(' ')}". ${usage}`)
if ((values.check === true) === (file !== undefined)) fail(`Either --check or --export. ${usage}`)
const expected = values.expect === undefined ? null : readHead(values.expect)
if (values.expect !== undefined && !expected)
  fail(`"${values.expect}" is not a head like 12345:<64 digits>. ${usage}`)

const { deps, close } = await openPortalForScript()
try {
  if (file === undefined) await check()
  else await writeLog(file)
} finally {
  await close()
}

async function check(): Promise<void> {
  const { checkChain } = await import('../src/audit/check-chain.ts')
  const { lines, head, faults } = await checkChain(deps.db, expected)
  if (faults.length > 0) process.exitCode = 1
  if (values.json)
    return console.log(JSON.stringify({ sound: faults.length === 0, lines, head, faults }, null, 2))
  console.log(`${lines} lines sealed, head ${head ? headText(head) : 'none yet'}`)
  for (const { kind, seq, auditId } of faults)
    console.log(
      `fault: ${kind}${seq === null ? '' : `, link ${seq}`}${auditId === null ? '' : `, line ${auditId}`}`,
    )
  console.log(faults.length === 0 ? 'the chain is whole' : 'THE CHAIN IS BROKEN')
}

async function writeLog(path: string): Promise<void> {
  const { exportLog } = await import('../src/audit/export-log.ts')
  const actor = { id: null, name: 'npm run audit' }
  const lines = await exportLog(deps.db, { actor, now: deps.clock() }, { unitId: null, asked: null })
  await pipeline(lines, createWriteStream(path))
  if (values.json) console.log(JSON.stringify({ file: path }))
  else console.log(`The log was written to ${path}.`)
}
