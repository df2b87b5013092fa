import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { compareVietnamese, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { mayAdminister } from './access.rules.ts'
import {
  accountState,
  type ListQuery,
  matches,
  pageOf,
  pickPeople,
  readListQuery,
  SHOWS,
  type Show,
} from './person-list.rules.ts'
import { findPeopleAt, type PersonLine } from './person-list.store.ts'
import { AWAY_DAYS, daysAway } from './role-term.rules.ts'

const PAGE = 50

/** Everybody who works at an office and at all that stands under it, and the units where nobody does. */
export function personAdminPages(routes: Routes<Unit>): void {
  routes.unit('get', '/people/:unit', mayAdminister, showPeople)
}

async function showPeople(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, month, now } = visit
  const query = readListQuery(req.query)
  const below = await unitsUnder(deps.db, unit.id, month)
  const people = await findPeopleAt(deps.db, [unit.id, ...below.map(({ id }) => id)], now)
  const manned = new Set(people.filter(({ active }) => active).map(({ unitId }) => unitId))
  const empty = below
    .filter(({ id, search }) => !manned.has(id) && matches(query.q, search))
    .sort((a, b) => compareVietnamese(a.name, b.name))
  const picked = pickPeople(people, { ...query, now })
  const listed = query.show === 'empty' ? empty : picked
  const { page, pages } = pageOf<unknown>(listed, query.page, PAGE)
  const model = {
    unit: unit.fullName,
    addHref: `/people/${unit.id}/new`,
    tabs: SHOWS.map(show =>
      tabOf(visit, { query, show, count: show === 'empty' ? empty.length : countOf(show, people, visit) }),
    ),
    search: searchBox(visit, query, listed.length),
    rows:
      query.show === 'empty' ? [] : pageOf(picked, page, PAGE).items.map(it => rowOf(visit, it, query.show)),
    empty: query.show === 'empty' ? pageOf(empty, page, PAGE).items.map(it => emptyRow(unit, it)) : [],
    showsEmpty: query.show === 'empty',
    away: query.show === 'away' ? awayChoice(visit, query) : null,
    pager: pages > 1 ? pagerOf(visit, query, { page, pages }) : null,
  }
  sendPage(req, res, 'people/list', { title: say(lang, 'people.list.title'), wide: true }, model)
}

const countOf = (show: Show, people: readonly PersonLine[], { now }: UnitVisit<Unit>): number =>
  pickPeople(people, { ...readListQuery({ show }), now }).length

const hrefOf = (unit: Unit, { q, show, days, page }: ListQuery): string => {
  const params = new URLSearchParams({
    ...(q ? { q } : {}),
    ...(show === 'all' ? {} : { show }),
    ...(show === 'away' && days !== AWAY_DAYS[0] ? { days: String(days) } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `/people/${unit.id}${params.size > 0 ? `?${params}` : ''}`
}

type Tab = { query: ListQuery; show: Show; count: number }

const tabOf = ({ lang, unit }: UnitVisit<Unit>, { query, show, count }: Tab) => ({
  label: say(lang, `people.list.${show}`),
  figure: count,
  note: null,
  change: null,
  href: hrefOf(unit, readListQuery({ show })),
  current: query.show === show,
})

const searchBox = ({ lang, unit }: UnitVisit<Unit>, { q, show }: ListQuery, count: number) => ({
  label: say(lang, 'people.list.search'),
  value: q,
  target: null,
  hidden: show === 'all' ? [] : [{ name: 'show', value: show }],
  count: q ? say(lang, 'web.filterCount', { count: formatNumber(count) }) : '',
  action: `/people/${unit.id}`,
})

/** From how many days on somebody is listed as away. */
const awayChoice = ({ lang, unit }: UnitVisit<Unit>, query: ListQuery) =>
  AWAY_DAYS.map(days => ({
    label: say(lang, 'people.away.days', { days }),
    href: hrefOf(unit, { ...query, days, page: 1 }),
    current: days === query.days,
  }))

function rowOf({ lang, unit, now }: UnitVisit<Unit>, person: PersonLine, show: Show) {
  return {
    href: `/people/${unit.id}/${person.id}`,
    name: person.name,
    position: person.position || null,
    role: say(lang, `people.role.${person.role}`),
    unit: person.unit,
    email: person.email,
    phone: person.phone || null,
    state: show === 'away' ? awayState(lang, person, now) : accountState(lang, person),
    off: !person.active,
  }
}

/** For how long somebody has been away; whoever was never here, since the account was made. */
function awayState(lang: Lang, person: PersonLine, now: Date): { text: string; note: string | null } {
  const days = formatNumber(daysAway(person, now))
  const { note } = accountState(lang, person)
  if (person.lastSignInAt) return { text: say(lang, 'people.away.since', { days }), note }
  return { text: say(lang, 'people.state.never'), note: say(lang, 'people.away.never', { days }) }
}

const emptyRow = (unit: Unit, { id, fullName }: { id: number; fullName: string }) => ({
  name: fullName,
  href: `/people/${unit.id}/new?at=${id}`,
})

function pagerOf(
  { lang, unit }: UnitVisit<Unit>,
  query: ListQuery,
  { page, pages }: { page: number; pages: number },
) {
  const to = (target: number) => ({ href: hrefOf(unit, { ...query, page: target }) })
  return {
    previous: page > 1 ? to(page - 1) : null,
    next: page < pages ? to(page + 1) : null,
    text: say(lang, 'people.list.page', { page, pages }),
  }
}
