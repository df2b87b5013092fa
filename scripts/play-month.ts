import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Day, dayAt, dayIn, isMonth, type Month } from '../src/calendar/month.rules.ts'
import { sayKind } from '../src/reminders/ledger-page.rules.ts'
import type { ShownLine } from '../src/reminders/ledger-read.store.ts'
import { formatTime } from '../src/words/vietnamese.ts'
import { fail, readArguments } from './arguments.ts'

/**
 * Plays an office's month from the cut-off day to the last letter, a tick every half hour with the clock passed in, and prints
 * the ledger line by line: what left when, to whom and why, what did not and why not. It plays on a trial world of its
 * own that is gone afterwards, or on the one in DATA_DIR, whose inbox then shows the letters; never on a DATABASE_URL.
 */
const usage =
  'Usage: npm run -s play-month -- --office 51 --month 2026-11 [--dead name@commune.example] [--from 2026-11-20] [--json]'

const { values, positionals } = readArguments(usage, {
  office: { type: 'string' },
  month: { type: 'string' },
  from: { type: 'string' },
  dead: { type: 'string', multiple: true },
  json: { type: 'boolean' },
})
const { office, month, from } = asked()
const own = process.env.DATA_DIR ? null : await mkdtemp(path.join(tmpdir(), 'ngay-25-play-'))
const { play } = await import('./play/play.ts')
const directory = own ?? process.env.DATA_DIR ?? ''
const lines = await play({ directory, office, month, from, dead: values.dead ?? [] }).finally(async () => {
  if (own) await rm(own, { recursive: true, force: true })
})
if (!lines) fail(`There is no office "${office}" in ${month}.`)
if (values.json) console.log(JSON.stringify(lines.map(asRow), null, 2))
else print(lines)

function asked(): { office: string; month: Month; from: Day } {
  if (positionals.length > 0) fail(`Not understood: "${positionals.join(' ')}". ${usage}`)
  if (!values.office) fail(`No office given. ${usage}`)
  const given = values.month ?? ''
  if (!isMonth(given)) fail(`"${given}" is not a month like 2026-11. ${usage}`)
  const first = values.from ?? dayIn(given, 14)
  if (!/^\d{4}-\d\d-\d\d$/.test(first) || Number.isNaN(Date.parse(first)))
    fail(`"${first}" is not a day like 2026-11-20. ${usage}`)
  return { office: values.office, month: given, from: first }
}

/** By the day and the minute at which it was decided, as a diary. */
function print(lines: readonly ShownLine[]): void {
  let day: Day = ''
  for (const line of lines) {
    const when = momentOf(line)
    if (dayAt(when) !== day) console.log(`\n${formatTime(when).slice(6)}`)
    day = dayAt(when)
    const { unitName, recipient, because, subject } = line
    console.log(
      [
        formatTime(when).slice(0, 5),
        line.status.padEnd(8),
        unitName,
        sayKind(line.kind, 'vi'),
        recipient || '(–)',
      ]
        .join('  ')
        .trimEnd(),
    )
    console.log(`      ${because}`)
    if (subject) console.log(`      «${subject}»`)
    if (line.lastError) console.log(`      ${line.lastError}`)
  }
  const count = (status: string) => lines.filter(it => it.status === status).length
  const statuses = [...new Set(lines.map(({ status }) => status))]
  console.log(`\n${lines.length} lines: ${statuses.map(it => `${count(it)} ${it}`).join(', ')}`)
}

function momentOf({ sentAt, decidedAt }: ShownLine): Date {
  return sentAt ?? decidedAt
}

function asRow(line: ShownLine) {
  const { unitName: unit, kind, channel, recipient, status, because, subject, attempts, lastError } = line
  const [planned, at] = [line.plannedAt, momentOf(line)].map(it => it.toISOString())
  return { at, planned, unit, kind, channel, recipient, status, because, subject, attempts, lastError }
}
