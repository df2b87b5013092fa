import { dayAt } from '../calendar/month.rules.ts'
import type { Letter } from '../mail/mailer.ts'
import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatTime } from '../words/vietnamese.ts'
import type { DigestFacts } from './letter.rules.ts'
import { isDigest } from './plan.rules.ts'
import { type Desk, type Line, messageIdOf } from './reminder.mail.ts'

/** The office's consolidated workbook, as it goes with the digest of the next working day. */
export type File = { fileName: string; bytes: Buffer }

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The letter to the office: the month in figures, who is missing, who was late; with the Excel where there is one. */
export function digestLetter(
  line: Line,
  facts: DigestFacts,
  { views, publicUrl, file }: Desk & { file: File | null },
): Letter {
  const said = sentencesOf(line, facts, file)
  const url = `${publicUrl}/review/${line.unitId}/${line.month}`
  return {
    messageId: messageIdOf(line, publicUrl),
    to: line.recipient,
    subject: subjectOf(line, facts),
    text: textOf({ ...said, url }),
    html: views.part('reminders/digest', 'vi', { ...said, url }),
    ...(file ? { attachments: [{ filename: file.fileName, content: file.bytes, contentType: XLSX }] } : {}),
  }
}

function subjectOf({ kind, month }: Line, { expected, reported, missing, office }: DigestFacts): string {
  const about = { month: formatMonth(month), reported, expected, missing: missing.length, office }
  return say(
    'vi',
    isDigest(kind as 'digest-due') ? 'letters.subject.digest' : 'letters.subject.missing',
    about,
  )
}

function sentencesOf({ kind, month }: Line, facts: DigestFacts, file: File | null) {
  const { expected, reported, onTime, late, returned, missing, lateUnits } = facts
  const about = {
    month: formatMonth(month),
    office: facts.office,
    due: formatDay(dayAt(new Date(facts.due))),
    at: formatTime(new Date(facts.at)),
  }
  const figure = (
    key: 'expected' | 'reported' | 'onTime' | 'late' | 'returned' | 'missing',
    value: number,
  ) => ({
    label: say('vi', `letters.digest.${key}`),
    value,
  })
  return {
    title: say(
      'vi',
      isDigest(kind as 'digest-due') ? 'letters.digest.title' : 'letters.digest.titleMissing',
      about,
    ),
    lead: say('vi', 'letters.digest.lead', about),
    figures: [
      figure('expected', expected),
      figure('reported', reported),
      figure('onTime', onTime),
      figure('late', late),
      figure('returned', returned),
      figure('missing', missing.length),
    ],
    missingTitle: say(
      'vi',
      missing.length > 0 ? 'letters.digest.missingList' : 'letters.digest.nobodyMissing',
    ),
    missing,
    lateTitle: lateUnits.length > 0 ? say('vi', 'letters.digest.lateList') : null,
    lateUnits,
    file: file && say('vi', 'letters.digest.file', { name: file.fileName }),
    button: say('vi', 'letters.digest.button'),
    foot: say('vi', 'letters.digest.foot'),
  }
}

type Said = ReturnType<typeof sentencesOf> & { url: string }

function textOf(said: Said): string {
  const list = (names: string[]) => names.map(name => `- ${name}`).join('\n')
  const blocks = [
    said.title,
    said.lead,
    said.figures.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    [said.missingTitle, list(said.missing)].filter(Boolean).join('\n'),
    said.lateTitle && `${said.lateTitle}\n${list(said.lateUnits)}`,
    said.file,
    `${said.button}:\n${said.url}`,
    said.foot,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
