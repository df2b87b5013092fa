import type { Deadline } from '../calendar/deadline.rules.ts'
import { addDays, at, dayAt } from '../calendar/month.rules.ts'
import { checkReport } from '../reports/check.rules.ts'
import { cohortsOf, type Edition, type Figures, fieldsOf } from '../reports/form.rules.ts'
import { receiptNumber } from '../reports/report.rules.ts'
import { say } from '../words/all.ts'
import { chanceOf } from './chance.rules.ts'
import type { NewReport, NewVersion } from './row.rules.ts'
import type { TrialReport } from './world.rules.ts'

export type Writing = {
  edition: Edition
  deadline: Deadline
  person: { id: number; name: string } | undefined
  officerId: number
  /** The reports just before this one in the list, the oldest first; only the same commune's count. */
  before: readonly TrialReport[]
}

/** A made-up report as rows: judged by the same checks as a real one, its warnings explained. */
export function writeReport(report: TrialReport, writing: Writing): NewReport {
  const { unitId, month, course } = report
  const { person, deadline, officerId } = writing
  if (!person) throw new Error(`nobody reports for unit ${unitId}`)
  const first = course.sent[0] ?? null
  const draft = course.state === 'draft' ? { raw: halfTyped(report), key: keyOf(report, 0) } : null
  return {
    unitId,
    month,
    state: course.state,
    draft,
    currentVersion: course.sent.length || null,
    firstSubmittedAt: first,
    onTime: first && first <= deadline.due,
    personId: person.id,
    decidedBy: course.decidedAt ? officerId : null,
    decidedAt: draft ? at(addDays(deadline.cutOff, 2), 15, 20) : course.decidedAt,
    returnReason: course.returnReason && say('vi', course.returnReason),
    versions: course.sent.map((at, index) => writeVersion(report, { ...writing, person }, { at, index })),
  }
}

function writeVersion(
  report: TrialReport,
  writing: Writing & { person: { name: string } },
  { at, index }: { at: Date; index: number },
): NewVersion {
  const { edition, deadline, person } = writing
  const figures = report.figures[index] ?? {}
  const history = writing.before
    .filter(it => it.unitId === report.unitId)
    .map(it => it.figures.at(-1) ?? {})
    .reverse()
  const texts = { actions: say('vi', 'trial.actions'), proposals: '', note: '' }
  const late = index === 0 && at > deadline.due ? dayAt(deadline.due) : null
  const fields = fieldsOf(edition, cohortsOf(edition, report.month), new Set())
  const [previous = null, ...earlier] = history
  const findings = checkReport({ edition, fields, figures, texts, previous, earlier, late })
  const faults = findings.filter(it => it.severity === 'error')
  if (faults.length > 0) throw new Error(`a made-up report has errors: ${JSON.stringify(faults)}`)
  return {
    number: index + 1,
    receipt: receiptNumber(report.month, report.code, index + 1),
    figures,
    texts,
    explanations: Object.fromEntries(findings.map(it => [it.code, explanationOf(it.code)])),
    warnings: findings,
    reason: index > 0 ? say('vi', 'trial.correction') : '',
    requestKey: keyOf(report, index),
    by: person.name,
    at,
  }
}

function explanationOf(code: string): string {
  if (code === 'W10') return say('vi', 'trial.explainLate')
  return say('vi', code === 'W4' ? 'trial.explainMoved' : 'trial.explain')
}

/** A draft left half way: the first boxes filled, the rest still empty. */
function halfTyped({ figures }: TrialReport): Record<string, string> {
  const boxes = Object.entries(figures[0] ?? ({} as Figures)).filter(([name]) => name.includes('@'))
  return Object.fromEntries(
    boxes.slice(0, Math.ceil(boxes.length / 2)).map(([name, figure]) => [name, String(figure ?? '')]),
  )
}

/** A request key like a browser's, but the same on every run. */
function keyOf({ code, month, unitId }: TrialReport, index: number): string {
  const chance = chanceOf(`key ${code} ${unitId} ${month} ${index}`)
  const hex = Array.from({ length: 32 }, () => chance.whole(0, 15).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
