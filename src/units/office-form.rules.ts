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
  universalPercent: { min: 1, max: 100 },
  universalDifficultPercent: { min: 1, max: 100 },
  countTolerance: { min: 0, max: 100 },
} as const

/** Lines of text and their longest length. */
export const lineFields = {
  superiorName: 120,
  agencyName: 120,
  place: 60,
  documentCode: 40,
  letterCode: 40,
  filedUnder: 40,
  authority: 80,
  signerTitle: 80,
  signerName: 80,
  preparedBy: 80,
  annexNumber: 10,
  universalSource: 160,
  contactName: 80,
  contactPhone: 40,
  contactEmail: 120,
} as const

/** Lines of 'Nơi nhận': how many, and their longest length. */
export const recipientLines = { most: 12, length: 120 } as const

/** The optional parts of the first form; which boxes each brings, and further ones, are in the editions. */
export const formSwitches = ['poor', 'disabled', 'reasons'] as const

export const rolls = ['next', 'previous', 'none'] as const

type Box = keyof typeof numberFields | keyof typeof lineFields

export type OfficeForm = Record<Box, string> & {
  roll: string
  signOff: boolean
  maskSmallCells: boolean
  annex: boolean
  switches: string[]
  /** One recipient a line. */
  recipients: string
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
    ...(texts as Record<Box, string>),
    roll: text('roll'),
    signOff: text('signOff') === 'on',
    maskSmallCells: text('maskSmallCells') === 'on',
    annex: text('annex') === 'on',
    recipients: typeof body.recipients === 'string' ? clean(body.recipients) : '',
    switches: switchesIn(ticked),
  }
}

/** The first edition's, then whatever further editions brought. */
function switchesIn(ticked: readonly unknown[]): string[] {
  const codes = ticked.filter(it => typeof it === 'string').filter(it => /^[a-z][a-z0-9_]{0,39}$/.test(it))
  const further = new Set(codes.filter(it => !formSwitches.some(known => known === it)))
  return [...formSwitches.filter(it => codes.includes(it)), ...[...further].sort()]
}

/** Settings as the form shows them. */
export function formOf(settings: OfficeSettings): OfficeForm {
  const texts = Object.fromEntries([...numbers, ...lines].map(name => [name, String(settings[name])]))
  const { roll, signOff, maskSmallCells, annex, switches, recipients } = settings
  return {
    ...(texts as Record<Box, string>),
    roll,
    signOff,
    maskSmallCells,
    annex,
    switches,
    recipients: recipients.join('\n'),
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
    if (!/^\d{1,3}$/.test(form[name]) || value < min || value > max)
      refuse(name, 'units.settings.badNumber', { min, max })
  }
  for (const name of lines)
    if (form[name].length > lineFields[name])
      refuse(name, 'units.settings.tooLong', { max: lineFields[name] })
  const recipients = recipientsIn(form)
  const { most, length } = recipientLines
  if (recipients.length > most || recipients.some(it => it.length > length))
    refuse('recipients', 'units.settings.badRecipients', { most, length })
  if (form.contactEmail && !z.email().safeParse(form.contactEmail).success)
    refuse('contactEmail', 'units.settings.badEmail')
  if (!rolls.some(roll => roll === form.roll)) refuse('roll', 'units.settings.badRoll')
  return errors.length > 0 ? { errors } : { settings: officeSettings.parse({ ...form, recipients }) }
}

/** The lines typed; the hyphens and semicolons that a paper sets around them are the paper's. */
const recipientsIn = ({ recipients }: OfficeForm): string[] =>
  recipients
    .split('\n')
    .map(it => it.replace(/^\s*[-–]\s*|[;.]?\s*$/g, '').trim())
    .filter(it => it !== '')

export type SettingChanges = Record<string, [before: unknown, after: unknown]>

/** Old and new of whatever differs, for the log. */
export function settingChanges<T extends Partial<OfficeSettings>>(before: T, after: T): SettingChanges {
  const names = Object.keys(after) as (keyof T & string)[]
  const differing = names.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(differing.map(name => [name, [before[name], after[name]]]))
}
