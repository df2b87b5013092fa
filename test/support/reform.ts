import { readFileSync } from 'node:fs'
import { parseEdition } from '../../src/reports/edition.rules.ts'
import { insertFirstEdition } from '../../src/reports/edition.store.ts'
import type { TestDatabase } from './portal.ts'
import { bytesOf, shipped } from './units.ts'

/** The rows of a shipped file, each by its columns. */
export function rowsOf(name: string): Record<string, string>[] {
  const [head = '', ...lines] = textOf(name).split('\r\n')
  const columns = head.split(',')
  return lines
    .filter(Boolean)
    .map(line => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell])))
}

export const textOf = (name: string): string =>
  Buffer.from(shipped(name))
    .toString('utf8')
    .replace(/^\uFEFF/, '')

const typed = /^(Tỉnh|Thành [pP]hố|Quận|Huyện|Thị [xX]ã|Phường|Xã|Thị [tT]rấn) (.+)$/

/** The country before 7/2025, as the old columns of the mapping name it: a file of units with districts. */
export function unitsBefore(mapping: readonly Record<string, string>[]): Uint8Array {
  const lines = new Set(['level,code,type,name,full_name,parent_code,district_code'])
  const add = (level: string, code = '', fullName = '', parent = '') => {
    const [, type, name] = typed.exec(fullName) ?? []
    lines.add([level, code, type, name, fullName, parent, ''].join(','))
  }
  for (const row of mapping) add('province', row.old_province_code, row.old_province)
  for (const row of mapping) add('district', row.old_district_code, row.old_district, row.old_province_code)
  for (const row of mapping)
    if (row.old_code) add('commune', row.old_code, row.old_name, row.old_district_code)
  return bytesOf(`${[...lines].join('\n')}\n`)
}

/** The form as shipped, and somebody in whose name communes report. */
export async function prepareReports({ db, pool }: TestDatabase): Promise<void> {
  const edition = parseEdition(JSON.parse(readFileSync('data/form-editions/2023-10.json', 'utf8')))
  await db.transaction().execute(trx => insertFirstEdition(trx, edition, new Date('2023-10-01')))
  await pool.query(`insert into person (email, name, created_at) values ('a@x.example', 'Lê Văn Đức', now())`)
}

/** Every commune that stands in the month sends `neither` and `unknown`, both worked out from its code. */
export async function everyoneReports(
  { pool }: TestDatabase,
  month: string,
  except: string[] = [],
): Promise<void> {
  await pool.query(
    `with r as (
       insert into report (unit_id, month, edition_id, state, current_version, first_submitted_at, on_time)
       select u.id, $1::text, (select min(id) from form_edition), 'submitted', 1, now(), true from unit u
       where u.kind = 'commune' and u.valid_from <= $1::text and (u.valid_until is null or u.valid_until > $1::text)
         and u.code <> all($2)
       returning id, unit_id)
     insert into report_version (report_id, number, receipt, figures, request_key, submitted_by, submitted_by_name, submitted_at)
     select r.id, 1, 'N25-' || r.id, jsonb_build_object('neither@2024', u.code::int % 37, 'unknown@2024', u.code::int % 5),
       gen_random_uuid(), (select min(id) from person), 'Lê Văn Đức', now()
     from r join unit u on u.id = r.unit_id`,
    [month, except],
  )
}

/** What `everyoneReports` has a commune send. */
export const figuresOf = (code: string) => ({ neither: Number(code) % 37, unknown: Number(code) % 5 })
