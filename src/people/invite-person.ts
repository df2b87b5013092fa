import { type Actor, change } from '../audit/change.ts'
import type { Deps } from '../web/deps.ts'
import type { Views } from '../web/views.ts'
import { formatTime } from '../words/vietnamese.ts'
import { invitationLetter } from './invitation.mail.ts'
import { codeInGroups, invitationExpiry } from './invitation.rules.ts'
import { createInvitation } from './invitation.store.ts'

export type Invitation = { code: string; url: string; expiresAt: Date; mailed: boolean }

export type Invitee = { id: number; name: string; email: string; place: string; unitId: number }

/**
 * Invites a person to set a password: makes a code, and mails it with a link once it is recorded. Whether the letter left
 * is told, not thrown: the code can be read out over the phone as well.
 */
export async function invitePerson(
  deps: Deps,
  invitee: Invitee,
  by: { actor: Actor; now: Date; views: Views | null },
): Promise<Invitation> {
  const { actor, now, views } = by
  const { id, name, email, place, unitId } = invitee
  const code = await change(deps.db, { actor, now }, async trx => ({
    result: await createInvitation(trx, { personId: id, createdBy: actor.id, now }),
    act: { act: 'person.invite', unitId, detail: { person: name } },
  }))
  const invitation = {
    code,
    url: `${deps.config.publicUrl}/invitations/${code}`,
    expiresAt: invitationExpiry(now),
  }
  if (!views) return { ...invitation, mailed: false }
  const letter = invitationLetter(views, { to: email, name, place, ...invitation })
  const mailed = await deps.mailer.send(letter, now).then(
    () => true,
    error => {
      deps.log.error({ err: error }, 'invitation not sent')
      return false
    },
  )
  return { ...invitation, mailed }
}

/** An invitation as the page shows it, once. */
export type ShownInvitation = { code: string; until: string; mailed: boolean }

export const shownInvitation = ({ code, expiresAt, mailed }: Invitation): ShownInvitation => ({
  code: codeInGroups(code),
  until: formatTime(expiresAt),
  mailed,
})
