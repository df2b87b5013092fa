import type { Browser, Page } from 'playwright-core'
import { expectSound, openBrowser, openPage, openStage, type Stage, signInAs, ways } from './browser.ts'

let browser: Browser
let stage: Stage
beforeAll(async () => {
  browser = await openBrowser()
  stage = await openStage()
})
afterAll(async () => {
  await browser.close()
  await stage.stop()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe.each(ways)('at $width px, scripts $scripts', way => {
  it('an administrator merges two communes, sees it in the list, and undoes it', async () => {
    const { page, context } = await openPage(browser, stage, way)
    await signInAs(page, 'Hồ Minh Quân')
    await page.getByRole('link', { name: 'Đơn vị', exact: true }).first().click()
    await page.getByRole('link', { name: 'Sắp xếp đơn vị' }).click()
    await expectSound(page, way)
    await page
      .getByRole('link', { name: /^Hợp nhất, sáp nhập/ })
      .first()
      .click()
    await expectSound(page, way)

    await page.getByLabel('Xã Đăk Kôi').check()
    await press(page, 'Xem trước')
    expect(await page.locator('.error-summary').textContent()).toContain('Đề nghị ghi văn bản căn cứ.')
    await expectSound(page, way)

    await page.getByLabel('Văn bản căn cứ').fill('Nghị quyết số 12/NQ-HĐND ngày 20/11/2026')
    expect(await page.getByLabel('Tìm đơn vị').isVisible()).toBe(way.scripts)
    if (way.scripts) await page.getByLabel('Tìm đơn vị').pressSequentially('dak rve')
    expect(await page.getByLabel('Xã Đăk Kôi').isVisible()).toBe(!way.scripts)
    await page.getByLabel('Xã Đăk Rve').check()
    await page.getByLabel('Mã đơn vị').fill('23999')
    await page.getByLabel('Tên', { exact: true }).fill('Kon Rẫy')
    await press(page, 'Xem trước')
    const preview = await page.textContent('main')
    expect(preview).toContain('96 → 95 đơn vị từ kỳ 12/2026')
    expect(preview).toContain('Cộng vào Xã Kon Rẫy')
    await expectSound(page, way)

    await page.getByRole('checkbox', { name: /^A Thuận/ }).uncheck()
    await press(page, 'Thực hiện hợp nhất')
    await page.waitForURL(/done=unitsChanged/)
    expect(await page.textContent('#changes')).toContain('1 đơn vị thành lập; 2 đơn vị kết thúc')
    await expectSound(page, way)

    await page.locator('#changes a').first().click()
    await expectSound(page, way)
    await page.getByLabel('Lý do hoàn tác').fill('Nghị quyết được thay thế.')
    await press(page, 'Hoàn tác')
    await page.waitForURL(/done=unitsUndone/)
    expect(await page.textContent('#changes')).toContain('Lý do: Nghị quyết được thay thế.')
    await expectSound(page, way)
    await context.close()
  })
})

describe('the other forms', () => {
  it('are sound at both widths', async () => {
    for (const width of [360, 1280]) {
      const way = { width, scripts: true }
      const { page, context } = await openPage(browser, stage, way)
      await signInAs(page, 'Hồ Minh Quân')
      const office = /\/(\d+)/.exec(new URL(page.url()).pathname)?.[1] ?? ''
      for (const kind of ['split', 'rename', 'move', 'close', 'found']) {
        const answer = await page.goto(`/units/${office}/changes/${kind}`)
        expect({ kind, status: answer?.status() }).toEqual({ kind, status: 200 })
        await expectSound(page, way)
      }
      await context.close()
    }
  })
})
