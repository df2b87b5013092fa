import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

export type Source = {
  /** From the root, with slashes: 'src/reports/report.store.ts'. */
  file: string
  text: string
  lines: number
  /** Files of the project it imports, from the root. */
  imports: string[]
  /** Packages it imports. */
  packages: string[]
}

/** Every TypeScript file of a folder, with what it imports. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => readSource(path.posix.join(folder, name.split(path.sep).join('/'))))
}

function readSource(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8')
  const named = [
    ...text.matchAll(/^(?:import|export)\s[^'"]*?from\s+'([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
  ]
    .map(match => match[1] ?? match[2] ?? match[3])
    .filter(name => name !== undefined)
  const local = named.filter(name => name.startsWith('.'))
  return {
    file,
    text,
    lines: text.split('\n').length - 1,
    imports: local.map(name => path.posix.join(path.posix.dirname(file), name)),
    packages: named.filter(name => !name.startsWith('.') && !name.startsWith('node:')),
  }
}

export type Kind = 'rules' | 'store' | 'pages' | 'mail' | 'workbook' | 'document' | 'ground' | 'verb' | 'top'

const GROUND = ['db', 'files', 'mail', 'web', 'words']

/** What a file is, by its suffix and folder. */
export function kindOf(file: string): Kind {
  const suffix = /\.(rules|store|pages|mail|workbook|document)\.ts$/.exec(file)?.[1]
  if (suffix) return suffix as Kind
  const folder = file.split('/')
  if (folder.length === 2) return 'top'
  return GROUND.includes(folder[1] ?? '') ? 'ground' : 'verb'
}

/** The feature a file belongs to; null for ground and the top. */
export function featureOf(file: string): string | null {
  const parts = file.split('/')
  const folder = parts.length > 2 ? (parts[1] ?? '') : ''
  return folder && !GROUND.includes(folder) ? folder : null
}
