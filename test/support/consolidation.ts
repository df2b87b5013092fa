import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { deadlineOf, defaultPolicy, holidaysByDay } from '../../src/calendar/deadline.rules.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import {
  type ConsolidationInput,
  type CountedVersion,
  consolidate,
} from '../../src/consolidation/consolidate.rules.ts'
import type { Place } from '../../src/consolidation/place.rules.ts'
import type { ConsolidationTable, Paper } from '../../src/consolidation/table.rules.ts'
import { parseEdition } from '../../src/reports/edition.rules.ts'
import { cohortsOf, fieldsOf } from '../../src/reports/form.rules.ts'
import { root } from './sources.ts'

/** Tables made of the nation's real units and made-up figures, for rules and books. */

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

export const edition = parseEdition(JSON.parse(read('data/form-editions/2023-10.json')))

export const paper: Paper = {
  superiorName: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
  agencyName: 'Sở Giáo dục và Đào tạo',
  place: 'Quảng Ngãi',
  documentCode: 'BC-SGDĐT',
  signerTitle: 'Giám đốc',
  signerName: 'Bùi Thu Hà',
  preparedBy: 'Nguyễn Thị Mai',
  authority: '',
  documentNumber: '',
  annex: null,
  maskSmallCells: false,
}

export const OFFICE = 900

type UnitLine = { level: string; code: string; name: string; full_name: string; parent_code: string }

const lines = () =>
  parse(read('data/units-2025.csv'), { bom: true, columns: true, comment: '#' }) as UnitLine[]

/** The communes of one province, straight under the office. */
export function communesOf(province: string): Place[] {
  return lines()
    .filter(it => it.level === 'commune' && it.parent_code === province)
    .map((it, index) => ({
      id: 1000 + index,
      kind: 'commune',
      name: it.name,
      fullName: it.full_name,
      parentId: OFFICE,
    }))
}

/** The 3,321 communes of the nation under 34 offices under it. */
export function wholeNation(): Place[] {
  const provinces = lines().filter(it => it.level === 'province')
  const offices = new Map(provinces.map((it, index) => [it.code, 10 + index]))
  return [
    ...provinces.map(
      (it, index): Place => ({
        id: 10 + index,
        kind: 'office',
        name: it.name,
        fullName: `Sở Giáo dục và Đào tạo ${it.full_name}`,
        parentId: OFFICE,
      }),
    ),
    ...lines()
      .filter(it => it.level === 'commune')
      .map(
        (it, index): Place => ({
          id: 1000 + index,
          kind: 'commune',
          name: it.name,
          fullName: it.full_name,
          parentId: offices.get(it.parent_code) ?? OFFICE,
        }),
      ),
  ]
}

/** Figures that fit together, the same for the same seed. */
export function figuresFor(seed: number, month = '2026-10', switches: string[] = []): Record<string, number> {
  const cohorts = cohortsOf(edition, asMonth(month))
  const figures: Record<string, number> = {}
  for (const { name } of fieldsOf(edition, cohorts, new Set(switches))) figures[name] = 0
  let neither = 0
  for (const [age, cohort] of cohorts.entries()) {
    const here = (seed * 7 + age * 3) % 19
    const parts = {
      in_thpt: 60 + (seed % 83),
      in_gdtx: seed % 23,
      in_voc: (seed * 5) % 17,
      neither: here,
      unknown: seed % 4,
    }
    for (const [code, value] of Object.entries(parts)) figures[`${code}@${cohort}`] = value
    figures[`graduates@${cohort}`] = Object.values(parts).reduce((a, b) => a + b, 0)
    figures[`female@${cohort}`] = Math.floor(here / 2)
    figures[`minority@${cohort}`] = Math.floor(here / 3)
    figures[`minority_female@${cohort}`] = Math.floor(here / 6)
    neither += here
  }
  Object.assign(figures, { sit_local_work: Math.ceil(neither / 2), sit_away_work: Math.floor(neither / 2) })
  Object.assign(figures, {
    wish_vocational: seed % 5,
    flow_new: seed % 3,
    flow_to_voc: seed % 4,
    flow_adjust: (seed % 5) - 2,
  })
  return figures
}

/** A version of a commune that reported on time; change what the story needs. */
export function versionOf(unitId: number, changes: Partial<CountedVersion> = {}): CountedVersion {
  return {
    unitId,
    state: 'submitted',
    onTime: true,
    firstSubmittedAt: new Date('2026-10-20T09:12:00+07:00'),
    versionId: unitId,
    number: 1,
    reason: '',
    nil: false,
    figures: figuresFor(unitId),
    texts: {},
    explanations: {},
    warnings: [],
    submittedAt: new Date('2026-10-20T09:12:00+07:00'),
    by: 'Y Lan',
    ...changes,
  }
}

export function tableOf(changes: Partial<ConsolidationInput>): ConsolidationTable {
  const month = changes.month ?? asMonth('2026-10')
  return consolidate({
    office: { id: OFFICE, name: 'Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi' },
    month,
    edition,
    switches: new Set(),
    deadline: deadlineOf(month, defaultPolicy, holidaysByDay([])),
    units: [],
    versions: [],
    paper,
    ...changes,
  })
}

/** Nine in ten have reported; some late, some returned, some explained, one in Excel's own language. */
export function livelyVersions(units: readonly Place[]): CountedVersion[] {
  return units
    .filter(it => it.kind === 'commune' && it.id % 10 !== 3)
    .map(({ id }) => {
      if (id % 12 === 4)
        return versionOf(id, {
          onTime: false,
          firstSubmittedAt: new Date('2026-10-29T16:05:00+07:00'),
          submittedAt: new Date('2026-10-29T16:05:00+07:00'),
        })
      if (id % 17 === 5) return versionOf(id, { state: 'returned' })
      if (id % 14 === 6)
        return versionOf(id, {
          state: 'accepted',
          warnings: [{ code: 'W2', message: 'Số liệu thay đổi nhiều so với tháng trước (4 → 11).' }],
          explanations: {
            W2: 'Đã rà soát lại cùng trường THCS và các thôn; bảy em nghỉ hẳn lớp 10 sau khai giảng, đang vận động trở lại.',
          },
          texts: {
            actions: 'Phối hợp Trung tâm GDNN-GDTX tư vấn tại ba thôn.',
            proposals: '=HYPERLINK("http://x","Hỗ trợ xe buýt")',
          },
        })
      return versionOf(id, { state: 'accepted' })
    })
}
