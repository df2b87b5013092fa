import { type FormError, readPersonForm } from './person-admin.rules.ts'

const boxes = ['email', 'name', 'position', 'phone'] as const

/** The boxes of whoever takes a role over, with what was typed and what is wrong with it. */
export function successorForm(typed: Readonly<Record<string, unknown>>, errors: readonly FormError[]) {
  const form = readPersonForm(typed)
  const wrong = Object.fromEntries(
    boxes.map(name => [name, errors.find(it => it.field === name)?.text ?? null]),
  ) as Record<(typeof boxes)[number], string | null>
  return { form, wrong, errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })) }
}
