import { asMonth } from '../../src/calendar/month.rules.ts'
import { unitsUnder } from '../../src/units/unit.store.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { communeIn, officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'
import { bookOfRows } from '../support/zip-file.ts'

const month = asMonth('2026-11')
let portal: Portal
let officer: Agent
let office: number
let first: { id: number; fullName: string }
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeIn(portal.db, '51', month)
  const communes = await unitsUnder(portal.db, office, month)
  first = communes.find(it => it.code === '23293') ?? first
  officer = portal.agent()
  await officer.signIn('nguyen.mai@sgd.example')
})
afterAll(() => portal.close())

const table = () =>
  bookOfRows('Biểu 1', [
    ['SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
    [null, null, 'BÁO CÁO NĂM TRƯỚC'],
    [
      'TT',
      'Xã, phường',
      'Tổng số học sinh tốt nghiệp THCS năm 2026',
      'Không học và chưa học nghề năm 2026',
      'Ghi chú',
    ],
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
    [1, first.fullName.toUpperCase(), 85, 12, null],
    [2, 'Xã Không Có', 5, 1, null],
    [null, 'Tổng cộng', 90, 13, null],
  ])

async function upload(bytes: Buffer, name: string, by = officer, path = `/review/${office}/${month}/tables`) {
  const { text } = await by.get(path)
  const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  return by.raw.post(path).field('_csrf', token).attach('file', bytes, name)
}

/** What the page's boxes hold: the hidden ones, and each column's choice. */
function chosenIn(text: string): Record<string, string> {
  const hidden = [...text.matchAll(/type="hidden" name="(sheet|head|data|turned)" value="([^"]*)"/g)]
  const columns = [...text.matchAll(/<select name="(column_\d+)"[\s\S]*?<\/select>/g)].map(
    ([select, name]) => [name, /value="([^"]*)" selected/.exec(select)?.[1] ?? ''],
  )
  return Object.fromEntries([...hidden.map(([, name, value]) => [name, value]), ...columns])
}

const kept = () =>
  portal.db.selectFrom('upload').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()

describe("an office's own table", () => {
  it('is matched with a guess, previewed, and matched the same way the next time', async () => {
    const sent = await upload(table(), 'năm trước.xlsx')
    expect(sent.status).toBe(303)
    const address = sent.headers.location ?? ''
    const page = await officer.get(address)
    const chosen = chosenIn(page.text)
    expect(chosen).toMatchObject({
      head: '3',
      data: '5',
      turned: '0',
      column_2: 'unit',
      column_3: 'graduates@2026',
      column_4: 'neither@2026',
      column_5: '',
    })

    const applied = await officer.post(address, { ...chosen, column_3: '', column_4: 'unknown@2026' })
    expect(applied.status).toBe(303)
    expect(applied.headers.location).toMatch(new RegExp(`^/review/${office}/${month}/upload/[0-9a-f-]{36}$`))
    const content = (await kept()).map(it => it.content).find(it => !('grids' in (it as object)))
    expect(content).toEqual({
      sheets: [
        {
          unitId: first.id,
          sheet: 'Biểu 1',
          raw: { 'unknown@2026': '12' },
          cells: { 'unknown@2026': 'D5' },
          reason: '',
        },
      ],
      remarks: [
        {
          kind: 'notice',
          sheet: 'Biểu 1',
          key: 'match.notFound',
          params: { count: 1, rows: 'B6 “Xã Không Có”' },
        },
      ],
    })
    expect((await officer.get(applied.headers.location ?? '')).status).toBe(200)

    const again = await upload(table(), 'tháng sau.xlsx')
    const recalled = await officer.get(again.headers.location ?? '')
    expect(chosenIn(recalled.text)).toMatchObject({
      column_2: 'unit',
      column_3: '',
      column_4: 'unknown@2026',
    })
  })

  it('asks again while no column holds the names of communes', async () => {
    const { headers } = await upload(table(), 'a.xlsx')
    const page = await officer.get(headers.location ?? '')
    const answer = await officer.post(headers.location ?? '', { ...chosenIn(page.text), column_2: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Đề nghị chọn cột ghi tên xã, phường.')
  })

  it('that is a PDF under another name is refused with what to do', async () => {
    const answer = await upload(Buffer.from('%PDF-1.4'), 'số liệu.xlsx')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Đây là tệp PDF')
  })

  it("is nobody else's", async () => {
    const { headers } = await upload(table(), 'b.xlsx')
    const other = portal.agent()
    await other.signIn('quan.tri@sgd.example')
    expect((await other.get(headers.location ?? '')).status).toBe(404)
  })
})

describe("a commune's own table", () => {
  it('may have its boxes one under the other, and needs no column of names', async () => {
    const reporter = portal.agent()
    await reporter.signIn('y.hanh@dakrve.example')
    const own = await communeIn(portal.db, '23479', month)
    const rows = [
      ['Chỉ tiêu', 'Số lượng'],
      ['Tổng số học sinh tốt nghiệp THCS năm 2026', 40],
      ['Đang học THPT năm 2026', 21],
      ['Đang học GDTX năm 2026', 9],
    ]
    const sent = await upload(
      bookOfRows('Báo cáo', rows),
      'a.xlsx',
      reporter,
      `/reports/${own}/${month}/tables`,
    )
    const address = sent.headers.location ?? ''
    const chosen = chosenIn((await reporter.get(address)).text)
    expect(chosen).toMatchObject({ turned: '1', column_2: 'graduates@2026', column_3: 'in_thpt@2026' })
    const applied = await reporter.post(address, chosen)
    const id = applied.headers.location?.split('/').at(-1) ?? ''
    const { content } = await portal.db
      .selectFrom('upload')
      .select('content')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(content).toMatchObject({
      sheets: [
        {
          unitId: own,
          raw: { 'graduates@2026': '40', 'in_gdtx@2026': '9' },
          cells: { 'in_gdtx@2026': 'B4' },
        },
      ],
    })
    expect((await reporter.get(`/review/${own}/${month}/tables`)).status).toBe(404)
  })
})
