import { mayAdminister } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import type { UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Counts } from './open-counts.ts'
import {
  type CountRow,
  type CountState,
  countRows,
  rowsShown,
  showAsked,
  shows,
} from './school-count-grid.rules.ts'
import type { GridNews } from './show-grid.ts'

/** `asked`: which units to list; null as the page chooses. */
export type CountAnswer = CountState & {
  status: number
  asked: unknown
  news: GridNews | null
  faults: readonly string[]
}

/** Answers with the grid of graduates: as it is stored, as it was typed, or as a file has it. */
export function showCounts(visit: UnitVisit<Unit>, counts: Counts, answer: CountAnswer): void {
  const { req, res, lang, unit, person } = visit
  const all = countRows(counts, answer, lang)
  const show = showAsked(answer.asked, all)
  const rows = rowsShown(all, show)
  const labels = new Map(all.flatMap(it => [...it.boxes, it.source].map(box => [box.id, box.label])))
  const path = `/targets/${unit.id}/graduates`
  const title = say(lang, 'schoolCount.title')
  sendPage(
    req,
    res,
    'targets/graduates',
    { title, wide: true, status: answer.status },
    {
      unit: unit.fullName,
      title,
      action: path,
      fileAction: `${path}/file`,
      bookHref: `${path}/graduates.xlsx`,
      backHref: `/targets/${unit.id}`,
      fileFields: [],
      seen: counts.seen,
      show,
      views: viewsOf(all, { path, show, lang }),
      heads: counts.cohorts.map(year => say(lang, 'schoolCount.cohort', { year })),
      rows,
      some: rows.length > 0,
      maySave: mayAdminister(person, unit),
      news: answer.news,
      faults: answer.faults,
      errors: answer.errors.map(({ box, text }) => ({
        href: `#${box}`,
        text: `${labels.get(box)}: ${text}`,
      })),
    },
  )
}

type Viewing = { path: string; show: string; lang: UnitVisit['lang'] }

const viewsOf = (rows: readonly CountRow[], { path, show, lang }: Viewing) =>
  shows.map(it => ({
    href: `${path}?show=${it}`,
    label: say(lang, `schoolCount.show.${it}`, { count: formatNumber(rowsShown(rows, it).length) }),
    current: it === show,
  }))
