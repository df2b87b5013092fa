import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { postedOf, typedFigures } from './draft.rules.ts'
import { headOf } from './due.rules.ts'
import type { Figures } from './form.rules.ts'
import { gridSections } from './form-grid.rules.ts'
import { titleOf } from './form-page.rules.ts'
import { latenessOf } from './lateness.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { isSent, standingAt, stateOf, takesDrafts } from './report.rules.ts'
import { countingOf, requestLink, requestNotice } from './request-page.rules.ts'
import { judgePosted } from './submission.rules.ts'

export type StateReader = {
  lang: Lang
  now: Date
  path: string
  may: { report: boolean; signOff: boolean }
  /** For the leader's press. */
  key: string
}

/** The model of views/reports/state: a month that is not being typed, as its people and offices read it. */
export function statePage(open: OpenReport, reader: StateReader) {
  const { lang, now, path, may } = reader
  const { kept, current } = open
  const takes = takesDrafts(standingAt(open.window, now))
  const asked = kept.draft?.asked ?? null
  const shown = asked ? awaitingOf(open, reader) : current && { ...current, errors: [] }
  const correct = current && may.report && takes && !asked
  return {
    ...headOf(open, reader),
    month: open.month,
    state: stateOf(kept.state),
    late: kept.onTime === false,
    lateness: latenessOf(kept, countingOf(open, lang)),
    request: requestNotice(open, lang),
    ask: requestLink(open, { lang, now, mayAsk: may.report }),
    locked: takes
      ? null
      : say(lang, 'reports.state.lockedNote', {
          at: formatTime(open.window.locksAt ?? now),
          office: open.officeName,
        }),
    returned: kept.returned,
    facts: factsOf(open, lang),
    paperHref: `${path}/paper`,
    templateHref: `${path}/template.xlsx`,
    receiptHref: current ? `${path}/receipt/${current.number}` : null,
    versionsHref: current ? `${path}/versions` : null,
    historyHref: `/reports/${open.unit.id}`,
    correct: correct
      ? {
          href: `${path}?correct=1`,
          label: say(lang, kept.draft ? 'reports.state.continue' : 'reports.state.correct'),
        }
      : null,
    correcting:
      kept.draft && !asked && current && kept.savedAt
        ? say(lang, 'reports.state.correcting', { by: kept.savedBy ?? '', at: formatTime(kept.savedAt) })
        : null,
    signOff: asked && {
      text: say(lang, 'reports.signOff.asked', { by: asked.name, at: formatTime(new Date(asked.at)) }),
      faults: (shown?.errors ?? []).map(it => it.message),
      mayDecide: may.signOff && takes,
      mayTakeBack: may.report && takes,
      action: `${path}/sign-off`,
      takeBack: `${path}/take-back`,
      revision: kept.revision,
      key: reader.key,
    },
    nil: shown?.nil ?? false,
    tables: shown ? tablesOf(open, shown.figures, lang) : [],
    texts: shown ? textsOf(open, shown.texts, lang) : [],
    findings: shown
      ? shown.warnings.map(it => ({ message: it.message, explanation: shown.explanations[it.code] ?? null }))
      : [],
    empty: shown
      ? null
      : { title: say(lang, 'reports.state.none'), text: say(lang, 'reports.state.noneText') },
  }
}

/** What the leader is asked to sign off, judged as it would be if it were sent now. */
function awaitingOf(open: OpenReport, { now, lang }: StateReader) {
  const draft = open.kept.draft ?? { raw: {}, key: '' }
  const judged = judgePosted(open, postedOf(draft, open.edition), { now, lang })
  return { ...judged.content, nil: judged.nil, warnings: judged.warnings, errors: judged.errors }
}

function factsOf(open: OpenReport, lang: Lang) {
  const { current, kept } = open
  if (!current || !isSent(kept.state)) return []
  const fact = (key: 'receipt' | 'sent' | 'by' | 'version' | 'timing' | 'reason', text: string) => ({
    term: say(lang, `reports.state.${key}`),
    text,
    href: null,
  })
  return [
    fact('receipt', current.receipt),
    fact('sent', formatTime(current.at)),
    fact('by', current.by),
    fact('timing', timingIn(open, lang)),
    fact('version', String(current.number)),
    ...(current.reason ? [fact('reason', current.reason)] : []),
  ]
}

/** 'Đúng hạn', 'Muộn 2 ngày làm việc'. */
function timingIn(open: OpenReport, lang: Lang): string {
  if (open.kept.onTime) return say(lang, 'reports.receipt.onTime')
  const lateness = latenessOf(open.kept, countingOf(open, lang))
  return [say(lang, 'web.state.late'), lateness].filter(Boolean).join(' ')
}

function tablesOf(open: OpenReport, figures: Figures, lang: Lang) {
  const filled = {
    ...open,
    switches: new Set(open.settings.switches),
    typed: typedFigures(figures),
    before: open.before.figures,
    findings: [],
    lang,
  }
  return gridSections(filled).flatMap(({ id, title, grids }) =>
    grids.map((grid, index) => ({
      id: `${id}-${index}`,
      title,
      columns: grid.columns.map(it => (it.cohort === null ? it.title : String(it.cohort))),
      narrow: grid.columns.length === 1,
      rows: grid.rows.map((row, line) => ({
        label: row.inset ? row.short : row.label,
        inset: row.inset,
        cells: grid.columns.map(({ boxes }) => {
          const name = boxes[line]?.name ?? ''
          return { figure: figures[name] ?? null, before: open.before.figures?.[name] ?? null }
        }),
      })),
    })),
  )
}

const textsOf = (open: OpenReport, texts: Readonly<Record<string, string>>, lang: Lang) =>
  Object.entries(texts)
    .filter(([, text]) => text.trim() !== '')
    .map(([code, text]) => ({ label: titleOf(code, open, lang) ?? code, text }))
