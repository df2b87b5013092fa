import { change } from '../audit/change.ts'
import { mayAdminister } from '../people/access.rules.ts'
import { isOnTop } from '../units/top.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatDay } from '../words/vietnamese.ts'
import type { HolidayRow } from './holiday.rules.ts'
import {
  addHoliday,
  changeHoliday,
  findNationalHoliday,
  findOwnHoliday,
  type HolidayLine,
  holidayTaken,
  removeHoliday,
} from './holiday.store.ts'
import {
  checkHoliday,
  formOfLine,
  type HolidayError,
  type HolidayForm,
  readHolidayForm,
} from './holiday-form.rules.ts'
import { isDay } from './month.rules.ts'

/**
 * Adding, changing and removing a line of the holiday table. An office has its own lines; the lines of the office on top
 * are the country's.
 */
export function holidayLinePages(routes: Routes<Unit>): void {
  routes.unit('get', '/calendar/:unit/new', mayAdminister, visit =>
    showLine(visit, null, { form: { ...readHolidayForm({}), kind: 'off' }, errors: [] }),
  )
  routes.unit('post', '/calendar/:unit/new', mayAdminister, visit => save(visit, null))
  routes.unit('get', '/calendar/:unit/:line', mayAdminister, async visit => {
    const line = await askedLine(visit)
    showLine(visit, line, { form: formOfLine(line), errors: [] })
  })
  routes.unit('post', '/calendar/:unit/:line', mayAdminister, async visit =>
    save(visit, await askedLine(visit)),
  )
  routes.unit('post', '/calendar/:unit/:line/remove', mayAdminister, remove)
}

/** Whose lines an office's administrator edits: the office's, or on top the country's. */
const ownerOf = (unit: Unit): number | null => (isOnTop(unit) ? null : unit.id)

async function askedLine({ deps, req, unit }: UnitVisit<Unit>): Promise<HolidayLine> {
  const id = String(req.params.line)
  const line = /^[1-9]\d{0,8}$/.test(id) ? await findOwnHoliday(deps.db, ownerOf(unit), Number(id)) : null
  if (!line || unit.kind !== 'office') throw notFound()
  return line
}

type Typed = { form: HolidayForm; errors: HolidayError[] }

function showLine(
  { req, res, lang, unit }: UnitVisit<Unit>,
  line: HolidayLine | null,
  { form, errors }: Typed,
): void {
  if (unit.kind !== 'office') throw notFound()
  const title = line
    ? say(lang, 'calendar.line.change', { day: formatDay(line.day) })
    : say(lang, 'calendar.line.add')
  const year = (form.day || String(req.query.year ?? '')).slice(0, 4)
  const wrong = Object.fromEntries(errors.map(({ field, text }) => [field, text]))
  const model = {
    unit: unit.fullName,
    title,
    action: `/calendar/${unit.id}/${line?.id ?? 'new'}`,
    backHref: `/calendar/${unit.id}${/^\d{4}$/.test(year) ? `?year=${year}` : ''}`,
    form,
    kinds: (['off', 'work'] as const).map(kind => ({
      value: kind,
      id: `kind-${kind}`,
      label: say(lang, `calendar.line.${kind}`),
      chosen: form.kind === kind,
    })),
    wrong: { day: null, kind: null, name: null, source: null, ...wrong },
    remove: line ? `/calendar/${unit.id}/${line.id}/remove` : null,
    errors: errors.map(({ field, text }) => ({ href: field === 'kind' ? '#kind-off' : `#${field}`, text })),
  }
  sendPage(req, res, 'calendar/line', { title, status: errors.length > 0 ? 422 : 200 }, model)
}

async function save(visit: UnitVisit<Unit>, line: HolidayLine | null): Promise<void> {
  const { deps, req, res, now, lang, person, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const owner = ownerOf(unit)
  const form = readHolidayForm(req.body ?? {})
  const national = owner !== null && isDay(form.day) ? await findNationalHoliday(deps.db, form.day) : null
  const read = checkHoliday(form, national, lang)
  if ('errors' in read) return showLine(visit, line, { form, errors: read.errors })
  const { row } = read
  if (await holidayTaken(deps.db, owner, { day: row.day, except: line?.id ?? 0 })) {
    const text = say(lang, 'calendar.line.taken', { day: formatDay(row.day) })
    return showLine(visit, line, { form, errors: [{ field: 'day', text }] })
  }
  await change(deps.db, { actor: person, now }, async trx => {
    if (line) await changeHoliday(trx, line.id, row)
    else await addHoliday(trx, owner, row)
    return {
      result: null,
      act: { act: line ? 'holiday.change' : 'holiday.add', unitId: unit.id, detail: detailOf(row, line) },
    }
  })
  res.redirect(303, withFlash(`/calendar/${unit.id}?year=${row.day.slice(0, 4)}`, 'holidaySaved'))
}

const detailOf = ({ day, kind, name, source, status }: HolidayRow, before: HolidayLine | null) => ({
  day,
  kind,
  name,
  source,
  status,
  ...(before ? { before: { day: before.day, kind: before.kind, name: before.name } } : {}),
})

async function remove(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, res, now, person, unit } = visit
  const line = await askedLine(visit)
  await change(deps.db, { actor: person, now }, async trx => {
    await removeHoliday(trx, line.id)
    return { result: null, act: { act: 'holiday.remove', unitId: unit.id, detail: detailOf(line, null) } }
  })
  res.redirect(303, withFlash(`/calendar/${unit.id}?year=${line.day.slice(0, 4)}`, 'holidayRemoved'))
}
