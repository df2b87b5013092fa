import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { decideReminders } from '../../src/reminders/decide-reminders.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'
import { type MailServer, openDesk, openMailServer } from '../support/post.ts'
import { programs } from '../support/programs.ts'

const DUE_MORNING = '2026-11-25T08:00:00+07:00'

let database: TestDatabase
let server: MailServer
const children: ChildProcess[] = []

beforeEach(async () => {
  database = await openTestDatabase('world')
  server = await openMailServer()
})
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await server.close()
  await database.drop()
})

/** A process that runs the mail whenever it is told a moment. */
async function startProcess(): Promise<ChildProcess> {
  const child = fork(path.join(await programs(), 'test/support/mail-run.js'), [database.url, server.url], {
    execArgv: [],
  })
  children.push(child)
  await once(child, 'message')
  return child
}

async function startRun(): Promise<ChildProcess> {
  const child = await startProcess()
  child.send(DUE_MORNING)
  return child
}

/** All of them at the same moment. */
const tick = (processes: ChildProcess[], now: string) =>
  Promise.all(
    processes.map(child => {
      child.send(now)
      return once(child, 'message')
    }),
  )

/** Resolves when the server holds the nth letter, not yet answered; it answers those once `answer` is called. */
function holdFrom(nth: number): { held: Promise<void>; answer: () => void } {
  let count = 0
  let reached = () => {}
  let answer = () => {}
  const held = new Promise<void>(resolve => {
    reached = resolve
  })
  const gate = new Promise<void>(resolve => {
    answer = resolve
  })
  server.temper.letter = () => {
    count += 1
    if (count < nth) return undefined
    if (count === nth) reached()
    return gate
  }
  return { held, answer: () => answer() }
}

async function owedAt(iso: string): Promise<string[]> {
  const decided = await decideReminders(database.db, { now: new Date(iso) })
  return decided.filter(({ decision }) => decision === 'send').map(({ recipient }) => recipient)
}

async function runAt(iso: string): Promise<number> {
  const desk = openDesk(database, { url: server.url, now: iso })
  const { sent } = await sendReminders(desk)
  await desk.close()
  return sent
}

test('kill -9 between the claim, the server’s 250 and the record: everybody gets the letter, at most ten get it twice, and then it is the same to the byte', async () => {
  const owed = await owedAt(DUE_MORNING)
  const { held, answer } = holdFrom(8)
  const child = await startRun()
  await held
  child.kill('SIGKILL')
  await once(child, 'exit')
  // The letters in the server's hands when the process died were taken; nobody was there to hear it.
  answer()
  server.temper.letter = () => undefined
  expect(await runAt('2026-11-25T08:05:00+07:00')).toBe(0)
  await runAt('2026-11-25T08:16:00+07:00')

  expect([...new Set(server.taken.map(({ to }) => to))].sort()).toEqual([...owed].sort())
  const twice = server.taken.length - owed.length
  expect(twice).toBeLessThanOrEqual(10)
  for (const { to, mail } of server.taken) {
    const same = server.taken.filter(it => it.to === to)
    expect(new Set(same.map(it => it.mail.messageId))).toEqual(new Set([mail.messageId]))
    expect(new Set(same.map(it => it.raw.toString('latin1'))).size).toBe(1)
    expect(same.length).toBeLessThanOrEqual(2)
  }
  expect(await owedAt('2026-11-25T08:17:00+07:00')).toEqual([])
})

test('SIGTERM in the middle of a mail run: letters under way are finished and recorded, the others leave with the next run at once', async () => {
  const owed = await owedAt(DUE_MORNING)
  const { held, answer } = holdFrom(3)
  const child = await startRun()
  await held
  child.kill('SIGTERM')
  answer()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  const before = server.taken.length
  expect(before).toBeLessThan(owed.length)

  expect(await runAt('2026-11-25T08:01:00+07:00')).toBe(owed.length - before)
  expect(server.taken.map(({ to }) => to).sort()).toEqual([...owed].sort())
})

test('two processes ticking in the same minute, and five the next morning: no letter twice, none missing', async () => {
  const five = await Promise.all(Array.from({ length: 5 }, startProcess))
  for (const [processes, now] of [
    [five.slice(0, 2), DUE_MORNING],
    [five, '2026-11-26T08:00:00+07:00'],
  ] as const) {
    const owed = await owedAt(now)
    server.taken.length = 0
    await tick([...processes], now)
    expect(server.taken.map(({ to }) => to).sort()).toEqual([...owed].sort())
  }
})
