import { readHead } from '../../src/audit/chain.rules.ts'
import { findHead } from '../../src/audit/chain.store.ts'
import { change } from '../../src/audit/change.ts'
import { checkChain } from '../../src/audit/check-chain.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

let portal: Portal
let office: number
let admin: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeIn(portal.db, '51', asMonth('2026-11'))
  await portal.pool.query(
    `insert into audit (at, actor_id, actor_name, act, unit_id, month, detail)
     select '2026-10-25T08:00:00+07:00', null, 'test', 'report.accept', $1, '2026-10', json_build_object('version', n) from generate_series(1, 120) n`,
    [office],
  )
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
}, 60_000)
afterAll(() => portal.close())

const sql = (text: string) => portal.pool.query(text)
/** Does what only the database's owner can: goes round the triggers. */
async function tamper(statement: string): Promise<void> {
  const client = await portal.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(statement)
    await client.query('commit')
  } finally {
    client.release()
  }
}
const faults = async () => (await checkChain(portal.db)).faults.map(it => it.kind)
const note = (act: string) =>
  change(portal.db, { actor: { id: null, name: 'test' }, now: new Date(WORLD_MORNING) }, async () => ({
    result: null,
    act: { act, unitId: office },
  }))

describe('the log', () => {
  test.each([
    'update audit set actor_name = $$nobody$$',
    'delete from audit',
    'truncate audit cascade',
    'truncate audit_chain',
    'update audit_chain set hash = $$x$$',
    'delete from audit_chain',
  ])('refuses %s in the database itself', async statement => {
    await expect(sql(statement)).rejects.toThrow(/never altered/)
  })

  test('is sealed line by line, in one chain without a gap', async () => {
    const { rows } = await sql('select count(*)::int as lines from audit')
    const checked = await checkChain(portal.db)
    expect(checked).toMatchObject({ lines: rows[0].lines, faults: [] })
    expect(checked.lines).toBeGreaterThan(100)
    expect(checked.head).toEqual(await findHead(portal.db))
  })

  test('written by many at once is still one chain', async () => {
    const before = await findHead(portal.db)
    await Promise.all(Array.from({ length: 24 }, () => note('reminder.chase')))
    expect(await checkChain(portal.db, before)).toMatchObject({ lines: (before?.seq ?? 0) + 24, faults: [] })
  })

  test('of an act that failed has neither line nor seal', async () => {
    const before = await findHead(portal.db)
    const failed = change(
      portal.db,
      { actor: { id: null, name: 'test' }, now: new Date(WORLD_MORNING) },
      async trx => {
        await trx
          .insertInto('audit')
          .values({
            at: new Date(WORLD_MORNING),
            actor_id: null,
            actor_name: 'test',
            act: 'unit.move',
            unit_id: null,
            month: null,
            detail: '{}',
          })
          .execute()
        throw new Error('no')
      },
    )
    await expect(failed).rejects.toThrow('no')
    expect(await findHead(portal.db)).toEqual(before)
  })
})

describe('the page of the log', () => {
  test('says how many lines are sealed, and checks them at a press', async () => {
    const { text } = await admin.get(`/audit/${office}`)
    expect(text).toContain('Kiểm tra niêm phong')
    const checked = await admin.get(`/audit/${office}/chain`)
    const head = await findHead(portal.db)
    expect(checked.text).toContain(`${head?.seq}:${head?.hash}`)
    expect(checked.text).toContain('còn nguyên niêm phong')
  })

  test('gives the lines that its filters leave as a file, with their seals, and logs that', async () => {
    const { text, headers } = await admin.get(`/audit/${office}/log.csv?act=report&month=10/2026`)
    const [head = '', ...lines] = text.replace('\uFEFF', '').trim().split('\r\n')
    expect(headers['content-disposition']).toContain('nhat-ky-2026-11-24.csv')
    expect(head).toBe('seq,seal,at,actor,act,sentence,unit,month,detail')
    const { rows } = await sql(
      `select count(*)::int as n from audit where month = '2026-10' and act like 'report.%'`,
    )
    expect(lines).toHaveLength(rows[0].n)
    expect(rows[0].n).toBeGreaterThan(50)
    for (const line of lines) expect(line).toMatch(/^\d+,[0-9a-f]{64},2026-/)
    expect((await admin.get(`/audit/${office}`)).text).toContain('tải nhật ký về tệp')
  })

  test('filters by days, and says which day cannot be', async () => {
    const of = async (query: string) =>
      (await admin.get(`/audit/${office}?${query}`)).text.match(/<li class="near">/g)?.length ?? 0
    expect(await of('act=sign-in&from=2026-11-24&to=2026-11-24')).toBe(1)
    expect(await of('act=sign-in&from=2026-11-25')).toBe(0)
    expect(await of('act=sign-in&to=2026-11-23')).toBe(0)
    const wrong = await admin.get(`/audit/${office}?from=2026-11-24&to=2026-11-01`)
    expect([wrong.status, wrong.text.includes('Ngày kết thúc phải từ ngày bắt đầu trở đi.')]).toEqual([
      422,
      true,
    ])
    expect((await admin.get(`/audit/${office}/log.csv?from=hôm+nay`)).status).toBe(422)
  })

  test('is for administrators alone', async () => {
    const officer = portal.agent()
    await officer.signIn('nguyen.mai@sgd.example')
    for (const at of ['', '/log.csv', '/chain'])
      expect((await officer.get(`/audit/${office}${at}`)).status).toBe(404)
  })
})

describe('a chain that somebody with the database in hand has touched', () => {
  test('names the line that was altered, the one taken out, and the one put in', async () => {
    const written = await findHead(portal.db)
    const lines = (await sql('select seq, audit_id from audit_chain order by seq limit 20')).rows
    await tamper(`update audit set detail = detail || '{"version": 9}' where id = ${lines[4].audit_id}`)
    expect((await checkChain(portal.db)).faults).toEqual([
      { kind: 'altered', seq: lines[4].seq, auditId: lines[4].audit_id },
    ])
    await tamper(`delete from audit where id = ${lines[8].audit_id}`)
    await tamper(`delete from audit_chain where seq = ${lines[12].seq}`)
    expect(await faults()).toEqual(['altered', 'gone', 'gap', 'unsealed'])
    const page = await admin.get(`/audit/${office}/chain`)
    expect(page.text).toContain('niêm phong bị hỏng ở 4 chỗ')
    expect(page.text).toContain(`Dòng ${lines[4].audit_id} không khớp niêm phong số ${lines[4].seq}.`)
    // The newest lines cut off leave a chain that is whole in itself: only a head noted down tells.
    await tamper(`delete from audit_chain where seq >= ${written?.seq}`)
    expect((await checkChain(portal.db, written)).faults[0]).toMatchObject({
      kind: 'other-head',
      seq: written?.seq,
    })
  })

  test.each([
    [`12:${'a'.repeat(64)}`, { seq: 12, hash: 'a'.repeat(64) }],
    ['12:abc', null],
    ['', null],
  ])('a head noted as %p', (text, head) => {
    expect(readHead(text)).toEqual(head)
  })
})
