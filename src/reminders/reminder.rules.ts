import type { Month } from '../calendar/month.rules.ts'
import { phaseAt, windowOf } from '../calendar/window.rules.ts'
import { because, label, moment, notYet, whatNext, whyClosed, whySend } from './because.rules.ts'
import { dueOf, type OfficeFacts, recipientsOf, type UnitFacts } from './facts.rules.ts'
import { isChase, isOpen, type LedgerRow } from './ledger.rules.ts'
import { type CommuneFacts, communeFacts, type LetterFacts } from './letter.rules.ts'
import {
  byHandExpiry,
  communeMoments,
  isOver,
  leavesAt,
  type MailHours,
  type Moment,
  mailHoursAt,
} from './moment.rules.ts'

/**
 * One answer of `whoGetsWhat`. 'send': owed now. 'skip': decided against for good. 'wait': nothing happens now;
 * `because` says why and what comes next.
 */
export type Decision = {
  unitId: number
  unit: string
  unitName: string
  month: Month
  kind: string
  /** A mail address; empty when there is nobody to write to. */
  recipient: string
  decision: 'send' | 'skip' | 'wait'
  because: string
  planned: Date
  /** Skipped because its moment has passed, not because it is no longer owed. */
  stale: boolean
  /** What the letter says, when it is sent. */
  facts: LetterFacts | null
  /** The line of the ledger that this decision continues or ends. */
  row: LedgerRow | null
}

/** A kind of letter with what is particular to it: whom it goes to, what stops it, what it says. */
export type Matter = Pick<Moment, 'kind' | 'planned' | 'expires'> & {
  recipients: string[]
  /** Why it is no longer owed, or null. */
  stopped: string | null
  letter: () => LetterFacts
  why: (facts: LetterFacts) => string
}

/** Whose letters they are: a commune, or the office itself. */
export type Subject = { id: number; code: string; name: string; rows: LedgerRow[] }

export type Scene = { facts: OfficeFacts; now: Date; hours: MailHours; moments: Map<number, Moment[]> }

export const sceneOf = (facts: OfficeFacts, now: Date): Scene => ({
  facts: wasNotYetHere(facts, now) ? { ...facts, plan: null } : facts,
  now,
  hours: mailHoursAt(now, facts.calendar.holidays),
  moments: new Map(),
})

/** A month that is over, without a single line, was before the portal's time: nothing was owed by it, or skipped. */
function wasNotYetHere({ plan, deadline, calendar, rows, units }: OfficeFacts, now: Date): boolean {
  if (!plan || rows.length > 0 || units.some(unit => unit.rows.length > 0)) return false
  const dates = { cutOff: deadline.cutOff, due: deadline.due, extended: false }
  return isOver(plan, dates, { now, holidays: calendar.holidays })
}

/**
 * Who gets what, and why: the rule of all letters to communes (the office's own are in digest.rules). It asks
 * "what is owed by now and is not in the ledger?", so it may be asked at any time, any number of times: after three days of
 * downtime it answers with what is still true, and with a skip for each kind whose moment has passed.
 * Every unit of the running month gets at least one answer.
 */
export function whoGetsWhat(facts: OfficeFacts, now: Date): Decision[] {
  const scene = sceneOf(facts, now)
  return facts.units.flatMap(unit => {
    const owed = settle(unit, mattersOf(unit, scene), scene)
    return owed.length > 0 || !facts.running ? owed : [nothingNow(unit, scene)]
  })
}

/** Judges every matter and recipient against the ledger, and ends the open lines that belong to none of them. */
export function settle(subject: Subject, matters: Matter[], scene: Scene): Decision[] {
  const decided: Decision[] = []
  const covered = new Set<LedgerRow>()
  for (const matter of matters) {
    if (matter.planned > scene.now) continue
    for (const recipient of matter.recipients) {
      const row = subject.rows.find(it => it.kind === matter.kind && it.recipient === recipient) ?? null
      if (row) covered.add(row)
      const verdict = row && !isOpen(row) ? null : judge(matter, { recipient, row }, scene)
      if (verdict) decided.push(record(subject, { ...matter, recipient, row }, verdict, scene))
    }
  }
  for (const row of subject.rows)
    if (isOpen(row) && !covered.has(row) && !isHeld(row, scene.now))
      decided.push(record(subject, { ...row, planned: row.plannedAt, row }, orphaned, scene))
  return decided
}

type Verdict = Pick<Decision, 'decision' | 'because' | 'facts' | 'stale'>
type Line = { recipient: string; row: LedgerRow | null }

const skip = (reason: string, stale = false): Verdict => ({
  decision: 'skip',
  because: reason,
  facts: null,
  stale,
})
const wait = (reason: string): Verdict => ({ ...skip(reason), decision: 'wait' })
const orphaned = skip(because('noLonger'))

function judge(matter: Matter, { recipient, row }: Line, scene: Scene): Verdict {
  const { now, facts, hours } = scene
  if (row && isHeld(row, now)) return wait(because('beingSent'))
  if (matter.stopped) return skip(matter.stopped)
  if (recipient === '') return skip(because('nobody'))
  if (now >= matter.expires) return skip(because('stale', { moment: moment(matter.planned) }), true)
  const leaves = leavesAt(matter.planned, now, hours)
  if (leaves >= matter.expires)
    return skip(because('tooLate', { closed: whyClosed(now, facts), moment: moment(leaves) }), true)
  if (leaves > now) return wait(because('later', { closed: whyClosed(now, facts), moment: moment(leaves) }))
  if (row?.nextTryAt && row.nextTryAt > now)
    return wait(because('retry', { attempts: row.attempts, moment: moment(row.nextTryAt) }))
  const letter = matter.letter()
  return { decision: 'send', because: matter.why(letter), facts: letter, stale: false }
}

/** Another process has it in hand. */
const isHeld = ({ status, claimedUntil }: LedgerRow, now: Date): boolean =>
  status === 'claimed' && claimedUntil !== null && claimedUntil > now

function record(
  subject: Subject,
  line: Line & { kind: string; planned: Date },
  verdict: Verdict,
  { facts }: Scene,
): Decision {
  const { kind, planned, recipient, row } = line
  const { id: unitId, code: unit, name: unitName } = subject
  return { unitId, unit, unitName, month: facts.month, kind, recipient, planned, row, ...verdict }
}

/** The plan's letters, the letter about a returned report, and what an officer asked to be sent. */
function mattersOf(unit: UnitFacts, scene: Scene): Matter[] {
  const stopped = whyStopped(unit, scene.facts, scene.now)
  const letter = () => communeFacts(unit, scene.facts, scene)
  const planned: Matter[] = []
  for (const { kind, step, planned: at, expires } of momentsOf(unit, scene))
    if (at <= scene.now) {
      const recipients = recipientsOf(unit, step.leader)
      planned.push({ kind, planned: at, expires, recipients, stopped, letter, why: whyPlanned })
    }
  return [...planned, ...returnedMatter(unit, scene), ...chaseMatters(unit, stopped, scene)]
}

const whyPlanned = (letter: LetterFacts): string => whySend(letter as CommuneFacts)

function momentsOf(unit: UnitFacts, { facts, moments }: Scene): Moment[] {
  const { plan, deadline, calendar } = facts
  if (!plan) return []
  const due = dueOf(unit, facts)
  const known = moments.get(due.getTime())
  if (known) return known
  const dates = { cutOff: deadline.cutOff, due, extended: due > deadline.due }
  const made = communeMoments(plan, dates, calendar.holidays)
  moments.set(due.getTime(), made)
  return made
}

/** A submission stops what is still planned, and so does the lock: then there is nothing left to send in. */
export function whyStopped(unit: UnitFacts, facts: OfficeFacts, now: Date): string | null {
  if (unit.submittedAt)
    return because(unit.returned ? 'returned' : 'submitted', { moment: moment(unit.submittedAt) })
  const { deadline, calendar, lockedAt } = facts
  if (!lockedAt && calendar.policy.lockDays === 0) return null
  const window = windowOf(deadline, calendar, { extensionUntil: unit.extensionUntil, lockedAt })
  return phaseAt(window, now) === 'locked' ? because('locked') : null
}

function returnedMatter(unit: UnitFacts, { facts, now }: Scene): Matter[] {
  const { returned } = unit
  if (!returned) return []
  return [
    {
      kind: `returned:${returned.version}`,
      planned: returned.at,
      expires: byHandExpiry(returned.at, facts.calendar.holidays),
      recipients: recipientsOf(unit, false),
      stopped: null,
      letter: () => communeFacts(unit, facts, { now, note: { note: returned.reason, by: null } }),
      why: () => because('wasReturned', { version: returned.version, moment: moment(returned.at) }),
    },
  ]
}

/** A chase is a line that an officer put into the ledger; it goes to whom it names, if they are still there. */
function chaseMatters(unit: UnitFacts, stopped: string | null, { facts, now }: Scene): Matter[] {
  return unit.rows
    .filter(row => isChase(row.kind) && isOpen(row))
    .filter(row => unit.people.some(({ email }) => email === row.recipient))
    .map(row => {
      const asked = row.facts?.to === 'commune' ? row.facts : null
      const note = asked && { note: asked.note ?? '', by: asked.by }
      return {
        kind: row.kind,
        planned: row.plannedAt,
        expires: byHandExpiry(row.plannedAt, facts.calendar.holidays),
        recipients: [row.recipient],
        stopped,
        letter: () => communeFacts(unit, facts, { now, note }),
        why: () => because('chased', { by: asked?.by ?? '', moment: moment(row.plannedAt) }),
      }
    })
}

/** The answer for a unit to which nothing is owed at this instant. */
function nothingNow(unit: UnitFacts, scene: Scene): Decision {
  const { now, facts, hours } = scene
  const next = momentsOf(unit, scene).find(({ planned }) => planned > now)
  const stopped = whyStopped(unit, scene.facts, scene.now)
  const first = hours.open ? (lastSent(unit.rows) ?? notYet(unit.state)) : whyClosed(now, facts)
  const [recipient = ''] = recipientsOf(unit, false)
  const kind = next?.kind ?? 'none'
  const line = { kind, planned: next?.planned ?? now, recipient, row: null }
  return record(unit, line, wait(stopped ?? whatNext(first, next)), scene)
}

/** 'Đã nhắc lúc …', by the latest letter that left; null when none has. */
function lastSent(rows: readonly LedgerRow[]): string | null {
  const last = rows.reduce<LedgerRow | null>(
    (latest, row) => (row.sentAt && row.sentAt > (latest?.sentAt ?? new Date(0)) ? row : latest),
    null,
  )
  return last?.sentAt ? because('lastSent', { kind: label(last.kind), moment: moment(last.sentAt) }) : null
}
