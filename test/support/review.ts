import pg from 'pg'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { findOfficeByCode } from '../../src/units/unit.store.ts'
import type { Portal } from './portal.ts'

/** The office of a code as it stands in a month; 0, which no page knows, when there is none. */
export const officeId = async (portal: Portal, code: string, month: string): Promise<number> =>
  (await findOfficeByCode(portal.db, code, asMonth(month))) ?? 0

export type Standing = { unitId: number; name: string; version: number | null }

/** The communes of Quảng Ngãi whose report stands so in that month, by name. */
export async function communesIn(portal: Portal, state: string, month: string): Promise<Standing[]> {
  const { rows } = await portal.pool.query<Standing>(
    `select u.id as "unitId", n.full_name as name, r.current_version as version
     from unit u join unit_parent p on p.unit_id = u.id join unit o on o.id = p.parent_id and o.code = '51'
     join unit_name n on n.unit_id = u.id left join report r on r.unit_id = u.id and r.month = $2
     where u.valid_until is null and coalesce(r.state, 'missing') = $1 order by n.full_name`,
    [state, month],
  )
  return rows
}

/** The state and the reason as they are kept. */
export async function reportOf(portal: Portal, unitId: number, month: string) {
  const { rows } = await portal.pool.query(
    'select state, return_reason as reason, decided_by as by, current_version as version from report where unit_id = $1 and month = $2',
    [unitId, month],
  )
  return rows[0]
}

/** What the audit log has of one kind of act, the latest last. */
export async function actsOf(portal: Portal, act: string) {
  const { rows } = await portal.pool.query(
    'select actor_name as by, unit_id as "unitId", month, detail from audit where act = $1 order by id',
    [act],
  )
  return rows
}

/** How many statements the database was sent while `work` ran. */
export async function queriesDuring(work: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype
  let count = 0
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
    count += 1
    return Reflect.apply(query, this, given)
  } as typeof query
  await work().finally(() => {
    pg.Client.prototype.query = query
  })
  return count
}

export type Resent = {
  unitId: number
  month: string
  at: string
  reason?: string
  figures?: Record<string, number>
}

/** Another version from the commune, at an instant; `figures` are those that differ from the version before. */
export async function resendReport(portal: Portal, { unitId, month, at, reason = '', figures = {} }: Resent) {
  await portal.pool.query(
    `insert into report_version (report_id, number, receipt, figures, request_key, reason, submitted_by, submitted_by_name, submitted_at)
     select report_id, number + 1, receipt || 'b', figures || $5::jsonb, gen_random_uuid(), $4, submitted_by, submitted_by_name, $3
     from report_version v join report r on r.id = v.report_id and r.current_version = v.number where r.unit_id = $1 and r.month = $2`,
    [unitId, month, at, reason, JSON.stringify(figures)],
  )
  await portal.pool.query(
    `update report set current_version = current_version + 1, state = 'submitted' where unit_id = $1 and month = $2`,
    [unitId, month],
  )
}
