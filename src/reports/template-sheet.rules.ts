import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatTime } from '../words/vietnamese.ts'
import { parseFigures } from './check.rules.ts'
import { postedOf, type Typed } from './draft.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { startOf } from './start.rules.ts'
import {
  type CheckValues,
  checkValues,
  EXPLAIN,
  type Formula,
  MEND,
  quoted,
  type Standing,
} from './template-check.rules.ts'
import { type Address, type Layout, layoutOfReport } from './template-layout.rules.ts'

/** A commune's template with what is written into it when it is made. */
export type TemplateSheet = {
  layout: Layout
  values: ReadonlyMap<Address, Value>
  /** A box turns red while one of its formulas is true; empty ones are yellow, not red. */
  reds: ReadonlyMap<Address, string[]>
  /** What stood in the portal: of the draft the boxes were filled from, and of the version that counted. */
  stands: { revision: number; sent: number }
}

export type Value = string | number | Formula

/**
 * The boxes start as the form does: from the draft, else from what was sent, else empty. A draft is the commune's
 * own, so an office's templates start from what was sent; a draft there is then met as a conflict (revision 0).
 */
export function templateSheet(open: OpenReport, { withDraft }: { withDraft: boolean }): TemplateSheet {
  const { kept, current, edition, fields } = open
  const shown = withDraft ? open : { ...open, kept: { ...kept, draft: null } }
  const { typed, reason } = startOf(shown, 'vi')
  const layout = layoutOfReport(open)
  const posted = postedOf({ raw: typed, reason }, edition)
  const { figures, findings } = parseFigures(fields, posted.boxes)
  const unread = findings.filter(it => it.code === 'H1').flatMap(it => it.fields)
  const standing: Standing = { figures, texts: posted.texts, explanations: posted.explanations, unread }
  const checked = checkValues(open, layout, standing)
  return {
    layout,
    values: new Map<Address, Value>([
      ...beforeValues(open, layout),
      ...typedValues(layout, typed, standing),
      ...(reason === '' ? [] : [[layout.reason, reason] as const]),
      ...checked.flatMap(it => [[it.line.state, it.state] as const, [it.line.message, it.message] as const]),
      ...liveValues(shown, layout, checked),
    ]),
    reds: redsOf(checked, layout),
    stands: { revision: kept.draft && !withDraft ? 0 : kept.revision, sent: current?.number ?? 0 },
  }
}

function beforeValues({ before }: OpenReport, layout: Layout): [Address, Value][] {
  return [...layout.before].flatMap(([name, address]) => {
    const figure = before.figures?.[name] ?? null
    return figure === null ? [] : [[address, figure]]
  })
}

/** A box that holds no figure keeps what was typed, so that it can be seen and mended. */
function typedValues(
  layout: Layout,
  typed: Typed,
  { figures, texts, explanations }: Standing,
): [Address, Value][] {
  const boxes = [...layout.cells].map(
    ([name, address]) => [address, figures[name] ?? typed[name] ?? ''] as const,
  )
  const written = [...layout.texts].map(([code, address]) => [address, texts[code] ?? ''] as const)
  const said = [...layout.explanations].map(([code, address]) => [address, explanations[code] ?? ''] as const)
  return [...boxes, ...written, ...said].flatMap(([address, value]) =>
    value === '' ? [] : [[address, value]],
  )
}

function liveValues(open: OpenReport, layout: Layout, checked: readonly CheckValues[]): [Address, Value][] {
  const [about, boxes, left] = layout.live
  const month = formatMonth(open.before.month)
  const before = say('vi', open.before.figures ? 'template.beforeMonth' : 'template.beforeUnknown', { month })
  return [
    [about, aboutLine(open)],
    [boxes, `${filledFrom(open)} ${before}`],
    [left, leftLine(checked)],
  ]
}

function aboutLine({ officeName, window, deadline }: OpenReport): string {
  const [from, to] = [deadline.periodFrom, deadline.cutOff].map(formatDay)
  return say('vi', 'template.about', {
    office: officeName,
    due: formatTime(window.due),
    from: from ?? '',
    to: to ?? '',
  })
}

function filledFrom({ kept, current }: OpenReport): string {
  if (kept.draft)
    return say('vi', 'template.fromDraft', {
      by: kept.savedBy ?? '',
      at: kept.savedAt ? formatTime(kept.savedAt) : '',
    })
  if (!current) return say('vi', 'template.fresh')
  const { by, at, number } = current
  return say('vi', 'template.fromSent', { by, at: formatTime(at), number })
}

/** How many lines of the checks still ask for something. */
function leftLine(checked: readonly CheckValues[]): Formula {
  const states = checked.map(it => it.line.state)
  const range = `${states[0]}:${states.at(-1)}`
  const count = (word: string) => `COUNTIF(${range},${quoted(word)})`
  const stand = (word: string) =>
    checked.filter(it => typeof it.state !== 'string' && it.state.result === word).length
  const [errors, warnings] = [MEND, EXPLAIN].map(stand)
  const ready = say('vi', 'template.ready')
  const sentence = say('vi', 'template.left', { errors: '{e}', warnings: '{w}' }).split(/(\{[ew]\})/)
  const counted = (formulas: string[], text: (it: string) => string) =>
    sentence.map(it => (it === '{e}' ? (formulas[0] ?? '') : it === '{w}' ? (formulas[1] ?? '') : text(it)))
  return {
    formula: `IF(${count(MEND)}+${count(EXPLAIN)}=0,${quoted(ready)},${counted([count(MEND), count(EXPLAIN)], quoted).join('&')})`,
    result: errors || warnings ? counted([String(errors), String(warnings)], it => it).join('') : ready,
  }
}

/** Errors alone are red, and an empty box is none: it waits. */
function redsOf(checked: readonly CheckValues[], layout: Layout): Map<Address, string[]> {
  const reds = new Map<Address, string[]>()
  for (const { line, hits } of checked) {
    if (line.check?.severity === 'warning' || line.check?.kind === 'required') continue
    for (const { fields, when } of hits) {
      const [first = ''] = fields
      const address = layout.cells.get(first) ?? layout.texts.get(first)
      if (address) reds.set(address, [...(reds.get(address) ?? []), when])
    }
  }
  return reds
}
