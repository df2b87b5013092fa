import {
  deadlineOf,
  defaultPolicy,
  type Holiday,
  type Holidays,
  holidaysByDay,
  isWorkingDay,
} from '../../src/calendar/deadline.rules.ts'
import { addDays, at, dayAt, isoVietnam } from '../../src/calendar/month.rules.ts'
import { whatTheOfficeGets } from '../../src/reminders/digest.rules.ts'
import { type Addressee, dueOf, type OfficeFacts, type UnitFacts } from '../../src/reminders/facts.rules.ts'
import { CLAIM_MS, chaseKind, isOpen, type LedgerRow, nextTry } from '../../src/reminders/ledger.rules.ts'
import { communeFacts, type LetterFacts } from '../../src/reminders/letter.rules.ts'
import { type Decision, whoGetsWhat } from '../../src/reminders/reminder.rules.ts'
import { shippedHolidays } from './holidays.ts'
import { addressee, dakKoi, officeWith, vn } from './reminders.ts'

/** What may happen in a month: to a commune, to its office, to the portal, to a letter. */
export const happenings = [
  ...['submit', 'return', 'correct', 'extend', 'leave', 'join', 'new-address', 'bounce', 'merge'],
  ...['pause', 'resume', 'holiday', 'lock', 'chase'],
  ...['down', 'back', 'refuse', 'dead', 'drop', 'killed-before', 'killed-after', 'twice'],
] as const
const trouble: readonly string[] = ['refuse', 'dead', 'drop', 'killed-before', 'killed-after', 'twice']
export type Event = { hour: number; what: string; unit: number }

/** A letter as the mail server took it, beside what was true at that instant. */
export type Taken = {
  line: string
  at: Date
  facts: LetterFacts
  again: boolean
  works: boolean
  unit: { reported: boolean; returned: boolean; due: Date; reachable: boolean } | null
}

type Row = LedgerRow & { unitId: number; because: string; redo: boolean }

export type Played = { taken: Taken[]; rows: Row[]; skipped: Decision[]; units: UnitFacts[]; kinds: string[] }

const FIRST_DAY = '2026-11-13'
const LAST_HOUR = 24 * 32
/** Half past each of these hours the portal ticks: by day, and once at night. */
const TICKS = [0, 7, 8, 9, 12, 15, 17]

/** One office's November with two communes, hour by hour, on a ledger that keeps the database's promises. */
export function playMonth(events: readonly Event[]): Played {
  const play = new Play()
  for (let hour = 0; hour < LAST_HOUR; hour += 1) {
    play.turnTo(hour)
    for (const event of events.filter(it => it.hour === hour)) play.happen(event)
    if (TICKS.includes(hour % 24)) play.tick()
  }
  return play.played()
}

/** With a hook, and one reporter whose browser asked to be told: every channel has its lines. */
const november = officeWith({ webhook: { host: 'zalo.example' } })

class Play {
  private now = vn('2026-11-13 00:00')
  private hour = 0
  private units: UnitFacts[] = [
    dakKoi(),
    dakKoi({ id: 4, code: '23500', name: 'Xã Đăk Pne', people: others() }),
  ]
  private holidays: Holidays = shippedHolidays
  private deadline = november.deadline
  private paused: OfficeFacts['paused'] = null
  private lockedAt: Date | null = null
  private downUntil = 0
  private backUntil = 0
  private fates: string[] = []
  private readonly rows = new Map<string, Row>()
  private readonly taken: Taken[] = []
  private readonly skipped: Decision[] = []

  turnTo(hour: number): void {
    const real = at(addDays(FIRST_DAY, Math.floor(hour / 24)), hour % 24, 30)
    this.hour = hour
    this.now = hour < this.backUntil ? new Date(real.getTime() - 60 * 60_000) : real
  }

  happen({ what, unit: index }: Event): void {
    const { now } = this
    const unit = this.units.find(({ id }) => id === index + 3)
    if (what === 'down') this.downUntil = this.hour + 72
    else if (what === 'back') this.backUntil = this.hour + 6
    else if (what === 'pause') this.paused = { reason: 'Đợt rà soát riêng' }
    else if (what === 'resume') this.paused = null
    else if (what === 'lock') this.lockedAt = now
    else if (what === 'holiday') this.addHoliday()
    else if (trouble.includes(what)) this.fates.push(what)
    else if (unit && what === 'merge') this.units = this.units.filter(it => it !== unit)
    else if (unit && what === 'bounce') this.bounce(unit)
    else if (unit && what === 'chase') this.chase(unit)
    else if (unit && changes[what]) this.put({ ...unit, ...changes[what]?.(unit, now, this.hour) })
  }

  tick(): void {
    if (this.hour < this.downUntil) return
    const decided = this.decide()
    const runs = this.fates.includes('twice') ? [decided, this.decide()] : [decided]
    for (const decisions of runs) for (const it of decisions) this.settle(it)
    this.fates = []
  }

  played(): Played {
    const { taken, skipped, units } = this
    const kinds = this.facts().plan?.filter(({ on }) => on) ?? []
    const names = kinds.map(({ type, days }) => (days > 0 ? `${type}-${days}` : type))
    return { taken, skipped, units, rows: [...this.rows.values()], kinds: names }
  }

  private facts(): OfficeFacts {
    const { holidays, paused, lockedAt, units } = this
    const linesOf = (id: number) => [...this.rows.values()].filter(({ unitId }) => unitId === id)
    return {
      ...november,
      calendar: { policy: defaultPolicy, holidays },
      deadline: this.deadline,
      units: units.map(unit => ({ ...unit, rows: linesOf(unit.id) })),
      paused,
      lockedAt,
      rows: linesOf(1),
    }
  }

  /** As decide-reminders does, the lines of units that are gone included. */
  private decide(): Decision[] {
    const facts = this.facts()
    for (const row of this.rows.values())
      if (isOpen(row) && ![1, ...this.units.map(({ id }) => id)].includes(row.unitId) && !this.isHeld(row))
        Object.assign(row, { status: 'skipped', because: 'merged', nextTryAt: null, claimedUntil: null })
    return [...whatTheOfficeGets(facts, this.now), ...whoGetsWhat(facts, this.now)]
  }

  private settle(decision: Decision): void {
    if (decision.decision === 'skip') this.skip(decision)
    if (decision.decision === 'send') this.send(decision)
  }

  private skip(decision: Decision): void {
    const before = this.rows.get(nameOf(decision))
    if (before && (!isOpen(before) || this.isHeld(before))) return
    this.skipped.push(decision)
    const status = decision.stale && before?.status === 'failed' ? 'failed' : 'skipped'
    this.write({
      ...rowOf(decision),
      ...before,
      status,
      because: decision.because,
      nextTryAt: null,
      claimedUntil: null,
    })
  }

  /** Claims as the database does, lets the server take it, and records, unless something comes between. */
  private send(decision: Decision): void {
    const before = this.rows.get(nameOf(decision))
    const due = before?.status === 'failed' && before.nextTryAt !== null && before.nextTryAt <= this.now
    const dropped = before?.status === 'claimed' && !this.isHeld(before)
    if ((before && !due && !dropped) || !decision.facts) return
    const again = before !== undefined && before.attempts > 0 && !before.redo
    const row: Row = {
      ...rowOf(decision),
      status: 'claimed',
      attempts: (before?.attempts ?? 0) + 1,
      claimedUntil: new Date(this.now.getTime() + CLAIM_MS),
      facts: again ? (before?.facts ?? decision.facts) : decision.facts,
    }
    this.write(row)
    this.deliver(row, { again, fate: this.fates.find(it => it !== 'twice') ?? 'taken' })
  }

  private deliver(row: Row, { again, fate }: { again: boolean; fate: string }): void {
    if (['taken', 'drop', 'killed-after'].includes(fate)) this.taken.push(this.letterOf(row, again))
    const later = {
      status: 'failed' as const,
      claimedUntil: null,
      nextTryAt: nextTry(row.attempts, this.now),
    }
    if (fate === 'taken') this.write({ ...row, status: 'sent', sentAt: this.now, claimedUntil: null })
    if (fate === 'refuse') this.write({ ...row, ...later, redo: true })
    if (fate === 'drop') this.write({ ...row, ...later })
    if (fate === 'dead' && row.channel === 'email') this.markDead(row)
    else if (fate === 'dead') this.write({ ...row, status: 'refused', claimedUntil: null })
    this.fates = this.fates.filter(it => it === 'twice')
  }

  private letterOf(row: Row, again: boolean): Taken {
    const unit = this.units.find(({ id }) => id === row.unitId)
    const works = isWorkingDay(dayAt(this.now), this.holidays)
    const about = unit && {
      reported: unit.submittedAt !== null,
      returned: unit.returned !== null,
      due: dueOf(unit, this.facts()),
      reachable: canBeReached(unit, row),
    }
    const facts = row.facts as LetterFacts
    return { line: nameOf(row), at: this.now, facts, again, works, unit: about ?? null }
  }

  private markDead(row: Row): void {
    this.write({ ...row, status: 'bounced', claimedUntil: null, nextTryAt: null })
    const dead = { bounced: { at: this.now, code: '5.1.1', diagnostic: '' } }
    for (const unit of this.units)
      this.put({
        ...unit,
        people: unit.people.map(it => (it.email === row.recipient ? { ...it, ...dead } : it)),
      })
  }

  /** The last letter to the commune comes back. */
  private bounce(unit: UnitFacts): void {
    const sent = [...this.rows.values()].filter(
      it => it.unitId === unit.id && it.status === 'sent' && it.channel === 'email',
    )
    const last = sent.at(-1)
    if (last) this.markDead(last)
  }

  private chase(unit: UnitFacts): void {
    const [first] = unit.people.filter(({ bounced }) => bounced === null)
    if (!first || unit.submittedAt) return
    const facts = communeFacts(unit, this.facts(), {
      now: this.now,
      note: { note: 'Mong sớm gửi', by: 'Mai' },
    })
    const line = { unitId: unit.id, kind: chaseKind(isoVietnam(this.now)), recipient: first.email }
    if (this.rows.has(nameOf({ ...line, channel: 'email' }))) return
    const queued = {
      ...emptyRow,
      ...line,
      plannedAt: this.now,
      claimedUntil: this.now,
      facts,
      because: 'chased',
    }
    this.write({ ...queued, status: 'claimed', attempts: 0, redo: true })
  }

  private addHoliday(): void {
    const extra: Holiday = { day: this.deadline.dueDay, kind: 'off', name: 'Nghỉ bão' }
    this.holidays = holidaysByDay([...this.holidays.values(), extra])
    this.deadline = deadlineOf(november.month, defaultPolicy, this.holidays)
  }

  private put(unit: UnitFacts): void {
    this.units = this.units.map(it => (it.id === unit.id ? unit : it))
  }

  private write(row: Row): void {
    this.rows.set(nameOf(row), row)
  }

  private isHeld({ status, claimedUntil }: LedgerRow): boolean {
    return status === 'claimed' && claimedUntil !== null && claimedUntil > this.now
  }
}

function canBeReached({ people }: UnitFacts, { channel, recipient }: Row): boolean {
  if (channel === 'webhook') return recipient === november.webhook?.host
  return people.some(it => it.email === recipient && (channel === 'push' ? it.pushes : it.bounced === null))
}

type Line = Pick<LedgerRow, 'kind' | 'recipient' | 'channel'> & { unitId: number }
const nameOf = ({ unitId, kind, recipient, channel }: Line): string =>
  [unitId, kind, recipient, channel].join(' ')

const emptyRow = {
  id: 1,
  channel: 'email' as const,
  sentAt: null,
  claimedUntil: null,
  nextTryAt: null,
  attempts: 0,
  facts: null,
  redo: false,
}

const rowOf = ({ unitId, kind, channel, recipient, planned, because }: Decision): Row => ({
  ...emptyRow,
  ...{ unitId, kind, channel, recipient, because },
  status: 'skipped',
  plannedAt: planned,
})

const others = (): Addressee[] => [
  addressee('a.duc@dakpne.example', 'reporter', { pushes: true }),
  addressee('le.ha@dakpne.example', 'reporter'),
  addressee('chu.tich@dakpne.example', 'leader'),
]

/** What becomes of a commune; `hour` makes addresses and versions that are new each time. */
const changes: Record<string, (unit: UnitFacts, now: Date, hour: number) => Partial<UnitFacts>> = {
  submit: (unit, now) => ({
    submittedAt: unit.submittedAt ?? now,
    onTime: true,
    state: 'submitted',
    returned: null,
  }),
  correct: unit => (unit.returned ? { state: 'submitted', returned: null } : {}),
  return: (unit, now, hour) =>
    unit.submittedAt ? { state: 'returned', returned: { version: hour, at: now, reason: 'Xem lại' } } : {},
  extend: () => ({ extensionUntil: vn('2026-11-30 17:00') }),
  leave: unit => ({ people: unit.people.slice(1) }),
  join: (unit, _now, hour) => ({
    people: [...unit.people, addressee(`moi.${hour}@${unit.id}.example`, 'reporter')],
  }),
  'new-address': (unit, _now, hour) => ({
    people: unit.people.map((it, index) =>
      index === 0 ? { ...it, email: `khac.${hour}@${unit.id}.example`, bounced: null } : it,
    ),
  }),
}
