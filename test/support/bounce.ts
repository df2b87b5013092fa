import type { Portal } from './portal.ts'

export const yLan = 'y.lan@dakkoi.example'

/** A letter of the ledger to somebody's address, as it was sent. */
export async function sentLetter(
  portal: Pick<Portal, 'pool'>,
  messageId: string,
  { recipient = yLan, status = 'sent' }: { recipient?: string; status?: string } = {},
): Promise<number> {
  const { rows } = await portal.pool.query<{ id: number }>(
    `insert into reminder (unit_id, month, kind, recipient, status, because, planned_at, decided_at, message_id)
     select unit_id, '2026-11', 'test:' || $1, $2, $3, 'thử', now(), now(), $1
     from role r join person p on p.id = r.person_id where p.email = $2 limit 1 returning id`,
    [messageId, recipient, status],
  )
  return rows[0]?.id ?? 0
}

/** How a line of the ledger stands, and the mark on the address. */
export async function standing(portal: Pick<Portal, 'pool'>, id: number) {
  const { rows } = await portal.pool.query(
    `select l.status, l.next_try_at as "nextTryAt", l.last_error as error, b.email as marked, b.code, b.at
     from reminder l left join person p on p.email = l.recipient left join bounce b on b.person_id = p.id where l.id = $1`,
    [id],
  )
  return rows[0]
}
