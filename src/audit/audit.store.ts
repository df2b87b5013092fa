import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { treeUnder } from '../units/tree.store.ts'
import { fold } from '../words/vietnamese.ts'
import { type ActKind, type AuditLine, actKinds } from './audit.rules.ts'

export type AuditAsked = {
  /** The office whose log it is; null for the whole portal's. */
  officeId: number | null
  /** Folded words that must all be in the name of whoever did it, or to whom it was done. */
  person: string
  unit: string
  month: Month | null
  kind: ActKind | null
  act: string | null
  /** From this instant on, and before that one. */
  from: Date | null
  until: Date | null
  /** Only lines older than this one. */
  before: number | null
  limit: number
}

/**
 * The log of an office and all that stands or stood under it, newest first: what was done there, and what its people did
 * that belongs to no unit (signing in, their own password).
 */
export async function findAudit(db: Db, asked: AuditAsked): Promise<AuditLine[]> {
  const { officeId, month, from, until, before, limit } = asked
  const people = asked.person ? await findPeople(db, asked.person) : null
  const { rows } = await sql<AuditLine>`
    with recursive ${treeUnder(officeId)}
    select a.id, a.at, a.actor_id as "actorId", a.actor_name as "actorName", a.act, a.month, a.detail, c.seq,
      encode(c.hash, 'hex') as seal, (
      select n.full_name from unit_name n where n.unit_id = a.unit_id
      order by n.valid_from <= coalesce(a.month, '9999-12') desc, n.valid_from desc limit 1) as unit
    from audit a left join audit_chain c on c.audit_id = a.id
    where (${before}::bigint is null or a.id < ${before})
      and (${month}::text is null or a.month = ${month})
      and (${from}::timestamptz is null or a.at >= ${from}) and (${until}::timestamptz is null or a.at < ${until})
      and ${officeId === null ? sql`true` : withinTree}
      and ${people === null ? sql`true` : byPeople(people)}
      and ${asked.unit ? atUnits(asked.unit) : sql`true`}
      and ${asked.kind ? ofKind(asked.kind) : sql`true`}
      and (${asked.act}::text is null or a.act = ${asked.act})
    order by a.id desc limit ${limit}`.execute(db)
  return rows
}

/** What was done at a unit while it stood here, and what its people did that belongs to no unit. */
const withinTree = sql`(a.unit_id in (select id from tree where until is null)
  or exists (select from tree t where t.until is not null and t.id = a.unit_id
    and to_char(a.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') < t.until)
  or a.detail->'units' ?| array(select id::text from tree where until is null)
  or a.unit_id is null and exists (select from role r where r.person_id = a.actor_id
    and r.unit_id in (select id from tree where until is null)))`

type Found = { ids: number[]; names: string[] }

/** Names are folded here, not in SQL, so that the log is searched as every list is. */
async function findPeople(db: Db, person: string): Promise<Found> {
  const words = fold(person).split(' ')
  const rows = await db.selectFrom('person').select(['id', 'name', 'email']).execute()
  const found = rows.filter(({ name, email }) => {
    const text = `${fold(name)} ${email}`
    return words.every(word => text.includes(word))
  })
  return { ids: found.map(({ id }) => id), names: found.map(({ name }) => name) }
}

/** Who did it, to whom it was done, and both sides of a hand-over or of leave cover. */
const byPeople = ({ ids, names }: Found): RawBuilder<unknown> =>
  sql`(a.actor_id = any(${ids}) or array[a.detail->>'person', a.detail->>'from', a.detail->>'to', a.detail->>'covered'] && ${names}::text[])`

/** What was done at the units themselves, or to them from their office, as a merger is. */
function atUnits(unit: string): RawBuilder<unknown> {
  const words = fold(unit)
    .split(' ')
    .map(word => sql`n.search like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  const named = sql`select n.unit_id from unit_name n where ${sql.join(words, sql` and `)}`
  return sql`(a.unit_id in (${named}) or a.detail->'units' ?| array(select unit_id::text from (${named}) as named))`
}

function ofKind(kind: ActKind): RawBuilder<unknown> {
  const beginnings = actKinds[kind].map(beginning => sql`a.act like ${`${beginning}%`}`)
  return sql`(${sql.join(beginnings, sql` or `)})`
}
