import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { dayAt, monthOfDay } from '../src/calendar/month.rules.ts'
import { separators } from '../src/consolidation/data-csv.rules.ts'
import { asciiName } from '../src/consolidation/remark.rules.ts'
import { periodOf } from '../src/consolidation/year.rules.ts'
import { say } from '../src/words/all.ts'
import { fail, readArguments } from './arguments.ts'
import { openPortalForScript } from './open-portal.ts'

/**
 * Writes an office's consolidated book to a file: the same numbered copy as the page's "Tải Excel", recorded in
 * the audit log under the command's name. With `--format docx` the month's report in words,
 * numbered with the books; with `csv` or `json` its open data, which has no number.
 */
const formats = ['xlsx', 'docx', 'csv', 'json'] as const
const usage =
  'Usage: npm run -s export -- --office 51 (--month 2026-10 | --year 2026 | --year 2025-2026) [--format xlsx|docx|csv|json] [--publish] [--separator ";"|","] [--out file] [--json]'

const { values, positionals } = readArguments(usage, {
  office: { type: 'string' },
  month: { type: 'string' },
  year: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  publish: { type: 'boolean' },
  separator: { type: 'string' },
  json: { type: 'boolean' },
})
const { office, period, format, separator } = asked()

const { deps, close } = await openPortalForScript()
const { makeConsolidation } = await import('../src/consolidation/make-consolidation.ts')
const { takeSummary } = await import('../src/consolidation/take-summary.ts')
const { writeOpenData } = await import('../src/consolidation/write-open-data.ts')
const { findOfficeByCode } = await import('../src/units/unit.store.ts')
const outcome = await write().finally(close)
if (typeof outcome === 'string') fail(outcome)
print(outcome)

type Written = {
  office: string
  period: string
  file: string
  bytes: number
  sha256: string
  /** Of the numbered copy; open data has none. */
  number: number | null
}

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
  return { office: values.office, period: read, ...askedFormat(read.kind === 'month') }
}

function askedFormat(isMonth: boolean) {
  const format = formats.find(it => it === (values.format ?? 'xlsx'))
  const separator = separators.find(it => it === (values.separator ?? ';'))
  if (!format) fail(`"${values.format}" is none of ${formats.join(', ')}. ${usage}`)
  if (!separator) fail(`"${values.separator}" separates nothing: give ";" or ",". ${usage}`)
  if (format !== 'xlsx' && !isMonth) fail(`Of a year there is only the book (xlsx). ${usage}`)
  if ((format === 'xlsx' || format === 'docx') && values.publish)
    fail(`Only csv and json are made for publication. ${usage}`)
  if (format !== 'csv' && values.separator) fail(`Only csv has a separator. ${usage}`)
  return { format, separator }
}

/** What was written, or the reason why nothing was. */
async function write(): Promise<Written | string> {
  const now = deps.clock()
  const [first] = period.months
  const running = monthOfDay(dayAt(now))
  const asOf = period.months.filter(it => it <= running).at(-1) ?? first ?? running
  const officeId = await findOfficeByCode(deps.db, office, asOf)
  if (officeId === null) return `There is no office "${office}" in ${asOf}.`
  const made = await make(officeId, now)
  if (!made) return `Nobody was due to report to office "${office}" in ${period.text}.`
  const file = path.resolve(values.out ?? made.fileName)
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

async function make(officeId: number, now: Date) {
  const actor = { id: null, name: say('vi', 'consolidation.script') }
  const [month] = period.months
  if (format === 'xlsx' || format === 'docx' || !month) {
    const take = format === 'docx' ? takeSummary : makeConsolidation
    const made = await take(deps.db, { officeId, period: period.text, now, actor })
    return made && { ...made, fileName: asciiName(made.fileName) }
  }
  const forPublication = values.publish ?? false
  const press = { officeId, month, format, separator, forPublication, now, actor }
  const data = await writeOpenData(deps.db, press)
  if (!data) return null
  const bytes = Buffer.from(data.text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, sha256, number: null, fileName: `data-${office}-${month}.${format}` }
}

function print({ period: text, ...written }: Written): void {
  if (values.json) {
    const { office: code, file, bytes, sha256, number } = written
    console.log(
      JSON.stringify({ office: code, [values.month ? 'month' : 'year']: text, file, bytes, sha256, number }),
    )
  } else if (written.number === null)
    console.log(
      say('vi', 'data.written', { file: written.file, bytes: written.bytes, sha256: written.sha256 }),
    )
  else console.log(say('vi', 'consolidation.written', { ...written, number: written.number }))
}
