import { mayAdminister } from '../people/access.rules.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { undoChange } from './change-units.ts'
import type { Unit } from './unit.store.ts'
import { changeKinds } from './unit-change.rules.ts'
import { aboutOf } from './unit-change-boxes.rules.ts'
import { importLineOf, lineOf, readUndoReason, whyNot } from './unit-change-line.rules.ts'
import { findChange, hindrancesTo, type KeptChange, listChanges } from './unit-change-log.store.ts'
import { listImports } from './unit-import-log.store.ts'
import { findUnitsAt } from './unit-list.store.ts'

/** What was done to an office's units, with its document and effects, and taking one of them back. */
export function unitUndoPages(routes: Routes<Unit>): void {
  routes.unit('get', '/units/:unit/changes', mayAdminister, showChanges)
  routes.unit('get', '/units/:unit/changes/:change/undo', mayAdminister, showUndo)
  routes.unit('post', '/units/:unit/changes/:change/undo', mayAdminister, undo)
}

async function showChanges({ deps, req, res, lang, unit, month }: UnitVisit<Unit>): Promise<void> {
  if (unit.kind !== 'office') throw notFound()
  const [changes, imports, lines] = await Promise.all([
    listChanges(deps.db, unit.id),
    listImports(deps.db, { officeId: unit.id, month }),
    findUnitsAt(deps.db, unit.id, month),
  ])
  const hindrances = await hindrancesTo(
    deps.db,
    changes.filter(it => it.undoneAt === null),
  )
  const base = `/units/${unit.id}/changes`
  const model = {
    unit: unit.fullName,
    backHref: `/units/${unit.id}`,
    groups: groupsOf(lines, base, lang),
    itselfHref: `${base}/rename?of=office&units=${unit.id}`,
    lines: [
      ...changes.map(it => ({
        at: it.at,
        ...lineOf(it, { hindrance: hindrances.get(it.id) ?? null, base, lang }),
      })),
      ...imports.map(it => ({ at: it.at, ...importLineOf(it, lang) })),
    ].sort((a, b) => b.at.getTime() - a.at.getTime()),
  }
  sendPage(req, res, 'units/changes', { title: say(lang, 'change.title'), wide: true }, model)
}

type Of = 'commune' | 'office'

/** What may be begun: for communes and, where there are any, for the offices below. */
function groupsOf(lines: readonly { kind: Of }[], base: string, lang: Lang) {
  const there = (['commune', 'office'] as const).filter(of => lines.some(it => it.kind === of))
  const shown: readonly Of[] = there.length > 0 ? there : ['commune']
  return shown.map(of => ({
    title:
      shown.length > 1 ? say(lang, of === 'office' ? 'change.startOffices' : 'change.startCommunes') : null,
    starts: changeKinds
      .filter(kind => of === 'commune' || (kind !== 'split' && kind !== 'found'))
      .map(kind => ({
        href: `${base}/${kind}${of === 'office' ? '?of=office' : ''}`,
        label: say(lang, `change.kind.${kind}`),
        about: say(lang, aboutOf(kind, of)),
      })),
  }))
}

async function changeAsked({ deps, req, unit }: UnitVisit<Unit>): Promise<KeptChange> {
  const id = Number(req.params.change)
  const kept = Number.isSafeInteger(id) && id > 0 && id < 2 ** 31 ? await findChange(deps.db, id) : null
  if (!kept || kept.officeId !== unit.id) throw notFound()
  return kept
}

async function showUndo(visit: UnitVisit<Unit>): Promise<void> {
  const kept = await changeAsked(visit)
  const hindrance = (await hindrancesTo(visit.deps.db, [kept])).get(kept.id) ?? null
  const reason = hindrance && whyNot(hindrance, visit.lang)
  const already = kept.undoneAt ? say(visit.lang, 'change.undo.already') : null
  sendUndo(visit, kept, { reason: '', error: null, against: already ?? reason, status: 200 })
}

type Typed = { reason: string; error: string | null; against: string | null; status: number }

function sendUndo({ req, res, lang, unit }: UnitVisit<Unit>, kept: KeptChange, typed: Typed): void {
  const base = `/units/${unit.id}/changes`
  const { reason, error, against, status } = typed
  const title = say(lang, 'change.undo.title')
  const model = {
    unit: unit.fullName,
    line: lineOf(kept, { hindrance: null, base, lang }),
    action: `${base}/${kept.id}/undo`,
    backHref: base,
    reason: { value: reason, error },
    against,
    errors: error ? [{ href: '#reason', text: error }] : [],
  }
  sendPage(req, res, 'units/change-undo', { title, status }, model)
}

async function undo(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, lang, person, unit } = visit
  const kept = await changeAsked(visit)
  const { reason, error } = readUndoReason(req.body?.reason, lang)
  if (error) return sendUndo(visit, kept, { reason, error, against: null, status: 422 })
  const asked = { id: kept.id, officeId: unit.id, reason }
  const undone = await undoChange(deps.db, { actor: person, now }, asked)
  if (undone === 'done') return res.redirect(303, withFlash(`/units/${unit.id}/changes`, 'unitsUndone'))
  sendUndo(visit, kept, { reason, error: null, against: whyNot(undone, lang), status: 409 })
}
