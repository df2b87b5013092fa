import { dayAt, monthOfDay } from '../calendar/month.rules.ts'
import { maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { loadConsolidation } from './consolidation.store.ts'
import { dispatchInForce } from './dispatch.store.ts'
import { listSnapshots } from './snapshot.store.ts'
import { shownCopies } from './snapshot-list.rules.ts'
import { shownHeads } from './view.rules.ts'
import { type Period, periodOf } from './year.rules.ts'
import { type MonthSums, shownYear, sumsOfMonth } from './year-view.rules.ts'

/** A calendar year ('2026') or school year ('2025-2026') of an office, month by month. */
export function yearPages(routes: Routes<Unit>): void {
  routes.unit('get', '/consolidation/:unit/year/:year', maySeeOffice, showYear)
}

async function showYear(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, person } = visit
  const { year } = req.params
  const period = typeof year === 'string' ? periodOf(year) : null
  if (!period || period.kind === 'month') throw notFound()
  const months = await monthsOf(visit, period)
  const { columns, ...shown } = shownYear(months, unit.id, lang)
  const key = { officeId: unit.id, period: period.text }
  const [copies, sent] = await Promise.all([listSnapshots(deps.db, key), dispatchInForce(deps.db, key)])
  const path = `/consolidation/${unit.id}/year/${period.text}`
  const title = titleOf(period, lang)
  const above = person.roles.some(({ unitId }) => unitId !== unit.id && unit.offices.includes(unitId))
  sendPage(
    req,
    res,
    'consolidation/year',
    { title, wide: true },
    {
      office: unit.fullName,
      up: above && unit.parentId ? `/consolidation/${unit.parentId}/year/${period.text}` : null,
      title,
      caption: say(lang, 'consolidation.yearCaption', { year: period.text }),
      takeAction: `${path}/snapshots`,
      years: yearSwitcher(unit.id, period, { lang, running: monthOfDay(dayAt(visit.now)) }),
      ...shownHeads(columns, lang),
      ...shown,
      copies: shownCopies(copies, { path, sent, lang }),
    },
  )
}

/** The months begun in which anybody was to report; one table at a time, of which the sums are kept. */
async function monthsOf({ deps, unit, now }: UnitVisit<Unit>, period: Period): Promise<MonthSums[]> {
  const running = monthOfDay(dayAt(now))
  const months: MonthSums[] = []
  for (const month of period.months.filter(it => it <= running)) {
    const table = await loadConsolidation(deps.db, unit.id, month)
    if (table && table.counts.expected > 0) months.push(sumsOfMonth(table))
  }
  return months
}

const titleOf = ({ kind, text }: Period, lang: Lang): string =>
  say(lang, kind === 'year' ? 'consolidation.yearTitle' : 'consolidation.schoolYearTitle', { year: text })

/** The year before and after, of the same kind; none that has not begun. */
function yearSwitcher(
  officeId: number,
  { kind, text }: Period,
  { lang, running }: { lang: Lang; running: string },
) {
  const key = kind === 'year' ? 'consolidation.yearLink' : 'consolidation.schoolYearLink'
  const to = (shift: number) => {
    const year = text.replace(/\d{4}/g, it => String(Number(it) + shift))
    const begins = periodOf(year)?.months[0]
    if (!begins || begins > running) return null
    return { href: `/consolidation/${officeId}/year/${year}`, label: say(lang, key, { year }) }
  }
  return { previous: to(-1), next: to(1), current: null }
}
