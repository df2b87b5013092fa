import type { Browser, Page } from 'playwright-core'
import {
  findingsOn,
  openBrowser,
  openPage,
  openStage,
  type Stage,
  signInAs,
  spillsOver,
  type Way,
} from './browser.ts'

const ways: Way[] = [360, 1280].flatMap(width => [true, false].map(scripts => ({ width, scripts })))

let browser: Browser
let stage: Stage
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.stop())

async function expectSound(page: Page, { scripts }: Way): Promise<void> {
  expect({ page: page.url(), spills: await spillsOver(page) }).toMatchObject({ spills: false })
  if (scripts) expect({ page: page.url(), findings: await findingsOn(page) }).toMatchObject({ findings: [] })
}

describe.each(ways)('at $width px, scripts $scripts', way => {
  it('the office on top writes an edition, tries it on last month, and publishes it from December', async () => {
    const { page, context } = await openPage(browser, stage, way)
    const main = page.locator('main')
    await signInAs(page, 'Đỗ Bình An')
    await page.locator('a[href^="/units/"]').first().click()
    await main.getByRole('link', { name: 'Biểu mẫu' }).click()
    await expectSound(page, way)
    await main.getByRole('button', { name: 'Soạn biểu mẫu mới' }).click()
    await expectSound(page, way)

    await main.getByRole('link', { name: 'Thêm chỉ tiêu' }).first().click()
    await expectSound(page, way)
    await main.getByRole('button', { name: 'Lưu vào bản đang soạn' }).click()
    expect(await page.textContent('.error-summary')).toContain('Đề nghị ghi tên chỉ tiêu.')
    await page.getByLabel('Tên chỉ tiêu', { exact: true }).fill('Đang học nghề sơ cấp')
    await page.getByLabel('Là một phần của').selectOption('in_voc')
    await main.getByRole('button', { name: 'Lưu vào bản đang soạn' }).click()
    expect(await main.textContent()).toContain('Thêm: Đang học nghề sơ cấp')

    await main.getByRole('link', { name: 'Thêm quy tắc' }).click()
    await expectSound(page, way)
    await page.getByLabel('Điều kiện phải đúng').fill('neither * 10 <= gradutes')
    await page.getByLabel('Thông báo cho xã', { exact: true }).fill('Trên 10% không đi học. Đề nghị rà soát.')
    await main.getByRole('button', { name: 'Lưu vào bản đang soạn' }).click()
    expect(await page.textContent('.error-summary')).toContain('ý đồng chí là “graduates”?')
    await expectSound(page, way)
    await page.getByLabel('Điều kiện phải đúng').fill('neither * 10 <= graduates')
    await main.getByRole('button', { name: 'Lưu vào bản đang soạn' }).click()

    await main.getByRole('link', { name: 'Thử trên báo cáo đã gửi' }).click()
    expect(await main.textContent()).toContain('W101')
    await expectSound(page, way)
    await main.getByRole('link', { name: 'Biểu mẫu đang soạn' }).click()
    await main.getByRole('link', { name: 'Ban hành' }).click()
    await expectSound(page, way)
    expect(await page.getByLabel('Dùng từ kỳ').inputValue()).toBe('12/2026')
    await main.getByRole('button', { name: 'Ban hành' }).click()
    await page.waitForURL(/\/editions\/\d+\?done=editionPublished/)
    expect(await main.textContent()).toContain('Dùng từ kỳ 12/2026 (mới nhất)')
    await expectSound(page, way)
    await context.close()
  })
})
