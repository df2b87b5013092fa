import { addMonths, type Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { HistoryMonth, HistoryPart, Relative } from './unit-history.rules.ts'

/** A commune's months as the page prints them. */
export type MonthView = {
  title: string
  href: string | null
  state: string | null
  late: boolean
  lateness: string | null
  nil: boolean
  note: string | null
  extension: string | null
  at: string | null
  neither: string
  unknown: string
  /** The figures are a sum in which somebody is missing. */
  incomplete: boolean
  versions: { title: string; text: string | null }[]
  versionsLabel: string | null
  parts: PartView[]
  partsLabel: string | null
  /** Divided predecessors, apart from the sum. */
  apart: PartView[]
  apartLabel: string | null
  extend: string | null
}

type PartView = { name: string; href: string; state: string; neither: string; unknown: string }

export type MonthContext = {
  lang: Lang
  unitId: number
  extensions: ReadonlyMap<Month, Date>
  /** By how much late months were late, in words. */
  lateness?: ReadonlyMap<Month, string>
  running: Month
  /** Whether the reader may give more time. */
  mayAct: boolean
}

/** The months, newest first; who is summed is named where it changes, and not again in every month. */
export function viewMonths(months: readonly HistoryMonth[], context: MonthContext): MonthView[] {
  const summed = (entry: HistoryMonth | undefined) => entry?.parts.map(it => it.unitId).join(' ')
  return months.map((it, at) => viewMonth(it, context, summed(it) !== summed(months[at - 1])))
}

export function viewMonth(entry: HistoryMonth, context: MonthContext, named = true): MonthView {
  const { lang, unitId, extensions } = context
  const whole = entry.parts.filter(it => !it.divided)
  // A unit that took a part of another has its own months all the same.
  const own = whole.length === 1 && whole[0]?.unitId === unitId ? whole[0] : null
  const until = extensions.get(entry.month)
  return {
    title: formatMonth(entry.month),
    href: own?.report ? `/reports/${unitId}/${entry.month}` : null,
    state: own ? own.state : null,
    late: own?.report?.onTime === false,
    lateness: context.lateness?.get(entry.month) ?? null,
    nil: own?.report?.nil ?? false,
    note: own ? returnedNote(own) : sumNote(whole, { lang, named }),
    extension: until && own ? say(lang, 'board.extended', { until: formatTime(until) }) : null,
    at: own?.report?.firstAt ? formatTime(own.report.firstAt) : null,
    neither: figure(entry.neither),
    unknown: figure(entry.unknown),
    incomplete: !own && entry.incomplete && entry.over > 0,
    ...versionsOf(own, lang),
    ...partsOf(entry, { lang, own }),
    extend: own ? extendPath(own, entry.month, context) : null,
  }
}

const extendPath = (own: HistoryPart, month: Month, { mayAct, running, unitId }: MonthContext) =>
  mayAct && wantsTime(own, month, running) ? `/review/${unitId}/${month}/extension` : null

const returnedNote = ({ state, report }: HistoryPart): string | null =>
  state === 'returned' ? (report?.returnReason ?? null) : null

/** Where more time may help: what is still owed, and the latest months, which may want a correction. */
const wantsTime = ({ state }: HistoryPart, month: Month, running: Month): boolean =>
  state === 'missing' || state === 'draft' || state === 'returned' || month >= addMonths(running, -1)

const figure = (value: number | null): string => (value === null ? '–' : formatNumber(value))

/** What the sum is made of, and who is missing in it. */
function sumNote(whole: readonly HistoryPart[], { lang, named }: { lang: Lang; named: boolean }): string {
  if (whole.length === 0) return say(lang, 'unit.nothingToSum')
  const [count, names] = [whole.length, whole.map(it => it.name).join(', ')]
  const absent = whole.filter(it => it.report?.figures == null).map(it => it.name)
  const over = count - absent.length
  if (over === 0) return say(lang, 'unit.sumOfNone', { count, names })
  if (over < count) return say(lang, 'unit.sumOfSome', { over, count, absent: absent.join(', ') })
  return named ? say(lang, 'unit.sumOfAll', { count, names }) : say(lang, 'unit.sumOf', { count })
}

function versionsOf(own: HistoryPart | null, lang: Lang): Pick<MonthView, 'versions' | 'versionsLabel'> {
  const versions = own?.report?.versions ?? []
  return {
    versionsLabel: versions.length > 0 ? say(lang, 'unit.versions', { count: versions.length }) : null,
    versions: versions.map(({ number, receipt, at, by, reason }) => ({
      title: say(lang, 'unit.version', { number, receipt, at: formatTime(new Date(at)), by }),
      text: reason || null,
    })),
  }
}

type Parts = Pick<MonthView, 'parts' | 'partsLabel' | 'apart' | 'apartLabel'>

function partsOf(
  { parts, month }: HistoryMonth,
  { lang, own }: { lang: Lang; own: HistoryPart | null },
): Parts {
  const view = ({ unitId, name, state, neither, unknown }: HistoryPart) => ({
    name,
    href: `/reports/${unitId}/${month}`,
    state,
    neither: figure(neither),
    unknown: figure(unknown),
  })
  const [whole, divided] = [own ? [] : parts.filter(it => !it.divided), parts.filter(it => it.divided)]
  return {
    partsLabel: whole.length > 0 ? say(lang, 'unit.parts', { count: whole.length }) : null,
    parts: whole.map(view),
    apartLabel: divided.length > 0 ? say(lang, 'unit.apart', { count: divided.length }) : null,
    apart: divided.map(view),
  }
}

/** Why the figures of divided units stand apart: what became of each, in a sentence. */
export function originsView(relatives: readonly Relative[], lang: Lang) {
  const divided = relatives.filter(it => it.side === 'before' && it.divided)
  const once = [...new Map(divided.map(it => [it.id, it])).values()]
  const nearest = once.sort((a, b) => Number(a.via !== null) - Number(b.via !== null))
  return nearest.map(it => ({
    text: originOf(it, lang),
    href: `/review/${it.id}/history`,
  }))
}

function originOf({ name, into, via, effectiveMonth }: Relative, lang: Lang): string {
  if (into.length > 1)
    return say(lang, 'unit.dividedInto', { name, count: into.length, into: into.join(', ') })
  if (via === null) return say(lang, 'unit.dividedPart', { name })
  return say(lang, 'unit.dividedVia', { name, via, until: formatMonth(addMonths(effectiveMonth, -1)) })
}

/**
 * Where the unit comes from and what it became, one line for each month of change and each unit on the way ("Từ tháng …,
 * Xã Đăk Rve hình thành từ …").
 */
export function relativesView(relatives: readonly Relative[], lang: Lang) {
  const groups = new Map<string, Relative[]>()
  for (const relative of relatives) {
    const key = `${relative.side} ${relative.effectiveMonth} ${relative.via ?? ''}`
    const group = groups.get(key) ?? []
    if (!group.some(it => it.id === relative.id)) groups.set(key, [...group, relative])
  }
  return [...groups.values()].sort(nearestFirst).map(group => ({
    text: groupText(group, lang),
    units: group.map(({ id, name, part }, index) => ({
      name: part ? say(lang, 'unit.divided', { name }) : name,
      href: `/review/${id}/history`,
      last: index === group.length - 1,
    })),
  }))
}

/** Where it comes from, backwards in time; then what it became, forwards; its own changes before those of others. */
function nearestFirst([a]: readonly Relative[], [b]: readonly Relative[]): number {
  if (!a || !b) return 0
  if (a.side !== b.side) return a.side === 'before' ? -1 : 1
  const later = a.effectiveMonth > b.effectiveMonth
  if (a.effectiveMonth !== b.effectiveMonth) return later === (a.side === 'before') ? -1 : 1
  return Number(a.via !== null) - Number(b.via !== null)
}

function groupText([first]: readonly Relative[], lang: Lang): string {
  const { side = 'before', via = null, effectiveMonth = '' } = first ?? {}
  const month = formatMonth(effectiveMonth)
  if (via === null) return say(lang, side === 'after' ? 'unit.after' : 'unit.before', { month })
  return say(lang, side === 'after' ? 'unit.afterVia' : 'unit.beforeVia', { month, via })
}
