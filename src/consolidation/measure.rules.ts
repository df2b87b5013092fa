/**
 * How much room text and rows take on paper. Excel grows no row by itself when a file opens, so heights are
 * written, and they are reckoned on the safe side.
 */

/** Lines that a text takes, wrapped between words, in a cell that holds so many characters a line. */
export function linesOf(text: string, characters: number): number {
  return text.split('\n').reduce((lines, paragraph) => lines + wrapped(paragraph, characters), 0)
}

function wrapped(paragraph: string, characters: number): number {
  let lines = 1
  let used = 0
  for (const word of paragraph.split(' ')) {
    if (used > 0 && used + 1 + word.length > characters) {
      lines += 1
      used = 0
    }
    used += (used > 0 ? 1 : 0) + word.length
    if (used > characters) {
      lines += Math.ceil(used / characters) - 1
      used = used % characters
    }
  }
  return lines
}

/**
 * Heights of one sheet's parts, all in one unit: of what a page holds (as each program that may print it reckons),
 * of what comes before the rows, of the heads repeated on each page, of each row, and of what closes the sheet.
 */
export type Pages = {
  pages: readonly number[]
  opening: number
  repeated: number
  rows: readonly number[]
  closing: number
}

/** Rows that go over with the signatures to a page of their own: a page that holds signatures alone is no paper to sign. */
const COMPANY = 3

/** What a sheet is told: by how much to stretch its rows, or to shrink all of it onto one page. */
export type Paging = { stretch: number; onePage: boolean }

/**
 * How to keep the closing block (total, note, signatures) from standing alone on its page: as it is, when it does
 * not anyway; else rows a little tighter, when that saves the page, else a little wider, which brings rows along;
 * and a table that is just too long for one page, with too few rows to bring along, is shrunk onto it.
 */
export function pagingFor(sheet: Pages): Paging {
  const enough = Math.min(COMPANY, sheet.rows.length)
  const capacities = between(Math.min(...sheet.pages) * 0.955, Math.max(...sheet.pages))
  const fitting = (stretch: number) =>
    capacities.filter(page => rowsOnLastPage(sheet, { page, stretch }) >= enough).length
  let best = { stretch: 1, fits: 0 }
  for (const stretch of STRETCHES) {
    const fits = fitting(stretch)
    if (fits > best.fits) best = { stretch, fits }
    if (fits === capacities.length) break
  }
  const height = sheet.opening + sheet.closing + sheet.rows.reduce((sum, it) => sum + it, 0)
  const onePage = best.fits < capacities.length && height <= Math.min(...sheet.pages) * MOST_SHRUNK
  return onePage ? { stretch: 1, onePage } : { stretch: best.stretch, onePage }
}

/** Programs and printers differ a little in what a page holds: what is good for all of these is good for any. */
const between = (least: number, most: number): number[] =>
  [0, 1 / 6, 1 / 3, 1 / 2, 2 / 3, 5 / 6, 1].map(share => least + (most - least) * share)

/** Shrunk by more than this, letters would be hard to read. */
const MOST_SHRUNK = 1.3

/** 1, then down to 0.93, then up to 1.45. */
const STRETCHES = [
  ...Array.from({ length: 8 }, (_, i) => 1 - i / 100),
  ...Array.from({ length: 45 }, (_, i) => 1.01 + i / 100),
]

/** How many rows share the page on which the closing block stands. */
function rowsOnLastPage(
  { opening, repeated, rows, closing }: Pages,
  { page, stretch }: { page: number; stretch: number },
): number {
  let used = opening
  let on = 0
  for (const row of rows) {
    if (used + row * stretch > page) {
      used = repeated
      on = 0
    }
    used += row * stretch
    on += 1
  }
  return used + closing > page ? 0 : on
}
