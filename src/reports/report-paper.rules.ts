import { dayAt } from '../calendar/month.rules.ts'
import { paperHead, recipientsWith } from '../files/paper-head.rules.ts'
import { capital, type OfficialPaper } from '../files/paper-model.rules.ts'
import { blocksOf, type PaperFills, paragraphs, withinSentence } from '../files/paper-text.rules.ts'
import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Finding } from './figure.rules.ts'
import { headlineOf } from './form.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import type { Content } from './report.rules.ts'
import { figureOf, tablesOfReport } from './report-table.rules.ts'

/** The commune's own report on paper, for its leader to sign: the figures that were sent, or those of a draft. */
export type ReportToPrint = {
  open: OpenReport
  content: Content & { warnings: readonly Finding[] }
  /** Not sent yet: the paper says so, and is not for signing. */
  draft: boolean
  /** Who signs for the commune, when the portal knows. */
  leader: { name: string; position: string } | null
  /** 'Đăk Kôi', without 'Xã'. */
  place: string
  text: string
  now: Date
}

export const reportFields = {
  co_quan: 'words',
  noi_nhan: 'words',
  ky: 'words',
  ngay_chot: 'words',
  khong_hoc: 'words',
  khong_ro: 'words',
  ket_qua: 'blocks',
  bang: 'blocks',
  bang_chung: 'blocks',
  giai_trinh: 'blocks',
  bien_phap: 'blocks',
  kien_nghi: 'blocks',
} as const satisfies Record<string, 'words' | 'blocks'>

export function reportPaper(printed: ReportToPrint): OfficialPaper {
  const { open, draft, leader, place, text, now } = printed
  const { unit, month, officeName } = open
  return {
    name: say('vi', 'papers.summary.name'),
    about: say('vi', 'papers.about', { month: formatMonth(month) }),
    // A People's Committee stands under nobody's name (Phụ lục I, mục II.2); the code of its reports is the decree's own.
    head: paperHead({
      superior: '',
      agency: [say('vi', 'papers.committeeLine'), unit.fullName],
      place,
      number: '',
      code: say('vi', 'papers.report.code'),
      day: dayAt(now),
    }),
    addressees: [officeName],
    blocks: blocksOf(text, fillsOf(printed)),
    recipients: recipientsWith([say('vi', 'papers.asAbove')], ''),
    signature: { capacities: capacitiesOf(leader?.position ?? ''), name: leader?.name ?? '' },
    mark: draft ? say('vi', 'papers.draft') : null,
  }
}

/** A vice chairman signs 'KT. CHỦ TỊCH', for the chairman, who himself signs for the committee. */
function capacitiesOf(position: string): string[] {
  const deputy = position.toLocaleLowerCase('vi').startsWith(say('vi', 'papers.deputy'))
  const head = say('vi', 'papers.chairman')
  const rank = deputy ? [say('vi', 'papers.forHead', { head }), say('vi', 'papers.viceChairman')] : [head]
  return [say('vi', 'papers.onBehalf'), ...rank].map(capital)
}

function fillsOf({
  open,
  content,
  draft,
}: ReportToPrint): Required<Record<keyof typeof reportFields, PaperFills[string]>> {
  const { unit, month, officeName, deadline, edition, cohorts, current } = open
  const { figures, texts, explanations, warnings } = content
  const { neither, unknown } = headlineOf(edition, figures, cohorts)
  const [bang = [], bang_chung = []] = tablesOfReport(open, figures)
  const explained = warnings.flatMap(({ code, message }) => {
    const answer = explanations[code]?.trim()
    return answer ? [say('vi', 'papers.report.explained', { warning: message, answer })] : []
  })
  const said = (key: 'actions' | 'proposals' | 'note') => paragraphs(...(texts[key] ?? '').split('\n'))
  const sent = draft || !current ? '' : sentLine(current)
  const notes = [...paragraphs(...explained), ...said('note')]
  const nothing = paragraphs(say('vi', 'papers.report.nothing'))
  return {
    co_quan: say('vi', 'papers.committee', { unit: withinSentence(unit.fullName) }),
    noi_nhan: officeName,
    ky: formatMonth(month),
    ngay_chot: formatDay(deadline.cutOff),
    khong_hoc: figureOf(neither),
    khong_ro: figureOf(unknown),
    ket_qua: paragraphs(
      say('vi', 'papers.report.result', {
        neither: figureOf(neither),
        unknown: figureOf(unknown),
        years: cohorts.join(', '),
      }),
      sent,
    ),
    bang,
    bang_chung,
    giai_trinh: notes.length > 0 ? notes : nothing,
    bien_phap: said('actions').length > 0 ? said('actions') : nothing,
    kien_nghi: said('proposals'),
  }
}

const sentLine = ({ at, receipt, number }: NonNullable<OpenReport['current']>): string =>
  say('vi', 'papers.report.sent', { at: formatTime(at), receipt, number: formatNumber(number) })
