import { expectSound, openPage, signInAs, stageForEach, ways, weigh } from './browser.ts'

const on = stageForEach()

describe.each(ways)('at $width px, scripts $scripts', way => {
  it('a commune reports its month', async () => {
    const { page, context } = await openPage(on.browser, on.stage, way)
    await signInAs(page, 'Y Lan')
    await expectSound(page, way)
    expect(await page.textContent('main')).toContain('11/2026')
    await page.locator('main a.button').first().click()
    await expectSound(page, way)

    await page.locator('button[name="act"][value="submit"]').click()
    expect(await page.locator('.error-summary').count()).toBe(1)
    await expectSound(page, way)

    await page.locator('button[name="act"][value="copy"]').click()
    await page.locator('button[name="act"][value="submit"]').click()
    const explanations = page.locator('[name^="explain:"]')
    for (let index = 0; index < (await explanations.count()); index += 1)
      await explanations.nth(index).fill('Đã rà soát cùng trường THCS, số liệu đúng.')
    if ((await page.locator('.error-summary').count()) > 0)
      await page.locator('button[name="act"][value="submit"]').click()
    await page.waitForURL(/\/receipt\/1/)
    expect(await page.textContent('main')).toContain('N25-202611-23485-1')
    await expectSound(page, way)
    await context.close()
  })

  it('an officer sees who is missing, accepts, returns, and downloads the Excel', async () => {
    const { page, context } = await openPage(on.browser, on.stage, way)
    await signInAs(page, 'Nguyễn Thị Mai')
    expect(await page.textContent('main')).toMatch(/Còn \d+\/96/)
    await expectSound(page, way)

    await page.goto(`${page.url()}?q=dak+koi`)
    expect(await page.textContent('main')).toContain('Đăk Kôi')
    const board = page.url().replace(/\?.*/, '')
    await page.goto(board)
    const accept = page.getByRole('button', { name: /^Tiếp nhận .+/ }).first()
    await accept.click()
    await expectSound(page, way)

    await page.locator('td.act a').first().click()
    await page.locator('main textarea[name="reason"]').fill('Đề nghị rà soát số đi làm ăn xa.')
    await expectSound(page, way)
    await page.locator('form:has(textarea[name="reason"]) button:visible').last().click()
    expect(await page.textContent('main')).toContain('Đề nghị rà soát số đi làm ăn xa.')
    await expectSound(page, way)

    await page.getByRole('link', { name: 'Tổng hợp', exact: true }).first().click()
    await expectSound(page, way)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: /Tải Excel/ })
        .first()
        .click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    await context.close()
  })
})

describe('the other pages', () => {
  const visits = [
    { name: 'Y Hạnh', paths: ['/reports', '/guide/commune', '/account'] },
    {
      name: 'Hồ Minh Quân',
      paths: [
        '/reminders/:office',
        '/units/:office',
        '/people/:office',
        '/calendar/:office',
        '/audit/:office',
        '/consolidation/:office',
        '/consolidation/:office/year/2026',
      ],
    },
    { name: 'Đỗ Bình An', paths: ['/', '/guide/office'] },
  ]
  it.each(visits)('of $name are sound at both widths', async ({ name, paths }) => {
    for (const width of [360, 1280]) {
      const way = { width, scripts: true }
      const { page, context } = await openPage(on.browser, on.stage, way)
      await signInAs(page, name)
      const office = /\/(\d+)/.exec(new URL(page.url()).pathname)?.[1] ?? ''
      for (const path of paths) {
        const answer = await page.goto(path.replace(':office', office))
        expect({ path, status: answer?.status() }).toEqual({ path, status: 200 })
        await expectSound(page, way)
      }
      await context.close()
    }
  })
})

describe('the weight of a view', () => {
  const FIRST_VIEW = 40_000
  const LATER_VIEW = 15_000

  it('is at most 40 kB the first time and 15 kB later, for the commune and for the office', async () => {
    for (const name of ['Y Lan', 'Nguyễn Thị Mai']) {
      const { page, context } = await openPage(on.browser, on.stage, { width: 360, scripts: true })
      const weight = await weigh(page, context)
      await page.goto('/sign-in', { waitUntil: 'networkidle' })
      expect({ name, first: weight() < FIRST_VIEW }).toEqual({ name, first: true })
      await signInAs(page, name)
      weight()
      await page.goto(page.url(), { waitUntil: 'networkidle' })
      expect({ name, later: weight() < LATER_VIEW }).toEqual({ name, later: true })
      await context.close()
    }
  })
})
