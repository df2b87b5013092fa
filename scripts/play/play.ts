import path from 'node:path'
import pino from 'pino'
import { addDays, addMonths, at, type Day, dayIn, type Month } from '../../src/calendar/month.rules.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { ensureDatabase, openEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { type Mailer, MailRefused } from '../../src/mail/mailer.ts'
import { openPreview } from '../../src/mail/preview.ts'
import { setUp } from '../../src/open-deps.ts'
import { openPostOffice } from '../../src/post-office.ts'
import { linesOfMonth, type ShownLine } from '../../src/reminders/ledger-read.store.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { fillTrial } from '../../src/trial/fill-trial.ts'
import { findOfficeByCode } from '../../src/units/unit.store.ts'

/** After this many days of the next month the plan's last letter has been given up. */
const LAST_DAY = 14
/** From the first tick of a day to the last (minutes after midnight), and between two. */
const DAY = { first: 6 * 60 + 30, last: 18 * 60 + 30, step: 30 }

export type Play = { directory: string; office: string; month: Month; from: Day; dead: readonly string[] }

/** Plays the month in the trial of that folder. @returns the ledger's lines, or null when there is no such office. */
export async function play({ directory, office, month, from, dead }: Play): Promise<ShownLine[] | null> {
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
    if (officeId === null) return null
    const config = readConfig({ DATA_DIR: directory })
    const mailer = withDead(openPreview(db, config.mailFrom), dead)
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
function withDead(mailer: Mailer, dead: readonly string[]): Mailer {
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
