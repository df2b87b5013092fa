import type { RoleName, SignedIn } from './access.rules.ts'

export type NavItem = { href: string; key: string }

/** Pages that stand under another's entry of the menu, by the first part of their address. */
const UNDER: Readonly<Record<string, string>> = {
  targets: 'consolidation',
  charts: 'consolidation',
  editions: 'units',
}

/** The entry of the menu that a page stands under: that of its own part of the address, for whichever unit. */
export function isUnder(href: string, path: string): boolean {
  const part = (address: string) => address.split('/')[1] ?? ''
  return part(href) === (UNDER[part(path)] ?? part(path))
}

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
          { href: `/calendar/${office}`, key: 'nav.calendar' },
          { href: `/units/${office}`, key: 'nav.units' },
        ]
      : []),
    ...(admin && office
      ? [
          { href: `/people/${office}`, key: 'nav.people' },
          { href: `/audit/${office}`, key: 'nav.audit' },
        ]
      : []),
  ]
}

/** Where a person lands after signing in. */
export const homeOf = (person: SignedIn): string => navigationOf(person)[0]?.href ?? '/account'
