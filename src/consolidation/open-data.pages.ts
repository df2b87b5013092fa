import { maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { fold } from '../words/vietnamese.ts'
import { separators } from './data-csv.rules.ts'
import { type DataPress, writeOpenData } from './write-open-data.ts'

/** The month's table for programs, as CSV and JSON; `?publish=1` masks it for publication (docs/open-data.md). */
export function openDataPages(routes: Routes<Unit>): void {
  for (const format of ['csv', 'json'] as const)
    routes.unit('get', `/consolidation/:unit/:month/data.${format}`, maySeeOffice, visit =>
      send(visit, format),
    )
}

async function send(visit: UnitVisit<Unit>, format: DataPress['format']): Promise<void> {
  const { deps, req, res, unit, month, now, person: actor } = visit
  const file = await writeOpenData(deps.db, {
    officeId: unit.id,
    month,
    format,
    separator: separators.find(it => it === req.query.separator) ?? ';',
    forPublication: req.query.publish === '1',
    now,
    actor,
  })
  if (!file) throw notFound()
  res
    .set('Content-Type', file.type)
    .set('Content-Disposition', attachmentOf(file.fileName))
    .set('Cache-Control', 'private, no-store')
    .send(file.text)
}

/** The ASCII name for old programs, the real one for the others (RFC 6266, RFC 8187). */
function attachmentOf(fileName: string): string {
  const at = fileName.lastIndexOf('.')
  const plain = fold(fileName.slice(0, at)).replace(/[^a-z0-9]+/g, '-')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*!]/g,
    it => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}${fileName.slice(at)}"; filename*=UTF-8''${encoded}`
}
