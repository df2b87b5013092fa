import { because } from './because.rules.ts'
import { bounceMatters } from './bounce-letter.rules.ts'
import type { Addressee, OfficeFacts } from './facts.rules.ts'
import { type DigestFacts, type DigestReader, digestFacts } from './letter.rules.ts'
import { type Moment, officeMoments } from './moment.rules.ts'
import { isDigest } from './plan.rules.ts'
import { type Decision, type Matter, whyPaused } from './reminder.rules.ts'
import { sceneOf, settle } from './settle.rules.ts'

/**
 * The letters about an office's month: the digest on the due date to its officers, the one of the next working day with
 * the Excel, the one that tells the office, the one above and the named addresses who is still missing; and, also in a
 * month in which the plan is paused, of each address that takes no letters.
 * Nothing is answered for an office that no commune reports to, or to which nothing is owed.
 */
export function whatTheOfficeGets(facts: OfficeFacts, now: Date): Decision[] {
  const scene = sceneOf(facts, now)
  const { office, plan, deadline, calendar, people, rows } = scene.facts
  const dates = { cutOff: deadline.cutOff, due: deadline.due, extended: false }
  const moments = plan ? officeMoments(plan, dates, calendar.holidays) : []
  const matters = moments.flatMap(it => mattersOf(it, facts, now))
  return settle({ ...office, people, rows }, [...matters, ...bounceMatters(facts, now)], scene)
}

/** Its readers by what they are to the office; an address that is reached one way is not written to by another. */
function mattersOf(moment: Moment, facts: OfficeFacts, now: Date): Matter[] {
  const { step } = moment
  const digest = isDigest(step.type)
  const { office, people, above } = facts
  const own = digest || step.office ? readersIn(people, !digest) : []
  const higher = step.above && above ? readersIn(above.people, false) : []
  const make = (reader: DigestReader, holder: number | null, recipients: string[]): Matter => ({
    ...about(moment, facts, { now, reader }),
    holder,
    recipients,
  })
  const without = (emails: string[], others: string[]) => emails.filter(it => !others.includes(it))
  const matters = [
    make('office', office.id, own),
    make('above', above?.id ?? null, without(higher, own)),
    make('named', null, without(step.addresses, [...own, ...higher])),
  ]
  const nobody = matters.every(({ recipients }) => recipients.length === 0)
  const missing = { ...about(moment, facts, { now, reader: 'office' }), recipients: [''] }
  if (step.above && higher.length === 0) return [...matters, { ...missing, nobody: because('nobodyAbove') }]
  return nobody ? [...matters, missing] : matters
}

/** The officers, and the leaders too where the letter is theirs or no officer can be reached. */
function readersIn(people: readonly Addressee[], withLeaders: boolean): string[] {
  const reached = (role: Addressee['role']) =>
    people.filter(it => it.role === role && it.bounced === null).map(({ email }) => email)
  const officers = reached('officer')
  const leaders = withLeaders || officers.length === 0 ? reached('office_leader') : []
  return [...new Set([...officers, ...leaders])]
}

function about(
  moment: Moment,
  facts: OfficeFacts,
  { now, reader }: { now: Date; reader: DigestReader },
): Omit<Matter, 'recipients'> {
  const { kind, planned, expires, step } = moment
  const digest = isDigest(step.type)
  const nobodyMissing = facts.units.every(({ submittedAt }) => submittedAt !== null)
  return {
    kind,
    planned,
    expires,
    stopped: whyPaused(facts) ?? (!digest && nobodyMissing ? because('allReported') : null),
    letter: () => ({ ...digestFacts(facts, now), reader }),
    why: letter => (digest ? whyDigest : whyMissing)(letter as DigestFacts),
  }
}

const whyDigest = ({ reported, expected }: DigestFacts): string => because('digest', { reported, expected })

const whyMissing = ({ missing, expected }: DigestFacts): string =>
  because('missing', { missing: missing.length, expected })
