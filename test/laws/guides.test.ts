import { readFileSync } from 'node:fs'
import path from 'node:path'
import { all } from '../../src/words/all.ts'
import { root } from '../support/sources.ts'

/** A sentence as a pattern: a placeholder stands for anything, as "Lấy số tháng …" does in a guide. */
function patternOf(sentence: string): RegExp {
  const parts = sentence.split(/\{\w+\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`)
}

/** Without those that are hardly more than placeholders ('{day} {name}'), which would fit anything. */
const sentences = Object.values(all)
  .filter(({ vi }) => vi.replace(/\{\w+\}|\P{L}/gu, '').length >= 3)
  .map(({ vi }) => patternOf(vi))
const isSaid = (name: string) => sentences.some(it => it.test(name))

describe('the user guides', () => {
  it.each(['commune', 'office'])('name buttons and pages as the portal does (%s)', guide => {
    const view = readFileSync(path.join(root, `views/guide/${guide}.hbs`), 'utf8').replace(
      /\{\{!--[\s\S]*?--\}\}/,
      '',
    )
    const named = [...view.matchAll(/<b>([^<]+)<\/b>/g)].map(match => match[1] ?? '')
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter(name => !isSaid(name))).toEqual([])
  })
})
