import { say } from '../words/all.ts'
import { formatDay, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { CellChange, UnitChange } from './changes.rules.ts'
import { columnLabel, figureText } from './difference.rules.ts'
import type { Dispatch } from './dispatch.rules.ts'

type Since = { number: number; changes: readonly UnitChange[] }

/** A sentence over the table on what has changed since a copy, with the first communes and the way to all of them. */
export type Banner = {
  text: string
  link: { href: string; label: string } | null
  units: { name: string; what: string; meta: string; reason: string; cells: string[]; more: string }[]
  more: string
}

/** Since the copy signed and sent, and since the reader's own. `path` is the month's page. */
export function bannersOf(
  { mine, sent }: { mine: Since | null; sent: (Since & { dispatch: Dispatch }) | null },
  path: string,
  lang: Lang,
): Banner[] {
  const banner = (text: string, { number, changes }: Since): Banner => ({
    text,
    link:
      changes.length > 0
        ? { href: `${path}/changes/${number}`, label: say(lang, 'snapshot.allChanges') }
        : null,
    ...listed(changes, lang),
  })
  return [
    ...(sent ? [banner(sentText(sent, lang), sent)] : []),
    ...(mine && mine.number !== sent?.number ? [banner(mineText(mine, lang), mine)] : []),
  ]
}

function sentText({ number, changes, dispatch }: Since & { dispatch: Dispatch }, lang: Lang): string {
  const count = formatNumber(changes.length)
  const said = { number, document: dispatch.documentNumber, day: formatDay(dispatch.documentDay) }
  return changes.length === 0
    ? say(lang, 'snapshot.sentSame', said)
    : say(lang, 'snapshot.sentChanged', { count, ...said })
}

const mineText = ({ number, changes }: Since, lang: Lang): string =>
  changes.length === 0
    ? say(lang, 'consolidation.unchanged', { number })
    : say(lang, 'consolidation.changed', { count: formatNumber(changes.length), number })

const UNITS_SHOWN = 50
const CELLS_SHOWN = 12

function listed(changes: readonly UnitChange[], lang: Lang): Pick<Banner, 'units' | 'more'> {
  const left = changes.length - UNITS_SHOWN
  return {
    units: changes.slice(0, UNITS_SHOWN).map(it => shownChange(it, lang)),
    more: left > 0 ? say(lang, 'consolidation.change.more', { count: formatNumber(left) }) : '',
  }
}

function shownChange({ name, kind, cells, by, at, reason }: UnitChange, lang: Lang): Banner['units'][number] {
  const left = cells.length - CELLS_SHOWN
  const onlyTexts = kind === 'corrected' && cells.length === 0
  return {
    name,
    what: say(lang, `consolidation.change.${kind}`),
    meta: by && at ? say(lang, 'consolidation.change.by', { by, at: formatTime(new Date(at)) }) : '',
    reason: reason ? say(lang, 'consolidation.change.reason', { reason }) : '',
    cells: onlyTexts
      ? [say(lang, 'consolidation.change.texts')]
      : cells.slice(0, CELLS_SHOWN).map(it => cellLine(it, lang)),
    more: left > 0 ? say(lang, 'consolidation.change.moreCells', { count: left }) : '',
  }
}

function cellLine({ column, from, to }: CellChange, lang: Lang): string {
  const ends = { from: figureText(from, lang), to: figureText(to, lang) }
  return say(lang, 'consolidation.change.cell', { label: columnLabel(column, lang), ...ends })
}
