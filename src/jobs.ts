import cron from 'node-cron'
import { checkChain } from './audit/check-chain.ts'
import { beatHeart } from './calendar/beat-heart.ts'
import { makeDeadlineCopies } from './consolidation/make-deadline-copies.ts'
import { prunePreviews } from './mail/prune-preview.ts'
import { endRunOutTerms } from './people/end-terms.ts'
import { deleteExpired } from './people/expired.store.ts'
import { openPostOffice } from './post-office.ts'
import { readMailbox } from './reminders/read-mailbox.ts'
import { runReminders } from './reminders/run-reminders.ts'
import { pruneTicks, recordTick, type TickDetail } from './reminders/tick.store.ts'
import { keeping } from './reminders/watch.rules.ts'
import { watchTicks } from './reminders/watch-ticks.ts'
import type { Deps } from './web/deps.ts'

export type Jobs = {
  /** Takes no new run, stops those under way between two letters, and waits for them. */
  stop: () => Promise<void>
}

/** What a job did, as its row in `tick` says. */
type Done = { decided?: number; sent?: number; skipped?: number; failed?: number; detail?: TickDetail }

/** A line of the timetable: when, under which name, and the verb that runs; `atOnce` also when the process starts. */
type Line = { at: string; job: string; atOnce?: true; run: (signal: AbortSignal) => Promise<Done> }

const DAY_MS = 24 * 3_600_000

/**
 * All scheduled work. Cron only ticks: every verb asks what is owed by now, so a tick missed, doubled, or had by five
 * processes at once changes nothing. With JOBS=off a process only watches whether others tick.
 */
function timetable(deps: Deps): Line[] {
  const office = openPostOffice(deps)
  const { config, db, clock } = deps
  const watch: Line = { at: '*/10 * * * *', job: 'watch', run: () => watchTicks(office) }
  const heartbeat: Line = { at: '* * * * *', job: 'heartbeat', atOnce: true, run: () => showLife(deps) }
  if (!config.jobs) return [heartbeat, watch]
  const mailbox: Line = { at: '*/5 * * * *', job: 'mailbox', run: () => takeMail(deps) }
  return [
    heartbeat,
    { at: '* * * * *', job: 'reminders', run: signal => runReminders(office, signal) },
    watch,
    { at: '* * * * *', job: 'terms', run: async () => ({ decided: await endRunOutTerms(db, clock()) }) },
    { at: '*/5 * * * *', job: 'copies', run: signal => keepCopies(deps, signal) },
    ...(config.imapUrl ? [mailbox] : []),
    { at: '45 2 * * *', job: 'seals', run: () => checkSeals(deps) },
    {
      at: '15 2 * * *',
      job: 'cleaning',
      run: async () => ({ skipped: (await deleteExpired(db, clock())) + (await prune(deps)) }),
    },
  ]
}

/**
 * Any process that serves pages keeps the portal alive. `decided` is an outage found. A trial is shut with the lid of a
 * laptop: there an outage counts only when an administrator says so.
 */
async function showLife({ db, clock, config, log }: Deps): Promise<Done> {
  const found = await beatHeart(db, clock(), config.trial ? 0 : undefined)
  if (found) log.warn({ outage: found }, 'the portal was down')
  return { decided: found ? 1 : 0 }
}

/** The log's chain, walked along once a night; a fault is one that failed. */
async function checkSeals({ db, log }: Deps): Promise<Done> {
  const { lines, faults } = await checkChain(db)
  for (const fault of faults) log.error({ fault }, 'the log is not as it was written')
  return { decided: lines, failed: faults.length }
}

/** The books of the offices whose deadline has just passed; `decided` are those kept. */
async function keepCopies({ db, log, clock }: Deps, signal: AbortSignal): Promise<Done> {
  const onError = (error: unknown, office: number) =>
    log.error({ err: error, office }, 'deadline copy failed')
  const { made, failed } = await makeDeadlineCopies(db, { now: clock(), signal, onError })
  return { decided: made, failed }
}

/** The delivery reports in the mailbox; `decided` are all looked at, `skipped` those that say something new. */
async function takeMail(deps: Deps): Promise<Done> {
  const { taken, known, unmatched, others } = await readMailbox(deps, deps.clock())
  return { decided: taken + known + unmatched + others, skipped: taken }
}

/** Old rows of runs, and of the trial's inbox. */
async function prune({ db, clock }: Deps): Promise<number> {
  const ago = (days: number) => new Date(clock().getTime() - days * DAY_MS)
  const ticks = await pruneTicks(db, ago(keeping.tickDays))
  return ticks + (await prunePreviews(db, ago(keeping.previewDays), keeping.previews))
}

/** Starts every line of the timetable in this process. A run that goes wrong is logged; the next one comes. */
export function startJobs(deps: Deps): Jobs {
  const stopping = new AbortController()
  const underWay = new Map<string, Promise<void>>()
  const lines = timetable(deps)
  const start = (line: Line) => {
    // A slow run is not joined by a second one in the same process.
    if (underWay.has(line.job) || stopping.signal.aborted) return
    const run = perform(line, deps, stopping.signal).finally(() => underWay.delete(line.job))
    underWay.set(line.job, run)
    return run
  }
  const tasks = lines.map(line =>
    cron.schedule(line.at, () => start(line), {
      timezone: 'Asia/Ho_Chi_Minh',
      name: line.job,
    }),
  )
  for (const line of lines.filter(it => it.atOnce)) start(line)
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(tasks.map(task => task.destroy()))
      await Promise.all(underWay.values())
    },
  }
}

/** Runs one line once and keeps what it did. Never rejects: the database may be gone for a while. */
async function perform({ job, run }: Line, { db, log, clock }: Deps, signal: AbortSignal): Promise<void> {
  const startedAt = clock()
  const keep = (done: Done, error: string | null) => {
    const { decided = 0, sent = 0, skipped = 0, failed = 0, detail = {} } = done
    const figures = { decided, sent, skipped, failed, detail }
    return recordTick(db, { job, startedAt, finishedAt: clock(), ...figures, error })
  }
  try {
    await keep(await run(signal), null)
  } catch (error) {
    log.error({ err: error, job }, 'job failed')
    await keep({}, String(error).slice(0, 500)).catch(() => {})
  }
}
