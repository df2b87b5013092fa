import { loadOfficeMonths } from '../calendar/calendar.store.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { Problem } from '../web/problem.ts'
import type { Routes } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { type DraftVisit, draftRoute, nextFreeMonth } from './edition-desk.ts'
import { emptyReport, switchTicks } from './edition-preview.rules.ts'
import { switchesOf } from './form.rules.ts'
import { formPage } from './form-page.rules.ts'
import { templateBookOf, templateFileName } from './make-templates.ts'
import type { OpenReport } from './open-report.rules.ts'
import { draftRefusals } from './publish-edition.rules.ts'
import { startOf } from './start.rules.ts'

/** The form that is being written as a commune would see it, on its page and as an Excel template. Nothing can be sent. */
export function editionPreviewPages(routes: Routes<Unit>): void {
  draftRoute(routes, 'get', '/form', showForm)
  draftRoute(routes, 'get', '/form/template.xlsx', sendTemplate)
}

/** The switches asked for in the address that the draft knows. */
function switchesAsked({ req, draft }: DraftVisit): string[] {
  const asked = [req.query.switch].flat().map(String)
  return switchesOf(draft.edition).filter(it => asked.includes(it))
}

async function openDraft(visit: DraftVisit): Promise<OpenReport> {
  const { deps, unit, draft } = visit
  const [dates] = await loadOfficeMonths(deps.db, unit.id, [await nextFreeMonth(visit)])
  if (!dates) throw new Error('one month was asked for')
  const { id, code, fullName } = unit
  const asked = { id, code, fullName, validFrom: dates.month, parentId: id }
  return emptyReport({ edition: draft.edition, unit: asked, dates, switches: switchesAsked(visit) })
}

async function showForm(visit: DraftVisit): Promise<void> {
  const { req, res, lang, draft, path } = visit
  const open = await openDraft(visit)
  const { typed, reason } = startOf(open, lang)
  const shown = { typed, reason, key: '', judged: null, conflict: null }
  const reader = { lang, now: open.window.opens, path: `${path}/form`, mayApprove: false, remarks: [] }
  const on = open.settings.switches
  const asked = new URLSearchParams(on.map((it): [string, string] => ['switch', it])).toString()
  const model = {
    ...formPage(open, shown, reader),
    ask: null,
    autosave: null,
    canFill: false,
    closed: true,
    preview: {
      back: path,
      action: `${path}/form`,
      switches: switchTicks(draft.edition, on, lang),
      template: isSound(visit) ? `${path}/form/template.xlsx${asked && `?${asked}`}` : null,
    },
  }
  sendPage(req, res, 'reports/form', { title: say(lang, 'edition.preview.title') }, model)
}

/** A check that names an indicator which is gone has no formula. */
const isSound = ({ draft, published }: DraftVisit): boolean =>
  draftRefusals({ edition: draft.edition, published }).length === 0

async function sendTemplate(visit: DraftVisit): Promise<void> {
  const { res, unit, now } = visit
  if (!isSound(visit)) throw new Problem(409, 'problem.draftUnready')
  const open = await openDraft(visit)
  const bytes = await templateBookOf(open, { withDraft: false, now })
  res
    .attachment(templateFileName(open.month, say('vi', 'edition.preview.file', { unit: unit.fullName })))
    .set('Cache-Control', 'private, no-store')
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(bytes)
}
