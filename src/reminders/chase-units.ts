import { type Actor, type Change, change } from '../audit/change.ts'
import { isoVietnam, type Month } from '../calendar/month.rules.ts'
import type { Trx } from '../db/database.ts'
import { unitsUnder } from '../units/unit.store.ts'
import { because, moment } from './because.rules.ts'
import { holdOffice, type Queued, queueChase } from './chase.store.ts'
import { addressesOf, meantFor, type OfficeFacts, type UnitFacts } from './facts.rules.ts'
import { chaseKind, isChase } from './ledger.rules.ts'
import { communeFacts } from './letter.rules.ts'
import type { Channels } from './open-channels.ts'
import { usualRoles, whyStopped } from './reminder.rules.ts'
import { loadFacts } from './reminder.store.ts'
import { type PostOffice, sendReminders } from './send-reminders.ts'

export type Chase = {
  actor: Actor & { position: string }
  officeId: number
  month: Month
  unitIds: number[]
  /** The officer's own sentence; may be empty. */
  sentence: string
}

/** The page waits so long (ms) for the letters; what has not left by then is sent by the next tick. */
const PATIENCE_MS = 8_000
const HOUR_MS = 60 * 60_000

/**
 * "Nhắc ngay": puts one letter per recipient into the ledger, at most one chase per commune and hour, and sends what the
 * mail hours allow; at night the letters wait in the ledger for the morning. Whoever is not written to gets a line too,
 * with its reason. Units that do not report to the office are left out.
 * @returns the instant that names this press in the ledger (`planned_at` of its lines).
 */
export async function chaseUnits(office: PostOffice, chase: Chase): Promise<Date> {
  const now = office.clock()
  const { actor, officeId, month } = chase
  const by: Change = { actor, now }
  const mailed = await change(office.db, by, async trx => {
    await holdOffice(trx, officeId)
    const offices = await factsUnder(trx, { now, officeId, month })
    const queued = offices.flatMap(facts =>
      facts.units
        .filter(({ id }) => chase.unitIds.includes(id))
        .flatMap(unit => linesFor(unit, facts, { chase, now, channels: office.channels })),
    )
    await queueChase(trx, queued, now)
    const units = (wanted: boolean) => [
      ...new Set(queued.filter(it => (it.facts !== null) === wanted).map(it => it.unitId)),
    ]
    const detail = { sentence: chase.sentence, mailed: units(true), notMailed: units(false) }
    const act = { act: 'reminder.chase', unitId: officeId, month, detail }
    return { result: detail.mailed, act: queued.length > 0 ? act : null }
  })
  const kind = chaseKind(isoVietnam(now))
  if (mailed.length > 0)
    await sendReminders(office, { month, kind, signal: AbortSignal.timeout(PATIENCE_MS) })
  return now
}

/** The office's own month; for an office that offices report to, theirs. */
async function factsUnder(
  trx: Trx,
  { now, officeId, month }: { now: Date; officeId: number; month: Month },
): Promise<OfficeFacts[]> {
  const below = (await unitsUnder(trx, officeId, month)).filter(({ kind }) => kind === 'office')
  if (below.length === 0) return loadFacts(trx, { now, officeId, month })
  const ids = new Set([officeId, ...below.map(({ id }) => id)])
  return (await loadFacts(trx, { now, month })).filter(({ office }) => ids.has(office.id))
}

function linesFor(
  unit: UnitFacts,
  facts: OfficeFacts,
  { chase, now, channels }: { chase: Chase; now: Date; channels: Channels },
): Queued[] {
  const refused = whyNot(unit, facts, now)
  const line = { unitId: unit.id, month: facts.month, channel: 'email' as const }
  const press = isoVietnam(now)
  if (refused) return [{ ...line, kind: `chase:${press}`, recipient: '', because: refused, facts: null }]
  const { name, position } = chase.actor
  const by = position ? `${name}, ${position}` : name
  const letter = communeFacts(unit, facts, { now, note: { note: chase.sentence, by } })
  const reason = because('chased', { by: name, moment: moment(now) })
  const kind = chaseKind(press)
  return everyWay(unit, facts, channels).map(way => ({
    ...line,
    ...way,
    kind,
    because: reason,
    facts: letter,
  }))
}

/** The unit's addresses, its people's browsers and the office's hook, as far as the portal is set up for them. */
function everyWay(
  unit: UnitFacts,
  { webhook }: OfficeFacts,
  channels: Channels,
): Pick<Queued, 'channel' | 'recipient'>[] {
  const mails = addressesOf(unit, usualRoles).filter(it => it !== '')
  const browsers = meantFor(unit, usualRoles).filter(({ pushes }) => pushes)
  return [
    ...mails.map(recipient => ({ channel: 'email' as const, recipient })),
    ...(channels.push ? browsers : []).map(({ email }) => ({ channel: 'push' as const, recipient: email })),
    ...(channels.webhook && webhook ? [{ channel: 'webhook' as const, recipient: webhook.host }] : []),
  ]
}

/** Why a unit is not written to, or null: it has reported, has nobody to write to, or was chased within the hour. */
function whyNot(unit: UnitFacts, facts: OfficeFacts, now: Date): string | null {
  const stopped = whyStopped(unit, facts, now)
  if (stopped) return stopped
  if (addressesOf(unit, usualRoles)[0] === '')
    return because(unit.people.some(it => it.bounced) ? 'allBounced' : 'nobody')
  const last = unit.rows
    .filter(({ kind, status }) => isChase(kind) && status !== 'skipped')
    .reduce((latest, { plannedAt }) => Math.max(latest, plannedAt.getTime()), 0)
  return now.getTime() - last < HOUR_MS ? because('chasedAlready', { moment: moment(new Date(last)) }) : null
}
