/** Room for words in a picture: how wide they are, and where labels go that would stand over each other. */

/** About how wide a text is drawn, on the safe side: the page's fonts differ a little. */
export const widthOf = (text: string, size: number, bold = false): number =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size * (bold ? 1.07 : 1)

function letterWidth(letter: string): number {
  if (/[\s.,:;|'’ijlt()/!-]/i.test(letter) && !/[LJT]/.test(letter)) return 0.33
  if (/[mwMW%—–]/.test(letter)) return 0.88
  if (/\p{Lu}/u.test(letter)) return 0.7
  return 0.56
}

/** Words in as many lines as the width needs. */
export function linesIn(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** A name cut to its room; the whole of it stands in the table. */
export function cutTo(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** The first of the variants that has room, longest first; '' when none has. */
export const fitting = (variants: readonly string[], width: number, size: number): string =>
  variants.find(it => widthOf(it, size) <= width) ?? ''

/**
 * Where labels stand that want to be at `wanted`, each with its own height and none over another, within the bounds as
 * long as there is room. Same order as given; heights are around the centre.
 */
export function spread(
  wanted: readonly { y: number; height: number }[],
  { top, bottom }: { top: number; bottom: number },
): number[] {
  const order = wanted.map((it, at) => ({ ...it, at })).sort((a, b) => a.y - b.y)
  const total = order.reduce((sum, it) => sum + it.height, 0)
  let free = top
  let left = total
  const places = new Map<number, number>()
  for (const { y, height, at: index } of order) {
    const start = Math.max(free, Math.min(y - height / 2, bottom - left))
    places.set(index, start + height / 2)
    free = start + height
    left -= height
  }
  return wanted.map((_, index) => places.get(index) ?? top)
}
