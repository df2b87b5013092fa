import { deleteExpired } from '../../src/people/expired.store.ts'
import { lastTick, recordTick } from '../../src/reminders/tick.store.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.drop())

const at = (time: string) => new Date(`2026-11-25T${time}:00+07:00`)
const tickAt = (time: string, over = {}) =>
  recordTick(database.db, {
    job: 'reminders',
    startedAt: at(time),
    finishedAt: at(time),
    sent: 0,
    skipped: 0,
    failed: 0,
    error: null,
    ...over,
  })

test('a tick that did nothing is kept once an hour; one that did something, or went wrong, always', async () => {
  await tickAt('08:00')
  for (const minute of ['08:01', '08:30', '08:59']) await tickAt(minute)
  await tickAt('08:31', { sent: 3 })
  await tickAt('08:32', { error: 'database gone' })
  await tickAt('09:31')
  await tickAt('09:32')
  const rows = await database.db.selectFrom('tick').select('started_at').orderBy('id').execute()
  expect(rows.map(it => it.started_at)).toEqual([at('08:00'), at('08:31'), at('08:32'), at('09:32')])
  expect(await lastTick(database.db, 'reminders')).toMatchObject({ startedAt: at('09:32'), sent: 0 })
  expect(await lastTick(database.db, 'cleaning')).toBeNull()
})

test('the night throws away what has run out, and nothing else', async () => {
  const { db } = database
  await db
    .insertInto('session')
    .values([
      { sid: 'old', sess: '{}', expire: at('01:00') },
      { sid: 'young', sess: '{}', expire: at('10:00') },
    ])
    .execute()
  expect(await deleteExpired(db, at('02:15'))).toBe(1)
  const left = await db.selectFrom('session').select('sid').execute()
  expect(left).toEqual([{ sid: 'young' }])
})
