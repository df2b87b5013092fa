import { existsSync } from 'node:fs'
import { featureOf, type Kind, kindOf, type Source, sourcesIn } from '../support/sources.ts'

const sources = sourcesIn('src')

/** What each kind may import (docs: ARCHITECTURE.md). `change.ts` and `password.ts` are verbs that stores' callers share. */
const mayImport: Record<Kind, readonly Kind[]> = {
  rules: ['rules'],
  ground: ['ground', 'rules'],
  store: ['rules', 'ground', 'store'],
  mail: ['rules', 'ground', 'mail'],
  workbook: ['rules', 'ground', 'workbook'],
  document: ['rules', 'ground', 'document'],
  verb: ['rules', 'ground', 'store', 'mail', 'workbook', 'document', 'verb'],
  pages: ['rules', 'ground', 'store', 'mail', 'workbook', 'document', 'verb'],
  top: ['rules', 'ground', 'store', 'mail', 'workbook', 'document', 'verb', 'pages', 'top'],
}

/** Features stand in ranks; a feature imports from its own rank and those to its left. */
const ranks = [
  ['calendar', 'units', 'people', 'audit'],
  ['reports', 'targets'],
  ['reminders', 'consolidation', 'charts'],
  ['trial'],
]
const rankOf = (feature: string) => ranks.findIndex(rank => rank.includes(feature))

const wordsAre = (file: string) => file.startsWith('src/words/')

describe('the import law', () => {
  const edges = sources.flatMap(source => source.imports.map(target => ({ from: source.file, to: target })))

  it('lets each kind of file import only what it may', () => {
    const broken = edges.filter(({ from, to }) => {
      if (!to.startsWith('src/')) return false
      if (wordsAre(to) || to === 'src/config.ts') return false
      return !mayImport[kindOf(from)].includes(kindOf(to))
    })
    expect(broken).toEqual([])
  })

  it('lets features import only leftward', () => {
    const broken = edges.filter(({ from, to }) => {
      const [source, target] = [featureOf(from), featureOf(to)]
      return source && target && source !== target && rankOf(target) > rankOf(source)
    })
    expect(broken).toEqual([])
  })

  it('lets ground know no feature but its rules', () => {
    const broken = edges.filter(
      ({ from, to }) => kindOf(from) === 'ground' && featureOf(to) && kindOf(to) !== 'rules',
    )
    expect(broken).toEqual([])
  })

  it('names only files that are there', () => {
    expect(edges.filter(({ to }) => !existsSync(to))).toEqual([])
  })
})

describe('packages have their room', () => {
  const usersOf = (name: string) =>
    sources.filter(({ packages }) => packages.some(it => it === name || it.startsWith(`${name}/`)))
  const outside = (name: string, allowed: (source: Source) => boolean) =>
    usersOf(name)
      .filter(it => !allowed(it))
      .map(it => it.file)
  const is =
    (...kinds: Kind[]) =>
    (source: Source) =>
      kinds.includes(kindOf(source.file))

  it('kysely only in stores and ground', () => {
    expect(outside('kysely', is('store', 'ground'))).toEqual([])
  })
  it('express only in pages, web and the app', () => {
    expect(
      outside(
        'express',
        it => is('pages')(it) || /^src\/(web\/|app\.ts|people\/session\.store\.ts)/.test(it.file),
      ),
    ).toEqual([])
  })
  it('exceljs only in workbooks', () => {
    expect(outside('exceljs', is('workbook'))).toEqual([])
  })
  it('docx only in documents', () => {
    expect(outside('docx', is('document'))).toEqual([])
  })
  it('what opens and draws files only in files/', () => {
    const inFiles = (source: Source) => source.file.startsWith('src/files/')
    const users = ['yauzl', 'saxes', '@resvg/resvg-js'].flatMap(name => outside(name, inFiles))
    expect(users).toEqual([])
  })
  it('node-cron only in jobs.ts', () => {
    expect(outside('node-cron', it => it.file === 'src/jobs.ts')).toEqual([])
  })
  it('nothing but rules and pure libraries in rules', () => {
    const pure = ['zod', 'csv-parse', 'd3-scale', 'd3-shape', 'jsep']
    const impure = sources
      .filter(is('rules'))
      .filter(it =>
        it.packages.some(name => !pure.some(allowed => name === allowed || name.startsWith(`${allowed}/`))),
      )
    expect(impure.map(it => it.file)).toEqual([])
  })
})

describe('rules are pure', () => {
  it('has no clock, environment or file in them', () => {
    const impure = sources.filter(
      ({ file, text }) =>
        kindOf(file) === 'rules' && /new Date\(\)|Date\.now|process\.|node:fs|Math\.random/.test(text),
    )
    expect(impure.map(it => it.file)).toEqual([])
  })
})

describe('the clock is passed in', () => {
  it('is read in the server and nowhere else', () => {
    const readers = sources.filter(({ text }) => /new Date\(\)|Date\.now\(\)/.test(text)).map(it => it.file)
    expect(readers).toEqual(['src/server.ts'])
  })
})

describe('the environment', () => {
  it('is read by the server alone, and understood by config.ts alone', () => {
    const readers = sources.filter(({ text }) => /process\.env/.test(text)).map(it => it.file)
    expect(readers.filter(file => !['src/server.ts', 'src/db/embedded.ts'].includes(file))).toEqual([])
  })
})

describe('files stay small', () => {
  it('has none over 250 lines', () => {
    const large = [...sources, ...sourcesIn('scripts'), ...sourcesIn('migrations')].filter(
      it => it.lines > 250 && !it.file.startsWith('migrations/'),
    )
    expect(large.map(it => `${it.file} ${it.lines}`)).toEqual([])
  })
})
