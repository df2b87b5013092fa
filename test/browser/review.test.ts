import type { Page } from 'playwright-core'
import { expectSound, openPage, signInAs, stageForEach, ways } from './browser.ts'

const on = stageForEach()

const mainOf = async (page: Page) => (await page.textContent('main')) ?? ''
const leftOn = async (page: Page) => Number(/Còn (\d+) báo cáo phải xem/.exec(await mainOf(page))?.[1] ?? 0)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()

describe.each(ways)('at $width px, scripts $scripts', way => {
  it('a returned report is corrected at its box, read side by side, accepted, and the queue is one shorter', async () => {
    const office = await openPage(on.browser, on.stage, way)
    const commune = await openPage(on.browser, on.stage, way)
    await signInAs(office.page, 'Nguyễn Thị Mai')
    await office.page.getByRole('link', { name: /^Cần xem \(\d+\)/ }).click()
    const queue = office.page.url()
    const before = await leftOn(office.page)
    await expectSound(office.page, way)

    await office.page.getByRole('link', { name: 'Xã Kon Braih' }).click()
    await expectSound(office.page, way)
    await office.page.getByRole('link', { name: 'Trả lại', exact: true }).click()
    await office.page.locator('#reason').fill('Đề nghị rà soát số đi làm ăn xa.')
    await office.page.locator('#box-1').selectOption('sit_away_work')
    await expectSound(office.page, way)
    await press(office.page, 'Trả lại báo cáo')
    await office.page.waitForSelector('.error-summary')
    expect(await office.page.inputValue('#box-1')).toBe('sit_away_work')
    await office.page.locator('#box-text-1').fill('Nhiều hơn danh sách của thôn.')
    await press(office.page, 'Trả lại báo cáo')
    await office.page.waitForURL(/\/beside\?done=returned/)
    await expectSound(office.page, way)

    const { page } = commune
    await signInAs(page, 'Trần Thị Bình')
    await page.locator('main a.button').first().click()
    await expectSound(page, way)
    const remark = page.locator('#sit_away_work-remark')
    expect(await remark.textContent()).toBe('Cơ quan yêu cầu xem lại: Nhiều hơn danh sách của thôn.')
    for (const [box, step] of [
      ['#sit_away_work', -1],
      ['#sit_local_work', 1],
    ] as const)
      await page.fill(box, String(Number(await page.inputValue(box)) + step))
    await page.locator('button[name="act"][value="submit"]').click()
    await page.waitForURL(/\/receipt\/2/)

    await office.page.goto(queue)
    const corrected = office.page.locator('section[aria-labelledby="corrected"]')
    await corrected.getByRole('link', { name: 'Xã Kon Braih' }).click()
    await expectSound(office.page, way)
    const text = await mainOf(office.page)
    expect(text).toContain('2 ô đã sửa so với lần gửi 1.')
    expect(text).toMatch(/Đã xong: xã gửi lần 2/)
    await office.page.getByRole('button', { name: /^Tiếp nhận/ }).click()
    await office.page.waitForURL(/done=acceptedNext/)
    await office.page.goto(queue)
    expect(await leftOn(office.page)).toBe(before - 1)
    expect(await office.page.getByRole('link', { name: 'Xã Kon Braih' }).count()).toBe(0)
    await expectSound(office.page, way)

    await office.context.close()
    await commune.context.close()
  })
})
