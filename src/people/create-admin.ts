import { type Change, change } from '../audit/change.ts'
import { dayAt, monthOfDay } from '../calendar/month.rules.ts'
import type { Trx } from '../db/database.ts'
import { ensureMinistry } from '../units/unit-import.store.ts'
import { findTopOffice } from '../units/unit-list.store.ts'
import type { Deps } from '../web/deps.ts'
import { type Invitation, invitePerson } from './invite-person.ts'
import { hashPassword } from './password.ts'
import { findAccount, normalEmail, setPassword } from './person.store.ts'
import { createPerson, switchOn } from './person-admin.store.ts'
import { giveTerm } from './role-term.store.ts'

export type NewAdmin = { email: string; name: string; password: string | null }

export type Admin = {
  id: number
  name: string
  email: string
  office: string
  /** Whether the role is new: a second call for the same person gives no second one. */
  created: boolean
  /** For whoever has no password yet. */
  invitation: Invitation | null
}

/**
 * The first administrator of a portal, or one more: somebody with the role at the office on top, which is founded when
 * the portal is empty. A person who is there already keeps their name and password.
 */
export async function createAdmin(
  deps: Deps,
  by: Change,
  { email, name, password }: NewAdmin,
): Promise<Admin> {
  const hash = password === null ? null : await hashPassword(password)
  const admin = await change(deps.db, by, async trx => {
    const office = await ensureTop(trx, by.now)
    const there = await findAccount(trx, email)
    const details = { email: normalEmail(email), name, position: '', phone: '' }
    const id = there?.id ?? (await createPerson(trx, details, by.now))
    const role = { role: 'admin', since: by.now, until: null, covers: null } as const
    const added = await giveTerm(trx, { personId: id, unitId: office.id, ...role })
    if (there && !there.active) await switchOn(trx, id)
    if (hash) await setPassword(trx, id, hash)
    const person = { id, name: there?.name ?? name, email: details.email }
    const changed = added || hash !== null || there?.active === false
    const act = { act: 'person.make-admin', unitId: office.id, detail: { person: person.name } }
    const settled = hash !== null || (there?.passwordHash ?? null) !== null
    return { result: { ...person, office, settled, created: added }, act: changed ? act : null }
  })
  const { office, settled, ...person } = admin
  const invitee = { ...person, place: office.fullName, unitId: office.id }
  const invitation = settled ? null : await invitePerson(deps, invitee, { ...by, views: null })
  return { ...person, office: office.fullName, invitation }
}

async function ensureTop(trx: Trx, now: Date): Promise<{ id: number; fullName: string }> {
  const month = monthOfDay(dayAt(now))
  const there = await findTopOffice(trx, month)
  if (there) return there
  await ensureMinistry(trx, month)
  const founded = await findTopOffice(trx, month)
  if (!founded) throw new Error('the office on top was founded a moment ago')
  return founded
}
