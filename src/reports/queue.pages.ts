import { mayReview, maySeeOffice } from '../people/access.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import { backOr } from './back.rules.ts'
import { boardPath } from './board-query.rules.ts'
import { acceptMany, askMany, type Deciding, readMany } from './decide-reports.ts'
import { type LoadedQueue, loadQueue } from './load-queue.ts'
import { isToDo, type QueueGroup } from './queue.rules.ts'
import { groupViews, type QueueAsked, readQueueAsked, sameQuestion } from './queue-page.rules.ts'
import { instantIn } from './seen.rules.ts'

type Visit = UnitVisit<Unit>

/** What is left to look at in a month: groups that empty, and what is done with many at once. */
export function queuePages(routes: Routes<Unit>): void {
  routes.unit('get', '/review/:unit/:month/queue', maySeeOffice, showQueue)
  routes.unit('post', '/review/:unit/:month/queue', mayReview, decide)
}

async function showQueue(visit: Visit): Promise<void> {
  const { deps, req, res, lang, unit, month, now } = visit
  const loaded = await loadQueue(deps.db, unit.id, { month, now })
  const asked = readQueueAsked(req.query)
  const title = say(lang, 'queue.title', { month: formatMonth(month) })
  const options = { title, wide: true, contact: contactLine(loaded.officeMonth.settings) }
  sendPage(req, res, 'reports/queue', options, { title, ...queueModel(visit, loaded, asked) })
}

function queueModel({ lang, unit, month, now, person }: Visit, loaded: LoadedQueue, asked: QueueAsked) {
  const { queue, board, columns, officeMonth, talk, repeated } = loaded
  const path = `${boardPath(unit.id, month)}/queue`
  const context = {
    ...{ lang, now, month, columns, talk, repeated, path },
    holidays: officeMonth.holidays,
    office: unit.id,
    offices: new Map(loaded.offices.map(it => [it.id, it.fullName])),
    mayAct: mayReview(person, unit),
  }
  const left = queue.filter(isToDo).length
  const groups = groupViews(queue, asked, context)
  return {
    ...{ path, groups },
    office: unit.fullName,
    board: boardPath(unit.id, month),
    lead: left > 0 ? say(lang, 'queue.left', { left: formatNumber(left) }) : null,
    empty: say(lang, 'queue.empty', { month: formatMonth(month) }),
    missing: missingLine(loaded, lang),
    missingHref: board.counts.missing > 0 ? `${boardPath(unit.id, month)}?view=communes&show=missing` : null,
    waiting: waitingLine(queue.length - left, lang),
    alone: asked.group !== null,
    heads: columns.slice(0, 2).map(it => it.head[lang]),
    seen: now.toISOString(),
    back: asked.group ? `${path}?group=${asked.group}` : path,
  }
}

function missingLine({ board }: LoadedQueue, lang: Visit['lang']): string {
  const { missing, expected } = board.counts
  const params = { missing: formatNumber(missing), expected: formatNumber(expected) }
  return say(lang, missing > 0 ? 'queue.notSent' : 'queue.allSent', params)
}

const waitingLine = (waiting: number, lang: Visit['lang']): string | null =>
  waiting > 0 ? say(lang, 'queue.waiting', { waiting: formatNumber(waiting) }) : null

/** A press under a group: on those ticked, or on the group as it stands now as far as it was there to be seen. */
async function decide(visit: Visit): Promise<void> {
  const { deps, req, res, unit, month, now, person } = visit
  const loaded = await loadQueue(deps.db, unit.id, { month, now })
  const press = pressIn(req.body.press)
  const unitIds = press.whole ? membersOf(loaded, req.body.group) : tickedIn(loaded, req.body.unit)
  const deciding = { month, unitIds, seen: instantIn(req.body.seen) ?? now, by: person, now }
  const done = await carryOut(visit, { act: press.act, deciding, loaded })
  const path = `${boardPath(unit.id, month)}/queue`
  res.redirect(303, withFlash(backOr(req.body.back, undefined, path), done))
}

type Act = 'accept' | 'ask' | 'read'

/** 'accept-all' is the whole group, 'accept' those ticked. */
function pressIn(value: unknown): { act: Act; whole: boolean } {
  const [named = '', all] = typeof value === 'string' ? value.split('-') : []
  const act = (['accept', 'ask', 'read'] as const).find(it => it === named) ?? 'read'
  return { act, whole: all === 'all' }
}

const membersOf = ({ queue }: LoadedQueue, group: unknown): number[] =>
  queue.filter(it => isToDo(it) && it.group === (group as QueueGroup)).map(it => it.row.unit.id)

function tickedIn({ queue }: LoadedQueue, units: unknown): number[] {
  const ticked = new Set([units ?? []].flat().map(Number))
  return queue.map(it => it.row.unit.id).filter(id => ticked.has(id))
}

type Work = { act: Act; deciding: Deciding; loaded: LoadedQueue }

/** @returns the sentence to show */
async function carryOut({ deps, req }: Visit, { act, deciding, loaded }: Work): Promise<string> {
  const { unitIds } = deciding
  if (act === 'accept') {
    // In no other group is anything unread, so nothing of the kind was shown there.
    const shown = req.body.group === 'answered'
    const { length } = await acceptMany(deps.db, { ...deciding, shown })
    return length === 0 ? 'acceptedNone' : length < unitIds.length ? 'acceptedSome' : 'accepted'
  }
  if (act === 'read') return (await readMany(deps.db, deciding)) > 0 ? 'remarkRead' : 'remarkReadNone'
  // The commune reads it, so it is Vietnamese whatever language the office's page is in.
  const texts = unitIds.flatMap(id => {
    const months = loaded.repeated.get(id)
    return months && !loaded.talk.get(id)?.asked ? [[id, sameQuestion(months, 'vi')] as const] : []
  })
  return (await askMany(deps.db, deciding, new Map(texts))) > 0 ? 'askedMany' : 'askedNone'
}
