import { asMonth } from '../../src/calendar/month.rules.ts'
import { forget, type Reporter, reporter, reportOf, soundForm } from '../support/commune.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { officeId } from '../support/review.ts'
import { changesAt, pressOf, textOf } from '../support/unit-change.ts'
import { communeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

/** Đăk Kôi's report of November and the merger that ends Đăk Kôi with October, each on a connection of its own. */
let portal: Portal
let lan: Reporter
let changes: ReturnType<typeof changesAt>
let merger: Record<string, string | string[]>

beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  const november = asMonth('2026-11')
  const [dakKoi, dakRve] = await Promise.all(
    ['23485', '23479'].map(code => communeIn(portal.db, code, november)),
  )
  merger = {
    month: '11/2026',
    document: 'Nghị quyết số 12/NQ-HĐND ngày 20/11/2026',
    units: [String(dakKoi), String(dakRve)],
    'code-1': '23999',
    'type-1': 'xa',
    'name-1': 'Kon Rẫy',
  }
  const admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
  changes = changesAt(portal, admin, await officeId(portal, '51', november))
  lan = await reporter(portal, 'y.lan@dakkoi.example')
  await forget(portal, lan.unitId)
})
afterAll(() => portal.close())

/** Resolves once so many connections wait for a lock. */
async function waiting(count: number): Promise<void> {
  const { rows } = await portal.pool.query(`select from pg_locks l join pg_database d on d.oid = l.database
    where not l.granted and d.datname = current_database()`)
  if (rows.length < count) return waiting(count)
}

/** Does the first up to where it needs the table, the second until it waits for the first, and then both to their end. */
async function held<A, B>(table: string, first: () => Promise<A>, second: () => Promise<B>) {
  const gate = await portal.pool.connect()
  await gate.query(`begin; lock table ${table} in exclusive mode`)
  const one = first()
  await waiting(1)
  const other = second()
  await waiting(2)
  await gate.query('commit')
  gate.release()
  return [await one, await other] as const
}

describe('a report sent in the instant of a merger', () => {
  it('is refused by name when the merger was there first, although the form was open and sound', async () => {
    const sound = { ...(await lan.form()), ...soundForm, act: 'submit' }
    const looked = pressOf((await changes.preview('merge', merger)).text)
    const [merged, sent] = await held(
      'unit_change',
      () => changes.press('merge', looked),
      () => lan.agent.post(lan.path, sound),
    )
    expect(merged.status).toBe(303)
    expect(sent.status).toBe(404)
    expect(textOf(sent.text)).toContain('Xã Đăk Kôi')
    expect(await reportOf(portal, lan.unitId)).toBeUndefined()
    expect((await changes.undo()).status).toBe(303)
  })

  it('is kept when it was there first, and the merger is told of it and writes nothing', async () => {
    const sound = { ...(await lan.form()), ...soundForm, act: 'submit' }
    const looked = pressOf((await changes.preview('merge', merger)).text)
    const [sent, merged] = await held(
      'audit_chain',
      () => lan.agent.post(lan.path, sound),
      () => changes.press('merge', looked),
    )
    expect(sent.status).toBe(303)
    expect(await reportOf(portal, lan.unitId)).toMatchObject({ state: 'submitted' })
    expect(merged.status).toBe(422)
    expect(textOf(merged.text)).toContain('Xã Đăk Kôi đã gửi báo cáo kỳ 11/2026.')
  })
})
