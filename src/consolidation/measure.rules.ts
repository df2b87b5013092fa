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

/** Heights of one sheet's parts, all in the same unit: of a page, before and between its rows, at its end. */
export type Pages = {
  page: number
  opening: number
  repeated: number
  rows: readonly number[]
  closing: number
}

/** Rows that go over with the signatures to a page of their own: a page that holds signatures alone is no paper to sign. */
const COMPANY = 3

/**
 * By how much to stretch the rows so that the closing block (total, note, signatures) never stands alone on its
 * page: 1 when it does not anyway; else a little tighter, when that saves the page, else a little wider, which
 * brings rows along.
 */
export function stretchFor(sheet: Pages): number {
  const enough = Math.min(COMPANY, sheet.rows.length)
  const isGood = (stretch: number) =>
    sheet.pages.every(page => rowsOnLastPage(sheet, { page, stretch }) >= enough)
  return STRETCHES.find(isGood) ?? 1
}

/** 1, then down to 0.93, then up to 1.25. */
const STRETCHES = [
  ...Array.from({ length: 8 }, (_, i) => 1 - i / 100),
  ...Array.from({ length: 25 }, (_, i) => 1.01 + i / 100),
]

/** How many rows share the page on which the closing block stands. A little of each page is left to chance. */
function rowsOnLastPage(
  { opening, repeated, rows, closing }: Pages,
  { page, stretch }: { page: number; stretch: number },
): number {
  const usable = page * 0.99
  let used = opening
  let on = 0
  for (const row of rows) {
    if (used + row * stretch > usable) {
      used = repeated
      on = 0
    }
    used += row * stretch
    on += 1
  }
  return used + closing > usable ? 0 : on
}
