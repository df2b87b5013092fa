import { dayAt, monthOfDay, schoolYearOf } from '../calendar/month.rules.ts'
import { mayAdminister } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import type { UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import type { Grid } from './open-grid.ts'
import { type GridState, gridRows } from './target-grid.rules.ts'

/** What is said over the grid: that somebody else saved meanwhile, or what a file was read to say. */
export type GridNews = { kind: 'info' | 'warning'; text: string }

/** `status`: 409 when another person saved meanwhile; `faults`: what could not be read of a file. */
export type GridAnswer = GridState & { status: number; news: GridNews | null; faults: readonly string[] }

/** Answers with the grid: as it is stored, as it was typed, or as a file has it. */
export function showGrid(visit: UnitVisit<Unit>, grid: Grid, answer: GridAnswer): void {
  const { req, res, lang, unit, person } = visit
  const rows = gridRows(grid.units, answer, lang)
  const labels = new Map(rows.flatMap(it => [...it.boxes, it.source].map(box => [box.id, box.label])))
  const title = say(lang, 'targets.title', { year: grid.year })
  const path = `/targets/${unit.id}`
  sendPage(
    req,
    res,
    'targets/grid',
    { title, wide: true, status: answer.status },
    {
      unit: unit.fullName,
      title,
      action: path,
      fileAction: `${path}/file`,
      bookHref: `${path}/targets.xlsx?year=${grid.year}`,
      fileFields: [{ name: 'year', value: grid.year }],
      backHref: `/consolidation/${unit.id}`,
      links: linksOf(visit),
      year: grid.year,
      seen: grid.seen,
      years: yearSwitcher(visit, grid.year),
      heads: rows[0]?.boxes.map(it => it.head) ?? [],
      rows,
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

const linksOf = ({ unit, lang }: UnitVisit<Unit>) =>
  (['graduates', 'difficulty', 'distance'] as const).map(it => ({
    href: `/targets/${unit.id}/${it}`,
    label: say(lang, `targets.link.${it}`),
  }))

/** Targets are set a year ahead at most; the portal knows no year before 2023. */
function yearSwitcher({ unit, lang, now }: UnitVisit<Unit>, year: string) {
  const to = (first: number) => {
    const label = `${first}-${first + 1}`
    return { href: `/targets/${unit.id}?year=${label}`, label: say(lang, 'targets.toYear', { year: label }) }
  }
  const present = schoolYearOf(monthOfDay(dayAt(now)))
  const [first, running] = [Number(year.slice(0, 4)), Number(present.slice(0, 4))]
  return {
    previous: first > 2023 ? to(first - 1) : null,
    next: first <= running ? to(first + 1) : null,
    current: first === running ? null : { ...to(running), label: say(lang, 'targets.toNow') },
  }
}
