import { asMonth } from '../../src/calendar/month.rules.ts'
import { chaseUnits } from '../../src/reminders/chase-units.ts'
import { decideReminders } from '../../src/reminders/decide-reminders.ts'
import { claim, recordFailure } from '../../src/reminders/ledger.store.ts'
import type { Decision } from '../../src/reminders/reminder.rules.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'
import { type Desk, type MailServer, openDesk, openMailServer } from '../support/post.ts'

const DUE_MORNING = new Date('2026-11-25T08:00:00+07:00')

let database: TestDatabase
let server: MailServer
let desk: Desk

beforeEach(async () => {
  database = await openTestDatabase('world')
  server = await openMailServer()
  desk = openDesk(database, { url: server.url, now: DUE_MORNING.toISOString() })
})
afterEach(async () => {
  await desk.close()
  await server.close()
  await database.drop()
})

const owedAt = async (now: Date): Promise<Decision[]> =>
  (await decideReminders(database.db, { now })).filter(({ decision }) => decision === 'send')
const claimAll = (owed: Decision[], now: Date) =>
  claim(
    database.db,
    owed.flatMap(it => (it.facts ? [{ ...it, facts: it.facts, messageId: '<a@b>' }] : [])),
    { now },
  )
const linesOf = (unitId: number) =>
  database.db.selectFrom('reminder').selectAll().where('unit_id', '=', unitId).orderBy('id').execute()
const findOffice = () =>
  database.db
    .selectFrom('unit')
    .select('id')
    .where('code', '=', '51')
    .where('kind', '=', 'office')
    .executeTakeFirstOrThrow()
const personOf = ({ recipient }: Decision) =>
  database.db.selectFrom('person').select('id').where('email', '=', recipient).executeTakeFirstOrThrow()

/** What may come between the decision and the claim, each to a commune of its own. */
const changes: Record<string, (it: Decision) => Promise<unknown>> = {
  'an extension': it =>
    database.db
      .insertInto('extension')
      .values({
        unit_id: it.unitId,
        month: it.month,
        until: new Date('2026-11-30T17:00:00+07:00'),
        reason: 'Mưa lũ',
        granted_by: 1,
        granted_at: DUE_MORNING,
      })
      .execute(),
  'a person switched off': async it =>
    database.db
      .updateTable('person')
      .set({ active: false })
      .where('id', '=', (await personOf(it)).id)
      .execute(),
  'a role that ended': async it =>
    database.db
      .updateTable('role')
      .set({ ended_at: DUE_MORNING })
      .where('person_id', '=', (await personOf(it)).id)
      .execute(),
  'another address': async it =>
    database.db
      .updateTable('person')
      .set({ email: 'dia.chi.moi@xa.example' })
      .where('id', '=', (await personOf(it)).id)
      .execute(),
  'a bounce': async it =>
    database.db
      .insertInto('bounce')
      .values({ person_id: (await personOf(it)).id, email: it.recipient, at: DUE_MORNING })
      .execute(),
  'a merger': it =>
    database.db.updateTable('unit').set({ valid_until: '2026-11' }).where('id', '=', it.unitId).execute(),
}

test('what changes between the decision and the claim stops the letter: extension, person, role, address, bounce, merger', async () => {
  const owed = await owedAt(DUE_MORNING)
  const chosen = owed.filter(({ kind }) => kind === 'due-day').slice(0, Object.keys(changes).length)
  for (const [index, happen] of Object.values(changes).entries()) {
    const it = chosen[index]
    if (it) await happen(it)
  }
  const claimed = await claimAll(owed, DUE_MORNING)
  const missed = new Set(claimed.map(({ recipient }) => recipient))
  expect(chosen.map(({ recipient }) => missed.has(recipient))).toEqual(chosen.map(() => false))
  expect(claimed.length).toBe(owed.length - chosen.length)
})

test('so does an answer to a question, or a grant taken back or followed by another', async () => {
  const [asked, extended, again] = (await owedAt(DUE_MORNING)).filter(({ kind }) => kind === 'due-day')
  if (!asked || !extended || !again) throw new Error('three communes should be owed a letter')
  await database.pool.query(
    `with r as (insert into report (unit_id, month, state, current_version, edition_id, first_submitted_at, on_time)
       select $1, $2, 'submitted', 1, id, $3, true from form_edition limit 1 returning id)
     insert into remark (report_id, version, kind, side, text, by, by_name, at)
     select id, 1, 'question', 'office', 'Vì sao tăng?', 1, 'Nguyễn Thị Mai', $3 from r`,
    [asked.unitId, asked.month, DUE_MORNING],
  )
  const give = `insert into extension (unit_id, month, until, reason, granted_by, granted_at)
    values ($1, $2, '2026-11-30T17:00:00+07:00', 'Mưa lũ', 1, $3)`
  for (const it of [extended, again]) await database.pool.query(give, [it.unitId, it.month, DUE_MORNING])
  const owed = (await owedAt(DUE_MORNING)).filter(({ kind }) => /^(question|extension):/.test(kind))
  expect(owed.map(it => it.unitId).toSorted()).toEqual(
    [asked.unitId, extended.unitId, again.unitId].toSorted(),
  )
  await database.pool.query(`update remark set settled_at = $1, settled_by_name = 'Y Lan'`, [DUE_MORNING])
  await database.pool.query(
    `update extension set withdrawn_at = $1, withdrawn_by_name = 'Nguyễn Thị Mai', withdrawn_reason = 'Nhầm xã.'
     where unit_id = $2`,
    [DUE_MORNING, extended.unitId],
  )
  await database.pool.query(give, [again.unitId, again.month, DUE_MORNING])
  expect(await claimAll(owed, DUE_MORNING)).toEqual([])
})

test('a line left open by a commune that has merged away is ended, and says so', async () => {
  const [mine] = await claimAll((await owedAt(DUE_MORNING)).slice(0, 1), DUE_MORNING)
  if (!mine) throw new Error('somebody should be owed a letter')
  await recordFailure(database.db, mine, {
    message: '451',
    permanent: false,
    doubtful: false,
    now: DUE_MORNING,
  })
  await database.db
    .updateTable('unit')
    .set({ valid_until: '2026-11' })
    .where('id', '=', mine.unitId)
    .execute()
  desk.at('2026-11-25T08:10:00+07:00')
  await sendReminders(desk)
  expect(await linesOf(mine.unitId)).toMatchObject([
    { status: 'skipped', because: 'Đơn vị không còn báo cáo kỳ này (sáp nhập hoặc đổi cơ quan quản lý)' },
  ])
})

test('the clock set back an hour sends nothing a second time, and forgets no report', async () => {
  const { sent } = await sendReminders(desk)
  const before = await database.db.selectFrom('reminder').selectAll().orderBy('id').execute()
  desk.at('2026-11-25T07:35:00+07:00')
  expect(await sendReminders(desk)).toMatchObject({ sent: 0, failed: 0, skipped: 0 })
  expect(server.taken.length).toBe(sent)
  expect(await database.db.selectFrom('reminder').selectAll().orderBy('id').execute()).toEqual(before)
})

test('the clock set back an hour lets nobody be chased twice within one', async () => {
  const mine = (await owedAt(DUE_MORNING)).find(({ kind }) => kind === 'due-day')
  const office = await findOffice()
  const actor = { id: 1, name: 'Nguyễn Thị Mai', position: '' }
  const chase = {
    actor,
    officeId: office.id,
    month: asMonth('2026-11'),
    unitIds: [mine?.unitId ?? 0],
    sentence: '',
  }
  await chaseUnits(desk, chase)
  desk.at('2026-11-25T07:10:00+07:00')
  await chaseUnits(desk, chase)
  expect(server.taken.length).toBe(1)
  const [first, second] = await linesOf(mine?.unitId ?? 0)
  expect([first?.status, second?.status]).toEqual(['sent', 'skipped'])
  expect(second?.because).toMatch(/^Đã nhắc lúc 08:00/)
})

test('three days of downtime across the due date: nobody is told what is over, everybody what is true', async () => {
  desk.at('2026-11-20T10:00:00+07:00')
  await sendReminders(desk)
  server.taken.length = 0
  desk.at('2026-11-27T10:00:00+07:00')
  await sendReminders(desk)
  const kinds = await database.db
    .selectFrom('reminder')
    .select(['kind', 'status'])
    .distinct()
    .where('decided_at', '=', desk.clock())
    .orderBy('kind')
    .execute()
  const sent = kinds.filter(({ status }) => status === 'sent').map(({ kind }) => kind)
  expect(sent.filter(it => !it.startsWith('returned'))).toEqual(['after-1', 'digest-next'])
  const stale = await database.db
    .selectFrom('reminder')
    .select('because')
    .distinct()
    .where('kind', 'in', ['before-1', 'due-day', 'digest-due'])
    .where('status', '=', 'skipped')
    .where('because', 'like', 'Đã qua thời điểm%')
    .execute()
  expect(stale.length).toBe(3)
  for (const { mail } of server.taken)
    expect(mail.subject).not.toContain('[Nhắc báo cáo] Kỳ tháng 11/2026 – hạn')
})

test('a paused month leaves one line a letter with the office’s reason, and nothing else', async () => {
  const office = await findOffice()
  await database.db
    .insertInto('reminder_pause')
    .values({ office_id: office.id, month: '2026-11', reason: 'Rà soát biểu', by: null, at: DUE_MORNING })
    .execute()
  const { sent } = await sendReminders(desk, { kind: 'due-day' })
  expect(sent).toBe(0)
  const lines = await database.db.selectFrom('reminder').selectAll().where('kind', '=', 'due-day').execute()
  expect(
    lines.filter(it => it.because.includes('tạm dừng nhắc tháng này: Rà soát biểu')).length,
  ).toBeGreaterThan(20)
  expect(new Set(lines.map(({ status }) => status))).toEqual(new Set(['skipped']))
})
