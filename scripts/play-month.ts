import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import {
  addDays,
  addMonths,
  at,
  type Day,
  dayAt,
  dayIn,
  isMonth,
  type Month,
} from '../src/calendar/month.rules.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase, openPool } from '../src/db/database.ts'
import { ensureDatabase, openEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { type Mailer, MailRefused } from '../src/mail/mailer.ts'
import { openPreview } from '../src/mail/preview.ts'
import { setUp } from '../src/open-deps.ts'
import { openPostOffice } from '../src/post-office.ts'
import { sayKind } from '../src/reminders/ledger-page.rules.ts'
import { linesOfMonth, type ShownLine } from '../src/reminders/ledger-read.store.ts'
import { sendReminders } from '../src/reminders/send-reminders.ts'
import { fillTrial } from '../src/trial/fill-trial.ts'
import { findOfficeByCode } from '../src/units/unit.store.ts'
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
/** After this many days of the next month the plan's last letter has been given up. */
const LAST_DAY = 14
/** From the first tick of a day to the last (minutes after midnight), and between two. */
const DAY = { first: 6 * 60 + 30, last: 18 * 60 + 30, step: 30 }

const own = process.env.DATA_DIR ? null : await mkdtemp(path.join(tmpdir(), 'ngay-25-play-'))
try {
  const lines = await play(own ?? process.env.DATA_DIR ?? '')
  if (values.json) console.log(JSON.stringify(lines.map(asRow), null, 2))
  else print(lines)
} finally {
  if (own) await rm(own, { recursive: true, force: true })
}

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

async function play(directory: string): Promise<ShownLine[]> {
  const embedded = await openEmbedded({ directory: path.join(directory, 'postgres') })
  await ensureDatabase(embedded, 'ngay25')
  const pool = openPool({ url: embedded.urlOf('ngay25') })
  const db = openDatabase(pool)
  const last = dayIn(addMonths(month, 1), LAST_DAY)
  let now = at(last, 0)
  try {
    await migrate(db)
    await setUp(db, now)
    await fillTrial(db, now)
    const officeId = await findOfficeByCode(db, office, month)
    if (officeId === null) return fail(`There is no office "${office}" in ${month}.`)
    const config = readConfig({ DATA_DIR: directory })
    const mailer = withDead(openPreview(db, config.mailFrom))
    const log = pino({ level: 'silent' })
    const desk = openPostOffice({ config, db, pool, mailer, log, clock: () => now })
    for (const tick of ticksFrom(from, last)) {
      now = tick
      await sendReminders(desk, { officeId, month, replay: true })
    }
    return await linesOfMonth(db, officeId, month)
  } finally {
    await db.destroy()
    await embedded.stop()
  }
}

/** A post office whose server knows nobody at the addresses given as dead. */
function withDead(mailer: Mailer): Mailer {
  const dead = values.dead ?? []
  return {
    ...mailer,
    send: async (letter, sent) => {
      if (dead.includes(letter.to))
        throw new MailRefused('550 5.1.1 User unknown', true, { address: true, code: '5.1.1' })
      await mailer.send(letter, sent)
    },
  }
}

function* ticksFrom(first: Day, last: Day): Generator<Date> {
  for (let day = first; day < last; day = addDays(day, 1))
    for (let minute = DAY.first; minute <= DAY.last; minute += DAY.step) yield at(day, 0, minute)
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
