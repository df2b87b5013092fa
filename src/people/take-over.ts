import { type Act, change } from '../audit/change.ts'
import type { Locals } from '../web/page.ts'
import { showOnce } from '../web/show-once.ts'
import { say } from '../words/all.ts'
import type { RoleVisit } from './held-role.ts'
import { invitePerson, shownInvitation } from './invite-person.ts'
import { type Account, findAccount } from './person.store.ts'
import { checkDetails, type Details, type FormError, readPersonForm } from './person-admin.rules.ts'
import { limitRole } from './role-term.store.ts'
import { takeInPerson } from './take-in-person.ts'

/** Who takes a role over, as typed; `there` when the address has an account, whose name then holds. */
export type TypedSuccessor = { details: Details; there: Account | null; errors: FormError[] }

/** Reads the boxes of whoever takes over. A known address needs no more than itself. */
export async function readSuccessor({ deps, req, lang, one }: RoleVisit): Promise<TypedSuccessor> {
  const { name, email, position, phone } = readPersonForm(req.body ?? {})
  const there = email ? await findAccount(deps.db, email) : null
  const details = { name: there?.name ?? name, email, position, phone }
  const errors = checkDetails(details, lang)
  if (there && !there.active) errors.push({ field: 'email', text: say(lang, 'people.form.isOff') })
  if (there?.id === one.id) errors.push({ field: 'email', text: say(lang, 'handover.toSelf') })
  return { details, there, errors }
}

export type TakeOver = {
  successor: TypedSuccessor
  since: Date
  /** When the new role ends; null when it stays. */
  until: Date | null
  covers: number | null
  /** When the role of the one before ends; null when it goes on. */
  ends: Date | null
  act: Act
}

/**
 * One step: the new holder has the role, the old one's ends, and the new one is invited where the account is new. Drafts and
 * reports belong to the unit, so they stay as they are. @returns the new holder's id; null when they have that already.
 */
export async function takeOver(visit: RoleVisit, over: TakeOver): Promise<number | null> {
  const { deps, now, person, held, unit } = visit
  const { successor, since, until, covers, ends, act } = over
  const taken = await change(deps.db, { actor: person, now }, async trx => {
    const given = { unitId: held.unitId, role: held.role, since, until, covers }
    const result = await takeInPerson(trx, { ...successor, now }, given)
    const ended = ends ? await limitRole(trx, held.id, ends) : false
    return { result, act: result.given || ended ? [...result.acts, act] : null }
  })
  if (taken.isNew) await invite(visit, taken.id, successor.details)
  return taken.given || ends ? taken.id : null

  async function invite({ req, res }: RoleVisit, id: number, { name, email }: Details): Promise<void> {
    const { views } = res.locals as Locals
    const invitee = { id, name, email, place: held.unit, unitId: held.unitId }
    const invitation = await invitePerson(deps, invitee, { actor: person, now, views })
    showOnce(req, `/people/${unit.id}/${id}`, shownInvitation(invitation))
  }
}
