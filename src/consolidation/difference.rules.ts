import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { changesBetween, type UnitChange } from './changes.rules.ts'
import { fileSafe } from './snapshot-list.rules.ts'
import { type ConsolidationTable, rowsOf, type TableColumn } from './table.rules.ts'

/** One end of a comparison: a numbered copy, or the figures as they are now (number null). */
export type End = { number: number | null; at: Date; table: ConsolidationTable }

/** A version between the two ends: who sent it, when, and why. */
export type Step = { number: number; by: string; at: Date; reason: string }

export type Difference = {
  office: string
  month: Month
  from: { number: number | null; at: Date }
  to: { number: number | null; at: Date }
  units: (UnitChange & { steps: Step[] })[]
  cells: number
}

/**
 * What changed from one end to the other, every commune with each version that was sent in between.
 * @param versions of the communes that changed, oldest first, as versionsOf gives them
 */
export function differenceOf(
  from: End,
  to: End,
  versions: readonly (Step & { unitId: number })[],
): Difference {
  const [before, after] = [numbersIn(from.table), numbersIn(to.table)]
  const units = changesBetween(from.table, to.table).map(change => ({
    ...change,
    steps: versions
      .filter(
        ({ unitId, number }) =>
          unitId === change.unitId &&
          number > (before.get(unitId) ?? 0) &&
          number <= (after.get(unitId) ?? 0),
      )
      .map(({ number, by, at, reason }) => ({ number, by, at, reason })),
  }))
  return {
    office: to.table.office.name,
    month: to.table.month,
    from: { number: from.number, at: from.at },
    to: { number: to.number, at: to.at },
    units,
    cells: units.reduce((sum, it) => sum + it.cells.length, 0),
  }
}

/** Which version of each commune a table counted. */
const numbersIn = (table: ConsolidationTable) =>
  new Map(rowsOf(table).map(it => [it.unitId, it.version?.number ?? 0]))

/** 'Số nữ (2026)' */
export const columnLabel = ({ head, cohort }: TableColumn, lang: Lang): string =>
  cohort === null ? head[lang] : `${head[lang]} (${cohort})`

export const figureText = (value: number | null, lang: Lang): string =>
  value === null ? say(lang, 'consolidation.change.empty') : formatNumber(value)

const UNITS_SHOWN = 200

/** The difference as its page shows it; a page of thousands helps nobody, the Excel has them all. */
export function shownDifference({ units, cells }: Difference, lang: Lang) {
  const left = units.length - UNITS_SHOWN
  return {
    count: say(lang, 'snapshot.diff.count', {
      count: formatNumber(units.length),
      cells: formatNumber(cells),
    }),
    units: units.slice(0, UNITS_SHOWN).map(it => ({
      name: it.name,
      what: say(lang, `consolidation.change.${it.kind}`),
      onlyTexts: it.kind === 'corrected' && it.cells.length === 0,
      cells: it.cells.map(cell => ({
        label: columnLabel(cell.column, lang),
        from: figureText(cell.from, lang),
        to: figureText(cell.to, lang),
      })),
      steps: it.steps.map(({ number, by, at, reason }) => ({
        text: say(lang, 'snapshot.diff.version', { number, by, at: formatTime(at) }),
        reason: reason ? say(lang, 'consolidation.change.reason', { reason }) : '',
      })),
    })),
    more: left > 0 ? say(lang, 'snapshot.diff.more', { count: formatNumber(left) }) : '',
  }
}

/** 'Từ bản số 7 (lập lúc …) đến số liệu lúc …' */
export function endsLine({ from, to }: Difference, lang: Lang): string {
  const ends = { number: from.number ?? '', at: formatTime(from.at), now: formatTime(to.at) }
  return to.number === null
    ? say(lang, 'snapshot.diff.toNow', ends)
    : say(lang, 'snapshot.diff.toCopy', { ...ends, to: to.number })
}

/** 'Đối chiếu 2026-10 - Sở … - bản số 7 đến hiện tại.xlsx' */
export function differenceFileName({ office, month, from, to }: Difference): string {
  const end =
    to.number === null
      ? say('vi', 'snapshot.diff.toNowShort')
      : say('vi', 'snapshot.diff.toShort', { number: to.number })
  const name = say('vi', 'snapshot.diff.fileName', {
    period: month,
    office,
    number: from.number ?? '',
    to: end,
  })
  return fileSafe(`${name}.xlsx`)
}
