import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { transform } from '@swc/core'
import { root } from './sources.ts'

/** What holds code, and what the code reads beside itself. */
const CODE = ['src', 'scripts', 'migrations', 'test/support']
const BESIDE = ['data', 'views', 'public', 'node_modules', 'package.json']

/** `from './x.ts'` as it stands once the file is `x.js`. */
const imported = /((?:from|import)\s*\(?\s*'\.[^']*)\.ts'/g

let built: Promise<string> | undefined

/**
 * A folder of the portal's programs with their types taken off (`scripts/x.js` is `scripts/x.ts`), made once for a test file:
 * Node starts them in half the time that tsx takes. The starts that people type (`npm start`, `npm run deadline`) are tested
 * through tsx. The folder goes with the run's cluster, inside which it is.
 */
export function programs(): Promise<string> {
  built ??= buildPrograms()
  return built
}

async function buildPrograms(): Promise<string> {
  const folder = await mkdtemp(path.join(process.env.TEST_CLUSTER_DIRECTORY ?? tmpdir(), 'programs-'))
  const lists = await Promise.all(CODE.map(it => readdir(path.join(root, it), { recursive: true })))
  const files = CODE.flatMap((it, at) => (lists[at] ?? []).map(name => path.join(it, name)))
  await Promise.all(files.filter(it => it.endsWith('.ts')).map(it => build(it, folder)))
  for (const it of BESIDE) await symlink(path.join(root, it), path.join(folder, it))
  return folder
}

async function build(file: string, folder: string): Promise<void> {
  const { code } = await transform(await readFile(path.join(root, file), 'utf8'), {
    filename: file,
    swcrc: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  })
  const to = path.join(folder, file.replace(/\.ts$/, '.js'))
  await mkdir(path.dirname(to), { recursive: true })
  await writeFile(to, code.replaceAll(imported, "$1.js'"))
}
