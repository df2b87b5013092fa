import fc from 'fast-check'
import { isOpen } from '../../src/reminders/ledger.rules.ts'
import { type Event, happenings, type Played, playMonth, type Taken } from '../support/month-play.ts'

/** When and to whom something happens: from 13/11 to the middle of December. */
const event: fc.Arbitrary<Event> = fc.record({
  hour: fc.integer({ min: 0, max: 24 * 27 }),
  what: fc.constantFrom(...happenings),
  unit: fc.constantFrom(0, 0, 1),
})

/** What every letter must be at the instant the server takes it, whatever has happened: the model of a reminder. */
function faultsOf({ line, at, facts, again, works, unit }: Taken): string[] {
  const minutes = ((at.getTime() + 7 * 3_600_000) / 60_000) % 1440
  const isOffice = facts.to !== 'commune'
  const returned = line.includes(' returned:')
  const laws: [string, boolean][] = [
    ['leaves on a working day', works],
    ['leaves between 07:00 and 17:30, the closing digest at 17:30', minutes >= 420 && minutes <= 1050],
    ['goes to a commune that is there', isOffice || unit !== null],
    ['goes to somebody who is there and can be reached', isOffice || unit?.reachable === true],
    ['does not follow a report', isOffice || returned || unit?.reported === false],
    ['speaks of a return that stands', !returned || unit?.returned === true],
    ['names the due date that holds', isOffice || again || facts.due === isoOf(unit?.due)],
    ['says that it is overdue when it is', isOffice || again || facts.overdue === at > new Date(facts.due)],
    ['counts down before the due date only', !/ (before|due|open)/.test(line) || at < dueIn(facts)],
  ]
  return laws
    .filter(([, holds]) => !holds)
    .map(([law]) => `${line} at ${at.toISOString()} should be one that ${law}`)
}

const isoOf = (due: Date | undefined) =>
  due && `${new Date(due.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
const dueIn = (facts: Taken['facts']) =>
  facts.to === 'commune' ? new Date(facts.due) : new Date('9999-12-31')

/** A line is sent once; once more only for each crash or broken line, and then it is the same letter. */
function repeatsIn({ taken }: Played, events: readonly Event[]): string[] {
  const breaks = events.filter(({ what }) => what === 'drop' || what === 'killed-after').length
  const first = new Map<string, Taken>()
  for (const it of taken) if (!first.has(it.line)) first.set(it.line, it)
  const differs = (it: Taken) => JSON.stringify(first.get(it.line)?.facts) !== JSON.stringify(it.facts)
  return [
    ...(taken.length - first.size > breaks ? [`${taken.length - first.size} repeats, ${breaks} breaks`] : []),
    ...taken.filter(differs).map(({ line }) => `${line} says something else the second time`),
  ]
}

/** In the end nothing is open, every kind has a line for every commune that is there, and each says why. */
function lossesIn({ rows, units, kinds }: Played): string[] {
  const has = (id: number, kind: string) =>
    rows.some(it => it.unitId === id && it.kind.replace(/@.*/, '') === kind)
  const communeKinds = kinds.filter(it => !it.startsWith('digest'))
  return [
    ...rows.filter(isOpen).map(it => `${it.unitId} ${it.kind} ${it.recipient} is still open`),
    ...rows.filter(({ because }) => because === '').map(it => `${it.kind} does not say why`),
    ...units.flatMap(({ id }) =>
      communeKinds.filter(it => !has(id, it)).map(it => `${id} ${it} is not there`),
    ),
    ...kinds.filter(it => it.startsWith('digest') && !has(1, it)).map(it => `${it} is not there`),
  ]
}

/** Without anything that holds letters up or changes whom they go to, none comes too late. */
function lateIn({ skipped }: Played, events: readonly Event[]): string[] {
  const calm = ['submit', 'return', 'correct', 'pause', 'resume', 'lock', 'merge', 'twice']
  if (!events.every(({ what }) => calm.includes(what))) return []
  return skipped
    .filter(({ stale }) => stale)
    .map(({ kind, recipient }) => `${kind} ${recipient} came too late`)
}

const faultsIn = (events: readonly Event[]): string[] => {
  const played = playMonth(events)
  return [
    ...played.taken.flatMap(faultsOf),
    ...repeatsIn(played, events),
    ...lossesIn(played),
    ...lateIn(played, events),
  ]
}

test('whatever happens in a month: each letter once, true, in time and to somebody who is there, or skipped with its reason', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 10 }), events => {
      expect(faultsIn(events)).toEqual([])
    }),
    { numRuns: Number(process.env.RUNS ?? 30) },
  )
})
