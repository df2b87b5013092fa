import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createApp } from '../src/app.ts'
import { addMonths, dayAt } from '../src/calendar/month.rules.ts'
import { monthInHand } from '../src/calendar/window.rules.ts'
import { readConfig } from '../src/config.ts'
import { makeMonth } from '../src/consolidation/make-consolidation.ts'
import { type Opened, openDeps } from '../src/open-deps.ts'
import { findOfficeByCode } from '../src/units/unit.store.ts'

/**
 * Takes the pictures of the README from the real pages, on a trial world of its own: docs/images/*.png. Needs
 * Chromium (CHROMIUM, else /usr/bin/chromium); the Excel is drawn by LibreOffice and pdftoppm where they are there.
 */
const run = promisify(execFile)
const folder = path.resolve(import.meta.dirname, '../docs/images')
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const OFFICE = '51'

const scratch = await mkdtemp(path.join(tmpdir(), 'ngay-25-pictures-'))
const opened = await openDeps(readConfig({ DATA_DIR: scratch }), () => new Date())
const server = createServer(createApp(opened.deps).express)
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS.split(' '),
})
await mkdir(folder, { recursive: true })

try {
  await shoot(browser, { name: 'board', who: 'Nguyễn Thị Mai', width: 1280, height: 1400 }, async () => {})
  await shoot(browser, { name: 'form', who: 'Y Lan', width: 1280, height: 1500 }, openForm)
  await shoot(browser, { name: 'form-360', who: 'Y Lan', width: 360, height: 1400 }, openForm)
  await shoot(browser, { name: 'letter', who: 'Nguyễn Thị Mai', width: 1280, height: 1000 }, openLetter)
  await shoot(browser, { name: 'plan', who: 'Hồ Minh Quân', width: 1280, height: 2500 }, openPlan)
  await drawExcel(opened)
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await opened.close()
  await rm(scratch, { recursive: true, force: true })
}

type Shot = { name: string; who: string; width: number; height: number }

async function shoot(
  from: Browser,
  { name, who, width, height }: Shot,
  go: (page: Page) => Promise<unknown>,
): Promise<void> {
  const context = await from.newContext({ baseURL: url, viewport: { width, height }, locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(`^${who}`) }).click()
  await page.waitForLoadState('load')
  await go(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  await context.close()
  console.log(`docs/images/${name}.png`)
}

async function openForm(page: Page): Promise<void> {
  await page.locator('main a.button').first().click()
}

async function openLetter(page: Page): Promise<void> {
  await page.goto('/mail')
  await page.locator('main ul a').first().click()
}

async function openPlan(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Nhắc báo cáo' }).first().click()
  await page.getByRole('link', { name: 'Kế hoạch nhắc' }).first().click()
}

/** The first page of last month's book, as it prints. */
async function drawExcel({ deps }: Opened): Promise<void> {
  const now = deps.clock()
  const month = addMonths(monthInHand(dayAt(now), 14), -1)
  const officeId = await findOfficeByCode(deps.db, OFFICE, month)
  const made =
    officeId && (await makeMonth(deps.db, { officeId, month, now, actor: { id: null, name: 'pictures' } }))
  if (!made || !existsSync('/usr/bin/soffice'))
    return console.log('excel.png left as it is: LibreOffice is not here')
  await writeFile(path.join(scratch, 'book.xlsx'), made.bytes)
  await run(
    '/usr/bin/soffice',
    ['--headless', '--convert-to', 'pdf', '--outdir', scratch, path.join(scratch, 'book.xlsx')],
    { env: { ...process.env, HOME: scratch } },
  )
  await run('pdftoppm', [
    '-png',
    '-r',
    '110',
    '-f',
    '1',
    '-l',
    '1',
    '-singlefile',
    path.join(scratch, 'book.pdf'),
    path.join(scratch, 'excel'),
  ])
  await copyFile(path.join(scratch, 'excel.png'), path.join(folder, 'excel.png'))
  console.log('docs/images/excel.png')
}
