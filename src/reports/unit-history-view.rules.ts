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
  nil: boolean
  note: string | null
  extension: string | null
  at: string | null
  neither: string
  unknown: string
  versions: { title: string; text: string | null }[]
  versionsLabel: string | null
  parts: { name: string; href: string; state: string; neither: string; unknown: string }[]
  partsLabel: string | null
  extend: string | null
}

export type MonthContext = {
  lang: Lang
  unitId: number
  extensions: ReadonlyMap<Month, Date>
  running: Month
  /** Whether the reader may give more time. */
  mayAct: boolean
}

export function viewMonth(entry: HistoryMonth, context: MonthContext): MonthView {
  const { lang, unitId, extensions, mayAct } = context
  const own = entry.merged ? null : (entry.parts[0] ?? null)
  const until = extensions.get(entry.month)
  return {
    title: formatMonth(entry.month),
    href: own?.report ? `/reports/${unitId}/${entry.month}` : null,
    state: own ? own.state : null,
    late: own?.report?.onTime === false,
    nil: own?.report?.nil ?? false,
    note: own?.state === 'returned' ? (own.report?.returnReason ?? null) : sumNote(entry, lang),
    extension: until && own ? say(lang, 'board.extended', { until: formatTime(until) }) : null,
    at: own?.report?.firstAt ? formatTime(own.report.firstAt) : null,
    neither: figure(entry.neither),
    unknown: figure(entry.unknown),
    ...versionsOf(own, lang),
    ...partsOf(entry, lang),
    extend:
      mayAct && own && wantsTime(own, entry.month, context.running)
        ? `/review/${unitId}/${entry.month}/extension`
        : null,
  }
}

/** Where more time may help: what is still owed, and the latest months, which may want a correction. */
const wantsTime = ({ state }: HistoryPart, month: Month, running: Month): boolean =>
  state === 'missing' || state === 'draft' || state === 'returned' || month >= addMonths(running, -1)

const figure = (value: number | null): string => (value === null ? '–' : formatNumber(value))

function sumNote({ merged, parts, over }: HistoryMonth, lang: Lang): string | null {
  if (!merged) return null
  const divided = parts.filter(it => it.divided).map(it => it.name)
  const sum = say(lang, 'unit.sumOver', { over, count: parts.length })
  return divided.length > 0 ? `${sum} ${say(lang, 'unit.sumDivided', { names: divided.join(', ') })}` : sum
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

function partsOf(
  { merged, parts, month }: HistoryMonth,
  lang: Lang,
): Pick<MonthView, 'parts' | 'partsLabel'> {
  if (!merged) return { parts: [], partsLabel: null }
  return {
    partsLabel: say(lang, 'unit.parts', { count: parts.length }),
    parts: parts.map(({ unitId, name, state, neither, unknown }) => ({
      name,
      href: `/reports/${unitId}/${month}`,
      state,
      neither: figure(neither),
      unknown: figure(unknown),
    })),
  }
}

/** "Hợp nhất từ …": where the unit comes from and what it became, one line for each month of change. */
export function relativesView(relatives: readonly Relative[], lang: Lang) {
  const groups = new Map<string, Relative[]>()
  for (const relative of relatives) {
    const key = `${relative.side} ${relative.effectiveMonth}`
    groups.set(key, [...(groups.get(key) ?? []), relative])
  }
  return [...groups.values()].map(group => ({
    text: say(lang, group[0]?.side === 'after' ? 'unit.after' : 'unit.before', {
      month: formatMonth(group[0]?.effectiveMonth ?? ''),
    }),
    units: group.map(({ id, name, divided }, index) => ({
      name: divided ? say(lang, 'unit.divided', { name }) : name,
      href: `/review/${id}/history`,
      last: index === group.length - 1,
    })),
  }))
}
