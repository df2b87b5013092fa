import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openPage, openStage, type Stage, signInAs } from '../browser/browser.ts'

/** Word and print, laid side by side: LibreOffice prints the one, Chromium the other. */

const run = promisify(execFile)
let browser: Browser
let stage: Stage
let page: Page
let folder = ''
let office = 0
let commune = 0

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'papers-'))
  browser = await openBrowser()
  stage = await openStage()
  ;({ page } = await openPage(browser, stage, { width: 1280, scripts: false }))
  await signInAs(page, 'Nguyễn Thị Mai')
  const find = async (kind: 'office' | 'commune', code: string) =>
    stage.db
      .selectFrom('unit')
      .select('id')
      .where('kind', '=', kind)
      .where('code', '=', code)
      .where('valid_until', 'is', null)
      .executeTakeFirstOrThrow()
  office = (await find('office', '51')).id
  commune = (await find('commune', '23497')).id
})
afterAll(async () => {
  await browser.close()
  await stage.stop()
  await rm(folder, { recursive: true, force: true })
})

/**
 * Every letter of a PDF, sorted: LibreOffice spaces words as it likes, and a table's head stands again where its sheets break,
 * which is not the same row in both. Without page numbers.
 */
async function lettersOf(file: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-raw', file, '-'])
  return [...stdout.replace(/\f\d+\n|\n\d+\n\f?/g, '').replace(/\s+/g, '')].sort().join('')
}

async function sizeOf(file: string): Promise<{ pages: number; a4: boolean }> {
  const { stdout } = await run('pdfinfo', [file])
  const a4 = /Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts/.test(stdout)
  return { pages: Number(/Pages:\s+(\d+)/.exec(stdout)?.[1]), a4 }
}

async function bothWays(name: string, address: string): Promise<{ word: string; print: string }> {
  await page.goto(address)
  const print = path.join(folder, `${name}-print.pdf`)
  await writeFile(print, await page.pdf({ preferCSSPageSize: true }))
  const coming = page.waitForEvent('download')
  await page.locator('a, button').filter({ hasText: 'Tải Word' }).first().click()
  const docx = path.join(folder, `${name}.docx`)
  await (await coming).saveAs(docx)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  await run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, docx])
  return { word: path.join(folder, `${name}.pdf`), print }
}

describe('the same paper in Word and in print', () => {
  it.each([
    ['summary', () => `/consolidation/${office}/2026-10/report`],
    ['chase', () => `/reminders/${office}/2026-11/chase-paper`],
    ['report', () => `/reports/${commune}/2026-10/paper`],
  ])('says the same, on A4, on as many sheets (%s)', async (name, address) => {
    const { word, print } = await bothWays(name, address())
    const [inWord, inPrint] = [await sizeOf(word), await sizeOf(print)]
    expect(inWord).toEqual({ pages: inPrint.pages, a4: true })
    expect(inPrint.a4).toBe(true)
    expect(await lettersOf(word)).toBe(await lettersOf(print))
  })
})
