import { type Act, change } from '../audit/change.ts'
import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { dayAt, type Month, monthOfDay } from '../calendar/month.rules.ts'
import { mayAdminister } from '../people/access.rules.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { isKey, type Key, say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { loadFormSwitches } from './form-switch.store.ts'
import type { OfficeSettings } from './office.rules.ts'
import { lockOfficeSettings, saveOfficeSettings } from './office.store.ts'
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
import { monthChosen, monthsToChoose, rulesOf } from './office-rule.rules.ts'
import { findRules, findSettingsIn, lastBegunMonth, removeRules, saveRules } from './office-rule.store.ts'
import { fromSelect, ruleRows, rulesNow } from './office-rule-page.rules.ts'
import type { Unit } from './unit.store.ts'

/** What an office decides for itself; every change is in the log with the old value and the new. */
export function officePages(routes: Routes<Unit>): void {
  routes.unit('get', '/units/:unit/settings', mayAdminister, async visit => {
    const months = await openMonths(visit)
    const from = monthChosen(visit.req.query.from, months) ?? monthChosen('', months)
    if (!from) throw notFound()
    const form = formOf(await findSettingsIn(visit.deps.db, visit.unit.id, from))
    await showSettings(visit, { form, errors: [], from, months })
  })
  routes.unit('post', '/units/:unit/settings', mayAdminister, save)
  routes.unit('post', '/units/:unit/settings/:month/remove', mayAdminister, removePlanned)
}

/** The months from which other rules may hold, the default first. */
async function openMonths({ deps, unit, now }: UnitVisit<Unit>): Promise<Month[]> {
  if (unit.kind !== 'office') throw notFound()
  const running = monthOfDay(dayAt(now))
  const [{ deadline }, lastBegun] = await Promise.all([
    loadOfficeMonth(deps.db, unit.id, running),
    lastBegunMonth(deps.db, unit.id),
  ])
  return monthsToChoose({ running, isOver: deadline.due <= now, lastBegun })
}

async function save(visit: UnitVisit<Unit>): Promise<void> {
  const { req, res, lang, unit } = visit
  const months = await openMonths(visit)
  const form = readOfficeForm(req.body ?? {})
  const read = settingsOf(form, lang)
  const from = monthChosen(req.body?.from, months)
  const shown = { form, from: String(req.body?.from ?? ''), months }
  if (!from) {
    const text = say(lang, 'office-rule.badMonth', { month: formatMonth(months[0] ?? '') })
    return showSettings(visit, {
      ...shown,
      errors: [...('errors' in read ? read.errors : []), { field: 'from', text }],
    })
  }
  if ('errors' in read) return showSettings(visit, { ...shown, errors: read.errors })
  await keep(visit, from, read.settings)
  res.redirect(303, withFlash(`/units/${unit.id}`, 'settingsSaved'))
}

/** What is a rule of months holds from then on; all else at once. What has not changed is left alone. */
async function keep(visit: UnitVisit<Unit>, from: Month, settings: OfficeSettings): Promise<void> {
  const { deps, now, person, unit } = visit
  await change(deps.db, { actor: person, now }, async trx => {
    const before = await lockOfficeSettings(trx, unit.id)
    const atOnce = { ...settings, ...rulesOf(before) }
    const [rules, held] = [rulesOf(settings), rulesOf(await findSettingsIn(trx, unit.id, from))]
    const acts: Act[] = []
    const changes = settingChanges(before, atOnce)
    if (Object.keys(changes).length > 0) {
      await saveOfficeSettings(trx, unit.id, atOnce)
      acts.push({ act: 'office.change-settings', unitId: unit.id, detail: { changes } })
    }
    const ruled = settingChanges(held, rules)
    if (Object.keys(ruled).length > 0) {
      await saveRules(trx, { officeId: unit.id, from, rules, by: person, now })
      acts.push({ act: 'office.change-rules', unitId: unit.id, month: from, detail: { changes: ruled } })
    }
    return { result: null, act: acts }
  })
}

/** Rules that have not begun are taken back. */
async function removePlanned(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, res, now, person, unit, month } = visit
  if (!(await openMonths(visit)).includes(month)) throw notFound()
  await change(deps.db, { actor: person, now }, async trx => {
    const removed = await removeRules(trx, unit.id, month)
    return { result: null, act: removed ? { act: 'office.remove-rules', unitId: unit.id, month } : null }
  })
  res.redirect(303, withFlash(`/units/${unit.id}/settings`, 'rulesRemoved'))
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
const universalLines = [
  'universalPercent',
  'universalDifficultPercent',
  'universalSource',
  'countTolerance',
] as const
const contactLines = ['contactName', 'contactPhone', 'contactEmail'] as const
const types: Readonly<Record<string, string>> = { contactPhone: 'tel', contactEmail: 'email' }

type Shown = {
  form: OfficeForm
  errors: { field: SettingError['field'] | 'from'; text: string }[]
  /** As asked; may be none of the months. */
  from: string
  months: readonly Month[]
}

async function showSettings(visit: UnitVisit<Unit>, { form, errors, from, months }: Shown): Promise<void> {
  const { deps, req, res, lang, unit, month: running } = visit
  const wrong = new Map<string, string>(errors.map(({ field, text }) => [field, text]))
  const [kept, offered] = await Promise.all([findRules(deps.db, unit.id), loadFormSwitches(deps.db)])
  const further = offered.filter(({ code }) => !formSwitches.some(it => it === code))
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
    from: fromSelect(lang, { months, from, error: wrong.get('from') ?? null }),
    now: rulesNow(kept, running, lang),
    rules: ruleRows(kept, { unitId: unit.id, running, first: months[0] ?? running, lang }),
    calendar: calendarNumbers.map(box),
    rolls: rolls.map(roll => ({
      value: roll,
      ...choice(`roll-${roll}`, `units.settings.roll.${roll}`),
      chosen: form.roll === roll,
    })),
    rollError: wrong.get('roll') ?? null,
    switches: [
      ...formSwitches.map(it => ({
        value: it as string,
        ...choice(`switch-${it}`, `units.settings.switch.${it}`),
      })),
      ...further.map(({ code, label }) => ({ value: code, id: `switch-${code}`, label: label[lang] })),
    ].map(it => ({ ...it, chosen: form.switches.includes(it.value) })),
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
    universal: universalLines.map(box),
    contact: contactLines.map(box),
    errors: errors.map(({ field, text }) => ({
      href: field === 'roll' ? '#roll-next' : `#${field}`,
      text: field === 'from' ? text : `${say(lang, `units.settings.${field}` as Key)}: ${text}`,
    })),
  }
  const title = say(lang, 'units.settings.title')
  sendPage(req, res, 'units/settings', { title, status: errors.length > 0 ? 422 : 200 }, model)
}

function hintOf(lang: Lang, name: string): string | null {
  const key = `units.settings.${name}.hint`
  return isKey(key) ? say(lang, key) : null
}
