import { mayAdminister } from '../people/access.rules.ts'
import { packFile, unpackFile } from '../web/kept-file.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { showOnce, takeShown } from '../web/show-once.ts'
import { say } from '../words/all.ts'
import { clean, formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { importUnitFile, previewUnitFile, type UnitFile, type UnitFileReport } from './import-units.ts'
import { problemFile } from './problem-file.rules.ts'
import { countKinds } from './row-problem.rules.ts'
import { isOnTop } from './top.rules.ts'
import type { Unit } from './unit.store.ts'
import { readMonth } from './unit-change-form.rules.ts'

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
  const outcome = takeShown<ReturnType<typeof outcomeOf>>(req, `/units/${unit.id}/import`)
  const model = {
    unit: unit.fullName,
    action: `/units/${unit.id}/import`,
    backHref: `/units/${unit.id}`,
    // The lines left will be imported for the same month.
    from: { value: outcome ? formatMonth(outcome.from) : text('from'), error: from },
    document: outcome?.document ?? text('document'),
    outcome,
    fileError: file,
    errors: Object.entries(errors).map(([field, text]) => ({ href: `#${field}`, text })),
  }
  const title = say(lang, 'units.upload.title')
  sendPage(req, res, 'units/import', { title, status: model.errors.length > 0 ? 422 : 200 }, model)
}

type Act = 'check' | 'apply' | 'rest' | 'problems'
const laterActs: readonly Act[] = ['apply', 'rest', 'problems']

async function checkOrApply(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, person, unit } = visit
  if (unit.kind !== 'office') throw notFound()
  const act = laterActs.find(it => it === req.body?.act) ?? 'check'
  const file = askedFile(visit, act !== 'check')
  if ('errors' in file) return showForm(visit, file.errors)
  const preview = act === 'apply' ? null : await previewUnitFile(deps.db, file)
  if (preview && act === 'problems') return sendProblems(visit, file, preview)
  // What was shown is what is applied: the portal's units may have changed since.
  const changed = act === 'rest' && preview !== null && stampOf(preview) !== req.body?.stamp
  if (preview && (act === 'check' || changed)) return showReport(visit, file, preview, { changed })
  const rest = act === 'rest'
  const report = await importUnitFile(deps.db, { actor: person, now }, { ...file, rest })
  if (!report.applied) return showReport(visit, file, report)
  if (rest) {
    const path = `/units/${unit.id}/import`
    showOnce(req, path, outcomeOf(file, report))
    return res.redirect(303, path)
  }
  res.redirect(303, withFlash(`/units/${unit.id}`, 'unitsImported'))
}

/** What tells one result from another. */
const stampOf = ({ lines, already, problems }: UnitFileReport): string =>
  `${lines}/${already}/${problems.map(it => it.line).join('.')}`

const outcomeOf = (file: UnitFile, report: UnitFileReport) => ({
  file: file.fileName,
  packed: packFile(file.bytes),
  from: report.from,
  document: file.document ?? '',
  lines: formatNumber(report.lines),
  total: formatNumber(report.total),
  count: formatNumber(report.problems.length),
})

function sendProblems({ res, lang }: UnitVisit<Unit>, file: UnitFile, report: UnitFileReport): void {
  const name = `${say(lang, 'units.rest.file')}.csv`
  res
    .type('text/csv; charset=utf-8')
    .set('Content-Disposition', `attachment; filename="${name}"`)
    .send(problemFile(file.bytes, report.problems, lang))
}

/** The file just uploaded, or the checked one that the page brought back (`kept`). */
function askedFile({ req, lang, unit }: UnitVisit<Unit>, kept: boolean): UnitFile | { errors: FormErrors } {
  const typed = String(req.body?.from ?? '').trim()
  const from = readMonth(typed)
  if (typed && !from) return { errors: { from: say(lang, 'units.upload.badFrom') } }
  const bytes = kept ? unpackFile(req.body?.packed) : (req.file?.buffer ?? null)
  const missing = kept ? 'units.upload.lost' : 'units.upload.noFile'
  if (!bytes || bytes.length === 0) return { errors: { file: say(lang, missing) } }
  return {
    bytes,
    fileName: clean(kept ? String(req.body?.name ?? '') : (req.file?.originalname ?? '')).slice(0, 120),
    from: from ?? undefined,
    document: clean(String(req.body?.document ?? '')).slice(0, 200),
    within: isOnTop(unit) ? null : unit.id,
  }
}

function showReport(
  visit: UnitVisit<Unit>,
  file: UnitFile,
  report: UnitFileReport,
  { changed = false } = {},
): void {
  const { req, res, lang, unit } = visit
  const bad = report.problems.length > 0
  const model = {
    unit: unit.fullName,
    action: `/units/${unit.id}/import`,
    backHref: `/units/${unit.id}/import`,
    file: file.fileName,
    changed,
    bad: bad ? badOf(lang, report) : null,
    would: bad && report.lines === 0 ? null : wouldOf(lang, report),
    packed: packFile(file.bytes),
    from: report.from,
    document: file.document ?? '',
  }
  const title = say(lang, 'units.upload.title')
  sendPage(req, res, 'units/import-report', { title, status: bad ? 422 : 200 }, model)
}

function badOf(lang: Lang, report: UnitFileReport) {
  const { problems, lines, total } = report
  const count = formatNumber(problems.length)
  return {
    count,
    kinds: countKinds(problems).map(([kind, n]) => ({
      name: say(lang, `units.import.kind.${kind}`),
      count: formatNumber(n),
    })),
    lines: problems.slice(0, SHOWN),
    more: problems.length > SHOWN ? formatNumber(problems.length - SHOWN) : null,
    rest:
      lines === 0
        ? null
        : say(lang, 'units.rest.text', { lines: formatNumber(lines), total: formatNumber(total), count }),
    stamp: stampOf(report),
  }
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
