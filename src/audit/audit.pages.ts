import { pipeline } from 'node:stream/promises'
import { dayAt } from '../calendar/month.rules.ts'
import { mayAdminister } from '../people/access.rules.ts'
import { isOnTop } from '../units/top.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import {
  type ActKind,
  type AuditLine,
  type AuditQuery,
  actKinds,
  actLabel,
  actorOf,
  actsOf,
  notesOf,
  queryFaults,
  readAuditQuery,
  sentenceOf,
  spanOf,
} from './audit.rules.ts'
import { findAudit } from './audit.store.ts'
import { headText } from './chain.rules.ts'
import { findHead } from './chain.store.ts'
import { checkChain } from './check-chain.ts'
import { exportLog } from './export-log.ts'

const PAGE = 50

/** Who did what at an office and below, as a page and as a file; and whether the log is as it was written. */
export function auditPages(routes: Routes<Unit>): void {
  routes.unit('get', '/audit/:unit', mayAdminister, showLog)
  routes.unit('get', '/audit/:unit/log.csv', mayAdminister, sendLog)
  routes.unit('get', '/audit/:unit/chain', mayAdminister, showChain)
}

async function showLog(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit } = visit
  const query = readAuditQuery(req.query)
  const { person, unit: searched, kind, act, before } = query
  const faults = queryFaults(query)
  const [lines, head] = await Promise.all([
    faults.length > 0 ? [] : findAudit(deps.db, { ...askedOf(visit, query), before, limit: PAGE + 1 }),
    findHead(deps.db),
  ])
  const last = lines.length > PAGE ? lines[PAGE - 1] : undefined
  const address = (at: string, older: number | null) => hrefOf(`/audit/${unit.id}${at}`, query, older)
  const model = {
    unit: unit.fullName,
    action: `/audit/${unit.id}`,
    query,
    ...errorsOf(faults, lang),
    kinds: actChoice(lang, act ?? kind),
    filtered: Boolean(person || searched || query.typedMonth || kind || act || query.from || query.to),
    rows: lines.slice(0, PAGE).map(line => rowOf(lang, line)),
    older: last ? address('', last.id) : null,
    newest: before ? address('', null) : null,
    exportHref: lines.length > 0 ? address('/log.csv', null) : null,
    chain: head && { seq: formatNumber(head.seq), head: headText(head), href: `/audit/${unit.id}/chain` },
  }
  sendPage(
    req,
    res,
    'audit/log',
    { title: say(lang, 'audit.title'), status: faults.length > 0 ? 422 : 200 },
    model,
  )
}

/** The office on top sees what belongs to no office as well. */
function askedOf({ unit }: UnitVisit<Unit>, query: AuditQuery) {
  const { person, unit: searched, month, kind, act } = query
  return {
    person,
    unit: searched,
    month,
    kind,
    act,
    ...spanOf(query),
    officeId: isOnTop(unit) ? null : unit.id,
  }
}

type Fault = ReturnType<typeof queryFaults>[number]

function errorsOf(faults: readonly Fault[], lang: Lang) {
  const errorAt = (box: 'month' | 'from' | 'to'): string | null => {
    const fault = faults.find(it => (it === 'order' ? 'to' : it) === box)
    return fault ? say(lang, `audit.bad.${fault}`) : null
  }
  const boxes = { monthError: errorAt('month'), fromError: errorAt('from'), toError: errorAt('to') }
  const errors = faults.map(it => ({
    href: `#${it === 'order' ? 'to' : it}`,
    text: say(lang, `audit.bad.${it}`),
  }))
  return { ...boxes, errors }
}

/** The kinds, and under each its acts; the first line of a group stands for the whole kind. */
const actChoice = (lang: Lang, chosen: string | null) =>
  (Object.keys(actKinds) as ActKind[]).map(kind => ({
    label: say(lang, `audit.kind.${kind}`),
    options: [
      {
        value: kind,
        label: say(lang, 'audit.wholeKind', { kind: say(lang, `audit.kind.${kind}`) }),
        chosen: kind === chosen,
      },
      ...actsOf(kind).map(act => ({ value: act, label: actLabel(lang, act), chosen: act === chosen })),
    ],
  }))

const rowOf = (lang: Lang, line: AuditLine) => ({
  at: formatTime(line.at),
  actor: actorOf(lang, line),
  sentence: sentenceOf(lang, line),
  notes: notesOf(lang, line),
})

function hrefOf(path: string, query: AuditQuery, before: number | null): string {
  const { person, unit, typedMonth: month, kind, act, from, to } = query
  const given = {
    person,
    unit,
    month,
    act: act ?? kind ?? '',
    from,
    to,
    before: before === null ? '' : String(before),
  }
  const params = new URLSearchParams(Object.entries(given).filter(([, text]) => text !== ''))
  return `${path}${params.size > 0 ? `?${params}` : ''}`
}

/** The lines that the filters leave, as a file. */
async function sendLog(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, unit, person: actor, now } = visit
  const query = readAuditQuery(req.query)
  if (queryFaults(query).length > 0) throw new Problem(422, 'problem.auditFilter')
  const asked = askedOf(visit, query)
  const lines = await exportLog(deps.db, { actor, now }, { unitId: unit.id, asked })
  res
    .set('Content-Type', 'text/csv; charset=utf-8')
    .set('Content-Disposition', `attachment; filename="nhat-ky-${dayAt(now)}.csv"`)
    .set('Cache-Control', 'private, no-store')
  await pipeline(lines, res)
}

async function showChain({ deps, req, res, lang, unit, now }: UnitVisit<Unit>): Promise<void> {
  const { lines, head, faults } = await checkChain(deps.db)
  const model = {
    unit: unit.fullName,
    back: `/audit/${unit.id}`,
    sound: faults.length === 0,
    text: say(lang, faults.length === 0 ? 'audit.chain.sound' : 'audit.chain.broken', {
      lines: formatNumber(lines),
      faults: formatNumber(faults.length),
      at: formatTime(now),
    }),
    head: head && headText(head),
    faults: faults.map(({ kind, seq, auditId }) =>
      say(lang, `audit.fault.${kind}`, { seq: seq ?? '–', line: auditId ?? '–' }),
    ),
  }
  sendPage(req, res, 'audit/chain', { title: say(lang, 'audit.chain.title') }, model)
}
