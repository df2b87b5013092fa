import { phaseAt, windowOf } from '../calendar/window.rules.ts'
import { because, label, moment, notYet, whatNext, whyClosed, whySend } from './because.rules.ts'
import { addressesOf, dueOf, meantFor, type OfficeFacts, type Roles, type UnitFacts } from './facts.rules.ts'
import { isChase, isOpen, type LedgerRow } from './ledger.rules.ts'
import { type CommuneFacts, communeFacts, type LetterFacts, planNote } from './letter.rules.ts'
import { byHandExpiry, communeMoments, type Moment } from './moment.rules.ts'
import { newsOf } from './news.rules.ts'
import { type Decision, type Matter, record, type Scene, sceneOf, settle, wait } from './settle.rules.ts'

export type { Decision, Matter } from './settle.rules.ts'

/** To whom a letter about what the office did, or one that an officer asks for, goes. */
export const usualRoles = { reporter: true, leader: false }

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

/**
 * The plan's letters, what the office did about the commune, and what an officer asked to be sent. Letters still to come
 * matter only to a unit with lines that await an end.
 */
function mattersOf(unit: UnitFacts, scene: Scene): Matter[] {
  const stopped = whyStopped(unit, scene.facts, scene.now)
  const all = unit.rows.some(isOpen)
  const owed = momentsOf(unit, scene).filter(({ planned }) => all || planned <= scene.now)
  const planned = { stopped: stopped ?? whyPaused(scene.facts), scene }
  return [
    ...owed.flatMap(it => plannedMatters(it, unit, planned)),
    ...newsMatters(unit, scene),
    ...chaseMatters(unit, stopped, scene),
  ]
}

function plannedMatters(
  { kind, step, planned, expires }: Moment,
  unit: UnitFacts,
  { stopped, scene: { facts, now } }: { stopped: string | null; scene: Scene },
): Matter[] {
  const letter = () => communeFacts(unit, facts, { now, note: planNote(step.sentence, unit, { facts, now }) })
  const matter = { kind, planned, expires, stopped, letter, why: whyPlanned }
  return everyWay({ ...matter, ...byMail(unit, step) }, unit, { facts, roles: step })
}

const whyPlanned = (letter: LetterFacts): string => whySend(letter as CommuneFacts)

/** The addresses; and when there is none that takes letters, whether because there is nobody or because all came back. */
function byMail(unit: UnitFacts, roles: Roles): Pick<Matter, 'recipients' | 'nobody'> {
  const recipients = addressesOf(unit, roles)
  if (recipients[0] !== '' || meantFor(unit, roles).length === 0) return { recipients }
  return { recipients, nobody: because('allBounced') }
}

/** The same matter by mail, to the browsers of those it is meant for, and once to the office's hook. */
function everyWay(
  matter: Matter,
  unit: UnitFacts,
  { facts, roles }: { facts: OfficeFacts; roles: Roles },
): Matter[] {
  const { webhook, office } = facts
  const pushed = meantFor(unit, roles).filter(({ pushes }) => pushes)
  const push = { ...matter, channel: 'push' as const, recipients: unique(pushed.map(({ email }) => email)) }
  const hook = { ...matter, channel: 'webhook' as const, holder: office.id }
  return [matter, push, ...(webhook ? [{ ...hook, recipients: [webhook.host] }] : [])]
}

const unique = (texts: string[]): string[] => [...new Set(texts)]

export function momentsOf(unit: UnitFacts, { facts, moments }: Scene): Moment[] {
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
  const { extensionUntil, openUntil } = unit
  const window = windowOf(deadline, calendar, { extensionUntil, lockedAt, openUntil })
  return phaseAt(window, now) === 'locked' ? because('locked') : null
}

/** The office sends nothing of its plan this month; what is asked for by hand leaves all the same. */
export const whyPaused = ({ paused, office }: OfficeFacts): string | null =>
  paused && because('paused', { office: office.name, reason: paused.reason })

/** What the office did about this commune: it leaves also when the plan is paused, or the month locked. */
function newsMatters(unit: UnitFacts, { facts, now }: Scene): Matter[] {
  return newsOf(unit, facts).flatMap(({ kind, planned, ends, note, why }) => {
    const expires = byHandExpiry(planned, facts.calendar.holidays)
    const matter = {
      ...{ kind, planned, expires: ends && ends < expires ? ends : expires },
      ...byMail(unit, usualRoles),
      stopped: null,
      letter: () => communeFacts(unit, facts, { now, note: note() }),
      why: () => why,
    }
    return everyWay(matter, unit, { facts, roles: usualRoles })
  })
}

/**
 * A chase is a line that an officer put into the ledger; it goes to whom it names, if they are still there. Once that letter
 * has come back, it goes to the next person of the unit.
 */
function chaseMatters(unit: UnitFacts, stopped: string | null, scene: Scene): Matter[] {
  const chases = unit.rows.filter(({ kind }) => isChase(kind))
  const next = (row: LedgerRow) =>
    addressesOf(unit, usualRoles).filter(it => it !== '' && !chases.some(isLineOf(row.kind, it)))
  const bounced = chases
    .filter(({ status }) => status === 'bounced')
    .filter((row, index, all) => all.findIndex(({ kind }) => kind === row.kind) === index)
    .map(row => ({ ...chaseOf(row, unit, scene), recipients: next(row) }))
  const open = chases.filter(isOpen).map(row => chaseOf(row, unit, scene))
  return [...open, ...bounced].map(matter => ({ ...matter, stopped }))
}

const isLineOf = (kind: string, address: string) => (row: LedgerRow) =>
  row.kind === kind && row.recipient === address && row.channel === 'email'

function chaseOf(row: LedgerRow, unit: UnitFacts, { facts, now }: Scene) {
  const asked = row.facts?.to === 'commune' ? row.facts : null
  const note = asked && { note: asked.note ?? '', by: asked.by }
  const { kind, channel, recipient, plannedAt: planned } = row
  const isThere =
    channel === 'webhook'
      ? facts.webhook?.host === recipient
      : unit.people.some(it => it.email === recipient && (channel === 'push' ? it.pushes : !it.bounced))
  return {
    kind,
    channel,
    holder: channel === 'webhook' ? facts.office.id : unit.id,
    planned,
    expires: byHandExpiry(planned, facts.calendar.holidays),
    recipients: isThere ? [recipient] : [],
    letter: () => communeFacts(unit, facts, { now, note }),
    why: () => because('chased', { by: asked?.by ?? '', moment: moment(planned) }),
  }
}

/** The answer for a unit to which nothing is owed at this instant. */
function nothingNow(unit: UnitFacts, scene: Scene): Decision {
  const { now, facts, hours } = scene
  const next = momentsOf(unit, scene).find(({ planned }) => planned > now)
  const stopped = whyStopped(unit, scene.facts, scene.now) ?? whyPaused(scene.facts)
  const first = hours.open ? (lastSent(unit.rows) ?? notYet(unit.state)) : whyClosed(now, facts)
  const [recipient = ''] = addressesOf(unit, usualRoles)
  const line = { kind: next?.kind ?? 'none', planned: next?.planned ?? now, recipient, row: null }
  const reason = stopped ?? whatNext(first, next)
  return record(unit, { ...line, channel: 'email', holder: unit.id }, wait(reason), facts)
}

/** 'Đã nhắc lúc …', by the latest letter that left; null when none has. */
function lastSent(rows: readonly LedgerRow[]): string | null {
  const last = rows.reduce<LedgerRow | null>(
    (latest, row) => (row.sentAt && row.sentAt > (latest?.sentAt ?? new Date(0)) ? row : latest),
    null,
  )
  return last?.sentAt ? because('lastSent', { kind: label(last.kind), moment: moment(last.sentAt) }) : null
}
