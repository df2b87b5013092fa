import cron from 'node-cron'
import { deleteExpired } from './people/expired.store.ts'
import { openPostOffice } from './post-office.ts'
import { sendReminders } from './reminders/send-reminders.ts'
import { recordTick } from './reminders/tick.store.ts'
import type { Deps } from './web/deps.ts'

export type Jobs = {
  /** Takes no new run, stops those under way between two letters, and waits for them. */
  stop: () => Promise<void>
}

/** What a job did, as its row in `tick` says. */
type Done = { sent?: number; skipped?: number; failed?: number }

/** A line of the timetable: when, under which name, and the verb that runs. */
type Line = { at: string; job: string; run: (signal: AbortSignal) => Promise<Done> }

/**
 * All scheduled work. Cron only ticks: every verb asks what is owed by now, so a tick missed, doubled, or had by five
 * processes at once changes nothing.
 */
function timetable(deps: Deps): Line[] {
  const office = openPostOffice(deps)
  return [
    { at: '* * * * *', job: 'reminders', run: signal => sendReminders(office, { signal }) },
    {
      at: '15 2 * * *',
      job: 'cleaning',
      run: async () => ({ skipped: await deleteExpired(deps.db, deps.clock()) }),
    },
  ]
}

/** Starts every line of the timetable in this process. A run that goes wrong is logged; the next one comes. */
export function startJobs(deps: Deps): Jobs {
  const stopping = new AbortController()
  const underWay = new Map<string, Promise<void>>()
  const tasks = timetable(deps).map(line =>
    cron.schedule(
      line.at,
      () => {
        // A slow run is not joined by a second one in the same process.
        if (underWay.has(line.job) || stopping.signal.aborted) return
        const run = perform(line, deps, stopping.signal).finally(() => underWay.delete(line.job))
        underWay.set(line.job, run)
      },
      { timezone: 'Asia/Ho_Chi_Minh' },
    ),
  )
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(tasks.map(task => task.destroy()))
      await Promise.all(underWay.values())
    },
  }
}

/** Runs one line once and keeps what it did. Never rejects: the database may be gone for a while. */
async function perform({ job, run }: Line, deps: Deps, signal: AbortSignal): Promise<void> {
  const startedAt = deps.clock()
  try {
    const { sent = 0, skipped = 0, failed = 0 } = await run(signal)
    await recordTick(deps.db, {
      job,
      startedAt,
      finishedAt: deps.clock(),
      sent,
      skipped,
      failed,
      error: null,
    })
  } catch (error) {
    deps.log.error({ err: error, job }, 'job failed')
    const tick = { job, startedAt, finishedAt: deps.clock(), sent: 0, skipped: 0, failed: 0 }
    await recordTick(deps.db, { ...tick, error: String(error).slice(0, 500) }).catch(() => {})
  }
}
