import { readdirSync } from 'node:fs'
import path from 'node:path'
import { all, type Key, say } from '../../src/words/all.ts'
import type { Words } from '../../src/words/words.ts'

const folder = path.resolve(import.meta.dirname, '../../src/words')
const files = readdirSync(folder).filter(name => name.endsWith('.words.ts'))
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([it]) => it).toSorted()

test('a sentence comes in the language asked for, with its params', () => {
  expect(say('vi', 'calendar.left.days', { days: 3 })).toBe('còn 3 ngày')
  expect(say('en', 'calendar.left.days', { days: 3 })).toBe('3 days left')
})

test('a sentence with a missing param is never shown', () => {
  expect(() => say('vi', 'calendar.left.days')).toThrow('{days}')
})

test('a key that nobody wrote is an error, also where the compiler does not look', () => {
  expect(() => say('vi', 'no.such.words' as Key)).toThrow('no.such.words')
  expect(() => say('vi', 'toString' as Key)).toThrow('toString')
})

test('every catalogue is in the one that is used, and no key is written twice', async () => {
  const keys: string[] = []
  for (const file of files) {
    const catalogues: Record<string, Words> = await import(path.join(folder, file))
    keys.push(...Object.values(catalogues).flatMap(words => Object.keys(words)))
  }
  expect(keys.toSorted()).toEqual(Object.keys(all).toSorted())
})

test('both languages say the same with the same params, in NFC', () => {
  for (const [key, { vi, en }] of Object.entries(all)) {
    expect([key, placeholders(en)]).toEqual([key, placeholders(vi)])
    expect([key, vi.normalize('NFC')]).toEqual([key, vi])
    expect([key, vi.trim() !== '' && en.trim() !== '']).toEqual([key, true])
  }
})
