import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { WORLD_MORNING } from '../support/world.ts'

/** Chromium's own calls home are switched off; the sandbox needs rights that root in a container lacks. */
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS.split(' ') })

/** The trial world of 24/11/2026, listening. */
export type Stage = Portal & { url: string; stop: () => Promise<void> }

export async function openStage(now = WORLD_MORNING): Promise<Stage> {
  const portal = await openPortal(now, 'world')
  const server = createServer(createApp(portal).express)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const stop = async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    await portal.close()
  }
  return { ...portal, url, stop }
}

export type Way = { width: number; scripts: boolean }

/** A phone and a desk, with scripts and without. */
export const ways: Way[] = [360, 1280].flatMap(width => [true, false].map(scripts => ({ width, scripts })))

/** One browser for the file, and the trial world anew for each test; filled by Jest's hooks. */
export function stageForEach(): { browser: Browser; stage: Stage } {
  const theatre = {} as { browser: Browser; stage: Stage }
  beforeAll(async () => {
    theatre.browser = await openBrowser()
  })
  afterAll(() => theatre.browser.close())
  beforeEach(async () => {
    theatre.stage = await openStage()
  })
  afterEach(() => theatre.stage.stop())
  return theatre
}

/** A page as it must be: nothing for axe to find, nothing sticking out sideways. */
export async function expectSound(page: Page, { scripts }: Way): Promise<void> {
  expect({ page: page.url(), spills: await spillsOver(page) }).toMatchObject({ spills: false })
  if (scripts) expect({ page: page.url(), findings: await findingsOn(page) }).toMatchObject({ findings: [] })
}

export async function openPage(
  browser: Browser,
  stage: Stage,
  { width, scripts }: Way,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: stage.url,
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
    locale: 'vi-VN',
  })
  context.setDefaultTimeout(15_000)
  return { context, page: await context.newPage() }
}

/** Signs in by the trial's one press and lands on the person's home. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds against WCAG 2.2 AA, by rule and place; [] is what every page must give. */
export async function findingsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window
    const { violations } = await (globalThis as any).axe.run({ runOnly: tags })
    return violations.flatMap((it: { id: string; nodes: { target: string[] }[] }) =>
      it.nodes.map(node => `${it.id}: ${node.target}`),
    )
  })
}

/** True when the page is wider than the window: something would have to be pushed sideways to be read. */
export const spillsOver = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

/** Bytes over the wire of all that a page loads, from now until it is asked. */
export async function weigh(page: Page, context: BrowserContext): Promise<() => number> {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', event => {
    bytes += event.encodedDataLength
  })
  return () => {
    const total = bytes
    bytes = 0
    return total
  }
}
