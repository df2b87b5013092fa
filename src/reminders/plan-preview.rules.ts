import { whatTheOfficeGets } from './digest.rules.ts'
import { dueOf, type OfficeFacts, type UnitFacts } from './facts.rules.ts'
import type { LedgerRow } from './ledger.rules.ts'
import { communeMoments, type Moment, mailHoursAt, officeMoments } from './moment.rules.ts'
import type { Plan } from './plan.rules.ts'
import { type Decision, whoGetsWhat } from './reminder.rules.ts'

/**
 * A letter of the month as a plan would have it. 'past': its moment is behind, and the ledger says what became of it.
 * 'now': its moment is behind too, but it is still owed, so it would leave at once. 'ahead': it leaves at `at`.
 */
export type Entry = Moment & {
  stage: 'past' | 'now' | 'ahead'
  at: Date
  /** The due date that it is counted from; a unit with more time has its own. */
  due: Date
  extended: boolean
  /** Communes written to, and the mails to their people. */
  communes: number
  mails: number
  /** Mails to the office, the office above and the addresses named. */
  others: number
  /** Units left out, by the reason; a count of 0 speaks of the office's own letter. */
  leftOut: { reason: Reason; because: string; count: number }[]
}

export type Reason = 'reported' | 'nobody' | 'other'

/**
 * The month under a plan that need not be saved, first letter to last: the very rules that will decide are asked for each of
 * its moments, as if nobody reported in between. What was sent already is told from the ledger.
 */
export function planPreview(facts: OfficeFacts, plan: Plan, now: Date): Entry[] {
  const asIf = { ...facts, plan, running: false }
  const owed = decideAt(asIf, now).filter(it => it.decision !== 'skip')
  const { open, next } = mailHoursAt(now, facts.calendar.holidays)
  const decided = new Map<number, Decision[]>()
  const at = (moment: Moment) => {
    const instant = moment.planned.getTime()
    const known = decided.get(instant) ?? decideAt(asIf, moment.planned)
    decided.set(instant, known)
    return known.filter(it => it.kind === moment.kind && it.planned.getTime() === instant)
  }
  return momentsOf(asIf).map(moment => {
    if (moment.planned > now) return ahead(moment, at(moment), asIf)
    const still = owed.filter(it => it.kind === moment.kind)
    if (still.length === 0) return past(moment, facts)
    return { ...ahead(moment, still, asIf), stage: 'now', at: open ? now : next }
  })
}

const decideAt = (facts: OfficeFacts, instant: Date): Decision[] =>
  [...whatTheOfficeGets(facts, instant), ...whoGetsWhat(facts, instant)].filter(
    ({ channel }) => channel === 'email',
  )

type Dated = Moment & { due: Date; extended: boolean }

/** Every kind once: those of the office's own due date, and of every later one that some unit was given. */
function momentsOf(facts: OfficeFacts & { plan: Plan }): Dated[] {
  const { plan, deadline, calendar, units } = facts
  const dues = new Map(units.map(unit => [dueOf(unit, facts).getTime(), dueOf(unit, facts)]))
  const dated = (due: Date, make: typeof communeMoments) => {
    const extended = due > deadline.due
    return make(plan, { cutOff: deadline.cutOff, due, extended }, calendar.holidays).map(it => ({
      ...it,
      due,
      extended,
    }))
  }
  const all = [...dues.values()].flatMap(due => dated(due, communeMoments))
  const once = new Map([...all, ...dated(deadline.due, officeMoments)].map(it => [it.kind, it]))
  return [...once.values()].sort((a, b) => a.planned.getTime() - b.planned.getTime())
}

function ahead(moment: Dated, decisions: Decision[], { office, units }: OfficeFacts): Entry {
  const sends = decisions.filter(it => it.decision !== 'skip')
  const toCommunes = sends.filter(it => it.unitId !== office.id)
  return {
    ...moment,
    stage: 'ahead',
    at: moment.planned,
    communes: new Set(toCommunes.map(it => it.unitId)).size,
    mails: toCommunes.length,
    others: sends.length - toCommunes.length,
    leftOut: leftOut(decisions, new Map(units.map(unit => [unit.id, unit]))),
  }
}

function leftOut(decisions: readonly Decision[], units: ReadonlyMap<number, UnitFacts>): Entry['leftOut'] {
  const groups = new Map<string, { reason: Reason; because: string; ids: Set<number> }>()
  for (const { unitId, because, ...it } of decisions) {
    if (it.decision !== 'skip') continue
    const unit = units.get(unitId)
    const reason = unit?.submittedAt ? 'reported' : unit && it.recipient === '' ? 'nobody' : 'other'
    const key = reason === 'other' ? because : reason
    const { ids } = groups.get(key) ?? { ids: new Set<number>() }
    groups.set(key, { reason, because, ids: unit ? ids.add(unitId) : ids })
  }
  return [...groups.values()].map(({ ids, ...group }) => ({ ...group, count: ids.size }))
}

/** As it was: how many left, and at the hour that the plan of that day had. */
function past(moment: Dated, { rows, units }: OfficeFacts): Entry {
  const left = (all: readonly LedgerRow[]) =>
    all.filter(it => it.kind === moment.kind && it.channel === 'email' && LEFT.includes(it.status))
  const byUnit = units.map(unit => left(unit.rows)).filter(lines => lines.length > 0)
  const others = left(rows)
  return {
    ...moment,
    stage: 'past',
    at: [...byUnit.flat(), ...others][0]?.plannedAt ?? moment.planned,
    communes: byUnit.length,
    mails: byUnit.flat().length,
    others: others.length,
    leftOut: [],
  }
}

/** A letter that came back had left all the same. */
const LEFT: readonly LedgerRow['status'][] = ['sent', 'bounced']
