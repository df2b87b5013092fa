import { z } from 'zod'
import { type Key, say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type OfficeSettings, officeSettings } from './office.rules.ts'

type Name = keyof OfficeSettings

/** Whole numbers and their bounds, as office.rules has them. */
export const numberFields = {
  dueDay: { min: 1, max: 31 },
  dueHour: { min: 0, max: 23 },
  dueMinute: { min: 0, max: 59 },
  cutOffDay: { min: 1, max: 31 },
  graceDays: { min: 0, max: 30 },
  lockDays: { min: 0, max: 60 },
} as const

/** Lines of text and their longest length. */
export const lineFields = {
  superiorName: 120,
  agencyName: 120,
  place: 60,
  documentCode: 40,
  signerTitle: 80,
  signerName: 80,
  preparedBy: 80,
  contactName: 80,
  contactPhone: 40,
  contactEmail: 120,
} as const

/** The optional parts of the form; which boxes each brings is in the form edition. */
export const formSwitches = ['poor', 'disabled', 'reasons'] as const

export const rolls = ['next', 'previous', 'none'] as const

export type OfficeForm = Record<keyof typeof numberFields | keyof typeof lineFields, string> & {
  roll: string
  signOff: boolean
  maskSmallCells: boolean
  switches: string[]
}
export type SettingError = { field: Name; text: string }

const numbers = Object.keys(numberFields) as (keyof typeof numberFields)[]
const lines = Object.keys(lineFields) as (keyof typeof lineFields)[]

/** What was typed, cleaned; a box that is not there is empty, a tick that is not there is off. */
export function readOfficeForm(body: Readonly<Record<string, unknown>>): OfficeForm {
  const text = (name: string) => (typeof body[name] === 'string' ? clean(body[name]).replace(/\n/g, ' ') : '')
  const texts = Object.fromEntries([...numbers, ...lines].map(name => [name, text(name)]))
  const ticked = [body.switches].flat()
  return {
    ...(texts as Omit<OfficeForm, 'roll' | 'signOff' | 'maskSmallCells' | 'switches'>),
    roll: text('roll'),
    signOff: text('signOff') === 'on',
    maskSmallCells: text('maskSmallCells') === 'on',
    switches: formSwitches.filter(it => ticked.includes(it)),
  }
}

/** Settings as the form shows them. */
export function formOf(settings: OfficeSettings): OfficeForm {
  const texts = Object.fromEntries([...numbers, ...lines].map(name => [name, String(settings[name])]))
  const { roll, signOff, maskSmallCells, switches } = settings
  return {
    ...(texts as Omit<OfficeForm, 'roll' | 'signOff' | 'maskSmallCells' | 'switches'>),
    roll,
    signOff,
    maskSmallCells,
    switches,
  }
}

/** The settings typed, or what is wrong with each box. An empty number is an error, never a zero or a default. */
export function settingsOf(
  form: OfficeForm,
  lang: Lang,
): { settings: OfficeSettings } | { errors: SettingError[] } {
  const errors: SettingError[] = []
  const refuse = (field: Name, key: Key, params = {}) => errors.push({ field, text: say(lang, key, params) })
  for (const name of numbers) {
    const { min, max } = numberFields[name]
    const value = Number(form[name])
    if (!/^\d{1,2}$/.test(form[name]) || value < min || value > max)
      refuse(name, 'units.settings.badNumber', { min, max })
  }
  for (const name of lines)
    if (form[name].length > lineFields[name])
      refuse(name, 'units.settings.tooLong', { max: lineFields[name] })
  if (form.contactEmail && !z.email().safeParse(form.contactEmail).success)
    refuse('contactEmail', 'units.settings.badEmail')
  if (!rolls.some(roll => roll === form.roll)) refuse('roll', 'units.settings.badRoll')
  return errors.length > 0 ? { errors } : { settings: officeSettings.parse(form) }
}

export type SettingChanges = Record<string, [before: unknown, after: unknown]>

/** Old and new of whatever differs, for the log. */
export function settingChanges(before: OfficeSettings, after: OfficeSettings): SettingChanges {
  const names = Object.keys(after) as Name[]
  const differing = names.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(differing.map(name => [name, [before[name], after[name]]]))
}
