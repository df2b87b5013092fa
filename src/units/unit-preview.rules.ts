import { addMonths, type Month, monthsFrom } from '../calendar/month.rules.ts'
import { type Key, say } from '../words/all.ts'
import { compareVietnamese, formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import {
  type AskedChange,
  type ChangeFacts,
  endedBy,
  moveKey,
  movesOffered,
  successorsOf,
  type UnitFact,
} from './unit-change.rules.ts'

type Seen = { asked: AskedChange; facts: ChangeFacts }

type Reading = {
  /** The roles ticked, by `moveKey`; null as proposed. */
  ticked: readonly string[] | null
  /** The month in hand: none after it is missing yet. */
  now: Month
  lang: Lang
}

/** Everything a change comes to, in words, before anything of it is written. */
export function previewOf({ asked, facts }: Seen, { ticked, now, lang }: Reading) {
  const view: View = { asked, facts, namer: namerOf({ asked, facts }), now, lang }
  const ended = facts.units
    .filter(it => endedBy(asked).includes(it.id))
    .sort((a, b) => compareVietnamese(a.name, b.name))
  return {
    what: whatOf(view),
    expected: expectedOf(view),
    history: ended.length > 0 && successorsOf(asked).length > 0 ? historyOf(view, ended) : null,
    withPeople: successorsOf(asked).length > 0,
    people: peopleOf(view, ticked),
    open: openOf(view, ended),
    follows: followsOf(view, ended),
  }
}

type View = Seen & { namer: (id: number) => string; now: Month; lang: Lang }

const namerOf =
  ({ asked, facts }: Seen) =>
  (id: number): string =>
    facts.units.find(it => it.id === id)?.fullName ?? asked.made[-1 - id]?.fullName ?? ''

function whatOf({ asked, facts, namer, lang }: View) {
  const { month, document, kind, made } = asked
  const founded = made.map(({ fullName, code }) =>
    say(lang, 'change.preview.newOne', { name: fullName, code }),
  )
  const stays = successorsOf(asked)
    .filter(id => id > 0)
    .map(namer)
  const renamed = asked.name && kind === 'rename' ? [asked.name.fullName] : []
  const moved = facts.target && kind === 'move' ? [facts.target.fullName] : []
  const line = (term: Key, text: string) => ({ term: say(lang, term), text, href: null })
  const before = asked.units.map(namer).sort(compareVietnamese).join(', ')
  const after = [...founded, ...stays, ...renamed, ...moved].join(', ')
  const [from, last] = [formatMonth(month), formatMonth(addMonths(month, -1))]
  return [
    line('change.preview.from', say(lang, 'change.preview.fromText', { month: from, last })),
    line('change.line.document', document),
    ...(before ? [line('change.preview.before', before)] : []),
    ...(after ? [line('change.preview.after', after)] : []),
  ]
}

/** By office: how many are expected before and after, and who they are. An office above counts what moves below it. */
function expectedOf(view: View) {
  const { asked, facts } = view
  const { office, target, units } = facts
  const moved = units.filter(it => asked.units.includes(it.id)).flatMap(it => it.communes)
  if (asked.kind === 'move' && target)
    return [
      countOf(view, { office, stops: target.above.includes(office.id) ? [] : moved, begins: [] }),
      countOf(view, { office: target, stops: [], begins: office.above.includes(target.id) ? [] : moved }),
    ]
  if (asked.kind === 'merge' && units.some(it => it.kind === 'office')) return officesJoined(view)
  const stops = units
    .filter(it => it.kind === 'commune' && endedBy(asked).includes(it.id))
    .map(it => it.fullName)
  return [countOf(view, { office, stops, begins: asked.made.map(it => it.fullName) })]
}

/** Offices that merge: communes go on reporting, to the one that stays. */
function officesJoined(view: View) {
  const { asked, facts } = view
  const going = facts.units.filter(it => it.id !== asked.goesOn)
  const staying = facts.units.filter(it => it.id === asked.goesOn)
  return [
    ...staying.map(office => countOf(view, { office, stops: [], begins: going.flatMap(it => it.communes) })),
    ...going.map(office => countOf(view, { office, stops: office.communes, begins: [] })),
  ].map(it => ({ ...it, stops: '' }))
}

type Count = { office: Pick<UnitFact, 'fullName' | 'communes'>; stops: string[]; begins: string[] }

function countOf({ asked, lang }: View, { office, stops, begins }: Count) {
  const before = office.communes.length
  const after = before - stops.length + begins.length
  const params = {
    office: office.fullName,
    before: formatNumber(before),
    after: formatNumber(after),
    month: formatMonth(asked.month),
  }
  return {
    text: say(lang, before === after ? 'change.preview.same' : 'change.preview.count', params),
    stops: stops.sort(compareVietnamese).join(', '),
    begins: begins.sort(compareVietnamese).join(', '),
  }
}

function historyOf({ asked, namer, lang }: View, ended: readonly UnitFact[]) {
  const into = successorsOf(asked).map(namer).join(', ')
  const offices = ended.some(it => it.kind === 'office')
  const summed = asked.kind === 'merge' && !offices
  const key = `change.preview.${offices ? 'officeKeeps' : summed ? 'summed' : 'divided'}` as const
  return {
    last: formatMonth(addMonths(asked.month, -1)),
    summed,
    rows: ended.map(({ fullName, sent }) => ({
      name: fullName,
      sent: sentText(sent, lang),
      counted: say(lang, key, { unit: offices ? fullName : into }),
    })),
  }
}

function sentText(sent: UnitFact['sent'], lang: Lang): string {
  if (sent === null) return say(lang, 'change.preview.sentNone')
  const { months, from, until } = sent
  const params = { count: formatNumber(months), from: formatMonth(from), until: formatMonth(until) }
  return say(lang, 'change.preview.sentMonths', params)
}

/** In a merger everybody goes along unless unticked; in a split nobody knows but the office. */
function peopleOf({ asked, facts, namer, lang }: View, ticked: readonly string[] | null) {
  return movesOffered(asked, facts).map(move => {
    const value = moveKey(move)
    return {
      id: `people-${value.replaceAll(':', '-')}`,
      value,
      chosen: ticked ? ticked.includes(value) : asked.kind === 'merge',
      label: say(lang, 'change.preview.person', {
        name: move.name,
        role: say(lang, `people.role.${move.role}`),
        from: namer(move.from),
        to: namer(move.to),
      }),
    }
  })
}

function openOf(view: View, ended: readonly UnitFact[]): string[] {
  const { lang } = view
  const drafts = ended.flatMap(unit => [...unsentOf(unit, view), ...missingOf(unit, view)])
  const requests = ended
    .filter(it => it.kept.requests > 0)
    .map(it =>
      say(lang, 'change.preview.request', { unit: it.fullName, count: formatNumber(it.kept.requests) }),
    )
  return [...drafts, ...requests]
}

const unsentOf = ({ fullName, unsent }: UnitFact, { asked, lang }: View): string[] =>
  unsent.map(({ month }) => {
    const key = month >= asked.month ? 'change.preview.draftLost' : 'change.preview.draftStays'
    return say(lang, key, { unit: fullName, month: formatMonth(month) })
  })

/** Months after the last one sent, up to the month in hand, that it still owes under its old name. */
function missingOf(
  { kind, fullName, validFrom, sent, unsent }: UnitFact,
  { asked, now, lang }: View,
): string[] {
  if (kind === 'office') return []
  const last = addMonths(asked.month, -1)
  const begun = new Set(unsent.map(it => it.month))
  const owed = monthsFrom(sent ? addMonths(sent.until, 1) : validFrom, last < now ? last : now)
  const missing = owed.filter(it => !begun.has(it))
  const [from, until] = [missing[0], missing.at(-1)]
  if (!from || !until) return []
  const months = from === until ? formatMonth(from) : `${formatMonth(from)} – ${formatMonth(until)}`
  return [say(lang, 'change.preview.missing', { unit: fullName, months })]
}

function followsOf({ asked, facts, lang }: View, ended: readonly UnitFact[]): string[] {
  const month = formatMonth(asked.month)
  const tell = (key: Key, unit: UnitFact, count: number) =>
    count > 0 ? [say(lang, key, { unit: unit.fullName, count: formatNumber(count), month })] : []
  if (asked.kind === 'rename') return [say(lang, 'change.preview.remindersSame')]
  if (asked.kind === 'move')
    return [say(lang, 'change.preview.remindersMove', { month, office: facts.target?.fullName ?? '' })]
  const staying = facts.units.find(it => it.kind === 'office' && it.id === asked.goesOn)
  const left = staying ? 'change.preview.targetsJoined' : 'change.preview.targets'
  const targets = ended.flatMap(it => tell(left, it, it.kept.targets))
  if (staying) return [...joinedText({ staying, ended, month, lang }), ...targets]
  return [
    ...targets,
    ...(successorsOf(asked).some(id => id < 0) ? [say(lang, 'change.preview.targetsOffice')] : []),
    ...ended.flatMap(it => tell('change.preview.extensions', it, it.kept.extensions)),
    say(lang, 'change.preview.reminders', { month }),
  ]
}

type Joined = { staying: UnitFact; ended: readonly UnitFact[]; month: string; lang: Lang }

/** Whose settings hold for communes whose office went into another, and what they keep of their own. */
const joinedText = ({ staying, ended, month, lang }: Joined): string[] => [
  say(lang, 'change.preview.officeRules', {
    month,
    office: staying.fullName,
    before: ended.map(it => it.fullName).join(', '),
  }),
  say(lang, 'change.preview.officeOwn'),
]
