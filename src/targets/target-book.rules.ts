import { say } from '../words/all.ts'
import type { Target } from './target.rules.ts'
import { type GridUnit, measures, SOURCE_LENGTH } from './target-grid.rules.ts'

/** What the workbook of a school year's targets holds (target.workbook draws it). */
export function targetBook(
  { year, units, stored }: { year: string; units: readonly GridUnit[]; stored: readonly Target[] },
  office: string,
) {
  const error = say('vi', 'targets.bad')
  const shares = measures.map(measure => ({
    head: say('vi', 'targets.percent', { measure: say('vi', `targets.measure.${measure}`) }),
    width: 18,
    takes: { kind: 'percent' as const, most: 100, error },
  }))
  const source = {
    head: say('vi', 'targets.source'),
    width: 46,
    takes: {
      kind: 'text' as const,
      most: SOURCE_LENGTH,
      error: say('vi', 'targets.badSource', { max: SOURCE_LENGTH }),
    },
  }
  const ownOf = (id: number) => stored.filter(it => it.unitId === id)
  return {
    sheet: say('vi', 'targets.link'),
    mark: say('vi', 'targets.file.mark', { year }),
    title: say('vi', 'targets.file.title', { year, office }),
    note: say('vi', 'targets.file.note'),
    columns: [...shares, source],
    rows: units.map(({ id, code, name }) => {
      const own = ownOf(id)
      const percents = measures.map(it => own.find(target => target.measure === it)?.percent ?? null)
      return { code, name, values: [...percents, own.find(it => it.source !== '')?.source ?? null] }
    }),
  }
}
