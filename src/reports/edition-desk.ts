import { change } from '../audit/change.ts'
import { addMonths, dayAt, type Month, monthOfDay } from '../calendar/month.rules.ts'
import { mayAdminister } from '../people/access.rules.ts'
import { isOnTop } from '../units/top.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { withFlash } from '../web/page.ts'
import { notFound, Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { lastReported, publishedEditions } from './edition.store.ts'
import { type EditionDraft, indicatorsOf } from './edition-draft.rules.ts'
import { findDraft, saveDraft } from './edition-draft.store.ts'
import type { Edition } from './form.rules.ts'

/** A visit to the draft under way: with it, the editions there are (the oldest first) and the draft's address. */
export type DraftVisit = UnitVisit<Unit> & { draft: EditionDraft; published: Edition[]; path: string }

/** The form is the whole portal's, so it is written at the office on top. @throws not found elsewhere. */
export function atTheTop({ unit }: UnitVisit<Unit>): void {
  if (!isOnTop(unit)) throw notFound()
}

/**
 * Adds a route of the draft; without a draft it is not found. A press on a draft that has ended meanwhile, and a draft
 * that no form of ours can have made, are said in words.
 */
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
    if (!draft) throw method === 'get' ? notFound() : new Problem(409, 'problem.draftEnded')
    const { edition } = draft
    if (!edition) throw new Problem(409, 'problem.draftMisshapen')
    const published = editions.map(it => it.edition)
    await handle({
      ...visit,
      draft: { ...draft, edition },
      published,
      path: `/editions/${visit.unit.id}/draft`,
    })
  })
}

/** The edition on which the draft is based: what it is compared with. */
export const latestOf = ({ published, draft }: DraftVisit): Edition => published.at(-1) ?? draft.edition

/** The first month that may use the draft: nothing was typed of it, and it has not begun. */
export async function nextFreeMonth({ deps, now }: Pick<DraftVisit, 'deps' | 'now'>): Promise<Month> {
  const last = await lastReported(deps.db)
  const running = monthOfDay(dayAt(now))
  return addMonths(last !== null && last > running ? last : running, 1)
}

type Pressed = Pick<DraftVisit, 'req'> & { draft: Pick<EditionDraft, 'revision'> }

/** @throws Problem when the page was of an older revision: somebody changed the draft meanwhile. */
export function mustBeCurrent({ req, draft }: Pressed): void {
  if (String(req.body?.revision ?? '') !== String(draft.revision))
    throw new Problem(409, 'problem.draftMoved')
}

/** What was done, for the log: the sentence of the act names it; and the place on the overview to go back to. */
export type Press = { act: string; name: string; at: string }

/** The name by which people know an indicator or a section of the draft, for the log. */
export const nameOf = ({ draft, published }: DraftVisit, code: string): string => {
  const editions = [draft.edition, ...published.toReversed()]
  const indicator = editions.flatMap(indicatorsOf).find(it => it.code === code)
  const section = editions.flatMap(it => it.sections).find(it => it.code === code)
  return (indicator?.label ?? section?.title)?.vi ?? code
}

/** Keeps the changed draft, says what was changed in the log, and goes back to its place on the overview. */
export async function keep(
  visit: DraftVisit,
  edition: Edition,
  { act, name, at: asked }: Press,
): Promise<void> {
  const { deps, res, draft, person, now, unit, path } = visit
  mustBeCurrent(visit)
  const kept = await change(deps.db, { actor: person, now }, async trx => {
    const result = await saveDraft(trx, draft, { edition, by: person, now })
    return { result, act: result ? { act, unitId: unit.id, detail: { name } } : null }
  })
  if (!kept) throw new Problem(409, 'problem.draftMoved')
  const at = placeIn(edition, asked)
  res.redirect(303, `${withFlash(`${path}?open=${at}`, 'draftKept')}#${at}`)
}

/** 'section-flows', or the head of the page when that section went with its last indicator. */
const placeIn = ({ sections }: Edition, asked: string): string =>
  asked.startsWith('section-') && !sections.some(it => `section-${it.code}` === asked) ? 'changes' : asked
