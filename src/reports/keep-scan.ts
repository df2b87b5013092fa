import { type Act, change } from '../audit/change.ts'
import type { Db } from '../db/database.ts'
import { say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import { MOST_SCANS } from './scan.rules.ts'
import { hashOf, insertScan, lockPaper, type ScanOwner, standingScans, withdrawScan } from './scan.store.ts'
import { type ScanRefusal, scanKind, scanName } from './scan-kind.rules.ts'

/** Whose act it is, beside which paper; `act` says where it is logged, the file is added to its detail. */
export type ScanPress = { owner: ScanOwner; act: Act; by: { id: number; name: string }; now: Date }

export type ScanFile = { bytes: Buffer; name: string }

/** Keeps a signed paper beside what it signs. The same file pressed twice is kept once, and logged once. */
export async function keepScan(
  db: Db,
  { owner, act, by, now }: ScanPress,
  file: ScanFile,
): Promise<ScanRefusal | null> {
  const kind = scanKind(file.bytes)
  if (kind.refusal !== null) return kind.refusal
  const { type } = kind
  const fileName = scanName(clean(file.name), type, say('vi', 'scan.unnamed'))
  const sha256 = hashOf(file.bytes)
  return change<ScanRefusal | null>(db, { actor: by, now }, async trx => {
    await lockPaper(trx, owner)
    const { count, there } = await standingScans(trx, owner, sha256)
    if (there) return { result: null, act: null }
    if (count >= MOST_SCANS) return { result: 'many', act: null }
    await insertScan(trx, { owner, fileName, type, bytes: file.bytes, sha256, by, now })
    return { result: null, act: { ...act, detail: { ...act.detail, file: fileName, sha256 } } }
  })
}

/** Takes a scan back with a reason; false when it has been taken back already. */
export const takeBackScan = (
  db: Db,
  { owner, act, by, now }: ScanPress,
  { id, reason }: { id: number; reason: string },
): Promise<boolean> =>
  change(db, { actor: by, now }, async trx => {
    const gone = await withdrawScan(trx, { owner, id, reason, by: by.name, now })
    if (!gone) return { result: false, act: null }
    const detail = { ...act.detail, file: gone.fileName, sha256: gone.sha256, reason }
    return { result: true, act: { ...act, detail } }
  })
