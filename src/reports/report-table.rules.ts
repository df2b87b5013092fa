import type { PaperBlock, PaperRow } from '../files/paper-model.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import {
  type Edition,
  type Figures,
  fieldName,
  type Indicator,
  shownSections,
  sumOver,
} from './form.rules.ts'
import type { OpenReport } from './open-report.rules.ts'

/** A commune's figures as tables on paper: by graduation year, and what is asked for all years together. */

type Boxes = Pick<OpenReport, 'settings' | 'cohorts'> & { edition: Edition }

/** An empty box is a dash, and never 0. */
export const figureOf = (value: number | null | undefined): string =>
  value === null || value === undefined ? say('vi', 'papers.none') : formatNumber(value)

/** Both tables as blocks; one that has no row is left out. */
export function tablesOfReport(open: Boxes, figures: Figures): [PaperBlock[], PaperBlock[]] {
  return [cohortTable(open, figures), sharedTable(open, figures)]
}

function cohortTable({ edition, settings, cohorts }: Boxes, figures: Figures): PaperBlock[] {
  const rows = indicatorsOf(edition, settings.switches)
    .filter(it => it.scope === 'cohort')
    .map(({ code, label, partOf }) => ({
      cells: [
        indented(label.vi, partOf !== undefined),
        ...cohorts.map(cohort => figureOf(figures[fieldName(code, cohort)])),
        figureOf(sumOver(code, figures, cohorts)),
      ],
      strong: code === edition.headline,
    }))
  const share = 13
  const heads = [...cohorts.map(String), say('vi', 'papers.sum')]
  return tableOf('papers.report.byCohort', rows, {
    first: 100 - share * heads.length,
    heads: heads.map(head => ({ head, share, align: 'right' as const })),
  })
}

function sharedTable({ edition, settings }: Boxes, figures: Figures): PaperBlock[] {
  const rows = indicatorsOf(edition, settings.switches)
    .filter(it => it.scope === 'all')
    .map(({ code, label, partOf }) => ({
      cells: [indented(label.vi, partOf !== undefined), figureOf(figures[code])],
      strong: false,
    }))
  const heads = [{ head: say('vi', 'papers.col.figure'), share: 16, align: 'right' as const }]
  return tableOf('papers.report.together', rows, { first: 84, heads })
}

const indicatorsOf = (edition: Edition, switches: readonly string[]): Indicator[] =>
  shownSections(edition, new Set(switches)).flatMap(it => it.indicators)

const indented = (label: string, part: boolean): string => (part ? `– ${label}` : label)

type Heads = { first: number; heads: { head: string; share: number; align: 'right' }[] }

function tableOf(
  caption: 'papers.report.byCohort' | 'papers.report.together',
  rows: readonly PaperRow[],
  { first, heads }: Heads,
): PaperBlock[] {
  if (rows.length === 0) return []
  const label = { head: say('vi', 'papers.col.indicator'), share: first, align: 'left' } as const
  return [{ kind: 'table', table: { caption: say('vi', caption), columns: [label, ...heads], rows } }]
}
