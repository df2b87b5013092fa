import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { vapid } from '../support/channels.ts'
import { findingsOn, openBrowser, openPage, openStage, type Stage, signInAs } from './browser.ts'

let browser: Browser
let stage: Stage
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  stage = await openStage()
  Object.assign(stage.config, { vapid })
})
afterAll(async () => {
  await browser.close()
  await stage.stop()
})
afterEach(() => context.close())

/** The maker's push service is out of reach in a test: this stands where the browser would ask it. */
const PUSH_SERVICE = `
  let made = null
  const bytes = key => Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), it => it.charCodeAt(0)).buffer
  PushManager.prototype.getSubscription = async () => made
  PushManager.prototype.subscribe = async ({ applicationServerKey: key }) => {
    const endpoint = 'https://fcm.googleapis.com/fcm/send/test'
    made = {
      endpoint,
      options: { applicationServerKey: bytes(key) },
      unsubscribe: async () => { made = null },
      toJSON: () => ({ endpoint, keys: { p256dh: key, auth: 'AAAAAAAAAAAAAAAAAAAAAA' } }),
    }
    return made
  }`

async function arrive(script: string, { scripts = true, allowed = true } = {}): Promise<void> {
  const opened = await openPage(browser, stage, { width: 360, scripts })
  context = opened.context
  page = opened.page
  if (allowed) await context.grantPermissions(['notifications'])
  await page.addInitScript({ content: script })
  await signInAs(page, 'Y Lan')
}

const box = () => page.locator('[data-push]')
const said = () => page.locator('[data-push-state]')
const press = (name: string) => page.getByRole('button', { name }).click()
const devices = () => stage.db.selectFrom('push_subscription').select('endpoint').execute()

/** Hands the browser a push as its maker's service would, already decrypted. */
async function deliver(session: CDPSession, data: object): Promise<void> {
  const found = new Promise<string>(resolve => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const mine = registrations.find(({ scopeURL }) => scopeURL === `${stage.url}/push/`)
      if (mine) resolve(mine.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await found
  const asked = { origin: stage.url, registrationId, data: JSON.stringify(data) }
  await session.send('ServiceWorker.deliverPushMessage', asked)
}

test('a reporter is told at this machine: on, a reminder shown, and off again', async () => {
  await arrive(PUSH_SERVICE)
  await press('Nhận nhắc trên máy này')
  await page.getByText('Máy này đang nhận nhắc.').waitFor()
  expect(await devices()).toEqual([{ endpoint: 'https://fcm.googleapis.com/fcm/send/test' }])
  expect(await findingsOn(page)).toEqual([])

  const reminder = { title: 'Còn 1 ngày', body: 'Hạn 17:00', url: `${stage.url}/reports`, tag: '3 2026-11' }
  await deliver(await context.newCDPSession(page), reminder)
  const shown = await page.waitForFunction(`navigator.serviceWorker.getRegistration('/push/')
    .then(it => it.getNotifications()).then(all => all.map(({ title, body }) => ({ title, body }))[0])`)
  expect(await shown.jsonValue()).toEqual({ title: 'Còn 1 ngày', body: 'Hạn 17:00' })

  await press('Thôi nhận trên máy này')
  await page.getByText('Máy này không nhận nhắc nữa.').waitFor()
  expect(await devices()).toEqual([])
})

test('a browser that blocks notifications, or was not answered, says what to do', async () => {
  await arrive(`Notification.requestPermission = async () => window.answer`, { allowed: false })
  for (const [answer, sentence] of [
    ['denied', /đang chặn thông báo.*chọn Cho phép/],
    ['default', /Bấm lại để được hỏi/],
  ] as const) {
    await page.evaluate(`window.answer = '${answer}'`)
    await press('Nhận nhắc trên máy này')
    await said().filter({ hasText: sentence }).waitFor()
  }
  expect(await devices()).toEqual([])
})

test('a browser whose maker’s service is out of reach says that letters go on', async () => {
  await arrive('PushManager.prototype.subscribe = async () => { throw new Error("push service error") }')
  await press('Nhận nhắc trên máy này')
  await said()
    .filter({ hasText: /Thư điện tử vẫn gửi như thường/ })
    .waitFor()
})

test('without script, or where the browser cannot, nothing of it is shown', async () => {
  await arrive('', { scripts: false })
  expect(await box().isVisible()).toBe(false)
  await context.close()
  await arrive('delete window.PushManager')
  await page.waitForLoadState('networkidle')
  expect(await box().isVisible()).toBe(false)
})
