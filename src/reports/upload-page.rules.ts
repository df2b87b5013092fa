import { isKey, type Key, say } from '../words/all.ts'
import { compareVietnamese, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Finding } from './figure.rules.ts'
import { titleOf } from './form-page.rules.ts'
import type { Remark } from './upload.rules.ts'
import { movedSince, takesPress, type Weighed } from './upload-weigh.rules.ts'

/** How many sheets are shown with their unchanged boxes at once; with more, those are a link away. */
const SHOWN_WHOLE = 3
/** Cells named in one line of the errors. */
const NAMED = 6

export type Preview = { path: string; lang: Lang; only: number | null; ticked: ReadonlySet<number> | null }

/** A commune's sheet on the page: views/reports/upload-preview. Those with errors come first, then what can be sent. */
export function previewUnits(weighed: readonly Weighed[], preview: Preview) {
  const shown = preview.only === null ? weighed : weighed.filter(it => it.open.unit.id === preview.only)
  const whole = shown.length <= SHOWN_WHOLE
  const told = whole ? shown : shown.filter(it => it.fate !== 'same')
  return [...told].sort((a, b) => rank(a) - rank(b)).map(it => unitOf(it, preview, whole))
}

/** The communes whose sheets change nothing, in one line where there are many sheets. */
export function sameUnits(weighed: readonly Weighed[], { lang, only }: Preview) {
  const same = weighed.filter(it => it.fate === 'same')
  if (only !== null || weighed.length <= SHOWN_WHOLE || same.length === 0) return null
  const names = same.map(it => it.open.unit.fullName).sort(compareVietnamese)
  return { title: say(lang, 'upload.sameUnits', { count: same.length }), names: names.join(', ') }
}

const ORDER = ['draft', 'awaiting', 'locked', 'ahead', 'ready', 'sent', 'kept', 'same']
const rank = ({ fate }: Weighed): number => ORDER.indexOf(fate)

function unitOf(weighed: Weighed, { path, lang, ticked }: Preview, whole: boolean) {
  const { open, filled, fate, changes } = weighed
  const { id, fullName } = open.unit
  const rows = rowsOf(weighed, lang)
  const stands = (it: (typeof rows)[number]) => it.changed || (it.error && it.filled)
  const changed = rows.filter(stands).sort((a, b) => Number(b.error) - Number(a.error))
  const unchanged = rows.filter(it => !stands(it))
  const asks = fate === 'same' || fate === 'sent'
  const errors = asks ? [] : errorLines(weighed, lang)
  return {
    id,
    name: fullName,
    sheet: say(lang, 'upload.sheet', { sheet: filled.sheet }),
    state: say(lang, `upload.state.${fate}`),
    good: fate === 'ready' || fate === 'sent',
    takes: takesPress(fate),
    ticked: ticked ? ticked.has(id) : takesPress(fate) && movedSince(weighed) === null,
    revision: open.kept.revision,
    over: overLine(weighed, lang),
    errorsTitle: errors.length > 0 ? say(lang, 'upload.errors', { count: errors.length }) : null,
    errors,
    changedText: say(lang, 'upload.changed', { count: changes.length }),
    changed,
    unchangedText: unchanged.length > 0 ? say(lang, 'upload.unchanged', { count: unchanged.length }) : null,
    unchanged: whole ? unchanged : [],
    allHref: whole || unchanged.length === 0 ? null : `${path}?only=${id}`,
    receipt: open.sent
      ? {
          href: `/reports/${id}/${open.month}/receipt/${open.sent.number}`,
          label: say(lang, 'upload.receipt', { receipt: open.sent.receipt }),
        }
      : null,
  }
}

/** Every cell of the sheet against what is there; an empty box that must be filled is said once, above. */
function rowsOf({ open, filled, there, changes, judged, fate }: Weighed, lang: Lang) {
  const changed = new Set(changes.map(it => it.name))
  const wrong = new Set(judged.errors.map(it => it.fields[0] ?? ''))
  const shown = (text: string | undefined) => text?.trim() || say(lang, 'reports.form.empty')
  return inFormOrder(Object.keys(filled.raw), open)
    .filter(name => !name.startsWith('explain:') || filled.raw[name] || there[name])
    .map(name => ({
      cell: filled.cells[name] ?? '',
      label: labelOf(name, { open, judged }, lang),
      was: shown(there[name]),
      now: shown(filled.raw[name]),
      changed: changed.has(name),
      filled: filled.raw[name]?.trim() !== '',
      error: fate !== 'same' && fate !== 'sent' && wrong.has(name),
      wordy: !open.fields.some(it => it.name === name),
    }))
}

/** Boxes, texts, then explanations; a database keeps names in an order of its own. */
function inFormOrder(names: readonly string[], { fields, edition }: Weighed['open']): string[] {
  const form = [...fields.map(it => it.name), ...edition.texts.map(it => it.code as string)]
  const place = (name: string) => (form.includes(name) ? form.indexOf(name) : form.length)
  return [...names].sort((a, b) => place(a) - place(b))
}

type Around = Pick<Weighed, 'open' | 'judged'>

function labelOf(name: string, { open, judged }: Around, lang: Lang): string {
  if (name === 'correction') return say(lang, 'reports.form.correction')
  const warning = judged.warnings.find(it => name === `explain:${it.code}`)
  if (warning) return `${say(lang, 'reports.explanation')}: ${warning.message}`
  return titleOf(name, open, lang) ?? name.replace('explain:', `${say(lang, 'reports.explanation')} `)
}

/** "Kon Plông!B14: Số nữ …", the same sentence of many cells once, with the cells. */
function errorLines(weighed: Weighed, lang: Lang): string[] {
  const lines = new Map<string, string[]>()
  for (const error of weighed.judged.errors) {
    const message = messageOf(error, weighed, lang)
    const at = placeOf(error.fields[0] ?? '', weighed, lang)
    lines.set(message, [...(lines.get(message) ?? []), ...(at ? [at] : [])])
  }
  const { sheet } = weighed.filled
  return [...lines].map(([message, places]) => {
    const cells = listed(places, lang)
    return cells ? `${sheet}!${cells}: ${message}` : `${sheet}: ${message}`
  })
}

/** A warning without its explanation: what is doubtful, and that a line is wanted. */
function messageOf(
  { code, fields: [first = ''], message }: Finding,
  { judged }: Weighed,
  lang: Lang,
): string {
  const warning = code === 'H18' && judged.warnings.find(it => first === `explain:${it.code}`)
  return warning ? say(lang, 'upload.explainCell', { message: warning.message }) : message
}

/** The cell, or where the file has none for it, the box's name. */
const placeOf = (name: string, { filled, open }: Weighed, lang: Lang): string =>
  filled.cells[name] || (titleOf(name, open, lang) ?? '')

const listed = (places: readonly string[], lang: Lang, many: Key = 'upload.many'): string =>
  places.length <= NAMED
    ? places.join(', ')
    : say(lang, many, {
        cells: places.slice(0, NAMED).join(', '),
        count: places.length - NAMED,
      })

/** Whose work the press would replace. */
function overLine(weighed: Weighed, lang: Lang): string | null {
  const { open, fate } = weighed
  const { draft, savedBy, savedAt } = open.kept
  if (!takesPress(fate)) return null
  const moved = movedSince(weighed)
  if (draft && savedAt && weighed.changes.length > 0) {
    const params = { by: savedBy ?? '', at: formatTime(savedAt) }
    return say(lang, moved === 'draft' ? 'upload.over.draftSince' : 'upload.over.draft', params)
  }
  if (!open.current) return null
  const params = { receipt: open.current.receipt, at: formatTime(open.current.at) }
  return say(lang, moved === 'version' ? 'upload.over.sentSince' : 'upload.over.sent', params)
}

/** What there is to say about the file and its sheets, errors first; the same sentence of many sheets once. */
export function remarkLines(remarks: readonly Remark[], lang: Lang) {
  const lines = new Map<string, { error: boolean; sheets: string[] }>()
  for (const { kind, sheet, key, params } of remarks) {
    const advice = `${key}.advice`
    const text = isKey(key) ? say(lang, key as Key, params) : key
    const whole = isKey(advice) ? `${text} ${say(lang, advice as Key, params)}` : text
    const line = lines.get(whole) ?? { error: kind === 'error', sheets: [] }
    lines.set(whole, { ...line, sheets: [...line.sheets, sheet].filter(it => it !== '') })
  }
  return [...lines]
    .map(([text, { error, sheets }]) => ({ error, sheet: listed(sheets, lang, 'upload.manySheets'), text }))
    .sort((a, b) => Number(b.error) - Number(a.error))
}
