import { asMonth } from '../../src/calendar/month.rules.ts'
import { loadConsolidation } from '../../src/consolidation/consolidation.store.ts'
import { openPostOffice } from '../../src/post-office.ts'
import { decideReminders } from '../../src/reminders/decide-reminders.ts'
import { claim } from '../../src/reminders/ledger.store.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { formatNumber } from '../../src/words/vietnamese.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'
import { type Desk, type MailServer, openDesk, openMailServer, openSilentServer } from '../support/post.ts'

const DUE_MORNING = '2026-11-25T08:00:00+07:00'
const later = (minutes: number) => new Date(new Date(DUE_MORNING).getTime() + minutes * 60_000).toISOString()

let database: TestDatabase
let server: MailServer
let desk: Desk

beforeEach(async () => {
  database = await openTestDatabase('world')
  server = await openMailServer()
  desk = openDesk(database, { url: server.url, now: DUE_MORNING })
})
afterEach(async () => {
  await desk.close()
  await server.close()
  await database.drop()
})

const owedNow = async () =>
  (await decideReminders(desk.db, { now: desk.clock() })).filter(({ decision }) => decision === 'send')
const recipients = () => server.taken.map(({ to }) => to).sort()
const lineOf = (recipient: string) =>
  desk.db
    .selectFrom('reminder')
    .selectAll()
    .where('recipient', '=', recipient)
    .where('kind', '=', 'due-day')
    .where('month', '=', '2026-11')
    .executeTakeFirstOrThrow()

const yLan = 'y.lan@dakkoi.example'

describe('the morning of the due date', () => {
  test('everybody who has not reported is written to, once; the ledger says why, and why not the others', async () => {
    const owed = await owedNow()
    expect(owed.length).toBeGreaterThan(20)
    const run = await sendReminders(desk)
    expect(run).toMatchObject({ sent: owed.length, failed: 0 })
    expect(recipients()).toEqual(owed.map(({ recipient }) => recipient).sort())
    expect(await sendReminders(desk)).toMatchObject({ sent: 0, skipped: 0 })
    const lines = await desk.db.selectFrom('reminder').selectAll().where('kind', '=', 'due-day').execute()
    expect(lines.every(({ because }) => because !== '')).toBe(true)
    expect(new Set(lines.map(({ status }) => status))).toEqual(new Set(['sent', 'skipped']))
  })

  test('the letter names the commune and its due date first and opens that month’s form', async () => {
    await sendReminders(desk)
    const { mail } = server.taken.find(({ to }) => to === yLan) ?? {}
    expect(mail?.subject).toBe('[Nhắc báo cáo] Kỳ tháng 11/2026 – hạn 25/11/2026 – UBND xã Đăk Kôi')
    expect(mail?.text).toMatch(/^UBND xã Đăk Kôi\nHạn gửi: 17:00, thứ Tư, ngày 25\/11\/2026\n/)
    const { id } = await lineOf(yLan)
    expect(mail?.text).toContain(`http://127.0.0.1:3025/r/${id}/`)
    expect(mail?.html).toContain(`href="http://127.0.0.1:3025/r/${id}/`)
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect((await lineOf(yLan)).message_id).toBe(mail?.messageId)
  })

  test('answers go to the office’s contact; where none is named, to its first officer', async () => {
    const answersTo = async () => {
      server.taken.length = 0
      await sendReminders(desk)
      return server.taken.find(({ to }) => to === yLan)?.mail.replyTo?.text
    }
    await database.pool.query(
      `update office set settings = settings || '{"contactEmail": "gdtrh@sgd.example"}'`,
    )
    expect(await answersTo()).toBe('gdtrh@sgd.example')
    await database.pool.query(`update office set settings = settings - 'contactEmail'`)
    await database.pool.query('delete from reminder')
    expect(await answersTo()).toBe('nguyen.mai@sgd.example')
  })

  test('two processes at once send each letter once', async () => {
    const owed = await owedNow()
    const other = openDesk(database, { url: server.url, now: DUE_MORNING })
    const runs = await Promise.all([sendReminders(desk), sendReminders(other), sendReminders(desk)])
    await other.close()
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(owed.length)
    expect(new Set(recipients()).size).toBe(server.taken.length)
    expect(server.taken.length).toBe(owed.length)
  })

  test('a report that comes between the decision and the claim stops the letter', async () => {
    const owed = await owedNow()
    const mine = owed.find(({ recipient }) => recipient === yLan)
    if (!mine?.facts) throw new Error('Đăk Kôi should be owed a letter')
    await reportNow(mine.unitId)
    const wanted = [{ ...mine, facts: mine.facts, messageId: '<x@y>' }]
    expect(await claim(desk.db, wanted, { now: desk.clock() })).toEqual([])
    await sendReminders(desk)
    expect(recipients()).not.toContain(yLan)
    expect(await lineOf(yLan)).toMatchObject({ status: 'skipped' })
  })

  test('a person switched off between the decision and the claim gets nothing', async () => {
    const [mine] = (await owedNow()).filter(({ recipient }) => recipient === yLan)
    await desk.db.updateTable('person').set({ active: false }).where('email', '=', yLan).execute()
    if (!mine?.facts) throw new Error('Đăk Kôi should be owed a letter')
    expect(
      await claim(desk.db, [{ ...mine, facts: mine.facts, messageId: '<x@y>' }], { now: desk.clock() }),
    ).toEqual([])
  })
})

describe('a mail server that', () => {
  test('knows no such address is not asked again for it: the next person of the unit is written to, and the office is told', async () => {
    await addLeader('chu.tich@dakkoi.example', (await unitOf(yLan)).unit_id)
    server.temper.address = recipient => (recipient === yLan ? 550 : null)
    const { sent, failed } = await sendReminders(desk)
    expect(failed).toBe(1)
    expect(server.taken.length).toBe(sent)
    expect(await lineOf(yLan)).toMatchObject({ status: 'bounced', next_try_at: null, attempts: 1 })
    server.taken.length = 0
    desk.at(later(10))
    await sendReminders(desk)
    expect(recipients()).toEqual([
      'chu.tich@dakkoi.example',
      'dinh.son@sgd.example',
      'nguyen.mai@sgd.example',
    ])
    expect((await lineOf('chu.tich@dakkoi.example')).because).toContain('hôm nay là hạn')
    desk.at(later(20))
    expect(await sendReminders(desk)).toMatchObject({ sent: 0, failed: 0 })
  })

  test('refuses one letter for good (554 after DATA) is not asked again for it, and the address stays good', async () => {
    server.temper.answer = recipient => (recipient === yLan ? 554 : null)
    expect((await sendReminders(desk)).failed).toBe(1)
    expect(await lineOf(yLan)).toMatchObject({ status: 'refused', next_try_at: null, attempts: 1 })
    expect(await desk.db.selectFrom('bounce').selectAll().execute()).toEqual([])
    desk.at(later(10))
    expect(await sendReminders(desk)).toMatchObject({ sent: 0, failed: 0 })
  })

  test('says "not now" first gets the letter two minutes later, not before', async () => {
    server.temper.address = (recipient, count) => (recipient === yLan && count === 1 ? 451 : null)
    await sendReminders(desk)
    expect(await lineOf(yLan)).toMatchObject({
      status: 'failed',
      attempts: 1,
      next_try_at: new Date(later(2)),
    })
    desk.at(later(1))
    expect((await sendReminders(desk)).sent).toBe(0)
    desk.at(later(2))
    expect((await sendReminders(desk)).sent).toBe(1)
    expect(recipients().filter(it => it === yLan)).toEqual([yLan])
    expect(await lineOf(yLan)).toMatchObject({ status: 'sent', attempts: 2, last_error: null })
  })

  test('keeps refusing is asked six times with growing pauses, and then the letter is given up for all to see', async () => {
    server.temper.address = recipient => (recipient === yLan ? 451 : null)
    for (const minutes of [0, 2, 12, 42, 162, 522, 523]) {
      desk.at(later(minutes))
      await sendReminders(desk, { kind: 'due-day' })
    }
    expect(await lineOf(yLan)).toMatchObject({ status: 'failed', attempts: 6, next_try_at: null })
  })

  test('drops the line with the letter in hand gets the very same letter again, under the same Message-ID', async () => {
    const seen: string[] = []
    server.temper.letter = (recipient, count) => (recipient === yLan && count === 1 ? 'drop' : undefined)
    await sendReminders(desk)
    const before = await lineOf(yLan)
    seen.push(before.message_id ?? '')
    expect(before).toMatchObject({ status: 'failed', attempts: 1 })
    await desk.db
      .updateTable('unit_name')
      .set({ full_name: 'Xã Đăk Kôi mới' })
      .where('unit_id', '=', before.unit_id)
      .execute()
    desk.at(later(2))
    await sendReminders(desk)
    const again = server.taken.filter(({ to }) => to === yLan)
    expect(again.map(({ mail }) => mail.messageId)).toEqual(seen)
    expect(again[0]?.mail.subject).toContain('UBND xã Đăk Kôi')
    expect(again[0]?.mail.subject).not.toContain('mới')
  })

  test('never answers ends the run early: the letters not tried stay owed, and leave when it is back', async () => {
    const owed = await owedNow()
    const silent = await openSilentServer()
    const waiting = openDesk(database, { url: silent.url, now: DUE_MORNING, patienceMs: 300 })
    const { sent, failed } = await sendReminders(waiting)
    await waiting.close()
    await silent.close()
    expect(sent).toBe(0)
    expect(failed).toBeGreaterThanOrEqual(5)
    expect(failed).toBeLessThan(12)
    expect((await sendReminders(desk)).sent).toBe(owed.length - failed)
    desk.at(later(2))
    expect((await sendReminders(desk)).sent).toBe(failed)
    expect(recipients()).toEqual(owed.map(({ recipient }) => recipient).sort())
  })

  test('is not there at all leaves every letter owed', async () => {
    const owed = await owedNow()
    await server.close()
    expect((await sendReminders(desk)).sent).toBe(0)
    server = await openMailServer()
    const back = openDesk(database, { url: server.url, now: later(3) })
    const { sent } = await sendReminders(back)
    await back.close()
    expect(sent).toBe(owed.length)
  })
})

describe('the office', () => {
  test('gets the digest at half past five, and the Excel with it the next working day', async () => {
    const asked: string[] = []
    const makeFile = async ({ month }: { month: string }) => {
      asked.push(month)
      return { fileName: 'tong-hop-2026-11.xlsx', bytes: Buffer.from('xlsx') }
    }
    const office = openDesk(database, { url: server.url, now: '2026-11-25T17:30:00+07:00', makeFile })
    await sendReminders(office, { kind: 'digest-due' })
    office.at('2026-11-26T08:00:00+07:00')
    await sendReminders(office, { kind: 'digest-next' })
    await office.close()
    const officers = ['dinh.son@sgd.example', 'nguyen.mai@sgd.example']
    expect(recipients()).toEqual([...officers, ...officers].sort())
    expect(asked).toEqual(['2026-11'])
    const [evening, , morning] = server.taken
    expect(evening?.mail.subject).toMatch(
      /^\[Tổng hợp báo cáo\] Kỳ tháng 11\/2026 – \d+\/96 đơn vị đã gửi – /,
    )
    expect(evening?.mail.attachments).toEqual([])
    expect(morning?.mail.attachments.map(({ filename }) => filename)).toEqual(['tong-hop-2026-11.xlsx'])
  })

  test('whose digest broke on its way gets it again with the same numbered copy of the Excel, to the byte', async () => {
    const asked: (number | null)[] = []
    const makeFile = async ({ number }: { number: number | null }) => {
      asked.push(number)
      const copy = number ?? asked.length + 6
      return { number: copy, fileName: `so-${copy}.xlsx`, bytes: Buffer.from(`copy ${copy}`) }
    }
    const office = openDesk(database, { url: server.url, now: '2026-11-26T08:00:00+07:00', makeFile })
    const seen: Buffer[] = []
    server.temper.letter = (recipient, count) =>
      recipient === 'dinh.son@sgd.example' && count === 1 ? 'drop' : undefined
    server.temper.seen = raw => seen.push(raw)
    await sendReminders(office, { kind: 'digest-next' })
    office.at('2026-11-26T08:02:00+07:00')
    await sendReminders(office, { kind: 'digest-next' })
    await office.close()
    expect(asked).toEqual([null, 7])
    const same = seen.filter(raw => raw.includes('To: dinh.son@sgd.example'))
    expect(same.length).toBe(2)
    expect(same[0]?.equals(same[1] ?? Buffer.alloc(0))).toBe(true)
  })

  test('reads the month’s sums in its digest, those of the table, beside the month before', async () => {
    const { figuresOf } = openPostOffice({ ...desk, pool: database.pool })
    const office = openDesk(database, { url: server.url, now: '2026-11-25T17:30:00+07:00', figuresOf })
    await sendReminders(office, { kind: 'digest-due' })
    await office.close()
    const { unit_id: officeId } = await unitOf('nguyen.mai@sgd.example')
    const table = await loadConsolidation(desk.db, officeId, asMonth('2026-11'))
    const neither = table?.totals[table.columns.findIndex(({ key }) => key === 'neither')]
    const line = await desk.db
      .selectFrom('reminder')
      .select('extra')
      .where('kind', '=', 'digest-due')
      .where('status', '=', 'sent')
      .executeTakeFirstOrThrow()
    expect(line.extra.figures).toMatchObject([
      { key: 'graduates', now: expect.any(Number), before: expect.any(Number) },
      { key: 'neither', now: neither, before: expect.any(Number) },
      { key: 'unknown', now: expect.any(Number), before: expect.any(Number) },
    ])
    expect(server.taken[0]?.mail.text).toContain(formatNumber(neither ?? -1))
  })

  test('whose Excel cannot be made is tried again, and the communes still get their letters', async () => {
    const makeFile = async () => {
      throw new Error('no table')
    }
    const office = openDesk(database, { url: server.url, now: '2026-11-26T08:00:00+07:00', makeFile })
    const { failed, sent } = await sendReminders(office)
    await office.close()
    expect(failed).toBe(2)
    expect(sent).toBeGreaterThan(20)
    const lines = await desk.db.selectFrom('reminder').selectAll().where('kind', '=', 'digest-next').execute()
    expect(lines).toMatchObject([
      { status: 'failed', last_error: 'no table' },
      { status: 'failed', last_error: 'no table' },
    ])
  })
})

const unitOf = (email: string) =>
  desk.db
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .select('role.unit_id')
    .where('person.email', '=', email)
    .executeTakeFirstOrThrow()

async function addLeader(email: string, unit_id: number): Promise<void> {
  const since = desk.clock()
  const { id: person_id } = await desk.db
    .insertInto('person')
    .values({ email, name: 'Chủ tịch', created_at: since })
    .returning('id')
    .executeTakeFirstOrThrow()
  await desk.db.insertInto('role').values({ person_id, unit_id, role: 'leader', since }).execute()
}

async function reportNow(unitId: number): Promise<void> {
  const { id: edition_id } = await desk.db.selectFrom('form_edition').select('id').executeTakeFirstOrThrow()
  const sent = {
    state: 'submitted' as const,
    current_version: 1,
    first_submitted_at: desk.clock(),
    on_time: true,
  }
  await desk.db
    .insertInto('report')
    .values({ unit_id: unitId, month: '2026-11', edition_id, ...sent })
    .onConflict(conflict => conflict.columns(['unit_id', 'month']).doUpdateSet(sent))
    .execute()
}
