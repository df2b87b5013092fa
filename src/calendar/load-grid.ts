import type { Db } from '../db/database.ts'
import type { Lang } from '../words/words.ts'
import { loadOfficeMonths } from './calendar.store.ts'
import { gridRows, movedDues, unnamedRows } from './grid-page.rules.ts'
import { checkGrid, type Grid, type GridError, holidaysAfter, yearsOf } from './holiday-grid.rules.ts'
import { findKnownLines, type Owner } from './holiday-import.store.ts'
import { addMonths, asMonth, monthsFrom } from './month.rules.ts'

export type GridAsked = {
  unit: { id: number }
  owner: Owner
  grid: Grid
  errors: readonly GridError[]
  /** Lines of the table that the grid does not name may be removed. */
  replaces: boolean
  lang: Lang
}

/** A grid as its page shows it: beside the table as it is, with the due dates that entering it would move. */
export async function loadGrid(db: Db, { unit, owner, grid, errors, replaces, lang }: GridAsked) {
  const years = yearsOf(grid.lines)
  const months = years.flatMap(year =>
    monthsFrom(addMonths(asMonth(`${year}-01`), -1), asMonth(`${year}-12`)),
  )
  const [known, loaded] = await Promise.all([
    findKnownLines(db, { officeId: unit.id, owner }, years),
    loadOfficeMonths(db, unit.id, [...new Set(months)]),
  ])
  const checked = checkGrid(grid, known, lang)
  const now = loaded[0]?.facts.holidays ?? new Map()
  const drop = replaces ? grid.drop : []
  const after = 'rows' in checked ? holidaysAfter(now, known, { rows: checked.rows, drop }) : null
  return {
    rows: gridRows(grid, { known, errors, lang }),
    unnamed: replaces ? unnamedRows(grid, known, lang) : [],
    weighed: after !== null,
    moved: after ? movedDues(loaded, after, lang) : [],
  }
}
