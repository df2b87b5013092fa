import { change } from '../audit/change.ts'
import { maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { type Difference, differenceFileName, endsLine, shownDifference } from './difference.rules.ts'
import { writeDifference } from './difference.workbook.ts'
import { loadDifference } from './load-difference.ts'
import { listSnapshots } from './snapshot.store.ts'
import { attachment, copyLabel, numberIn, typeOf } from './snapshot-list.rules.ts'

/** What changed from a numbered copy of a month: to the figures now, or with `?to=` to another copy. */
export function changePages(routes: Routes<Unit>): void {
  const path = '/consolidation/:unit/:month/changes/:number'
  routes.unit('get', path, maySeeOffice, showDifference)
  routes.unit('get', `${path}/difference.xlsx`, maySeeOffice, sendDifference)
}

type Loaded = { number: number; to: number | null; difference: Difference }

async function load({ deps, req, unit, month, now }: UnitVisit<Unit>): Promise<Loaded> {
  const number = numberIn(req.params.number)
  const asked = req.query.to
  const to = asked === undefined || asked === '' ? null : numberIn(asked)
  if (number === null || (to === null && asked)) throw notFound()
  const difference = await loadDifference(deps.db, { officeId: unit.id, month, from: number, to, now })
  if (!difference) throw notFound()
  return { number, to, difference }
}

async function showDifference(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, month } = visit
  const { number, to, difference } = await load(visit)
  const copies = await listSnapshots(deps.db, { officeId: unit.id, period: month })
  const path = `/consolidation/${unit.id}/${month}`
  const title = say(lang, 'snapshot.diff.title', { number, month: formatMonth(month) })
  const model = {
    office: unit.fullName,
    title,
    back: path,
    ends: endsLine(difference, lang),
    shown: difference.units.length > 0 ? shownDifference(difference, lang) : null,
    excel: `${path}/changes/${number}/difference.xlsx${to === null ? '' : `?to=${to}`}`,
    compareAction: `${path}/changes/${number}`,
    choices: [
      { value: '', label: say(lang, 'snapshot.diff.now'), chosen: to === null },
      ...copies
        .filter(it => it.number !== number)
        .map(it => ({
          value: String(it.number),
          label: copyLabel(it, lang),
          chosen: it.number === to,
        })),
    ],
  }
  sendPage(req, res, 'consolidation/changes', { title, wide: true }, model)
}

async function sendDifference(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, res, unit, month, now, person: actor } = visit
  const { number, to, difference } = await load(visit)
  const bytes = await writeDifference(difference, now)
  const detail = { period: month, number, to }
  const act = { act: 'snapshot.compare', unitId: unit.id, month, detail }
  await change(deps.db, { actor, now }, async () => ({ result: null, act }))
  res
    .set('Content-Type', typeOf('xlsx'))
    .set('Content-Disposition', attachment(differenceFileName(difference)))
    .set('Cache-Control', 'private, no-store')
    .send(bytes)
}
