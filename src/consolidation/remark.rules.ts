import { dayAt } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { fold, formatDay } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type ConsolidationTable, isNested, type Row, rowsOf } from './table.rules.ts'

/** What a row's state says in "Ghi chú": not reported, returned, late, nothing to report. */
export function stateRemarks(row: Row, lang: Lang): string[] {
  if (row.state === 'missing') return [say(lang, 'sheet.missing')]
  return [
    ...(row.state === 'returned' ? [say(lang, 'sheet.returned')] : []),
    ...(row.timing === 'late' && row.firstSubmittedAt ? [lateRemark(row, row.firstSubmittedAt, lang)] : []),
    ...(row.nil ? [say(lang, 'sheet.nil')] : []),
  ]
}

/** 'Gửi muộn 2 ngày làm việc, ngày 29/10/2026'. */
function lateRemark({ lateDays }: Row, firstAt: string, lang: Lang): string {
  const day = formatDay(dayOf(firstAt))
  return lateDays ? say(lang, 'lateness.remark', { days: lateDays, day }) : say(lang, 'sheet.late', { day })
}

/** The whole "Ghi chú" of a row: its state, then what the commune explained and noted. */
export function remarksOf(row: Row, lang: Lang): string {
  const notes = row.texts.filter(it => it.code === 'note').map(it => it.text)
  const said = [...row.explanations.map(it => it.text), ...notes].map(it => it.replace(/\s+/g, ' '))
  return [...stateRemarks(row, lang), ...new Set(said)].join('; ')
}

/** As much of a remark as a row of the main sheet can hold; the whole stands on the sheet of explanations. */
export function shortRemark(text: string, lang: Lang, limit = 220): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2))}… (${say(lang, 'sheet.seeExplanations')})`
}

/** A row with the office below it belongs to, for lists over all blocks; the office is null where there are no blocks. */
export type ListedRow = { row: Row; office: string | null }

export type Laggards = Record<'missing' | 'returned' | 'late' | 'onTime', ListedRow[]>

/** Who has not reported, who reported late, whose report was returned, who was on time. */
export function laggardsOf(table: ConsolidationTable): Laggards {
  const nested = isNested(table)
  const all = table.blocks.flatMap(({ office, rows }) =>
    rows.map(row => ({ row, office: nested ? office.name : null })),
  )
  return {
    missing: all.filter(it => it.row.state === 'missing'),
    late: all.filter(it => it.row.timing === 'late'),
    onTime: all.filter(it => it.row.timing === 'on-time' && it.row.state !== 'returned'),
    returned: all.filter(it => it.row.state === 'returned'),
  }
}

/** What a commune wrote, each under what it is about: explanations of warnings, why it corrected, measures, notes. */
export function saidBy({ explanations, version, texts }: Row): { about: string; text: string }[] {
  const { number = 1, reason = '' } = version ?? {}
  return [
    ...explanations.map(it => ({ about: it.warning, text: it.text })),
    ...(reason ? [{ about: say('vi', 'sheet.said.correction', { number }), text: reason }] : []),
    ...texts.map(it => ({ about: it.label, text: it.text })),
  ]
}

/** The communes that wrote anything. */
export const writtenIn = (table: ConsolidationTable): Row[] =>
  rowsOf(table).filter(it => saidBy(it).length > 0)

/** 'Tổng hợp 2026-10 - Sở … - bản số 7.xlsx'; `period` is a month, a year or a school year. */
export const fileNameOf = (office: string, period: string, number: number): string =>
  `${say('vi', 'sheet.fileName', { period, office, number })}.xlsx`.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')

/** The same name for a program that knows only ASCII: 'tong-hop-2026-10-so-….xlsx'. */
export function asciiName(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  const plain = fold(fileName.slice(0, dot)).replace(/[^a-z0-9]+/g, '-')
  return `${plain.replace(/^-|-$/g, '')}${fileName.slice(dot)}`
}

/** I, II, III … for the blocks of a table. */
export function roman(number: number): string {
  const marks: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let left = number
  let text = ''
  for (const [value, mark] of marks) for (; left >= value; left -= value) text += mark
  return text
}

const dayOf = (iso: string) => dayAt(new Date(iso))
