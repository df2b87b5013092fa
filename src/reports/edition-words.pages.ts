import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import type { Routes } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { type DraftVisit, draftRoute, keep } from './edition-desk.ts'
import type { FieldError } from './edition-form.rules.ts'
import { formOfWords, labelEn, readWordsForm, type WordsForm, withWords } from './edition-words.rules.ts'

/** Writing what the form says beside its indicators: whom to count and how, and the names of its text boxes. */
export function editionWordsPages(routes: Routes<Unit>): void {
  draftRoute(routes, 'get', '/words', visit => showForm(visit, formOfWords(visit.draft.edition), []))
  draftRoute(routes, 'post', '/words', visit => {
    const { req, draft, lang } = visit
    const form = readWordsForm(req.body ?? {}, draft.edition)
    const read = withWords(draft.edition, form, lang)
    if ('errors' in read) return showForm(visit, form, read.errors)
    return keep(visit, read.edition, { act: 'edition.change-words', name: '', at: 'words' })
  })
}

function showForm(
  { req, res, lang, draft, path }: DraftVisit,
  form: WordsForm,
  errors: readonly FieldError[],
): void {
  const { edition } = draft
  const wrong = (field: string) => errors.find(it => it.field === field)?.text ?? null
  const lines = (name: 'vi' | 'en') => ({
    name,
    label: say(lang, `edition.words.${name}`),
    hint: say(lang, name === 'vi' ? 'edition.words.lines' : 'edition.words.linesEn'),
    value: form[name],
    error: wrong(name),
  })
  const label = (name: string, key: 'edition.words.label' | 'edition.words.labelEn', now: string) => ({
    name,
    label: say(lang, key, { name: now }),
    hint: key === 'edition.words.labelEn' ? say(lang, 'edition.englishHint') : null,
    value: form.labels[name] ?? '',
    error: wrong(name),
  })
  const title = say(lang, 'edition.words')
  const model = {
    title,
    caption: edition.title[lang],
    action: `${path}/words`,
    back: path,
    revision: String(draft.revision),
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
    lines: [lines('vi'), lines('en')],
    labels: edition.texts.flatMap(({ code, label: now }) => [
      label(code, 'edition.words.label', now[lang]),
      label(labelEn(code), 'edition.words.labelEn', now[lang]),
    ]),
  }
  sendPage(req, res, 'reports/edition-words', { title, status: errors.length > 0 ? 422 : 200 }, model)
}
