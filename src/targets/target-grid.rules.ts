import { say } from '../words/all.ts'
import { clean, formatNumber, formatPercent } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { goalsOf, type Measure, measureRules, type Target } from './target.rules.ts'

/** The grid of a school year's targets: a line a unit, a box a share, and where the targets come from. */

/** `name` in full, `short` without its type; `above` are the offices over it, nearest first. */
export type GridUnit = { id: number; code: string; name: string; short: string; above: readonly number[] }

/** Boxes as typed, by their names 'p-51-upper' and 's-51'. */
export type GridForm = Readonly<Record<string, string>>
export type GridError = { box: string; text: string }

export const SOURCE_LENGTH = 160

export const measures: readonly Measure[] = measureRules.map(it => it.measure)

export const percentBox = (unitId: number, measure: Measure): string => `p-${unitId}-${measure}`
export const sourceBox = (unitId: number): string => `s-${unitId}`

/** What a post has for these units; a box that is not there stands as it was `before`, else empty. */
export function readGrid(
  body: Readonly<Record<string, unknown>>,
  units: readonly Pick<GridUnit, 'id'>[],
  before: GridForm = {},
): GridForm {
  const text = (name: string) =>
    typeof body[name] === 'string' ? clean(body[name]).replace(/\n/g, ' ') : (before[name] ?? '')
  const names = units.flatMap(({ id }) => [...measures.map(it => percentBox(id, it)), sourceBox(id)])
  return Object.fromEntries(names.map(name => [name, text(name)]))
}

/** Stored targets as the boxes show them. One source stands for a unit's targets, as one decision sets them. */
export function formOfTargets(targets: readonly Target[], units: readonly GridUnit[]): GridForm {
  const form: Record<string, string> = { ...readGrid({}, units) }
  for (const { id } of units)
    for (const measure of measures) {
      const target = targets.find(it => it.unitId === id && it.measure === measure)
      if (!target) continue
      form[percentBox(id, measure)] = formatNumber(target.percent)
      form[sourceBox(id)] ||= target.source
    }
  return form
}

/** '70', '70,5', '70.25 %' in per cent; null for anything else, and beyond 0 to 100. */
export function percentIn(text: string): number | null {
  if (!/^\d{1,3}([.,]\d{1,2})?\s*%?$/.test(text)) return null
  const value = Number(text.replace(/\s*%$/, '').replace(',', '.'))
  return value <= 100 ? value : null
}

/** The targets typed, or what is wrong with each box. An empty box is no target, never 0. */
export function targetsIn(
  form: GridForm,
  units: readonly GridUnit[],
  lang: Lang,
): { targets: Target[] } | { errors: GridError[] } {
  const errors: GridError[] = []
  const targets = units.flatMap(({ id }) => {
    const source = form[sourceBox(id)] ?? ''
    const own = measures.flatMap((measure): Target[] => {
      const typed = form[percentBox(id, measure)] ?? ''
      if (typed === '') return []
      const percent = percentIn(typed)
      if (percent === null) errors.push({ box: percentBox(id, measure), text: say(lang, 'targets.bad') })
      return [{ unitId: id, measure, percent: percent ?? 0, source }]
    })
    if (source.length > SOURCE_LENGTH)
      errors.push({ box: sourceBox(id), text: say(lang, 'targets.badSource', { max: SOURCE_LENGTH }) })
    else if (source !== '' && own.length === 0)
      errors.push({ box: sourceBox(id), text: say(lang, 'targets.sourceAlone') })
    return own
  })
  return errors.length > 0 ? { errors } : { targets }
}

export type TargetChange = { unitId: number; measure: Measure; before: Target | null; after: Target | null }

/** What is to be written, cell by cell. */
export function targetChanges(
  before: readonly Target[],
  after: readonly Target[],
  units: readonly GridUnit[],
): TargetChange[] {
  const find = (list: readonly Target[], unitId: number, measure: Measure) =>
    list.find(it => it.unitId === unitId && it.measure === measure) ?? null
  return units
    .flatMap(({ id: unitId }) =>
      measures.map(measure => ({
        unitId,
        measure,
        before: find(before, unitId, measure),
        after: find(after, unitId, measure),
      })),
    )
    .filter(it => textOf(it.before) !== textOf(it.after))
}

const textOf = (target: Target | null): string => (target ? `${target.percent} ${target.source}` : '')

/** '70% (Kế hoạch …)' for the log. */
export const targetText = (target: Target | null): string =>
  target
    ? [formatPercentExact(target.percent), target.source && `(${target.source})`].filter(Boolean).join(' ')
    : ''

const formatPercentExact = (percent: number): string => `${formatNumber(percent)}%`

export type GridRow = {
  name: string
  boxes: GridBox[]
  source: GridBox
}

export type GridBox = {
  id: string
  label: string
  head: string
  value: string
  error: string | null
  /** The target that holds while the box is empty; what is saved where the box says otherwise. */
  note: string
  /** Holds something else than what is saved, without anybody having typed it on this page. */
  changed: boolean
}

export type GridState = {
  form: GridForm
  errors: readonly GridError[]
  stored: readonly Target[]
  /** What is saved stands beside each box that differs: after somebody else's save, and for what a file says. */
  beside: boolean
}

/** The grid as the page shows it; `stored` also holds targets of the offices above. */
export function gridRows(units: readonly GridUnit[], state: GridState, lang: Lang): GridRow[] {
  const saved = formOfTargets(state.stored, units)
  return units.map(({ id, name, above }) => {
    const inherited = goalsOf(above, state.stored)
    const boxOf = boxMaker(state, saved, lang)
    return {
      name,
      boxes: measures.map(measure => {
        const head = say(lang, `targets.measure.${measure}`)
        const goal = inherited[measure]
        const from = goal
          ? say(lang, 'targets.inherited', { percent: formatPercent(goal.percent / 100) })
          : ''
        const label = say(lang, 'targets.boxOf', { measure: head, unit: name })
        return boxOf({ id: percentBox(id, measure), head, label }, from)
      }),
      source: boxOf(
        {
          id: sourceBox(id),
          head: say(lang, 'targets.source'),
          label: say(lang, 'targets.sourceOf', { unit: name }),
        },
        '',
      ),
    }
  })
}

type Named = Pick<GridBox, 'id' | 'head' | 'label'>

function boxMaker({ form, errors, beside }: Omit<GridState, 'stored'>, saved: GridForm, lang: Lang) {
  return (named: Named, whenEmpty: string): GridBox => {
    const [value, before] = [form[named.id] ?? '', saved[named.id] ?? '']
    const changed = beside && value !== before
    return {
      ...named,
      value,
      error: errors.find(it => it.box === named.id)?.text ?? null,
      note: changed ? savedNote(before, lang) : value === '' ? whenEmpty : '',
      changed,
    }
  }
}

const savedNote = (saved: string, lang: Lang): string =>
  saved === '' ? say(lang, 'targets.savedNone') : say(lang, 'targets.saved', { percent: saved })
