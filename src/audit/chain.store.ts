import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Head, Link } from './chain.rules.ts'

/** The next links after one, in order, each with the text of its line as it is now. */
export async function readLinks(db: Db, after: number, limit: number): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select c.seq, c.audit_id as "auditId", c.hash, case when a.id is not null then audit_line_text(a) end as text
    from audit_chain c left join audit a on a.id = c.audit_id
    where c.seq > ${after} order by c.seq limit ${limit}`.execute(db)
  return rows
}

/** The newest link; null before the first act. */
export async function findHead(db: Db): Promise<Head | null> {
  const { rows } = await sql<Head>`
    select seq, encode(hash, 'hex') as hash from audit_chain order by seq desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** The seal of one link, in hexadecimal digits; null when there is none. */
export async function findSeal(db: Db, seq: number): Promise<string | null> {
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from audit_chain where seq = ${seq}`.execute(db)
  return rows[0]?.hash ?? null
}

/** Lines that no link seals, at most `limit` of them, oldest first. */
export async function findUnsealed(db: Db, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from audit a where not exists (select from audit_chain c where c.audit_id = a.id)
    order by a.id limit ${limit}`.execute(db)
  return rows.map(it => it.id)
}
