import cron from 'node-cron'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { MailRefused } from '../../src/mail/mailer.ts'
import { deleteExpired } from '../../src/people/expired.store.ts'
import { readRuns, recordTick, type Tick } from '../../src/reminders/tick.store.ts'
import type { WatchFacts } from '../../src/reminders/watch.rules.ts'
import { claimWatch, queueWatch } from '../../src/reminders/watch.store.ts'
import type { Deps } from '../../src/web/deps.ts'
import { type Started, startedJobs } from '../support/jobs.ts'
import { openPortal, type Portal } from '../support/portal.ts'

const QUAN = 'quan.tri@sgd.example'
const MORNING = '2026-11-26T08:00:00+07:00'
const SILENT = '[Ngày 25] Máy nhắc đã ngừng 2 giờ làm việc, từ 08:00 26/11/2026'

let portal: Portal
let send: Portal['inbox']['send']
let started: Started[] = []
beforeAll(async () => {
  portal = await openPortal(MORNING, 'world')
  send = portal.inbox.send
  // One administrator is told here; that each is, is what the 300 further down are for.
  await portal.pool.query(`update role set role = 'officer' where role = 'admin'
    and person_id <> (select id from person where email = '${QUAN}')`)
})
afterAll(() => portal.close())
beforeEach(async () => {
  portal.at(MORNING)
  portal.inbox.letters.length = 0
  Object.assign(portal.inbox, { send, refuse: null })
  for (const table of ['tick', 'reminder', 'session', 'mail_preview'])
    await portal.pool.query(`delete from ${table}`)
})
afterEach(async () => {
  await Promise.all(started.map(({ stop }) => stop()))
  started = []
})

const at = (time: string) => new Date(`2026-11-26T${time}:00+07:00`)
function start(over: Partial<Deps> = {}): Started {
  const jobs = startedJobs({ ...portal, ...over })
  started.push(jobs)
  return jobs
}
const webOnly = () => ({ ...portal.config, jobs: false })
const tickAt = (time: string, over: Partial<Tick> = {}) =>
  recordTick(portal.db, {
    job: 'reminders',
    startedAt: at(time),
    finishedAt: at(time),
    decided: 9,
    sent: 0,
    skipped: 0,
    failed: 0,
    error: null,
    detail: {},
    ...over,
  })
const runs = (job = 'reminders') => readRuns(portal.db, job, at('23:00'))
const lettersTo = (email: string) => portal.inbox.letters.filter(({ to }) => to === email)

async function officeId(): Promise<number> {
  const { id } = await portal.db
    .selectFrom('unit')
    .select('id')
    .where('code', '=', '51')
    .where('kind', '=', 'office')
    .executeTakeFirstOrThrow()
  return id
}

describe('the timetable', () => {
  test('ticks, watches, keeps copies and cleans; and reads the mailbox where there is one', async () => {
    expect(start().names).toEqual(['heartbeat', 'reminders', 'watch', 'terms', 'copies', 'seals', 'cleaning'])
    const config = { ...portal.config, imapUrl: 'imap://ngay25:x@127.0.0.1:1/INBOX' }
    expect(start({ config }).names).toContain('mailbox')
  })

  test('a process that only answers requests shows that it lives, and watches still', () => {
    expect(start({ config: webOnly() }).names).toEqual(['heartbeat', 'watch'])
  })

  test('is gone when the jobs have stopped', async () => {
    const before = cron.getTasks().size
    const jobs = startedJobs(portal)
    expect(cron.getTasks().size).toBe(before + 7)
    await jobs.stop()
    expect(cron.getTasks().size).toBe(before)
  })

  test('a tick sends what is owed and keeps account of it', async () => {
    const jobs = start()
    await jobs.run('reminders')
    const tick = (await runs()).last
    expect(tick?.sent).toBe(portal.inbox.letters.length)
    expect(tick?.sent).toBeGreaterThan(10)
    expect(tick?.decided).toBeGreaterThan(tick?.sent ?? 0)
    expect(tick?.detail).toMatchObject({ owed: tick?.sent, failing: 0 })
    await jobs.run('reminders')
    expect((await runs()).last?.sent).toBe(0)
  })

  test('a run that goes wrong is written down, and the next one comes', async () => {
    const jobs = start()
    await portal.pool.query('alter table reminder rename to reminder_away')
    await jobs.run('reminders')
    expect((await runs()).last?.error).toContain('"reminder" does not exist')
    await portal.pool.query('alter table reminder_away rename to reminder')
    portal.at('2026-11-26T08:01:00+07:00')
    await jobs.run('reminders')
    expect((await runs()).last?.error).toBeNull()
  })

  test('a slow run is not joined by a second one', async () => {
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    const begun = new Promise<void>(resolve => {
      portal.inbox.send = async letter => {
        resolve()
        await held
        portal.inbox.letters.push(letter)
      }
    })
    const jobs = start()
    const first = jobs.run('reminders')
    await begun
    await jobs.run('reminders')
    expect((await runs()).last).toBeNull()
    release()
    await first
    expect((await runs()).last?.runs).toBe(1)
  })
})

describe('what is kept of runs', () => {
  test('those that did nothing share a row for an hour, whose end moves on; one that did something has its own', async () => {
    for (const minute of ['08:00', '08:01', '08:30']) await tickAt(minute)
    await tickAt('08:31', { sent: 3 })
    await tickAt('08:32', { error: 'database gone' })
    await tickAt('08:33')
    await tickAt('08:34', { error: 'database gone' })
    await tickAt('09:01')
    const rows = await portal.db
      .selectFrom('tick')
      .select(['started_at', 'finished_at'])
      .orderBy('id')
      .execute()
    expect(rows.map(it => [it.started_at, it.finished_at])).toEqual([
      [at('08:00'), at('08:33')],
      [at('08:31'), at('08:31')],
      [at('08:32'), at('08:34')],
      [at('09:01'), at('09:01')],
    ])
    expect((await runs()).last).toMatchObject({ finishedAt: at('09:01'), runs: 1 })
    expect((await runs()).busy).toMatchObject({ sent: 3 })
    expect((await runs('cleaning')).last).toBeNull()
  })

  test('the night throws away what has run out: sessions, runs of 90 days ago, the trial’s letters of 30 days ago', async () => {
    const { db } = portal
    const row = { sess: '{}', expire: at('01:00') }
    await db
      .insertInto('session')
      .values([
        { sid: 'old', ...row },
        { sid: 'young', sess: '{}', expire: at('10:00') },
      ])
      .execute()
    await tickAt('08:00', {
      startedAt: new Date('2026-08-20T08:00:00+07:00'),
      finishedAt: new Date('2026-08-20T08:00:00+07:00'),
    })
    await tickAt('07:00')
    const letter = { recipient: QUAN, subject: 's', message_id: 'm', raw: Buffer.from('') }
    const previews = (count: number, day: string) =>
      db
        .insertInto('mail_preview')
        .values(Array.from({ length: count }, () => ({ ...letter, at: new Date(`${day}T08:00:00+07:00`) })))
        .execute()
    const left = async () => (await db.selectFrom('mail_preview').select('id').execute()).length
    const jobs = start()
    await previews(3, '2026-09-01')
    await jobs.run('cleaning')
    expect(await db.selectFrom('session').select('sid').execute()).toEqual([{ sid: 'young' }])
    const days = await db.selectFrom('tick').select('started_at').where('job', '=', 'reminders').execute()
    expect(days).toEqual([{ started_at: at('07:00') }])
    expect(await left()).toBe(3)
    await previews(1001, '2026-11-26')
    await jobs.run('cleaning')
    expect(await left()).toBe(1001)
    expect(await deleteExpired(db, at('02:15'))).toBe(0)
  })
})

describe('the watchdog', () => {
  test('tells each administrator once, however many processes watch, when nothing ran for two working hours', async () => {
    await tickAt('08:00')
    const five = Array.from({ length: 5 }, () => start({ config: webOnly() }))
    portal.at('2026-11-26T09:59:00+07:00')
    await Promise.all(five.map(({ run }) => run('watch')))
    expect(portal.inbox.letters).toEqual([])
    portal.at('2026-11-26T10:00:00+07:00')
    await Promise.all(five.map(({ run }) => run('watch')))
    portal.at('2026-11-26T10:10:00+07:00')
    await Promise.all(five.map(({ run }) => run('watch')))
    expect(portal.inbox.letters.map(({ to, subject }) => [to, subject])).toEqual([[QUAN, SILENT]])
    const { text } = portal.inbox.letters[0] ?? {}
    expect(text).toContain('Không có lỗi nào được ghi')
    expect(Number(/lẽ ra phải gửi đến lúc này: (\d+)\./.exec(text ?? '')?.[1])).toBeGreaterThan(10)
  })

  test('gives each of its letters to one process, though many ask at once', async () => {
    const admin = { officeId: await officeId(), messageId: '' }
    const to = Array.from({ length: 300 }, (_, n) => ({ ...admin, email: `quan-tri-${n}@sgd.example` }))
    const facts: WatchFacts = {
      to: 'watch',
      what: 'silent',
      since: '2026-11-26T08:00:00+07:00',
      at: '2026-11-26T10:00:00+07:00',
      minutes: 120,
      error: null,
      owed: 3,
    }
    await queueWatch(
      portal.db,
      { kind: 'watch:silent:x', month: asMonth('2026-11'), because: '', facts, to },
      at('10:00'),
    )
    const claims = await Promise.all(Array.from({ length: 5 }, () => claimWatch(portal.db, at('10:00'))))
    expect(claims.flat()).toHaveLength(300)
  })

  test('is heard from the process whose own ticks fail, and says what they stumble over', async () => {
    const jobs = start()
    await tickAt('08:00')
    await portal.pool.query('alter table reminder_plan rename to plan_away')
    portal.at('2026-11-26T10:00:00+07:00')
    await jobs.run('reminders')
    await jobs.run('watch')
    await portal.pool.query('alter table plan_away rename to reminder_plan')
    const [letter] = portal.inbox.letters
    expect(letter?.subject).toBe(SILENT)
    expect(letter?.text).toContain('"reminder_plan" does not exist')
    expect(letter?.text).not.toContain('lẽ ra')
  })

  test('a letter that does not leave is tried again; a run of the reminders meanwhile ends it', async () => {
    await tickAt('08:00')
    const jobs = start({ config: webOnly() })
    portal.inbox.refuse = () => new MailRefused('451 later', false)
    portal.at('2026-11-26T10:00:00+07:00')
    await jobs.run('watch')
    const line = () =>
      portal.db
        .selectFrom('reminder')
        .select(['status', 'attempts', 'recipient'])
        .where('kind', 'like', 'watch:%')
        .execute()
    expect(await line()).toEqual([{ status: 'failed', attempts: 1, recipient: QUAN }])
    portal.at('2026-11-26T10:10:00+07:00')
    await jobs.run('watch')
    expect(await line()).toEqual([{ status: 'failed', attempts: 2, recipient: QUAN }])
    await tickAt('10:15')
    portal.inbox.refuse = null
    portal.at('2026-11-26T10:20:00+07:00')
    await jobs.run('watch')
    expect(await line()).toEqual([{ status: 'skipped', attempts: 2, recipient: QUAN }])
    expect(portal.inbox.letters).toEqual([])
  })

  test('waits from its own first run where nothing has ever ticked', async () => {
    const jobs = start({ config: webOnly() })
    await jobs.run('watch')
    portal.at('2026-11-26T09:50:00+07:00')
    await jobs.run('watch')
    expect(portal.inbox.letters).toEqual([])
    portal.at('2026-11-26T10:10:00+07:00')
    await jobs.run('watch')
    expect(lettersTo(QUAN)).toHaveLength(1)
  })
})

describe('a clock that had gone wrong', () => {
  test('hides no silence: runs that lie in the future do not count', async () => {
    await tickAt('08:00')
    const next = new Date('2027-11-26T08:00:00+07:00')
    await tickAt('08:00', { startedAt: next, finishedAt: next })
    portal.at('2026-11-26T10:00:00+07:00')
    await start({ config: webOnly() }).run('watch')
    expect(lettersTo(QUAN)).toHaveLength(1)
  })
})

describe('after three days of downtime', () => {
  test('the first run says what it caught up on: in its row, on the page, and to the administrators, once', async () => {
    await tickAt('08:00', {
      startedAt: new Date('2026-11-23T08:00:00+07:00'),
      finishedAt: new Date('2026-11-23T08:00:00+07:00'),
    })
    const two = [start(), start()]
    await Promise.all(two.map(({ run }) => run('reminders')))
    portal.at('2026-11-26T08:01:00+07:00')
    await Promise.all(two.map(({ run }) => run('reminders')))

    const rows = await portal.db
      .selectFrom('tick')
      .select('detail')
      .where('job', '=', 'reminders')
      .orderBy('id', 'desc')
      .execute()
    const caughtUp = rows.map(({ detail }) => detail.caughtUp).filter(it => it !== undefined)
    expect(caughtUp[0]).toMatchObject({
      from: '2026-11-23T08:00:00+07:00',
      until: '2026-11-26T08:00:00+07:00',
    })
    expect(caughtUp[0].sent).toBeGreaterThan(10)
    expect(caughtUp[0].skipped).toBeGreaterThan(10)
    const told = lettersTo(QUAN).filter(({ subject }) => subject.includes('chạy lại'))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('Máy nhắc đã nghỉ từ 08:00 23/11/2026 đến 08:00 26/11/2026; đã gửi bù ')

    const mai = portal.agent()
    await mai.signIn('nguyen.mai@sgd.example')
    const page = (await mai.get(`/reminders/${await officeId()}`)).text
    expect(page).toContain('Máy nhắc đã nghỉ từ 08:00 23/11/2026 đến 08:00 26/11/2026')
    expect(page).toMatch(
      /Máy nhắc chạy lần cuối lúc 08:01 26\/11\/2026, xét \d+ dòng toàn Cổng: không có gì phải gửi/,
    )
  })

  test('when nothing was owed meanwhile only those are told who had been told of the silence', async () => {
    const jobs = start()
    await jobs.run('reminders')
    portal.inbox.letters.length = 0
    portal.at('2026-11-26T11:00:00+07:00')
    await jobs.run('reminders')
    expect((await runs()).last?.detail.caughtUp).toMatchObject({ sent: 0, skipped: 0, queued: 0 })
    expect(portal.inbox.letters).toEqual([])
    portal.at('2026-11-26T13:00:00+07:00')
    await jobs.run('watch')
    await jobs.run('reminders')
    expect(portal.inbox.letters.map(({ subject }) => subject)).toEqual([
      '[Ngày 25] Máy nhắc đã ngừng 2 giờ làm việc, từ 11:00 26/11/2026',
      '[Ngày 25] Máy nhắc đã chạy lại: gửi bù 0, bỏ qua 0, còn chờ 0',
    ])
  })

  test('nothing is told after a night or a holiday', async () => {
    await tickAt('08:00', {
      startedAt: new Date('2026-11-25T17:00:00+07:00'),
      finishedAt: new Date('2026-11-25T17:00:00+07:00'),
    })
    await start().run('reminders')
    expect(lettersTo(QUAN)).toEqual([])
    expect((await runs()).last?.detail.caughtUp).toBeUndefined()
  })
})
