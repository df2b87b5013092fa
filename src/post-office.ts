import { addMonths, type Month } from './calendar/month.rules.ts'
import { loadConsolidation } from './consolidation/consolidation.store.ts'
import { makeMonth } from './consolidation/make-consolidation.ts'
import { readSnapshot } from './consolidation/snapshot.store.ts'
import type { ConsolidationTable } from './consolidation/table.rules.ts'
import type { DigestFigure } from './reminders/letter.rules.ts'
import { openChannels } from './reminders/open-channels.ts'
import type { NumberedFile, PostOffice } from './reminders/send-line.ts'
import type { Deps } from './web/deps.ts'
import { loadViews } from './web/views.ts'

/** All that reminders are sent with: the jobs and the script have the same, the digest's Excel included. */
export const openPostOffice = (deps: Deps): PostOffice => ({
  ...deps,
  views: loadViews(),
  channels: openChannels(deps),
  makeFile: asked => makeBook(deps, asked),
  figuresOf: asked => readFigures(deps, asked),
})

type Asked = { officeId: number; month: Month; now: Date; number: number | null }

/** The Excel that the digest of the next working day carries: the month's numbered copy, as the portal itself takes it. */
async function makeBook({ db, config }: Deps, { number, ...asked }: Asked): Promise<NumberedFile> {
  const { officeId, month } = asked
  const before = number === null ? null : await readSnapshot(db, { officeId, period: month }, number)
  if (before) return before
  const made = await makeMonth(db, {
    ...asked,
    actor: { id: null, name: config.mailFrom.replace(/ <.*/, '') },
  })
  if (!made) throw new Error(`There is nothing to consolidate for office ${officeId} in ${month}.`)
  return made
}

/** The sums that the digest names, out of the same table as the Excel and the screen. */
async function readFigures(
  { db }: Deps,
  { officeId, month }: Pick<Asked, 'officeId' | 'month'>,
): Promise<DigestFigure[]> {
  const [now, before] = await Promise.all([
    loadConsolidation(db, officeId, month),
    loadConsolidation(db, officeId, addMonths(month, -1)),
  ])
  const keys = ['graduates', 'neither', 'unknown'] as const
  return keys.map(key => ({ key, now: now && sumOf(now, key), before: before && sumOf(before, key) }))
}

/** Over those who reported; null when nobody did. */
const sumOf = ({ columns, totals }: ConsolidationTable, code: string): number | null =>
  totals[columns.findIndex(({ key }) => key === code)] ?? null
