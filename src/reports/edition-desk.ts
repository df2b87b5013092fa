import { change } from '../audit/change.ts'
import { mayAdminister } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { withFlash } from '../web/page.ts'
import { notFound, Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { publishedEditions } from './edition.store.ts'
import type { EditionDraft } from './edition-draft.rules.ts'
import { findDraft, saveDraft } from './edition-draft.store.ts'
import type { Edition } from './form.rules.ts'

/** A visit to the draft under way: with it, the editions there are (the oldest first) and the draft's address. */
export type DraftVisit = UnitVisit<Unit> & { draft: EditionDraft; published: Edition[]; path: string }

/** The form is the whole portal's, so it is written at the office on top. @throws not found elsewhere. */
export function atTheTop({ unit }: UnitVisit<Unit>): void {
  if (unit.kind !== 'office' || unit.parentId !== null || unit.validUntil !== null) throw notFound()
}

/** Adds a route of the draft; without a draft it is not found. */
export function draftRoute(
  routes: Routes<Unit>,
  method: 'get' | 'post',
  path: string,
  handle: (visit: DraftVisit) => unknown,
): void {
  routes.unit(method, `/editions/:unit/draft${path}`, mayAdminister, async visit => {
    atTheTop(visit)
    const [draft, editions] = await Promise.all([
      findDraft(visit.deps.db, visit.unit.id),
      publishedEditions(visit.deps.db),
    ])
    if (!draft) throw notFound()
    const published = editions.map(it => it.edition)
    await handle({ ...visit, draft, published, path: `/editions/${visit.unit.id}/draft` })
  })
}

/** The edition on which the draft is based: what it is compared with. */
export const latestOf = ({ published, draft }: DraftVisit): Edition => published.at(-1) ?? draft.edition

/** @throws Problem when the page was of an older revision: somebody changed the draft meanwhile. */
export function mustBeCurrent({ req, draft }: DraftVisit): void {
  if (String(req.body?.revision ?? '') !== String(draft.revision))
    throw new Problem(409, 'problem.draftMoved')
}

/** Keeps the changed draft, says what was changed in the log, and goes back to the overview. */
export async function keep(
  visit: DraftVisit,
  edition: Edition,
  what: { what: string; code: string },
): Promise<void> {
  const { deps, res, draft, person, now, unit, path } = visit
  mustBeCurrent(visit)
  const kept = await change(deps.db, { actor: person, now }, async trx => {
    const result = await saveDraft(trx, draft, { edition, by: person, now })
    return { result, act: result ? { act: 'edition.write', unitId: unit.id, detail: what } : null }
  })
  if (!kept) throw new Problem(409, 'problem.draftMoved')
  res.redirect(303, withFlash(path, 'draftKept'))
}
