import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { openEmbedded } from '../src/db/embedded.ts'
import { editionFor } from '../src/reports/edition.store.ts'
import { readArguments } from './arguments.ts'
import { measureFiles } from './bench/files.ts'
import { measureMails } from './bench/mails.ts'
import { nodeOptions, type Row } from './bench/measure.ts'
import { measurePages } from './bench/pages.ts'
import { measurePlan } from './bench/plan.ts'
import { measureStore } from './bench/store.ts'
import { measureSubmit } from './bench/submit.ts'
import { measureTemplates } from './bench/templates.ts'
import { type BenchWorld, OPEN_MONTH, openLarge, openSmall } from './bench/world.ts'

/** Measures the product and its limits in one run, on the embedded PostgreSQL, and prints their ratios. */
const USAGE =
  'usage: npm run -s bench -- [--json] [--write] (--write puts the table into docs/performance.md)'
const { values } = readArguments(USAGE, {
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
})
const say = values.json ? () => {} : console.log

const directory = await mkdtemp(path.join(tmpdir(), 'ngay-25-bench-'))
const cluster = await openEmbedded({ directory, flags: ['shared_buffers=256MB', 'jit=off'] })
const children: ChildProcess[] = []
const rows: Row[] = []
try {
  say(
    `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  )
  const small = await openSmall(cluster)
  const large = await openLarge(cluster)
  const { edition } = await editionFor(large.db, OPEN_MONTH)
  add(await measurePlan(small, large))
  // Before anybody reports: then every commune is owed a letter.
  add(await measureMails(large))
  const ports = { portal: await serve('portal', large), bare: await serve('bare', large) }
  add(await measureSubmit(large, edition, ports))
  add(await measurePages(large, '3,321 communes', ports))
  const smallPorts = { ...ports, portal: await serve('portal', small) }
  add(await measurePages(small, '96 communes', smallPorts))
  add(await measureStore(small, '96 communes', smallPorts))
  add(await measureStore(large, '3,321 communes', ports))
  for (const child of children) child.disconnect()
  add(await measureFiles(large, small))
  add(await measureTemplates(large))
  await Promise.all([small.db.destroy(), large.db.destroy()])
  if (values.write) await writeTable()
  if (values.json) console.log(JSON.stringify(rows, null, 2))
} finally {
  for (const child of children) child.kill()
  await cluster.stop()
  await rm(directory, { recursive: true, force: true })
}

function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
}

/** The table of docs/performance.md, between its two marks, with the day and the machine. */
async function writeTable(): Promise<void> {
  const file = path.resolve(import.meta.dirname, '../docs/performance.md')
  const lines = rows.map(it => `| ${it.name} | ${it.value} ${it.unit} | ${it.against} | ${it.ratio} |`)
  const head = `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine()}.\n\n| What | Ours | Limit | Ratio |\n| --- | --- | --- | --- |`
  const text = await readFile(file, 'utf8')
  await writeFile(
    file,
    text.replace(/(<!-- table -->\n)[\s\S]*(<!-- end -->)/, `$1${head}\n${lines.join('\n')}\n$2`),
  )
}

function add(more: Row[]): void {
  rows.push(...more)
  for (const { name, value, unit, against, ratio } of more)
    say(
      `${name.padEnd(40)} ${String(value).padStart(9)} ${unit.padEnd(14)} limit ${String(against).padStart(9)}  ratio ${ratio}`,
    )
}

/** Starts a server in its own process and waits for its port. */
function serve(kind: string, { url }: BenchWorld): Promise<number> {
  const child = fork(path.join(import.meta.dirname, 'bench/serve.ts'), [kind, url], {
    execArgv: nodeOptions,
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.once('message', port => resolve(Number(port)))
    child.once('exit', code => reject(new Error(`${kind} ended with ${code}`)))
  })
}
