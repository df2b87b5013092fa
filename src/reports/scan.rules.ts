import { say } from '../words/all.ts'
import { formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { ScanRefusal, ScanType } from './scan-kind.rules.ts'

/** A signed paper on file, without its bytes. One withdrawn has no bytes any more; that it was there stays. */
export type Scan = {
  id: number
  fileName: string
  type: ScanType
  /** Bytes. */
  size: number
  addedBy: string
  addedAt: Date
  withdrawn: { by: string; at: Date; reason: string } | null
}

/** As many as may stand beside one paper: its pages one by one, photographed. */
export const MOST_SCANS = 20

/** As security.ts lets in at addresses that end in '/scans'. */
export const SCAN_MEGABYTES = 10

export type ScanBox = {
  path: string
  lang: Lang
  mayAdd: boolean
  open?: boolean
  refusal?: ScanRefusal | null
}

/** The model of views/partials/scans: what is on file beside a paper. `path` is the paper's own address. */
export function scanBox(
  scans: readonly Scan[],
  { path, lang, mayAdd, open = false, refusal = null }: ScanBox,
) {
  return {
    lines: scans.map(scan => scanLine(scan, { path, lang, mayAdd })),
    action: mayAdd ? `${path}/scans` : null,
    hint: say(lang, 'scan.hint', { most: SCAN_MEGABYTES }),
    open,
    error: refusal && say(lang, `scan.refusal.${refusal}`, { most: MOST_SCANS }),
  }
}

function scanLine(scan: Scan, { path, lang, mayAdd }: ScanBox) {
  const { id, fileName, size, addedBy, addedAt, withdrawn } = scan
  const kept = withdrawn === null
  return {
    name: fileName,
    href: kept ? `${path}/scans/${id}` : null,
    meta: say(lang, 'scan.meta', { by: addedBy, at: formatTime(addedAt), size: sizeOf(size, lang) }),
    withdrawn:
      withdrawn &&
      say(lang, 'scan.withdrawn', {
        by: withdrawn.by,
        at: formatTime(withdrawn.at),
        reason: withdrawn.reason,
      }),
    withdrawHref: kept && mayAdd ? `${path}/scans/${id}/withdraw` : null,
  }
}

const KILOBYTE = 1024

/** In kB, from 1 MB on in MB with one digit after the comma. */
function sizeOf(bytes: number, lang: Lang): string {
  if (bytes < KILOBYTE * KILOBYTE)
    return say(lang, 'scan.kilobytes', { size: formatNumber(Math.max(1, Math.round(bytes / KILOBYTE))) })
  return say(lang, 'scan.megabytes', {
    size: formatNumber(Math.round((bytes / KILOBYTE / KILOBYTE) * 10) / 10),
  })
}
