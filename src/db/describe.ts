import { sql } from 'kysely'
import type { Db } from './database.ts'

/** The whole schema as one readable text: tables with their columns, then constraints, indexes and triggers. */
export async function describeSchema(db: Db): Promise<string> {
  const tables = await tablesOf(db)
  const parts = await Promise.all(tables.map(table => describeTable(db, table)))
  return `# What the portal keeps. Written by \`npm run schema\`; a test keeps it true.\n\n${parts.join('\n')}`
}

type Table = { oid: number; name: string; comment: string | null }

async function tablesOf(db: Db): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select c.oid, c.relname as name, obj_description(c.oid) as comment from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'migration%'
    order by c.relname`.execute(db)
  return rows
}

async function describeTable(db: Db, { oid, name, comment }: Table): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select line from (
      select 1 as part, a.attnum as n, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when a.attidentity <> '' then ' identity' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = ${oid}::oid and a.attnum > 0 and not a.attisdropped
      union all
      select 2, row_number() over (order by conname), pg_get_constraintdef(c.oid)
      from pg_constraint c where c.conrelid = ${oid}::oid and c.contype <> 'n'
      union all
      select 3, row_number() over (order by c.relname), replace(pg_get_indexdef(i.indexrelid), 'public.', '')
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = ${oid}::oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      union all
      select 4, row_number() over (order by tgname), replace(pg_get_triggerdef(t.oid), 'public.', '')
      from pg_trigger t where t.tgrelid = ${oid}::oid and not t.tgisinternal
    ) lines order by part, n`.execute(db)
  const head = comment ? `${name} — ${comment}` : name
  return `${head}\n${rows.map(row => `  ${row.line}`).join('\n')}\n`
}
