import type { Bilingual, Check, Edition, Indicator, Section } from './form.rules.ts'

/** What can be done to a form edition that is being written. Each gives the edition as it then is. */

/** A form edition being written; an office writes one at a time. */
export type EditionDraft = {
  id: number
  basedOn: number
  edition: Edition
  /** Raised by each change: a change made on an older one is refused. */
  revision: number
  by: string
  at: Date
}

/** How an edition came to be, for the list of them. */
export type EditionLine = {
  id: number
  code: string
  effectiveFrom: string
  publishedAt: Date
  by: string
  note: string
  reports: number
}

export const indicatorsOf = ({ sections }: Edition): Indicator[] => sections.flatMap(it => it.indicators)

export const sectionOf = ({ sections }: Edition, code: string): Section | undefined =>
  sections.find(it => it.indicators.some(one => one.code === code))

/** Where an indicator goes: into a section that is there, or a new one at the end of the form. */
export type Into = { section: string } | { newSection: Bilingual }

/** Adds an indicator, or puts a changed one in the place of the one with its code; in another section it comes last. */
export function putIndicator(edition: Edition, indicator: Indicator, into: Into): Edition {
  const there = sectionOf(edition, indicator.code)
  if (there && 'section' in into && into.section === there.code)
    return mapSection(edition, there.code, list =>
      list.map(it => (it.code === indicator.code ? indicator : it)),
    )
  const without = removeIndicator(edition, indicator.code)
  if ('newSection' in into) {
    const section = { code: freeSectionCode(edition), title: into.newSection, indicators: [indicator] }
    return { ...without, sections: [...without.sections, section] }
  }
  const target = edition.sections.find(it => it.code === into.section)
  const kept = without.sections.some(it => it.code === into.section)
  const base =
    kept || !target ? without : { ...without, sections: [...without.sections, { ...target, indicators: [] }] }
  return mapSection(base, into.section, list => [...list, indicator])
}

/** Takes an indicator out; a section left empty goes with it. */
export const removeIndicator = (edition: Edition, code: string): Edition => ({
  ...edition,
  sections: edition.sections
    .map(it => ({ ...it, indicators: it.indicators.filter(one => one.code !== code) }))
    .filter(it => it.indicators.length > 0),
})

/** Brings a retired indicator back as an earlier edition had it: behind what stood before it there, else at the end. */
export function restoreIndicator(edition: Edition, code: string, from: Edition): Edition {
  const home = sectionOf(from, code)
  const indicator = home?.indicators.find(it => it.code === code)
  if (!home || !indicator || sectionOf(edition, code)) return edition
  if (!edition.sections.some(it => it.code === home.code))
    return { ...edition, sections: [...edition.sections, { ...home, indicators: [indicator] }] }
  const before = home.indicators.slice(0, home.indicators.indexOf(indicator)).map(it => it.code)
  return mapSection(edition, home.code, list => {
    const place = list.findLastIndex(it => before.includes(it.code)) + 1
    return [...list.slice(0, place), indicator, ...list.slice(place)]
  })
}

export type Way = 'up' | 'down'

/** One place up or down within its section. */
export const moveIndicator = (edition: Edition, code: string, way: Way): Edition =>
  mapSection(edition, sectionOf(edition, code)?.code ?? '', list =>
    shifted(list, it => it.code === code, way),
  )

export const moveSection = (edition: Edition, code: string, way: Way): Edition => ({
  ...edition,
  sections: shifted(edition.sections, it => it.code === code, way),
})

/** Its names; the column head goes with the old title. */
export const renameSection = (edition: Edition, code: string, title: Bilingual): Edition => ({
  ...edition,
  sections: edition.sections.map(it => {
    if (it.code !== code) return it
    const { short: _, ...rest } = it
    return { ...rest, title }
  }),
})

/** Adds a check, or puts it in the place of the one with that code. */
export function putCheck(edition: Edition, check: Check, replaces: string | null): Edition {
  const there = edition.checks.some(it => it.code === replaces)
  const checks = there
    ? edition.checks.map(it => (it.code === replaces ? check : it))
    : [...edition.checks, check]
  return { ...edition, checks }
}

export const removeCheck = (edition: Edition, code: string): Edition => ({
  ...edition,
  checks: edition.checks.filter(it => it.code !== code),
})

/** Offices' own checks are numbered from here, so that no later shipped one meets them. */
const FIRST_OWN_CHECK = 101

/** The next code of an error (H) or warning (W) that no edition has ever used: explanations are kept by it. */
export function nextCheckCode(editions: readonly Edition[], severity: Check['severity']): string {
  const letter = severity === 'error' ? 'H' : 'W'
  const used = editions
    .flatMap(it => it.checks)
    .filter(it => it.code.startsWith(letter))
    .map(it => Number(it.code.slice(1)))
  return `${letter}${Math.max(FIRST_OWN_CHECK - 1, ...used) + 1}`
}

function freeSectionCode({ sections }: Edition): string {
  const used = new Set(sections.map(it => it.code))
  for (let number = sections.length + 1; ; number += 1)
    if (!used.has(`part_${number}`)) return `part_${number}`
}

const mapSection = (
  edition: Edition,
  code: string,
  change: (indicators: readonly Indicator[]) => readonly Indicator[],
): Edition => ({
  ...edition,
  sections: edition.sections.map(it =>
    it.code === code ? { ...it, indicators: change(it.indicators) } : it,
  ),
})

function shifted<T>(list: readonly T[], is: (item: T) => boolean, way: Way): T[] {
  const at = list.findIndex(is)
  const to = at + (way === 'up' ? -1 : 1)
  const [moved, other] = [list[at], list[to]]
  if (at < 0 || moved === undefined || other === undefined) return [...list]
  return list.map((it, index) => (index === at ? other : index === to ? moved : it))
}
