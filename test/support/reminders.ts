import { type DeadlinePolicy, deadlineOf, defaultPolicy } from '../../src/calendar/deadline.rules.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { whatTheOfficeGets } from '../../src/reminders/digest.rules.ts'
import type { Addressee, OfficeFacts, UnitFacts } from '../../src/reminders/facts.rules.ts'
import { isOpen, type LedgerRow } from '../../src/reminders/ledger.rules.ts'
import { defaultPlan } from '../../src/reminders/plan.rules.ts'
import { type Decision, whoGetsWhat } from '../../src/reminders/reminder.rules.ts'
import { shippedHolidays as holidays } from './holidays.ts'

/** '2026-11-25 08:00' in Vietnam. */
export const vn = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`)

export const yLan = 'y.lan@dakkoi.example'
export const chairman = 'chu.tich@dakkoi.example'
export const officer = 'nguyen.mai@sgd.example'
export const officeLeader = 'bui.ha@sgd.example'

/** Somebody who can be reached; numbered by the address, so that one address is one person. */
export const addressee = (
  email: string,
  role: Addressee['role'],
  over: Partial<Addressee> = {},
): Addressee => ({
  personId: [...email].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7),
  name: email,
  email,
  role,
  phone: '',
  bounced: null,
  pushes: false,
  ...over,
})

export const bounced = (at: string): Partial<Addressee> => ({
  bounced: { at: vn(at), code: '5.1.1', diagnostic: 'User unknown' },
})

/** Xã Đăk Kôi, which has not reported; what a test says of it is laid over. */
export const dakKoi = (over: Partial<UnitFacts> = {}): UnitFacts => ({
  id: 3,
  code: '23485',
  name: 'Xã Đăk Kôi',
  state: 'missing',
  submittedAt: null,
  onTime: null,
  returned: null,
  extensionUntil: null,
  openUntil: null,
  answered: null,
  awaited: [],
  grants: [],
  people: [addressee(yLan, 'reporter'), addressee(chairman, 'leader')],
  rows: [],
  ...over,
})

export const submitted = (at: string): Partial<UnitFacts> => ({
  state: 'submitted',
  submittedAt: vn(at),
  onTime: true,
})

type Given = Partial<Omit<OfficeFacts, 'month' | 'units'>> & {
  month?: string
  units?: UnitFacts[]
  settings?: Partial<DeadlinePolicy>
}

/** Sở GD&ĐT with one commune, in 11/2026 unless said otherwise: 24/11 is a day off, the due date is Wednesday 25/11. */
export function officeWith({
  month = '2026-11',
  units = [dakKoi()],
  settings = {},
  ...over
}: Given = {}): OfficeFacts {
  const policy = { ...defaultPolicy, ...settings }
  return {
    office: { id: 1, code: '51', name: 'Sở GD&ĐT Quảng Ngãi', contact: 'Nguyễn Thị Mai', replyTo: null },
    month: asMonth(month),
    running: true,
    plan: defaultPlan,
    calendar: { policy, holidays },
    deadline: deadlineOf(asMonth(month), policy, holidays),
    lockedAt: null,
    people: [addressee(officer, 'officer'), addressee(officeLeader, 'office_leader')],
    rows: [],
    units,
    paused: null,
    above: null,
    webhook: null,
    ...over,
  }
}

/** The ledger as the database keeps it: a line is unique by unit, kind and recipient. */
export type Ledger = { rows: Map<string, LedgerRow & { unitId: number }>; sent: string[]; skipped: string[] }
export const emptyLedger = (): Ledger => ({ rows: new Map(), sent: [], skipped: [] })

/** One tick: decides on the facts with the ledger's lines in them, and writes down what was decided. */
export function tick(facts: OfficeFacts, ledger: Ledger, now: Date): Decision[] {
  const linesOf = (id: number) => [...ledger.rows.values()].filter(({ unitId }) => unitId === id)
  const seen = {
    ...facts,
    rows: linesOf(facts.office.id),
    units: facts.units.map(unit => ({ ...unit, rows: linesOf(unit.id) })),
  }
  const decisions = [...whoGetsWhat(seen, now), ...whatTheOfficeGets(seen, now)]
  for (const it of decisions) if (it.decision !== 'wait') keep(ledger, it)
  return decisions
}

function keep(ledger: Ledger, { unitId, kind, channel, recipient, decision, planned, row }: Decision): void {
  const key = [unitId, kind, recipient, ...(channel === 'email' ? [] : [channel])].join(' ')
  const before = ledger.rows.get(key)
  if (before && (!row || !isOpen(before))) throw new Error(`decided twice: ${key}`)
  const status = decision === 'send' ? ('sent' as const) : ('skipped' as const)
  ledger.rows.set(key, { ...line(kind, recipient), channel, unitId, status, plannedAt: planned })
  ledger[status].push(key)
}

export const line = (kind: string, recipient: string, over: Partial<LedgerRow> = {}): LedgerRow => ({
  id: 1,
  kind,
  channel: 'email',
  recipient,
  status: 'sent',
  plannedAt: vn('2026-11-16 08:00'),
  sentAt: null,
  claimedUntil: null,
  nextTryAt: null,
  attempts: 1,
  facts: null,
  ...over,
})

/** Ticks every half hour (less often at night) from one moment to another and tells what left, as '23/11 08:00 before-1 y.lan'. */
export function play(
  facts: OfficeFacts | ((now: Date) => OfficeFacts),
  [from, to]: [string, string],
): string[] {
  const ledger = emptyLedger()
  const told: string[] = []
  for (let now = vn(from); now <= vn(to); now = new Date(now.getTime() + 30 * 60_000)) {
    if (isDeepNight(now)) continue
    const decided = tick(typeof facts === 'function' ? facts(now) : facts, ledger, now)
    for (const { kind, recipient } of decided.filter(({ decision }) => decision === 'send'))
      told.push(`${shortly(now)} ${kind} ${recipient.split('@')[0]}`)
  }
  return told
}

/** Between one and six at night, when a tick tells no more than one at midnight. */
const isDeepNight = (now: Date): boolean => [18, 19, 20, 21, 22].includes(now.getUTCHours())

function shortly(now: Date): string {
  const local = new Date(now.getTime() + 7 * 3_600_000).toISOString()
  return `${Number(local.slice(8, 10))}/${Number(local.slice(5, 7))} ${local.slice(11, 16)}`
}
