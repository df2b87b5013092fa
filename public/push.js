/**
 * The box "be told at this machine". Pages work without it; it shows itself only where the browser can. Every sentence comes
 * from a data attribute.
 */
const box = document.querySelector('[data-push]')
const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
if (box && able) start(box)

async function start({ dataset }) {
  const form = box.querySelector('form')
  const button = form.querySelector('button')
  const state = box.querySelector('[data-push-state]')
  let on = false

  const show = (now, said = '') => {
    on = now
    button.textContent = on ? dataset.pressOff : dataset.press
    state.textContent = said || (on ? dataset.on : '')
    box.hidden = false
  }

  form.addEventListener('submit', async event => {
    event.preventDefault()
    button.disabled = true
    await (on ? turnOff() : turnOn())
    button.disabled = false
  })

  async function turnOn() {
    const allowed = await Notification.requestPermission()
    if (allowed !== 'granted') return show(false, allowed === 'denied' ? dataset.denied : dataset.dismissed)
    const made = await subscribe().catch(() => null)
    if (!made) return show(false, dataset.failed)
    const { endpoint, keys } = made.toJSON()
    await ask('', { endpoint, ...keys }).then(
      () => show(true),
      () => show(false, dataset.offline),
    )
  }

  async function turnOff() {
    const known = await subscription()
    try {
      if (known) await ask('/remove', { endpoint: known.endpoint })
    } catch {
      return show(true, dataset.offline)
    }
    await known?.unsubscribe().catch(() => {})
    show(false, dataset.off)
  }

  async function subscribe() {
    const worker = await ready(await navigator.serviceWorker.register('/push/worker.js'))
    const known = await worker.pushManager.getSubscription()
    if (known && keyOf(known) === dataset.key) return known
    // Made for an earlier pair of keys, with which the portal signs no longer.
    await known?.unsubscribe()
    return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: dataset.key })
  }

  async function subscription() {
    const worker = await navigator.serviceWorker.getRegistration('/push/')
    return worker?.pushManager.getSubscription()
  }

  async function ask(path, fields) {
    const body = new URLSearchParams({ ...fields, _csrf: form.elements._csrf.value })
    const headers = { accept: 'application/json' }
    const response = await fetch(`/account/devices${path}`, { method: 'POST', body, headers })
    if (!response.ok) throw response
    return response.json()
  }

  try {
    const known = await subscription()
    const here =
      known && keyOf(known) === dataset.key && (await ask('/check', { endpoint: known.endpoint })).on
    show(Boolean(here), Notification.permission === 'denied' ? dataset.denied : '')
  } catch {
    show(false)
  }
}

/** A browser subscribes only through a worker that is at work. */
function ready(registration) {
  const worker = registration.installing ?? registration.waiting
  if (registration.active || !worker) return registration
  return new Promise((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(registration)
      if (worker.state === 'redundant') reject(new Error('redundant'))
    })
  })
}

function keyOf({ options }) {
  const bytes = new Uint8Array(options.applicationServerKey ?? [])
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
