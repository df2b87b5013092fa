import type { Generated, JSONColumnType } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: jsonb, read parsed and written as text; its shape belongs to its feature
export type Json = JSONColumnType<any, string, string>

/** The tables of reminders: plan, ledger, and all that is known of who can be reached, and how. */
export type ReminderTables = {
  reminder_plan: ReminderPlanTable
  reminder_pause: { office_id: number; month: string; reason: string; by: number | null; at: Date }
  reminder: ReminderTable
  delivery_report: DeliveryReportTable
  bounce: {
    person_id: number
    email: string
    at: Date
    code: Generated<string>
    diagnostic: Generated<string>
  }
  call: CallTable
  push_subscription: PushSubscriptionTable
  webhook: { office_id: number; url: string; secret: string; active: Generated<boolean>; changed_at: Date }
  calendar_feed: { person_id: number; token_hash: Buffer; created_at: Date }
  tick: TickTable
  mail_preview: MailPreviewTable
}

type ReminderPlanTable = {
  id: Generated<number>
  office_id: number
  steps: Json
  created_by: number | null
  created_at: Date
  /** The edition that this one takes back. */
  undoes: Generated<number | null>
}

export type ReminderStatus = 'claimed' | 'sent' | 'failed' | 'refused' | 'bounced' | 'skipped'

type ReminderTable = {
  id: Generated<number>
  unit_id: number
  month: string
  kind: string
  recipient: string
  channel: Generated<string>
  status: ReminderStatus
  because: string
  planned_at: Date
  decided_at: Date
  claimed_until: Date | null
  attempts: Generated<number>
  next_try_at: Date | null
  message_id: string | null
  subject: string | null
  extra: Json
  sent_at: Date | null
  last_error: string | null
  opened_at: Date | null
}

type TickTable = {
  id: Generated<number>
  job: string
  started_at: Date
  finished_at: Date | null
  sent: Generated<number>
  skipped: Generated<number>
  failed: Generated<number>
  error: string | null
  decided: Generated<number>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  detail: JSONColumnType<any, string | undefined, string>
}

type MailPreviewTable = {
  id: Generated<number>
  at: Date
  recipient: string
  subject: string
  message_id: string
  raw: Buffer
}

type DeliveryReportTable = {
  id: Generated<number>
  at: Date
  source: 'imap' | 'webhook' | 'smtp'
  message_id: Generated<string>
  recipient: string
  action: 'failed' | 'delayed' | 'delivered'
  code: Generated<string>
  diagnostic: Generated<string>
  reminder_id: number | null
}

type CallTable = {
  id: Generated<number>
  unit_id: number
  month: string
  at: Date
  by: number
  by_name: string
  phone: Generated<string>
  outcome: 'promised' | 'no-answer' | 'wrong-number' | 'handed-on' | 'other'
  note: Generated<string>
}

type PushSubscriptionTable = {
  id: Generated<number>
  person_id: number
  endpoint: string
  p256dh: string
  auth: string
  created_at: Date
  gone_at: Date | null
}
