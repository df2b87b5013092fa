import { change } from '../audit/change.ts'
import { addMonths, asMonth, dayAt, isMonth, type Month, monthOfDay } from '../calendar/month.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { Problem } from '../web/problem.ts'
import type { Routes } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { clean, formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { compareEditions } from './compare-edition.rules.ts'
import { lastReported, publishEdition } from './edition.store.ts'
import { type DraftVisit, draftRoute, latestOf, mustBeCurrent, nextFreeMonth } from './edition-desk.ts'
import { endDraft, findDraft } from './edition-draft.store.ts'
import { pair } from './edition-form.rules.ts'
import { changeLines } from './edition-page.rules.ts'
import { shownTrial } from './edition-trial.rules.ts'
import type { Edition } from './form.rules.ts'
import { draftRefusals, refusalsOf } from './publish-edition.rules.ts'
import { tryEdition } from './try-edition.rules.ts'
import { loadSentReports } from './try-edition.store.ts'

/** Trying the form that is being written on reports that were sent, and publishing it from a month on. */
export function editionPublishPages(routes: Routes<Unit>): void {
  draftRoute(routes, 'get', '/try', showTrial)
  draftRoute(routes, 'get', '/publish', async visit => showPublish(visit, await firstTyped(visit)))
  draftRoute(routes, 'post', '/publish', publish)
}

/** The month whose reports are tried: the one asked for, else the last complete one. */
function monthTried({ req, now }: DraftVisit): Month {
  const asked = req.query.month
  return typeof asked === 'string' && isMonth(asked) ? asMonth(asked) : addMonths(monthOfDay(dayAt(now)), -1)
}

async function showTrial(visit: DraftVisit): Promise<void> {
  const { deps, req, res, lang, unit, draft, published, path, now } = visit
  const month = monthTried(visit)
  const problems = draftRefusals({ edition: draft.edition, published }, lang)
  const reports = problems.length > 0 ? [] : await loadSentReports(deps.db, unit.id, month)
  const running = monthOfDay(dayAt(now))
  const model = {
    caption: draft.edition.title[lang],
    back: path,
    month,
    problems,
    trial: problems.length > 0 ? null : shownTrial(tryEdition(draft.edition, reports, lang), { month, lang }),
    action: `${path}/try`,
    months: [
      {
        label: null,
        options: Array.from({ length: MONTHS_OFFERED }, (_, back) => addMonths(running, -back)).map(it => ({
          value: it,
          label: formatMonth(it),
          chosen: it === month,
        })),
      },
    ],
  }
  sendPage(req, res, 'reports/edition-try', { title: say(lang, 'edition.tryTitle'), wide: true }, model)
}

const MONTHS_OFFERED = 12
/** A wrong year is caught by it: an edition once published stands in the way of every earlier month. */
const MONTHS_AHEAD = 24
const LONGEST = { title: 300, note: 1000 } as const

type Typed = { month: string; titleVi: string; titleEn: string; note: string }
type Refused = { errors: { field: string; text: string }[]; refusals: string[]; status?: number }

async function firstTyped(visit: DraftVisit): Promise<Typed> {
  const { vi, en } = visit.draft.edition.title
  const month = await nextFreeMonth(visit)
  return { month: formatMonth(month), titleVi: vi, titleEn: en === vi ? '' : en, note: '' }
}

function showPublish(visit: DraftVisit, typed: Typed, refused: Refused = { errors: [], refusals: [] }): void {
  const { req, res, lang, draft, published, path } = visit
  const { errors, refusals, status = errors.length + refusals.length > 0 ? 422 : 200 } = refused
  const wrong = (field: string) => errors.find(it => it.field === field)?.text ?? null
  const box = (name: keyof Typed, type: string | null, hint: string | null) => ({
    name,
    type,
    hint,
    label: say(lang, `edition.publish.${name}`),
    value: typed[name],
    error: wrong(name),
  })
  const standing = draftRefusals({ edition: draft.edition, published }, lang)
  const model = {
    caption: draft.edition.title[lang],
    back: path,
    action: `${path}/publish`,
    revision: String(draft.revision),
    refusals: refusals.length > 0 ? refusals : standing,
    ready: standing.length === 0,
    changes: changeLines(compareEditions(latestOf(visit), draft.edition, lang), lang),
    month: box('month', null, say(lang, 'edition.publish.monthHint')),
    titles: [box('titleVi', null, null), box('titleEn', null, say(lang, 'edition.englishHint'))],
    note: box('note', null, say(lang, 'edition.publish.noteHint')),
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
  }
  sendPage(req, res, 'reports/edition-publish', { title: say(lang, 'edition.publishTitle'), status }, model)
}

function readTyped({ req }: DraftVisit): Typed {
  const text = (name: string) => (typeof req.body?.[name] === 'string' ? clean(req.body[name]) : '')
  return {
    month: text('month'),
    titleVi: text('titleVi'),
    titleEn: text('titleEn'),
    note: text('note'),
  }
}

/** '12/2026' as people type it, or '2026-12'. */
function readMonth(text: string): Month | null {
  const [, month = '', year = ''] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const asked = year ? `${year}-${month.padStart(2, '0')}` : text
  return isMonth(asked) ? asMonth(asked) : null
}

async function publish(visit: DraftVisit): Promise<void> {
  const { deps, res, draft, published, lang, unit, now } = visit
  mustBeCurrent(visit)
  const typed = readTyped(visit)
  const errors = errorsIn(typed, addMonths(monthOfDay(dayAt(now)), MONTHS_AHEAD), lang)
  const effectiveFrom = readMonth(typed.month)
  if (errors.length > 0 || !effectiveFrom) return showPublish(visit, typed, { errors, refusals: [] })
  const definition: Edition = { ...draft.edition, title: pair(typed.titleVi, typed.titleEn) }
  const edition = { ...definition, code: effectiveFrom, effectiveFrom }
  const refusals = refusalsOf({ edition, published, lastReported: await lastReported(deps.db) }, lang)
  if (refusals.length > 0) return showPublish(visit, typed, { errors: [], refusals })
  const done = await publishNow(visit, { definition, effectiveFrom, note: typed.note })
  if ('refusals' in done)
    return showPublish(visit, typed, { errors: [], refusals: done.refusals, status: 409 })
  res.redirect(303, withFlash(`/editions/${unit.id}`, 'editionPublished'))
}

type Publishing = { definition: Edition; effectiveFrom: Month; note: string }
type Outcome = { id: number } | { refusals: string[] }

/** Of two who publish at once one does; the other is told so, whatever else stands against it by then. */
function publishNow(
  { deps, draft, person, now, lang, unit }: DraftVisit,
  asked: Publishing,
): Promise<Outcome> {
  const { effectiveFrom, note } = asked
  return change<Outcome>(deps.db, { actor: person, now }, async trx => {
    const made = await publishEdition(trx, { ...asked, by: person.name, now })
    if ('refusals' in made) {
      const latest = await findDraft(trx, unit.id)
      const isStill = latest?.id === draft.id && latest.revision === draft.revision
      return { result: isStill ? made : { refusals: [say(lang, 'edition.publish.ended')] }, act: null }
    }
    if (!(await endDraft(trx, draft, { publishedId: made.id }))) throw new Problem(409, 'problem.draftMoved')
    const detail = { code: effectiveFrom, ...(note ? { note } : {}) }
    return { result: made, act: { act: 'edition.publish', unitId: unit.id, month: effectiveFrom, detail } }
  })
}

function errorsIn(
  { month: typed, titleVi, titleEn, note }: Typed,
  last: Month,
  lang: Lang,
): Refused['errors'] {
  const month = readMonth(typed)
  const refuse = (field: string, text: string) => [{ field, text }]
  const badTitle = say(lang, 'edition.publish.badTitle', { most: LONGEST.title })
  return [
    ...(month ? [] : refuse('month', say(lang, 'edition.publish.badMonth'))),
    ...(month && month > last
      ? refuse('month', say(lang, 'edition.publish.tooFar', { last: formatMonth(last) }))
      : []),
    ...(titleVi === '' || titleVi.length > LONGEST.title ? refuse('titleVi', badTitle) : []),
    ...(titleEn.length > LONGEST.title
      ? refuse('titleEn', say(lang, 'edition.tooLong', { most: LONGEST.title }))
      : []),
    ...(note.length > LONGEST.note
      ? refuse('note', say(lang, 'edition.tooLong', { most: LONGEST.note }))
      : []),
  ]
}
