import { dayAt } from '../calendar/month.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { Problem } from '../web/problem.ts'
import type { Routes } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatDay } from '../words/vietnamese.ts'
import { mayAdminister } from './access.rules.ts'
import { askedRole, type RoleVisit } from './held-role.ts'
import type { FormError } from './person-admin.rules.ts'
import { readLastDay } from './role-term.rules.ts'
import { successorForm } from './successor-form.rules.ts'
import { readSuccessor, takeOver } from './take-over.ts'

/** Handing a role over in one step: the new holder is invited, the old one's access ends that day, drafts stay. */
export function handoverPages(routes: Routes<Unit>): void {
  const path = '/people/:unit/:person/roles/:role/hand-over'
  routes.unit('get', path, mayAdminister, async visit => {
    const asked = await askedRole(visit)
    showForm(asked, { typed: {}, day: dayAt(visit.now), errors: [], dayError: null })
  })
  routes.unit('post', path, mayAdminister, async visit => handOver(await askedRole(visit)))
}

type Typed = {
  typed: Readonly<Record<string, unknown>>
  day: string
  errors: FormError[]
  dayError: string | null
}

function showForm(visit: RoleVisit, { typed, day, errors, dayError }: Typed): void {
  const { req, res, lang, held, one, path } = visit
  const title = say(lang, 'handover.title')
  const role = say(lang, `people.role.${held.role}`)
  const form = successorForm(typed, errors)
  const model = {
    ...form,
    title,
    caption: say(lang, 'handover.of', { role, unit: held.unit, name: one.name }),
    lead: say(lang, 'handover.text', { name: one.name }),
    action: `${path}/roles/${held.id}/hand-over`,
    back: path,
    who: say(lang, 'handover.who'),
    days: [
      {
        name: 'day',
        label: say(lang, 'handover.day'),
        hint: say(lang, 'handover.dayHint', { name: one.name }),
        value: day,
        error: dayError,
      },
    ],
    press: say(lang, 'handover.press'),
    errors: [...form.errors, ...(dayError ? [{ href: '#day', text: dayError }] : [])],
  }
  sendPage(req, res, 'people/take-over', { title, status: model.errors.length > 0 ? 422 : 200 }, model)
}

async function handOver(visit: RoleVisit): Promise<void> {
  const { req, res, lang, now, held, one, path, unit, person } = visit
  if (one.id === person.id && held.role === 'admin') throw new Problem(409, 'problem.ownAccount')
  const typed = req.body ?? {}
  const day = typeof typed.day === 'string' ? typed.day : ''
  const successor = await readSuccessor(visit)
  const last = readLastDay(day, now, lang)
  const dayError = 'error' in last ? last.error : null
  if (successor.errors.length > 0 || 'error' in last)
    return showForm(visit, { typed, day, errors: successor.errors, dayError })
  const { until } = last
  const detail = { from: one.name, to: successor.details.name, role: held.role, day: formatDay(day) }
  const act = { act: 'role.hand-over', unitId: held.unitId, detail }
  const id = await takeOver(visit, { successor, since: now, until: null, covers: null, ends: until, act })
  res.redirect(303, withFlash(id === null ? path : `/people/${unit.id}/${id}`, 'handedOver'))
}
