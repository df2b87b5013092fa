import { isMonth } from '../calendar/month.rules.ts'
import { mayAdminister } from '../people/access.rules.ts'
import { packFile, unpackFile } from '../web/kept-file.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { clean, formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { importUnitFile, previewUnitFile, type UnitFile, type UnitFileReport } from './import-units.ts'
import type { Unit } from './unit.store.ts'

/** Bad lines and new members shown at once; the rest is counted. */
const SHOWN = 200

/** Importing a file of units or mergers: it is checked, shown, and only then, on a press, imported. */
export function importPages(routes: Routes<Unit>): void {
  routes.unit('get', '/units/:unit/import', mayAdminister, visit => showForm(visit, {}))
  routes.unit('post', '/units/:unit/import', mayAdminister, checkOrApply)
}

type FormErrors = { file?: string; from?: string }

function showForm(visit: UnitVisit<Unit>, errors: FormErrors): void {
  const { req, res, lang, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const text = (name: string) => (typeof req.body?.[name] === 'string' ? req.body[name] : '')
  const { file = null, from = null } = errors
  const model = {
    unit: unit.fullName,
    action: `/units/${unit.id}/import`,
    backHref: `/units/${unit.id}`,
    from: { value: text('from'), error: from },
    document: text('document'),
    fileError: file,
    errors: Object.entries(errors).map(([field, text]) => ({ href: `#${field}`, text })),
  }
  const title = say(lang, 'units.upload.title')
  sendPage(req, res, 'units/import', { title, status: model.errors.length > 0 ? 422 : 200 }, model)
}

async function checkOrApply(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, person, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const applying = req.body?.act === 'apply'
  const file = askedFile(visit, applying)
  if ('errors' in file) return showForm(visit, file.errors)
  if (!applying) return showReport(visit, file, await previewUnitFile(deps.db, file))
  const report = await importUnitFile(deps.db, { actor: person, now }, file)
  if (!report.applied) return showReport(visit, file, report)
  res.redirect(303, withFlash(`/units/${unit.id}`, 'unitsImported'))
}

/** The file just uploaded, or the checked one that the page brought back. */
function askedFile(
  { req, lang, unit }: UnitVisit<Unit>,
  applying: boolean,
): UnitFile | { errors: FormErrors } {
  const from = String(req.body?.from ?? '').trim()
  if (from && !isMonth(from)) return { errors: { from: say(lang, 'units.upload.badFrom') } }
  const bytes = applying ? unpackFile(req.body?.packed) : (req.file?.buffer ?? null)
  const missing = applying ? 'units.upload.lost' : 'units.upload.noFile'
  if (!bytes || bytes.length === 0) return { errors: { file: say(lang, missing) } }
  return {
    bytes,
    fileName: clean(applying ? String(req.body?.name ?? '') : (req.file?.originalname ?? '')).slice(0, 120),
    from: isMonth(from) ? from : undefined,
    document: clean(String(req.body?.document ?? '')).slice(0, 200),
    within: unit.parentId === null ? null : unit.id,
  }
}

function showReport(visit: UnitVisit<Unit>, file: UnitFile, report: UnitFileReport): void {
  const { req, res, lang, unit } = visit
  const bad = report.problems.length > 0
  const model = {
    unit: unit.fullName,
    action: `/units/${unit.id}/import`,
    backHref: `/units/${unit.id}/import`,
    file: file.fileName,
    bad: bad
      ? {
          count: formatNumber(report.problems.length),
          lines: report.problems.slice(0, SHOWN),
          more: report.problems.length > SHOWN ? formatNumber(report.problems.length - SHOWN) : null,
        }
      : null,
    would: bad ? null : wouldOf(lang, report),
    packed: bad ? '' : packFile(file.bytes),
    from: report.from,
    document: file.document ?? '',
  }
  const title = say(lang, 'units.upload.title')
  sendPage(req, res, 'units/import-report', { title, status: bad ? 422 : 200 }, model)
}

function wouldOf(lang: Lang, report: UnitFileReport) {
  const { offices, communes, already, outside, from, groups } = report
  const key = report.kind === 'mergers' ? 'units.import.would.mergers' : 'units.import.would.units'
  const counts = Object.entries({ offices, communes, already, outside }).map(([name, n]) => [
    name,
    formatNumber(n),
  ])
  return {
    text: say(lang, key, { ...Object.fromEntries(counts), from: formatMonth(from) }),
    anything: offices + communes > 0,
    groups: groups.slice(0, SHOWN).map(({ name, count, members }) => ({
      title: say(lang, 'units.upload.group', { name, count: formatNumber(count) }),
      members: members.join(', '),
    })),
  }
}
