import { effectOf } from '../reports/request.rules.ts'
import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import { because, moment } from './because.rules.ts'
import { type Awaited, dueOf, type Grant, type OfficeFacts, type UnitFacts } from './facts.rules.ts'
import { newsKind } from './ledger.rules.ts'
import { answerNote, countingOf, type Note } from './letter.rules.ts'

/** What an office did that its commune is told of once, whatever the plan says. */
type News = {
  kind: string
  planned: Date
  /** After which it is no news any more; else some days after `planned`. */
  ends?: Date
  why: string
  note: () => Note
}

/** What is news to a commune now, and so is owed a letter. */
export const newsOf = (unit: UnitFacts, facts: OfficeFacts): News[] => [
  ...returnedNews(unit),
  ...answeredNews(unit, facts),
  ...askedNews(unit),
  ...unit.grants.flatMap(grant => grantNews(grant, unit, facts)),
]

/** More boxes than that are left to the form, where each remark stands at its box. */
const MOST_LINES = 10

/** '– Tổng số … (2026): Giảm 5 so với sổ của trường.' */
const lineOf = ({ box, text }: Awaited): string =>
  box ? say('vi', 'news.line', { box, text }) : say('vi', 'news.whole', { text })

function linesOf(awaited: readonly Awaited[]): string[] {
  const rest = awaited.length - MOST_LINES
  const more = rest > 0 ? [say('vi', 'news.more', { count: rest })] : []
  return [...awaited.slice(0, MOST_LINES).map(lineOf), ...more]
}

function returnedNews({ returned, awaited }: UnitFacts): News[] {
  if (!returned) return []
  const { version, at: planned, reason } = returned
  const boxes = awaited.filter(it => it.kind === 'return' && it.version === version)
  const details = boxes.length > 0 ? [say('vi', 'news.boxes'), ...linesOf(boxes)].join('\n') : null
  return [
    {
      kind: newsKind('returned', version),
      planned,
      why: because('wasReturned', { version, moment: moment(planned) }),
      note: () => ({ note: reason, by: null, details }),
    },
  ]
}

/** What the office answered to a request, with what it does to on time and late. */
function answeredNews(unit: UnitFacts, facts: OfficeFacts): News[] {
  const { answered } = unit
  if (!answered?.answeredAt) return []
  const { id, answeredAt: planned } = answered
  const why = because('wasAnswered', { moment: moment(planned) })
  return [{ kind: newsKind('answer', id), planned, why, note: () => answerNote(answered, unit, facts) }]
}

/**
 * The questions that wait, all in one letter, by the last of them: what is asked until mail hours open arrives together.
 * They end in the order in which they were asked, so the last is open as long as any is.
 */
function askedNews({ awaited }: UnitFacts): News[] {
  const questions = awaited.filter(({ kind }) => kind === 'question')
  const last = questions.at(-1)
  if (!last) return []
  const why = because('wasAsked', { moment: moment(last.at) })
  const note = () => ({ note: linesOf(questions).join('\n'), by: null })
  return [{ kind: newsKind('question', last.id), planned: last.at, why, note }]
}

function grantNews(grant: Grant, unit: UnitFacts, facts: OfficeFacts): News[] {
  const { id, takenBack, asked } = grant
  if (takenBack) {
    const planned = takenBack.at
    const why = because('wasTakenBack', { moment: moment(planned) })
    return [{ kind: newsKind('withdrawn', id), planned, why, note: () => backNote(grant, unit, facts) }]
  }
  if (asked) return []
  const planned = grant.at
  const why = because('wasGranted', { moment: moment(planned) })
  return [
    {
      kind: newsKind('extension', id),
      planned,
      ends: grant.until,
      why,
      note: () => givenNote(grant, unit, facts),
    },
  ]
}

function givenNote({ kind, until, by, reason }: Grant, unit: UnitFacts, facts: OfficeFacts): Note {
  const end = formatTime(until)
  const said = say('vi', `news.given.${kind}`, { by, until: end, reason })
  return { note: `${said}\n${effectOf(kind, end, countingOf(unit, facts))}`, by: null }
}

function backNote({ kind, until, takenBack }: Grant, unit: UnitFacts, facts: OfficeFacts): Note {
  const { by = '', reason = '' } = takenBack ?? {}
  const due = formatTime(dueOf(unit, facts))
  return { note: say('vi', `news.back.${kind}`, { by, until: formatTime(until), reason, due }), by: null }
}
