import type { SignedIn } from './access.rules.ts'

/** What a session reaches that was opened by the link of a letter: one commune's form of one month, and nothing else. */
export type Bound = { unitId: number; month: string }

/** The one page that such a session is for. */
export const formOf = ({ unitId, month }: Bound): string => `/reports/${unitId}/${month}`

/** Whether a path's unit and month, as they stand in the address, are those of the session; both must be there. */
export const reaches = (
  { unitId, month }: Bound,
  asked: { unit?: string | string[] | undefined; month?: string | string[] | undefined },
): boolean => asked.unit === String(unitId) && asked.month === month

/** The person with the roles on that commune alone: what else they may do is left for a sign-in. */
export const narrowed = (person: SignedIn, { unitId }: Bound): SignedIn => ({
  ...person,
  roles: person.roles.filter(role => role.unitId === unitId),
})

/** Paths without a unit that such a session may ask for; the home leads to its form. Any other asks for a sign-in. */
export function wayOf(path: string): 'through' | 'to the form' | 'to sign-in' {
  if (path === '/sign-out') return 'through'
  return path === '/reports' ? 'to the form' : 'to sign-in'
}
