import type { Generated } from 'kysely'
import type { RoleName } from '../people/access.rules.ts'
import type { ReportState } from '../reports/report.rules.ts'
import type { DeskTables } from './schema-desk.ts'
import type { FileTables } from './schema-files.ts'
import type { Json, ReminderTables } from './schema-reminders.ts'

/** The tables as Kysely sees them; `migrations/schema.txt` is the same for people, kept true by a test. */
export type Schema = ReminderTables &
  FileTables &
  DeskTables & {
    unit: UnitTable
    unit_name: UnitNameTable
    unit_parent: UnitParentTable
    succession: SuccessionTable
    office: { unit_id: number; settings: Json }
    holiday: HolidayTable
    month_rule: MonthRuleTable
    extension: ExtensionTable
    person: PersonTable
    role: RoleTable
    invitation: InvitationTable
    sign_in_link: SignInLinkTable
    session: { sid: string; sess: Json; expire: Date }
    audit: AuditTable
    form_edition: FormEditionTable
    report: ReportTable
    report_version: ReportVersionTable
    trial: { one: Generated<boolean>; day: string }
  }

type UnitTable = {
  id: Generated<number>
  kind: 'commune' | 'office'
  code: string
  valid_from: string
  valid_until: string | null
}

type UnitNameTable = {
  unit_id: number
  valid_from: string
  type: string
  name: string
  full_name: string
  search: string
}

type UnitParentTable = { unit_id: number; parent_id: number; valid_from: string; valid_until: string | null }

type SuccessionTable = {
  predecessor_id: number
  successor_id: number
  effective_month: string
  divided: Generated<boolean>
  document: Generated<string>
}

type HolidayTable = {
  id: Generated<number>
  office_id: number | null
  day: string
  kind: 'off' | 'work'
  name: string
  source: Generated<string>
  status: Generated<'verified' | 'provisional'>
}

type MonthRuleTable = {
  office_id: number
  month: string
  due_at: Date | null
  cut_off: string | null
  locked_at: Date | null
  reopened_until: Date | null
  reason: Generated<string>
}

type ExtensionTable = {
  id: Generated<number>
  unit_id: number
  month: string
  until: Date
  reason: string
  granted_by: number
  granted_at: Date
  opens_only: Generated<boolean>
  withdrawn_at: Date | null
  withdrawn_by_name: string | null
  withdrawn_reason: string | null
}

type PersonTable = {
  id: Generated<number>
  email: string
  name: string
  position: Generated<string>
  phone: Generated<string>
  password_hash: string | null
  active: Generated<boolean>
  created_at: Date
  last_sign_in_at: Date | null
}

type RoleTable = {
  id: Generated<number>
  person_id: number
  unit_id: number
  role: RoleName
  since: Date
  ended_at: Date | null
  until: Generated<Date | null>
  covers: Generated<number | null>
}

type InvitationTable = {
  id: Generated<number>
  person_id: number
  code_hash: Buffer
  created_by: number | null
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
}

type SignInLinkTable = {
  id: Generated<number>
  token_hash: Buffer
  person_id: number
  target: Generated<string>
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

type AuditTable = {
  id: Generated<number>
  at: Date
  actor_id: number | null
  actor_name: string
  act: string
  unit_id: number | null
  month: string | null
  detail: Json
}

type FormEditionTable = {
  id: Generated<number>
  code: string
  effective_from: string
  definition: Json
  published_at: Date
  published_by_name: Generated<string>
  note: Generated<string>
}

type ReportTable = {
  id: Generated<number>
  unit_id: number
  month: string
  edition_id: number
  state: ReportState
  draft: Json | null
  draft_revision: Generated<number>
  draft_saved_by: number | null
  draft_saved_at: Date | null
  current_version: number | null
  first_submitted_at: Date | null
  on_time: boolean | null
  decided_by: number | null
  decided_at: Date | null
  return_reason: string | null
}

type ReportVersionTable = {
  id: Generated<number>
  report_id: number
  number: number
  receipt: string
  figures: Json
  texts: Json
  explanations: Json
  warnings: Json
  nil: Generated<boolean>
  reason: Generated<string>
  request_key: string
  submitted_by: number
  submitted_by_name: string
  submitted_at: Date
  source: Generated<'form' | 'excel' | 'office'>
}
