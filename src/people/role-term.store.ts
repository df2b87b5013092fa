import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { RoleName } from './access.rules.ts'

export type TermRole = {
  personId: number
  unitId: number
  role: RoleName
  since: Date
  /** Null for a role that stays. */
  until: Date | null
  /** Whom it covers, while they are on leave. */
  covers: number | null
}

/**
 * Gives a role with its term. Over one that the person has there already it can only give more time without a gap: a cover
 * becomes longer, or a role that stays. @returns false when the person has as much already, or at another time.
 */
export async function giveTerm(
  trx: Trx,
  { personId, unitId, role, since, until, covers }: TermRole,
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    insert into role (person_id, unit_id, role, since, until, covers)
    values (${personId}, ${unitId}, ${role}, ${since}, ${until}, ${covers})
    on conflict (person_id, unit_id, role) where ended_at is null
    do update set until = excluded.until, covers = excluded.covers, since = least(role.since, excluded.since)
      where role.until is not null and excluded.since <= role.until
        and (excluded.until is null or excluded.until > role.until)
    returning id`.execute(trx)
  return rows.length > 0
}

/** Lets a role end by itself. @returns whether it was still held, without an earlier end. */
export async function limitRole(trx: Trx, roleId: number, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('role')
    .set({ until })
    .where('id', '=', roleId)
    .where('ended_at', 'is', null)
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>', until)]))
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export type EndedTerm = { unitId: number; role: RoleName; person: string }

/** Ends the roles whose term has run out, at the very end of it. Access has looked at the term itself meanwhile. */
export async function endTerms(trx: Trx, now: Date): Promise<EndedTerm[]> {
  const { rows } = await sql<EndedTerm>`
    update role r set ended_at = r.until from person p
    where p.id = r.person_id and r.ended_at is null and r.until <= ${now}
    returning r.unit_id as "unitId", r.role, p.name as person`.execute(trx)
  return rows
}
