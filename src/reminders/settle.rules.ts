import type { Month } from '../calendar/month.rules.ts'
import type { ChannelName } from '../mail/channel.rules.ts'
import { because, moment, whyClosed } from './because.rules.ts'
import type { Addressee, OfficeFacts } from './facts.rules.ts'
import { isOpen, type LedgerRow, newsIn } from './ledger.rules.ts'
import type { LetterFacts } from './letter.rules.ts'
import { isOver, leavesAt, type MailHours, type Moment, mailHoursAt } from './moment.rules.ts'

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
  channel: ChannelName
  /** A mail address, empty when there is nobody to write to; of a webhook, its host. */
  recipient: string
  /** The unit on which the recipient must hold a role when it leaves, or whose hook it is; null: a named address. */
  holder: number | null
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
  /** By e-mail, unless said. */
  channel?: ChannelName
  recipients: string[]
  /** As in Decision; unsaid, the unit whose letter it is. */
  holder?: number | null
  /** Why there is nobody to write to, where the usual reason is not the one. */
  nobody?: string
  /** Why it is no longer owed, or null. */
  stopped: string | null
  letter: () => LetterFacts
  why: (facts: LetterFacts) => string
}

/** Whose letters they are: a commune, or the office itself. */
export type Subject = { id: number; code: string; name: string; people: Addressee[]; rows: LedgerRow[] }

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
 * Judges every matter and recipient against the ledger, and ends the open lines that belong to none of them. A matter
 * whose moment is still to come (the due date has moved, or the clock was set back) leaves its lines as they are.
 */
export function settle(subject: Subject, matters: Matter[], scene: Scene): Decision[] {
  const decided: Decision[] = []
  const covered = new Set<LedgerRow>()
  for (const matter of matters)
    for (const recipient of matter.recipients) {
      const row = rowOf(subject, matter, recipient)
      if (row) covered.add(row)
      if (matter.planned > scene.now || (row && !isOpen(row))) continue
      const verdict = judge(matter, { recipient, row }, scene)
      decided.push(record(subject, lineOf(subject, matter, { recipient, row }), verdict, scene.facts))
    }
  for (const row of subject.rows)
    if (isOpen(row) && !covered.has(row) && !isHeld(row, scene.now))
      decided.push(endOf(subject, row, { month: scene.facts.month, reason: whyOrphaned(subject, row) }))
  return decided
}

const channelOf = ({ channel = 'email' }: Matter): ChannelName => channel

const rowOf = ({ rows }: Subject, matter: Matter, recipient: string): LedgerRow | null =>
  rows.find(
    it => it.kind === matter.kind && it.recipient === recipient && it.channel === channelOf(matter),
  ) ?? null

type Verdict = Pick<Decision, 'decision' | 'because' | 'facts' | 'stale'>
type Given = { recipient: string; row: LedgerRow | null }
type Line = Given & Pick<Decision, 'kind' | 'planned' | 'channel' | 'holder'>

function lineOf({ id }: Subject, matter: Matter, given: Given): Line {
  const { kind, planned, holder } = matter
  return { ...given, kind, planned, channel: channelOf(matter), holder: holder === undefined ? id : holder }
}

/** The decision that ends an open line for good. */
export function endOf(
  subject: Pick<Subject, 'id' | 'code' | 'name'>,
  row: LedgerRow,
  { month, reason }: { month: Month; reason: string },
): Decision {
  const { kind, plannedAt: planned, channel, recipient } = row
  const line = { kind, planned, channel, recipient, row, holder: subject.id }
  return record(subject, line, skip(reason), { month })
}

/** It was answered, corrected or taken back; somebody has left, an address has changed or come back, or the plan has. */
function whyOrphaned({ people }: Subject, { kind, channel, recipient }: LedgerRow): string {
  const bounced = people.some(it => it.email === recipient && it.bounced !== null)
  if (bounced && channel === 'email') return because('addressBounced')
  const isThere = people.some(it => it.email === recipient)
  return because(newsIn(kind) && isThere ? 'newsOver' : 'noLonger')
}

const skip = (reason: string, stale = false): Verdict => ({
  decision: 'skip',
  because: reason,
  facts: null,
  stale,
})
export const wait = (reason: string): Verdict => ({ ...skip(reason), decision: 'wait' })

function judge(matter: Matter, { recipient, row }: Given, scene: Scene): Verdict {
  const { now, facts, hours } = scene
  if (row && isHeld(row, now)) return wait(because('beingSent'))
  if (matter.stopped) return skip(matter.stopped)
  if (recipient === '') return skip(matter.nobody ?? because('nobody'))
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

export function record(
  { id: unitId, code: unit, name: unitName }: Pick<Subject, 'id' | 'code' | 'name'>,
  { kind, planned, channel, recipient, holder, row }: Line,
  verdict: Verdict,
  { month }: Pick<OfficeFacts, 'month'>,
): Decision {
  const line = { kind, channel, recipient, holder, planned, row }
  return { unitId, unit, unitName, month, ...line, ...verdict }
}
