import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import type { Field, Figures } from './form.rules.ts'

/** Something to mend (error) or to explain (warning) before a report is sent. */
export type Finding = {
  /** As in `form-checks.csv`; a warning's code is also the key of its explanation, so it comes once. */
  code: string
  severity: 'error' | 'warning'
  /** Boxes: the one to go to first, then those it was compared with. */
  fields: string[]
  message: string
}

export type ParsedFigures = {
  /** One per field, null where empty or unreadable. */
  figures: Figures
  findings: Finding[]
  /** What to show in each box again: as typed, cut at a length no figure has. */
  typed: Record<string, string>
}

/** 0 to 9999: a sign, leading zeros, then up to four digits or one thousand point. */
const FIGURE = /^([+-]?)0*(\d{1,4}|[1-9]\.\d{3})$/
const SHOWN = 40
const NAMED = 5

/**
 * Figures from what a form or an API sent, by field name and nothing else (strip the page's own names first).
 * Spaces around, leading zeros ("05"), thousand points ("1.234") and the full-width digits of phone keyboards are
 * read; decimals, a comma, signs (but for signed figures), anything above 9999 and a box sent twice are H1.
 * A name that is no box of this month is H16: the page is from before a cohort opened, or forged.
 */
export function parseFigures(
  fields: readonly Field[],
  raw: Readonly<Record<string, unknown>>,
  lang: Lang = 'vi',
): ParsedFigures {
  const figures: Record<string, number | null> = {}
  const typed: Record<string, string> = {}
  const findings: Finding[] = []
  for (const { name, indicator } of fields) {
    const value = Object.hasOwn(raw, name) ? raw[name] : null
    const figure = readFigure(value, indicator.type)
    typed[name] = shown(value)
    figures[name] = figure ?? null
    if (figure === undefined) {
      const message = say(lang, indicator.type === 'signed' ? 'form.number.signed' : 'form.number')
      findings.push({ code: 'H1', severity: 'error', fields: [name], message })
    }
  }
  return { figures, typed, findings: [...findings, ...strangersIn(fields, raw, lang)] }
}

/** The number, null when empty, undefined when it is no figure. */
function readFigure(value: unknown, type: 'count' | 'signed'): number | null | undefined {
  if (value === null || value === undefined) return null
  if (typeof value !== 'string' && !Number.isInteger(value)) return undefined
  const text = plain(String(value).trim())
  if (text === '') return null
  const [, sign = '', digits = ''] = FIGURE.exec(text) ?? []
  if (digits === '' || (sign !== '' && type === 'count')) return undefined
  const size = Number(digits.replace('.', ''))
  return sign === '-' && size > 0 ? -size : size
}

/** Full-width digits, and the several signs that look like a minus, as ASCII; text too long for a figure as it is. */
const plain = (text: string): string =>
  text.length > SHOWN
    ? text
    : text
        .replace(/[\uff10-\uff19]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
        .replace(/\u200b/g, '')
        .replace(/^[-\u2212\u2013\uff0d]\s*/, '-')
        .replace(/^\uff0b/, '+')

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(' ').slice(0, SHOWN)
  if (value === null || value === undefined || typeof value === 'object') return ''
  return String(value)
    .replace(/\p{Cc}|\p{Cs}/gu, '')
    .slice(0, SHOWN)
}

function strangersIn(
  fields: readonly Field[],
  raw: Readonly<Record<string, unknown>>,
  lang: Lang,
): Finding[] {
  const known = new Set(fields.map(it => it.name))
  const strangers = Object.keys(raw).filter(name => !known.has(name))
  if (strangers.length === 0) return []
  const named = strangers.slice(0, NAMED).map(shown)
  const message = say(lang, 'form.stranger', {
    names: named.join(', ') + (strangers.length > NAMED ? '…' : ''),
  })
  return [{ code: 'H16', severity: 'error', fields: named, message }]
}
