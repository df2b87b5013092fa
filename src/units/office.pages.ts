import { change } from '../audit/change.ts'
import { mayAdminister } from '../people/access.rules.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { isKey, type Key, say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { findOfficeSettings, lockOfficeSettings, saveOfficeSettings } from './office.store.ts'
import {
  formOf,
  formSwitches,
  type lineFields,
  numberFields,
  type OfficeForm,
  readOfficeForm,
  rolls,
  type SettingError,
  settingChanges,
  settingsOf,
} from './office-form.rules.ts'
import type { Unit } from './unit.store.ts'

/** What an office decides for itself; every change is in the log with the old value and the new. */
export function officePages(routes: Routes<Unit>): void {
  routes.unit('get', '/units/:unit/settings', mayAdminister, async visit => {
    if (visit.unit.kind !== 'office') throw notFound()
    showSettings(visit, formOf(await findOfficeSettings(visit.deps.db, visit.unit.id)), [])
  })
  routes.unit('post', '/units/:unit/settings', mayAdminister, save)
}

async function save(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, lang, person, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const form = readOfficeForm(req.body ?? {})
  const read = settingsOf(form, lang)
  if ('errors' in read) return showSettings(visit, form, read.errors)
  await change(deps.db, { actor: person, now }, async trx => {
    const changes = settingChanges(await lockOfficeSettings(trx, unit.id), read.settings)
    if (Object.keys(changes).length === 0) return { result: null, act: null }
    await saveOfficeSettings(trx, unit.id, read.settings)
    return { result: null, act: { act: 'office.change-settings', unitId: unit.id, detail: { changes } } }
  })
  res.redirect(303, withFlash(`/units/${unit.id}`, 'settingsSaved'))
}

const calendarNumbers = ['dueDay', 'cutOffDay', 'dueHour', 'dueMinute', 'graceDays', 'lockDays'] as const
const paperLines = [
  'superiorName',
  'agencyName',
  'documentCode',
  'letterCode',
  'place',
  'authority',
  'signerTitle',
  'signerName',
  'preparedBy',
  'filedUnder',
] as const
const contactLines = ['contactName', 'contactPhone', 'contactEmail'] as const
const types: Readonly<Record<string, string>> = { contactPhone: 'tel', contactEmail: 'email' }

function showSettings(
  { req, res, lang, unit }: UnitVisit<Unit>,
  form: OfficeForm,
  errors: SettingError[],
): void {
  const wrong = new Map<string, string>(errors.map(({ field, text }) => [field, text]))
  const box = (name: keyof typeof numberFields | keyof typeof lineFields) => ({
    id: name,
    name,
    label: say(lang, `units.settings.${name}`),
    hint: hintOf(lang, name),
    value: form[name],
    error: wrong.get(name) ?? null,
    type: types[name] ?? null,
    numeric: name in numberFields,
  })
  const choice = (name: string, key: Key) => ({ id: name, label: say(lang, key) })
  const model = {
    unit: unit.fullName,
    action: `/units/${unit.id}/settings`,
    backHref: `/units/${unit.id}`,
    calendarHref: `/calendar/${unit.id}`,
    calendar: calendarNumbers.map(box),
    rolls: rolls.map(roll => ({
      value: roll,
      ...choice(`roll-${roll}`, `units.settings.roll.${roll}`),
      chosen: form.roll === roll,
    })),
    rollError: wrong.get('roll') ?? null,
    switches: formSwitches.map(it => ({
      value: it,
      ...choice(`switch-${it}`, `units.settings.switch.${it}`),
      chosen: form.switches.includes(it),
    })),
    signOff: form.signOff,
    maskSmallCells: form.maskSmallCells,
    paper: paperLines.map(box),
    annex: form.annex,
    annexNumber: box('annexNumber'),
    recipients: {
      value: form.recipients,
      error: wrong.get('recipients') ?? null,
      label: say(lang, 'units.settings.recipients'),
      hint: say(lang, 'units.settings.recipients.hint'),
    },
    contact: contactLines.map(box),
    errors: errors.map(({ field, text }) => ({
      href: field === 'roll' ? '#roll-next' : `#${field}`,
      text: `${say(lang, `units.settings.${field}` as Key)}: ${text}`,
    })),
  }
  const title = say(lang, 'units.settings.title')
  sendPage(req, res, 'units/settings', { title, status: errors.length > 0 ? 422 : 200 }, model)
}

function hintOf(lang: Lang, name: string): string | null {
  const key = `units.settings.${name}.hint`
  return isKey(key) ? say(lang, key) : null
}
