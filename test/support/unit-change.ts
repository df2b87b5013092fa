import type pg from 'pg'
import type { Agent, Portal } from './portal.ts'

export type Fields = Record<string, string | string[]>

export const queryOf = (fields: Fields): string =>
  Object.entries(fields)
    .flatMap(([name, it]) => [it].flat().map(value => `${name}=${encodeURIComponent(value)}`))
    .join('&')

/** Every hidden field, and every tick that stands, of a preview; as a browser would post them. */
export function pressOf(html: string): Fields {
  const inputs = [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => tag)
  const sent = inputs.filter(tag => /type="hidden"/.test(tag) || / checked/.test(tag))
  const fields: Record<string, string[]> = {}
  for (const tag of sent) {
    const [, name = ''] = /name="([^"]*)"/.exec(tag) ?? []
    const [, value = ''] = /value="([^"]*)"/.exec(tag) ?? []
    if (name !== '_csrf') fields[name] = [...(fields[name] ?? []), value]
  }
  return fields
}

/** What a page says, without its tags. */
export const textOf = (html: string): string =>
  (/<main.*<\/main>/s.exec(html)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

/** An administrator at one office's changes of units. */
export function changesAt(portal: Portal, admin: Agent, office: number) {
  const path = `/units/${office}/changes`
  const preview = (kind: string, fields: Fields) => admin.get(`${path}/${kind}/preview?${queryOf(fields)}`)
  const press = (kind: string, fields: Fields) => admin.post(`${path}/${kind}`, fields)
  return {
    preview,
    press,
    /** Looks and presses. @returns what was looked at. */
    done: async (kind: string, fields: Fields): Promise<string> => {
      const looked = await preview(kind, fields)
      expect({ kind, status: looked.status, shown: looked.status === 200 || textOf(looked.text) }).toEqual({
        kind,
        status: 200,
        shown: true,
      })
      expect((await press(kind, pressOf(looked.text))).status).toBe(303)
      return textOf(looked.text)
    },
    undo: async () => {
      const { rows } = await portal.pool.query('select max(id)::int as id from unit_change')
      return admin.post(`${path}/${rows[0].id}/undo`, { reason: 'Nhập nhầm nghị quyết.' })
    },
  }
}

/** All rows that a change of units may touch. */
export async function stateOfUnits(pool: pg.Pool): Promise<unknown> {
  const { rows } = await pool.query(`
    select json_build_object(
    'unit', (select json_agg(t order by id) from unit t),
    'name', (select json_agg(t order by unit_id, valid_from) from unit_name t),
    'parent', (select json_agg(t order by unit_id, valid_from) from unit_parent t),
    'succession', (select json_agg(t order by predecessor_id, successor_id) from succession t),
    'role', (select json_agg(t order by id) from role t)) as state`)
  return rows[0].state
}
