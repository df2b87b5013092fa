import type { Act } from '../audit/change.ts'
import type { Trx } from '../db/database.ts'
import type { Account } from './person.store.ts'
import type { Details } from './person-admin.rules.ts'
import { createPerson } from './person-admin.store.ts'
import { giveTerm, type TermRole } from './role-term.store.ts'

export type TakenIn = {
  id: number
  /** An account made now, which still needs its invitation. */
  isNew: boolean
  /** False when the person had the role already, for at least as long. */
  given: boolean
  acts: Act[]
}

type Given = Omit<TermRole, 'personId' | 'since'> & { since: Date }

/**
 * Gives a role to the account of an address, or to a new person: the steps that adding, handing over and leave cover
 * share. The caller invites a new one once this is recorded.
 */
export async function takeInPerson(
  trx: Trx,
  { details, there, now }: { details: Details; there: Account | null; now: Date },
  given: Given,
): Promise<TakenIn> {
  const id = there?.id ?? (await createPerson(trx, details, now))
  const added = await giveTerm(trx, { ...given, personId: id })
  const { unitId, role } = given
  if (!there) {
    const act = { act: 'person.create', unitId, detail: { person: details.name, email: details.email, role } }
    return { id, isNew: true, given: true, acts: [act] }
  }
  const act = { act: 'role.give', unitId, detail: { person: there.name, role } }
  return { id, isNew: false, given: added, acts: added ? [act] : [] }
}
