import { sql } from 'kysely'
import { openPreview } from '../../src/mail/preview.ts'
import { setUp } from '../../src/open-deps.ts'
import { lettersOnly } from '../../src/reminders/send-line.ts'
import { fillTrial } from '../../src/trial/fill-trial.ts'
import { loadViews } from '../../src/web/views.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { WORLD_MORNING } from '../support/world.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'template')
  await setUp(portal.db, portal.clock())
  await fillTrial(portal.db, portal.clock(), trx => ({
    ...portal,
    db: trx,
    mailer: openPreview(trx, 'Ngày 25 <ngay25@localhost>'),
    ...lettersOnly,
    views: loadViews(),
  }))
}, 60_000)
afterAll(() => portal.close())

const count = async (question: ReturnType<typeof sql<{ n: number }>>) =>
  Number((await question.execute(portal.db)).rows[0]?.n)

describe('the trial has lived its running month', () => {
  it('has reminded communes that reported only afterwards', async () => {
    const reminded = sql<{ n: number }>`select count(distinct m.unit_id) as n from reminder m
      join report r using (unit_id, month) where m.month = '2026-11' and m.status = 'sent' and m.sent_at < r.first_submitted_at`
    expect(await count(reminded)).toBeGreaterThan(20)
  })

  it('has reminded nobody who had reported already', async () => {
    const late = sql<{ n: number }>`select count(*) as n from reminder m join report r using (unit_id, month)
      where m.month = '2026-11' and m.status = 'sent' and m.kind not like 'returned:%' and m.sent_at > r.first_submitted_at`
    expect(await count(late)).toBe(0)
  })

  it('has every letter of the ledger in the inbox', async () => {
    const sent = await count(sql`select count(*) as n from reminder where status = 'sent'`)
    expect(sent).toBeGreaterThan(100)
    expect(await count(sql`select count(*) as n from mail_preview`)).toBe(sent)
  })

  it('is half reported', async () => {
    const reported = await count(
      sql`select count(*) as n from report where month = '2026-11' and first_submitted_at is not null`,
    )
    expect(reported).toBeGreaterThan(35)
    expect(reported).toBeLessThan(65)
  })
})
