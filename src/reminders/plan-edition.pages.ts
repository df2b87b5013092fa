import { change } from '../audit/change.ts'
import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import { defaultPlan, type Plan } from './plan.rules.ts'
import { addPlan, holdPlan, listPlans, type PlanEdition } from './plan.store.ts'
import { changesOf } from './plan-changes.rules.ts'

/** The editions of an office's plan: when, by whom, what changed; and the latest undone by one press. */
export function planEditionPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reminders/:unit/plan/editions', maySeeOffice, visit => sendEditions(visit, null))
  routes.unit('post', '/reminders/:unit/plan/undo', mayAdminister, undoPlan)
}

/** A new edition equal to the one before the latest, or to the default when it was the first. */
async function undoPlan(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, person, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const moved = await change<PlanEdition | null>(deps.db, { actor: person, now }, async trx => {
    const latest = await holdPlan(trx, unit.id)
    if (latest.id === 0 || String(req.body.edition) !== String(latest.id))
      return { result: latest, act: null }
    const [, earlier] = await listPlans(trx, unit.id, 2)
    const plan = earlier?.plan ?? defaultPlan
    await addPlan(trx, { officeId: unit.id, plan, by: person.id, now, undoes: latest.id })
    const note = changesOf(latest.plan, plan, 'vi').join('; ')
    const detail = { undone: latest.number, before: latest.plan, after: plan, note }
    return { result: null, act: { act: 'reminder.plan-undo', unitId: unit.id, detail } }
  })
  if (moved) return sendEditions(visit, moved)
  res.redirect(303, withFlash(`/reminders/${unit.id}/plan`, 'planUndone'))
}

/** `moved`: the edition that somebody saved while this page stood open, so that nothing was undone. */
async function sendEditions(visit: UnitVisit<Unit>, moved: PlanEdition | null): Promise<void> {
  const { deps, req, res, lang, person, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const editions = await listPlans(deps.db, unit.id)
  const [latest, earlier] = editions
  const may = mayAdminister(person, unit)
  const model = {
    office: unit.fullName,
    back: `/reminders/${unit.id}/plan`,
    moved:
      moved &&
      say(lang, 'reminders.plan.undoMoved', {
        number: moved.number,
        name: moved.by ?? '–',
        time: moved.at ? formatTime(moved.at) : '–',
      }),
    undo:
      may && latest
        ? {
            action: `/reminders/${unit.id}/plan/undo`,
            edition: latest.id,
            number: latest.number,
            text: earlier
              ? say(lang, 'reminders.plan.undoTo', { number: earlier.number })
              : say(lang, 'reminders.plan.undoToDefault'),
          }
        : null,
    editions: editions.map((edition, index) => editionRow(edition, editions[index + 1]?.plan, lang)),
  }
  const title = say(lang, 'reminders.plan.editions')
  sendPage(req, res, 'reminders/plan-editions', { title, status: moved ? 409 : 200 }, model)
}

function editionRow(
  { number, by, at, plan, undoes }: PlanEdition,
  before: Plan | undefined,
  lang: 'vi' | 'en',
) {
  const changes = changesOf(before ?? defaultPlan, plan, lang)
  return {
    number,
    by: by ?? '–',
    at,
    undoes: undoes === null ? null : say(lang, 'reminders.plan.undoes', { number: undoes }),
    first: !before,
    changes: changes.length > 0 ? changes : [say(lang, 'reminders.plan.change.same')],
  }
}
