import { mayReview, maySeeOffice, maySeeReports } from '../people/access.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import { findUnit, type Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { backOr } from './back.rules.ts'
import {
  type BesideInput,
  besideBlocks,
  besideFacts,
  besideSummary,
  besideTexts,
  otherWarnings,
} from './beside.rules.ts'
import { besideWays, officeThread } from './beside-ways.rules.ts'
import { readMany } from './decide-reports.ts'
import { loadQueue } from './load-queue.ts'
import { openReport } from './open-report.store.ts'
import { loadThread } from './remark.store.ts'
import { stateOf } from './report.rules.ts'
import { listVersions } from './reporter.store.ts'
import { reportingUnit } from './reporting-unit.ts'
import { instantIn } from './seen.rules.ts'
import { type Typed, writeRemark } from './write-remark.ts'

type Visit = UnitVisit<Unit>

/** One report beside the version before it and last month, with what office and commune said about it. */
export function besidePages(routes: Routes<Unit>): void {
  routes.unit('get', '/review/:unit/:month/beside', maySeeReports, visit => showBeside(visit))
  routes.unit('post', '/review/:unit/:month/beside', mayReview, sayToCommune)
  routes.unit('post', '/review/:unit/:month/read', mayReview, markRead)
}

async function showBeside(visit: Visit, typed: Typed | null = null): Promise<void> {
  const { deps, req, res, lang, unit, month, person, now } = visit
  const reporting = reportingUnit(unit, month)
  const [open, versions, remarks, officeId] = await Promise.all([
    openReport(deps.db, { unit: reporting, month }),
    listVersions(deps.db, unit.id, month),
    loadThread(deps.db, unit.id, month),
    officeAsked(visit),
  ])
  const { current } = open
  if (!current) throw notFound()
  const earlier = versions.find(it => it.number === current.number - 1) ?? null
  const onlyChanged = req.query.changed !== undefined
  const input: BesideInput = { open, current, earlier, remarks, onlyChanged, lang }
  const queue = officeId === null ? [] : (await loadQueue(deps.db, officeId, { month, now })).queue
  const mayAct = mayReview(person, unit)
  const reader = { lang, now, month, unit, officeId, queue, mayAct, open, remarks }
  const title = say(lang, 'beside.title', { month: formatMonth(month) })
  const options = { title, contact: contactLine(open.settings), status: typed ? 422 : 200 }
  sendPage(req, res, 'reports/beside', options, {
    ...{ title, month },
    ...reportModel(visit, input),
    ...besideWays(reader),
    thread: officeThread(reader, req.originalUrl, typed),
  })
}

/** The office whose queue one comes from: the one named, where the person sees it, else the commune's own. */
async function officeAsked({ deps, req, unit, person, month }: Visit): Promise<number | null> {
  const { parentId } = unit
  const asked = Number(req.query.office ?? parentId)
  if (asked !== parentId && unit.offices.includes(asked)) {
    const office = await findUnit(deps.db, asked, month)
    if (office && maySeeOffice(person, office)) return asked
  }
  const own = parentId === null ? null : await findUnit(deps.db, parentId, month)
  return own && maySeeOffice(person, own) ? own.id : null
}

function reportModel({ unit, month }: Visit, input: BesideInput) {
  const { open, current, earlier, onlyChanged, lang } = input
  return {
    unit: unit.fullName,
    state: stateOf(open.kept.state),
    late: open.kept.onTime === false,
    returned: open.kept.returned,
    nil: current.nil,
    facts: besideFacts(input),
    summary: besideSummary(input),
    others: otherWarnings(input),
    heads: {
      now: say(lang, 'beside.this', { number: current.number }),
      earlier: earlier && say(lang, 'beside.earlier', { number: earlier.number }),
      before: say(lang, 'beside.lastMonth', { month: formatMonth(open.before.month) }),
    },
    span: earlier ? 5 : 4,
    blocks: besideBlocks(input),
    texts: besideTexts(input),
    onlyChanged,
    report: `/reports/${unit.id}/${month}`,
    history: `/review/${unit.id}/history`,
  }
}

/** A question needs no correction, so it may be asked of any report that was sent, in a locked month too. */
async function sayToCommune(visit: Visit): Promise<void> {
  const { deps, req, res, unit, month, person, now, lang } = visit
  const close = req.body.kind === 'close'
  const kind = close || req.body.kind === 'note' ? 'note' : 'question'
  const reporting = reportingUnit(unit, month)
  const writing = {
    unit: reporting,
    month,
    kind,
    side: 'office',
    body: req.body,
    by: person,
    now,
    lang,
  } as const
  const typed = await writeRemark(deps.db, { ...writing, close })
  if (typed) return showBeside(visit, typed)
  const back = backOr(req.body.back, undefined, `/review/${unit.id}/${month}/beside`)
  res.redirect(303, withFlash(back, kind === 'note' ? 'noted' : 'asked-commune'))
}

async function markRead(visit: Visit): Promise<void> {
  const { deps, req, res, unit, month, person, now } = visit
  const seen = instantIn(req.body.seen) ?? now
  const read = await readMany(deps.db, { month, unitIds: [unit.id], seen, by: person, now })
  const back = backOr(req.body.back, req.get('referer'), `/review/${unit.id}/${month}/beside`)
  res.redirect(303, withFlash(back, read > 0 ? 'remarkRead' : 'remarkReadNone'))
}
