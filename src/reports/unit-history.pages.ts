import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { dueFor } from '../calendar/deadline.rules.ts'
import { dayAt, type Month } from '../calendar/month.rules.ts'
import { monthInHand, sayTimeLeft } from '../calendar/window.rules.ts'
import { mayReview, maySeeReports } from '../people/access.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { type Key, say } from '../words/all.ts'
import { formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { boardPath } from './board-query.rules.ts'
import { loadLateness } from './load-lateness.ts'
import { loadEditions } from './review.store.ts'
import { buildHistory, type HistoryMonth, punctuality } from './unit-history.rules.ts'
import {
  type GrantedTime,
  loadCalls,
  loadGranted,
  loadLetters,
  loadPeople,
  loadRelatives,
  loadReportedMonths,
  type UnitCall,
  type UnitLetter,
  type UnitPerson,
} from './unit-history.store.ts'
import { originsView, relativesView, viewMonths } from './unit-history-view.rules.ts'

/** A year and a half: this school year and the one before; the rest at a press. */
const MONTHS = 18
const LETTERS = 30
const CALLS = 10

/** A commune through time, for its office: months, versions, predecessors, people, letters, extensions. */
export function unitHistoryPages(routes: Routes<Unit>): void {
  routes.unit('get', '/review/:unit/history', maySeeReports, showUnit)
}

async function showUnit(visit: UnitVisit<Unit>): Promise<void> {
  const { req, res, lang, unit, person } = visit
  if (unit.kind !== 'commune') throw notFound()
  const known = await loadUnit(visit)
  const { months, running, extensions, relatives, officeMonth } = known
  const mayAct = mayReview(person, unit) && unit.parentId !== null
  const up = upFrom(visit, running)
  const shown = req.query.all === undefined ? months.slice(0, MONTHS) : months
  const lateness = await latenessIn(visit, known)
  const title = say(lang, 'unit.title', { unit: unit.fullName })
  const options = { title, wide: true, contact: officeMonth ? contactLine(officeMonth.settings) : null }
  sendPage(req, res, 'reports/unit', options, {
    up,
    unit: unit.fullName,
    code: unit.code,
    charts: `/charts/${unit.id}`,
    relatives: relativesView(relatives, lang),
    origins: originsView(relatives, lang),
    punctual: punctualOf(months, { unit, running, lang }),
    running: runningView(visit, { ...known, lateness }, mayAct),
    months: viewMonths(shown, { lang, unitId: unit.id, extensions, lateness, running, mayAct }),
    all: shown.length < months.length ? say(lang, 'unit.allMonths', { count: months.length }) : null,
    heads: known.heads.map(it => it[lang]),
    mayAct,
    people: known.people.map(it => viewPerson(it, lang)),
    letters: known.letters.map(it => viewLetter(it, lang)),
    granted: known.granted.map(it => viewGrant(it, lang)),
    // The office's own notes; the commune's people see the page too.
    calls: up ? known.calls.map(it => viewCall(it, lang)) : [],
  })
}

type Known = Awaited<ReturnType<typeof loadUnit>>
type Timely = Known & { lateness: ReadonlyMap<Month, string> }

/** Everything about a commune, in ten queries however long its past. */
async function loadUnit({ deps: { db }, unit, now, month }: UnitVisit<Unit>) {
  const officeMonth = unit.parentId === null ? null : await loadOfficeMonth(db, unit.parentId, month)
  const running = monthInHand(dayAt(now), officeMonth?.settings.cutOffDay ?? 0)
  const [relatives, people, letters, granted, calls, [edition], due] = await Promise.all([
    loadRelatives(db, unit.id),
    loadPeople(db, unit.id),
    loadLetters(db, unit.id, LETTERS),
    loadGranted(db, unit.id),
    loadCalls(db, unit.id, CALLS),
    loadEditions(db, [month]),
    unit.parentId === null || running === month ? officeMonth : loadOfficeMonth(db, unit.parentId, running),
  ])
  if (!edition) throw notFound()
  const ids = relatives.filter(it => it.side === 'before').map(it => it.id)
  const reports = await loadReportedMonths(db, [unit.id, ...ids])
  const { id, fullName: name, validFrom, validUntil } = unit
  const months = buildHistory({
    unit: { id, name, validFrom, validUntil },
    relatives,
    reports,
    edition,
    last: month,
  })
  const indicators = edition.sections.flatMap(it => it.indicators)
  const heads = [edition.headline, edition.unknown].flatMap(code => {
    const indicator = indicators.find(it => it.code === code)
    return indicator ? [indicator.short ?? indicator.label] : []
  })
  const inForce = granted.filter(it => !it.opensOnly && it.withdrawnAt === null)
  const extensions = new Map([...inForce].reverse().map(it => [it.month, it.until]))
  return { officeMonth: due, running, relatives, people, letters, granted, calls, months, heads, extensions }
}

/** By how much the commune's own reports were late. */
function latenessIn({ deps, unit, lang }: UnitVisit<Unit>, { months, extensions }: Known) {
  const timed = months.flatMap(({ month, parts }) => {
    const report = parts.find(it => it.unitId === unit.id)?.report
    const { onTime = null, firstAt = null } = report ?? {}
    return [{ month, onTime, firstAt, extensionUntil: extensions.get(month) ?? null }]
  })
  return loadLateness(deps.db, { unitId: unit.id, months: timed, lang })
}

function upFrom({ person, unit }: UnitVisit<Unit>, running: Month): { href: string } | null {
  const above = person.roles.some(
    ({ unitId }) => !unit.lineage.includes(unitId) && unit.offices.includes(unitId),
  )
  return above && unit.parentId !== null ? { href: boardPath(unit.parentId, running) } : null
}

function punctualOf(
  months: readonly HistoryMonth[],
  { unit, running, lang }: { unit: Unit; running: Month; lang: Lang },
) {
  const { expected, reported, onTime } = punctuality(months, unit.id, running)
  if (expected === 0) return null
  const params = {
    expected: formatNumber(expected),
    reported: formatNumber(reported),
    onTime: formatNumber(onTime),
  }
  return say(lang, 'unit.punctual', params)
}

/** The month in hand: its state, its due date, and what may be done about it. */
function runningView({ lang, unit, now }: UnitVisit<Unit>, known: Timely, mayAct: boolean) {
  const { running, months, extensions, officeMonth, lateness } = known
  const part = months.find(it => it.month === running)?.parts.find(it => it.unitId === unit.id)
  if (!part || !officeMonth) return null
  const { state, report } = part
  const due = dueFor(officeMonth.deadline, extensions.get(running) ?? null)
  const path = boardPath(unit.id, running)
  const sent = report?.number != null
  return {
    title: say(lang, 'unit.running', { month: formatMonth(running) }),
    state,
    late: report?.onTime === false,
    lateness: lateness.get(running) ?? null,
    due: say(lang, 'unit.due', { due: formatTime(due), left: sayTimeLeft(lang, now, due) }),
    reason: state === 'returned' ? (report?.returnReason ?? null) : null,
    report: report ? `/reports/${unit.id}/${running}` : null,
    accept: mayAct && (state === 'submitted' || state === 'returned') ? `${path}/accept` : null,
    giveBack: mayAct && (state === 'submitted' || state === 'accepted') ? `${path}/return` : null,
    chase: mayAct && !sent ? `/reminders/${unit.parentId}/${running}/chase` : null,
    extend: mayAct ? `${path}/extension` : null,
    id: unit.id,
    seen: now.toISOString(),
    back: `/review/${unit.id}/history`,
  }
}

function viewPerson({ name, position, email, phone, roles, active, lastSignInAt }: UnitPerson, lang: Lang) {
  const digits = phone.replace(/[^\d+]/g, '')
  return {
    name,
    position,
    email,
    phone,
    tel: digits ? `tel:${digits}` : null,
    roles: roles.map(role => say(lang, `unit.role.${role}` as Key)).join(', '),
    active,
    signedIn: lastSignInAt
      ? say(lang, 'unit.signedIn', { at: formatTime(lastSignInAt) })
      : say(lang, 'unit.neverSignedIn'),
  }
}

function viewLetter({ month, recipient, status, because, subject, at, lastError }: UnitLetter, lang: Lang) {
  const failed = ['failed', 'refused', 'bounced'].includes(status)
  return {
    title: subject ?? say(lang, 'unit.letter', { month: formatMonth(month) }),
    at: formatTime(at),
    recipient,
    status: say(lang, `unit.letter.${status}`),
    failed,
    because,
    error: failed ? lastError : null,
  }
}

const viewCall = ({ month, at, by, outcome, note }: UnitCall, lang: Lang) => ({
  title: say(lang, 'reach.call.line', {
    at: formatTime(at),
    by,
    outcome: say(lang, `reach.call.${outcome}`),
  }),
  month: say(lang, 'unit.running', { month: formatMonth(month) }),
  note: note || null,
})

const viewGrant = ({ month, until, opensOnly, reason, by, at, withdrawnAt }: GrantedTime, lang: Lang) => ({
  title: say(lang, opensOnly ? 'answer.unitOpened' : 'unit.grant', {
    month: formatMonth(month),
    until: formatTime(until),
  }),
  reason,
  by: [
    say(lang, 'unit.grantBy', { by, at: formatTime(at) }),
    withdrawnAt && say(lang, 'answer.unitBack', { at: formatTime(withdrawnAt) }),
  ]
    .filter(Boolean)
    .join('; '),
})
