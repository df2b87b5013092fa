import { expectSound, openPage, signInAs, stageForEach, ways } from './browser.ts'

const on = stageForEach()

const REASON = 'Mưa lũ, mất điện từ ngày 20.'

describe.each(ways)('at $width px, scripts $scripts', way => {
  it('a commune asks for more time, the office grants it, and the commune sees what that does', async () => {
    const commune = await openPage(on.browser, on.stage, way)
    await signInAs(commune.page, 'Y Lan')
    await commune.page.goto('/reports')
    await commune.page.getByRole('link', { name: 'Đề nghị gia hạn' }).click()
    await expectSound(commune.page, way)
    const { page } = commune
    await page.locator('#day').fill('2026-11-30')
    await page.getByRole('button', { name: 'Gửi đề nghị gia hạn' }).click()
    expect(await page.textContent('.error-summary')).toContain('Đề nghị nêu lý do.')
    expect(await page.inputValue('#day')).toBe('2026-11-30')
    await expectSound(page, way)
    await page.locator('#reason').fill(REASON)
    await page.getByRole('button', { name: 'Gửi đề nghị gia hạn' }).click()
    expect(await page.textContent('main')).toContain('đang chờ Sở Giáo dục và Đào tạo')
    await expectSound(page, way)

    const office = await openPage(on.browser, on.stage, way)
    await signInAs(office.page, 'Nguyễn Thị Mai')
    expect(await office.page.textContent('main')).toContain('1 đề nghị chờ trả lời.')
    await office.page.getByRole('link', { name: 'Xem và trả lời' }).click()
    await expectSound(office.page, way)
    await office.page.getByRole('link', { name: /Trả lời đề nghị của/ }).click()
    expect(await office.page.textContent('main')).toContain(REASON)
    await expectSound(office.page, way)
    await office.page.getByRole('button', { name: 'Đồng ý gia hạn' }).click()
    expect(await office.page.textContent('main')).toContain('Không có đề nghị nào chờ trả lời')
    await expectSound(office.page, way)
    await office.page.goto(`${new URL(office.page.url()).pathname.replace(/requests$/, 'extensions')}`)
    await expectSound(office.page, way)
    await office.context.close()

    await page.goto('/reports')
    const home = await page.textContent('main')
    expect(home).toContain('Nguyễn Thị Mai đã đồng ý gia hạn đến 17:00 30/11/2026')
    expect(home).toContain('Báo cáo gửi lần đầu đến hết 17:00 30/11/2026 được tính là đúng hạn.')
    await expectSound(page, way)
    await page.getByRole('link', { name: 'Xem đề nghị' }).click()
    await expectSound(page, way)
    await commune.context.close()
  })
})
