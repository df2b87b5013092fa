import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describeSchema } from '../../src/db/describe.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'
import { root } from '../support/sources.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())

describe('migrations/schema.txt', () => {
  it('says what the migrations make', async () => {
    expect(readFileSync(path.join(root, 'migrations/schema.txt'), 'utf8')).toBe(
      await describeSchema(database.db),
    )
  })
})

describe('.env.example', () => {
  it('names every setting that config.ts reads', () => {
    const example = readFileSync(path.join(root, '.env.example'), 'utf8')
    const named = readFileSync(path.join(root, 'src/config.ts'), 'utf8').matchAll(/^ {2}([A-Z_]{3,}):/gm)
    const settings = [...named].map(match => match[1] ?? '')
    expect(settings.length).toBeGreaterThan(8)
    expect(settings.filter(name => !new RegExp(`^${name}=`, 'm').test(example))).toEqual([])
  })
})
