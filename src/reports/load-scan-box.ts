import type { Db } from '../db/database.ts'
import { type ScanBox, scanBox } from './scan.rules.ts'
import { listScans, sentReportId } from './scan.store.ts'

type Asked = ScanBox & { unitId: number; month: string }

/** The signed papers beside a commune's report; null before there is anything to sign. */
export async function loadScanBox(db: Db, { unitId, month, ...box }: Asked) {
  const reportId = await sentReportId(db, unitId, month)
  return reportId === null ? null : scanBox(await listScans(db, { reportId }), box)
}
