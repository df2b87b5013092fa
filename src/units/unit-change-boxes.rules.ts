import type { Key } from '../words/all.ts'
import { say } from '../words/all.ts'
import { compareVietnamese } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { ChangeKind } from './unit-change.rules.ts'
import {
  type ChangeForm,
  communeTypes,
  type FormError,
  MOST_LINES,
  NEW_LINES,
} from './unit-change-form.rules.ts'

/** A unit that the form offers. */
export type Candidate = {
  id: number
  kind: 'commune' | 'office'
  type: string
  name: string
  fullName: string
  code: string
}

type Offered = {
  kind: ChangeKind
  candidates: readonly Candidate[]
  /** Where a unit may be moved. */
  offices: readonly { id: number; fullName: string }[]
  errors: readonly FormError[]
  lang: Lang
}

/** What a change of that kind is, in a line. */
export const aboutOf = (kind: ChangeKind, of: Candidate['kind']) =>
  kind === 'merge' && of === 'office' ? 'change.about.mergeOffices' : (`change.about.${kind}` as const)

/** The form's boxes, for the view. */
export function boxesOf(form: ChangeForm, offered: Offered) {
  const { kind, lang, errors, offices } = offered
  const wrong = (field: string) => errors.find(it => it.field === field)?.text ?? null
  const candidates = offered.candidates
    .filter(it => it.kind === form.of)
    .sort((a, b) => compareVietnamese(a.name, b.name))
  const office = form.of === 'office'
  return {
    of: form.of,
    month: { value: form.month, error: wrong('month') },
    document: { value: form.document, error: wrong('document') },
    unitsError: wrong('units'),
    ticks: kind === 'merge' ? ticksOf(candidates, form.units, 'unit') : null,
    one: kind === 'merge' || kind === 'found' ? null : optionsOf(candidates, form.units[0] ?? ''),
    goesOn: kind === 'merge' ? goesOnOf(candidates, { form, lang, error: wrong('goesOn') }) : null,
    into: kind === 'split' ? ticksOf(candidates, form.into, 'into') : null,
    intoOpen: form.into.length > 0,
    intoError: wrong('into'),
    made: office ? [] : madeOf(form, { lang, wrong }),
    madeError: wrong('made'),
    more: kind === 'split' && form.made.length < MOST_LINES ? form.made.length + NEW_LINES.split : null,
    next: form.made.length + 1,
    named: kind === 'rename' ? namedOf(form, { lang, wrong }) : null,
    to: kind === 'move' ? { groups: optionsOf(offices, form.to), error: wrong('to') } : null,
    noTarget: kind === 'move' && offices.length === 0,
    nothing: kind !== 'found' && candidates.length === 0,
  }
}

const ticksOf = (candidates: readonly Candidate[], chosen: readonly string[], prefix: string) =>
  candidates.map(({ id, fullName, code }) => ({
    id: `${prefix}-${id}`,
    value: String(id),
    label: fullName,
    code,
    chosen: chosen.includes(String(id)),
  }))

const optionsOf = (candidates: readonly { id: number; fullName: string }[], chosen: string) => [
  {
    label: null,
    options: candidates.map(({ id, fullName }) => ({
      value: String(id),
      label: fullName,
      chosen: String(id) === chosen,
    })),
  },
]

type GoesOn = { form: ChangeForm; lang: Lang; error: string | null }

function goesOnOf(candidates: readonly Candidate[], { form, lang, error }: GoesOn) {
  const office = form.of === 'office'
  return {
    groups: optionsOf(candidates, form.goesOn),
    hint: say(lang, office ? 'change.goesOnOffice' : 'change.goesOnHint'),
    choose: say(lang, office ? 'change.chooseOffice' : 'change.goesOnNew'),
    error,
  }
}

type Wrong = { lang: Lang; wrong: (field: string) => string | null }

const typesOf = (lang: Lang, chosen: string) => [
  {
    label: null,
    options: communeTypes.map(value => ({
      value,
      label: say(lang, `change.type.${value}` as Key),
      chosen: value === chosen,
    })),
  },
]

function madeOf(form: ChangeForm, { lang, wrong }: Wrong) {
  return form.made.map((line, index) => {
    const n = index + 1
    return {
      title: form.made.length > 1 ? say(lang, 'change.newNumber', { number: n }) : say(lang, 'change.new'),
      code: { id: `code-${n}`, value: line.code, error: wrong(`code-${n}`) },
      type: { id: `type-${n}`, groups: typesOf(lang, line.type), error: wrong(`type-${n}`) },
      name: { id: `name-${n}`, value: line.name, error: wrong(`name-${n}`) },
    }
  })
}

function namedOf({ of, type, name, fullName }: ChangeForm, { lang, wrong }: Wrong) {
  const office = of === 'office'
  return {
    office,
    type: { groups: typesOf(lang, type), error: wrong('type') },
    name: {
      label: say(lang, office ? 'change.officeName' : 'change.newName'),
      hint: say(lang, office ? 'change.officeNameHint' : 'change.nameHint'),
      value: name,
      error: wrong('name'),
    },
    fullName: { value: fullName, error: wrong('fullName') },
  }
}
