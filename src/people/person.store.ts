import { type RawBuilder, sql } from 'kysely'
import { dayAt, monthOfDay } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import type { SignedIn } from './access.rules.ts'
import { cast } from './cast.rules.ts'

/** A role that counts at an instant: begun, not ended, its term not run out. */
const heldAt = (now: Date): RawBuilder<unknown> =>
  sql`r.ended_at is null and r.since <= ${now} and (r.until is null or r.until > ${now})`

/** Units that have ended, or not begun, come after those that are there: the first role is where a person lands. */
const livingFirst = (now: Date): RawBuilder<unknown> => {
  const month = monthOfDay(dayAt(now))
  return sql`u.valid_from > ${month} or coalesce(u.valid_until <= ${month}, false), r.id`
}

/** The person behind a session with their roles at that instant; no row when switched off or unknown. */
export const signedIn = (id: number, now: Date): RawBuilder<SignedIn> => sql<SignedIn>`
    select p.id, p.name, p.position, p.email, coalesce((
      select n.full_name from role r join unit u on u.id = r.unit_id join unit_name n using (unit_id)
      where r.person_id = p.id and ${heldAt(now)} order by ${livingFirst(now)}, n.valid_from desc limit 1), '') as place, coalesce((
      select json_agg(json_build_object('unitId', r.unit_id, 'role', r.role) order by ${livingFirst(now)})
      from role r join unit u on u.id = r.unit_id where r.person_id = p.id and ${heldAt(now)}), '[]') as roles
    from person p where p.id = ${id} and p.active`

export async function findSignedIn(db: Db, id: number, now: Date): Promise<SignedIn | null> {
  const { rows } = await signedIn(id, now).execute(db)
  return rows[0] ?? null
}

export type Account = {
  id: number
  name: string
  email: string
  passwordHash: string | null
  active: boolean
}

/** The account of an address, as typed: case and blanks around it do not matter. */
export async function findAccount(db: Db, email: string): Promise<Account | null> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'password_hash as passwordHash', 'active'])
    .where('email', '=', normalEmail(email))
    .executeTakeFirst()
  return row ?? null
}

export const normalEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()

export async function recordSignIn(trx: Trx, id: number, now: Date): Promise<void> {
  await trx.updateTable('person').set({ last_sign_in_at: now }).where('id', '=', id).execute()
}

export async function setPassword(trx: Trx, id: number, passwordHash: string): Promise<void> {
  await trx.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', id).execute()
}

export type CastLine = { email: string; name: string; position: string; place: string; part: string }

/** The trial's people in the order of the cast, each with the unit they work for. */
export async function findCast(db: Db): Promise<CastLine[]> {
  const { rows } = await sql<Omit<CastLine, 'part'>>`
    select p.email, p.name, p.position, coalesce((
      select n.full_name from role r join unit_name n using (unit_id)
      where r.person_id = p.id and r.ended_at is null order by r.id, n.valid_from desc limit 1), '') as place
    from person p where p.active and p.email = any(${cast.map(({ email }) => email)})`.execute(db)
  const found = new Map(rows.map(row => [row.email, row]))
  return cast.flatMap(({ email, part }) => {
    const row = found.get(email)
    return row ? [{ ...row, part }] : []
  })
}
