import type { Day } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatDayLong } from '../words/vietnamese.ts'
import { capital, type PaperHead, paperNumber } from './paper-model.rules.ts'

export type Issuer = {
  superior: string
  agency: readonly string[]
  place: string
  /** Before the stroke; '' is left to be written by hand. */
  number: string
  /** After the stroke: 'BC-SGDĐT'. */
  code: string
  day: Day
}

/** Both heads. What an office has not settled is a row of dots, to be filled in by hand. */
export function paperHead({ superior, agency, place, number, code, day }: Issuer): PaperHead {
  const dots = say('vi', 'papers.dots')
  return {
    superior: capital(superior),
    agency: agency.map(capital),
    number: say('vi', 'papers.number', { number: paperNumber(number) || dots, code: code || dots }),
    placeDate: say('vi', 'papers.placeDate', { place: place || dots, day: formatDayLong(day) }),
  }
}

/** Who gets it: what the office has settled, with where it is filed at the end. */
export const recipientsWith = (first: readonly string[], filedUnder: string): string[] => [
  ...first,
  filedUnder ? say('vi', 'papers.filed', { unit: filedUnder }) : say('vi', 'papers.filedPlain'),
]
