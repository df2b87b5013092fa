import type { RoleName } from '../../src/people/access.rules.ts'
import { sealOf } from '../../src/reminders/letter-link.rules.ts'
import { DUE, sentLetter } from '../support/letters.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { chairman, officer, yLan } from '../support/reminders.ts'

const MORNING = '2026-11-20T08:00:00+07:00'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(MORNING, 'world')
})
afterAll(() => portal.close())
beforeEach(() => portal.at('2026-11-20T09:00:00+07:00'))

let nth = 0
const letter = (sent: Partial<Parameters<typeof sentLetter>[1]> = {}) => {
  nth += 1
  return sentLetter(portal.db, { at: MORNING, kind: `chase:${nth}`, ...sent }, portal.config.sessionSecret)
}
const openedAt = async (id: number) =>
  (await portal.db.selectFrom('reminder').select('opened_at').where('id', '=', id).executeTakeFirstOrThrow())
    .opened_at
const switched = (email: string, active: boolean) =>
  portal.db.updateTable('person').set({ active }).where('email', '=', email).execute()

describe('the link of a letter', () => {
  test('shows the commune, the month and the due date with one button, and opens the form when it is pressed', async () => {
    const { path, form, id } = await letter()
    const agent = portal.agent()
    const page = await agent.get(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Xã Đăk Kôi')
    expect(page.text).toContain('17:00 25/11/2026')
    expect(page.text.match(/<button/g)).toHaveLength(1)
    const pressed = await agent.post(path)
    expect(pressed.status).toBe(303)
    expect(pressed.headers.location).toBe(form)
    expect((await agent.get(form)).text).toContain('Xã Đăk Kôi')
    expect(await openedAt(id)).toEqual(portal.clock())
  })

  test('is used up by no number of fetches, as mail scanners make them', async () => {
    const { path, form, id } = await letter()
    for (let times = 0; times < 3; times += 1) {
      expect((await portal.agent().raw.head(path)).status).toBe(200)
      expect((await portal.agent().get(path)).status).toBe(200)
    }
    const scanner = portal.agent()
    expect((await scanner.raw.post(path)).status).toBe(403)
    expect(await openedAt(id)).toBeNull()
    const agent = portal.agent()
    await agent.get(path)
    expect((await agent.post(path)).headers.location).toBe(form)
  })

  test('opens once: of two presses at the same moment one gets in', async () => {
    const { path } = await letter()
    const agents = [portal.agent(), portal.agent(), portal.agent()]
    for (const agent of agents) await agent.get(path)
    const answers = await Promise.all(agents.map(agent => agent.post(path)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
  })

  test('that was used leads to signing in, and from there to the form', async () => {
    const { path, form } = await letter()
    const first = portal.agent()
    await first.get(path)
    await first.post(path)
    const agent = portal.agent()
    const page = await agent.get(path)
    expect(page.status).toBe(410)
    expect(page.text).toContain('đã được dùng')
    const signIn = `/sign-in?next=${encodeURIComponent(form)}`
    expect(page.text).toContain(`href="${signIn.replaceAll('=', '&#x3D;')}"`)
    await agent.get(signIn)
    expect((await agent.post('/sign-in/cast', { email: yLan, next: form })).headers.location).toBe(form)
  })

  test('pressed again in the same browser goes on to the form', async () => {
    const { path, form } = await letter()
    const agent = portal.agent()
    await agent.get(path)
    await agent.post(path)
    expect((await agent.get(path)).headers.location).toBe(form)
  })

  test('ends with the due date, the commune’s own where it was given more time', async () => {
    const { path, unitId } = await letter()
    portal.at(DUE)
    expect((await portal.agent().get(path)).status).toBe(200)
    portal.at('2026-11-25T17:00:01+07:00')
    const page = await portal.agent().get(path)
    expect(page.status).toBe(410)
    expect(page.text).toContain('đã hết hạn')
    const until = { until: new Date('2026-11-27T17:00:00+07:00'), reason: 'Mất điện' }
    await portal.db
      .insertInto('extension')
      .values({ unit_id: unitId, month: '2026-11', ...until, granted_by: 1, granted_at: new Date(MORNING) })
      .execute()
    expect((await portal.agent().get(path)).status).toBe(200)
    await portal.db.deleteFrom('extension').where('unit_id', '=', unitId).execute()
  })

  test('of a letter that left after the due date is good for five working days', async () => {
    const { path } = await letter({ at: '2026-11-26T08:00:00+07:00', facts: { overdue: true } })
    portal.at('2026-12-03T23:59:00+07:00')
    expect((await portal.agent().get(path)).status).toBe(200)
    portal.at('2026-12-04T00:01:00+07:00')
    expect((await portal.agent().get(path)).status).toBe(410)
  })

  test('with a seal that is cut, altered, or another person’s opens nothing and names nobody', async () => {
    const { path, id } = await letter()
    const other = `/r/${id}/${sealOf({ id, recipient: chairman }, portal.config.sessionSecret)}`
    for (const wrong of [
      path.slice(0, -1),
      `${path}x`,
      `/r/${id}/x`,
      other,
      '/r/999999/x',
      '/r/0/x',
      '/r/a/x',
    ]) {
      const page = await portal.agent().get(wrong)
      expect(page.status).toBe(404)
      expect(page.text).not.toContain('Đăk Kôi')
      expect(page.text).toContain('href="/sign-in"')
    }
    expect(await openedAt(id)).toBeNull()
  })

  test('of a line of another way than mail, or of a letter to the office, opens nothing', async () => {
    const { path, id } = await letter()
    await portal.db.updateTable('reminder').set({ channel: 'push' }).where('id', '=', id).execute()
    expect((await portal.agent().get(path)).status).toBe(404)
    const office = { channel: 'email', extra: JSON.stringify({ to: 'office' }) }
    await portal.db.updateTable('reminder').set(office).where('id', '=', id).execute()
    expect((await portal.agent().get(path)).status).toBe(404)
  })

  test('opens nothing for a person who was switched off, whose role ended, or whose address is another now', async () => {
    const { path, id, unitId } = await letter()
    const agent = portal.agent()
    await agent.get(path)
    await switched(yLan, false)
    expect((await agent.post(path)).status).toBe(410)
    await switched(yLan, true)
    const role = { unit_id: unitId, role: 'reporter' as RoleName }
    const ended = (ended_at: Date | null) =>
      portal.db
        .updateTable('role')
        .set({ ended_at })
        .where('unit_id', '=', role.unit_id)
        .where('role', '=', role.role)
        .execute()
    await ended(new Date(MORNING))
    const page = await portal.agent().get(path)
    expect(page.status).toBe(410)
    expect(page.text).toContain('không còn phụ trách')
    expect(page.text).not.toContain('Y Lan')
    await ended(null)
    expect(await openedAt(id)).toBeNull()
  })

  test('that somebody else has signed in already for that form goes there, and stays good', async () => {
    const { path, form, id } = await letter()
    const agent = portal.agent()
    await agent.signIn(yLan)
    expect((await agent.get(path)).headers.location).toBe(form)
    expect(await openedAt(id)).toBeNull()
  })

  test('is a sign-in that the log keeps, with its letter', async () => {
    const { path, id } = await letter()
    const agent = portal.agent()
    await agent.get(path)
    await agent.post(path)
    const { rows } = await portal.pool.query(
      `select act, month, detail from audit where detail @> $1 order by id desc`,
      [JSON.stringify({ letter: id })],
    )
    expect(rows).toMatchObject([{ act: 'person.sign-in', month: '2026-11' }])
  })
})

describe('a session opened by a letter', () => {
  async function bound() {
    const { path, ...rest } = await letter()
    const agent = portal.agent()
    await agent.get(path)
    await agent.post(path)
    return { agent, ...rest }
  }

  test('saves and sends that form', async () => {
    const { agent, form } = await bound()
    const page = await agent.get(form)
    expect(page.status).toBe(200)
    expect((await agent.post(form, { action: 'save', actions: 'Đã rà soát' })).status).toBeLessThan(500)
    expect((await agent.post(form, {})).status).not.toBe(401)
  })

  test('opens no other month, commune or page', async () => {
    const { agent, unitId } = await bound()
    const others = [
      `/reports/${unitId}/2026-10`,
      `/reports/${unitId + 1}/2026-11`,
      `/reports/${unitId}`,
      '/account',
      `/calendar/1`,
    ]
    for (const path of others) {
      const { status, headers } = await agent.get(path)
      expect([path, status]).toEqual([path, 303])
      expect(headers.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
    }
    expect((await agent.get(`/review/${unitId}/2026-11`)).status).toBe(404)
    expect((await agent.post('/account/phone', { phone: '0912 000 000' })).status).toBe(401)
    expect((await agent.post('/account/feed')).status).toBe(401)
  })

  test('of somebody who also works at the office has none of the office’s rights', async () => {
    const { id: personId } = await portal.db
      .selectFrom('person')
      .select('id')
      .where('email', '=', yLan)
      .executeTakeFirstOrThrow()
    const { unit_id: officeId } = await portal.db
      .selectFrom('role')
      .innerJoin('person', 'person.id', 'role.person_id')
      .select('role.unit_id')
      .where('email', '=', officer)
      .executeTakeFirstOrThrow()
    const { id: roleId } = await portal.db
      .insertInto('role')
      .values({ person_id: personId, unit_id: officeId, role: 'officer', since: new Date(MORNING) })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { agent, form, unitId } = await bound()
    await agent.get(form)
    for (const path of [`/review/${unitId}/2026-11/accept`, `/review/${unitId}/2026-11/return`])
      expect([401, 404]).toContain((await agent.post(path, { version: '1', reason: 'x' })).status)
    expect((await agent.get(`/review/${officeId}/2026-11`)).status).toBe(303)
    await portal.db.deleteFrom('role').where('id', '=', roleId).execute()
  })

  test('leads home to its form, says so on the sign-in page, and ends by signing in or out', async () => {
    const { agent, form } = await bound()
    expect((await agent.get('/')).headers.location).toBe(form)
    expect((await agent.get('/reports')).headers.location).toBe(form)
    const signIn = await agent.get('/sign-in?next=%2Faccount')
    expect(signIn.status).toBe(200)
    expect(signIn.text).toContain('chỉ mở biểu tháng 11/2026')
    const whole = await agent.post('/sign-in/cast', { email: yLan, next: '/account' })
    expect(whole.headers.location).toBe('/account')
    expect((await agent.get('/account')).status).toBe(200)

    const other = await bound()
    await other.agent.get(other.form)
    expect((await other.agent.post('/sign-out')).headers.location).toBe('/sign-in')
    expect((await other.agent.get(other.form)).status).toBe(303)
  })
})
