import { z } from 'zod'
import { isMonth, type Month } from '../calendar/month.rules.ts'
import { codesIn, type WrittenCheck } from './expression-judge.rules.ts'
import { readAmount, readExpression } from './expression-read.rules.ts'
import type { Check, Edition, Indicator } from './form.rules.ts'

/** The shape of an edition's file, and what must agree within it before a month may use it. */

const code = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const codes = z.array(code).min(1)
const bilingual = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1) })
const written = z.string().trim().min(1)
const threshold = { atLeast: z.int().min(1), percent: z.number().min(0).max(1000) }
const textCode = z.enum(['actions', 'proposals', 'note'])

const indicator = z.strictObject({
  code,
  label: bilingual,
  short: z.exactOptional(bilingual),
  hint: z.exactOptional(bilingual),
  scope: z.enum(['cohort', 'all']),
  type: z.enum(['count', 'signed']),
  required: z.boolean().default(true),
  switch: z.exactOptional(code),
  partOf: z.exactOptional(code),
  carries: z.exactOptional(z.boolean()),
  initial: z.exactOptional(z.literal(0)),
  sensitive: z.exactOptional(z.boolean()),
})

const section = z.strictObject({
  code,
  title: bilingual,
  short: z.exactOptional(bilingual),
  intro: z.exactOptional(bilingual),
  switch: z.exactOptional(code),
  indicators: z.array(indicator).min(1),
})

const head = {
  code: z.string().regex(/^[HW]\d{1,3}$/),
  severity: z.enum(['error', 'warning']),
  message: bilingual,
}

const check = z.discriminatedUnion('kind', [
  z.strictObject({ ...head, kind: z.literal('required') }),
  z.strictObject({ ...head, kind: z.literal('atMost'), parts: codes, limits: codes }),
  z.strictObject({ ...head, kind: z.enum(['sumEquals', 'sumAtMost']), parts: codes, total: code }),
  z.strictObject({
    ...head,
    kind: z.literal('overlapAtLeast'),
    part: code,
    of: z.tuple([code, code]),
    total: code,
  }),
  z.strictObject({ ...head, kind: z.literal('needsNote'), indicator: code, text: textCode }),
  z.strictObject({ ...head, kind: z.literal('flow'), stock: code, plus: codes, minus: codes }),
  z.strictObject({
    ...head,
    kind: z.literal('jump'),
    indicator: code,
    ...threshold,
    season: z.strictObject(threshold),
  }),
  z.strictObject({ ...head, kind: z.literal('same'), indicator: code, periods: z.int().min(1).max(12) }),
  z.strictObject({ ...head, kind: z.literal('differs'), indicator: code }),
  z.strictObject({ ...head, kind: z.literal('ratioAbove'), part: code, total: code, ...threshold }),
  z.strictObject({
    ...head,
    kind: z.literal('allOrNone'),
    part: code,
    total: code,
    atLeast: threshold.atLeast,
  }),
  z.strictObject({ ...head, kind: z.literal('late') }),
  z.strictObject({
    ...head,
    kind: z.literal('expression'),
    holds: written,
    x: z.exactOptional(written),
    y: z.exactOptional(written),
  }),
])

const shape = z.strictObject({
  code: z.string().min(1).max(40),
  title: bilingual,
  effectiveFrom: z.custom<Month>(value => typeof value === 'string' && isMonth(value), 'is not a month'),
  cohortCount: z.int().min(1).max(6),
  cohortOpens: z.int().min(1).max(12),
  headline: code,
  unknown: code,
  sections: z.array(section).min(1),
  texts: z.array(z.strictObject({ code: textCode, label: bilingual, maxLength: z.int().min(1).max(5000) })),
  checks: z.array(check),
  definitions: z.array(bilingual),
})

const edition = shape.superRefine((parsed, context) => {
  for (const message of contradictionsIn(parsed)) context.addIssue({ code: 'custom', message })
})

/**
 * An edition from its JSON.
 * @throws ZodError naming every fault: a wrong shape, a code used twice, a check or part that names no indicator,
 * a sum that holds its own total, a severity that contradicts the check's letter.
 */
export const parseEdition = (json: unknown): Edition => edition.parse(json)

/** What is wrong with it, for whoever looks after the portal; none when it can be published. */
export const faultsIn = (json: unknown): string[] =>
  edition.safeParse(json).error?.issues.map(it => it.message) ?? []

/** The same of one that is still being written, which may not agree with itself yet; null when its shape is wrong. */
export const readDraft = (json: unknown): Edition | null => shape.safeParse(json).data ?? null

function contradictionsIn(parsed: Edition): string[] {
  const indicators = parsed.sections.flatMap(it => it.indicators)
  const byCode = new Map(indicators.map(it => [it.code, it]))
  const missing = (where: string, named: readonly string[]) =>
    named.filter(it => !byCode.has(it)).map(it => `${where} names the unknown indicator "${it}"`)
  return [
    ...repeated([...indicators, ...parsed.texts].map(it => it.code)).map(
      it => `the code "${it}" is used twice`,
    ),
    ...repeated(parsed.sections.map(it => it.code)).map(it => `the section "${it}" is there twice`),
    ...repeated(parsed.checks.map(it => it.code)).map(it => `the check "${it}" is there twice`),
    ...indicators.flatMap(it => missing(it.code, it.partOf ? [it.partOf] : [])),
    ...indicators
      .filter(it => it.partOf && wholesOf(it.code, byCode).includes(it.code))
      .map(it => `${it.code} is a part of itself`),
    ...[parsed.headline, parsed.unknown]
      .filter(it => byCode.get(it)?.scope !== 'cohort')
      .map(it => `the headline "${it}" is no indicator by cohort`),
    ...parsed.checks.flatMap(it =>
      it.kind === 'expression'
        ? writtenFaults(it, indicators)
        : [...missing(it.code, indicatorsIn(it)), ...faultsOf(it, parsed)],
    ),
    ...parsed.checks
      .filter(isAgainstItsLetter)
      .map(it => `${it.code} is marked ${it.severity} against its letter`),
  ]
}

/** Errors are H, warnings W, and explanations of warnings are kept by that code. */
const isAgainstItsLetter = ({ code, severity }: Check): boolean =>
  code.startsWith('H') !== (severity === 'error')

function writtenFaults(it: WrittenCheck, indicators: readonly Indicator[]): string[] {
  const amounts = [it.x, it.y].filter(written => written !== undefined)
  const read = [
    readExpression(it.holds, indicators, 'en'),
    ...amounts.map(written => readAmount(written, indicators, 'en')),
  ]
  return read.flatMap(found => ('error' in found ? [`${it.code}: ${found.error}`] : []))
}

function faultsOf(it: Check, { texts }: Edition): string[] {
  const inItself = 'total' in it && 'parts' in it && it.parts.includes(it.total)
  const twice = 'parts' in it && repeated(it.parts).length > 0
  const noText = it.kind === 'needsNote' && !texts.some(box => box.code === it.text)
  return [
    ...(inItself ? [`${it.code} sums its own total`] : []),
    ...(twice ? [`${it.code} counts a part twice`] : []),
    ...(noText ? [`${it.code} asks for a text that the form lacks`] : []),
  ]
}

/** Every indicator a check speaks of. */
export function indicatorsIn(it: Check): readonly string[] {
  switch (it.kind) {
    case 'required':
    case 'late':
      return []
    case 'atMost':
      return [...it.parts, ...it.limits]
    case 'sumEquals':
    case 'sumAtMost':
      return [...it.parts, it.total]
    case 'overlapAtLeast':
      return [it.part, ...it.of, it.total]
    case 'flow':
      return [it.stock, ...it.plus, ...it.minus]
    case 'ratioAbove':
    case 'allOrNone':
      return [it.part, it.total]
    case 'expression':
      return codesIn(it)
    default:
      return [it.indicator]
  }
}

/** What an indicator is part of, the nearest first; a circle ends where it closes. */
export function wholesOf(start: string, byCode: ReadonlyMap<string, { partOf?: string }>): string[] {
  const wholes: string[] = []
  for (let next = byCode.get(start)?.partOf; next && !wholes.includes(next); next = byCode.get(next)?.partOf)
    wholes.push(next)
  return wholes
}

const repeated = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) !== index)
