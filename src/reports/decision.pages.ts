import { mayReview } from '../people/access.rules.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { withFlash } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { backOr, boardOf } from './back.rules.ts'
import { boardPath } from './board-query.rules.ts'
import { acceptMany } from './decide-reports.ts'
import type { Decided } from './decision.store.ts'
import { instantIn } from './seen.rules.ts'

/** What an office does with reports that were sent: accept one or many. Returning one is in return.pages.ts. */
export function decisionPages(routes: Routes<Unit>): void {
  routes.unit('post', '/review/:unit/:month/accept', mayReview, acceptSelected)
}

/** For a commune's own address that commune; for an office's, those ticked that stand under it. */
async function acceptSelected(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, person, unit, month } = visit
  const unitIds = await selectedIn(visit)
  const seen = instantIn(req.body.seen) ?? now
  const back = backOr(req.body.back, req.get('referer'), boardOf(unit, month))
  const shown = unit.kind === 'commune' && isFromBeside(back)
  const accepted = await acceptMany(deps.db, { month, unitIds, seen, shown, by: person, now })
  // What could not be accepted is shown again, not the next report.
  const stays = accepted.length === 0 && unit.kind === 'commune' && /\/beside\b/.test(back)
  const path = stays ? `${boardPath(unit.id, month)}/beside` : back
  res.redirect(303, withFlash(path, flashOf(accepted, unitIds, back)))
}

/** The page of one report shows what the commune said; its press alone goes on to the next report, or to the queue. */
const isFromBeside = (back: string): boolean => /\/(?:beside|queue)(?:\?|$)/.test(back)

async function selectedIn({ deps, req, unit, month }: UnitVisit<Unit>): Promise<number[]> {
  if (unit.kind === 'commune') return [unit.id]
  const ticked = new Set([req.body.unit ?? []].flat().map(Number))
  const under = await unitsUnder(deps.db, unit.id, month)
  return under.map(it => it.id).filter(id => ticked.has(id))
}

function flashOf(accepted: readonly Decided[], asked: readonly number[], back: string): string {
  if (accepted.length === 0) return 'acceptedNone'
  if (/\/beside\b/.test(back)) return 'acceptedNext'
  return accepted.length < asked.length ? 'acceptedSome' : 'accepted'
}
