import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { defaultPolicy } from '../calendar/deadline.rules.ts'
import { addMonths, dayAt, type Month, monthOfDay } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import type { Db } from '../db/database.ts'
import type { Reach } from '../people/access.rules.ts'
import { loadWatched } from '../reminders/load-watched.ts'
import { countLetters, countReach, countTicks, type LetterCount } from '../reminders/metrics.store.ts'
import type { Ran } from '../reminders/watch-page.rules.ts'
import { figures } from './figures.ts'
import type { Figure, Metrics, Value } from './metrics.ts'
import { notFound } from './problem.ts'
import type { Routes } from './routes.ts'

/**
 * `/metrics` for Prometheus, for whoever shows METRICS_TOKEN as its bearer token. Without that setting there is no such
 * page, but in the trial, for this machine itself. What concerns reminders comes from the database, so that every
 * process gives the same figures: take them from any one (docs/watching.md).
 */
export function metricsPages(routes: Routes<Reach>, metrics: Metrics): void {
  routes.open('get', '/metrics', async ({ deps, req, res, now }) => {
    const { metricsToken, trial } = deps.config
    if (!metricsToken && !(trial && isLocal(req))) throw notFound()
    if (metricsToken && !shows(req, metricsToken)) {
      res.set('WWW-Authenticate', 'Bearer').status(401).type('text').send('METRICS_TOKEN\n')
      return
    }
    const { type, text } = await metrics.print(await readFigures(deps.db, now))
    res.set('Content-Type', type).send(text)
  })
}

/** Asked on this machine, and not passed on by a proxy that stands on it. */
const isLocal = (req: Request): boolean =>
  /^(::ffff:)?127\.|^::1$/.test(req.socket.remoteAddress ?? '') &&
  !req.get('x-forwarded-for') &&
  !req.get('forwarded')

function shows(req: Request, token: string): boolean {
  const given = /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '')?.[1] ?? ''
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}

const DAY_MS = 24 * 3_600_000
const one = (value: number, labels: Record<string, string> = {}): Value => ({ labels, value })

/** Without the database, that alone is said, and the process's own figures. */
async function readFigures(db: Db, now: Date): Promise<Map<Figure, Value[]>> {
  try {
    const month = monthInHand(dayAt(now), defaultPolicy.cutOffDay)
    return new Map<Figure, Value[]>([
      [figures.up, [one(1)]],
      ...(await jobFigures(db, now)),
      ...(await letterFigures(db, now)),
      ...(await reachFigures(db, month)),
    ])
  } catch {
    return new Map<Figure, Value[]>([[figures.up, [one(0)]]])
  }
}

type Read = [Figure, Value[]][]

async function jobFigures(db: Db, now: Date): Promise<Read> {
  const [day, known, watched] = await Promise.all([
    countTicks(db, { from: new Date(now.getTime() - DAY_MS), to: now }),
    countTicks(db, { from: new Date(0), to: now }),
    loadWatched(db, now),
  ])
  const outcomes = day.flatMap(({ job, good, bad }) => [
    one(good, { job, outcome: 'good' }),
    one(bad, { job, outcome: 'bad' }),
  ])
  const ages = known.flatMap(({ job, lastGood }) =>
    lastGood ? [one((now.getTime() - lastGood.getTime()) / 1000, { job })] : [],
  )
  return [
    [figures.runs, outcomes],
    [figures.age, ages],
    [figures.silence, [one(watched.silentMinutes)]],
    [figures.decisions, watched.last ? decisionsOf(watched.last) : []],
  ]
}

function decisionsOf({ decided, detail: { owed = 0, waiting = 0 } }: Ran): Value[] {
  return [
    one(owed, { decision: 'send' }),
    one(waiting, { decision: 'wait' }),
    one(Math.max(0, decided - owed - waiting), { decision: 'skip' }),
  ]
}

async function letterFigures(db: Db, now: Date): Promise<Read> {
  const running = monthOfDay(dayAt(now))
  const counts = await countLetters(db, [addMonths(running, -1), running])
  const labels = ({ month, kind, channel }: LetterCount) => ({ month, kind, channel })
  const states = (it: LetterCount): [string, number][] => [
    ['queued', it.queued],
    ['failing', it.failing],
    ['given_up', it.givenUp],
    ['refused', it.refused],
    ['bounced', it.bounced],
  ]
  return [
    [figures.sent, counts.map(it => one(it.sent, labels(it)))],
    [figures.skipped, counts.map(it => one(it.skipped, labels(it)))],
    [
      figures.open,
      counts.flatMap(it => states(it).map(([state, value]) => one(value, { ...labels(it), state }))),
    ],
  ]
}

async function reachFigures(db: Db, month: Month): Promise<Read> {
  const { expected, reported, unreachable, bounced } = await countReach(db, month)
  return [
    [
      figures.reports,
      [one(expected, { month, state: 'expected' }), one(reported, { month, state: 'reported' })],
    ],
    [figures.unreachable, [one(unreachable, { month })]],
    [figures.bounced, [one(bounced)]],
  ]
}
