import { change } from '../audit/change.ts'
import type { Db } from '../db/database.ts'
import { endTerms } from './role-term.store.ts'

/** Ends what has run out: leave cover, and roles handed over. @returns how many. */
export function endRunOutTerms(db: Db, now: Date): Promise<number> {
  return change(db, { actor: { id: null, name: 'portal' }, now }, async trx => {
    const ended = await endTerms(trx, now)
    const act = ended.map(({ unitId, role, person }) => ({
      act: 'role.run-out',
      unitId,
      detail: { role, person },
    }))
    return { result: ended.length, act }
  })
}
