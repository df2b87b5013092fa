import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { titleOf } from '../reports/box-title.rules.ts'
import { editionById } from '../reports/edition.store.ts'
import { cohortsOf, fieldsOf, switchesOf } from '../reports/form.rules.ts'
import type { Awaited, Grant } from './facts.rules.ts'
import type { Scope } from './office-facts.store.ts'
import type { Located } from './unit-facts.store.ts'

type Placed = Located & { month: Month }
type RemarkRow = Omit<Awaited, 'box'> & Placed & { field: string; editionId: number }

/** The communes of the office asked about, where one is. */
const under = (officeId: number | null) =>
  officeId === null
    ? sql``
    : sql`and r.unit_id in (select unit_id from unit_parent where parent_id = ${officeId})`

/** What offices asked about or want looked at, and nobody answered, corrected or closed; the oldest first. */
export async function readAwaited(db: Db, { months, until, officeId }: Scope): Promise<(Awaited & Placed)[]> {
  const { rows } = await sql<RemarkRow>`
    select r.unit_id as "unitId", r.month, r.edition_id as "editionId", m.id, m.version, m.field, m.kind, m.text, m.at
    from remark m join report r on r.id = m.report_id
    where r.month = any(${months}::text[]) ${under(officeId)}
      and m.side = 'office' and m.kind in ('question', 'return') and m.at <= ${until}
      and (m.settled_at is null or m.settled_at > ${until})
      and not exists (select from report_version v
        where v.report_id = r.id and v.number > m.version and v.submitted_at <= ${until})
    order by m.id`.execute(db)
  return Promise.all(rows.map(row => withTitle(db, row)))
}

async function withTitle(db: Db, { field, editionId, ...row }: RemarkRow): Promise<Awaited & Placed> {
  if (field === '') return { ...row, box: null }
  const edition = await editionById(db, editionId)
  const fields = fieldsOf(edition, cohortsOf(edition, row.month), new Set(switchesOf(edition)))
  return { ...row, box: titleOf(field, { fields, edition }, 'vi') }
}

type GrantRow = Omit<Grant, 'takenBack'> &
  Placed & { backAt: Date | null; backBy: string | null; backReason: string | null }

/** Of each commune and month the last that was done of each kind; nothing that a later grant has replaced. */
export async function readGrants(db: Db, { months, until, officeId }: Scope): Promise<(Grant & Placed)[]> {
  const { rows } = await sql<GrantRow>`
    select distinct on (r.unit_id, r.month, r.opens_only) r.unit_id as "unitId", r.month, r.id, r.until, r.reason,
      case when r.opens_only then 'unlock' else 'extension' end as kind, p.name as by, r.granted_at as at,
      exists (select from extension_request q where q.extension_id = r.id) as asked,
      back.at as "backAt", r.withdrawn_by_name as "backBy", r.withdrawn_reason as "backReason"
    from extension r join person p on p.id = r.granted_by
    cross join lateral (select case when r.withdrawn_at <= ${until} then r.withdrawn_at end as at) back
    where r.month = any(${months}::text[]) ${under(officeId)} and r.granted_at <= ${until}
      and not exists (select from extension l where l.unit_id = r.unit_id and l.month = r.month
        and l.opens_only = r.opens_only and l.id > r.id and l.granted_at <= ${until}
        and (l.withdrawn_at is null or l.withdrawn_at > ${until}))
    order by r.unit_id, r.month, r.opens_only, coalesce(back.at, r.granted_at) desc, r.id desc`.execute(db)
  return rows.map(({ backAt, backBy, backReason, ...row }) => ({
    ...row,
    takenBack: backAt && { at: backAt, by: backBy ?? '', reason: backReason ?? '' },
  }))
}
