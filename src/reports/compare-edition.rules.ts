import type { Lang } from '../words/words.ts'
import type { Check, Edition, Indicator, Section } from './form.rules.ts'

/** What one edition changes in another. Indicators are the same where their codes are. */
export type EditionChanges = {
  added: Indicator[]
  retired: Indicator[]
  renamed: Renamed[]
  /** In the same section, but before or after others than it was. */
  reordered: Indicator[]
  moved: { indicator: Indicator; before: Section; after: Section }[]
  /** Something beside the name: hint, whether it must be filled, its switch. */
  altered: { indicator: Indicator; what: (keyof Indicator)[] }[]
  sections: { added: Section[]; retired: Section[]; renamed: Renamed[]; reordered: Section[] }
  checks: { added: Check[]; retired: Check[]; changed: { before: Check; after: Check }[] }
  /** What else: the title, the texts, the definitions, which graduation years are asked about. */
  other: ('title' | 'texts' | 'definitions' | 'cohortCount' | 'cohortOpens')[]
}

export type Renamed = { code: string; before: string; after: string }

export function compareEditions(before: Edition, after: Edition, lang: Lang = 'vi'): EditionChanges {
  const [was, is] = [placesIn(before), placesIn(after)]
  const both = [...is.values()].flatMap(now => {
    const then = was.get(now.indicator.code)
    return then ? [{ then, now }] : []
  })
  return {
    added: [...is.values()].map(it => it.indicator).filter(it => !was.has(it.code)),
    retired: [...was.values()].map(it => it.indicator).filter(it => !is.has(it.code)),
    renamed: both.map(it => named(it, lang)).filter(it => it.before !== it.after),
    reordered: after.sections.flatMap(section => reorderedIn(section, before)),
    moved: both
      .filter(({ then, now }) => then.section.code !== now.section.code)
      .map(({ then, now }) => ({ indicator: now.indicator, before: then.section, after: now.section })),
    altered: both.flatMap(({ then, now }) => {
      const what = alteredKeys(then.indicator, now.indicator)
      return what.length > 0 ? [{ indicator: now.indicator, what }] : []
    }),
    sections: sectionChanges(before, after, lang),
    checks: checkChanges(before, after),
    other: (['title', 'texts', 'definitions', 'cohortCount', 'cohortOpens'] as const).filter(
      it => !isSame(before[it], after[it]),
    ),
  }
}

type Placed = { indicator: Indicator; section: Section }

const placesIn = ({ sections }: Edition): Map<string, Placed> =>
  new Map(
    sections.flatMap(section =>
      section.indicators.map(indicator => [indicator.code, { indicator, section }]),
    ),
  )

const named = ({ then, now }: { then: Placed; now: Placed }, lang: Lang): Renamed => ({
  code: now.indicator.code,
  before: then.indicator.label[lang],
  after: now.indicator.label[lang],
})

const KEYS = [
  'short',
  'hint',
  'scope',
  'type',
  'required',
  'switch',
  'partOf',
  'carries',
  'initial',
  'sensitive',
] as const

const alteredKeys = (then: Indicator, now: Indicator): (keyof Indicator)[] =>
  KEYS.filter(it => !isSame(then[it], now[it]))

function sectionChanges(before: Edition, after: Edition, lang: Lang): EditionChanges['sections'] {
  const [was, is] = [before, after].map(it => new Map(it.sections.map(section => [section.code, section])))
  const kept = after.sections.flatMap(now => {
    const then = was?.get(now.code)
    return then ? [{ code: now.code, before: then.title[lang], after: now.title[lang] }] : []
  })
  const order = before.sections.map(it => it.code).filter(it => is?.has(it))
  const strayed = outOfOrder(
    kept.map(it => it.code),
    order,
  )
  return {
    added: after.sections.filter(it => !was?.has(it.code)),
    retired: before.sections.filter(it => !is?.has(it.code)),
    renamed: kept.filter(it => it.before !== it.after),
    reordered: after.sections.filter(it => strayed.has(it.code)),
  }
}

function checkChanges(before: Edition, after: Edition): EditionChanges['checks'] {
  const was = new Map(before.checks.map(it => [it.code, it]))
  const is = new Set(after.checks.map(it => it.code))
  return {
    added: after.checks.filter(it => !was.has(it.code)),
    retired: before.checks.filter(it => !is.has(it.code)),
    changed: after.checks.flatMap(now => {
      const then = was.get(now.code)
      return then && !isSame(then, now) ? [{ before: then, after: now }] : []
    }),
  }
}

function reorderedIn(section: Section, before: Edition): Indicator[] {
  const then = before.sections.find(it => it.code === section.code)?.indicators.map(it => it.code) ?? []
  const now = section.indicators.map(it => it.code).filter(it => then.includes(it))
  const strayed = outOfOrder(
    now,
    then.filter(it => now.includes(it)),
  )
  return section.indicators.filter(it => strayed.has(it.code))
}

/** The fewest that, put elsewhere, make the one order of the other: all but a longest run that rises in both. */
function outOfOrder(now: readonly string[], then: readonly string[]): Set<string> {
  const runs: string[][] = []
  for (const code of now) {
    const place = then.indexOf(code)
    const before = runs.filter(run => then.indexOf(run.at(-1) ?? '') < place)
    const longest = before.reduce<string[]>((a, b) => (b.length > a.length ? b : a), [])
    runs.push([...longest, code])
  }
  const kept = runs.reduce<string[]>((a, b) => (b.length > a.length ? b : a), [])
  return new Set(now.filter(it => !kept.includes(it)))
}

/** Whatever the order of keys: a definition comes back from the database in another. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [Object.entries(a).filter(isSet), new Map(Object.entries(b).filter(isSet))]
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  )
}

const isSet = ([, value]: [string, unknown]): boolean => value !== undefined
