import { dayAt, schoolYearOf } from '../calendar/month.rules.ts'
import { paperHead, recipientsWith } from '../files/paper-head.rules.ts'
import { capital, type OfficialPaper } from '../files/paper-model.rules.ts'
import { blocksOf, type PaperFills, paragraphs } from '../files/paper-text.rules.ts'
import type { measureRules } from '../targets/target.rules.ts'
import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatNumber, formatPercent, formatTime } from '../words/vietnamese.ts'
import { type FigureReader, figureReader } from './paper-figure.rules.ts'
import { againstGoals, sinceLastMonth } from './summary-compare.rules.ts'
import { toChase, toPraise } from './summary-names.rules.ts'
import { cohortTable, unitTable } from './summary-table.rules.ts'
import type { ConsolidationTable, Counts } from './table.rules.ts'

/** The office's report in words, over the same table as its book: what is in one is in the other. */
export type Summary = {
  /** With the paper as chosen. */
  table: ConsolidationTable
  before: ConsolidationTable | null
  /** The office's own wording, or the default. */
  text: string
  recipients: readonly string[]
  filedUnder: string
  now: Date
}

export const summaryFields = {
  co_quan: 'words',
  ky: 'words',
  ngay_chot: 'words',
  han: 'words',
  nam_hoc: 'words',
  so_don_vi: 'words',
  so_da_gui: 'words',
  so_dung_han: 'words',
  so_chua_gui: 'words',
  tot_nghiep: 'words',
  khong_hoc: 'words',
  khong_ro: 'words',
  ty_le: 'words',
  gui_bao_cao: 'blocks',
  ket_qua: 'blocks',
  bang: 'blocks',
  bang_don_vi: 'blocks',
  so_ky_truoc: 'blocks',
  so_chi_tieu: 'blocks',
  bieu_duong: 'blocks',
  don_doc: 'blocks',
} as const satisfies Record<string, 'words' | 'blocks'>

export function summaryPaper({ table, before, text, recipients, filedUnder, now }: Summary): OfficialPaper {
  const { paper } = table
  const superior = paper.superiorName ? [say('vi', 'papers.reportTo', { name: paper.superiorName })] : []
  return {
    name: say('vi', 'papers.summary.name'),
    about: say('vi', 'papers.about', { month: formatMonth(table.month) }),
    head: paperHead({
      superior: paper.superiorName,
      agency: [paper.agencyName],
      place: paper.place,
      number: paper.documentNumber,
      code: paper.documentCode,
      day: dayAt(now),
    }),
    addressees: [],
    blocks: blocksOf(text, summaryFills(table, before)),
    recipients: recipientsWith(recipients.length > 0 ? recipients : superior, filedUnder),
    signature: {
      capacities: [paper.authority, paper.signerTitle].filter(Boolean).map(capital),
      name: paper.signerName,
    },
    mark: null,
  }
}

function summaryFills(
  table: ConsolidationTable,
  before: ConsolidationTable | null,
): Required<Record<keyof typeof summaryFields, PaperFills[string]>> {
  const reader = figureReader(table)
  const { counts } = table
  const total = (code: string) => reader.say('total', table.totals, reader.at(code))
  return {
    co_quan: table.office.name,
    ky: formatMonth(table.month),
    ngay_chot: formatDay(table.cutOff),
    han: formatTime(new Date(table.due)),
    nam_hoc: schoolYearOf(table.month),
    so_don_vi: formatNumber(counts.expected),
    so_da_gui: formatNumber(counts.reported),
    so_dung_han: formatNumber(counts.onTime),
    so_chua_gui: formatNumber(counts.missing),
    tot_nghiep: total('graduates'),
    khong_hoc: total('neither'),
    khong_ro: total('unknown'),
    ty_le: shareText(reader, 'untraced'),
    gui_bao_cao: paragraphs(sentSentence(counts, table.due)),
    ket_qua: counts.reported === 0 ? paragraphs(say('vi', 'papers.result.none')) : results(reader),
    bang: counts.reported === 0 ? [] : cohortTable(reader),
    bang_don_vi: counts.reported === 0 ? [] : unitTable(reader),
    so_ky_truoc: sinceLastMonth(reader, before),
    so_chi_tieu: againstGoals(reader),
    bieu_duong: toPraise(reader, before),
    don_doc: toChase(reader),
  }
}

const sentSentence = (counts: Counts, due: string): string =>
  say('vi', 'papers.sent', {
    due: formatTime(new Date(due)),
    reported: formatNumber(counts.reported),
    expected: formatNumber(counts.expected),
    share: counts.expected === 0 ? '–' : formatPercent(counts.reported / counts.expected),
    onTime: formatNumber(counts.onTime),
    late: formatNumber(counts.late),
    missing: formatNumber(counts.missing),
  })

/** The figures in sentences. Missing units are said to be missing: the sums speak of those that reported. */
function results(reader: FigureReader) {
  const { table } = reader
  const total = (code: string) => reader.say('total', table.totals, reader.at(code))
  const parts = (['female', 'minority', 'minority_female'] as const).filter(code => reader.at(code) >= 0)
  const partText = (code: (typeof parts)[number]) => say('vi', `papers.part.${code}`, { figure: total(code) })
  return paragraphs(
    say('vi', 'papers.result', {
      units: formatNumber(table.counts.reported),
      years: table.cohorts.join(', '),
      graduates: total('graduates'),
      thpt: total('in_thpt'),
      gdtx: total('in_gdtx'),
      voc: total('in_voc'),
      upper: shareText(reader, 'upper'),
      vocational: shareText(reader, 'vocational'),
    }),
    say('vi', 'papers.result.neither', {
      neither: total('neither'),
      unknown: total('unknown'),
      untraced: shareText(reader, 'untraced'),
      parts: parts.length > 0 ? ` (${parts.map(partText).join(', ')})` : '',
    }),
    table.counts.missing > 0
      ? say('vi', 'papers.result.partial', { missing: formatNumber(table.counts.missing) })
      : '',
  )
}

function shareText(reader: FigureReader, measure: (typeof measureRules)[number]['measure']): string {
  const rate = reader.rates.find(it => it.measure === measure)
  const share = rate && reader.share('total', reader.table.totals, rate)
  return share ?? say('vi', 'papers.none')
}
