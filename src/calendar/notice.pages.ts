import { change } from '../audit/change.ts'
import { mayAdminister } from '../people/access.rules.ts'
import { isOnTop } from '../units/top.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { findHolidays, findHolidayYears } from './holiday.store.ts'
import { copiedYear } from './holiday-copy.rules.ts'
import {
  checkGrid,
  type Grid,
  type GridError,
  gridOf,
  MOST_LINES,
  readGrid,
  yearsOf,
} from './holiday-grid.rules.ts'
import { findKnownLines, importHolidays, type Owner } from './holiday-import.store.ts'
import { loadGrid } from './load-grid.ts'
import { dayAt } from './month.rules.ts'
import { type NoticeReading, readPasted } from './paste.rules.ts'

/** Days off pasted from a notice, and last year as a proposal: a grid to look through, and one press that enters it. */
export function noticePages(routes: Routes<Unit>): void {
  routes.unit('get', '/calendar/:unit/notice', mayAdminister, visit =>
    showPaste(visit, { text: '', year: '', errors: [] }),
  )
  routes.unit('post', '/calendar/:unit/notice', mayAdminister, readPaste)
  routes.unit('get', '/calendar/:unit/copy', mayAdminister, proposeCopy)
  routes.unit('post', '/calendar/:unit/import', mayAdminister, enter)
}

/** Whose lines an office's administrator edits: the office's, or on top the country's. */
function ownerOf(unit: Unit): Owner {
  if (unit.kind !== 'office') throw notFound()
  return isOnTop(unit) ? null : unit.id
}

type Pasted = { text: string; year: string; errors: GridError[] }

/** Longer than any notice; the form itself takes little more. */
const LONGEST_TEXT = 20_000

function showPaste({ req, res, lang, unit, now }: UnitVisit<Unit>, { text, year, errors }: Pasted): void {
  ownerOf(unit)
  const wrong = new Map<string, string>(errors.map(({ field, text: why }) => [field, why]))
  const title = say(lang, 'notice.title')
  const model = {
    unit: unit.fullName,
    backHref: `/calendar/${unit.id}`,
    action: `/calendar/${unit.id}/notice`,
    maxlength: LONGEST_TEXT,
    text,
    year,
    yearHint: say(lang, 'notice.yearHint', { year: Number(dayAt(now).slice(0, 4)) + 1 }),
    wrong: { text: wrong.get('text') ?? null, year: wrong.get('year') ?? null },
    errors: errors.map(({ field, text: why }) => ({ href: `#${field}`, text: why })),
  }
  sendPage(req, res, 'calendar/notice', { title, status: errors.length > 0 ? 422 : 200 }, model)
}

async function readPaste(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, lang, unit } = visit
  const owner = ownerOf(unit)
  const text = String(req.body?.text ?? '').slice(0, LONGEST_TEXT)
  const year = String(req.body?.year ?? '').trim()
  const refuse = (field: string, why: string) =>
    showPaste(visit, { text, year, errors: [{ field, text: why }] })
  if (year !== '' && !/^20\d\d$/.test(year)) return refuse('year', say(lang, 'notice.badYear'))
  const read = readPasted(text, { year: year ? Number(year) : null, lang })
  if (read.asksYear) return refuse('year', say(lang, 'notice.askYear'))
  if (read.lines.length === 0)
    return refuse('text', [say(lang, 'notice.nothingRead'), ...read.problems].join(' '))
  if (read.lines.length > MOST_LINES) return refuse('text', say(lang, 'notice.tooMany', { most: MOST_LINES }))
  const known = await findKnownLines(deps.db, { officeId: unit.id, owner }, yearsOf(read.lines))
  const provisional = read.provisional
  await showGrid(visit, gridOf(read.lines, known, { provisional, replaces: true }), {
    read,
    errors: [],
    replaces: true,
  })
}

async function proposeCopy(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, now } = visit
  ownerOf(unit)
  const asked = String(req.query.year ?? '')
  const year = /^20\d\d$/.test(asked) ? Number(asked) : Number(dayAt(now).slice(0, 4)) + 1
  const years = await findHolidayYears(deps.db, unit.id)
  if (years.includes(year))
    return res.redirect(303, withFlash(`/calendar/${unit.id}?year=${year}`, 'yearIsThere'))
  const before = await findHolidays(deps.db, unit.id, year - 1)
  const counted = before.filter(
    it => it.officeId !== null || !before.some(own => own.day === it.day && own.officeId !== null),
  )
  if (counted.length === 0)
    return res.redirect(303, withFlash(`/calendar/${unit.id}?year=${year}`, 'noYearBefore'))
  const grid = gridOf(copiedYear(counted, year, lang), [], { provisional: true, replaces: false })
  await showGrid(visit, grid, { read: null, errors: [], replaces: false, year })
}

type GridPage = { read: NoticeReading | null; errors: GridError[]; replaces: boolean; year?: number }

async function showGrid(visit: UnitVisit<Unit>, grid: Grid, page: GridPage): Promise<void> {
  const { deps, req, res, lang, unit } = visit
  const { read, errors, replaces, year } = page
  const title = say(
    lang,
    year ? 'notice.copyTitle' : 'notice.gridTitle',
    year ? { year, before: year - 1 } : {},
  )
  const loaded = await loadGrid(deps.db, { unit, owner: ownerOf(unit), grid, errors, replaces, lang })
  const model = {
    ...loaded,
    title,
    unit: unit.fullName,
    backHref: year ? `/calendar/${unit.id}?year=${year}` : `/calendar/${unit.id}/notice`,
    back: say(lang, year ? 'calendar.page.nav' : 'notice.again'),
    action: `/calendar/${unit.id}/import`,
    year: year ? String(year) : '',
    replaces,
    provisional: grid.provisional,
    problems: read?.problems ?? [],
    text:
      read && read.weekends > 0
        ? say(lang, 'notice.weekends', { count: read.weekends })
        : say(lang, 'notice.gridText'),
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
  }
  sendPage(req, res, 'calendar/grid', { title, status: errors.length > 0 ? 422 : 200, wide: true }, model)
}

/** One press looks again at what was edited; the other enters all that is ticked, or nothing. */
async function enter(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, lang, person, unit } = visit
  const owner = ownerOf(unit)
  const grid = readGrid(req.body ?? {})
  const asked = String(req.body?.year ?? '')
  const page = {
    read: null,
    replaces: req.body?.replaces === 'yes',
    ...(/^20\d\d$/.test(asked) ? { year: Number(asked) } : {}),
  }
  const years = yearsOf(grid.lines)
  const known = await findKnownLines(deps.db, { officeId: unit.id, owner }, years)
  const checked = checkGrid(grid, known, lang)
  if ('errors' in checked) return showGrid(visit, grid, { ...page, errors: checked.errors })
  if (req.body?.step !== 'save') return showGrid(visit, grid, { ...page, errors: [] })
  const { rows } = checked
  const drop = page.replaces ? grid.drop : []
  await change(deps.db, { actor: person, now }, async trx => {
    const entered = await importHolidays(trx, owner, { rows, drop })
    const sources = [...new Set(rows.map(it => it.source).filter(Boolean))]
    const detail = {
      ...entered,
      years: years.join(', '),
      source: sources.join('; '),
      days: rows.map(it => `${it.day} ${it.kind}`),
    }
    const nothing = entered.added + entered.changed + entered.removed === 0
    return { result: null, act: nothing ? null : { act: 'holiday.import', unitId: unit.id, detail } }
  })
  res.redirect(303, withFlash(`/calendar/${unit.id}?year=${years.at(-1) ?? ''}`, 'holidaysImported'))
}
