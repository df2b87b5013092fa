import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkReport, type Finding } from '../../src/reports/check.rules.ts'
import { parseEdition } from '../../src/reports/edition.rules.ts'
import { type Edition, type Field, type Figures, fieldName, fieldsOf } from '../../src/reports/form.rules.ts'

const file = path.resolve(import.meta.dirname, '../../data/form-editions/2023-10.json')

/** The first edition's file, fresh each time so that a test may spoil it. */
export const firstEditionJson = (): unknown => JSON.parse(readFileSync(file, 'utf8'))

export const firstEdition: Edition = parseEdition(firstEditionJson())

export const COHORTS = [2026, 2025, 2024]
export const ALL_ON: ReadonlySet<string> = new Set(['poor', 'disabled', 'reasons'])
export const NONE_ON: ReadonlySet<string> = new Set()

export const boxes = (switches = NONE_ON, cohorts = COHORTS): Field[] =>
  fieldsOf(firstEdition, cohorts, switches)

/** A commune with 20 in neither (10, 6 and 4 by cohort), in which everything agrees, with every switch on. */
export const soundFigures: Figures = {
  ...cohort(2026, { graduates: 100, in_thpt: 60, in_gdtx: 15, in_voc: 10, neither: 10, unknown: 5 }),
  ...cohort(2026, { female: 4, minority: 7, minority_female: 3, poor: 6, disabled: 1 }),
  ...cohort(2025, { graduates: 90, in_thpt: 60, in_gdtx: 12, in_voc: 10, neither: 6, unknown: 2 }),
  ...cohort(2025, { female: 3, minority: 4, minority_female: 2, poor: 3, disabled: 0 }),
  ...cohort(2024, { graduates: 80, in_thpt: 56, in_gdtx: 10, in_voc: 9, neither: 4, unknown: 1 }),
  ...cohort(2024, { female: 2, minority: 3, minority_female: 1, poor: 2, disabled: 0 }),
  ...{ sit_local_work: 8, sit_away_work: 6, sit_idle: 3, sit_waiting: 1, sit_other: 0, sit_unknown: 2 },
  ...{ rsn_poverty: 6, rsn_ability: 4, rsn_distance: 2, rsn_no_wish: 3, rsn_family_labour: 2 },
  ...{ rsn_married: 1, rsn_health: 1, rsn_other: 1 },
  ...{ wish_vocational: 9, wish_gdtx: 4 },
  ...{
    flow_new: 0,
    flow_in: 0,
    flow_to_thpt: 0,
    flow_to_gdtx: 0,
    flow_to_voc: 0,
    flow_out: 0,
    flow_adjust: 0,
  },
}

export function cohort(year: number, figures: Record<string, number | null>): Figures {
  return Object.fromEntries(Object.entries(figures).map(([code, figure]) => [fieldName(code, year), figure]))
}

type Given = Partial<Parameters<typeof checkReport>[0]>

/** The findings on sound figures with some of them changed, and nothing known of earlier months unless given. */
export const findingsWith = (changed: Figures, given: Given = {}): Finding[] =>
  checkReport({
    edition: firstEdition,
    fields: boxes(ALL_ON),
    figures: { ...soundFigures, ...changed },
    texts: {},
    previous: null,
    earlier: [],
    ...given,
  })

export const codesOf = (findings: readonly Finding[]): string[] => findings.map(it => it.code)
