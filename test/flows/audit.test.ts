import { asMonth } from '../../src/calendar/month.rules.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { communeIn, officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

const month = asMonth('2026-11')

let portal: Portal
let admin: Agent
let office: number
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeIn(portal.db, '51', month)
  const dakKoi = await communeIn(portal.db, '23485', month)
  const elsewhere = await officeIn(portal.db, 'BGDDT', month)
  const log = (at: string, who: string, act: string, unit: number, rest: object = {}) =>
    portal.pool.query(
      `insert into audit (at, actor_id, actor_name, act, unit_id, month, detail)
       select $1, id, name, $3, $4, $5, $6 from person where email = $2`,
      [at, who, act, unit, month, JSON.stringify(rest)],
    )
  await log('2026-11-20T08:00:00+07:00', 'y.lan@dakkoi.example', 'report.submit', dakKoi, {
    receipt: 'XDK-1',
    version: 1,
  })
  await log('2026-11-21T08:00:00+07:00', 'nguyen.mai@sgd.example', 'report.return', dakKoi, {
    version: 1,
    reason: 'Sai số nữ',
  })
  await log('2026-11-22T08:00:00+07:00', 'do.an@moet.example', 'office.change-settings', elsewhere, {
    changes: { place: ['', 'Hà Nội'] },
  })
  await log('2026-11-23T08:00:00+07:00', 'y.lan@dakkoi.example', 'something.new', dakKoi)
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
})
afterAll(() => portal.close())

/** The lines of the log as text, newest first. */
async function lines(query = ''): Promise<string[]> {
  const { text } = await admin.get(`/audit/${office}${query}`)
  const [, list = ''] = /<ol class="list">([\s\S]*?)<\/ol>/.exec(text) ?? []
  return list
    .split('<li class="near">')
    .slice(1)
    .map(line =>
      line
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
}

describe('the log of an office', () => {
  test('says in a sentence who did what below it, newest first, and what its people did', async () => {
    expect((await lines()).slice(0, 4)).toEqual([
      '08:00 24/11/2026 Hồ Minh Quân đăng nhập',
      '08:00 23/11/2026 Y Lan thực hiện “something.new”',
      '08:00 21/11/2026 Nguyễn Thị Mai trả lại báo cáo của Xã Đăk Kôi, kỳ 11/2026, lần 1 Lý do: Sai số nữ',
      '08:00 20/11/2026 Y Lan gửi báo cáo của Xã Đăk Kôi, kỳ 11/2026, số XDK-1',
    ])
  })

  test('shows nothing of the offices above or beside', async () => {
    expect((await lines()).join()).not.toContain('Bộ Giáo dục')
  })

  test.each([
    ['?person=lan', ['something.new', 'gửi báo cáo']],
    ['?person=nguyen+thi+mai', ['trả lại báo cáo']],
    ['?unit=dak+koi&act=report', ['trả lại báo cáo', 'gửi báo cáo']],
    ['?month=11/2026&act=report', ['trả lại báo cáo', 'gửi báo cáo']],
    ['?month=2026-10&act=report', []],
    ['?unit=mang+den', []],
    ['?unit=100%25', []],
    ['?act=sign-in', ['đăng nhập']],
    ['?act=report.return', ['trả lại báo cáo']],
    ['?act=report.return&person=lan', []],
    ['?act=nothing.such', ['đăng nhập', 'something.new', 'trả lại báo cáo', 'gửi báo cáo']],
  ])('filtered by %s', async (query, expected) => {
    const found = await lines(query)
    expect(found).toHaveLength(expected.length)
    for (const [index, sentence] of expected.entries()) expect(found[index]).toContain(sentence)
  })

  test('a month that is none is said', async () => {
    const response = await admin.get(`/audit/${office}?month=tháng+mười`)
    expect([response.status, response.text.includes('theo dạng 11/2026')]).toEqual([422, true])
  })

  test('is paged from the newest to the oldest, without a line lost or twice', async () => {
    await portal.pool.query(
      `insert into audit (at, actor_id, actor_name, act, unit_id, detail)
       select now(), null, 'test', 'reminder.chase', $1, json_build_object('n', n) from generate_series(1, 120) n`,
      [office],
    )
    const ids: number[] = []
    let path: string | undefined = `/audit/${office}?act=reminder`
    for (let pages = 0; path && pages < 5; pages += 1) {
      const { text } = await admin.get(path)
      ids.push((text.match(/<li class="near">/g) ?? []).length)
      path = /<a href="([^"]+)" rel="next"/
        .exec(text)?.[1]
        ?.replaceAll('&amp;', '&')
        .replaceAll('&#x3D;', '=')
    }
    expect(ids).toEqual([50, 50, 20])
  })
})
