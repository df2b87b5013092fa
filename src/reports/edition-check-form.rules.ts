import { type Key, say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { indicatorsOf, nextCheckCode } from './edition-draft.rules.ts'
import { type FieldError, pair } from './edition-form.rules.ts'
import { readAmount, readExpression } from './expression-read.rules.ts'
import type { Check, Edition } from './form.rules.ts'

/** A check as it is typed; of the form's own kinds only the message is. */
export type CheckForm = Record<(typeof boxes)[number], string>

const boxes = ['severity', 'holds', 'x', 'y', 'messageVi', 'messageEn'] as const
const LONGEST_MESSAGE = 300

export function readCheckForm(body: Readonly<Record<string, unknown>>): CheckForm {
  const text = (name: string) => (typeof body[name] === 'string' ? clean(body[name]).replace(/\n/g, ' ') : '')
  return Object.fromEntries(boxes.map(name => [name, text(name)])) as CheckForm
}

export function formOfCheck(check: Check): CheckForm {
  const { severity, message } = check
  const own = check.kind === 'expression' ? check : null
  const { holds = '', x = '', y = '' } = own ?? {}
  return { severity, holds, x, y, messageVi: message.vi, messageEn: message.en }
}

type Writing = {
  edition: Edition
  /** Every edition there was, whose codes are not used again. */
  published: readonly Edition[]
  existing: Check | null
  lang: Lang
}

/** The check typed, or what is wrong with each box. With another severity it gets another code. */
export function checkOf(form: CheckForm, writing: Writing): { check: Check } | { errors: FieldError[] } {
  const { existing, lang } = writing
  const errors: FieldError[] = []
  const refuse = (field: string, key: Key, params = {}) =>
    errors.push({ field, text: say(lang, key, params) })
  if (!form.messageVi) refuse('messageVi', 'edition.noMessage')
  for (const name of ['messageVi', 'messageEn'] as const)
    if (form[name].length > LONGEST_MESSAGE) refuse(name, 'edition.tooLong', { most: LONGEST_MESSAGE })
  const message = pair(form.messageVi, form.messageEn)
  if (existing && existing.kind !== 'expression')
    return errors.length > 0 ? { errors } : { check: { ...existing, message } }
  errors.push(...expressionErrors(form, writing), ...placeholderErrors(form, lang))
  if (errors.length > 0) return { errors }
  return { check: build(form, writing, message) }
}

function expressionErrors({ holds, x, y }: CheckForm, { edition, lang }: Writing): FieldError[] {
  const indicators = indicatorsOf(edition)
  const condition = readExpression(holds, indicators, lang)
  const amounts = [
    { field: 'x', text: x },
    { field: 'y', text: y },
  ].filter(it => it.text !== '')
  return [
    ...('error' in condition ? [{ field: 'holds', text: condition.error }] : []),
    ...amounts.flatMap(({ field, text }) => {
      const read = readAmount(text, indicators, lang)
      return 'error' in read ? [{ field, text: read.error }] : []
    }),
  ]
}

/** A message may name {x} and {y} where they are given, and nothing else. */
function placeholderErrors(form: CheckForm, lang: Lang): FieldError[] {
  return (['messageVi', 'messageEn'] as const).flatMap(field => {
    const named = [...form[field].matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
    const wrong = named.find(name => !((name === 'x' && form.x) || (name === 'y' && form.y)))
    return wrong === undefined
      ? []
      : [{ field, text: say(lang, 'edition.badPlaceholder', { name: `{${wrong}}` }) }]
  })
}

function build(
  { severity: asked, holds, x, y }: CheckForm,
  { edition, published, existing }: Writing,
  message: Check['message'],
): Check {
  const severity = asked === 'error' ? 'error' : 'warning'
  const code =
    existing?.severity === severity ? existing.code : nextCheckCode([edition, ...published], severity)
  return { code, severity, message, kind: 'expression', holds, ...(x ? { x } : {}), ...(y ? { y } : {}) }
}
