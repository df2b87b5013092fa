import path from 'node:path'
import { change } from '../audit/change.ts'
import { withFlash } from '../web/page.ts'
import { Problem } from '../web/problem.ts'
import type { PersonVisit, Routes, Visit } from '../web/routes.ts'
import { isSignedIn, type Reach } from './access.rules.ts'
import { readSubscription } from './device.rules.ts'
import { addDevice, listDevices, removeDevice, type Which } from './device.store.ts'

/**
 * Browsers at which a person is told. The worker that shows the notices has an address of its own, for it may act only at and
 * below it: it never stands between the portal's pages and the server.
 */
export function devicePages(routes: Routes<Reach>): void {
  routes.open('get', '/push/worker.js', sendWorker)
  routes.person('post', '/account/devices', isSignedIn, add)
  routes.person('post', '/account/devices/check', isSignedIn, check)
  routes.person('post', '/account/devices/remove', isSignedIn, remove)
}

const worker = path.resolve(import.meta.dirname, '../../public/push-worker.js')

/** Browsers ask for it again by themselves and see when it has changed. */
function sendWorker({ res }: Visit): void {
  res.set('Cache-Control', 'no-cache').sendFile(worker, { cacheControl: false })
}

async function add({ deps, req, res, now, person }: PersonVisit): Promise<void> {
  const subscription = readSubscription(req.body ?? {})
  if (!subscription || !deps.config.vapid) throw new Problem(422, 'problem.device')
  await change(deps.db, { actor: person, now }, async trx => {
    const added = await addDevice(trx, { ...subscription, personId: person.id, now })
    const { host } = new URL(subscription.endpoint)
    return { result: null, act: added ? { act: 'reminder.add-device', detail: { host } } : null }
  })
  res.json({ on: true })
}

/** Whether the browser that asks is among this person's: the account may have been told otherwise from another machine. */
async function check({ deps, req, res, person }: PersonVisit): Promise<void> {
  const known = await listDevices(deps.db, person.id)
  res.json({ on: known.some(({ endpoint }) => endpoint === req.body?.endpoint) })
}

async function remove({ deps, req, res, now, person }: PersonVisit): Promise<void> {
  const { id, endpoint } = (req.body ?? {}) as Record<string, unknown>
  const which: Which = /^\d{1,9}$/.test(String(id)) ? { id: Number(id) } : { endpoint: String(endpoint) }
  await change(deps.db, { actor: person, now }, async trx => {
    const removed = await removeDevice(trx, person.id, which)
    return { result: null, act: removed ? { act: 'reminder.remove-device' } : null }
  })
  if (req.get('accept')?.includes('application/json')) res.json({ on: false })
  else res.redirect(303, withFlash('/account', 'deviceRemoved'))
}
