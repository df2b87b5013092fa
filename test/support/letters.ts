import type { Db } from '../../src/db/database.ts'
import type { CommuneFacts } from '../../src/reminders/letter.rules.ts'
import { linkOf } from '../../src/reminders/letter-link.rules.ts'
import type { NumberedLine } from '../../src/reminders/reminder.mail.ts'
import { yLan } from './reminders.ts'

export const DUE = '2026-11-25T17:00:00+07:00'

/** What a letter to Xã Đăk Kôi says three working days before November's due date; what a test says of it is laid over. */
export const factsOf = (over: Partial<CommuneFacts> = {}): CommuneFacts => ({
  to: 'commune',
  unitName: 'UBND xã Đăk Kôi',
  cutOff: '2026-11-14',
  due: DUE,
  dueBecause: null,
  state: 'missing',
  left: 3,
  overdue: false,
  office: 'Sở GD&ĐT Quảng Ngãi',
  officeId: 12,
  contact: 'Nguyễn Thị Mai, 0255 3 000 000, nguyen.mai@sgd.example',
  replyTo: 'nguyen.mai@sgd.example',
  note: null,
  by: null,
  ...over,
})

export const lineOf = (over: Partial<NumberedLine> = {}): NumberedLine => ({
  id: 7,
  unitId: 3,
  month: '2026-11',
  kind: 'before-3',
  recipient: yLan,
  ...over,
})

type Sent = { at: string; recipient?: string; kind?: string; month?: string; facts?: Partial<CommuneFacts> }

/** A letter to Xã Đăk Kôi as the ledger has it after it left; answers its line and the path of its link. */
export async function sentLetter(db: Db, sent: Sent, secret: string) {
  const { recipient = yLan, kind = 'before-3', month = '2026-11', facts = {} } = sent
  const at = new Date(sent.at)
  const unit = await db
    .selectFrom('unit')
    .innerJoin('unit_name as n', 'n.unit_id', 'unit.id')
    .select('unit.id')
    .where('n.full_name', '=', 'Xã Đăk Kôi')
    .where('unit.valid_until', 'is', null)
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('reminder')
    .values({
      unit_id: unit.id,
      month,
      kind,
      recipient,
      status: 'sent',
      because: 'test',
      planned_at: at,
      decided_at: at,
      sent_at: at,
      extra: JSON.stringify(factsOf(facts)),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const path = linkOf({ id, recipient }, { publicUrl: '', secret })
  return { id, unitId: unit.id, path, form: `/reports/${unit.id}/${month}` }
}
