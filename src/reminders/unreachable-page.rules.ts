import { dayAt, type Month } from '../calendar/month.rules.ts'
import { type Key, say } from '../words/all.ts'
import { formatDay, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Call, type CallError, type CallForm, OUTCOMES, telOf } from './call.rules.ts'
import { type Bounce, recipientsOf } from './facts.rules.ts'
import { daysSince, type Holder, lastSeen, type Reachability, type Reason } from './unreachable.rules.ts'

/** What the board of those who are hard to reach shows of one commune. */

/** A commune as the board has it, with the name it goes by on a list. */
export type Hard = Reachability & { unit: { fullName: string }; reason: Reason | null; calls: Call[] }

export type RowContext = {
  lang: Lang
  now: Date
  month: Month
  officeId: number
  /** Notes calls. */
  mayAct: boolean
  /** Issues codes, appoints, lifts marks. */
  mayAdminister: boolean
  /** A call that was refused, to be shown again. */
  refused: { form: CallForm; errors: CallError[] } | null
}

export function rowOf(commune: Hard, context: RowContext) {
  const { lang, officeId, month, mayAct, mayAdminister } = context
  const { unitId, state, reason, holders, calls } = commune
  const unit = commune.unit.fullName
  const without = reason === 'nobody' || reason === 'left'
  return {
    id: unitId,
    unit,
    href: `/review/${unitId}/history`,
    ledger: `/reminders/${unitId}/${month}/ledger`,
    state,
    reason: say(lang, `reach.reason.${reason ?? 'quiet'}`),
    why: whyOf(commune, context),
    said: holders.flatMap(({ bounced }) => (bounced ? wordsOf(bounced) : [])),
    people: [...holders.map(it => personOf(it, unit, context)), ...formerOf(commune, unit, lang)],
    add: mayAdminister && without ? `/people/${officeId}/new?at=${unitId}` : null,
    addLabel: say(lang, 'reach.addTo', { unit }),
    calls: calls.map(call => lineOf(call, lang)),
    call: mayAct ? callForm(commune, context) : null,
  }
}

/** One or two sentences; the first says what is wrong, the second what follows. */
function whyOf(commune: Hard, { lang, now }: RowContext): string[] {
  const { reason, gone, holders } = commune
  if (reason === 'nobody' && gone?.before)
    return [say(lang, 'reach.why.merged', { name: gone.name, unit: gone.before })]
  if (reason === 'nobody' || (reason === 'left' && !gone)) return [say(lang, 'reach.why.nobody')]
  if (reason === 'left' && gone)
    return [
      gone.at
        ? say(lang, 'reach.why.left', { name: gone.name, day: formatDay(dayAt(gone.at)) })
        : say(lang, 'reach.why.off', { name: gone.name }),
    ]
  if (reason === 'bounced')
    return [...holders.flatMap(it => bouncedSentence(it, lang)), nextSentence(commune, lang)]
  const seen = lastSeen(commune)
  if (!seen) return [say(lang, 'reach.why.never')]
  return [say(lang, 'reach.why.quiet', { days: daysSince(seen, now), day: formatDay(dayAt(seen)) })]
}

const bouncedSentence = ({ email, bounced }: Holder, lang: Lang): string[] =>
  bounced ? [say(lang, 'reach.why.bounced', { email, day: formatDay(dayAt(bounced.at)) })] : []

/** The server's words, with the code where they do not hold it. */
function wordsOf({ code, diagnostic }: Bounce): string[] {
  const said = diagnostic.includes(code) ? diagnostic : `${code} ${diagnostic}`.trim()
  return said ? [said] : []
}

/** By the very rule that letters go by. */
function nextSentence({ state, holders }: Hard, lang: Lang): string {
  const people = holders.flatMap(({ roles, ...it }) => roles.map(role => ({ ...it, role, pushes: false })))
  const [next] = recipientsOf({ state, people }, false)
  const name = holders.find(({ email }) => email === next)?.name
  return name ? say(lang, 'reach.why.next', { name }) : say(lang, 'reach.why.noNext')
}

function personOf(holder: Holder, unit: string, { lang, now, officeId, mayAdminister }: RowContext) {
  const { personId, name, email, phone, bounced, settled, invitedUntil } = holder
  const account = mayAdminister && !holder.elsewhere
  return {
    id: personId,
    name,
    role: holder.roles.map(role => say(lang, `reach.role.${role}`)).join(', '),
    ...phoneOf({ name, phone }, unit, lang),
    email,
    account: accountOf(holder, { lang, now }),
    marked: bounced !== null,
    invite: account
      ? {
          label: say(lang, settled || invitedUntil ? 'reach.inviteAgain' : 'reach.invite'),
          about: say(lang, 'reach.inviteOf', { name, unit }),
        }
      : null,
    lift: account && bounced ? say(lang, 'reach.liftOf', { email }) : null,
    /** Where the address, the telephone and the roles are changed. */
    page: account ? `/people/${officeId}/${personId}` : null,
  }
}

/** 'Đăng nhập gần nhất 02/09/2026; mã mời còn hạn đến …' */
function accountOf({ lastSignInAt, invitedUntil }: Holder, { lang }: { lang: Lang; now: Date }): string {
  const seen = lastSignInAt
    ? say(lang, 'reach.signedIn', { day: formatDay(dayAt(lastSignInAt)) })
    : say(lang, 'reach.neverIn')
  if (!invitedUntil) return seen
  return `${seen}; ${say(lang, 'reach.invitedUntil', { day: formatDay(dayAt(invitedUntil)) })}`
}

/** Whoever was there last may know who follows. */
function formerOf({ reason, gone }: Hard, unit: string, lang: Lang) {
  if (!gone || (reason !== 'left' && reason !== 'nobody')) return []
  const { name, phone } = gone
  const nothing = { id: 0, email: '', account: '', marked: false, invite: null, lift: null }
  const role = say(lang, 'reach.former')
  return [{ ...nothing, name, role, ...phoneOf({ name, phone }, unit, lang), page: null }]
}

const phoneOf = ({ name, phone }: { name: string; phone: string }, unit: string, lang: Lang) => ({
  phone: phone || null,
  tel: telOf(phone),
  dial: say(lang, 'reach.phoneOf', { name, unit, phone }),
})

const lineOf = ({ at, by, outcome, note }: Call, lang: Lang) => ({
  text: say(lang, 'reach.call.line', {
    at: formatTime(at),
    by,
    outcome: say(lang, `reach.call.${outcome}`),
  }),
  note: note || null,
})

function callForm({ unitId, holders, gone }: Hard, { lang, refused }: RowContext) {
  const mine = refused?.form.unit === String(unitId) ? refused : null
  const error = (field: CallError['field']) => mine?.errors.find(it => it.field === field)?.text ?? null
  const phone = holders.find(it => it.phone)?.phone ?? gone?.phone ?? ''
  const chosen = mine?.form.outcome ?? ''
  return {
    open: mine !== null,
    phone: mine?.form.phone ?? phone,
    phoneError: error('phone'),
    outcomes: [
      {
        label: null,
        options: OUTCOMES.map(value => ({
          value,
          label: say(lang, `reach.call.${value}` as Key),
          chosen: value === chosen,
        })),
      },
    ],
    outcomeError: error('outcome'),
    note: mine?.form.note ?? '',
    noteError: error('note'),
  }
}
