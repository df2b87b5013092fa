import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Decision } from './settle.rules.ts'

/**
 * Records what was decided against. A letter that had failed and whose moment has passed stays 'failed', for all to see;
 * any other is 'skipped'. A line that another process has written meanwhile stays as it is.
 * @returns how many lines were written.
 */
export async function recordSkips(db: Db, skips: Decision[], now: Date): Promise<number> {
  const given = skips.filter(({ stale, row }) => stale && row?.status === 'failed')
  let written = await giveUp(db, given)
  const others = skips.filter(skip => !given.includes(skip))
  for (let from = 0; from < others.length; from += 500)
    written += await recordSome(db, others.slice(from, from + 500), now)
  return written
}

/** Too late for another try. */
async function giveUp(db: Db, failed: Decision[]): Promise<number> {
  if (failed.length === 0) return 0
  const { numAffectedRows } = await sql`update reminder set next_try_at = null, because = w.because
    from jsonb_to_recordset(${JSON.stringify(failed.map(({ row, because }) => ({ id: row?.id, because })))}::jsonb)
      as w (id int, because text)
    where reminder.id = w.id and status = 'failed'`.execute(db)
  return Number(numAffectedRows ?? 0)
}

async function recordSome(db: Db, skips: Decision[], now: Date): Promise<number> {
  const lines = skips.map(it => ({
    unit_id: it.unitId,
    month: it.month,
    kind: it.kind,
    recipient: it.recipient,
    channel: it.channel,
    because: it.because,
    planned_at: it.planned,
  }))
  const { numAffectedRows } = await sql`
    insert into reminder as line (unit_id, month, kind, recipient, channel, status, because, planned_at, decided_at)
    select w.unit_id, w.month, w.kind, w.recipient, w.channel, 'skipped', w.because, w.planned_at, ${now}
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as w (unit_id int, month text, kind text, recipient text,
      channel text, because text, planned_at timestamptz)
    order by w.unit_id, w.month, w.kind, w.recipient, w.channel
    on conflict (unit_id, month, kind, recipient, channel) do update set
      status = 'skipped',
      because = excluded.because, claimed_until = null, next_try_at = null
    where (line.status = 'claimed' and line.claimed_until <= ${now})
      or (line.status = 'failed' and line.next_try_at is not null)`.execute(db)
  return Number(numAffectedRows ?? 0)
}
