import { say } from '../words/all.ts'
import {
  COUNT_SOURCE_LENGTH,
  type CountGrid,
  MOST_GRADUATES,
  type SchoolCount,
} from './school-count.rules.ts'

/** What the workbook of the schools' graduates holds (target.workbook draws it). */
export function countBook(
  { units, cohorts, stored }: CountGrid & { stored: readonly SchoolCount[] },
  office: string,
) {
  const years = cohorts.map(year => ({
    head: say('vi', 'schoolCount.cohort', { year }),
    width: 18,
    takes: { kind: 'whole' as const, most: MOST_GRADUATES, error: say('vi', 'schoolCount.bad') },
  }))
  const max = COUNT_SOURCE_LENGTH
  const source = {
    head: say('vi', 'schoolCount.source'),
    width: 46,
    takes: { kind: 'text' as const, most: max, error: say('vi', 'targets.badSource', { max }) },
  }
  return {
    sheet: say('vi', 'schoolCount.sheet'),
    mark: say('vi', 'schoolCount.mark'),
    title: say('vi', 'schoolCount.bookTitle', { office }),
    note: say('vi', 'schoolCount.bookNote'),
    columns: [...years, source],
    rows: units.map(({ id, code, name }) => {
      const own = stored.filter(it => it.unitId === id)
      const counts = cohorts.map(year => own.find(it => it.cohort === year)?.graduates ?? null)
      return { code, name, values: [...counts, own.find(it => it.source !== '')?.source ?? null] }
    }),
  }
}
