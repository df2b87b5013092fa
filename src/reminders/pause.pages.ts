import { change } from '../audit/change.ts'
import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { dayAt, isMonth, type Month } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatTime } from '../words/vietnamese.ts'
import { checkPause, monthsToPause, type PauseFault, type PauseForm, readPauseForm } from './pause.rules.ts'
import { addPause, findPauses, type Pause, removePause } from './pause.store.ts'

/** An office sends nothing of its plan for a month, says why, and takes it up again by one press. */
export function pausePages(routes: Routes<Unit>): void {
  routes.unit('get', '/reminders/:unit/pause', maySeeOffice, visit =>
    sendPauses(visit, { form: readPauseForm(visit.req.query), faults: [] }),
  )
  routes.unit('post', '/reminders/:unit/pause', mayAdminister, pause)
  routes.unit('post', '/reminders/:unit/resume', mayAdminister, resume)
}

async function pause(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, lang, person, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const form = readPauseForm(req.body)
  const { month, faults } = checkPause(form, monthsToPause(await inHand(visit)), lang)
  if (!month) return sendPauses(visit, { form, faults })
  const { reason } = form
  const added = await change(deps.db, { actor: person, now }, async trx => {
    const result = await addPause(trx, { officeId: unit.id, month, reason, by: person.id, now })
    const act = { act: 'reminder.pause', unitId: unit.id, month, detail: { reason } }
    return { result, act: result ? act : null }
  })
  const text = say(lang, 'reminders.pause.already', { month: formatMonth(month) })
  if (!added) return sendPauses(visit, { form, faults: [{ field: 'month', text }] })
  res.redirect(303, withFlash(`/reminders/${unit.id}/pause`, 'paused'))
}

/** Pressed twice it is done once. */
async function resume({ deps, req, res, now, person, unit }: UnitVisit<Unit>): Promise<void> {
  const asked = String(req.body.month ?? '')
  if (unit.kind !== 'office' || !isMonth(asked)) throw notFound()
  await change(deps.db, { actor: person, now }, async trx => {
    const reason = await removePause(trx, unit.id, asked)
    const act = { act: 'reminder.resume', unitId: unit.id, month: asked, detail: { reason } }
    return { result: null, act: reason === null ? null : act }
  })
  res.redirect(303, withFlash(`/reminders/${unit.id}/pause`, 'resumed'))
}

async function inHand({ deps, unit, now, month }: UnitVisit<Unit>): Promise<Month> {
  const { settings } = await loadOfficeMonth(deps.db, unit.id, month)
  return monthInHand(dayAt(now), settings.cutOffDay)
}

async function sendPauses(
  visit: UnitVisit<Unit>,
  { form, faults }: { form: PauseForm; faults: PauseFault[] },
): Promise<void> {
  const { deps, req, res, lang, person, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const first = await inHand(visit)
  const pauses = await findPauses(deps.db, unit.id, first)
  const wrong = (field: keyof PauseForm) => faults.find(it => it.field === field)?.text ?? null
  const free = monthsToPause(first).filter(month => !pauses.some(it => it.month === month))
  const model = {
    office: unit.fullName,
    back: `/reminders/${unit.id}/plan`,
    may: mayAdminister(person, unit),
    action: `/reminders/${unit.id}/pause`,
    resumeAction: `/reminders/${unit.id}/resume`,
    pauses: pauses.map(it => pauseRow(it, lang)),
    reason: form.reason,
    months: [
      {
        label: null,
        options: free.map(it => ({ value: it, label: formatMonth(it), chosen: it === form.month })),
      },
    ],
    wrong: { month: wrong('month'), reason: wrong('reason') },
    errors: faults.map(({ field, text }) => ({ href: `#${field}`, text })),
  }
  const title = say(lang, 'reminders.pause.title')
  sendPage(req, res, 'reminders/pause', { title, status: faults.length > 0 ? 422 : 200 }, model)
}

const pauseRow = ({ month, reason, by, at }: Pause, lang: UnitVisit<Unit>['lang']) => ({
  month,
  label: say(lang, 'reminders.pause.line', { month: formatMonth(month), reason }),
  by: say(lang, 'reminders.pause.by', { name: by ?? '–', time: formatTime(at) }),
  resume: say(lang, 'reminders.pause.resumeMonth', { month: formatMonth(month) }),
})
