import type { RoleName, SignedIn } from './access.rules.ts'

export type NavItem = { href: string; key: string }

const OFFICE: readonly RoleName[] = ['officer', 'office_leader', 'admin']

/** The first office a person works for, or null for a commune's person. */
export function officeOf(person: SignedIn): number | null {
  return person.roles.find(({ role }) => OFFICE.includes(role))?.unitId ?? null
}

/** The menu: what this person came for, in the order of use. Keys are words. */
export function navigationOf(person: SignedIn): NavItem[] {
  const office = officeOf(person)
  const commune = person.roles.some(({ role }) => role === 'reporter' || role === 'leader')
  const admin = person.roles.some(({ role }) => role === 'admin')
  return [
    ...(commune ? [{ href: '/reports', key: 'nav.reports' }] : []),
    ...(office
      ? [
          { href: `/review/${office}`, key: 'nav.board' },
          { href: `/consolidation/${office}`, key: 'nav.consolidation' },
          { href: `/reminders/${office}`, key: 'nav.reminders' },
        ]
      : []),
    ...(admin && office
      ? [
          { href: `/units/${office}`, key: 'nav.units' },
          { href: `/people/${office}`, key: 'nav.people' },
          { href: `/calendar/${office}`, key: 'nav.calendar' },
          { href: `/audit/${office}`, key: 'nav.audit' },
        ]
      : []),
  ]
}

/** Where a person lands after signing in. */
export const homeOf = (person: SignedIn): string => navigationOf(person)[0]?.href ?? '/account'
