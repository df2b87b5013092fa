import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { Decision } from './figure.rules.ts'

const DECISIONS = ['report.accept', 'report.return']

/** The decisions about one commune's month, from the log, newest first. */
export async function loadDecisions(db: Db, unitId: number, month: Month): Promise<Decision[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['act', 'at', 'actor_name as by', 'detail'])
    .where('unit_id', '=', unitId)
    .where('month', '=', month)
    .where('act', 'in', DECISIONS)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ act, at, by, detail: { version, reason } }) => ({
    act,
    at,
    by,
    version: typeof version === 'number' ? version : null,
    reason: typeof reason === 'string' ? reason : '',
  }))
}
