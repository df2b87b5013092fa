import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes } from '../web/routes.ts'
import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { type DraftVisit, draftRoute, keep } from './edition-desk.ts'
import { indicatorsOf, putIndicator, sectionOf } from './edition-draft.rules.ts'
import {
  emptyIndicatorForm,
  type FieldError,
  formOfIndicator,
  type IndicatorForm,
  indicatorOf,
  NEW_SECTION,
  readIndicatorForm,
} from './edition-form.rules.ts'
import { type Edition, type Indicator, switchesOf } from './form.rules.ts'

/** Adding an indicator to the form that is being written, and changing one. */
export function editionIndicatorPages(routes: Routes<Unit>): void {
  draftRoute(routes, 'get', '/indicators/new', visit => {
    const { sections } = visit.draft.edition
    const asked = sections.find(it => it.code === visit.req.query.section) ?? sections[0]
    showForm(visit, { existing: null, form: emptyIndicatorForm(asked?.code ?? NEW_SECTION), errors: [] })
  })
  draftRoute(routes, 'post', '/indicators/new', visit => save(visit, null))
  draftRoute(routes, 'get', '/indicators/:code', visit => {
    const existing = asked(visit)
    const section = sectionOf(visit.draft.edition, existing.code)?.code ?? ''
    showForm(visit, { existing, form: formOfIndicator(existing, section), errors: [] })
  })
  draftRoute(routes, 'post', '/indicators/:code', visit => save(visit, asked(visit)))
}

function asked({ req, draft }: DraftVisit): Indicator {
  const indicator = indicatorsOf(draft.edition).find(it => it.code === req.params.code)
  if (!indicator) throw notFound()
  return indicator
}

async function save(visit: DraftVisit, existing: Indicator | null): Promise<void> {
  const { req, lang, draft } = visit
  const form = readIndicatorForm(req.body ?? {})
  const read = indicatorOf(form, { edition: draft.edition, existing, lang })
  if ('errors' in read) return showForm(visit, { existing, form, errors: read.errors })
  const { indicator, into } = read
  const next = putIndicator(draft.edition, indicator, into)
  await keep(visit, next, {
    act: existing ? 'edition.change-indicator' : 'edition.add-indicator',
    name: indicator.label.vi,
    at: `section-${sectionOf(next, indicator.code)?.code}`,
  })
}

type Shown = { existing: Indicator | null; form: IndicatorForm; errors: FieldError[] }

function showForm({ req, res, lang, draft, path }: DraftVisit, { existing, form, errors }: Shown): void {
  const { edition } = draft
  const wrong = (field: string) => errors.find(it => it.field === field)?.text ?? null
  const box = (name: 'labelVi' | 'labelEn' | 'shortVi' | 'shortEn' | 'hintVi' | 'hintEn') => ({
    name,
    label: say(lang, `edition.box.${name}`),
    hint: name.endsWith('En') ? say(lang, 'edition.englishHint') : null,
    value: form[name],
    error: wrong(name),
  })
  const title = say(lang, existing ? 'edition.changeIndicator' : 'edition.addIndicator')
  const model = {
    title,
    caption: existing ? existing.label[lang] : edition.title[lang],
    action: `${path}/indicators/${existing?.code ?? 'new'}`,
    back: path,
    revision: String(draft.revision),
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
    boxes: (['labelVi', 'labelEn', 'shortVi', 'shortEn', 'hintVi', 'hintEn'] as const).map(box),
    code: existing ? null : { value: form.code, error: wrong('code'), hint: say(lang, 'edition.codeHint') },
    fixed: existing ? fixedText(existing, lang) : null,
    scopes: existing
      ? null
      : choices(['cohort', 'all'], form.scope || 'cohort', it => say(lang, `edition.scope.${it}`)),
    types: existing
      ? null
      : choices(['count', 'signed'], form.type || 'count', it => say(lang, `edition.type.${it}`)),
    sections: sectionChoice(edition, form.section, lang),
    sectionError: wrong('section'),
    newSection: { vi: form.sectionVi, en: form.sectionEn, error: wrong('sectionVi') },
    partOf: partChoice(edition, { form, own: existing?.code ?? null, lang }),
    partOfError: wrong('partOf'),
    switches: choices(switchesOf(edition), form.switch, it => it),
    switchError: wrong('switch'),
    ticks: (['required', 'carries', 'initial', 'sensitive'] as const).map(name => ({
      name,
      label: say(lang, `edition.tick.${name}`),
      chosen: form[name],
    })),
  }
  sendPage(req, res, 'reports/edition-indicator', { title, status: errors.length > 0 ? 422 : 200 }, model)
}

const fixedText = ({ code, scope, type }: Indicator, lang: Lang): string =>
  say(lang, 'edition.fixed', {
    code,
    scope: say(lang, `edition.scope.${scope}`),
    type: say(lang, `edition.type.${type}`),
  })

const choices = <T extends string>(values: readonly T[], chosen: string, label: (value: T) => string) => [
  { label: null, options: values.map(value => ({ value, label: label(value), chosen: value === chosen })) },
]

const sectionChoice = ({ sections }: Edition, chosen: string, lang: Lang) => [
  {
    label: null,
    options: [
      ...sections.map(it => ({ value: it.code, label: it.title[lang], chosen: it.code === chosen })),
      { value: NEW_SECTION, label: say(lang, 'edition.newSection'), chosen: chosen === NEW_SECTION },
    ],
  },
]

function partChoice(
  edition: Edition,
  { form, own, lang }: { form: IndicatorForm; own: string | null; lang: Lang },
) {
  return edition.sections.map(section => ({
    label: section.title[lang],
    options: section.indicators
      .filter(it => it.code !== own)
      .map(it => ({ value: it.code, label: it.label[lang], chosen: it.code === form.partOf })),
  }))
}
