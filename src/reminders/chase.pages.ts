import { mayReview, maySeeOffice } from '../people/access.rules.ts'
import { checkText } from '../reports/check.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { chaseUnits } from './chase-units.ts'
import { sayStatus } from './ledger-page.rules.ts'
import { linesOfChase } from './ledger-read.store.ts'
import { openChannels } from './open-channels.ts'
import { lettersOnly } from './send-line.ts'

/** The officer's own sentence in a chase. */
const LONGEST_SENTENCE = 300

/** "Nhắc ngay": who is written to at once, and the page that says who was and who was not, and why. */
export function chasePages(routes: Routes<Unit>): void {
  routes.unit('post', '/reminders/:unit/:month/chase', mayReview, chase)
  routes.unit('get', '/reminders/:unit/:month/chase', maySeeOffice, showChase)
}

async function chase(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, person, unit, month } = visit
  if (unit.kind !== 'office') throw notFound()
  const sentence = String(req.body.sentence ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  const unitIds = [req.body.unit ?? []].flat().map(Number).filter(Number.isInteger)
  const [fault] = checkText({ field: 'sentence', text: sentence, maxLength: LONGEST_SENTENCE }, [], lang)
  const wrong = fault?.message ?? (unitIds.length === 0 ? say(lang, 'reminders.chase.nobody') : null)
  if (wrong) return sendAgain(visit, { wrong, sentence, unitIds })
  const office = { ...deps, views: res.locals.views, ...lettersOnly, channels: openChannels(deps) }
  const at = await chaseUnits(office, { actor: person, officeId: unit.id, month, unitIds, sentence })
  res.redirect(303, `/reminders/${unit.id}/${month}/chase?at=${encodeURIComponent(isoPrecise(at))}`)
}

/** The instant names the press in the ledger, to the millisecond. */
const isoPrecise = (at: Date): string => at.toISOString()

type Again = { wrong: string; sentence: string; unitIds: number[] }

/** Nothing was sent; what was ticked and typed stays. */
function sendAgain({ req, res, lang, unit, month }: UnitVisit<Unit>, again: Again): void {
  const model = {
    ...again,
    action: `/reminders/${unit.id}/${month}/chase`,
    back: `/review/${unit.id}/${month}`,
  }
  sendPage(
    req,
    res,
    'reminders/chase-again',
    { title: say(lang, 'reminders.chase.title'), status: 422 },
    model,
  )
}

async function showChase({ deps, req, res, lang, unit, month }: UnitVisit<Unit>): Promise<void> {
  const at = new Date(String(req.query.at ?? ''))
  if (Number.isNaN(at.getTime())) throw notFound()
  const lines = await linesOfChase(deps.db, { officeId: unit.id, month }, at)
  if (lines.length === 0) throw notFound()
  const shown = lines.map(it => ({
    unit: it.unitName,
    recipient: it.recipient,
    status: sayStatus(it, lang),
    because: it.because,
    mailed: it.status !== 'skipped',
  }))
  const model = {
    at,
    month,
    mailed: shown.filter(it => it.mailed),
    notMailed: shown.filter(it => !it.mailed),
    back: `/review/${unit.id}/${month}`,
  }
  sendPage(req, res, 'reminders/chased', { title: say(lang, 'reminders.chase.title') }, model)
}
