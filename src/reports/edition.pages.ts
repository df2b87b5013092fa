import { change } from '../audit/change.ts'
import { mayAdminister } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound, Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { publishedEditions } from './edition.store.ts'
import {
  atTheTop,
  type DraftVisit,
  draftRoute,
  keep,
  latestOf,
  mustBeCurrent,
  nameOf,
} from './edition-desk.ts'
import {
  moveIndicator,
  moveSection,
  removeIndicator,
  renameSection,
  restoreIndicator,
  sectionOf,
  type Way,
} from './edition-draft.rules.ts'
import { beginDraft, endDraft, findDraft, listEditions } from './edition-draft.store.ts'
import { pair } from './edition-form.rules.ts'
import { draftPage, editionLine } from './edition-page.rules.ts'

/** The form's editions and the one being written: its sections and indicators. Checks, trying and publishing are apart. */
export function editionPages(routes: Routes<Unit>): void {
  routes.unit('get', '/editions/:unit', mayAdminister, showEditions)
  routes.unit('post', '/editions/:unit', mayAdminister, begin)
  draftRoute(routes, 'get', '', visit => showDraft(visit, null))
  routes.unit('post', '/editions/:unit/draft/discard', mayAdminister, discard)
  draftRoute(routes, 'post', '/indicators/:code/move', visit => {
    const next = moveIndicator(visit.draft.edition, codeAsked(visit), wayAsked(visit))
    return keep(visit, next, { act: 'edition.move-indicator', ...indicatorSaid(visit) })
  })
  draftRoute(routes, 'post', '/indicators/:code/retire', visit => {
    const next = removeIndicator(visit.draft.edition, codeAsked(visit))
    return keep(visit, next, { act: 'edition.retire-indicator', ...indicatorSaid(visit) })
  })
  draftRoute(routes, 'post', '/indicators/:code/restore', visit => {
    const next = restoreIndicator(visit.draft.edition, codeAsked(visit), latestOf(visit))
    const at = `section-${sectionOf(next, codeAsked(visit))?.code}`
    return keep(visit, next, { act: 'edition.restore-indicator', ...indicatorSaid(visit), at })
  })
  draftRoute(routes, 'post', '/sections/:code/move', visit => {
    const next = moveSection(visit.draft.edition, codeAsked(visit), wayAsked(visit))
    return keep(visit, next, { act: 'edition.move-section', ...sectionSaid(visit) })
  })
  draftRoute(routes, 'post', '/sections/:code/rename', rename)
}

const codeAsked = ({ req }: DraftVisit): string => String(req.params.code)
const wayAsked = ({ req }: DraftVisit): Way => (req.body?.way === 'up' ? 'up' : 'down')

/** @throws not found for a code that neither the draft has nor the edition it began with. */
function indicatorSaid(visit: DraftVisit) {
  const code = codeAsked(visit)
  const home = sectionOf(visit.draft.edition, code)
  if (!home && !sectionOf(latestOf(visit), code)) throw notFound()
  return { name: nameOf(visit, code), at: `section-${home?.code}` }
}

function sectionSaid(visit: DraftVisit) {
  const code = codeAsked(visit)
  if (!visit.draft.edition.sections.some(it => it.code === code)) throw notFound()
  return { name: nameOf(visit, code), at: `section-${code}` }
}

async function showEditions(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit } = visit
  atTheTop(visit)
  const [lines, editions, draft] = await Promise.all([
    listEditions(deps.db),
    publishedEditions(deps.db),
    findDraft(deps.db, unit.id),
  ])
  const model = {
    unit: unit.fullName,
    action: `/editions/${unit.id}`,
    draft: draft && {
      text: say(lang, draft.edition ? 'edition.draftBy' : 'edition.draftBroken', { by: draft.by }),
      link: draft.edition && {
        href: `/editions/${unit.id}/draft`,
        label: say(lang, 'edition.openDraft'),
      },
    },
    broken:
      draft && !draft.edition
        ? { action: `/editions/${unit.id}/draft/discard`, revision: String(draft.revision) }
        : null,
    editions: lines.map((line, at) =>
      editionLine(line, editions.find(it => it.id === line.id)?.edition ?? null, { lang, latest: at === 0 }),
    ),
  }
  sendPage(req, res, 'reports/editions', { title: say(lang, 'edition.title') }, model)
}

/** Begins with the latest edition; where somebody writes one already, that one goes on. */
async function begin(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, res, unit, person, now } = visit
  atTheTop(visit)
  const latest = (await publishedEditions(deps.db)).at(-1)
  if (!latest) throw notFound()
  const { id: basedOn, edition } = latest
  await change(deps.db, { actor: person, now }, async trx => {
    const begun = await beginDraft(trx, { officeId: unit.id, basedOn, edition }, { by: person, now })
    const act = { act: 'edition.begin', unitId: unit.id, detail: { code: edition.code } }
    return { result: null, act: begun ? act : null }
  })
  res.redirect(303, `/editions/${unit.id}/draft`)
}

type Typed = { section: string; title: string; error: string }

function showDraft(visit: DraftVisit, typed: Typed | null): void {
  const { req, res, lang, unit, draft, published, path } = visit
  const page = draftPage({ draft, published, path, lang, open: openAsked(visit) })
  const model = {
    unit: unit.fullName,
    path,
    back: `/editions/${unit.id}`,
    revision: String(draft.revision),
    ...page,
    sections: page.sections.map(it => ({
      ...it,
      open: it.open || typed?.section === it.code,
      title: typed?.section === it.code ? typed.title : it.title,
      error: typed?.section === it.code ? typed.error : null,
    })),
    errors: typed ? [{ href: `#title-${typed.section}`, text: typed.error }] : [],
  }
  const title = say(lang, 'edition.draftTitle')
  sendPage(req, res, 'reports/edition-draft', { title, wide: true, status: typed ? 422 : 200 }, model)
}

/** The place a press came back to. */
const openAsked = ({ req }: DraftVisit): string => String(req.query.open ?? '')

async function rename(visit: DraftVisit): Promise<void> {
  const { req, lang, draft } = visit
  const code = codeAsked(visit)
  const text = (name: string) =>
    typeof req.body?.[name] === 'string' ? req.body[name].normalize('NFC').trim() : ''
  const title = text('title')
  const said = sectionSaid(visit)
  if (title === '' || title.length > 200)
    return showDraft(visit, { section: code, title, error: say(lang, 'edition.noSectionTitle') })
  const next = renameSection(draft.edition, code, pair(title, text('titleEn')))
  await keep(visit, next, { act: 'edition.rename-section', ...said })
}

/** Also of a draft that cannot be read, which could not be got rid of otherwise. */
async function discard(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, person, now, unit } = visit
  atTheTop(visit)
  const draft = await findDraft(deps.db, unit.id)
  if (!draft) throw new Problem(409, 'problem.draftEnded')
  mustBeCurrent({ req, draft })
  const done = await change(deps.db, { actor: person, now }, async trx => {
    const result = await endDraft(trx, draft, { discardedAt: now })
    return { result, act: result ? { act: 'edition.discard', unitId: unit.id } : null }
  })
  if (!done) throw new Problem(409, 'problem.draftMoved')
  res.redirect(303, withFlash(`/editions/${unit.id}`, 'draftDiscarded'))
}
