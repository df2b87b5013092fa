/**
 * Who may do what, as questions that can be read aloud. Every route names one of these; nothing else
 * in the portal decides on access.
 */
export type RoleName = 'reporter' | 'leader' | 'officer' | 'office_leader' | 'admin'

export type SignedIn = {
  id: number
  name: string
  position: string
  email: string
  /** The unit of the first role, as shown beside the name. */
  place: string
  roles: readonly { unitId: number; role: RoleName }[]
}

/**
 * A unit as access sees it: itself, the units it became (a merger's successors), and every office above
 * any of them. A right held anywhere on that list reaches the unit.
 */
export type Reach = {
  id: number
  kind: 'commune' | 'office'
  lineage: readonly number[]
  offices: readonly number[]
}

export type UnitQuestion = (person: SignedIn, unit: Reach) => boolean
export type PersonQuestion = (person: SignedIn) => boolean

const OFFICE_ROLES: readonly RoleName[] = ['officer', 'office_leader', 'admin']

/** Anyone who has signed in: their own home, their own account. */
export const isSignedIn: PersonQuestion = () => true

/** Types figures in the commune's name and sends them. The commune's leader may do so too. */
export const mayReport: UnitQuestion = (person, unit) =>
  unit.kind === 'commune' && holds(person, ['reporter', 'leader'], [unit.id])

/** Signs off what leaves in the commune's name, where the office asks for it. */
export const maySignOff: UnitQuestion = (person, unit) =>
  unit.kind === 'commune' && holds(person, ['leader'], [unit.id])

/** Reads a commune's reports: its own people, those of the unit it became, and the offices above. */
export const maySeeReports: UnitQuestion = (person, unit) =>
  holds(person, ['reporter', 'leader'], unit.lineage) || holds(person, OFFICE_ROLES, unit.offices)

/** Sees an office's board, consolidation, reminders and files. */
export const maySeeOffice: UnitQuestion = (person, unit) =>
  unit.kind === 'office' && holds(person, OFFICE_ROLES, unit.offices)

/** Accepts and returns reports, grants more time, chases. Leaders read; officers and administrators act. */
export const mayReview: UnitQuestion = (person, unit) => holds(person, ['officer', 'admin'], unit.offices)

/** Runs an office: its settings, plan and holidays, its units and people. */
export const mayAdminister: UnitQuestion = (person, unit) => holds(person, ['admin'], unit.offices)

/** Whether a person administers anything at all: for imports, and founding an office. */
export const isAdministrator: PersonQuestion = person => person.roles.some(({ role }) => role === 'admin')

function holds(person: SignedIn, roles: readonly RoleName[], units: readonly number[]): boolean {
  return person.roles.some(held => roles.includes(held.role) && units.includes(held.unitId))
}
