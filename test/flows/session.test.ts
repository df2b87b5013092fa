import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

let portal: Portal
let server: http.Server
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  server = createApp(portal).express.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.close()
  await portal.close()
})

/** A browser that tells as soon as the head of an answer is there. */
function openBrowser() {
  const { port } = server.address() as AddressInfo
  let cookie = ''
  let token = ''
  const ask = (method: string, path: string, body = ''): Promise<http.IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
      const asked = http.request({ port, path, method, headers }, response => {
        cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie
        resolve(response)
      })
      asked.on('error', reject).end(body)
    })
  return {
    get: async (path: string) => {
      const parts: Buffer[] = []
      for await (const part of await ask('GET', path)) parts.push(part as Buffer)
      token = /name="_csrf" value="([^"]+)"/.exec(Buffer.concat(parts).toString())?.[1] ?? token
    },
    post: async (path: string, fields: Record<string, string>) => {
      const response = await ask('POST', path, new URLSearchParams({ _csrf: token, ...fields }).toString())
      return response.resume().statusCode
    },
  }
}

/** Resolves once somebody waits for a lock. */
async function somebodyWaits(): Promise<void> {
  const { rows } = await portal.pool.query('select from pg_locks where not granted')
  if (rows.length === 0) return somebodyWaits()
}

describe('a redirect', () => {
  it('is answered once the session is saved, so that a browser which follows it at once finds it there', async () => {
    const path = `/reminders/${await officeIn(portal.db, '51', asMonth('2026-11'))}/webhook`
    const browser = openBrowser()
    await browser.get('/sign-in')
    await browser.post('/sign-in/cast', { email: 'quan.tri@sgd.example' })
    await browser.get(path)
    const writer = await portal.pool.connect()
    await writer.query('begin; lock table session in share mode')
    let answered = false
    const answer = browser.post(path, { url: 'http://127.0.0.1:9/' }).then(status => {
      answered = true
      return status
    })
    await somebodyWaits()
    for (let turns = 0; turns < 20; turns++) await portal.pool.query('select')
    expect(answered).toBe(false)
    await writer.query('commit')
    writer.release()
    expect(await answer).toBe(303)
  })
})
