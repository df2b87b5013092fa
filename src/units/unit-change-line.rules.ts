import type { Month } from '../calendar/month.rules.ts'
import { type Key, say } from '../words/all.ts'
import { clean, formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { ChangeKind } from './unit-change.rules.ts'
import { type Effect, unitsMade } from './unit-effect.rules.ts'

/** What stands in the way of taking a change back: a report sent since, or a later change. */
export type Hindrance =
  | { what: 'report'; unit: string; month: Month }
  | { what: 'change'; id: number; kind: ChangeKind; month: Month; document: string }

type Line = {
  id: number
  kind: ChangeKind
  month: Month
  document: string
  asked: { before: string[]; after: string[] }
  effects: readonly Effect[]
  byName: string
  at: Date
  undoneAt: Date | null
  undoneByName: string | null
  undoneReason: string | null
}

type Around = { hindrance: Hindrance | null; base: string; lang: Lang }

/** One change as the office's list shows it. */
export function lineOf(line: Line, { hindrance, base, lang }: Around) {
  const { id, kind, month, document, asked, effects, byName, at } = line
  return {
    id,
    what: say(lang, `change.kind.${kind}`),
    before: asked.before.join(', '),
    after: asked.after.join(', '),
    from: formatMonth(month),
    document,
    by: `${byName}, ${formatTime(at)}`,
    effects: effectsText(effects, lang),
    undone: undoneText(line, lang),
    against: hindrance && whyNot(hindrance, lang),
    undoHref: hindrance || line.undoneAt ? null : `${base}/${id}/undo`,
  }
}

/** What came by file, or with the founding of the office; the log has no rows of it to take back. */
export type KeptImport = {
  id: number
  act: 'unit.import' | 'office.found'
  at: Date
  byName: string
  file: string | null
  kind: 'units' | 'mergers' | null
  month: Month | ''
  document: string
  offices: number
  communes: number
  /** The office above that imported it, when it was not this one. */
  atOffice: string | null
}

/** The same line for an import. */
export function importLineOf(it: KeptImport, lang: Lang) {
  const { id, act, at, byName, file, kind, month, document, atOffice } = it
  const what = act === 'office.found' ? 'founded' : kind === 'mergers' ? 'mergers' : 'units'
  const done = what === 'mergers' ? 'merged' : 'added'
  const counts = (['communes', 'offices'] as const)
    .filter(of => it[of] > 0)
    .map(of => say(lang, `change.import.${done}.${of}`, { count: formatNumber(it[of]) }))
  return {
    id,
    what: say(lang, `change.import.${what}`),
    before: file ?? '',
    after: '',
    from: month === '' ? '–' : formatMonth(month),
    document: document || '–',
    by: `${byName}, ${formatTime(at)}`,
    effects: counts.join('; '),
    undone: null,
    against: [
      ...(atOffice ? [say(lang, 'change.import.above', { office: atOffice })] : []),
      say(lang, 'change.import.stays'),
    ].join(' '),
    undoHref: null,
  }
}

function undoneText({ undoneAt, undoneByName, undoneReason }: Line, lang: Lang): string | null {
  if (!undoneAt) return null
  const params = { by: undoneByName ?? '', at: formatTime(undoneAt), reason: undoneReason ?? '' }
  return say(lang, 'change.line.undone', params)
}

/** What was written, counted: '1 đơn vị thành lập, 2 đơn vị kết thúc, …'. */
export function effectsText(effects: readonly Effect[], lang: Lang): string {
  const made = new Set(unitsMade(effects))
  const added = effects.flatMap(it => (it.do === 'add' ? [it.row] : []))
  const counts: [Key, number][] = [
    ['change.effect.founded', made.size],
    ['change.effect.ended', effects.filter(it => it.do === 'end' && it.ending.table === 'unit').length],
    ['change.effect.named', added.filter(it => it.table === 'unit_name' && !made.has(it.unitId)).length],
    ['change.effect.placed', added.filter(it => it.table === 'unit_parent' && !made.has(it.unitId)).length],
    ['change.effect.linked', added.filter(it => it.table === 'succession').length],
    ['change.effect.roles', added.filter(it => it.table === 'role').length],
  ]
  return counts
    .filter(([, count]) => count > 0)
    .map(([key, count]) => say(lang, key, { count: formatNumber(count) }))
    .join('; ')
}

/** Why a change cannot be taken back. */
export function whyNot(why: Hindrance | 'already' | 'moved on', lang: Lang): string {
  if (why === 'already') return say(lang, 'change.undo.already')
  if (why === 'moved on') return say(lang, 'change.undo.movedOn')
  const month = formatMonth(why.month)
  if (why.what === 'report') return say(lang, 'change.line.report', { unit: why.unit, month })
  const { kind, document } = why
  return say(lang, 'change.line.change', { kind: say(lang, `change.kind.${kind}`), month, document })
}

const LONGEST_REASON = 500

export function readUndoReason(typed: unknown, lang: Lang): { reason: string; error: string | null } {
  const reason = typeof typed === 'string' ? clean(typed) : ''
  if (reason === '') return { reason, error: say(lang, 'change.undo.noReason') }
  const long = reason.length > LONGEST_REASON
  return { reason, error: long ? say(lang, 'change.undo.longReason', { most: LONGEST_REASON }) : null }
}
