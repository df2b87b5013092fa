import { change } from '../audit/change.ts'
import type { OfficialPaper } from '../files/paper-model.rules.ts'
import { mayReview, maySeeOffice } from '../people/access.rules.ts'
import { draftChase } from '../reminders/draft-chase.ts'
import { draftReportPaper } from '../reports/draft-paper.ts'
import { reportingUnit } from '../reports/reporting-unit.ts'
import { addPaperText, findPaperText, holdPaperText, type PaperText } from '../units/paper-text.store.ts'
import { findUnit, type Unit, unitsUnder } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { shownPaper } from '../web/send-paper.ts'
import { say } from '../words/all.ts'
import { type PaperKind, paperTexts } from '../words/paper-texts.words.ts'
import { clean, formatMonth, formatTime } from '../words/vietnamese.ts'
import { draftSummary } from './draft-summary.ts'
import { faultsOfText, kindAsked, kindLinks, shownFields } from './paper-text-page.rules.ts'

/** The office's wording of its papers: seen with the month's figures before it is saved, and never lost to another's. */
export function paperTextPages(routes: Routes<Unit>): void {
  routes.unit('get', '/consolidation/:unit/papers', maySeeOffice, async visit => {
    const kind = kindAsked(visit.req.query.kind)
    const stored = await findPaperText(visit.deps.db, officeOf(visit).id, kind)
    await sendTexts(visit, { kind, stored, text: stored.text, faults: [] })
  })
  routes.unit('post', '/consolidation/:unit/papers', mayReview, take)
}

function officeOf({ unit }: UnitVisit<Unit>): Unit {
  if (unit.kind !== 'office') throw notFound()
  return unit
}

type Typed = {
  kind: PaperKind
  stored: PaperText
  text: string
  faults: readonly string[]
  status?: number
  preview?: boolean
}

async function take(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, lang } = visit
  const kind = kindAsked(req.query.kind)
  const asked = String(req.body.do ?? 'save')
  const text = clean(String(req.body.text ?? ''))
  const faults = asked === 'default' ? [] : faultsOfText(kind, text, lang)
  if (faults.length === 0 && asked !== 'preview')
    return save(visit, { kind, text: asked === 'default' || text === paperTexts[kind].trim() ? '' : text })
  const stored = await findPaperText(deps.db, officeOf(visit).id, kind)
  const preview = faults.length === 0
  await sendTexts(visit, { kind, stored, text, faults, preview, status: preview ? 200 : 422 })
}

/** Saves unless somebody else saved since this page was made: then what was typed stays, to be pressed again. */
async function save(
  visit: UnitVisit<Unit>,
  { kind, text }: { kind: PaperKind; text: string },
): Promise<void> {
  const { deps, req, res, lang, now, person } = visit
  const { id: officeId } = officeOf(visit)
  const moved = await change<PaperText | null>(deps.db, { actor: person, now }, async trx => {
    const before = await holdPaperText(trx, officeId, kind)
    if (String(req.body.edition) !== String(before.id)) return { result: before, act: null }
    await addPaperText(trx, { officeId, kind, text, by: person, now })
    const detail = { kind, before: before.own ? before.text : null, after: text || null }
    return { result: null, act: { act: 'paper.text', unitId: officeId, detail } }
  })
  if (!moved)
    return res.redirect(303, withFlash(`/consolidation/${officeId}/papers?kind=${kind}`, 'paperSaved'))
  const fault = say(lang, 'papers.texts.moved', {
    name: moved.by,
    time: moved.at ? formatTime(moved.at) : '–',
  })
  const typed = clean(String(req.body.text ?? ''))
  await sendTexts(visit, { kind, stored: moved, text: typed, faults: [fault], status: 409 })
}

async function sendTexts(visit: UnitVisit<Unit>, typed: Typed): Promise<void> {
  const { req, res, lang, person, month } = visit
  const { kind, stored, text, faults, status = 200, preview = false } = typed
  const unit = officeOf(visit)
  const path = `/consolidation/${unit.id}/papers`
  const paper = preview ? await previewOf(visit, kind, text) : null
  const by = stored.own
    ? say(lang, 'papers.texts.by', { name: stored.by, time: stored.at ? formatTime(stored.at) : '–' })
    : say(lang, 'papers.texts.usesDefault')
  const model = {
    office: unit.fullName,
    action: `${path}?kind=${kind}`,
    back: `/consolidation/${unit.id}`,
    kinds: kindLinks(path, kind, lang),
    text,
    edition: String(stored.id),
    by,
    own: stored.own,
    may: mayReview(person, unit),
    errors: faults.map(it => ({ href: '#text', text: it })),
    error: faults.length > 0 ? faults.join(' ') : null,
    fields: shownFields(kind, lang),
    preview: preview ? { label: say(lang, 'papers.texts.previewOf', { month: formatMonth(month) }) } : null,
    paper: paper && shownPaper(paper),
  }
  sendPage(req, res, 'papers/texts', { title: say(lang, 'papers.texts'), status }, model)
}

/** With the figures of the month in hand; the commune's report with those of the first commune that has any. */
async function previewOf(
  visit: UnitVisit<Unit>,
  kind: PaperKind,
  text: string,
): Promise<OfficialPaper | null> {
  const { deps, unit, month, now } = visit
  const asked = { officeId: unit.id, month, now, text }
  if (kind === 'summary') return (await draftSummary(deps.db, asked))?.paper ?? null
  if (kind === 'chase') return (await draftChase(deps.db, asked))?.paper ?? null
  return previewReport(visit, text)
}

/** How many communes are tried for a report to show. */
const TRIED = 5

async function previewReport({ deps, unit, month, now }: UnitVisit<Unit>, text: string) {
  const communes = (await unitsUnder(deps.db, unit.id, month)).filter(it => it.kind === 'commune')
  for (const { id } of communes.slice(0, TRIED)) {
    const commune = await findUnit(deps.db, id, month)
    if (!commune) continue
    const reporting = { ...reportingUnit(commune, month), name: commune.name }
    const { paper } = await draftReportPaper(deps.db, { unit: reporting, month, now, text })
    if (paper) return paper
  }
  return null
}
