import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { titleOf } from './box-title.rules.ts'
import type { Typed } from './draft.rules.ts'
import { headOf, opensOn } from './due.rules.ts'
import { helpOf } from './edition-help.rules.ts'
import { type Gathered, gatherEmpty } from './empty-boxes.rules.ts'
import type { Finding } from './figure.rules.ts'
import { boxId, gridSections } from './form-grid.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { isOpen, openQuestions, type Remark, remarksByBox } from './remark.rules.ts'
import { standingAt, takesDrafts, takesReports } from './report.rules.ts'
import { requestLink, requestNotice } from './request-page.rules.ts'
import type { Conflict, Judged } from './submission.rules.ts'
import { questionNotice } from './thread-view.rules.ts'

export { titleOf } from './box-title.rules.ts'

/** What the form is to show: what was typed, and what there is to say about it. */
export type Shown = {
  typed: Typed
  /** Why a sent report is corrected. */
  reason: string
  key: string
  /** Null while nobody has asked for a check. */
  judged: Judged | null
  conflict: Conflict | null
}

export type Reader = {
  lang: Lang
  now: Date
  path: string
  mayApprove: boolean
  /** What office and commune have said about the report. */
  remarks: readonly Remark[]
}

/** The model of views/reports/form. */
export function formPage(open: OpenReport, shown: Shown, reader: Reader) {
  const { lang, path } = reader
  const { edition, kept, month, before } = open
  const errors = gatherEmpty(shown.judged?.errors ?? [], open, lang)
  const warnings = shown.judged?.warnings ?? []
  const standing = standingAt(open.window, reader.now)
  const remarks = remarksByBox(reader.remarks, lang)
  const asked = openQuestions(reader.remarks).at(-1)
  const filled = {
    ...open,
    switches: new Set(open.settings.switches),
    typed: shown.typed,
    before: before.figures,
    remarks,
    findings: [
      ...errors.flatMap(it => it.parts ?? [it]),
      ...warnings.map(it => ({ ...it, message: say(lang, 'reports.form.doubt') })),
    ],
    lang,
  }
  return {
    ...headOf(open, reader),
    month,
    previousMonth: before.figures ? before.month : null,
    errors: errors.map(it => ({ href: hrefOf(it, open), text: lineOf(it, { open, warnings, lang }) })),
    checked: checkedLine(shown, lang),
    request: requestNotice(open, lang),
    ask: requestLink(open, { ...reader, mayAsk: true }),
    returned: kept.returned,
    remarks: [...remarks.keys()].map(name => ({
      href: `#${boxId(name)}`,
      label: titleOf(name, open, lang) ?? name,
      text: saidAtBox(reader.remarks, name),
    })),
    asked: asked ? questionNotice({ unitId: open.unit.id, month, text: asked.text }, lang) : null,
    thread: reader.remarks.length > 0 ? { href: `${path}/thread`, count: reader.remarks.length } : null,
    note: kept.draft?.note
      ? {
          title: say(lang, 'reports.form.note', {
            by: kept.draft.note.by,
            at: formatTime(new Date(kept.draft.note.at)),
          }),
          text: kept.draft.note.text,
        }
      : null,
    conflict: shown.conflict && conflictLines(open, shown.conflict, lang),
    correcting: open.current?.receipt ?? null,
    correction: open.current ? { value: shown.reason, error: messageAt('correction', errors) } : null,
    late: standing === 'late' && !open.current,
    notOpen: standing === 'drafting' ? opensOn(open, lang) : null,
    closed: !takesDrafts(standing),
    maySend: takesReports(standing),
    beforeNote: beforeNote(open, lang),
    action: path,
    autosave: shown.conflict || !takesDrafts(standing) ? null : `${path}/autosave`,
    drop: open.current && kept.draft ? `${path}/drop` : null,
    revision: kept.revision,
    requestKey: shown.key,
    saved: kept.draft && kept.savedAt ? { by: kept.savedBy ?? '', at: kept.savedAt } : null,
    definitions: helpOf(edition, new Set(open.settings.switches), lang),
    sections: gridSections(filled),
    textsTitle: say(lang, 'reports.form.texts'),
    texts: edition.texts.map(({ code, label, maxLength }) => ({
      id: code,
      name: code,
      label: label[lang],
      value: shown.typed[code] ?? '',
      rows: code === 'note' ? 2 : 3,
      maxlength: maxLength,
      hint: null,
      error: messageAt(code, errors),
      remark: remarks.get(code) ?? null,
    })),
    warnings: warnings.map(it => warningBox(it, { open, shown, errors, lang })),
    submitLabel: submitLabel(open, reader),
    canFill: !open.current,
    /** Said over the form of a commune only while an office writes it (edition-preview.pages). */
    preview: null,
  }
}

function submitLabel({ settings, current }: OpenReport, { mayApprove, lang }: Reader): string {
  if (settings.signOff) return say(lang, mayApprove ? 'reports.form.approve' : 'reports.form.ask')
  return say(lang, current ? 'reports.form.submitAgain' : 'reports.form.submit')
}

/** Under the heading that says who asks for it, the bare words. */
const saidAtBox = (remarks: readonly Remark[], name: string): string =>
  remarks
    .filter(it => it.side === 'office' && it.field === name && isOpen(it))
    .map(it => it.text)
    .join(' ')

const messageAt = (field: string, errors: readonly Finding[]): string | null =>
  errors
    .filter(it => it.fields[0] === field)
    .map(it => it.message)
    .join(' ') || null

/** Where a finding's first box is; what has none is said on top, so the link leads to the form's beginning. */
function hrefOf({ fields: [first] }: Finding, open: OpenReport): string {
  const known = first !== undefined && isOnForm(first, open)
  return known ? `#${boxId(first)}` : '#boxes'
}

const isOnForm = (name: string, { fields, edition }: OpenReport): boolean =>
  fields.some(it => it.name === name) ||
  edition.texts.some(it => it.code === name) ||
  name.startsWith('explain:') ||
  name === 'correction'

type Around = { open: OpenReport; warnings: readonly Finding[]; lang: Lang }

/** A line of the summary: it names the box, for it stands away from it; many empty boxes of a column are one line. */
function lineOf(
  { fields: [first = ''], message, code, parts }: Gathered,
  { open, warnings, lang }: Around,
): string {
  if (parts) return message
  const warning = code === 'H18' && warnings.find(it => first === `explain:${it.code}`)
  if (warning) return say(lang, 'reports.form.unexplained', { message: warning.message })
  const title = titleOf(first, open, lang)
  return title ? `${title}: ${message}` : message
}

function checkedLine({ judged }: Shown, lang: Lang): string | null {
  if (!judged || judged.errors.length > 0) return null
  const count = judged.warnings.length
  return count === 0
    ? say(lang, 'reports.form.checkedGood')
    : say(lang, 'reports.form.checkedExplained', { count })
}

function beforeNote({ before }: OpenReport, lang: Lang): string | null {
  if (before.absent.length > 0) return say(lang, 'reports.form.absent', { units: before.absent.join(', ') })
  if (before.summed.length > 0) return say(lang, 'reports.form.summed', { units: before.summed.join(', ') })
  return before.figures ? null : say(lang, 'reports.form.noBefore')
}

function conflictLines(open: OpenReport, { kind, by, at, differences }: Conflict, lang: Lang) {
  const params = { by, at: formatTime(at) }
  const [title, advice] = {
    saved: [
      say(lang, 'reports.form.conflictTitle', params),
      say(lang, 'reports.form.conflictSaveOver', params),
    ],
    sent: [say(lang, 'reports.form.conflictSent', params), say(lang, 'reports.form.conflictSendOver')],
    awaiting: [
      say(lang, 'reports.form.conflictAwaiting', params),
      say(lang, 'reports.form.conflictTakeBack'),
    ],
  }[kind]
  const shown = (text: string) => text || say(lang, 'reports.form.empty')
  return {
    title,
    advice,
    by,
    differences: differences.map(it => ({
      href: `#${boxId(it.name)}`,
      label: titleOf(it.name, open, lang) ?? it.name,
      mine: shown(it.mine),
      theirs: shown(it.theirs),
      wordy: open.edition.texts.some(text => text.code === it.name),
    })),
  }
}

type About = { open: OpenReport; shown: Shown; errors: readonly Finding[]; lang: Lang }

function warningBox({ code, message, fields: [first] }: Finding, { open, shown, errors, lang }: About) {
  const name = `explain:${code}`
  const isThere = first !== undefined && isOnForm(first, open)
  return {
    id: boxId(name),
    name,
    message,
    href: isThere ? `#${boxId(first)}` : null,
    label: first === undefined ? null : titleOf(first, open, lang),
    value: shown.typed[name] ?? '',
    error: messageAt(name, errors),
  }
}
