import { dayAt, type Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatClock, formatDay, formatMonth } from '../words/vietnamese.ts'

/** What an office's own sentence may name; each is filled in per commune when the letter is decided. */
export const templateFields = ['don_vi', 'ky', 'han', 'con_lai'] as const
export type TemplateField = (typeof templateFields)[number]

/** A field in braces, or a brace that belongs to none. */
const FIELD = /\{([^{}]*)\}|[{}]/g

/** The fields of a sentence that do not exist, as typed; a brace without its other half counts as one. */
export function unknownFields(text: string): string[] {
  const unknown = [...text.matchAll(FIELD)].filter(([, name]) => !isField(name)).map(([typed]) => typed)
  return [...new Set(unknown)]
}

const isField = (name: string | undefined): name is TemplateField =>
  templateFields.some(field => field === name)

/** What a sentence is filled with. `left`: working days to the due date, 0 on the day, negative after. */
export type Filling = { unitName: string; month: Month; due: Date; left: number }

export function fillSentence(text: string, { unitName, month, due, left }: Filling): string {
  const values: Record<TemplateField, string> = {
    don_vi: unitName,
    ky: formatMonth(month),
    han: say('vi', 'reminders.moment', { time: formatClock(due), day: formatDay(dayAt(due)) }),
    con_lai: sayLeft(left),
  }
  return text.replaceAll(FIELD, (typed, name?: string) => (isField(name) ? values[name] : typed))
}

function sayLeft(left: number): string {
  if (left === 0) return say('vi', 'reminders.left.today')
  return say('vi', left > 0 ? 'reminders.left.days' : 'reminders.left.over', { days: Math.abs(left) })
}
