import type { Generated } from 'kysely'
import type { Json } from './schema-reminders.ts'

/** The tables of the office's desk: units through time, rules by month, requests, remarks, drafts, the audit's chain. */
export type DeskTables = {
  unit_change: UnitChangeTable
  unit_trait: UnitTraitTable
  office_rule: OfficeRuleTable
  extension_request: ExtensionRequestTable
  heartbeat: { one: Generated<boolean>; at: Date }
  outage: OutageTable
  remark: RemarkTable
  school_count: SchoolCountTable
  edition_draft: EditionDraftTable
  handover_note: HandoverNoteTable
  audit_chain: { seq: number; audit_id: number; hash: Buffer }
}

type UnitChangeTable = {
  id: Generated<number>
  kind: 'merge' | 'split' | 'rename' | 'move' | 'close' | 'found'
  office_id: number
  effective_month: string
  document: string
  asked: Json
  effects: Json
  by: number | null
  by_name: string
  at: Date
  undone_at: Date | null
  undone_by_name: string | null
  undone_reason: string | null
}

type UnitTraitTable = {
  unit_id: number
  trait: 'special-difficulty'
  valid_from: string
  valid_until: string | null
  document: Generated<string>
}

type OfficeRuleTable = {
  office_id: number
  valid_from: string
  settings: Json
  by: number | null
  by_name: string
  at: Date
}

type ExtensionRequestTable = {
  id: Generated<number>
  unit_id: number
  month: string
  kind: 'extension' | 'unlock'
  wished_until: Date
  reason: string
  by: number
  by_name: string
  at: Date
  answer: 'granted' | 'refused' | 'withdrawn' | null
  answer_reason: Generated<string>
  answered_by_name: string | null
  answered_at: Date | null
  extension_id: number | null
}

type OutageTable = {
  id: Generated<number>
  from_at: Date
  until_at: Date
  counts: boolean
  reason: Generated<string>
  by: number | null
  by_name: string
  at: Date
}

type RemarkTable = {
  id: Generated<number>
  report_id: number
  version: number | null
  field: Generated<string>
  kind: 'return' | 'question' | 'answer' | 'note'
  side: 'office' | 'commune'
  text: string
  by: number
  by_name: string
  at: Date
  settled_at: Date | null
  settled_by_name: string | null
}

type SchoolCountTable = {
  unit_id: number
  cohort: number
  graduates: number
  source: Generated<string>
  set_by: number | null
  set_by_name: string
  set_at: Date
}

type EditionDraftTable = {
  id: Generated<number>
  office_id: number
  based_on: number
  definition: Json
  revision: Generated<number>
  by: number | null
  by_name: string
  at: Date
  published_id: number | null
  discarded_at: Date | null
}

type HandoverNoteTable = {
  id: Generated<number>
  unit_id: number
  text: string
  by: number
  by_name: string
  at: Date
}
