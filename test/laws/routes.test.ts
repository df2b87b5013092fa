import { createApp } from '../../src/app.ts'
import * as questions from '../../src/people/access.rules.ts'
import { anyone } from '../../src/web/routes.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { sourcesIn } from '../support/sources.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal('2026-11-24T08:00:00+07:00')
})
afterAll(() => portal.close())

describe('every route', () => {
  it('declares a question from access.rules', () => {
    const known = new Set([...Object.keys(questions), anyone.name])
    const { routes } = createApp(portal)
    expect(routes.length).toBeGreaterThan(5)
    expect(routes.filter(({ question }) => !known.has(question))).toEqual([])
  })

  it('is added through the table of routes, never on a router of its own', () => {
    const own = sourcesIn('src').filter(
      ({ file, text }) => file.endsWith('.pages.ts') && /\bRouter\(|express\(/.test(text),
    )
    expect(own.map(it => it.file)).toEqual([])
  })
})

describe('every write', () => {
  /** Not acts of a person: the letters' ledger and its ticks, sessions, one-use links' counters, the trial's inbox. */
  const exceptions =
    /^src\/(audit\/change\.ts|reminders\/.*\.store\.ts|mail\/preview\.ts|people\/session\.store\.ts|jobs\.ts)$/

  it('takes a transaction, so that only change() can start it', () => {
    const writes = /\b(db)\s*\.(insertInto|updateTable|deleteFrom)\b/
    expect(
      sourcesIn('src')
        .filter(({ file, text }) => !exceptions.test(file) && writes.test(text))
        .map(it => it.file),
    ).toEqual([])
  })

  it('starts in change(), which records it', () => {
    const starts = sourcesIn('src').filter(
      ({ file, text }) => !exceptions.test(file) && /\.transaction\(\)/.test(text),
    )
    expect(starts.map(it => it.file)).toEqual([])
  })
})
