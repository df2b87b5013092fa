import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { dayAt, monthOfDay } from '../src/calendar/month.rules.ts'
import { asciiName } from '../src/consolidation/remark.rules.ts'
import { periodOf } from '../src/consolidation/year.rules.ts'
import { say } from '../src/words/all.ts'
import { fail, readArguments } from './arguments.ts'
import { openPortalForScript } from './open-portal.ts'

/**
 * Writes an office's consolidated book to a file: the same numbered copy as the page's "Tải Excel", recorded in
 * the audit log under the command's name.
 */
const usage =
  'Usage: npm run -s export -- --office 51 (--month 2026-10 | --year 2026 | --year 2025-2026) [--out file.xlsx] [--json]'

const { values, positionals } = readArguments(usage, {
  office: { type: 'string' },
  month: { type: 'string' },
  year: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
})
const { office, period } = asked()

const { deps, close } = await openPortalForScript()
const { makeConsolidation } = await import('../src/consolidation/make-consolidation.ts')
const { findOfficeByCode } = await import('../src/units/unit.store.ts')
const outcome = await write().finally(close)
if (typeof outcome === 'string') fail(outcome)
print(outcome)

type Written = { office: string; period: string; file: string; bytes: number; sha256: string; number: number }

function asked() {
  const given = values.month ?? values.year
  if (positionals.length > 0) fail(`Unexpected "${positionals[0]}". ${usage}`)
  if (!values.office) fail(`No office given. ${usage}`)
  if (!given || (values.month && values.year)) fail(`Give either a month or a year. ${usage}`)
  const read = periodOf(given)
  if (!read || (read.kind === 'month') !== (values.month !== undefined))
    fail(
      `"${given}" is not a ${values.month ? 'month like 2026-10' : 'year like 2026 or 2025-2026'}. ${usage}`,
    )
  if (values.out === '') fail(`No file given. ${usage}`)
  return { office: values.office, period: read }
}

/** What was written, or the reason why nothing was. */
async function write(): Promise<Written | string> {
  const now = deps.clock()
  const [first] = period.months
  const running = monthOfDay(dayAt(now))
  const asOf = period.months.filter(it => it <= running).at(-1) ?? first ?? running
  const officeId = await findOfficeByCode(deps.db, office, asOf)
  if (officeId === null) return `There is no office "${office}" in ${asOf}.`
  const actor = { id: null, name: say('vi', 'consolidation.script') }
  const made = await makeConsolidation(deps.db, { officeId, period: period.text, now, actor })
  if (!made) return `Nobody was due to report to office "${office}" in ${period.text}.`
  const file = path.resolve(values.out ?? asciiName(made.fileName))
  try {
    writeFileSync(file, made.bytes)
  } catch (error) {
    return `Cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`
  }
  return {
    office,
    period: period.text,
    file,
    bytes: made.bytes.length,
    sha256: made.sha256,
    number: made.number,
  }
}

function print({ period: text, ...written }: Written): void {
  if (values.json) {
    const { office: code, file, bytes, sha256, number } = written
    console.log(
      JSON.stringify({ office: code, [values.month ? 'month' : 'year']: text, file, bytes, sha256, number }),
    )
  } else console.log(say('vi', 'consolidation.written', written))
}
