import { because } from './because.rules.ts'
import { type OfficeFacts, orNobody } from './facts.rules.ts'
import { type DigestFacts, digestFacts, type LetterFacts } from './letter.rules.ts'
import { type Moment, officeMoments } from './moment.rules.ts'
import { isDigest } from './plan.rules.ts'
import { type Decision, type Matter, sceneOf, settle } from './reminder.rules.ts'

/**
 * The letters to the office itself: the digest on the due date to its officers, the one of the next working day with
 * the Excel, and the one that tells officers and leaders who is still missing so many days after.
 * Nothing is answered for an office that no commune reports to, or to which nothing is owed.
 */
export function whatTheOfficeGets(facts: OfficeFacts, now: Date): Decision[] {
  const scene = sceneOf(facts, now)
  const { office, plan, deadline, calendar, units, rows } = scene.facts
  if (!plan || units.length === 0) return []
  const dates = { cutOff: deadline.cutOff, due: deadline.due, extended: false }
  const digest = digestFacts(facts, now)
  const matters = officeMoments(plan, dates, calendar.holidays).map(it => matterOf(it, facts, digest))
  return settle({ ...office, rows }, matters, scene)
}

function matterOf(moment: Moment, { people }: OfficeFacts, digest: DigestFacts): Matter {
  const plain = isDigest(moment.step.type)
  const readers = people.filter(({ role }) => role === 'officer' || (role === 'office_leader' && !plain))
  return {
    ...moment,
    recipients: orNobody(readers.map(({ email }) => email)),
    stopped: !plain && digest.missing.length === 0 ? because('allReported') : null,
    letter: () => digest,
    why: (letter: LetterFacts) => (plain ? whyDigest : whyMissing)(letter as DigestFacts),
  }
}

const whyDigest = ({ reported, expected }: DigestFacts): string => because('digest', { reported, expected })

const whyMissing = ({ missing, expected }: DigestFacts): string =>
  because('missing', { missing: missing.length, expected })
