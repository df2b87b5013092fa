import type { Month } from '../calendar/month.rules.ts'
import { measureRules } from '../targets/target.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { leadColumns } from './column.rules.ts'
import { faultsIn, indicatorsIn, wholesOf } from './edition.rules.ts'
import { readAmount, readExpression } from './expression-read.rules.ts'
import type { Check, Edition, Indicator } from './form.rules.ts'

/** Whether an edition may be published: what series, papers and months already reported depend on stays true. */

export type Publishing = {
  edition: Edition
  /** Every edition there is, the oldest first. */
  published: readonly Edition[]
  /** The newest month of which anything was typed or sent; null when nothing was. */
  lastReported: Month | null
}

/** Every reason against it, in words for who wrote it; none when it can be published. */
export const refusalsOf = (publishing: Publishing, lang: Lang = 'vi'): string[] => [
  ...monthFaults(publishing, lang),
  ...draftRefusals(publishing, lang),
]

/** The same without the month, which is chosen last. What has no words of its own is said last and in general. */
export function draftRefusals(publishing: Omit<Publishing, 'lastReported'>, lang: Lang = 'vi'): string[] {
  const { edition } = publishing
  const faults = [
    ...sectionFaults(edition, lang),
    ...edition.sections.flatMap(it => it.indicators).flatMap(it => codeFaults(it, publishing, lang)),
    ...circleFaults(edition, lang),
    ...neededFaults(publishing, lang),
    ...edition.checks.flatMap(it => checkFaults(it, edition, lang)),
  ]
  const [other] = faults.length > 0 ? [] : faultsIn(edition)
  return other === undefined ? faults : [say(lang, 'edition.unsound', { fault: other })]
}

/** One is a part of another which is a part of the first. */
function circleFaults({ sections }: Edition, lang: Lang): string[] {
  const indicators = sections.flatMap(it => it.indicators)
  const byCode = new Map(indicators.map(it => [it.code, it]))
  return indicators
    .filter(it => wholesOf(it.code, byCode).includes(it.code))
    .map(it => say(lang, 'edition.circle', { label: it.label[lang] }))
}

function monthFaults({ edition, published, lastReported }: Publishing, lang: Lang): string[] {
  const month = formatMonth(edition.effectiveFrom)
  const last = published.at(-1)
  const isBehind = last !== undefined && edition.effectiveFrom <= last.effectiveFrom
  const isReported = lastReported !== null && edition.effectiveFrom <= lastReported
  return [
    ...(isBehind
      ? [say(lang, 'expression.publish.behind', { month, last: formatMonth(last.effectiveFrom) })]
      : []),
    ...(isReported
      ? [say(lang, 'expression.publish.reported', { month, last: formatMonth(lastReported) })]
      : []),
  ]
}

function sectionFaults({ sections }: Edition, lang: Lang): string[] {
  const codes = sections.flatMap(it => it.indicators).map(it => it.code)
  const twice = new Set(codes.filter((code, at) => codes.indexOf(code) !== at))
  return [
    ...sections
      .filter(it => it.indicators.length === 0)
      .map(it => say(lang, 'expression.publish.empty', { section: it.title[lang] })),
    ...[...twice].map(code => say(lang, 'expression.publish.twice', { code })),
  ]
}

/** Names that the form's own post, a text or a column of the open data has. */
const RESERVED = new Set<string>([
  ...['act', 'revision', 'request_key', 'correction', 'actions', 'proposals', 'note'],
  ...leadColumns,
])

/** A code means for ever what it first meant, even after it was retired: series join by it. */
function codeFaults(
  { code, label, scope, type, partOf }: Indicator,
  { edition, published }: Pick<Publishing, 'edition' | 'published'>,
  lang: Lang,
): string[] {
  const earlier = published.flatMap(it => it.sections).flatMap(it => it.indicators)
  const other = earlier.find(it => it.code === code && (it.scope !== scope || it.type !== type))
  const known = edition.sections.some(it => it.indicators.some(one => one.code === partOf))
  return [
    ...(RESERVED.has(code) ? [say(lang, 'expression.publish.ours', { code })] : []),
    ...(other ? [say(lang, 'expression.publish.reused', { code, label: other.label[lang] })] : []),
    ...(partOf !== undefined && !known
      ? [say(lang, 'expression.publish.partOf', { label: label[lang], code: partOf })]
      : []),
  ]
}

/** The figures the portal exists for, and those of every share with a target: there in each commune's form. */
export const neededCodes = ({ headline, unknown }: Edition): string[] => [
  ...new Set([headline, unknown, ...measureRules.flatMap(it => [...it.parts, it.whole])]),
]

function neededFaults(
  { edition, published }: Pick<Publishing, 'edition' | 'published'>,
  lang: Lang,
): string[] {
  const last = published.at(-1) ?? edition
  const isOther = edition.headline !== last.headline || edition.unknown !== last.unknown
  const missing = neededCodes(last).flatMap(code => {
    const section = edition.sections.find(it => it.indicators.some(one => one.code === code))
    const indicator = section?.indicators.find(it => it.code === code)
    const label = labelIn(published, code, lang)
    if (!section || !indicator) return [say(lang, 'expression.publish.needed', { code, label })]
    const isOptional = section.switch !== undefined || indicator.switch !== undefined || !indicator.required
    return isOptional ? [say(lang, 'expression.publish.always', { code, label })] : []
  })
  return isOther ? [...missing, say(lang, 'expression.publish.headline')] : missing
}

function labelIn(published: readonly Edition[], code: string, lang: Lang): string {
  const named = published.flatMap(it => it.sections).flatMap(it => it.indicators)
  return named.findLast(it => it.code === code)?.label[lang] ?? code
}

/** What the portal itself finds bears these codes. */
const OWN_FINDINGS = new Set(['H1', 'H12', 'H15', 'H16', 'H17', 'H18', 'H19', 'H20'])

function checkFaults(check: Check, edition: Edition, lang: Lang): string[] {
  const { code } = check
  const isTwice = edition.checks.filter(it => it.code === code)[0] !== check
  return [
    ...(OWN_FINDINGS.has(code) ? [say(lang, 'expression.publish.ownFinding', { code })] : []),
    ...(isTwice ? [say(lang, 'expression.publish.checkTwice', { code })] : []),
    ...speechFaults(check, edition, lang),
  ]
}

function speechFaults(check: Check, { sections }: Edition, lang: Lang): string[] {
  const indicators = sections.flatMap(it => it.indicators)
  if (check.kind !== 'expression')
    return indicatorsIn(check)
      .filter(code => !indicators.some(it => it.code === code))
      .map(code => say(lang, 'expression.publish.gone', { check: check.code, code }))
  const amounts = [check.x, check.y].filter(it => it !== undefined)
  const read = [
    readExpression(check.holds, indicators, lang),
    ...amounts.map(it => readAmount(it, indicators, lang)),
  ]
  return read.flatMap(it => ('error' in it ? [`${check.code}: ${it.error}`] : []))
}
