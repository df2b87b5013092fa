import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isMonth } from '../src/calendar/month.rules.ts'
import type { UnitFileReport } from '../src/units/import-units.ts'
import { countKinds } from '../src/units/row-problem.rules.ts'
import { say } from '../src/words/all.ts'
import { formatMonth, formatNumber } from '../src/words/vietnamese.ts'
import { fail, printTable, readArguments } from './arguments.ts'
import { openPortalForScript } from './open-portal.ts'

/**
 * Imports a file of units or of mergers (the formats of `data/`), all of it or nothing. Bad rows are listed with line and
 * reason, and the script then ends with 1. With --apply-rest the other rows are applied all the same, and the script
 * then ends with 0.
 */
const usage =
  'Usage: npm run -s import-units -- units.csv [--from 2025-07] [--province 51] [--document text] [--apply-rest] [--dry-run] [--json]'

const { values, positionals } = readArguments(usage, {
  from: { type: 'string' },
  province: { type: 'string', multiple: true },
  document: { type: 'string' },
  'apply-rest': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
})
const [file, ...others] = positionals
if (!file || others.length > 0) fail(`One file, please. ${usage}`)
if (values.from !== undefined && !isMonth(values.from))
  fail(`"${values.from}" is not a month like 2025-07. ${usage}`)
const wrong = values.province?.find(code => !/^\d{2}$/.test(code))
if (wrong !== undefined) fail(`"${wrong}" is not a province's code of two digits. ${usage}`)
const bytes = await readFile(file).catch(() => fail(`The file "${file}" cannot be read. ${usage}`))

const { deps, close } = await openPortalForScript()
const { importUnitFile, previewUnitFile } = await import('../src/units/import-units.ts')
try {
  const { from, province: provinces, document, 'apply-rest': rest } = values
  const asked = { rest, bytes, fileName: path.basename(file), from, provinces, document, within: null }
  const by = { actor: { id: null, name: say('vi', 'units.import.portal') }, now: deps.clock() }
  const report = values['dry-run']
    ? await previewUnitFile(deps.db, asked)
    : await importUnitFile(deps.db, by, asked)
  if (values.json) printJson(report)
  else printReport(report)
  if (report.problems.length > 0 && !(rest && report.applied)) process.exitCode = 1
} finally {
  await close()
}

function printJson({ groups: _, ...report }: UnitFileReport): void {
  console.log(JSON.stringify({ ...report, kinds: Object.fromEntries(countKinds(report.problems)) }, null, 2))
}

function printReport(report: UnitFileReport): void {
  const { offices, communes, already, outside, problems, applied, lines, total } = report
  if (problems.length > 0) {
    printTable(problems.map(({ line, reason }) => [say('vi', 'units.import.line', { line }), reason]))
    printTable(
      countKinds(problems).map(([kind, n]) => [say('vi', `units.import.kind.${kind}`), formatNumber(n)]),
    )
    const count = formatNumber(problems.length)
    const left = { lines: formatNumber(lines), total: formatNumber(total), count }
    if (applied) console.log(say('vi', 'units.import.rest', left))
    else {
      console.log(say('vi', 'units.import.refused', { count }))
      if (lines > 0) console.log(say('vi', 'units.import.mayRest', left))
      return
    }
  }
  const counts = { offices, communes, already, outside }
  const shown = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, formatNumber(count)]))
  const key =
    `units.import.${applied ? 'done' : 'would'}.${report.kind === 'mergers' ? 'mergers' : 'units'}` as const
  console.log(say('vi', key, { ...shown, from: formatMonth(report.from) }))
}
