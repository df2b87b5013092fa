import { createHash } from 'node:crypto'
import { change } from '../audit/change.ts'
import {
  dayAt,
  isMonth,
  type Month,
  monthOfDay,
  monthsOfSchoolYear,
  schoolYearOf,
} from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { compareVietnamese } from '../words/vietnamese.ts'
import type { Target } from './target.rules.ts'
import { lastSetter, loadTargets, lockTargets, removeTargets, setTargets } from './target.store.ts'
import {
  formOfTargets,
  type GridState,
  type GridUnit,
  gridRows,
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
    showGrid(visit, grid, { form, errors: [], stored: grid.stored, stale: false })
  })
  routes.unit('post', '/targets/:unit', mayAdminister, save)
}

type Grid = {
  year: string
  units: GridUnit[]
  /** Of the grid's units and of the offices above them. */
  stored: Target[]
  /** Names what was stored when the grid was shown, so that another person's change in between is noticed. */
  seen: string
}

async function openGrid(visit: UnitVisit<Unit>): Promise<Grid> {
  const { deps, unit, req, now } = visit
  if (unit.kind !== 'office') throw notFound()
  const running = monthOfDay(dayAt(now))
  const year = yearAsked(req.query.year ?? req.body?.year, running)
  const units = await unitsOfGrid(deps.db, unit, listedIn(year, running))
  return { year, units, ...(await storedFor(deps.db, units, year)) }
}

async function storedFor(db: Db, units: readonly GridUnit[], year: string) {
  const asked = [...new Set(units.flatMap(it => [it.id, ...it.above]))]
  const stored = await loadTargets(db, asked, year)
  return { stored, seen: nameOf(stored, units) }
}

/** The office itself first, then what reports to it, in Vietnamese order. */
async function unitsOfGrid(db: Db, unit: Unit, month: Month): Promise<GridUnit[]> {
  const above = unit.offices.filter(id => id !== unit.id)
  const below = (await unitsUnder(db, unit.id, month))
    .filter(it => it.parentId === unit.id)
    .sort((a, b) => compareVietnamese(a.name, b.name) || a.id - b.id)
  return [
    { id: unit.id, name: unit.fullName, above },
    ...below.map(it => ({ id: it.id, name: it.fullName, above: [unit.id, ...above] })),
  ]
}

function yearAsked(given: unknown, running: Month): string {
  if (typeof given !== 'string' || !/^20\d\d-20\d\d$/.test(given)) return schoolYearOf(running)
  if (Number(given.slice(5)) !== Number(given.slice(0, 4)) + 1) throw notFound()
  return given
}

/** A year gone by lists its units as they last stood; one to come, as they stand now. */
function listedIn(year: string, running: Month): Month {
  const last = monthsOfSchoolYear(year).at(-1)
  return last && isMonth(last) && last < running ? last : running
}

async function save(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, now, person } = visit
  const grid = await openGrid(visit)
  const form = readGrid(req.body ?? {}, grid.units, formOfTargets(grid.stored, grid.units))
  const read = targetsIn(form, grid.units, lang)
  if ('errors' in read)
    return showGrid(
      visit,
      { ...grid, seen: String(req.body?.seen ?? '') },
      { form, errors: read.errors, stored: grid.stored, stale: false },
    )
  const by = { schoolYear: grid.year, by: person, now }
  const newer = await change(deps.db, { actor: person, now }, async trx => {
    await lockTargets(trx, unit.id)
    const { stored, seen } = await storedFor(trx, grid.units, grid.year)
    if (seen !== req.body?.seen) return { result: { stored, seen }, act: null }
    const changes = targetChanges(stored, read.targets, grid.units)
    await setTargets(
      trx,
      changes.flatMap(it => it.after ?? []),
      by,
    )
    await removeTargets(
      trx,
      changes.filter(it => !it.after),
      grid.year,
    )
    return { result: null, act: changes.length > 0 ? actOf(unit, grid, changes) : null }
  })
  if (!newer) return res.redirect(303, withFlash(`/targets/${unit.id}?year=${grid.year}`, 'targetsSaved'))
  const setter = await lastSetter(
    deps.db,
    grid.units.map(it => it.id),
    grid.year,
  )
  showGrid(
    visit,
    { ...grid, seen: newer.seen },
    { form, errors: [], stored: newer.stored, stale: true },
    setter,
  )
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

const nameOf = (stored: readonly Target[], units: readonly GridUnit[]): string => {
  const ids = new Set(units.map(it => it.id))
  const lines = stored
    .filter(it => ids.has(it.unitId))
    .map(it => `${it.unitId} ${it.measure} ${it.percent} ${it.source}`)
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16)
}

function showGrid(visit: UnitVisit<Unit>, grid: Grid, state: GridState, setter: string | null = null): void {
  const { req, res, lang, unit, person, now } = visit
  const rows = gridRows(grid.units, state, lang)
  const labels = new Map(rows.flatMap(it => [...it.boxes, it.source].map(box => [box.id, box.label])))
  const title = say(lang, 'targets.title', { year: grid.year })
  const status = state.errors.length > 0 ? 422 : state.stale ? 409 : 200
  sendPage(
    req,
    res,
    'targets/grid',
    { title, wide: true, status },
    {
      unit: unit.fullName,
      title,
      action: `/targets/${unit.id}`,
      backHref: `/consolidation/${unit.id}`,
      year: grid.year,
      seen: grid.seen,
      years: yearSwitcher(visit, grid.year, schoolYearOf(monthOfDay(dayAt(now)))),
      heads: rows[0]?.boxes.map(it => it.head) ?? [],
      rows,
      maySave: mayAdminister(person, unit),
      stale: state.stale ? say(lang, 'targets.staleText', { by: setter ?? '–' }) : null,
      errors: state.errors.map(({ box, text }) => ({ href: `#${box}`, text: `${labels.get(box)}: ${text}` })),
    },
  )
}

/** Targets are set a year ahead at most; the portal knows no year before 2023. */
function yearSwitcher({ unit, lang }: UnitVisit<Unit>, year: string, present: string) {
  const to = (first: number) => {
    const label = `${first}-${first + 1}`
    return { href: `/targets/${unit.id}?year=${label}`, label: say(lang, 'targets.toYear', { year: label }) }
  }
  const [first, now] = [Number(year.slice(0, 4)), Number(present.slice(0, 4))]
  return {
    previous: first > 2023 ? to(first - 1) : null,
    next: first <= now ? to(first + 1) : null,
    current: first === now ? null : { ...to(now), label: say(lang, 'targets.toNow') },
  }
}
