import { change } from '../audit/change.ts'
import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import { isOnTop } from '../units/top.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { clean, formatTime } from '../words/vietnamese.ts'
import { isoVietnam } from './month.rules.ts'
import { SILENT_MINUTES } from './outage.rules.ts'
import { addOutage, countOutage, findOutages, type OutageLine } from './outage.store.ts'
import {
  checkOutage,
  longestReason,
  type OutageError,
  type OutageForm,
  readOutageForm,
} from './outage-form.rules.ts'
import { sayLength, sayOpening } from './outage-page.rules.ts'

/**
 * When the portal could not be used. The portal finds out itself; what only people know (the line of the whole province
 * was cut) is entered by hand. It is one portal: the administrators of the office on top decide, all offices see it.
 */
export function outagePages(routes: Routes<Unit>): void {
  routes.unit('get', '/calendar/:unit/outages', maySeeOffice, visit =>
    showOutages(visit, { form: readOutageForm({}), errors: [] }),
  )
  routes.unit('post', '/calendar/:unit/outages', mayAdminister, add)
  routes.unit('post', '/calendar/:unit/outages/:outage', mayAdminister, decide)
}

const decides = ({ person, unit }: UnitVisit<Unit>): boolean => isOnTop(unit) && mayAdminister(person, unit)

type Typed = { form: OutageForm; errors: OutageError[] }

async function showOutages(visit: UnitVisit<Unit>, { form, errors }: Typed): Promise<void> {
  const { deps, req, res, lang, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const lines = await findOutages(deps.db)
  const may = decides(visit)
  const wrong = new Map<string, string>(errors.map(({ field, text }) => [field, text]))
  const box = (name: keyof OutageForm, type: string | null) => ({
    name,
    type,
    label: say(lang, `outage.${name}`),
    value: form[name],
    error: wrong.get(name) ?? null,
  })
  const model = {
    unit: unit.fullName,
    backHref: `/calendar/${unit.id}`,
    action: `/calendar/${unit.id}/outages`,
    text: say(lang, 'outage.text', { minutes: SILENT_MINUTES, opens: sayOpening() }),
    may,
    maxlength: longestReason,
    boxes: [
      box('fromDay', 'date'),
      box('fromTime', 'time'),
      box('untilDay', 'date'),
      box('untilTime', 'time'),
    ],
    reason: box('reason', null),
    rows: lines.map(line => rowOf(visit, line)),
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
  }
  const title = say(lang, 'outage.title')
  sendPage(req, res, 'calendar/outages', { title, status: errors.length > 0 ? 422 : 200 }, model)
}

function rowOf({ lang, unit }: UnitVisit<Unit>, line: OutageLine) {
  const { id, from, until, counts, reason, byName, found, at } = line
  const about = { from: formatTime(from), until: formatTime(until) }
  return {
    id: `counts-${id}`,
    from: about.from,
    until: about.until,
    length: sayLength(lang, line),
    state: say(lang, counts ? 'outage.counts' : 'outage.countsNot'),
    counts,
    reason,
    who: found
      ? say(lang, 'outage.found')
      : say(lang, 'outage.entered', { name: byName, at: formatTime(at) }),
    action: `/calendar/${unit.id}/outages/${id}`,
    press: say(lang, counts ? 'outage.stopCounting' : 'outage.startCounting'),
    about: say(lang, counts ? 'outage.stopCountingAbout' : 'outage.startCountingAbout', about),
    value: counts ? 'no' : 'yes',
  }
}

async function add(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, lang, person, unit } = visit
  if (!decides(visit)) throw notFound()
  const form = readOutageForm(req.body ?? {})
  const read = checkOutage(form, { known: await findOutages(deps.db), now, lang })
  if ('errors' in read) return showOutages(visit, { form, errors: read.errors })
  const { outage } = read
  const { reason } = form
  await change(deps.db, { actor: person, now }, async trx => {
    await addOutage(trx, { ...outage, reason, by: person, now })
    const detail = { from: isoVietnam(outage.from), until: isoVietnam(outage.until), reason }
    return { result: null, act: { act: 'outage.add', unitId: unit.id, detail } }
  })
  res.redirect(303, withFlash(`/calendar/${unit.id}/outages`, 'outageAdded'))
}

/** Whether an outage is taken off what is late. What it said before stays in the log. */
async function decide(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, person, unit } = visit
  const id = String(req.params.outage)
  if (!decides(visit) || !/^[1-9]\d{0,8}$/.test(id)) throw notFound()
  const counts = req.body?.counts === 'yes'
  const reason = clean(String(req.body?.reason ?? '')).slice(0, longestReason)
  await change(deps.db, { actor: person, now }, async trx => {
    const outage = await countOutage(trx, { id: Number(id), counts, reason })
    if (!outage) return { result: null, act: null }
    const detail = { from: isoVietnam(outage.from), until: isoVietnam(outage.until), reason }
    return {
      result: null,
      act: { act: counts ? 'outage.count' : 'outage.leave-out', unitId: unit.id, detail },
    }
  })
  res.redirect(303, withFlash(`/calendar/${unit.id}/outages`, counts ? 'outageCounts' : 'outageCountsNot'))
}
