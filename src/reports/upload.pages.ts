import { mayReport, mayReview, maySignOff } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound, Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { type Key, say } from '../words/all.ts'
import { clean, formatMonth } from '../words/vietnamese.ts'
import { applyUpload, type Outcome } from './apply-upload.ts'
import { boardPath } from './board-query.rules.ts'
import { uploadPath } from './keep-upload.ts'
import { type Taken, takeUpload } from './take-upload.ts'
import { loadUpload, type Upload } from './upload.store.ts'
import { previewUnits, remarkLines, sameUnits } from './upload-page.rules.ts'
import { takesPress, type Weighed } from './upload-weigh.rules.ts'
import { weighUpload } from './weigh-upload.ts'

type Visit = UnitVisit<Unit>

/** Sending an Excel file instead of typing: a commune its own, an office those of its communes. */
export function uploadPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reports/:unit/:month/upload', mayReport, visit => showForm(visit, null))
  routes.unit('post', '/reports/:unit/:month/upload', mayReport, take)
  routes.unit('get', '/reports/:unit/:month/upload/:upload', mayReport, showPreview)
  routes.unit('post', '/reports/:unit/:month/upload/:upload', mayReport, press)
  routes.unit(
    'get',
    '/review/:unit/:month/upload',
    mayReview,
    ofOffice(visit => showForm(visit, null)),
  )
  routes.unit('post', '/review/:unit/:month/upload', mayReview, ofOffice(take))
  routes.unit('get', '/review/:unit/:month/upload/:upload', mayReview, ofOffice(showPreview))
  routes.unit('post', '/review/:unit/:month/upload/:upload', mayReview, ofOffice(press))
}

/** An officer may act for a commune, but this address is an office's. */
const ofOffice = (handle: (visit: Visit) => unknown) => (visit: Visit) => {
  if (visit.unit.kind !== 'office') throw notFound()
  return handle(visit)
}

const isOffice = ({ unit }: Visit): boolean => unit.kind === 'office'

const backOf = (visit: Visit): string =>
  isOffice(visit) ? boardPath(visit.unit.id, visit.month) : `/reports/${visit.unit.id}/${visit.month}`

const formPath = ({ unit, month }: Visit): string => uploadPath(unit, month, '').replace(/\/$/, '')

type Refused = { file: string; title: string; lines: { error: boolean; sheet: string; text: string }[] }

function showForm(visit: Visit, refused: Refused | null): void {
  const { req, res, lang, unit, month } = visit
  const office = isOffice(visit)
  const back = backOf(visit)
  const model = {
    unit: unit.fullName,
    month,
    intro: say(lang, office ? 'upload.introOffice' : 'upload.intro'),
    fileHint: say(lang, office ? 'upload.fileHintOffice' : 'upload.fileHint'),
    template: office
      ? { href: `${back}/templates.xlsx`, label: say(lang, 'upload.getTemplates') }
      : { href: `${back}/template.xlsx`, label: say(lang, 'upload.getTemplate') },
    action: formPath(visit),
    tables: `${back}/tables`,
    back,
    refused,
  }
  const title = say(lang, 'upload.title', { month: formatMonth(month) })
  sendPage(req, res, 'reports/upload', { title, status: refused ? 422 : 200 }, model)
}

async function take(visit: Visit): Promise<void> {
  const { deps, req, res, unit, month, person, now, lang } = visit
  const name = clean(req.file?.originalname ?? '').slice(0, 120)
  if (!req.file || name === '') {
    const line = { error: true, sheet: '', text: say(lang, 'upload.noFile') }
    return showForm(visit, { file: '', title: say(lang, 'upload.noFile'), lines: [line] })
  }
  const file = { bytes: req.file.buffer, name }
  const taken = await takeUpload(deps.db, { unit, month, file, by: person, now })
  if (taken.taken) return res.redirect(303, taken.path)
  showForm(visit, {
    file: name,
    title: say(lang, 'upload.refused', { file: name }),
    lines: linesOf(visit, taken),
  })
}

function linesOf({ lang }: Visit, taken: Exclude<Taken, { taken: true }>): Refused['lines'] {
  if (taken.refusal === null) return remarkLines(taken.remarks, lang)
  const key = `refusal.${taken.refusal}`
  return remarkLines([{ kind: 'error', sheet: '', key, params: {} }], lang)
}

/** What waits, with every sheet weighed against its report as it stands. */
type Waiting = { upload: Upload; weighed: Weighed[] }

async function waitingFor({ deps, req, unit, month, person, now, lang }: Visit): Promise<Waiting> {
  const id = String(req.params.upload)
  const asked = { id, personId: person.id, unitId: unit.id, month, now }
  const upload = /^[0-9a-f-]{36}$/.test(id) ? await loadUpload(deps.db, asked) : null
  if (!upload) throw new Problem(404, 'problem.uploadGone')
  return { upload, weighed: await weighUpload(deps.db, { unit, month, upload, now, lang }) }
}

const showPreview = async (visit: Visit): Promise<void> =>
  sendPreview(visit, await waitingFor(visit), { status: 200, warning: null, ticked: null })

type Answer = { status: number; warning: string | null; ticked: ReadonlySet<number> | null }

function sendPreview(visit: Visit, { upload, weighed }: Waiting, answer: Answer): void {
  const { req, res, lang, unit, month, person } = visit
  const office = isOffice(visit)
  const path = uploadPath(unit, month, upload.id)
  const only = /^\d{1,9}$/.test(String(req.query.only ?? '')) ? Number(req.query.only) : null
  const press = weighed.some(it => takesPress(it.fate))
  const asks = weighed.some(it => it.open.settings.signOff) && !maySignOff(person, unit)
  const words = (one: Key, many: Key) => say(lang, office ? many : one)
  const preview = { path, lang, only, ticked: answer.ticked }
  const model = {
    unit: unit.fullName,
    file: upload.fileName,
    another: upload.kind === 'table' ? formPath(visit).replace(/upload$/, 'tables') : formPath(visit),
    back: backOf(visit),
    warning: answer.warning,
    remarks: remarkLines(upload.content.remarks, lang),
    units: previewUnits(weighed, preview),
    same: sameUnits(weighed, preview),
    office,
    action: path,
    press,
    canSend: weighed.some(it => it.fate === 'ready'),
    draftLabel: words('upload.draftAction', 'upload.draftTicked'),
    sendLabel: asks
      ? words('upload.askAction', 'upload.askTicked')
      : words('upload.sendAction', 'upload.sendTicked'),
    done: upload.appliedAt !== null,
  }
  const title = say(lang, 'upload.preview', { file: upload.fileName })
  sendPage(req, res, 'reports/upload-preview', { title, status: answer.status, wide: office }, model)
}

async function press(visit: Visit): Promise<void> {
  const { deps, req, person, unit, now, lang } = visit
  const waiting = await waitingFor(visit)
  const { upload, weighed } = waiting
  const ticked = new Set([req.body?.unit ?? []].flat().map(Number))
  const picked = weighed.filter(it => ticked.has(it.open.unit.id))
  if (picked.length === 0)
    return sendPreview(visit, waiting, { status: 422, warning: say(lang, 'upload.noneTicked'), ticked })
  const seen = new Map(picked.map(it => [it.open.unit.id, revisionIn(req.body, it.open.unit.id)]))
  const send = req.body?.act === 'send'
  const mayApprove = maySignOff(person, unit)
  const applying = { unit, upload, weighed: picked, seen, send, mayApprove, by: person, now }
  const outcomes = await applyUpload(deps.db, applying)
  const moved = picked.filter(it => outcomes.get(it.open.unit.id) === 'moved')
  if (moved.length === 0) return leave(visit, upload, outcomes)
  const units = moved.map(it => it.open.unit.fullName).join(', ')
  sendPreview(visit, await waitingFor(visit), {
    status: 409,
    warning: say(lang, 'upload.moved', { units }),
    ticked: new Set(moved.map(it => it.open.unit.id)),
  })
}

const revisionIn = (body: Record<string, unknown>, unitId: number): number =>
  Number(/^\d{1,9}$/.exec(String(body[`revision-${unitId}`] ?? ''))?.[0] ?? -1)

/** A commune goes on to its report, an office stays on the page, which says what became of each. */
const leave = (visit: Visit, upload: Upload, outcomes: ReadonlyMap<number, Outcome>): void =>
  visit.res.redirect(303, nextOf(visit, upload, outcomes))

function nextOf(visit: Visit, upload: Upload, outcomes: ReadonlyMap<number, Outcome>): string {
  const { unit, month } = visit
  if (isOffice(visit)) return withFlash(uploadPath(unit, month, upload.id), 'uploaded')
  const outcome = outcomes.get(unit.id)
  if (outcome === 'asked') return withFlash(backOf(visit), 'asked')
  if (outcome === 'kept') return withFlash(`${backOf(visit)}?correct=1&check=1`, 'draft-saved')
  return backOf(visit)
}
