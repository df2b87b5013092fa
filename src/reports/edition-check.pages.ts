import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { type CheckForm, checkOf, formOfCheck, readCheckForm } from './edition-check-form.rules.ts'
import { type DraftVisit, draftRoute, keep } from './edition-desk.ts'
import { putCheck, removeCheck } from './edition-draft.rules.ts'
import type { FieldError } from './edition-form.rules.ts'
import type { Check } from './form.rules.ts'

/** Writing the checks of the form that is being written. */
export function editionCheckPages(routes: Routes<Unit>): void {
  draftRoute(routes, 'get', '/checks/new', visit =>
    showForm(visit, { existing: null, form: readCheckForm({ severity: 'warning' }), errors: [] }),
  )
  draftRoute(routes, 'post', '/checks/new', visit => save(visit, null))
  draftRoute(routes, 'get', '/checks/:code', visit => {
    const existing = asked(visit)
    showForm(visit, { existing, form: formOfCheck(existing), errors: [] })
  })
  draftRoute(routes, 'post', '/checks/:code', visit => save(visit, asked(visit)))
  draftRoute(routes, 'post', '/checks/:code/remove', visit => {
    const { code, kind } = asked(visit)
    const next = removeCheck(visit.draft.edition, code)
    return keep(visit, next, { act: 'edition.remove-check', name: code, at: listOf(kind) })
  })
}

/** Where the overview lists it. */
const listOf = (kind: Check['kind']): string => (kind === 'expression' ? 'checks' : 'shipped')

function asked({ req, draft }: DraftVisit): Check {
  const check = draft.edition.checks.find(it => it.code === req.params.code)
  if (!check) throw notFound()
  return check
}

async function save(visit: DraftVisit, existing: Check | null): Promise<void> {
  const { req, lang, draft, published } = visit
  const form = readCheckForm(req.body ?? {})
  const read = checkOf(form, { edition: draft.edition, published, existing, lang })
  if ('errors' in read) return showForm(visit, { existing, form, errors: read.errors })
  const { check } = read
  await keep(visit, putCheck(draft.edition, check, existing?.code ?? null), {
    act: existing ? 'edition.change-check' : 'edition.add-check',
    name: check.code,
    at: listOf(check.kind),
  })
}

type Shown = { existing: Check | null; form: CheckForm; errors: FieldError[] }

function showForm({ req, res, lang, draft, path }: DraftVisit, { existing, form, errors }: Shown): void {
  const { edition } = draft
  const wrong = (field: string) => errors.find(it => it.field === field)?.text ?? null
  const written = existing === null || existing.kind === 'expression'
  const box = (name: 'x' | 'y' | 'messageVi' | 'messageEn') => ({
    name,
    label: say(lang, `edition.box.${name}`),
    hint: name === 'messageEn' ? say(lang, 'edition.englishHint') : null,
    value: form[name],
    error: wrong(name),
  })
  const title = say(lang, existing ? 'edition.changeCheck' : 'edition.addCheck')
  const model = {
    title,
    caption: existing ? existing.code : edition.title[lang],
    action: `${path}/checks/${existing?.code ?? 'new'}`,
    back: path,
    revision: String(draft.revision),
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
    written: written
      ? {
          holds: form.holds,
          error: wrong('holds'),
          amounts: [box('x'), box('y')],
          severities: (['warning', 'error'] as const).map(value => ({
            value,
            label: say(lang, `edition.severityLong.${value}`),
            chosen: form.severity === value,
          })),
        }
      : null,
    messages: [box('messageVi'), box('messageEn')],
    codes: edition.sections.map(section => ({
      title: section.title[lang],
      indicators: section.indicators.map(it => ({
        code: it.code,
        label: it.label[lang],
        scope: say(lang, `edition.fact.${it.scope}`),
      })),
    })),
  }
  sendPage(req, res, 'reports/edition-check', { title, status: errors.length > 0 ? 422 : 200 }, model)
}
