import { addMonths, type Month } from '../calendar/month.rules.ts'
import { isAdministrator, mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { PersonVisit, Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { compareVietnamese, fold, formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { foundProvince, readShippedUnits } from './import-units.ts'
import { isOnTop } from './top.rules.ts'
import { findUnit, type Unit } from './unit.store.ts'
import { findFormerOffices, findFoundedCodes, findUnitsAt, type UnitLine } from './unit-list.store.ts'

/** What stands under an office, what it was made from, and founding another office. */
export function unitPages(routes: Routes<Unit>): void {
  routes.person('get', '/units/found', isAdministrator, visit => showFounding(visit, null))
  routes.person('post', '/units/found', isAdministrator, found)
  routes.unit('get', '/units/:unit', maySeeOffice, showUnits)
}

async function showUnits(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, person } = visit
  const { past, month } = monthShown(visit)
  const [lines, former, above] = await Promise.all([
    findUnitsAt(deps.db, unit.id, month),
    findFormerOffices(deps.db, unit.id),
    aboveOf(visit, past),
  ])
  const q = typeof req.query.q === 'string' ? req.query.q.slice(0, 80) : ''
  const rows = lines.filter(it => isFound(it, q)).sort((a, b) => compareVietnamese(a.name, b.name))
  const model = {
    unit: unit.fullName,
    lead: leadOf(visit, lines, { past, month }),
    above: above && maySeeOffice(person, above) ? aboveLink(lang, above, past) : null,
    links: mayAdminister(person, unit) && !past ? linksOf(visit) : [],
    search: searchBox(visit, q, rows.length),
    rows: rows.map(it => rowOf(it, past)),
    withOffices: lines.some(({ kind }) => kind === 'office'),
    past,
    former: former.map(it => ({
      href: `/units/${it.id}`,
      name: it.fullName,
      until: it.validUntil && formatMonth(addMonths(it.validUntil, -1)),
    })),
    none: lines.length === 0,
  }
  sendPage(req, res, 'units/list', { title: say(lang, 'units.list.title'), wide: true }, model)
}

/** An office that has ended shows its last month. */
function monthShown({ unit, month }: UnitVisit<Unit>): { past: boolean; month: Month } {
  if (unit.kind !== 'office') throw notFound()
  const past = unit.validUntil !== null && unit.validUntil <= month
  return { past, month: past && unit.validUntil ? addMonths(unit.validUntil, -1) : month }
}

/** The office above, or for one that has ended the office that took its place. */
function aboveOf({ deps, unit, month }: UnitVisit<Unit>, past: boolean): Promise<Unit | null> | null {
  const id = past ? unit.lineage.find(it => it !== unit.id) : unit.parentId
  return id ? findUnit(deps.db, id, month) : null
}

const aboveLink = (lang: Lang, { id, fullName }: Unit, past: boolean) => ({
  href: `/units/${id}`,
  label: fullName,
  before: say(lang, past ? 'units.list.became' : 'units.list.above'),
})

/** Every word typed must be found in the name or the code; marks do not matter. */
function isFound({ search, code, predecessors }: UnitLine, q: string): boolean {
  const text = `${search} ${code} ${fold(predecessors.join(' '))}`
  return fold(q)
    .split(' ')
    .every(word => text.includes(word))
}

type Shown = { past: boolean; month: Month }

function leadOf({ lang }: UnitVisit<Unit>, lines: UnitLine[], { past, month }: Shown): string {
  if (past) return say(lang, 'units.list.past', { month: formatMonth(month) })
  const communes = lines.reduce((sum, it) => sum + (it.kind === 'commune' ? 1 : it.communes), 0)
  const offices = lines.filter(it => it.kind === 'office').length
  return say(lang, offices > 0 ? 'units.list.leadOffices' : 'units.list.leadCommunes', {
    communes: formatNumber(communes),
    offices: formatNumber(offices),
    month: formatMonth(month),
  })
}

const linksOf = ({ lang, unit }: UnitVisit<Unit>) => [
  { href: `/units/${unit.id}/settings`, label: say(lang, 'units.list.settings') },
  { href: `/units/${unit.id}/changes`, label: say(lang, 'change.title') },
  { href: `/units/${unit.id}/import`, label: say(lang, 'units.list.import') },
  ...(isOnTop(unit) ? [{ href: `/editions/${unit.id}`, label: say(lang, 'edition.title') }] : []),
  { href: '/units/found', label: say(lang, 'units.list.found') },
]

const searchBox = ({ lang, unit }: UnitVisit<Unit>, q: string, count: number) => ({
  label: say(lang, 'units.list.search'),
  value: q,
  target: '#units',
  hidden: [],
  count: q ? say(lang, 'web.filterCount', { count: formatNumber(count) }) : '',
  action: `/units/${unit.id}`,
})

const rowOf = (line: UnitLine, past: boolean) => ({
  href: line.kind === 'office' ? `/units/${line.id}` : null,
  name: line.fullName,
  code: line.code,
  communes: line.kind === 'office' ? line.communes : null,
  since: formatMonth(line.validFrom),
  related: line.kind === 'office' ? '' : (past ? line.successors : line.predecessors).join(', '),
})

async function showFounding(
  { deps, req, res, lang, month }: PersonVisit,
  error: string | null,
): Promise<void> {
  const [{ rows }, there] = await Promise.all([readShippedUnits(), findFoundedCodes(deps.db, month)])
  const counts = new Map<string, number>()
  for (const { level, provinceCode } of rows)
    if (level === 'commune') counts.set(provinceCode, (counts.get(provinceCode) ?? 0) + 1)
  const provinces = rows
    .filter(({ level }) => level === 'province')
    .sort((a, b) => compareVietnamese(a.name, b.name))
    .map(({ code, fullName }) => ({
      code,
      name: fullName,
      label: say(lang, 'units.found.option', { name: fullName, count: formatNumber(counts.get(code) ?? 0) }),
    }))
  const model = {
    groups: [
      {
        label: null,
        options: provinces
          .filter(({ code }) => !there.has(code))
          .map(it => ({ value: it.code, label: it.label, chosen: false })),
      },
    ],
    there: provinces.filter(({ code }) => there.has(code)).map(({ name }) => name),
    allThere: provinces.every(({ code }) => there.has(code)),
    error,
    errors: error ? [{ href: '#province', text: error }] : [],
  }
  sendPage(
    req,
    res,
    'units/found',
    { title: say(lang, 'units.found.title'), status: error ? 422 : 200 },
    model,
  )
}

async function found(visit: PersonVisit): Promise<void> {
  const { deps, req, res, now, lang, month, person } = visit
  const code = String(req.body?.province ?? '')
  const { rows } = await readShippedUnits()
  if (!rows.some(it => it.level === 'province' && it.code === code))
    return showFounding(visit, say(lang, 'units.found.choose'))
  const id = await foundProvince(deps.db, { actor: person, now }, code)
  const office = id === null ? null : await findUnit(deps.db, id, month)
  const mine = office !== null && maySeeOffice(person, office)
  res.redirect(
    303,
    withFlash(mine ? `/units/${office.id}` : '/units/found', id === null ? 'officeThere' : 'officeFounded'),
  )
}
