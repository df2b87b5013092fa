import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'

const folder = path.resolve(import.meta.dirname, '../../data')
const read = (file: string): Record<string, string>[] =>
  parse<Record<string, string>>(readFileSync(path.join(folder, file)), { bom: true, columns: true })

const units = read('units-2025.csv')
const communes = new Map(units.filter(it => it.level === 'commune').map(it => [it.code, it]))

test('the nation has 34 provinces and 3,321 communes, each under one of them', () => {
  const provinces = new Set(units.filter(it => it.level === 'province').map(it => it.code))
  expect([provinces.size, communes.size, units.length]).toEqual([34, 3321, 3355])
  expect([...communes.values()].filter(it => !provinces.has(it.parent_code))).toEqual([])
})

test.each([
  ['mapping-2023-2025-kon-tum.csv', 102],
  ['mapping-old-new-vn.csv', 10602],
])('every successor in %s is a unit of 2025 in that province', (file, lines) => {
  const mapping = read(file)
  expect(mapping).toHaveLength(lines)
  expect(mapping.filter(it => communes.get(it.new_code)?.parent_code !== it.new_province_code)).toEqual([])
})

test("each of Kon Tum's 102 communes of 2023 has its successor", () => {
  const before = read('units-2023-kon-tum.csv').filter(it => it.level === 'commune')
  const merged = read('mapping-2023-2025-kon-tum.csv').map(it => it.old_code)
  expect(merged.toSorted()).toEqual(before.map(it => it.code).toSorted())
})
