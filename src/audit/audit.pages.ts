import { mayAdminister } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import {
  type ActKind,
  type AuditLine,
  type AuditQuery,
  actKinds,
  actorOf,
  notesOf,
  readAuditQuery,
  sentenceOf,
} from './audit.rules.ts'
import { findAudit } from './audit.store.ts'

const PAGE = 50

/** Who did what at an office and below. */
export function auditPages(routes: Routes<Unit>): void {
  routes.unit('get', '/audit/:unit', mayAdminister, showLog)
}

async function showLog({ deps, req, res, lang, unit }: UnitVisit<Unit>): Promise<void> {
  const query = readAuditQuery(req.query)
  const top = unit.kind === 'office' && unit.parentId === null && unit.validUntil === null
  const { person, unit: searched, month, kind, before } = query
  const asked = {
    person,
    unit: searched,
    month,
    kind,
    before,
    officeId: top ? null : unit.id,
    limit: PAGE + 1,
  }
  const badMonth = query.typedMonth !== '' && month === null
  const lines = badMonth ? [] : await findAudit(deps.db, asked)
  const last = lines.length > PAGE ? lines[PAGE - 1] : undefined
  const model = {
    unit: unit.fullName,
    action: `/audit/${unit.id}`,
    query,
    monthError: badMonth ? say(lang, 'audit.badMonth') : null,
    errors: badMonth ? [{ href: '#month', text: say(lang, 'audit.badMonth') }] : [],
    kinds: kindChoice(lang, kind),
    filtered: Boolean(person || searched || query.typedMonth || kind),
    rows: lines.slice(0, PAGE).map(line => rowOf(lang, line)),
    older: last ? hrefOf(unit, query, last.id) : null,
    newest: before ? hrefOf(unit, query, null) : null,
  }
  sendPage(req, res, 'audit/log', { title: say(lang, 'audit.title'), status: badMonth ? 422 : 200 }, model)
}

const kindChoice = (lang: Lang, chosen: ActKind | null) => [
  {
    label: null,
    options: (Object.keys(actKinds) as ActKind[]).map(kind => ({
      value: kind,
      label: say(lang, `audit.kind.${kind}`),
      chosen: kind === chosen,
    })),
  },
]

const rowOf = (lang: Lang, line: AuditLine) => ({
  at: formatTime(line.at),
  actor: actorOf(lang, line),
  sentence: sentenceOf(lang, line),
  notes: notesOf(lang, line),
})

function hrefOf(
  unit: Unit,
  { person, unit: searched, typedMonth, kind }: AuditQuery,
  before: number | null,
): string {
  const params = new URLSearchParams({
    ...(person ? { person } : {}),
    ...(searched ? { unit: searched } : {}),
    ...(typedMonth ? { month: typedMonth } : {}),
    ...(kind ? { act: kind } : {}),
    ...(before ? { before: String(before) } : {}),
  })
  return `/audit/${unit.id}${params.size > 0 ? `?${params}` : ''}`
}
