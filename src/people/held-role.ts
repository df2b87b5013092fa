import type { Unit } from '../units/unit.store.ts'
import { notFound } from '../web/problem.ts'
import type { UnitVisit } from '../web/routes.ts'
import { findPerson, type PersonRecord } from './person-list.store.ts'

/** A role that an address names, of a person the address names, within the office asked about. */
export type RoleVisit = UnitVisit<Unit> & {
  one: PersonRecord
  held: PersonRecord['roles'][number]
  path: string
}

/** @throws not found for a person or role that is none of this office's, or has ended or will by itself. */
export async function askedRole(visit: UnitVisit<Unit>): Promise<RoleVisit> {
  const { deps, req, unit, now } = visit
  const id = String(req.params.person)
  const one = /^[1-9]\d{0,8}$/.test(id)
    ? await findPerson(deps.db, Number(id), { officeId: unit.id, now })
    : null
  const held = one?.roles.find(
    it => String(it.id) === req.params.role && it.mine && it.endedAt === null && it.until === null,
  )
  if (!one || !held) throw notFound()
  return { ...visit, one, held, path: `/people/${unit.id}/${one.id}` }
}
