import { mayReview, maySeeOffice } from '../people/access.rules.ts'
import { scanBox } from '../reports/scan.rules.ts'
import { listScans } from '../reports/scan.store.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound, Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { type CopyPage, shownCopyPage } from './copy-page.rules.ts'
import { type DispatchForm, type FieldError, readDispatch, readWithdrawal } from './dispatch.rules.ts'
import { listDispatches } from './dispatch.store.ts'
import { markSent, takeMarkBack } from './mark-sent.ts'
import { findSnapshot, type Key, type Snapshot, snapshotTable } from './snapshot.store.ts'
import { numberIn, periodPath } from './snapshot-list.rules.ts'
import { periodOf } from './year.rules.ts'

/** The page of a numbered copy, where it is marked as the one that was signed and sent. */
export function dispatchPages(routes: Routes<Unit>): void {
  for (const place of ['/:month', '/year/:year']) {
    const path = `/consolidation/:unit${place}/copies/:number`
    routes.unit('get', path, maySeeOffice, async visit =>
      showCopy(visit, await copyAsked(visit), { form: null, errors: [] }),
    )
    routes.unit('post', `${path}/sent`, mayReview, send)
    routes.unit('post', `${path}/sent/withdraw`, mayReview, withdraw)
  }
}

type Asked = { key: Key; copy: Snapshot; path: string }

async function copyAsked({ deps, req, unit }: UnitVisit<Unit>): Promise<Asked> {
  const { month, year, number: typed } = req.params
  const asked = month ?? year
  const period = typeof asked === 'string' ? periodOf(asked) : null
  const number = numberIn(typed)
  if (unit.kind !== 'office' || !period || number === null) throw notFound()
  if (year !== undefined && period.kind === 'month') throw notFound()
  const key = { officeId: unit.id, period: period.text }
  const copy = await findSnapshot(deps.db, key, number)
  if (!copy) throw notFound()
  return { key, copy, path: periodPath(unit.id, period) }
}

type Typed = { form: (DispatchForm & { reason: string }) | null; errors: FieldError[] }

async function showCopy(visit: UnitVisit<Unit>, { key, copy, path }: Asked, typed: Typed): Promise<void> {
  const { deps, req, res, lang, unit, person, now } = visit
  const [marks, table, scans] = await Promise.all([
    listDispatches(deps.db, key),
    snapshotTable(deps.db, key, copy.number),
    listScans(deps.db, { snapshotId: copy.id }),
  ])
  const mayMark = mayReview(person, unit)
  const page: CopyPage = { copy, marks, table, path, period: key.period, ...typed, now }
  const shown = shownCopyPage(page, { lang, mayMark })
  const status = typed.errors.length > 0 ? 422 : 200
  sendPage(
    req,
    res,
    'consolidation/copy',
    { title: shown.title, status },
    {
      office: unit.fullName,
      ...shown,
      scans: scanBox(scans, { path: `${path}/snapshots/${copy.number}`, lang, mayAdd: mayMark }),
    },
  )
}

async function send(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, now, person } = visit
  const asked = await copyAsked(visit)
  const { key, copy, path } = asked
  const { form, errors } = readDispatch(req.body ?? {}, { madeAt: copy.madeAt, now, lang })
  if (errors.length > 0) return showCopy(visit, asked, { form: { ...form, reason: '' }, errors })
  const marked = await markSent(deps.db, { ...key, copy, by: person, now, ...form })
  if (marked !== copy.number) throw new Problem(409, 'problem.otherSent', { number: marked })
  res.redirect(303, withFlash(`${path}/copies/${copy.number}`, 'copy-sent'))
}

async function withdraw(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, now, person } = visit
  const asked = await copyAsked(visit)
  const { key, copy, path } = asked
  const { reason, errors } = readWithdrawal(req.body ?? {}, lang)
  if (errors.length > 0)
    return showCopy(visit, asked, { form: { documentNumber: '', documentDay: '', reason }, errors })
  await takeMarkBack(deps.db, { ...key, copy, by: person, now, reason })
  res.redirect(303, withFlash(`${path}/copies/${copy.number}`, 'copy-unsent'))
}
