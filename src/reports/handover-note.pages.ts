import { change } from '../audit/change.ts'
import { maySeeReports } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { clean, formatTime } from '../words/vietnamese.ts'
import { addNote, listNotes } from './handover-note.store.ts'
import { personalData } from './personal-data.rules.ts'

const LONGEST_NOTE = 2000
const NOTES_SHOWN = 20

/** Notes for whoever reports for a commune next: which schools to ask, where the papers are, what was agreed. */
export function handoverNotePages(routes: Routes<Unit>): void {
  routes.unit('get', '/reports/:unit/note', maySeeReports, visit => showNotes(visit, null))
  routes.unit('post', '/reports/:unit/note', maySeeReports, saveNote)
}

type Typed = { text: string; error: string }

async function showNotes(visit: UnitVisit<Unit>, typed: Typed | null): Promise<void> {
  const { deps, req, res, lang, unit } = visit
  if (unit.kind !== 'commune') throw notFound()
  const notes = await listNotes(deps.db, unit.id, NOTES_SHOWN)
  const [latest, ...earlier] = notes.map(it => ({
    text: it.text,
    meta: say(lang, 'note.by', { by: it.by, at: formatTime(it.at) }),
  }))
  const model = {
    unit: unit.fullName,
    action: `/reports/${unit.id}/note`,
    back: `/reports/${unit.id}`,
    latest: latest ?? null,
    earlier,
    text: typed?.text ?? latest?.text ?? '',
    error: typed?.error ?? null,
    errors: typed ? [{ href: '#text', text: typed.error }] : [],
    maxLength: LONGEST_NOTE,
  }
  sendPage(req, res, 'reports/note', { title: say(lang, 'note.title'), status: typed ? 422 : 200 }, model)
}

async function saveNote(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, now, person } = visit
  if (unit.kind !== 'commune') throw notFound()
  const text = typeof req.body?.text === 'string' ? clean(req.body.text) : ''
  const error = faultOf(text)
  if (error) return showNotes(visit, { text, error })
  const [latest] = await listNotes(deps.db, unit.id, 1)
  await change(deps.db, { actor: person, now }, async trx => {
    if (latest?.text === text) return { result: null, act: null }
    await addNote(trx, { unitId: unit.id, text, by: person, now })
    return { result: null, act: { act: 'handover.note', unitId: unit.id } }
  })
  res.redirect(303, withFlash(`/reports/${unit.id}/note`, 'noteSaved'))

  function faultOf(typed: string): string | null {
    if (typed === '') return say(lang, 'note.missing')
    if (typed.length > LONGEST_NOTE) return say(lang, 'note.long', { most: LONGEST_NOTE })
    return personalData(typed, null, lang)
  }
}
