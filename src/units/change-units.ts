import { createHash } from 'node:crypto'
import { type Change, change } from '../audit/change.ts'
import type { Db } from '../db/database.ts'
import {
  type AskedChange,
  type ChangeFacts,
  type ChangeKind,
  effectsOf,
  endedBy,
  moveKey,
  movesOffered,
  successorsOf,
} from './unit-change.rules.ts'
import { loadChangeFacts } from './unit-change.store.ts'
import type { Hindrance } from './unit-change-line.rules.ts'
import { findChange, hindrancesTo, type KeptAsking, keepChange, markUndone } from './unit-change-log.store.ts'
import { inverseOf, unitsTouched } from './unit-effect.rules.ts'
import { oneChangeAtATime, writeEffects, writeInverse } from './unit-effect.store.ts'
import { type Refusal, refusalsOf } from './unit-refusal.rules.ts'

export type Asking = { asked: AskedChange; administers: readonly number[]; now: Date }

/** What a change would do, and everything against it. `fingerprint` is of all that was looked at. */
export type ChangePlan = { asked: AskedChange; facts: ChangeFacts; refusals: Refusal[]; fingerprint: string }

/** Looks at a change and says what it would do; writes nothing. */
export async function planUnitChange(db: Db, asking: Asking): Promise<ChangePlan> {
  const { asked } = asking
  const facts = await loadChangeFacts(db, asking)
  const seen = createHash('sha256')
    .update(JSON.stringify([asked, facts]))
    .digest('base64url')
  return { asked, facts, refusals: refusalsOf(asked, facts), fingerprint: seen }
}

export type Applied = { done: true } | { done: false; plan: ChangePlan }

type Press = Omit<Asking, 'now'> & {
  /** What the preview saw. */
  fingerprint: string
  /** The ticked roles, by `moveKey`. */
  ticked: readonly string[]
}

/**
 * Does what was previewed, all of it or nothing: when anything is against it, or the preview saw something else than
 * what stands now, nothing is written and the plan as it stands now comes back.
 */
export async function changeUnits(db: Db, by: Change, press: Press): Promise<Applied> {
  return change<Applied>(db, by, async trx => {
    await oneChangeAtATime(trx)
    const plan = await planUnitChange(trx, { ...press, now: by.now })
    const { asked, facts, refusals, fingerprint } = plan
    if (refusals.length > 0 || fingerprint !== press.fingerprint)
      return { result: { done: false, plan }, act: null }
    const moves = movesOffered(asked, facts).filter(it => press.ticked.includes(moveKey(it)))
    const effects = await writeEffects(trx, effectsOf(asked, facts, moves), by.now)
    const kept: KeptAsking = { ...asked, touched: unitsTouched(effects), ...namesOf(asked, facts) }
    const id = await keepChange(trx, by, { asked: kept, effects })
    const detail = { change: id, document: asked.document, ...namesInLog(kept), roles: moves.length }
    return {
      result: { done: true },
      act: { act: actOf[asked.kind], unitId: asked.officeId, month: asked.month, detail },
    }
  })
}

const actOf: Readonly<Record<ChangeKind, string>> = {
  merge: 'unit.merge',
  split: 'unit.split',
  rename: 'unit.rename',
  move: 'unit.move',
  close: 'unit.close',
  found: 'unit.found',
}

/** Who was there before, and who comes after. */
function namesOf(asked: AskedChange, { units, target }: ChangeFacts): Pick<KeptAsking, 'before' | 'after'> {
  const nameOf = (id: number) =>
    units.find(it => it.id === id)?.fullName ?? asked.made[-1 - id]?.fullName ?? ''
  const before = (asked.kind === 'merge' ? [...endedBy(asked), ...asked.units] : asked.units).map(nameOf)
  const after = successorsOf(asked).map(nameOf)
  if (asked.kind === 'rename') after.push(asked.name?.fullName ?? '')
  if (asked.kind === 'move') after.push(target?.fullName ?? '')
  if (asked.kind === 'found') after.push(...asked.made.map(it => it.fullName))
  return { before: [...new Set(before)], after }
}

/** One line of the log, at the office, that is found by every unit it touched: `units` is looked at by audit.store. */
const namesInLog = ({ before, after, touched }: KeptAsking) => ({
  before: before.join(', '),
  after: after.join(', '),
  units: touched.map(String),
})

export type Undone = 'done' | 'already' | 'moved on' | Hindrance

type Undo = { id: number; officeId: number; reason: string }

/**
 * Takes a change back, row by row, while nothing was reported since by the units it touched and nothing later touched
 * them. 'moved on' when a row is no longer as the change left it: then nothing is taken back either.
 */
export async function undoChange(db: Db, by: Change, { id, officeId, reason }: Undo): Promise<Undone> {
  try {
    return await change<Undone>(db, by, async trx => {
      await oneChangeAtATime(trx)
      const kept = await findChange(trx, id)
      if (!kept || kept.officeId !== officeId || kept.undoneAt) return { result: 'already', act: null }
      const hindrance = (await hindrancesTo(trx, [kept])).get(id)
      if (hindrance) return { result: hindrance, act: null }
      const missing = await writeInverse(trx, inverseOf(kept.effects), { at: kept.at, now: by.now })
      if (missing > 0) throw new MovedOn()
      await markUndone(trx, by, { id, reason })
      const detail = {
        change: id,
        kind: kept.kind,
        document: kept.document,
        ...namesInLog(kept.asked),
        reason,
      }
      return { result: 'done', act: { act: 'unit.undo', unitId: officeId, month: kept.month, detail } }
    })
  } catch (error) {
    if (error instanceof MovedOn) return 'moved on'
    throw error
  }
}

/** Rolls the undoing back. */
class MovedOn extends Error {}
