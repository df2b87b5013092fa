import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { ChannelName } from '../mail/channel.ts'
import type { LetterFacts } from './letter.rules.ts'

/** Two presses of one office wait for each other, until the transaction's end. */
export async function holdOffice(trx: Trx, officeId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(25, ${officeId})`.execute(trx)
}

/** A line of a chase; without facts it says why nobody is written to. */
export type Queued = {
  unitId: number
  month: string
  kind: string
  channel: ChannelName
  recipient: string
  because: string
  facts: LetterFacts | null
}

/** Puts the letters of a chase into the ledger as lines anybody may take; those already there stay as they are. */
export async function queueChase(trx: Trx, queued: Queued[], now: Date): Promise<void> {
  if (queued.length === 0) return
  const rows = queued.map(it => ({
    unit_id: it.unitId,
    month: it.month,
    kind: it.kind,
    channel: it.channel,
    recipient: it.recipient,
    because: it.because,
    status: it.facts ? ('claimed' as const) : ('skipped' as const),
    planned_at: now,
    decided_at: now,
    claimed_until: it.facts ? now : null,
    extra: JSON.stringify(it.facts ?? {}),
  }))
  await trx
    .insertInto('reminder')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
