import { dayAt } from '../calendar/month.rules.ts'
import type { Letter } from '../mail/mailer.ts'
import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { DigestFacts, DigestFigure } from './letter.rules.ts'
import { isDigest } from './plan.rules.ts'
import { type Desk, type Line, listOf, messageIdOf } from './reminder.mail.ts'

/** The office's consolidated workbook, as it goes with the digest of the next working day. */
export type File = { fileName: string; bytes: Buffer }

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The letter to the office: the month in figures, who is missing, who was late, the sums beside last month's; with the Excel
 * where there is one. The office above and addresses that the plan names get the same; the latter without the way to the
 * board, which they may have no account for.
 */
export function digestLetter(
  line: Line,
  facts: DigestFacts,
  { views, publicUrl, file }: Pick<Desk, 'views' | 'publicUrl'> & { file: File | null },
): Letter {
  const url = facts.reader === 'named' ? null : `${publicUrl}/review/${line.unitId}/${line.month}`
  const said = { ...sentencesOf(line, facts, file), url }
  return {
    messageId: messageIdOf(line, publicUrl),
    to: line.recipient,
    subject: subjectOf(line, facts),
    text: textOf(said),
    html: views.part('reminders/digest', 'vi', said),
    bulk: true,
    ...listOf(line.unitId, facts.office, publicUrl),
    ...(file ? { attachments: [{ filename: file.fileName, content: file.bytes, contentType: XLSX }] } : {}),
  }
}

const isOfDigest = (kind: string): boolean => isDigest(kind.replace(/@.*/, '') as 'digest-due')

function subjectOf({ kind, month }: Line, { expected, reported, missing, office }: DigestFacts): string {
  const about = { month: formatMonth(month), reported, expected, missing: missing.length, office }
  return say('vi', isOfDigest(kind) ? 'letters.subject.digest' : 'letters.subject.missing', about)
}

function sentencesOf({ kind, month }: Line, facts: DigestFacts, file: File | null) {
  const { office, missing, lateUnits, reader = 'office' } = facts
  const due = formatDay(dayAt(new Date(facts.due)))
  const about = { month: formatMonth(month), office, due, at: formatTime(new Date(facts.at)) }
  const some = missing.length > 0
  return {
    title: say('vi', isOfDigest(kind) ? 'letters.digest.title' : 'letters.digest.titleMissing', about),
    lead: say('vi', 'letters.digest.lead', about),
    figures: countsOf(facts),
    sums: facts.figures?.length ? sumsOf(facts.figures) : null,
    missingTitle: say('vi', some ? 'letters.digest.missingList' : 'letters.digest.nobodyMissing'),
    missing,
    lateTitle: lateUnits.length > 0 ? say('vi', 'letters.digest.lateList') : null,
    lateUnits,
    file: file && say('vi', 'letters.digest.file', { name: file.fileName }),
    button: say('vi', 'letters.digest.button'),
    foot: say('vi', reader === 'office' ? 'letters.digest.foot' : 'letters.digest.footOf', about),
  }
}

function countsOf({ expected, reported, onTime, late, returned, missing }: DigestFacts) {
  const counts = { expected, reported, onTime, late, returned, missing: missing.length }
  return Object.entries(counts).map(([key, value]) => ({
    label: say('vi', `letters.digest.${key as keyof typeof counts}`),
    value,
  }))
}

/** A sum is of those who have reported: a commune still missing is in neither the sum nor the difference as 0. */
function sumsOf(figures: readonly DigestFigure[]) {
  return {
    title: say('vi', 'letters.digest.sums'),
    heads: { now: say('vi', 'letters.digest.now'), before: say('vi', 'letters.digest.before') },
    rows: figures.map(({ key, now, before }) => ({
      label: say('vi', `letters.digest.sum.${key}`),
      now: shown(now),
      before: shown(before),
      change: now === null || before === null ? '' : signed(now - before),
    })),
    note: say('vi', 'letters.digest.sumsNote'),
  }
}

const shown = (figure: number | null): string => (figure === null ? '–' : formatNumber(figure))

const signed = (change: number): string =>
  change === 0 ? '=' : `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`

type Said = ReturnType<typeof sentencesOf> & { url: string | null }

function textOf(said: Said): string {
  const list = (names: string[]) => names.map(name => `- ${name}`).join('\n')
  const blocks = [
    said.title,
    said.lead,
    said.figures.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    said.sums && sumsText(said.sums),
    [said.missingTitle, list(said.missing)].filter(Boolean).join('\n'),
    said.lateTitle && `${said.lateTitle}\n${list(said.lateUnits)}`,
    said.file,
    said.url && `${said.button}:\n${said.url}`,
    said.foot,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function sumsText({ title, heads, rows, note }: NonNullable<Said['sums']>): string {
  const lines = rows.map(({ label, now, before, change }) => {
    const than = [`${heads.before.toLowerCase()} ${before}`, change].filter(Boolean).join(', ')
    return `${label}: ${now} (${than})`
  })
  return [title, ...lines, note].join('\n')
}
