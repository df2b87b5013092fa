import { say } from '../words/all.ts'
import { formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { signed } from './board-row.rules.ts'
import { titleOf } from './box-title.rules.ts'
import type { Finding } from './figure.rules.ts'
import { type Field, type Figures, shownSections } from './form.rules.ts'
import type { OpenReport, SentVersion } from './open-report.rules.ts'
import { type Remark, remarksByBox } from './remark.rules.ts'

/** A report as the office reads it: beside the version before it and beside last month, box by box. */
export type BesideInput = {
  open: OpenReport
  current: SentVersion
  /** The version before, when the report was corrected. */
  earlier: SentVersion | null
  remarks: readonly Remark[]
  /** Only boxes that differ from last month or from the version before, or about which there is something to say. */
  onlyChanged: boolean
  lang: Lang
}

export type BesideRow = {
  label: string
  inset: boolean
  now: string
  earlier: string | null
  before: string
  change: string | null
  /** Differs from the version before. */
  edited: boolean
  notes: { text: string; explanation: string | null; asked: boolean }[]
}

export type BesideBlock = { title: string; rows: BesideRow[] }

/** The figures section by section, and within one by cohort; each block is a head of the one table. */
export function besideBlocks(input: BesideInput): BesideBlock[] {
  const { open, lang, onlyChanged } = input
  const rowOf = rowMaker(input)
  return shownSections(open.edition, new Set(open.settings.switches)).flatMap(section => {
    const cohorts = [...new Set(open.fields.filter(it => it.section === section.code).map(it => it.cohort))]
    return cohorts.flatMap(cohort => {
      const rows = open.fields
        .filter(it => it.section === section.code && it.cohort === cohort)
        .map(rowOf)
        .filter(row => !onlyChanged || row.change !== null || row.edited || row.notes.length > 0)
      const year = cohort === null ? null : say(lang, 'beside.cohort', { year: cohort })
      const title = [section.title[lang], year].filter(Boolean).join(' – ')
      return rows.length > 0 ? [{ title, rows }] : []
    })
  })
}

const shown = (figure: number | null): string => (figure === null ? '–' : formatNumber(figure))
const at = (figures: Figures | null | undefined, name: string): number | null => figures?.[name] ?? null

function rowMaker({ open, current, earlier, remarks, lang }: BesideInput): (field: Field) => BesideRow {
  const asked = remarksByBox(remarks, lang)
  return ({ name, indicator }) => {
    const [now, before] = [at(current.figures, name), at(open.before.figures, name)]
    const change = now === null || before === null || now === before ? null : signed(now - before)
    const text = asked.get(name)
    return {
      label: indicator.label[lang],
      inset: indicator.partOf !== undefined,
      now: shown(now),
      earlier: earlier && shown(at(earlier.figures, name)),
      before: shown(before),
      change,
      edited: earlier !== null && at(earlier.figures, name) !== now,
      notes: [
        ...current.warnings.filter(it => it.fields[0] === name).map(it => warningNote(it, current)),
        ...(text ? [{ text, explanation: null, asked: true }] : []),
      ],
    }
  }
}

const warningNote = ({ code, message }: Finding, { explanations }: SentVersion) => ({
  text: message,
  explanation: explanations[code] || null,
  asked: false,
})

/** Warnings that stand at no box of this form. */
export const otherWarnings = ({ open, current }: BesideInput) =>
  current.warnings
    .filter(({ fields: [first] }) => !open.fields.some(it => it.name === first))
    .map(it => warningNote(it, current))

/** What the page says above the table: what was compared with, and how much differs. */
export function besideSummary({ open, current, earlier, lang }: BesideInput): string[] {
  const { before, fields } = open
  const month = formatMonth(before.month)
  const differing = fields.filter(({ name }) => at(current.figures, name) !== at(before.figures, name)).length
  const edited = fields.filter(it => at(current.figures, it.name) !== at(earlier?.figures, it.name)).length
  const numbers = { changed: formatNumber(differing), boxes: formatNumber(fields.length), month }
  const units = (names: readonly string[]) => ({ month, units: names.join(', ') })
  const compared = before.figures
    ? say(lang, 'beside.summary', numbers)
    : before.absent.length > 0
      ? say(lang, 'beside.absent', units(before.absent))
      : say(lang, 'beside.noBefore', { month })
  return [
    ...(earlier
      ? [say(lang, 'beside.corrected', { count: formatNumber(edited), number: earlier.number })]
      : []),
    compared,
    ...(before.figures && before.summed.length > 0 ? [say(lang, 'beside.summed', units(before.summed))] : []),
  ]
}

/** The texts of this version; where the version before said something else, that as well. */
export function besideTexts({ open, current, earlier, remarks, lang }: BesideInput) {
  const asked = remarksByBox(remarks, lang)
  return open.edition.texts
    .map(({ code }) => ({
      code,
      now: (current.texts[code] ?? '').trim(),
      was: earlier?.texts[code] ?? null,
    }))
    .filter(({ code, now, was }) => now || was?.trim() || asked.has(code))
    .map(({ code, now, was }) => ({
      label: titleOf(code, open, lang) ?? code,
      text: now || say(lang, 'reports.form.empty'),
      asked: asked.get(code) ?? null,
      earlier:
        earlier && was !== null && was.trim() !== now
          ? say(lang, 'beside.textBefore', {
              number: earlier.number,
              text: was.trim() || say(lang, 'reports.form.empty'),
            })
          : null,
    }))
}

/** Who sent the version, when, and why it took the place of another. */
export const besideFacts = ({ current, lang }: BesideInput): string[] => {
  const { number, by, at: sentAt, receipt, reason } = current
  const sent = say(lang, 'beside.sent', { number, by, at: formatTime(sentAt), receipt })
  return reason ? [sent, say(lang, 'beside.correction', { reason })] : [sent]
}
