import { fold } from '../words/vietnamese.ts'

/** A unit as the portal knows it; `search` holds every name it has borne. */
type Named = { fullName: string; search: string }

/**
 * Whether the file and the portal mean two units by one code. Sources spell a name with a letter more or less (Bờ Y, Pờ
 * Y; Măng Buk, Măng Bút), and communes became wards, so neither counts.
 */
export function isOtherName(name: string, { fullName, search }: Named): boolean {
  const [asked, known] = [bareName(name), bareName(fullName)]
  return !(fold(search).includes(asked) || isOneLetterOff(asked, known))
}

const bareName = (name: string): string =>
  fold(name)
    .replace(/^(xa|phuong|thi tran|dac khu) /, '')
    .replace(/\b0+(?=\d)/g, '')

function isOneLetterOff(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const left = [a, b].map(it => it.slice(head, it.length - tail))
  return left.every(it => it.length <= 1 && !/\d/.test(it))
}
