import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import type { Routes } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatDay } from '../words/vietnamese.ts'
import { mayAdminister } from './access.rules.ts'
import { askedRole, type RoleVisit } from './held-role.ts'
import type { FormError } from './person-admin.rules.ts'
import { coverDays, readCover, type TermError, type TypedTerm, usualCover } from './role-term.rules.ts'
import { successorForm } from './successor-form.rules.ts'
import { readSuccessor, takeOver } from './take-over.ts'

/** Leave cover: a colleague has the same role from a day to a day, and it ends by itself. */
export function coverPages(routes: Routes<Unit>): void {
  const path = '/people/:unit/:person/roles/:role/cover'
  routes.unit('get', path, mayAdminister, async visit => {
    const asked = await askedRole(visit)
    showForm(asked, { typed: {}, term: usualCover(visit.now), errors: [], termErrors: [] })
  })
  routes.unit('post', path, mayAdminister, async visit => cover(await askedRole(visit)))
}

type Typed = {
  typed: Readonly<Record<string, unknown>>
  term: TypedTerm
  errors: FormError[]
  termErrors: TermError[]
}

function showForm(visit: RoleVisit, { typed, term, errors, termErrors }: Typed): void {
  const { req, res, lang, held, one, path } = visit
  const title = say(lang, 'handover.coverTitle')
  const role = say(lang, `people.role.${held.role}`)
  const form = successorForm(typed, errors)
  const box = (name: 'from' | 'to') => ({
    name,
    label: say(lang, `handover.${name}`),
    hint: name === 'to' ? say(lang, 'handover.toHint', { days: coverDays.most }) : null,
    value: term[name],
    error: termErrors.find(it => it.field === name)?.text ?? null,
  })
  const model = {
    ...form,
    title,
    caption: say(lang, 'handover.of', { role, unit: held.unit, name: one.name }),
    lead: say(lang, 'handover.coverText', { name: one.name }),
    action: `${path}/roles/${held.id}/cover`,
    back: path,
    who: say(lang, 'handover.coverWho'),
    days: [box('from'), box('to')],
    press: say(lang, 'handover.coverPress'),
    errors: [...form.errors, ...termErrors.map(({ field, text }) => ({ href: `#${field}`, text }))],
  }
  sendPage(req, res, 'people/take-over', { title, status: model.errors.length > 0 ? 422 : 200 }, model)
}

async function cover(visit: RoleVisit): Promise<void> {
  const { req, res, lang, now, held, one, path, unit } = visit
  const typed = req.body ?? {}
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '')
  const term = { from: text('from'), to: text('to') }
  const successor = await readSuccessor(visit)
  const read = readCover(term, now, lang)
  const termErrors = 'errors' in read ? read.errors : []
  if (successor.errors.length > 0 || 'errors' in read)
    return showForm(visit, { typed, term, errors: successor.errors, termErrors })
  const days = { from: formatDay(term.from), to: formatDay(term.to) }
  const detail = { person: successor.details.name, covered: one.name, role: held.role, ...days }
  const act = { act: 'role.cover', unitId: held.unitId, detail }
  const id = await takeOver(visit, { successor, ...read.term, covers: one.id, ends: null, act })
  res.redirect(
    303,
    withFlash(id === null ? path : `/people/${unit.id}/${id}`, id === null ? 'coverThere' : 'covered'),
  )
}
