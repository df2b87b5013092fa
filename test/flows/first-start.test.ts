import { rm, stat } from 'node:fs/promises'
import { request } from 'node:http'
import path from 'node:path'
import { cast } from '../../src/people/cast.rules.ts'
import { makeScratch } from '../support/scratch.ts'
import { type Running, runScript, startServer } from '../support/server.ts'

let folder: string
let portal: Running
beforeAll(async () => {
  folder = await makeScratch('start')
  portal = await startServer(folder)
}, 60_000)
afterAll(async () => {
  await portal.stop()
  await rm(folder, { recursive: true, force: true })
}, 30_000)

const text = async (where: string) => (await fetch(portal.url + where)).text()

describe('a newcomer starts the portal with nothing set', () => {
  it('is told where to look and as whom', async () => {
    expect(portal.output()).toContain(portal.url)
    expect(portal.output()).toContain(`${portal.url}/mail`)
    for (const { name } of cast) expect(portal.output()).toContain(name)
  })

  it('sees that it is a trial, and the whole cast, on the sign-in page', async () => {
    const page = await text('/sign-in')
    expect(page).toContain('Bản dùng thử')
    for (const { name, email } of cast) {
      expect(page).toContain(name)
      expect(page).toContain(email)
    }
  })

  it('finds the inbox of letters at /mail', async () => {
    expect((await fetch(`${portal.url}/mail`)).status).toBe(200)
  })
})

describe('scripts beside the running portal', () => {
  it('tell who gets what at a moment, as JSON', async () => {
    const { code, out } = await runScript(
      'remind',
      ['--dry-run', '--at', '2026-11-25T08:00:00+07:00', '--json'],
      { DATA_DIR: folder },
    )
    expect(code).toBe(0)
    const lines = JSON.parse(out) as { unit: string; decision: string; because: string }[]
    expect(lines.length).toBeGreaterThanOrEqual(96)
    expect(new Set(lines.map(it => it.decision))).toEqual(new Set(['send', 'skip']))
    expect(lines.every(it => it.because.length > 10)).toBe(true)
  }, 30_000)

  it('write the consolidated Excel', async () => {
    const file = path.join(folder, 'tong-hop.xlsx')
    const { code } = await runScript('export', ['--office', '51', '--month', '2026-10', '--out', file], {
      DATA_DIR: folder,
    })
    expect(code).toBe(0)
    expect((await stat(file)).size).toBeGreaterThan(20_000)
  }, 30_000)

  it('end with 2 and one line when asked wrongly', async () => {
    for (const [name, args] of [
      ['remind', ['--at', 'mai']],
      ['export', ['--office', '51']],
    ] as const) {
      const { code, err } = await runScript(name, [...args], { DATA_DIR: folder })
      expect(code).toBe(2)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
  }, 30_000)
})

describe('SIGTERM in the middle of requests', () => {
  it('lets the answers under way finish, and ends with 0', async () => {
    const statuses: number[] = []
    const answers = Array.from(
      { length: 20 },
      () =>
        new Promise<void>((resolve, reject) => {
          const sent = request(`${portal.url}/sign-in`, response => {
            statuses.push(response.statusCode ?? 0)
            response.resume().on('end', resolve)
          })
          sent.on('error', reject).end()
        }),
    )
    await new Promise<void>(resolve =>
      request(`${portal.url}/healthz`, response => response.resume().on('end', resolve)).end(),
    )
    const ended = portal.stop()
    await Promise.all(answers)
    expect(statuses).toEqual(Array.from({ length: 20 }, () => 200))
    expect(await ended).toBe(0)
  }, 60_000)
})
