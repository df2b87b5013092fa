import { storedZip } from '../../src/files/stored-zip.ts'
import {
  forget,
  mainIn,
  openCommunes,
  type Reporter,
  reporter,
  reportOf,
  soundForm,
  versionsOf,
} from '../support/commune.ts'
import type { Portal } from '../support/portal.ts'
import { actsOf as actsIn, officeId } from '../support/review.ts'
import { bytesOf, download, layoutFor, pressOf, typeInto, upload } from '../support/uploads.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openCommunes()
})
afterAll(() => portal.close())

/** Y Lan's commune in front of an empty November, with the template she downloaded. */
async function yLan() {
  portal.at('2026-11-24T08:30:00+07:00')
  const lan = await reporter(portal, 'y.lan@dakkoi.example')
  await forget(portal, lan.unitId)
  const book = await download(lan.agent, `${lan.path}/template.xlsx`)
  const layout = await layoutFor(portal, lan.unitId)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('a template has a sheet')
  const send = async (name?: string) => upload(lan.agent, `${lan.path}/upload`, await bytesOf(book), name)
  return { ...lan, book, layout, sheet, send }
}

describe('a commune sends its filled template', () => {
  it('sees every box first, then sends it with one press, and it is known as its own Excel', async () => {
    const lan = await yLan()
    typeInto(lan.sheet, lan.layout, soundForm)
    const taken = await lan.send()
    expect(taken.status).toBe(303)
    const path = taken.headers.location ?? ''
    const preview = await lan.agent.get(path)
    expect(mainIn(preview.text)).toContain('Có thể gửi')
    expect(await reportOf(portal, lan.unitId)).toBeUndefined()
    const press = pressOf(preview.text)
    const sent = await lan.agent.post(path, { ...press, act: 'send' })
    expect(sent.status).toBe(303)
    const again = await lan.agent.post(path, { ...press, act: 'send' })
    expect(again.status).toBe(303)
    const versions = await versionsOf(portal, lan.unitId)
    expect(versions).toHaveLength(1)
    expect(versions[0]).toMatchObject({ source: 'excel', submitted_by_name: 'Y Lan' })
    expect(versions[0]?.figures['neither@2026']).toBe(10)
    expect((await lan.agent.get(`${lan.path}/receipt/1`)).text).toContain('lấy từ tệp Excel của xã')
  })

  it('is told of each error with sheet and cell, and can keep a draft of it only', async () => {
    const lan = await yLan()
    typeInto(lan.sheet, lan.layout, { ...soundForm, 'female@2026': '99' })
    const path = (await lan.send()).headers.location ?? ''
    const preview = await lan.agent.get(path)
    const cell = lan.layout.cells.get('female@2026')
    expect(mainIn(preview.text)).toContain(`${lan.sheet.name}!${cell}: `)
    expect(mainIn(preview.text)).not.toContain('value="send"')
    await lan.agent.post(path, { ...pressOf(preview.text), act: 'send' })
    const report = await reportOf(portal, lan.unitId)
    expect(report).toMatchObject({ state: 'draft', current_version: null })
    expect(report?.draft).toMatchObject({ raw: { 'female@2026': '99', 'neither@2026': '10' } })
  })

  it('loses nothing that was typed meanwhile: the page is shown again with what is there now', async () => {
    const lan = await yLan()
    typeInto(lan.sheet, lan.layout, soundForm)
    const path = (await lan.send()).headers.location ?? ''
    const press = pressOf((await lan.agent.get(path)).text)
    await lan.agent.post(lan.path, { ...(await lan.form()), 'neither@2026': '77', act: 'save' })
    await lan.agent.get(path)
    const pressed = await lan.agent.post(path, { ...press, act: 'send' })
    expect(pressed.status).toBe(409)
    expect(mainIn(pressed.text)).toMatch(/>77<\/td><td[^>]*><strong>10<\/strong>/)
    expect(await reportOf(portal, lan.unitId)).toMatchObject({ state: 'draft', current_version: null })
    const second = await lan.agent.post(path, { ...pressOf(pressed.text), act: 'send' })
    expect(second.status).toBe(303)
    expect(await reportOf(portal, lan.unitId)).toMatchObject({ state: 'submitted' })
  })

  it('waits a day for the press, for nobody but who uploaded it', async () => {
    const lan = await yLan()
    typeInto(lan.sheet, lan.layout, soundForm)
    const path = (await lan.send()).headers.location ?? ''
    portal.at('2026-11-25T08:30:01+07:00')
    const late = await (await reporter(portal, 'y.lan@dakkoi.example')).agent.get(path)
    expect(late.status).toBe(404)
    expect(late.text).toContain('không còn chờ')
  })
})

describe('a file that is not this template', () => {
  const refusals = async (change: (lan: Awaited<ReturnType<typeof yLan>>) => void) => {
    const lan = await yLan()
    typeInto(lan.sheet, lan.layout, soundForm)
    change(lan)
    const answer = await lan.send()
    expect(answer.status).toBe(422)
    expect(await reportOf(portal, lan.unitId)).toBeUndefined()
    return mainIn(answer.text)
  }

  it('is refused when it is of another month, naming both', async () => {
    const text = await refusals(({ sheet }) => {
      sheet.getCell('A1').value = String(sheet.getCell('A1').value).replace('202611', '202610')
    })
    expect(text).toContain('mẫu của tháng 10/2026, không phải tháng 11/2026')
  })

  it('is refused when it is of another commune', async () => {
    const text = await refusals(({ sheet }) => {
      sheet.getCell('A1').value = String(sheet.getCell('A1').value).replace(/-\w+$/, '-23293')
    })
    expect(text).toContain('mẫu của đơn vị khác (mã 23293)')
  })

  it('is refused when rows were moved, naming the first cell that reads otherwise', async () => {
    const text = await refusals(({ sheet }) => sheet.spliceRows(12, 1))
    expect(text).toMatch(/Mẫu đã bị sửa: ô [A-Z]\d+ phải là/)
  })

  it('is refused when the form has changed since', async () => {
    const text = await refusals(({ sheet, book }) => {
      sheet.getCell('A2').value = 'x'
      const stamps = book.getWorksheet('_ngay25')
      if (stamps) stamps.getCell('E2').value = '2020-01'
    })
    expect(text).toContain('trước khi biểu mẫu thay đổi')
  })

  it('is refused when it is none at all, or holds nothing', async () => {
    const text = await refusals(({ sheet, book }) => {
      sheet.getCell('A1').value = 'x'
      const stamps = book.getWorksheet('_ngay25')
      if (stamps) book.removeWorksheet(stamps.id)
    })
    expect(text).toContain('Không phải mẫu của Cổng này')
    const lan = await yLan()
    expect(mainIn((await lan.send()).text)).toContain('Chưa điền số nào')
  })

  it('is refused in its own words when it is a PDF by another name', async () => {
    const lan = await yLan()
    const answer = await upload(
      lan.agent,
      `${lan.path}/upload`,
      Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
      'a.xlsx',
    )
    expect(answer.status).toBe(422)
    expect(mainIn(answer.text)).toContain('Đây là tệp PDF')
  })
})

describe('an office takes the sheets of several communes', () => {
  it('sends the sound ones in their name, keeps the others as drafts, and the log says so', async () => {
    const lan = await yLan()
    const officer = portal.agent()
    await officer.signIn('nguyen.mai@sgd.example')
    const office = await officeId(portal, '51', '2026-11')
    const path = `/review/${office}/2026-11/upload`
    const other = await portal.db
      .selectFrom('unit as u')
      .innerJoin('unit_parent as p', 'p.unit_id', 'u.id')
      .select(['u.id', 'u.code'])
      .where('p.parent_id', '=', office)
      .where('u.valid_until', 'is', null)
      .where('u.id', '!=', lan.unitId)
      .where(eb =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('report')
              .selectAll()
              .whereRef('unit_id', '=', 'u.id')
              .where('month', '=', '2026-11'),
          ),
        ),
      )
      .orderBy('u.id')
      .executeTakeFirstOrThrow()
    const filled = async (unitId: number, typed: typeof soundForm) => {
      const book = await download(officer, `/reports/${unitId}/2026-11/template.xlsx`)
      const [sheet] = book.worksheets
      if (sheet) typeInto(sheet, await layoutFor(portal, unitId), typed)
      return bytesOf(book)
    }
    const zip = storedZip(
      [
        { name: 'Đăk Kôi.xlsx', bytes: await filled(lan.unitId, soundForm) },
        { name: 'xã khác.xlsx', bytes: await filled(other.id, { ...soundForm, 'female@2026': '99' }) },
      ],
      portal.clock(),
    )
    const taken = await upload(officer, path, zip, 'các xã.zip')
    expect(taken.status).toBe(303)
    const preview = await officer.get(taken.headers.location ?? '')
    const units = [String(lan.unitId), String(other.id)]
    const pressed = await officer.post(taken.headers.location ?? '', {
      ...pressOf(preview.text),
      unit: units,
      act: 'send',
    })
    expect(pressed.status).toBe(303)
    const [version] = await versionsOf(portal, lan.unitId)
    expect(version).toMatchObject({ source: 'office', number: 1 })
    expect(await reportOf(portal, other.id)).toMatchObject({ state: 'draft', current_version: null })
    const acts = await actsIn(portal, 'report.submit')
    expect(acts.at(-1)).toMatchObject({ unitId: lan.unitId, detail: { source: 'office' } })
    expect((await lan.agent.get(`${lan.path}/receipt/1`)).text).toContain('cơ quan nhận gửi thay xã')
    const shown = mainIn((await officer.get(pressed.headers.location ?? '')).text)
    expect(shown).toContain('Đã gửi từ tệp này')
    expect(shown).toContain('Đã lưu bản nháp từ tệp này')
  })

  it('finds the way from its board, an office above other offices too, but not who only reads', async () => {
    const wayFor = async (email: string, code: string) => {
      const agent = portal.agent()
      await agent.signIn(email)
      const path = `/review/${await officeId(portal, code, '2026-11')}/2026-11`
      return (await agent.get(path)).text.includes(`href="${path}/upload"`)
    }
    expect(await wayFor('nguyen.mai@sgd.example', '51')).toBe(true)
    expect(await wayFor('do.an@moet.example', 'BGDDT')).toBe(true)
    expect(await wayFor('bui.ha@sgd.example', '51')).toBe(false)
  })

  it('has no page at a commune’s address', async () => {
    const lan = await reporter(portal, 'y.lan@dakkoi.example')
    expect((await lan.agent.get(`/review/${lan.unitId}/2026-11/upload`)).status).toBe(404)
  })
})

describe('a file goes by the month’s rules as a form does', () => {
  /** A commune's template of a month, filled soundly and uploaded on its own page. */
  async function fill(lan: Reporter, typed = soundForm) {
    const month = lan.path.slice(-7)
    const book = await download(lan.agent, `${lan.path}/template.xlsx`)
    const [sheet] = book.worksheets
    if (sheet) typeInto(sheet, await layoutFor(portal, lan.unitId, month), typed)
    return book
  }
  const uploaded = async (lan: Reporter, book: Awaited<ReturnType<typeof fill>>) =>
    (await upload(lan.agent, `${lan.path}/upload`, await bytesOf(book))).headers.location ?? ''
  const preview = async (lan: Reporter, path: string) => (await lan.agent.get(path)).text
  const pressed = (lan: Reporter, path: string, html: string, act = 'send') =>
    lan.agent.post(path, { ...pressOf(html), act })

  it('waits for the leader where the office asks for one, and is sent as the commune’s Excel by the leader', async () => {
    const office = await officeId(portal, '51', '2026-11')
    const signOff = (on: boolean) =>
      portal.pool.query(
        `insert into office (unit_id, settings) values ($1, $2)
         on conflict (unit_id) do update set settings = office.settings || excluded.settings`,
        [office, JSON.stringify({ signOff: on })],
      )
    await signOff(true)
    portal.at('2026-11-24T08:30:00+07:00')
    const hanh = await reporter(portal, 'y.hanh@dakrve.example')
    const thuan = await reporter(portal, 'a.thuan@dakrve.example')
    await forget(portal, hanh.unitId)
    const path = await uploaded(hanh, await fill(hanh))
    const shown = await preview(hanh, path)
    expect(mainIn(shown)).toContain('Trình lãnh đạo')
    const asked = await pressed(hanh, path, shown)
    expect(asked.headers.location).toBe(`${hanh.path}?done=asked`)
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({ state: 'awaiting', current_version: null })
    expect(mainIn(await preview(hanh, path))).toContain('Đang chờ lãnh đạo duyệt')
    const own = await uploaded(thuan, await fill(thuan, { ...soundForm, sit_idle: '4', sit_local_work: '7' }))
    expect(mainIn(await preview(thuan, own))).not.toContain('value="send"')
    await forget(portal, hanh.unitId)
    const leaders = await uploaded(thuan, await fill(thuan))
    expect((await pressed(thuan, leaders, await preview(thuan, leaders))).status).toBe(303)
    await signOff(false)
    expect(await versionsOf(portal, hanh.unitId)).toMatchObject([
      { source: 'excel', submitted_by_name: 'A Thuận' },
    ])
  })

  it('is neither sent nor kept once the month is locked, though it was uploaded before', async () => {
    const lan = await yLan()
    typeInto(lan.sheet, lan.layout, soundForm)
    const path = (await lan.send()).headers.location ?? ''
    const open = await preview(lan, path)
    const rule = {
      office_id: await officeId(portal, '51', '2026-11'),
      month: '2026-11',
      locked_at: portal.clock(),
    }
    await portal.db.insertInto('month_rule').values(rule).execute()
    for (const act of ['send', 'draft']) await pressed(lan, path, open, act)
    const shown = mainIn(await preview(lan, path))
    await portal.db.deleteFrom('month_rule').execute()
    expect(shown).toContain('Tháng đã khóa số liệu')
    expect(shown).not.toContain('name="act"')
    expect(await reportOf(portal, lan.unitId)).toBeUndefined()
  })

  it('may be kept before the month opens and not be sent, and is not even kept before its period', async () => {
    portal.at('2026-12-05T08:30:00+07:00')
    const early = await reporter(portal, 'y.lan@dakkoi.example', '2026-12')
    await forget(portal, early.unitId)
    const book = await fill(early)
    const path = await uploaded(early, book)
    const shown = await preview(early, path)
    expect(mainIn(shown)).toContain('nhận báo cáo từ ngày')
    expect(mainIn(shown)).not.toContain('value="send"')
    await pressed(early, path, shown)
    expect(await reportOf(portal, early.unitId, '2026-12')).toMatchObject({
      state: 'draft',
      current_version: null,
    })
    await forget(portal, early.unitId)
    const kept = await uploaded(early, book)
    const press = await preview(early, kept)
    portal.at('2026-11-10T08:30:00+07:00')
    await pressed(early, kept, press, 'draft')
    expect(mainIn(await preview(early, kept))).toContain('Chưa đến kỳ báo cáo')
    expect(await reportOf(portal, early.unitId, '2026-12')).toBeUndefined()
  })

  it('answers a return: a sheet with a reason and the mended figures is the next version', async () => {
    const lan = await yLan()
    typeInto(lan.sheet, lan.layout, soundForm)
    const first = (await lan.send()).headers.location ?? ''
    await pressed(lan, first, await preview(lan, first))
    const officer = portal.agent()
    await officer.signIn('nguyen.mai@sgd.example')
    const back = `/review/${lan.unitId}/2026-11/return`
    await officer.get(back)
    const returned = await officer.post(back, { version: '1', reason: 'Đề nghị rà soát lại số ở nhà' })
    expect(returned.status).toBe(303)
    expect(await reportOf(portal, lan.unitId)).toMatchObject({ state: 'returned' })
    const book = await fill(lan, { sit_idle: '4', sit_local_work: '7' })
    const reason = book.worksheets[0]?.getCell((await layoutFor(portal, lan.unitId)).reason)
    if (!reason) throw new Error('a template has a box for the reason')
    expect(reason.value).toContain('Đề nghị rà soát lại số ở nhà')
    reason.value = null
    const unreasoned = await uploaded(lan, book)
    expect(mainIn(await preview(lan, unreasoned))).not.toContain('value="send"')
    reason.value = 'Rà soát lại theo đề nghị của Sở'
    const path = await uploaded(lan, book)
    const sent = await pressed(lan, path, await preview(lan, path))
    expect(sent.status).toBe(303)
    expect(await reportOf(portal, lan.unitId)).toMatchObject({ state: 'submitted', current_version: 2 })
    const [, second] = await versionsOf(portal, lan.unitId)
    expect(second).toMatchObject({ source: 'excel', reason: 'Rà soát lại theo đề nghị của Sở' })
    expect(second?.figures).toMatchObject({ sit_idle: 4, sit_local_work: 7 })
  })
})
