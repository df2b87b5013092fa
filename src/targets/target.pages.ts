import { change } from '../audit/change.ts'
import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { withFlash } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { type Grid, openGrid, storedFor } from './open-grid.ts'
import { type GridAnswer, showGrid } from './show-grid.ts'
import type { Target } from './target.rules.ts'
import { lastSetter, lockTargets, removeTargets, setTargets } from './target.store.ts'
import {
  formOfTargets,
  type GridForm,
  readGrid,
  type TargetChange,
  targetChanges,
  targetsIn,
  targetText,
} from './target-grid.rules.ts'

/** Targets of an office and of what stands straight under it, for one school year. */
export function targetPages(routes: Routes<Unit>): void {
  routes.unit('get', '/targets/:unit', maySeeOffice, async visit => {
    const grid = await openGrid(visit)
    const form = formOfTargets(grid.stored, grid.units)
    showGrid(visit, grid, { ...plain, form, stored: grid.stored })
  })
  routes.unit('post', '/targets/:unit', mayAdminister, save)
}

const plain: Omit<GridAnswer, 'form' | 'stored'> = {
  status: 200,
  errors: [],
  beside: false,
  news: null,
  faults: [],
}

async function save(visit: UnitVisit<Unit>): Promise<void> {
  const { req, res, lang, unit } = visit
  const grid = await openGrid(visit)
  const form = readGrid(req.body ?? {}, grid.units, formOfTargets(grid.stored, grid.units))
  const read = targetsIn(form, grid.units, lang)
  if ('errors' in read) {
    const seen = String(req.body?.seen ?? '')
    const answer = { ...plain, status: 422, form, errors: read.errors, stored: grid.stored }
    return showGrid(visit, { ...grid, seen }, answer)
  }
  const newer = await keep(visit, grid, read.targets)
  if (newer) return showStale(visit, { ...grid, ...newer }, form)
  res.redirect(303, withFlash(`/targets/${unit.id}?year=${grid.year}`, 'targetsSaved'))
}

/** Writes what differs. @returns what is stored, when somebody changed it since the grid was shown; nothing is written. */
async function keep(
  { deps, req, unit, now, person }: UnitVisit<Unit>,
  grid: Grid,
  targets: readonly Target[],
): Promise<Pick<Grid, 'stored' | 'seen'> | null> {
  return change(deps.db, { actor: person, now }, async trx => {
    await lockTargets(trx, unit.id)
    const { stored, seen } = await storedFor(trx, grid.units, grid.year)
    if (seen !== req.body?.seen) return { result: { stored, seen }, act: null }
    const changes = targetChanges(stored, targets, grid.units)
    const after = changes.flatMap(it => it.after ?? [])
    await setTargets(trx, after, { schoolYear: grid.year, by: person, now })
    const gone = changes.filter(it => !it.after)
    await removeTargets(trx, gone, grid.year)
    return { result: null, act: changes.length > 0 ? actOf(unit, grid, changes) : null }
  })
}

async function showStale(visit: UnitVisit<Unit>, grid: Grid, form: GridForm): Promise<void> {
  const { deps, lang } = visit
  const ids = grid.units.map(it => it.id)
  const by = (await lastSetter(deps.db, ids, grid.year)) ?? '–'
  const news = { kind: 'warning' as const, text: say(lang, 'targets.staleText', { by }) }
  showGrid(visit, grid, { ...plain, status: 409, form, stored: grid.stored, beside: true, news })
}

function actOf(unit: Unit, { units, year }: Grid, changes: readonly TargetChange[]) {
  const names = new Map(units.map(it => [it.id, it.name]))
  const lines = changes.map(({ unitId, measure, before, after }) => [
    `${names.get(unitId)}, ${say('vi', `targets.measure.${measure}`)}`,
    [targetText(before), targetText(after)],
  ])
  const detail = { year, count: changes.length, changes: Object.fromEntries(lines) }
  return { act: 'target.set', unitId: unit.id, detail }
}
