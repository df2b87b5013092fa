import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { addMonths, dayAt, type Month } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import { maySeeOffice, maySeeReports } from '../people/access.rules.ts'
import type { OfficeSettings } from '../units/office.rules.ts'
import { findUnit, type Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { chartLinks, leadOf, monthLinks, rankNames } from './chart-page.rules.ts'
import type { ChartData } from './data.rules.ts'
import { loadCharts } from './load-charts.ts'
import { hidesNothing, loadHidden } from './load-hidden.ts'
import { coverageNotes, type Scene } from './note.rules.ts'
import { picturesOf } from './picture-list.rules.ts'
import { rankPlaces } from './ranking.rules.ts'
import { rankingPicture } from './ranking-picture.rules.ts'
import { tinyPage } from './tiny-page.rules.ts'

/** A unit's months as pictures: an office's, for the office and those above, and a commune's own. */
export function chartPages(routes: Routes<Unit>): void {
  routes.unit('get', '/charts/:unit', maySeeReports, visit => showCharts(visit))
  routes.unit('get', '/charts/:unit/:month', maySeeReports, visit => showCharts(visit))
  routes.unit('get', '/charts/:unit/:month/communes', maySeeOffice, visit => showTinies(visit))
}

async function showCharts(visit: UnitVisit<Unit>): Promise<void> {
  const { req, res, lang } = visit
  const asked = await load(visit)
  const { unit, month, data, inHand } = asked
  const all = req.query.years === 'all'
  const ranking = data && unit.kind === 'office' ? await rankingOf(visit, asked, data) : null
  const scene = data ? sceneOf(visit, asked, data) : null
  const pictures = scene ? picturesOf(scene, data?.situations ?? [], ranking) : []
  sendPage(
    req,
    res,
    'charts/unit',
    { title: say(lang, 'chart.title', { month: formatMonth(month) }) },
    {
      unit: unit.fullName,
      month,
      lead: data ? leadOf(data.points, unit, lang) : '',
      months: monthLinks({ unit, month, inHand, first: data?.first ?? month }, lang),
      links: chartLinks({ unit, month, nested: isNested(data), own: isOwn(visit) }, lang),
      span: spanLink(visit, asked, all),
      notes: scene ? coverageNotes(scene) : [],
      pictures,
    },
  )
}

type Asked = {
  unit: Unit
  month: Month
  inHand: Month
  settings: OfficeSettings | null
  due: Date | null
  data: ChartData | null
}

/** The unit and its figures as of the month of the address, or of the month in hand; none later than that. */
async function load(visit: UnitVisit<Unit>): Promise<Asked> {
  const { deps, req, now, unit: given } = visit
  const officeId = given.kind === 'office' ? given.id : given.parentId
  const office = officeId === null ? null : await loadOfficeMonth(deps.db, officeId, visit.month)
  const inHand = monthInHand(dayAt(now), office?.settings.cutOffDay ?? 0)
  const month = req.params.month === undefined ? inHand : visit.month
  if (month > inHand) throw notFound()
  const unit = month === visit.month ? given : ((await findUnit(deps.db, given.id, month)) ?? given)
  const data = await loadCharts(deps.db, { unit, month, all: req.query.years === 'all' })
  const due = month === visit.month ? (office?.deadline.due ?? null) : null
  return { unit, month, inHand, settings: office?.settings ?? null, due, data }
}

const isOwn = ({ person, unit }: UnitVisit<Unit>): boolean => person.roles.some(it => it.unitId === unit.id)

const isNested = (data: ChartData | null): boolean => data?.units.some(it => it.kind === 'office') ?? false

const sceneOf = ({ lang, now }: UnitVisit<Unit>, { unit, due }: Asked, data: ChartData): Scene => ({
  points: data.points,
  places: data.places,
  lang,
  isOffice: unit.kind === 'office',
  own: data.own,
  cut: data.cut,
  widened: data.widened,
  notDue: due !== null && now <= due,
})

async function rankingOf({ deps, lang }: UnitVisit<Unit>, { unit, month, settings }: Asked, data: ChartData) {
  const isHidden = settings?.maskSmallCells
    ? await loadHidden(deps.db, unit.id, [month, addMonths(month, -12)])
    : hidesNothing
  const names = rankNames(data.units, unit.id)
  const whole = data.points.at(-1)
  return rankingPicture(rankPlaces({ month, names, places: data.places, whole, isHidden }), lang)
}

/** From the usual two school years to all there are, and back. */
function spanLink({ lang }: UnitVisit<Unit>, { unit, month, data }: Asked, all: boolean) {
  const path = `/charts/${unit.id}/${month}`
  if (all) return { href: path, label: say(lang, 'chart.newer') }
  return data?.span.older ? { href: `${path}?years=all`, label: say(lang, 'chart.older') } : null
}

async function showTinies(visit: UnitVisit<Unit>): Promise<void> {
  const { req, res, lang } = visit
  const asked = await load(visit)
  const { unit, month, data, settings, inHand } = asked
  const nested = isNested(data)
  const key = nested ? 'chart.tiny.titleOffices' : 'chart.tiny.title'
  const masked = settings?.maskSmallCells === true
  sendPage(
    req,
    res,
    'charts/communes',
    { title: say(lang, key, { month: formatMonth(month) }), wide: true },
    {
      unit: unit.fullName,
      title: say(lang, key, { month: formatMonth(month) }),
      back: `/charts/${unit.id}/${month}`,
      months: monthLinks({ unit, month, inHand, first: data?.first ?? month, under: '/communes' }, lang),
      masked,
      tinies: data && !masked ? tinyPage(data, unit.id, lang) : null,
    },
  )
}
