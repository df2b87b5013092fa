import { isoVietnam } from '../calendar/month.rules.ts'
import { type PostOffice, type Run, sendReminders } from './send-reminders.ts'
import type { Decision } from './settle.rules.ts'
import { readRuns, type TickDetail } from './tick.store.ts'
import { type CaughtUp, heldBack, isSilent, silentMinutes } from './watch.rules.ts'
import { nationalHolidays, readAfterSilence, readBacklog } from './watch.store.ts'
import { tellCaughtUp } from './watch-ticks.ts'

/** What a run of the reminders leaves behind in its row. */
export type RunAccount = {
  decided: number
  sent: number
  skipped: number
  failed: number
  detail: TickDetail
}

/**
 * One tick of the reminders: sends what is owed and gives account of it. After two working hours or more without a good run it
 * also counts what it caught up on, and tells the administrators when that was anything, or when they had been told of the silence.
 */
export async function runReminders(office: PostOffice, signal: AbortSignal): Promise<RunAccount> {
  const silence = await silenceUntil(office, office.clock())
  const run = await sendReminders(office, { signal })
  const { decisions, sent, skipped, failed } = run
  const count = (verdict: Decision['decision']) => decisions.filter(it => it.decision === verdict).length
  const { failing } = await readBacklog(office.db)
  const detail = { owed: count('send'), waiting: count('wait'), failing }
  const account = { decided: decisions.length, sent, skipped, failed }
  if (!silence) return { ...account, detail }
  return { ...account, detail: { ...detail, caughtUp: await catchUp(office, silence, run) } }
}

type Silence = { from: Date; until: Date }

/** The silence that ends now; null when there was none, and before the very first run. */
async function silenceUntil({ db }: PostOffice, until: Date): Promise<Silence | null> {
  const { good } = await readRuns(db, 'reminders', until)
  if (!good || !isSilent(silentMinutes(good.finishedAt, until, await nationalHolidays(db)))) return null
  return { from: good.finishedAt, until }
}

async function catchUp(office: PostOffice, silence: Silence, { decisions }: Run): Promise<CaughtUp> {
  const { sent, told } = await readAfterSilence(office.db, silence)
  const backlog = await readBacklog(office.db)
  const caughtUp: CaughtUp = {
    from: isoVietnam(silence.from),
    until: isoVietnam(silence.until),
    sent,
    skipped: decisions.filter(it => it.stale).length,
    queued: backlog.queued + backlog.failing + heldBack(decisions, silence.until).length,
  }
  office.log.warn(caughtUp, 'caught up after a silence')
  if (told || sent + caughtUp.skipped + caughtUp.queued > 0) await tellCaughtUp(office, caughtUp)
  return caughtUp
}
