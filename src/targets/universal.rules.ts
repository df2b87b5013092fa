import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/**
 * How far a commune is from universalisation of lower-secondary education, level 3: of those aged 15 to 18, the share that
 * learns in general or continuing upper-secondary education or in vocational training. The decree counts everybody of that
 * age; the portal knows the graduates of the years reported, so what it says is an approximation, and says so.
 */
export type Standard = {
  /** In per cent: what a commune is to reach, and one in special difficulty. */
  percent: number
  difficultPercent: number
  /** The article that says so. */
  source: string
  /** The communes in special difficulty in the month. */
  difficult: readonly number[]
}

/** Indicator codes whose sum is set against `whole`: education or training of any kind. */
export const universalShare = {
  parts: ['in_thpt', 'in_gdtx', 'in_voc'],
  whole: 'graduates',
} as const

/** The decree's figures, which an office's settings may say otherwise. */
export const defaultStandard: Standard = {
  percent: 80,
  difficultPercent: 70,
  source: say('vi', 'universal.decree'),
  difficult: [],
}

export const isDifficult = ({ difficult }: Standard, unitId: number): boolean => difficult.includes(unitId)

/** What a commune is to reach, in per cent. */
export const requiredOf = (standard: Standard, unitId: number): number =>
  isDifficult(standard, unitId) ? standard.difficultPercent : standard.percent

/**
 * `share`: 0 to 1. `points`: of a hundred, with one decimal, over (above 0) or short of (under 0) what is required.
 * `pupils`: how many more would have to learn; 0 once it is reached.
 */
export type Distance = { required: number; share: number; points: number; pupils: number; reached: boolean }

/** Null where a figure is missing, or nobody graduated: then nothing can be said. */
export function distanceOf(
  learning: number | null,
  graduates: number | null,
  required: number,
): Distance | null {
  if (learning === null || graduates === null || graduates === 0) return null
  // Whole numbers of hundredths, so that 80 % of 5 is 4 and not a hair more
  const [asked, there] = [Math.round(required * 100) * graduates, learning * 10_000]
  const points = Number(((there - asked) / graduates / 100).toPrecision(12))
  return {
    required,
    share: learning / graduates,
    points: (Math.sign(points) * Math.round(Math.abs(points) * 10)) / 10 || 0,
    pupils: Math.max(0, Math.ceil((asked - there) / 10_000)),
    reached: there >= asked,
  }
}

/** 'còn thiếu 3,2 điểm, tương đương 5 em'; where it is reached, by how much. */
export function distanceText({ points, pupils, reached }: Distance, lang: Lang): string {
  if (reached)
    return points === 0
      ? say(lang, 'universal.exactly')
      : say(lang, 'universal.above', { points: formatNumber(points) })
  const count = formatNumber(pupils)
  return points === 0
    ? say(lang, 'universal.hair', { pupils: count })
    : say(lang, 'universal.short', { points: formatNumber(Math.abs(points)), pupils: count })
}

export type UnitDistance = { unitId: number; name: string; distance: Distance | null }

export type DistanceSummary = { reached: number; short: number; unknown: number; pupils: number }

export function summaryOf(units: readonly UnitDistance[]): DistanceSummary {
  const known = units.flatMap(it => it.distance ?? [])
  const reached = known.filter(it => it.reached).length
  return {
    reached,
    short: known.length - reached,
    unknown: units.length - known.length,
    pupils: known.reduce((sum, it) => sum + it.pupils, 0),
  }
}

/** The furthest from it first; those of whom nothing can be said last. The order given decides among equals. */
export function byDistance<U extends UnitDistance>(units: readonly U[]): U[] {
  const place = ({ distance }: UnitDistance) =>
    distance ? distance.share * 100 - distance.required : Number.POSITIVE_INFINITY
  return [...units].sort((a, b) => {
    const [x, y] = [place(a), place(b)]
    return x === y ? 0 : x < y ? -1 : 1
  })
}
