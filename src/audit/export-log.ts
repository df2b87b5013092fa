import { isoVietnam } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { CSV_MARK, csvLine } from '../files/csv.rules.ts'
import { type AuditLine, actorOf, sentenceOf } from './audit.rules.ts'
import { type AuditAsked, findAudit } from './audit.store.ts'
import { type Change, change } from './change.ts'

/** Which lines: an office's with the page's filters, or with `asked` null the whole portal's. */
export type LogExport = { unitId: number | null; asked: Omit<AuditAsked, 'before' | 'limit'> | null }

const COLUMNS = ['seq', 'seal', 'at', 'actor', 'act', 'sentence', 'unit', 'month', 'detail']
const LINES_AT_ONCE = 2_000

const everything: Omit<AuditAsked, 'before' | 'limit'> = {
  officeId: null,
  person: '',
  unit: '',
  month: null,
  kind: null,
  act: null,
  from: null,
  until: null,
}

/**
 * The log as CSV, newest first, page by page, so that a log of years needs no memory. That it was taken is a line of the
 * log itself, the first of the file.
 */
export async function exportLog(
  db: Db,
  by: Change,
  { unitId, asked }: LogExport,
): Promise<AsyncIterable<string>> {
  const act = { act: 'audit.export', unitId, month: asked?.month ?? null }
  await change(db, by, async () => ({ result: null, act }))
  return linesOf(db, asked ?? everything)
}

async function* linesOf(db: Db, asked: Omit<AuditAsked, 'before' | 'limit'>): AsyncIterable<string> {
  yield CSV_MARK + csvLine(COLUMNS, ',')
  let before: number | null = null
  for (;;) {
    const lines: AuditLine[] = await findAudit(db, { ...asked, before, limit: LINES_AT_ONCE })
    if (lines.length > 0) yield lines.map(asCsv).join('')
    const last = lines.at(-1)
    if (!last || lines.length < LINES_AT_ONCE) return
    before = last.id
  }
}

const asCsv = (line: AuditLine): string =>
  csvLine(
    [
      line.seq,
      line.seal,
      isoVietnam(line.at),
      actorOf('vi', line),
      line.act,
      sentenceOf('vi', line),
      line.unit,
      line.month,
      JSON.stringify(line.detail),
    ],
    ',',
  )
