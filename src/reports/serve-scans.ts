import type { Act } from '../audit/change.ts'
import type { UnitQuestion } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { keepScan, type ScanPress, takeBackScan } from './keep-scan.ts'
import { readReason } from './reason.rules.ts'
import { scanBox } from './scan.rules.ts'
import { listScans, readScan, type ScanOwner } from './scan.store.ts'
import type { ScanRefusal } from './scan-kind.rules.ts'

type Visit = UnitVisit<Unit>

/** The paper that an address names: what its scans stand beside, and how pages and the log speak of it. */
export type ScanPaper = {
  owner: ScanOwner
  /** The paper's own address; its scans stand below it. */
  path: string
  /** Where the paper itself is read. */
  back: string
  name: string
  adding: Act
  withdrawing: Act
}

/** Where scans may be kept: below which address, who may read and who may add, and which paper it is. */
export type ScanPlace = {
  path: string
  mayRead: UnitQuestion
  mayAdd: UnitQuestion
  /** @throws Problem when the address names none. */
  paperOf: (visit: Visit) => Promise<ScanPaper>
}

/** The five addresses of signed papers, the same below a commune's report and below a numbered copy. */
export function serveScans(routes: Routes<Unit>, place: ScanPlace): void {
  const path = `${place.path}/scans`
  routes.unit('get', path, place.mayRead, visit => show(visit, place, null))
  routes.unit('post', path, place.mayAdd, visit => add(visit, place))
  routes.unit('get', `${path}/:scan`, place.mayRead, visit => send(visit, place))
  routes.unit('get', `${path}/:scan/withdraw`, place.mayAdd, visit => askBack(visit, place, null))
  routes.unit('post', `${path}/:scan/withdraw`, place.mayAdd, visit => takeBack(visit, place))
}

async function show(visit: Visit, place: ScanPlace, refusal: ScanRefusal | null): Promise<void> {
  const { deps, req, res, lang, person, unit } = visit
  const paper = await place.paperOf(visit)
  const { path, back, name } = paper
  const mayAdd = place.mayAdd(person, unit)
  const scans = scanBox(await listScans(deps.db, paper.owner), { path, lang, mayAdd, open: true, refusal })
  const errors = scans.error ? [{ href: '#scan-file', text: scans.error }] : []
  const title = say(lang, 'scan.title')
  sendPage(req, res, 'reports/scans', { title, status: refusal ? 422 : 200 }, { back, name, scans, errors })
}

async function add(visit: Visit, place: ScanPlace): Promise<void> {
  const { deps, req, res, person, now } = visit
  const { owner, adding, path } = await place.paperOf(visit)
  const { file } = req
  if (!file) return show(visit, place, 'none')
  const press: ScanPress = { owner, act: adding, by: person, now }
  const refusal = await keepScan(deps.db, press, { bytes: file.buffer, name: file.originalname })
  if (refusal) return show(visit, place, refusal)
  res.redirect(303, withFlash(`${path}/scans`, 'scan-added'))
}

function scanAsked({ req }: Visit): number {
  const { scan } = req.params
  if (typeof scan !== 'string' || !/^[1-9]\d{0,8}$/.test(scan)) throw notFound()
  return Number(scan)
}

/**
 * A file from outside goes out as bytes to be saved, never as something a browser would open in the portal's name:
 * a PDF may hold scripts, and content may be two formats at once.
 */
async function send(visit: Visit, place: ScanPlace): Promise<void> {
  const { deps, res } = visit
  const { owner } = await place.paperOf(visit)
  const scan = await readScan(deps.db, owner, scanAsked(visit))
  if (!scan) throw notFound()
  const plain = scan.fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(scan.fileName).replace(
    /['()*!]/g,
    it => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  res
    .set('Content-Type', 'application/octet-stream')
    .set('Content-Disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
    .set('Content-Security-Policy', "default-src 'none'; sandbox")
    .set('X-Content-Type-Options', 'nosniff')
    .set('Cache-Control', 'private, no-store, no-transform')
    .send(scan.bytes)
}

type Typed = { reason: string; error: string }

async function askBack(visit: Visit, place: ScanPlace, typed: Typed | null): Promise<void> {
  const { deps, req, res, lang } = visit
  const { owner, path, name } = await place.paperOf(visit)
  const id = scanAsked(visit)
  const scan = (await listScans(deps.db, owner)).find(it => it.id === id && !it.withdrawn)
  if (!scan) throw notFound()
  const error = typed?.error ?? null
  const title = say(lang, 'scan.withdraw', { file: scan.fileName })
  const model = {
    title,
    caption: name,
    lines: [say(lang, 'scan.withdrawText')],
    warning: null,
    errors: error ? [{ href: '#reason', text: error }] : [],
    action: `${path}/scans/${id}/withdraw`,
    hidden: [],
    fields: [],
    reason: { label: say(lang, 'scan.reason'), hint: null, value: typed?.reason ?? '', error },
    submit: say(lang, 'scan.withdrawAction'),
    danger: true,
    cancel: { href: `${path}/scans`, label: say(lang, 'scan.keep') },
  }
  sendPage(req, res, 'reports/reason', { title, status: error ? 422 : 200 }, model)
}

async function takeBack(visit: Visit, place: ScanPlace): Promise<void> {
  const { deps, req, res, lang, person, now } = visit
  const { owner, withdrawing, path } = await place.paperOf(visit)
  const { reason, error } = readReason(req.body?.reason, lang)
  if (error) return askBack(visit, place, { reason, error })
  const press: ScanPress = { owner, act: withdrawing, by: person, now }
  const done = await takeBackScan(deps.db, press, { id: scanAsked(visit), reason })
  res.redirect(303, withFlash(`${path}/scans`, done ? 'scan-withdrawn' : 'scan-gone'))
}
