import { z } from 'zod'
import { type Key, say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { RoleName } from './access.rules.ts'

/** Which roles there are at a commune and at an office. */
export const rolesAt: Readonly<Record<'commune' | 'office', readonly RoleName[]>> = {
  commune: ['reporter', 'leader'],
  office: ['officer', 'office_leader', 'admin'],
}

export type Details = { name: string; email: string; position: string; phone: string }
export type PersonForm = Details & { role: string; unit: string }
export type FormError = { field: keyof PersonForm; text: string }

const limits = { name: 80, email: 120, position: 120, phone: 40 } as const
const fields = ['name', 'email', 'position', 'phone', 'role', 'unit'] as const

/** What was typed, cleaned; whatever is missing is empty. */
export function readPersonForm(body: Readonly<Record<string, unknown>>): PersonForm {
  const text = (field: string) =>
    typeof body[field] === 'string' ? clean(body[field]).replace(/\n/g, ' ') : ''
  const [name, email, position, phone, role, unit] = fields.map(text)
  return {
    name: name ?? '',
    email: (email ?? '').toLowerCase(),
    position: position ?? '',
    phone: phone ?? '',
    role: role ?? '',
    unit: unit ?? '',
  }
}

/** What is wrong with a person's details, by box. */
export function checkDetails(details: Details, lang: Lang): FormError[] {
  const errors: FormError[] = []
  const refuse = (field: keyof Details, key: Key, params = {}) =>
    errors.push({ field, text: say(lang, key, params) })
  if (details.name.length < 2) refuse('name', 'people.form.noName')
  if (!z.email().safeParse(details.email).success) refuse('email', 'people.form.badEmail')
  if (details.phone && !/^[+(]?\d[\d ().\-–/+]{5,}$/.test(details.phone))
    refuse('phone', 'people.form.badPhone')
  for (const field of ['name', 'email', 'position', 'phone'] as const)
    if (details[field].length > limits[field]) refuse(field, 'people.form.tooLong', { max: limits[field] })
  return errors
}

export type Place = { id: number; kind: 'commune' | 'office' }

/** What is wrong with the choice of unit and role: the unit must be one of those offered, the role one it has. */
export function checkRole(
  form: Pick<PersonForm, 'role' | 'unit'>,
  places: readonly Place[],
  lang: Lang,
): FormError[] {
  const place = places.find(({ id }) => String(id) === form.unit)
  const known = (place ? [place.kind] : (['commune', 'office'] as const)).flatMap(kind => rolesAt[kind])
  const errors: FormError[] = []
  if (!place) errors.push({ field: 'unit', text: say(lang, 'people.form.badUnit') })
  if (!known.some(role => role === form.role))
    errors.push({ field: 'role', text: say(lang, form.role ? 'people.form.badRole' : 'people.form.noRole') })
  return errors
}

export type HeldRole = { id: number; unitId: number; role: RoleName; mine: boolean }

/**
 * Whether an administrator may change the account itself (details, on, off, invitation): when every place the person
 * works at stands under that administrator's office. Elsewhere only the role at one's own units is one's business.
 */
export const mayChangeAccount = (roles: readonly HeldRole[]): boolean => roles.every(({ mine }) => mine)
