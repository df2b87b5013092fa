import { addMonths, isMonth, type Month } from '../calendar/month.rules.ts'
import { maySeeOffice } from '../people/access.rules.ts'
import { findUnit, type Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { loadConsolidation, monthsOfOffice } from './consolidation.store.ts'
import { distanceView } from './distance.rules.ts'
import { standardText } from './goal-view.rules.ts'

/** The distance to universalisation, level 3: read from the consolidation's own table, the furthest commune first. */
export function distancePages(routes: Routes<Unit>): void {
  routes.unit('get', '/targets/:unit/distance', maySeeOffice, showDistance)
}

async function showDistance(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const { month, months } = await monthsOf(visit)
  const table = await loadConsolidation(deps.db, unit.id, month)
  const view = table && distanceView(table, lang)
  if (!table || !view) throw notFound()
  const named = (await findUnit(deps.db, unit.id, month)) ?? unit
  const title = say(lang, 'universal.title')
  sendPage(
    req,
    res,
    'consolidation/distance',
    { title, wide: true },
    {
      ...view,
      unit: named.fullName,
      title,
      text: standardText(table, lang),
      period: say(lang, 'universal.period', { month: formatMonth(month) }),
      months,
      backHref: `/targets/${unit.id}`,
      links: [
        {
          href: `/consolidation/${unit.id}/${month}?view=goals`,
          label: say(lang, 'universal.goalsLink'),
        },
        { href: `/targets/${unit.id}/difficulty`, label: say(lang, 'targets.link.difficulty') },
      ],
    },
  )
}

/** The month asked for, else the one in hand, and its neighbours. */
async function monthsOf({ deps, req, unit, month: inHand, lang }: UnitVisit<Unit>) {
  const asked = req.query.month
  if (asked !== undefined && (typeof asked !== 'string' || !isMonth(asked))) throw notFound()
  const month = asked ?? inHand
  const span = await monthsOfOffice(deps.db, unit.id)
  const to = (it: Month) => ({
    href: `/targets/${unit.id}/distance?month=${it}`,
    label: say(lang, 'universal.month', { month: formatMonth(it) }),
  })
  const months = {
    previous: span && month > span.from ? to(addMonths(month, -1)) : null,
    next: month < inHand ? to(addMonths(month, 1)) : null,
    current: month === inHand ? null : { ...to(inHand), label: say(lang, 'universal.toNow') },
  }
  return { month, months }
}
