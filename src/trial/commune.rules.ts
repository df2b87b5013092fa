import type { Figures } from '../reports/form.rules.ts'
import type { Chance } from './chance.rules.ts'

/** What a made-up commune is like; drawn once, kept through all its months. */
export type Profile = {
  graduates: number
  femaleShare: number
  minorityShare: number
  neitherShare: number
  /** 0 to 1: how likely a month is reported in time. */
  diligence: number
}

/** Where one graduation year's pupils are. Their sum is the year's graduates. */
export type Cohort = { thpt: number; gdtx: number; voc: number; neither: number; unknown: number }
export type Cohorts = ReadonlyMap<number, Cohort>

/** The month's movements, as the form asks for them. */
export type Movements = { new: number; toThpt: number; toGdtx: number; toVoc: number; out: number }

export type Month = { cohorts: Cohorts; movements: Movements }

const none: Movements = { new: 0, toThpt: 0, toGdtx: 0, toVoc: 0, out: 0 }

/** Plausible orders of magnitude for a highland commune and for a ward; not taken from any report. */
export function drawProfile(chance: Chance, place: { highland: boolean; ward: boolean }): Profile {
  return {
    graduates: place.ward ? chance.whole(110, 260) : chance.whole(35, 130),
    femaleShare: 0.4 + chance.share() * 0.15,
    minorityShare: place.highland ? 0.45 + chance.share() * 0.5 : chance.share() * 0.25,
    neitherShare: (place.highland ? 0.09 : 0.04) + chance.share() * 0.09,
    diligence: chance.happens(0.12) ? 0.6 : 0.88 + chance.share() * 0.12,
  }
}

/** The first month of a commune without a history. */
export function beginCommune(chance: Chance, profile: Profile, years: readonly number[]): Month {
  return { movements: none, cohorts: new Map(years.map(year => [year, drawCohort(chance, profile)])) }
}

/** A successor's first month: the sum of its predecessors' last. */
export function mergeCommunes(months: readonly Cohorts[], years: readonly number[]): Cohorts {
  return new Map(years.map(year => [year, months.map(it => it.get(year) ?? empty).reduce(add, empty)]))
}

/** The next month: a few pupils move, and in September the new graduates are counted for the first time. */
export function nextMonth(
  chance: Chance,
  profile: Profile,
  before: Cohorts,
  years: readonly number[],
): Month {
  const movements = { ...none }
  const cohorts = new Map<number, Cohort>()
  for (const year of years) {
    const known = before.get(year)
    cohorts.set(year, known ? moved(chance, known, movements) : drawCohort(chance, profile))
  }
  return { movements, cohorts }
}

function drawCohort(chance: Chance, profile: Profile): Cohort {
  const graduates = Math.round(profile.graduates * (0.9 + chance.share() * 0.2))
  const part = (share: number) => Math.round(graduates * share)
  const neither = part(profile.neitherShare * (0.8 + chance.share() * 0.4))
  const unknown = chance.happens(0.5) ? chance.whole(0, 2) : 0
  const gdtx = part(0.06 + chance.share() * 0.08)
  const voc = part(0.05 + chance.share() * 0.07)
  return { neither, unknown, gdtx, voc, thpt: graduates - neither - unknown - gdtx - voc }
}

function moved(chance: Chance, before: Cohort, movements: Movements): Cohort {
  const after = { ...before }
  const move = (kind: keyof Movements, likely: number, [from, to]: [keyof Cohort, keyof Cohort | null]) => {
    const stays = from === 'neither' ? 1 : 0
    if (after[from] <= stays || !chance.happens(likely)) return
    movements[kind] += 1
    after[from] -= 1
    if (to) after[to] += 1
  }
  move('new', 0.28, ['thpt', 'neither'])
  move('toGdtx', 0.22, ['neither', 'gdtx'])
  move('toVoc', 0.25, ['neither', 'voc'])
  move('toThpt', 0.05, ['neither', 'thpt'])
  move('out', 0.02, ['neither', null])
  return after
}

const empty: Cohort = { thpt: 0, gdtx: 0, voc: 0, neither: 0, unknown: 0 }

const add = (a: Cohort, b: Cohort): Cohort => ({
  thpt: a.thpt + b.thpt,
  gdtx: a.gdtx + b.gdtx,
  voc: a.voc + b.voc,
  neither: a.neither + b.neither,
  unknown: a.unknown + b.unknown,
})

/** The boxes of the first form edition, filled; every sum holds. */
export function figuresOf({ cohorts, movements }: Month, profile: Profile): Figures {
  const byCohort = [...cohorts].flatMap(([year, cohort]) =>
    cohortBoxes(cohort, profile).map(([code, n]) => [`${code}@${year}`, n]),
  )
  const neither = [...cohorts.values()].reduce((sum, cohort) => sum + cohort.neither, 0)
  const shares = { sit_away_work: 0.24, sit_idle: 0.2, sit_waiting: 0.06, sit_other: 0.02, sit_unknown: 0.05 }
  const situations = Object.entries(shares).map(
    ([code, share]) => [code, Math.floor(neither * share)] as const,
  )
  const local = neither - situations.reduce((sum, [, n]) => sum + n, 0)
  return {
    ...Object.fromEntries(byCohort),
    sit_local_work: local,
    ...Object.fromEntries(situations),
    wish_vocational: Math.floor(neither * 0.3),
    wish_gdtx: Math.floor(neither * 0.12),
    flow_new: movements.new,
    flow_in: 0,
    flow_to_thpt: movements.toThpt,
    flow_to_gdtx: movements.toGdtx,
    flow_to_voc: movements.toVoc,
    flow_out: movements.out,
    flow_adjust: 0,
  }
}

function cohortBoxes({ thpt, gdtx, voc, neither, unknown }: Cohort, profile: Profile): [string, number][] {
  const female = Math.round(neither * profile.femaleShare)
  const minority = Math.round(neither * profile.minorityShare)
  const both = Math.round(neither * profile.femaleShare * profile.minorityShare)
  const least = Math.max(0, female + minority - neither)
  return [
    ['graduates', thpt + gdtx + voc + neither + unknown],
    ['in_thpt', thpt],
    ['in_gdtx', gdtx],
    ['in_voc', voc],
    ['neither', neither],
    ['unknown', unknown],
    ['female', female],
    ['minority', minority],
    ['minority_female', Math.min(Math.max(both, least), female, minority)],
  ]
}
