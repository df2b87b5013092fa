import { dayAt, isoVietnam, monthOfDay } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { MailRefused } from '../mail/mailer.ts'
import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import { decideReminders } from './decide-reminders.ts'
import { recordFailure, recordSent } from './ledger.store.ts'
import { loadWatched } from './load-watched.ts'
import { messageIdOf } from './reminder.mail.ts'
import type { PostOffice } from './send-reminders.ts'
import { watchLetter } from './watch.mail.ts'
import { backKind, type CaughtUp, heldBack, silentKind, type WatchFacts } from './watch.rules.ts'
import {
  administrators,
  claimWatch,
  endSilentLetters,
  queueWatch,
  type WatchClaim,
  type WatchLine,
} from './watch.store.ts'
import { sayHours, type Watched } from './watch-page.rules.ts'

export type WatchDesk = Pick<PostOffice, 'db' | 'mailer' | 'log' | 'clock' | 'config' | 'views'>

export type WatchRun = { sent: number; failed: number }

/**
 * The watchdog: tells the administrators when no run of the reminders has ended well for two working hours. It asks the
 * database only, so it works in a process that does not tick, and in one whose ticks fail. Its letters are lines of the
 * ledger: any number of processes may watch, and each administrator is told once per silence and working day.
 */
export async function watchTicks(desk: WatchDesk): Promise<WatchRun> {
  const { db, log } = desk
  const now = desk.clock()
  const watched = await loadWatched(db, now)
  const { since, silent, silentMinutes } = watched
  if (silent && since) {
    log.error({ since, workingMinutes: silentMinutes, error: errorOf(watched) }, 'the reminders stand still')
    await tell(desk, silentLine(watched, since, { now, owed: await countOwed(db, now) }))
  } else await endSilentLetters(db, say('vi', 'watch.because.over'))
  return sendWatchLetters(desk)
}

/** Tells the administrators what was caught up on after a silence. */
export async function tellCaughtUp(desk: WatchDesk, caughtUp: CaughtUp): Promise<WatchRun> {
  const because = say('vi', 'watch.because.back', { since: formatTime(new Date(caughtUp.from)) })
  const facts: WatchFacts = { to: 'watch', what: 'back', at: isoVietnam(desk.clock()), ...caughtUp }
  await endSilentLetters(desk.db, say('vi', 'watch.because.over'))
  await tell(desk, { kind: backKind(caughtUp.from), because, facts })
  return sendWatchLetters(desk)
}

type Told = Omit<WatchLine, 'month' | 'to'>

async function tell({ db, log, clock, config }: WatchDesk, line: Told): Promise<void> {
  const now = clock()
  const month = monthOfDay(dayAt(now))
  const to = (await administrators(db)).map(({ officeId, email }) => {
    const own = { unitId: officeId, month, kind: line.kind, recipient: email }
    return { officeId, email, messageId: messageIdOf(own, config.publicUrl) }
  })
  if (to.length === 0) log.error({ kind: line.kind }, 'there is no administrator to tell')
  await queueWatch(db, { ...line, to, month }, now)
}

function silentLine(watched: Watched, since: Date, { now, owed }: { now: Date; owed: number | null }): Told {
  const { silentMinutes: minutes } = watched
  return {
    kind: silentKind(since, minutes),
    because: say('vi', 'watch.because.silent', { since: formatTime(since), hours: sayHours(minutes) }),
    facts: {
      to: 'watch',
      what: 'silent',
      since: isoVietnam(since),
      at: isoVietnam(now),
      minutes,
      error: errorOf(watched),
      owed,
    },
  }
}

/** Null when the decision itself is what goes wrong. */
async function countOwed(db: Db, now: Date): Promise<number | null> {
  const decisions = await decideReminders(db, { now }).catch(() => null)
  return decisions && decisions.filter(it => it.decision === 'send').length + heldBack(decisions, now).length
}

const errorOf = ({ last }: Watched): string | null => last?.error ?? null

/** Sends what the watch has in the ledger and nobody has in hand, the tries due again included. */
async function sendWatchLetters(desk: WatchDesk): Promise<WatchRun> {
  const run: WatchRun = { sent: 0, failed: 0 }
  for (const claimed of await claimWatch(desk.db, desk.clock())) {
    const left = await sendOne(claimed, desk)
    run[left ? 'sent' : 'failed'] += 1
  }
  return run
}

async function sendOne(
  claimed: WatchClaim,
  { db, mailer, clock, views, config, log }: WatchDesk,
): Promise<boolean> {
  const letter = watchLetter(claimed, claimed.facts, { views, publicUrl: config.publicUrl })
  try {
    await mailer.send(letter, new Date(claimed.facts.at))
  } catch (error) {
    const refused = error instanceof MailRefused ? error : null
    log.warn({ err: error, reminder: claimed.id }, 'letter of the watch not sent')
    const message = error instanceof Error ? error.message : String(error)
    const failure = { message, permanent: refused?.permanent ?? false, doubtful: refused?.doubtful ?? false }
    await recordFailure(db, claimed, { ...failure, now: clock() })
    return false
  }
  await recordSent(db, [{ id: claimed.id, subject: letter.subject, at: clock() }])
  return true
}
