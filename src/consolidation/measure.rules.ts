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
 * Heights of one sheet's parts, all in one unit: of what a page holds at the sheet's width, of what comes before
 * the rows, of the heads repeated on each page, of each row, and of what closes the sheet.
 */
export type SheetHeights = {
  page: number
  opening: number
  repeated: number
  rows: readonly number[]
  closing: number
}

/**
 * On how many pages a sheet is to be fitted, so that the closing block (total, note, signatures) does not stand
 * alone on the last one: a page that holds signatures alone is no paper to sign. What would spill over by little is
 * shrunk back onto the page before; each program does that by its own measure, so that none needs to be known exactly.
 */
export function pagesFor({ page, opening, repeated, rows, closing }: SheetHeights): number {
  let pages = 1
  let used = opening
  for (const row of rows) {
    if (used + row > page) {
      pages += 1
      used = repeated
    }
    used += row
  }
  if (used + closing > page) return pages
  const company = used - repeated
  return pages > 1 && company < page * spillOf(pages - 1) ? pages - 1 : pages
}

/** How far a last page must be filled beside the closing block; programs drift apart from page to page. */
const spillOf = (pages: number): number => Math.min(0.02 + 0.03 * pages, 0.2)
