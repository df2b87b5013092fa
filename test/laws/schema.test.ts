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

describe('every setting that config.ts reads', () => {
  const named = readFileSync(path.join(root, 'src/config.ts'), 'utf8').matchAll(/^ {2}([A-Z_]{3,}):/gm)
  const settings = [...named].map(match => match[1] ?? '')

  it('is named in .env.example', () => {
    const example = readFileSync(path.join(root, '.env.example'), 'utf8')
    expect(settings.length).toBeGreaterThan(8)
    expect(settings.filter(name => !new RegExp(`^${name}=`, 'm').test(example))).toEqual([])
  })

  it('can be given to the container, but for the trial’s own', () => {
    const compose = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8')
    const lacking = settings.filter(name => !new RegExp(`^ {6}${name}:`, 'm').test(compose))
    expect(lacking).toEqual(['DATA_DIR'])
  })
})
