import type { Generated } from 'kysely'
import type { Json } from './schema-reminders.ts'

/** The tables of official files: targets, papers, scans, dispatched copies, uploads. */
export type FileTables = {
  target: TargetTable
  paper_text: PaperTextTable
  snapshot_file: { sha256: string; bytes: Buffer }
  snapshot: SnapshotTable
  scan_file: { sha256: string; type: ScanType; bytes: Buffer }
  scan: ScanTable
  dispatch: DispatchTable
  upload: UploadTable
  column_match: { unit_id: number; fingerprint: string; match: Json; by: number; at: Date }
}

type TargetTable = {
  unit_id: number
  school_year: string
  measure: string
  /** numeric: text as PostgreSQL gives it. */
  percent: string | number
  source: Generated<string>
  set_by: number | null
  set_by_name: string
  set_at: Date
}

type PaperTextTable = {
  id: Generated<number>
  office_id: number
  kind: string
  text: string
  by: number | null
  by_name: string
  at: Date
}

type SnapshotTable = {
  id: Generated<number>
  office_id: number
  period: string
  number: number
  made_by: number | null
  made_by_name: string
  made_at: Date
  file_name: string
  table_hash: string
  content: Json
  sha256: string
  automatic: Generated<boolean>
  format: Generated<'xlsx' | 'docx'>
}

type ScanType = 'pdf' | 'jpeg' | 'png'

type Withdrawal = {
  withdrawn_at: Date | null
  withdrawn_by_name: string | null
  withdrawn_reason: string | null
}

type ScanTable = Withdrawal & {
  id: Generated<number>
  report_id: number | null
  snapshot_id: number | null
  file_name: string
  type: ScanType
  size: number
  sha256: string
  added_by: number
  added_by_name: string
  added_at: Date
}

type DispatchTable = Withdrawal & {
  id: Generated<number>
  snapshot_id: number
  office_id: number
  period: string
  document_number: string
  document_date: string
  by: number
  by_name: string
  at: Date
}

type UploadTable = {
  id: string
  person_id: number
  unit_id: number
  month: string
  kind: 'template' | 'table'
  file_name: string
  content: Json
  created_at: Date
  expires_at: Date
  applied_at: Date | null
}
