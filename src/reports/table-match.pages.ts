import { change } from '../audit/change.ts'
import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { mayReport, mayReview } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { clean, formatMonth, formatNumber } from '../words/vietnamese.ts'
import { editionFor } from './edition.store.ts'
import { cohortsOf, fieldsOf } from './form.rules.ts'
import { keepUpload } from './keep-upload.ts'
import { reportingUnit } from './reporting-unit.ts'
import { fillFrom } from './table-fill.rules.ts'
import { givenTwice, keptMatch, type Match } from './table-match.rules.ts'
import { isTable, loadMatch, loadTableUnits, saveMatch } from './table-match.store.ts'
import * as page from './table-page.rules.ts'
import { takeTable } from './take-table.ts'
import { loadUpload } from './upload.store.ts'

type Visit = UnitVisit<Unit>

/** Figures out of somebody's own table: the file, then the match of its columns, then the preview all uploads share. */
export function tablePages(routes: Routes<Unit>): void {
  for (const [door, question] of [
    ['/reports', mayReport],
    ['/review', mayReview],
  ] as const) {
    routes.unit('get', `${door}/:unit/:month/tables`, question, visit => showForm(visit, null))
    routes.unit('post', `${door}/:unit/:month/tables`, question, takeFile)
    routes.unit('get', `${door}/:unit/:month/tables/:upload`, question, showMatch)
    routes.unit('post', `${door}/:unit/:month/tables/:upload`, question, applyMatch)
  }
}

/** A commune's address is the commune's own, an office's the office's: neither opens the other. */
function pathOf({ unit, month, req }: Visit): string {
  const door = unit.kind === 'office' ? 'review' : 'reports'
  if (!req.path.startsWith(`/${door}/`)) throw notFound()
  if (unit.kind === 'commune') reportingUnit(unit, month)
  return `/${door}/${unit.id}/${month}`
}

function showForm(visit: Visit, error: string | null): void {
  const { req, res, lang, unit, month } = visit
  const path = pathOf(visit)
  const errors = error ? [{ href: '#file', text: error }] : []
  const model = {
    unit: unit.fullName,
    period: formatMonth(month),
    action: `${path}/tables`,
    backHref: path,
    error,
    errors,
  }
  sendPage(
    req,
    res,
    'reports/table-upload',
    { title: say(lang, 'match.title'), status: error ? 422 : 200 },
    model,
  )
}

async function takeFile(visit: Visit): Promise<void> {
  const { deps, req, res, lang, unit, month, person, now } = visit
  const path = pathOf(visit)
  const { buffer: bytes, originalname = '' } = req.file ?? {}
  if (!bytes) return showForm(visit, say(lang, 'match.noFile'))
  const fileName = clean(originalname).slice(0, 120)
  const taken = await takeTable(deps.db, { unit, month, fileName, bytes, by: person, now })
  if ('id' in taken) return res.redirect(303, `${path}/tables/${taken.id}`)
  const [what, advice] = [`refusal.${taken.refusal}`, `refusal.${taken.refusal}.advice`] as const
  showForm(visit, say(lang, 'match.refused', { what: say(lang, what), advice: say(lang, advice) }))
}

/** Everything a match depends on: the table kept, the communes it may name, the form's boxes that month. */
async function loadAll(visit: Visit) {
  const { deps, req, unit, month, person, now } = visit
  const path = pathOf(visit)
  const id = String(req.params.upload)
  if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound()
  const upload = await loadUpload(deps.db, { id, personId: person.id, unitId: unit.id, month, now })
  if (!upload || !isTable(upload.content)) throw notFound()
  const { edition } = await editionFor(deps.db, month)
  const officeId = unit.kind === 'office' ? unit.id : (unit.parentId ?? unit.id)
  const { settings } = await loadOfficeMonth(deps.db, officeId, month)
  const cohorts = cohortsOf(edition, month)
  const fields = fieldsOf(edition, cohorts, new Set(settings.switches))
  const units = await loadTableUnits(deps.db, unit, month)
  return { path, id, fileName: upload.fileName, grids: upload.content.grids, units, fields, cohorts }
}

type Loaded = Awaited<ReturnType<typeof loadAll>>

async function showMatch(visit: Visit): Promise<void> {
  const loaded = await loadAll(visit)
  const matching = page.matchingOf({ ...loaded, choice: page.readChoice(visit.req.query) })
  const kept = await loadMatch(visit.deps.db, visit.unit.id, page.fingerprintText(matching))
  const match = page.firstMatch(matching, { ...loaded, kept })
  const count = formatNumber(Object.keys(page.splitMatch(match).boxes).length)
  const notice = kept ? say(visit.lang, 'match.kept') : say(visit.lang, 'match.guessed', { count })
  sendMatch(visit, { loaded, matching, match, notice, problem: null })
}

type Shown = {
  loaded: Loaded
  matching: page.Matching
  match: Match
  notice: string | null
  problem: string | null
}

function sendMatch(visit: Visit, { loaded, matching, match, notice, problem }: Shown): void {
  const { req, res, lang, unit, month } = visit
  const { index, frame } = matching
  const model = {
    unit: unit.fullName,
    period: formatMonth(month),
    file: loaded.fileName,
    backHref: `${loaded.path}/tables`,
    action: `${loaded.path}/tables/${loaded.id}`,
    sheets: [
      {
        label: null,
        options: loaded.grids.map((it, at) => ({ value: at, label: it.name, chosen: at === index })),
      },
    ],
    ways: [{ label: null, options: waysOf(visit, frame.turned) }],
    ...{ sheet: index, head: frame.head, data: frame.data, turned: frame.turned ? '1' : '0' },
    columnHead: say(lang, frame.turned ? 'match.row' : 'match.column'),
    lines: page.matchLines(matching, match, { fields: loaded.fields, lang }),
    notice,
    errors: problem ? [{ href: '#match', text: problem }] : [],
  }
  const title = say(lang, 'match.matchTitle')
  sendPage(req, res, 'reports/table-match', { title, wide: true, status: problem ? 422 : 200 }, model)
}

const waysOf = ({ lang }: Visit, turned: boolean) =>
  (['no', 'yes'] as const).map((way, at) => ({
    value: String(at),
    label: say(lang, `match.turned.${way}`),
    chosen: turned === (way === 'yes'),
  }))

async function applyMatch(visit: Visit): Promise<void> {
  const { deps, req, res, unit, month, person, now } = visit
  const loaded = await loadAll(visit)
  const { fields, cohorts, units, fileName } = loaded
  const matching = page.matchingOf({ ...loaded, choice: page.readChoice(req.body ?? {}) })
  const match = page.readMatch(req.body ?? {}, fields)
  const { unitColumn, boxes } = page.splitMatch(match)
  const problem = problemWith(visit, loaded, match)
  if (problem) return sendMatch(visit, { loaded, matching, match, notice: null, problem })
  const actor = { id: person.id, name: person.name }
  await change(deps.db, { actor, now }, async trx => {
    const heads = page.fingerprintText(matching)
    await saveMatch(trx, { unitId: unit.id, heads, match: keptMatch(match, cohorts), by: person.id, now })
    const detail = { file: fileName, sheet: matching.grid.name, columns: Object.keys(boxes).length }
    return { result: null, act: { act: 'table.match', unitId: unit.id, month, detail } }
  })
  const content = fillFrom({ ...matching, match: boxes, unitColumn, units })
  res.redirect(
    303,
    await keepUpload(deps.db, { unit, month, kind: 'table', fileName, content, by: actor, now }),
  )
}

/** Why a match cannot be taken as it is; null when it can. */
function problemWith({ lang, unit }: Visit, { fields }: Loaded, match: Match): string | null {
  const { unitColumn, boxes } = page.splitMatch(match)
  if (Object.keys(boxes).length === 0) return say(lang, 'match.noBoxes')
  if (unitColumn === null && unit.kind === 'office') return say(lang, 'match.noUnit')
  const twice = givenTwice(boxes, fields, lang)
  return twice.length > 0 ? say(lang, 'match.givenTwice', { boxes: twice.join('; ') }) : null
}
