import { type Agent, openPortal, type Portal } from './portal.ts'
import { soundFigures } from './sound-report.ts'
import { ensureWorld } from './world.ts'

/** The commune's month in the trial world: 24/11/2026, the morning before the due date. */
export async function openCommunes(now = '2026-11-24T08:30:00+07:00'): Promise<Portal> {
  await ensureWorld(process.env.TEST_CLUSTER ?? '')
  return openPortal(now, 'world')
}

export type Form = Record<string, string>

const plainOf = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** What the report's form on a page would send if its last button were pressed: every box as it stands. */
export function formIn(html: string): Form {
  const form = /<form[^>]*id="boxes"[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1] ?? ''
  const fields: Form = {}
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    if (name && name !== '_csrf') fields[name] = plainOf(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name, value] of form.matchAll(
    /<textarea\b[^>]*\bname="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g,
  ))
    fields[name ?? ''] = plainOf(value ?? '')
  return fields
}

/** The sound report of the rules' tests, as typed into the form with every switch off. */
export const soundForm: Form = Object.fromEntries(
  Object.entries(soundFigures)
    .filter(([name]) => !/^(poor|disabled|rsn_)/.test(name))
    .map(([name, figure]) => [name, String(figure)]),
)

/** What stands in the error summary, line by line. */
export const summaryIn = (html: string): string[] =>
  [
    ...(/class="error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '').matchAll(
      /<a href="[^"]*">([^<]*)<\/a>/g,
    ),
  ].map(match => plainOf(match[1] ?? ''))

export type Reporter = {
  agent: Agent
  path: string
  unitId: number
  get: () => Promise<string>
  form: () => Promise<Form>
}

/** A signed-in reporter in front of their commune's form of a month. */
export async function reporter(portal: Portal, email: string, month = '2026-11'): Promise<Reporter> {
  const agent = portal.agent()
  await agent.signIn(email)
  const { unit_id: unitId } = await portal.db
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .select('role.unit_id')
    .where('person.email', '=', email)
    .executeTakeFirstOrThrow()
  const path = `/reports/${unitId}/${month}`
  const get = async () => (await agent.get(path)).text
  return { agent, path, unitId, get, form: async () => formIn(await get()) }
}

/** An empty commune's first report: nobody has reported the months before, so nothing is compared. */
export async function forget(portal: Portal, unitId: number): Promise<void> {
  await portal.pool.query('alter table report_version disable trigger user')
  await portal.pool.query(
    'delete from report_version where report_id in (select id from report where unit_id = $1)',
    [unitId],
  )
  await portal.pool.query('delete from report where unit_id = $1', [unitId])
  await portal.pool.query('alter table report_version enable trigger user')
}

export async function reportOf(portal: Portal, unitId: number, month = '2026-11') {
  return portal.db
    .selectFrom('report')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('month', '=', month)
    .executeTakeFirst()
}

export async function versionsOf(portal: Portal, unitId: number, month = '2026-11') {
  return portal.db
    .selectFrom('report_version as v')
    .innerJoin('report as r', 'r.id', 'v.report_id')
    .selectAll('v')
    .where('r.unit_id', '=', unitId)
    .where('r.month', '=', month)
    .orderBy('v.number')
    .execute()
}

export async function actsOf(portal: Portal, unitId: number): Promise<string[]> {
  const rows = await portal.db
    .selectFrom('audit')
    .select('act')
    .where('unit_id', '=', unitId)
    .orderBy('id')
    .execute()
  return rows.map(it => it.act)
}

/** The page's own content, so that a test that fails shows something a person can read. */
export const mainIn = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
