import { sql } from 'kysely'
import { asMonth } from '../../src/calendar/month.rules.ts'
import type { Sheet } from '../../src/files/book.rules.ts'
import { readBook } from '../../src/files/read-book.ts'
import { cohortsOf, fieldsOf } from '../../src/reports/form.rules.ts'
import { layoutOf, sealOf } from '../../src/reports/template-layout.rules.ts'
import { readStamps, STAMP_SHEET } from '../../src/reports/template-stamp.rules.ts'
import { findOfficeByCode, unitsUnder } from '../../src/units/unit.store.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { firstEdition, NONE_ON } from '../support/sound-report.ts'
import { WORLD_MORNING } from '../support/world.ts'

const OFFICER = 'nguyen.mai@sgd.example'
const COMMUNE = 'y.lan@dakkoi.example'
const MONTH = asMonth('2026-11')

let portal: Portal
let office: number
let agent: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = (await findOfficeByCode(portal.db, '51', MONTH)) ?? 0
  await keepEveryEighth()
  agent = portal.agent()
  await agent.signIn(OFFICER)
}, 60_000)
afterAll(() => portal.close())

/** A dozen communes show what ninety-six would; LibreOffice and the benchmark read the large book. */
const keepEveryEighth = () =>
  sql`delete from unit_parent where parent_id = ${office} and unit_id % 8 > 0
    and unit_id <> (select unit_id from role r join person p on p.id = r.person_id where p.email = ${COMMUNE})`.execute(
    portal.db,
  )

async function fileAt(path: string, by = agent): Promise<{ bytes: Buffer; name: string }> {
  const answer = await by.raw
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk as Buffer))
      response.on('end', () => done(null, Buffer.concat(chunks)))
    })
  expect(answer.status).toBe(200)
  return { bytes: answer.body, name: answer.headers['content-disposition'] ?? '' }
}

async function sheetsAt(path: string, by = agent): Promise<Sheet[]> {
  const read = await readBook((await fileAt(path, by)).bytes)
  if (!read.ok) throw new Error(read.refusal)
  return read.sheets
}

const rowsOf = ({ cells, rows }: Sheet) =>
  Array.from({ length: rows }, (_, row) =>
    [...'ABCDEFGHI'].map(it => cells.get(`${it}${row + 1}`)?.value ?? ''),
  )

const communes = async () => (await unitsUnder(portal.db, office, MONTH)).filter(it => it.kind === 'commune')

test('an office gets one book with a sheet for each of its communes, which says what each is for', async () => {
  const units = await communes()
  const sheets = await sheetsAt(`/review/${office}/${MONTH}/templates.xlsx`)
  const shown = sheets.filter(it => !it.hidden)
  expect(shown).toHaveLength(units.length)
  const hidden = sheets.find(it => it.name === STAMP_SHEET)
  expect(hidden?.hidden).toBe(true)
  const stamps = hidden ? readStamps(rowsOf(hidden)) : []
  expect(stamps.map(it => it.unitId).sort()).toEqual(units.map(it => it.id).sort())
  expect(stamps.map(it => it.sheet)).toEqual(shown.map(it => it.name))
  const cohorts = cohortsOf(firstEdition, MONTH)
  const fields = fieldsOf(firstEdition, cohorts, NONE_ON)
  for (const { sheet: name, unitId, seal } of stamps) {
    const { code, fullName } = units.find(it => it.id === unitId) ?? { code: '', fullName: '' }
    const unit = { id: unitId, code, name: fullName }
    const layout = layoutOf({ edition: firstEdition, cohorts, fields, month: MONTH, unit })
    expect(seal).toBe(sealOf(layout))
    const cells = shown.find(it => it.name === name)?.cells
    const edited = layout.labels.filter(it => (cells?.get(it.address)?.value ?? '') !== it.text)
    expect(edited).toEqual([])
  }
})

test('the same is had as a file for each commune, in one zip', async () => {
  const units = await communes()
  const { bytes, name } = await fileAt(`/review/${office}/${MONTH}/templates.zip`)
  expect(decodeURIComponent(name)).toContain('Mẫu báo cáo tháng 11-2026')
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(bytes.readUInt16LE(bytes.length - 12)).toBe(units.length)
})

test('a commune’s template holds its own draft; the office’s holds only what was sent', async () => {
  const { rows } = await portal.pool.query<{ id: number }>(
    `select unit_id as id from role join person on person.id = role.person_id where email = $1`,
    [COMMUNE],
  )
  const id = rows[0]?.id ?? 0
  await portal.pool.query('delete from report where unit_id = $1 and month = $2', [id, MONTH])
  await portal.pool.query(
    `insert into report (unit_id, month, edition_id, state, draft, draft_revision, draft_saved_at)
     values ($1, $2, (select max(id) from form_edition), 'draft', $3, 4, now())`,
    [id, MONTH, JSON.stringify({ raw: { 'graduates@2026': '57', sit_idle: '' }, key: 'k' })],
  )
  const commune = portal.agent()
  await commune.signIn(COMMUNE)
  const path = `/reports/${id}/${MONTH}/template.xlsx`
  const own = await sheetsAt(path, commune)
  const [sheet] = own
  const graduates = 'D13'
  expect(sheet?.cells.get('B13')?.value).toContain('Tổng số học sinh tốt nghiệp')
  expect(sheet?.cells.get(graduates)?.value).toBe(57)
  expect((await sheetsAt(path))[0]?.cells.get(graduates)?.value ?? null).toBeNull()
  const revisionIn = (sheets: Sheet[]) => {
    const hidden = sheets.find(it => it.hidden)
    return hidden && readStamps(rowsOf(hidden))[0]?.revision
  }
  expect(revisionIn(own)).toBe(4)
  expect(revisionIn(await sheetsAt(path))).toBe(0)
})

test('a month that is still ahead has no template', async () => {
  expect((await agent.get(`/review/${office}/2027-03/templates.xlsx`)).status).toBe(404)
  expect((await agent.get(`/reports/${(await communes())[0]?.id}/2027-03/template.xlsx`)).status).toBe(404)
})
