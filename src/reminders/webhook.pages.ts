import { randomBytes, randomUUID } from 'node:crypto'
import { change } from '../audit/change.ts'
import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { isoVietnam } from '../calendar/month.rules.ts'
import { askHost } from '../mail/address.ts'
import { type Hook, openHookCaller } from '../mail/webhook.ts'
import { mayAdminister } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { showOnce, takeShown } from '../web/show-once.ts'
import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import { type HookFault, hostOf, readHookUrl, sayTried, type Tried, testMessage } from './webhook.rules.ts'
import { addHook, changeHook, findHook, lockHook, openHook } from './webhook.store.ts'

type OfficeVisit = UnitVisit<Unit>

/** Where an office has its reminders sent as signed JSON. The secret is shown once, when it is made. */
export function webhookPages(routes: Routes<Unit>): void {
  const office = (handle: (visit: OfficeVisit) => Promise<void>) => async (visit: OfficeVisit) => {
    if (visit.unit.kind !== 'office') throw notFound()
    await handle(visit)
  }
  routes.unit('get', '/reminders/:unit/webhook', mayAdminister, office(showHook))
  routes.unit('post', '/reminders/:unit/webhook', mayAdminister, office(saveHook))
  routes.unit('post', '/reminders/:unit/webhook/secret', mayAdminister, office(renewSecret))
  routes.unit('post', '/reminders/:unit/webhook/switch', mayAdminister, office(switchHook))
  routes.unit('post', '/reminders/:unit/webhook/try', mayAdminister, office(tryHook))
}

const pathOf = ({ unit }: OfficeVisit): string => `/reminders/${unit.id}/webhook`
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** A hook's page keeps for its next view: a secret just made, or what a trial call was answered. */
type Kept = { secret?: string; tried?: Tried }

async function showHook(visit: OfficeVisit): Promise<void> {
  await sendHook(visit, {})
}

async function sendHook(visit: OfficeVisit, wrong: { typed?: string; fault?: HookFault }): Promise<void> {
  const { deps, req, res, lang, unit } = visit
  const { secret = null, tried = null } = takeShown<Kept>(req, pathOf(visit)) ?? {}
  const hook = await findHook(deps.db, unit.id)
  const error = wrong.fault ? say(lang, `hook.wrong.${wrong.fault}`) : null
  const model = {
    office: unit.fullName,
    action: pathOf(visit),
    back: `/reminders/${unit.id}`,
    url: wrong.typed ?? hook?.url ?? '',
    error,
    errors: error ? [{ href: '#url', text: error }] : [],
    hook: hook && {
      active: hook.active,
      state: say(lang, hook.active ? 'hook.on' : 'hook.off', { time: formatTime(hook.changedAt) }),
    },
    secret,
    tried: tried && sayTried(tried, lang),
    example: JSON.stringify(await messageFor(visit, 'test-…'), null, 2),
  }
  const title = say(lang, 'hook.title')
  sendPage(req, res, 'reminders/webhook', { title, status: error ? 422 : 200 }, model)
}

/** A new address gets a new secret and is off, until whoever runs it has the secret and it has been tried. */
async function saveHook(visit: OfficeVisit): Promise<void> {
  const { deps, req, res, now, person, unit } = visit
  const typed = String(req.body?.url ?? '').slice(0, 2_000)
  const read = readHookUrl(typed)
  if ('fault' in read) return sendHook(visit, { typed, fault: read.fault })
  const asked = await askHost(new URL(read.url), deps.config.webhookPrivate)
  if (asked !== 'allowed') return sendHook(visit, { typed, fault: asked })
  const made: Hook = { url: read.url, secret: newSecret() }
  const host = hostOf(made.url)
  const fresh = await change(deps.db, { actor: person, now }, async trx => {
    const before = await lockHook(trx, unit.id)
    if (before?.url === made.url) return { result: false, act: null }
    const moved = before === null || hostOf(before.url) !== host
    if (before === null) await addHook(trx, { officeId: unit.id, now, ...made })
    else
      await changeHook(
        trx,
        { officeId: unit.id, now },
        moved ? { ...made, active: false } : { url: made.url },
      )
    return { result: moved, act: { act: 'reminder.set-hook', unitId: unit.id, detail: { host } } }
  })
  if (fresh) showOnce(req, pathOf(visit), { secret: made.secret } satisfies Kept)
  res.redirect(303, withFlash(pathOf(visit), fresh ? 'hookMade' : 'hookSaved'))
}

async function renewSecret(visit: OfficeVisit): Promise<void> {
  const { deps, req, res, now, person, unit } = visit
  const secret = newSecret()
  const renewed = await change(deps.db, { actor: person, now }, async trx => {
    const before = await lockHook(trx, unit.id)
    if (!before) return { result: false, act: null }
    await changeHook(trx, { officeId: unit.id, now }, { secret })
    return {
      result: true,
      act: { act: 'reminder.renew-hook', unitId: unit.id, detail: { host: hostOf(before.url) } },
    }
  })
  if (!renewed) throw notFound()
  showOnce(req, pathOf(visit), { secret } satisfies Kept)
  res.redirect(303, withFlash(pathOf(visit), 'hookRenewed'))
}

async function switchHook(visit: OfficeVisit): Promise<void> {
  const { deps, req, res, now, person, unit } = visit
  const active = req.body?.to === 'on'
  await change(deps.db, { actor: person, now }, async trx => {
    const before = await lockHook(trx, unit.id)
    if (!before) throw notFound()
    if (before.active === active) return { result: null, act: null }
    await changeHook(trx, { officeId: unit.id, now }, { active })
    const detail = { host: hostOf(before.url) }
    return {
      result: null,
      act: { act: active ? 'reminder.hook-on' : 'reminder.hook-off', unitId: unit.id, detail },
    }
  })
  res.redirect(303, withFlash(pathOf(visit), active ? 'hookOn' : 'hookOff'))
}

/** Calls the hook once, on or off, and shows what it answered. */
async function tryHook(visit: OfficeVisit): Promise<void> {
  const { deps, req, res, now, person, unit } = visit
  const hook = await openHook(deps.db, unit.id)
  if (!hook) throw notFound()
  const message = await messageFor(visit, `test-${randomUUID()}`)
  const caller = openHookCaller({ insideToo: deps.config.webhookPrivate })
  const tried: Tried = await caller
    .call(hook, message, now)
    .catch((error: Error) => ({ status: null, text: error.message }))
    .finally(caller.close)
  await change(deps.db, { actor: person, now }, async () => {
    const detail = { host: hostOf(hook.url), answer: tried.status === null ? '–' : String(tried.status) }
    return { result: null, act: { act: 'reminder.try-hook', unitId: unit.id, detail } }
  })
  const text = tried.text.replace(/\s+/g, ' ').trim().slice(0, 300)
  showOnce(req, pathOf(visit), { tried: { ...tried, text } } satisfies Kept)
  res.redirect(303, pathOf(visit))
}

async function messageFor({ deps, unit, month }: OfficeVisit, id: string) {
  const { deadline } = await loadOfficeMonth(deps.db, unit.id, month)
  const url = `${deps.config.publicUrl}/reminders/${unit.id}/${month}`
  const office = { id: unit.id, code: unit.code, name: unit.fullName }
  return testMessage(office, { id, month, due: isoVietnam(deadline.due), url })
}
