import { dayAt, type Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import {
  compareVietnamese,
  formatDayShort,
  formatMonth,
  formatNumber,
  formatTime,
} from '../words/vietnamese.ts'

/** A commune for the text: its kind ('Xã'), its bare name, whether it has reported, and its own due date if it has one. */
export type Named = {
  type: string
  name: string
  submittedAt: Date | null
  extensionUntil: Date | null
}

export type ZaloContext = { month: Month; due: Date; now: Date; url: string }

/** So few are named in one sentence, each with its kind; more are listed kind by kind. */
const IN_A_SENTENCE = 5
/** A chat message much longer than this is cut or folded away. */
const LONGEST = 1800

/**
 * The text for the office's chat group: how many have not reported, until when, and who, listed kind by kind so that it
 * can be read on a phone. Several messages when one would be too long. Always Vietnamese: it is written to the communes.
 */
export function zaloTexts(units: readonly Named[], context: ZaloContext): string[] {
  const missing = units.filter(({ submittedAt }) => submittedAt === null)
  const counts = { missing: formatNumber(missing.length), expected: formatNumber(units.length) }
  const kinds = kindsOf(units)
  const about = { ...counts, kinds: kinds.join(', ').toLowerCase(), month: formatMonth(context.month) }
  if (missing.length === 0) return units.length > 0 ? [say('vi', 'zalo.complete', about)] : []
  const { due, now, url } = context
  const head = say('vi', now <= due ? 'zalo.head' : 'zalo.headOverdue', { ...about, due: formatTime(due) })
  const foot = say('vi', 'zalo.foot', { url })
  if (missing.length <= IN_A_SENTENCE)
    return [
      `${head} ${sorted(missing)
        .map(it => inFull(it, context))
        .join(', ')}.\n${foot}`,
    ]
  const lines = kinds.flatMap(kind => {
    const those = sorted(missing.filter(({ type }) => type === kind))
    const names = those.map(it => `${it.name}${ownDue(it, context)}`)
    return linesOf(say('vi', 'zalo.kind', { kind, count: formatNumber(those.length) }), names)
  })
  return packed(head, lines, foot)
}

/** The kinds that report to the office, the most numerous first: 'Xã', 'Phường', 'Đặc khu'. */
function kindsOf(units: readonly Named[]): string[] {
  const count = new Map<string, number>()
  for (const { type } of units) count.set(type, (count.get(type) ?? 0) + 1)
  return [...count].sort(([a, many], [b, few]) => few - many || compareVietnamese(a, b)).map(([type]) => type)
}

const sorted = (units: readonly Named[]): Named[] =>
  [...units].sort((a, b) => compareVietnamese(a.name, b.name))

const inFull = (unit: Named, context: ZaloContext): string =>
  `${unit.type.toLowerCase()} ${unit.name}${ownDue(unit, context)}`

/** ' (gia hạn đến 30/11)': whoever was given more time is not to be called late. */
function ownDue({ extensionUntil }: Named, { due }: ZaloContext): string {
  if (!extensionUntil || extensionUntil <= due) return ''
  return say('vi', 'zalo.extended', { day: formatDayShort(dayAt(extensionUntil)) })
}

/** A kind's names on one line, or on several where one would not fit into a message of its own. */
function linesOf(label: string, names: readonly string[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const name of names) {
    if (line && line.length + name.length > LONGEST / 2) {
      lines.push(`${line},`)
      line = ''
    }
    line = line ? `${line}, ${name}` : lines.length > 0 ? name : `${label} ${name}`
  }
  return line ? [...lines, line] : lines
}

/** Whole lines into as few messages as possible, each with its head, the last with the way to the portal. */
function packed(head: string, lines: readonly string[], foot: string): string[] {
  const bodies: string[] = []
  let body = ''
  for (const line of lines) {
    if (body && head.length + body.length + line.length + foot.length > LONGEST) {
      bodies.push(body)
      body = ''
    }
    body += `\n${line}`
  }
  bodies.push(body)
  return bodies.map((each, index) => {
    const part = bodies.length > 1 ? say('vi', 'zalo.part', { part: index + 1, parts: bodies.length }) : ''
    return `${part}${head}${each}${index === bodies.length - 1 ? `\n${foot}` : ''}`
  })
}
