import { change } from '../audit/change.ts'
import { phaseAt } from '../calendar/window.rules.ts'
import { mayReview } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound, Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { backOr, boardOf } from './back.rules.ts'
import { boardPath } from './board-query.rules.ts'
import { returnReport } from './decision.store.ts'
import type { OpenReport, SentVersion } from './open-report.rules.ts'
import { openReport } from './open-report.store.ts'
import { readReason } from './reason.rules.ts'
import { addRemarks, type Said } from './remark.store.ts'
import { reportingUnit } from './reporting-unit.ts'
import { type BoxRow, hasFault, readRows, rowErrors, rowsShown, rowViews } from './return.rules.ts'

type Visit = UnitVisit<Unit>

/** An office gives a report back: with a reason, and with remarks at the boxes it means. */
export function returnPages(routes: Routes<Unit>): void {
  routes.unit('get', '/review/:unit/:month/return', mayReview, async visit => {
    const { open, current } = await sentReport(visit)
    const box = typeof visit.req.query.box === 'string' ? visit.req.query.box : ''
    const rows = box ? [{ ...noRow, box }] : []
    sendReturn(visit, open, { version: current.number, reason: '', error: null, rows })
  })
  routes.unit('post', '/review/:unit/:month/return', mayReview, giveBack)
}

const noRow: BoxRow = { box: '', text: '', boxError: null, textError: null }

/** The commune's report of that month; not found when nothing has been sent, so there is nothing to decide. */
async function sentReport({ deps, unit, month }: Visit): Promise<{ open: OpenReport; current: SentVersion }> {
  if (unit.kind !== 'commune' || unit.parentId === null) throw notFound()
  const open = await openReport(deps.db, { unit: reportingUnit(unit, month), month })
  if (!open.current) throw notFound()
  return { open, current: open.current }
}

async function giveBack(visit: Visit): Promise<void> {
  const { req, res, lang } = visit
  const { open, current } = await sentReport(visit)
  const version = /^[1-9]\d{0,5}$/.test(req.body.version) ? Number(req.body.version) : current.number
  const rows = readRows(req.body, open, lang)
  const { reason, error } = readReason(req.body.reason, lang)
  if (req.body.more !== undefined) {
    const unjudged = rows.map(it => ({ ...it, boxError: null, textError: null }))
    return sendReturn(visit, open, { version, reason, error: null, rows: unjudged, status: 200 })
  }
  if (error || rows.some(hasFault)) return sendReturn(visit, open, { version, reason, error, rows })
  if (!(await record(visit, { version, reason, rows }))) return offerAgain(visit, { version, reason, rows })
  res.redirect(303, withFlash(backTo(visit), 'returned'))
}

type Returned = { version: number; reason: string; rows: readonly BoxRow[] }

/** @returns whether the report was returned: false when it has been before, or a newer version has come. */
function record(
  { deps, now, person, unit, month }: Visit,
  { version, reason, rows }: Returned,
): Promise<boolean> {
  const said: Said[] = rows.map(({ box, text }) => ({
    ...{ unitId: unit.id, month, field: box, text },
    ...{ kind: 'return', side: 'office' },
  }))
  return change(deps.db, { actor: person, now }, async trx => {
    const result = await returnReport(trx, { month, unitId: unit.id, version, reason, by: person.id, now })
    if (result && said.length > 0) await addRemarks(trx, { said, seen: null, by: person, now })
    const boxes = rows.map(it => it.box)
    const detail = { version, reason, ...(boxes.length > 0 ? { boxes } : {}) }
    const act = { act: 'report.return', unitId: unit.id, month, detail }
    return { result, act: result ? act : null }
  })
}

/** Another version came while the reason was being written: it is kept, to be sent once that version has been read. */
async function offerAgain(visit: Visit, typed: Returned): Promise<void> {
  const { open, current } = await sentReport(visit)
  if (current.number === typed.version) throw new Problem(409, 'problem.reportMoved')
  const error = say(visit.lang, 'board.returnMoved', { number: current.number })
  sendReturn(visit, open, { ...typed, version: current.number, error, status: 409 })
}

type Typed = Returned & { error: string | null; status?: number }

function sendReturn(visit: Visit, open: OpenReport, typed: Typed): void {
  const { req, res, lang, unit, month, now } = visit
  const { version, reason, error, rows } = typed
  const errors = [...(error ? [{ href: '#reason', text: error }] : []), ...rowErrors(rows, lang)]
  const { status = errors.length > 0 ? 422 : 200 } = typed
  const title = say(lang, 'board.returnTitle')
  const locked = phaseAt(open.window, now) === 'locked'
  sendPage(
    req,
    res,
    'reports/return',
    { title, status },
    {
      ...{ title, errors, version },
      caption: say(lang, 'answer.caption', { unit: unit.fullName, month: formatMonth(month) }),
      warning: locked ? say(lang, 'board.returnLocked') : null,
      action: `${boardPath(unit.id, month)}/return`,
      back: backTo(visit),
      reason: { value: reason, error },
      rows: rowViews(rows, { form: open, shown: rowsShown(req.body ?? {}), lang }),
    },
  )
}

const backTo = ({ req, unit, month }: Visit): string =>
  backOr(req.body?.back, req.get('referer'), boardOf(unit, month))
