import { createHash } from 'node:crypto'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { writePaper } from '../files/paper.document.ts'
import type { OfficialPaper } from '../files/paper-model.rules.ts'
import { draftSummary } from './draft-summary.ts'
import { keepPaper, type Made, type Press } from './keep-copy.ts'
import { tableHash } from './table.rules.ts'

/**
 * The office's report in words as a numbered Word file, kept as the books are. Null when there is nothing to report on.
 */
export async function takeSummary(db: Db, press: Press): Promise<Made | null> {
  const { officeId, now, choice = {} } = press
  const drafted = await draftSummary(db, { officeId, month: press.period as Month, now, choice })
  if (!drafted) return null
  const { table, paper } = drafted
  return keepPaper(db, press, {
    officeName: table.office.name,
    bytes: await writePaper(paper),
    tableHash: contentHash(tableHash(table), paper),
    content: { kind: 'month', table },
  })
}

/** Names all that the paper says, but for the day it was written: the same report is not another one tomorrow. */
function contentHash(ofTable: string, paper: OfficialPaper): string {
  const said = { ...paper, head: { ...paper.head, placeDate: '' } }
  return createHash('sha256')
    .update(`${ofTable}\n${JSON.stringify(said)}`)
    .digest('hex')
}
