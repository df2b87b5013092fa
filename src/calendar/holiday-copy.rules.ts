import { say } from '../words/all.ts'
import { formatDayShort } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { isWeekend, weekdayName } from './deadline.rules.ts'
import type { HolidayRow } from './holiday.rules.ts'
import { addDays, asMonth, type Day, dayIn } from './month.rules.ts'
import type { Proposed } from './notice.rules.ts'
import { inLieuOf, isInLieu, isLunar, isNextTo, isOfLastYear, occasionIn } from './notice-occasion.rules.ts'

/**
 * Last year's table as a proposal for a year that has none. What the solar calendar fixes keeps its day and month; where that
 * is a Saturday or Sunday, the next working day is proposed in lieu (Bộ luật Lao động 2019 Điều 111 khoản 3). What follows
 * the moon, and what only a notice can say (swaps, the day next to Quốc khánh), is left for a person to date.
 */
export function copiedYear(lines: readonly HolidayRow[], year: number, lang: Lang): Proposed[] {
  const own = withThoseInLieu(lines.filter(it => it.kind === 'off'))
  const line = (day: Day | '', name: string, warnings: string[] = []): Proposed => {
    return { day, kind: 'off', name, source: say('vi', 'notice.copySource', { year: year - 1 }), warnings }
  }
  const fixed = own
    .filter(it => !isLunar(it.name) && !isNextTo(it.name))
    .map(it => ({ name: it.name, day: sameDay(it.day, year) }))
  const taken = new Set(fixed.map(it => it.day))
  const dated = fixed.map(({ name, day }) => {
    if (!isWeekend(day)) return line(day, name)
    const free = nextFree(day, taken)
    taken.add(free)
    const about = { name, day: formatDayShort(day), weekday: weekdayName(day, lang) }
    return line(free, inLieuOf(`${name} (${formatDayShort(day)})`), [say(lang, 'notice.inLieu', about)])
  })
  const byHand = (day: Day) => say(lang, 'notice.dateByHand', { day: formatDayShort(day), year: year - 1 })
  const undated = own
    .filter(it => isLunar(it.name) || isNextTo(it.name))
    .map(it => line('', plainName(it.name), [byHand(it.day)]))
  return [...dated.sort((a, b) => (a.day < b.day ? -1 : 1)), ...undated]
}

/** Without what last year's line said of its own day: 'Tết Nguyên đán (tạm tính; mùng 1 = 6/2/2027)'. */
const plainName = (name: string): string =>
  isNextTo(name) ? say('vi', 'notice.name.nextTo') : (occasionIn(name)?.name ?? name)

/** Without swaps and days in lieu; a holiday that had only a day in lieu last year stands for itself again. */
function withThoseInLieu(lines: readonly HolidayRow[]): HolidayRow[] {
  const own = lines.filter(it => !isOfLastYear(it.name))
  const known = new Set(own.map(it => occasionIn(it.name)?.name))
  return lines.flatMap(it => {
    if (own.includes(it)) return [it]
    const occasion = isInLieu(it.name) ? occasionIn(it.name) : null
    if (!occasion || known.has(occasion.name)) return []
    known.add(occasion.name)
    const { name, day } = occasion
    return [{ ...it, name, day: day ? `${it.day.slice(0, 4)}-${day}` : it.day }]
  })
}

/** 29/2 becomes the 28th in a year without it. */
const sameDay = (day: Day, year: number): Day =>
  dayIn(asMonth(`${year}-${day.slice(5, 7)}`), Number(day.slice(8)))

function nextFree(day: Day, taken: ReadonlySet<Day>): Day {
  let free = addDays(day, 1)
  while (isWeekend(free) || taken.has(free)) free = addDays(free, 1)
  return free
}
