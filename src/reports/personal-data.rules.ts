import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { personName } from './person-name.rules.ts'

/**
 * The portal keeps counts only (design §3, Privacy): free text that looks like a pupil's name, ID or phone number
 * or birth date is refused. Amounts of money, numbers and dates of documents, dates of meetings, names of places,
 * bodies and colleagues are not.
 */

/** Years between birth and graduating from grade 9, widely: nobody graduates younger, hardly anybody older. */
const YOUNGEST = 13
const OLDEST = 25

/**
 * Why the text is refused, with the beginning of what was seen so that it can be found; null when it may stay.
 * `cohort` is the newest graduation year on the form: with it a date in the years its pupils were born is taken for
 * a birth date unless it is a document's; without it only a date called one ("sinh ngày …") is.
 */
export function personalData(text: string, cohort: number | null = null, lang: Lang = 'vi'): string | null {
  const plain = text.normalize('NFC').replace(/[\u00a0\u2009\u202f]/g, ' ')
  const refuse = (kind: 'phone' | 'id' | 'birth' | 'name', seen: string) =>
    say(lang, 'form.personal', { what: say(lang, `form.personal.${kind}`), seen: glimpse(seen) })
  const phone = phoneIn(plain)
  if (phone) return refuse('phone', phone)
  const id = idIn(plain)
  if (id) return refuse('id', id)
  const birth = birthDateIn(plain, cohort)
  if (birth) return refuse('birth', birth)
  const name = personName(plain)
  return name ? refuse('name', name) : null
}

/** Enough to find the place, too little to pass it on in a log or a letter. */
const glimpse = (seen: string): string => `${seen.slice(0, 6)}…`

const PHONE = /(?<!\d)(?<!\d[.,/])(?:\+84|84(?=\d{9}(?!\d))|0)[ .-]?\d{1,4}(?:[ .-]?\d{2,4}){1,4}(?!\d)/g

/**
 * Ten digits from 0 (eleven for a fixed line), or nine after +84, together or in the groups people write. The groups
 * tell a number from a date ("05.10.2023 10 em") and from a row of counts ("04 10 12 15 20").
 */
function phoneIn(text: string): string | null {
  for (const [seen] of text.matchAll(PHONE)) {
    const groups = seen.replace(/^\+84[ .-]?/, '0').split(/[ .-]/)
    const digits = groups.join('').replace(/^84(?=\d{9}$)/, '0').length
    const [first = ''] = groups
    const grouped = first.length >= 3 || /^(?:\d{2} \d{4} \d{4}|\d \d{3} \d{3} \d{3})$/.test(groups.join(' '))
    if (grouped && (digits === 10 || digits === 11)) return seen
  }
  return null
}

/** Nine (old) or twelve (new) digits of an identity card; anything as long is a number of a person or an account. */
const ID = /(?<!\d)(?<!\d[.,/])(?:\d{9,15}|0\d{2}(?:[ .]\d{3}){3})(?!\d)(?!\s*(?:đồng|đ|vnđ|vnd)(?!\p{L}))/iu

const idIn = (text: string): string | null => ID.exec(text)?.[0] ?? null

const DATE =
  /(?<![\d/.-])(\d{1,2})(?:\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*|\s+tháng\s+(\d{1,2})\s+năm\s+)((?:19|20)\d{2})(?![\d/])/gi
const CALLED_BIRTH =
  /(?:^|[^\p{L}])(?:(?<!(?:học|tuyển|phát|thí|khai|vệ|tái|dân) )sinh(?: ngày)?|ngày sinh|năm sinh|ns|sn)\s*:?\s*$/iu
/** Only laws and decrees are as old as the form's pupils; "12/2011/TT-BGDĐT" is the number of one. */
const OLD_DOCUMENT = /nghị định|nghị quyết|quyết định|luật|pháp lệnh|thông tư|chỉ thị/iu
const DOCUMENT_NUMBER = /\d\/(?:\d{4}\/)?\p{Lu}{2}/u

function birthDateIn(text: string, cohort: number | null): string | null {
  for (const match of text.matchAll(DATE)) {
    const [seen, day, month, spelled, year] = match
    if (Number(day) > 31 || Number(month ?? spelled) > 12) continue
    const before = text.slice(Math.max(0, match.index - 80), match.index)
    if (CALLED_BIRTH.test(before)) return seen
    const age = cohort === null ? 0 : cohort - Number(year)
    const isDocument = OLD_DOCUMENT.test(before) || DOCUMENT_NUMBER.test(before)
    if (age >= YOUNGEST && age <= OLDEST && !isDocument) return seen
  }
  return null
}
