import { dayAt, monthOfDay } from '../calendar/month.rules.ts'
import { because } from './because.rules.ts'
import { type Addressee, type OfficeFacts, orNobody, recipientsOf, type UnitFacts } from './facts.rules.ts'
import type { BounceFacts } from './letter.rules.ts'
import { byHandExpiry } from './moment.rules.ts'
import type { Matter } from './reminder.rules.ts'

/** Whose address it is, where they work, and what came back. */
type Dead = {
  unitName: string
  person: Addressee
  bounced: NonNullable<Addressee['bounced']>
  /** Who gets the unit's letters instead, if anybody. */
  nextPerson: string | null
}

/**
 * The letters that tell the office's officers of an address that takes no letters: one per person and bounce. Each belongs
 * to the month in which the bounce came, so that it is owed once, whichever months are asked about. It is owed as long as the
 * mark stands: an address put right meanwhile needs no letter.
 */
export function bounceMatters(facts: OfficeFacts, now: Date): Matter[] {
  return deadIn(facts)
    .filter(({ bounced }) => bounced.at <= now && monthOfDay(dayAt(bounced.at)) === facts.month)
    .map(dead => matterOf(dead, facts))
}

/** Each person once, at the first of their units. */
function deadIn({ units }: OfficeFacts): Dead[] {
  const found = new Map<number, Dead>()
  for (const unit of units)
    for (const person of unit.people)
      if (person.bounced && !found.has(person.personId)) {
        const { bounced } = person
        found.set(person.personId, { unitName: unit.name, person, bounced, nextPerson: nextIn(unit) })
      }
  return [...found.values()]
}

function nextIn(unit: UnitFacts): string | null {
  const [next] = recipientsOf(unit, false)
  return unit.people.find(({ email }) => email === next)?.name ?? null
}

function matterOf({ unitName, person, bounced, nextPerson }: Dead, facts: OfficeFacts): Matter {
  const { name, email, personId } = person
  const letter = (): BounceFacts => ({
    to: 'bounce',
    office: facts.office.name,
    unitName,
    person: name,
    email,
    diagnostic: [bounced.code, bounced.diagnostic].filter(Boolean).join(' '),
    nextPerson,
  })
  return {
    kind: bounceKind(personId, bounced.at),
    planned: bounced.at,
    expires: byHandExpiry(bounced.at, facts.calendar.holidays),
    recipients: orNobody(readersIn(facts)),
    stopped: null,
    letter,
    why: () => because('bounce', { email, unit: unitName }),
  }
}

export const bounceKind = (personId: number, at: Date): string => `bounce:${personId}:${dayAt(at)}`

/** The officers; where there is none to be reached, the office's leaders. */
function readersIn({ people }: OfficeFacts): string[] {
  const reached = (role: Addressee['role']) =>
    people.filter(it => it.role === role && it.bounced === null).map(({ email }) => email)
  const officers = reached('officer')
  return officers.length > 0 ? officers : reached('office_leader')
}
