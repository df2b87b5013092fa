import { addMonths, type Month } from '../calendar/month.rules.ts'
import type { Key } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import {
  type AskedChange,
  type ChangeFacts,
  endedBy,
  successorsOf,
  type UnitFact,
} from './unit-change.rules.ts'

/** Why a change cannot be, at which box of its form. */
export type Refusal = { field: string; key: Key; params: Record<string, string> }

/** Everything against a change; nothing of it is done while there is anything. */
export function refusalsOf(asked: AskedChange, facts: ChangeFacts): Refusal[] {
  const named = asked.units.map(id => facts.units.find(it => it.id === id) ?? null)
  const known = named.filter(it => it !== null)
  const taking = facts.units.filter(it => asked.into.includes(it.id))
  if (named.includes(null) || taking.length < asked.into.length) return [refuse('units', 'change.no.unknown')]
  const all = [...new Set([...known, ...taking])]
  return [
    ...(facts.office.lives ? [] : [refuse('month', 'change.no.officeGone', facts.office)]),
    ...countRefusals(asked, known),
    ...placeRefusals(asked, known),
    ...taking
      .filter(it => livesOn(it, asked.month) && !it.mine)
      .map(it => refuse('into', 'change.no.notMine', it)),
    ...officeRefusals(asked, facts),
    ...circleRefusals(asked, facts),
    ...againRefusals(asked, facts),
    ...all.flatMap(unit => timeRefusals(unit, asked)),
    ...known.filter(it => it.id !== asked.goesOn).flatMap(unit => laterRefusals(unit, asked)),
    ...codeRefusals(asked, facts),
    ...kindRefusals(asked, { known, facts }),
  ]
}

function refuse(field: string, key: Key, unit?: { fullName: string } | null, month?: Month): Refusal {
  return { field, key, params: { unit: unit?.fullName ?? '', month: month ? formatMonth(month) : '' } }
}

function countRefusals(asked: AskedChange, known: readonly UnitFact[]): Refusal[] {
  const { kind, units, goesOn } = asked
  const kinds = new Set(known.map(it => it.kind))
  if (kind === 'merge' && units.length < 2) return [refuse('units', 'change.no.mergeOne')]
  if (kind === 'split' && successorsOf(asked).length < 2) return [refuse('made', 'change.no.splitOne')]
  if (kinds.size > 1) return [refuse('units', 'change.no.mixed')]
  if (kind === 'split' && kinds.has('office')) return [refuse('units', 'change.no.splitOffice')]
  if (kind === 'merge' && kinds.has('office') && goesOn === null)
    return [refuse('goesOn', 'change.no.officeGoesOn')]
  if (kind === 'merge' && goesOn !== null && !units.includes(goesOn))
    return [refuse('goesOn', 'change.no.goesOnOther')]
  const [none, field] = kind === 'found' ? [asked.made.length === 0, 'code-1'] : [units.length === 0, 'units']
  return none ? [refuse(field, 'change.no.none')] : []
}

/** Only what stands under the office in that month is the office's to change. */
function placeRefusals({ officeId, month, kind }: AskedChange, known: readonly UnitFact[]): Refusal[] {
  return known
    .filter(it => livesOn(it, month))
    .flatMap(it => {
      if (!it.mine) return [refuse('units', 'change.no.notMine', it)]
      const itself = kind === 'rename' && it.id === officeId
      return it.parent && it.parent.id !== officeId && !itself
        ? [refuse('units', 'change.no.elsewhere', it)]
        : []
    })
}

const livesOn = ({ validUntil }: UnitFact, month: Month): boolean => validUntil === null || validUntil > month

/** Whatever is placed under an office that is to end would stand nowhere from then on. */
function officeRefusals(asked: AskedChange, { office, target, units }: ChangeFacts): Refusal[] {
  const { kind, month, made, goesOn } = asked
  const taking = kind === 'merge' ? units.find(it => it.id === goesOn && it.kind === 'office') : null
  const places = [
    { field: 'month', office: made.length > 0 ? office : null },
    { field: 'to', office: kind === 'move' && target?.mine ? target : null },
    { field: 'goesOn', office: taking },
  ]
  return places.flatMap(({ field, office: place }) =>
    place?.validUntil && place.validUntil > month
      ? [refuse(field, 'change.no.officeEnds', place, addMonths(place.validUntil, -1))]
      : [],
  )
}

/** One unit comes after another once: history has one line for the two. */
function againRefusals(asked: AskedChange, { units, successions }: ChangeFacts): Refusal[] {
  const [ended, taking] = [endedBy(asked), successorsOf(asked)]
  const nameOf = (id: number) => units.find(it => it.id === id)?.fullName ?? ''
  const field = asked.kind === 'merge' ? 'goesOn' : 'into'
  return successions
    .filter(({ from, to }) => ended.includes(from) && taking.includes(to))
    .map(({ from, to }) => ({
      field,
      key: 'change.no.again',
      params: { unit: nameOf(from), other: nameOf(to) },
    }))
}

/** No unit becomes itself, and none becomes what it came from. */
function circleRefusals(asked: AskedChange, { units, successions }: ChangeFacts): Refusal[] {
  const ended = endedBy(asked)
  const nameOf = (id: number) => units.find(it => it.id === id)
  return successorsOf(asked)
    .filter(id => id > 0)
    .flatMap(successor => {
      if (ended.includes(successor)) return [refuse('into', 'change.no.itself', nameOf(successor))]
      const reached = after(successor, successions)
      const met = ended.find(id => reached.has(id))
      return met === undefined ? [] : [refuse('into', 'change.no.circle', nameOf(successor))]
    })
}

/** All that a unit became, by any chain. */
function after(id: number, successions: ChangeFacts['successions']): Set<number> {
  const reached = new Set([id])
  for (const found of reached) for (const { from, to } of successions) if (from === found) reached.add(to)
  reached.delete(id)
  return reached
}

/** A commune founded in that very month may take a part, and nothing else may be done to it in its first. */
function timeRefusals(unit: UnitFact, { month, into }: AskedChange): Refusal[] {
  const { id, validFrom, validUntil, sent } = unit
  if (validFrom > month || (validFrom === month && !into.includes(id)))
    return [refuse('month', 'change.no.notYet', unit, validFrom)]
  if (validUntil !== null && validUntil <= month)
    return [refuse('month', 'change.no.ended', unit, validUntil)]
  return sent !== null && sent.until >= month ? [refuse('month', 'change.no.reported', unit, sent.until)] : []
}

/** What is on record for later was decided for the unit as it is now. */
function laterRefusals(unit: UnitFact, { month, kind }: AskedChange): Refusal[] {
  const children = kind === 'merge' ? unit.children : []
  const later = [unit.changes, ...children.map(it => it.changes)].filter(it => it !== null).sort()[0]
  const there = livesOn(unit, month) && unit.validFrom < month
  return later && there ? [refuse('month', 'change.no.later', unit, later)] : []
}

/** A code is free again in the month in which who bore it ends; so is a name. */
function codeRefusals(asked: AskedChange, { codes, units, office }: ChangeFacts): Refusal[] {
  const ended = endedBy(asked)
  const freed = units.filter(it => ended.includes(it.id)).map(it => it.fullName)
  return asked.made.flatMap(({ code, fullName }, index) => {
    const twin = asked.made.slice(0, index).find(it => it.code === code)
    const bearer = twin ?? codes.find(it => it.code === code && !ended.includes(it.id))
    const called = asked.made.slice(0, index).some(it => it.fullName === fullName)
    const taken = called || (office.communes.includes(fullName) && !freed.includes(fullName))
    return [
      ...(bearer ? [refuse(`code-${index + 1}`, 'change.no.code', bearer)] : []),
      ...(taken ? [refuse(`name-${index + 1}`, 'change.no.name', { fullName })] : []),
    ]
  })
}

type Known = { known: readonly UnitFact[]; facts: ChangeFacts }

function kindRefusals(asked: AskedChange, { known, facts }: Known): Refusal[] {
  const [unit] = known
  if (!unit) return []
  if (asked.kind === 'close' && unit.children.length > 0) return [refuse('units', 'change.no.notEmpty', unit)]
  if (asked.kind === 'rename' && asked.name)
    return renameRefusals(asked.name.fullName, { unit, communes: facts.office.communes })
  return asked.kind === 'move' ? moveRefusals(unit, facts) : []
}

function renameRefusals(name: string, { unit, communes }: { unit: UnitFact; communes: string[] }): Refusal[] {
  if (name === unit.fullName) return [refuse('name', 'change.no.sameName', unit)]
  return unit.kind === 'commune' && communes.includes(name)
    ? [refuse('name', 'change.no.name', { fullName: name })]
    : []
}

function moveRefusals(unit: UnitFact, { target }: ChangeFacts): Refusal[] {
  if (!target?.mine || !target.lives) return [refuse('to', 'change.no.targetNotMine')]
  if (target.id === unit.parent?.id) return [refuse('to', 'change.no.sameOffice', unit)]
  const below = target.id === unit.id || target.above.includes(unit.id)
  return below ? [refuse('to', 'change.no.belowItself', unit)] : []
}
