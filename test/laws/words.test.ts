import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { all } from '../../src/words/all.ts'
import { root, sourcesIn } from '../support/sources.ts'

const entries = Object.entries(all)
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort()

describe('words', () => {
  it('stand in both languages with the same placeholders', () => {
    const broken = entries.filter(
      ([, { vi, en }]) => !vi.trim() || !en.trim() || String(placeholders(vi)) !== String(placeholders(en)),
    )
    expect(broken.map(([key]) => key)).toEqual([])
  })

  it('are in composed Unicode', () => {
    expect(entries.filter(([, { vi }]) => vi !== vi.normalize('NFC')).map(([key]) => key)).toEqual([])
  })

  it('have each key in one file only', () => {
    const keys = sourcesIn('src/words').flatMap(({ text }) =>
      [...text.matchAll(/^ {2}'([\w.-]+)': \{/gm)].map(match => match[1]),
    )
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('hold every key that a view names', () => {
    const folder = path.join(root, 'views')
    const views = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.hbs'),
    )
    const named = views.flatMap(name =>
      [...readFileSync(path.join(folder, name), 'utf8').matchAll(/[{(]t "([\w.-]+)"/g)].map(match => ({
        view: name,
        key: match[1] ?? '',
      })),
    )
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(({ key }) => !Object.hasOwn(all, key))).toEqual([])
  })

  it('are the only place of Vietnamese in code', () => {
    const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    // Names and terms that are data, not sentences: the cast, the product's name, what offices are called, words looked for.
    const data =
      'config|people/cast.rules|units/founding.rules|units/office.rules|trial/trial.store|reports/person(al-data|-name).rules'
    const allowed = new RegExp(`^src/(words/|(${data})\\.ts$)`)
    const broken = sourcesIn('src').filter(
      ({ file, text }) => !allowed.test(file) && vietnamese.test(code(text)),
    )
    expect(broken.map(it => it.file)).toEqual([])
  })
})
