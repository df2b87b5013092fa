import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { type Row, rowOf } from './measure.ts'
import type { BenchWorld } from './world.ts'

type Done = { ms: number; sent: number; memory: { heap: number; rss: number }[] }

const ROUNDS = 3
/** What a run may hold more in its last third than in its first (MiB); a letter kept by mistake would be 60. */
const GROWTH_LIMIT_MIB = 16

/**
 * The letters of a due morning, one to each of 3,321 communes, through a pooled SMTP server on loopback, against nodemailer's pool
 * alone with the same letters; and whether the run's memory stays flat.
 */
export async function measureMails({ url, db }: BenchWorld): Promise<Row[]> {
  const { child: server, answer: port } = start('server', [])
  const smtp = `smtp://127.0.0.1:${await port}`
  const ours: Done[] = []
  const limit: Done[] = []
  const fresh = () => db.deleteFrom('reminder').execute()
  await fresh()
  const { memory } = await run('weighed', [url, smtp])
  for (let round = 0; round < ROUNDS; round += 1) {
    await fresh()
    ours.push(await run('ours', [url, smtp]))
    limit.push(await run('limit', [url, smtp]))
  }
  await fresh()
  server.disconnect()
  const [best, bestLimit] = [rateOf(ours), rateOf(limit)]
  return [
    rowOf(`mails, ${ours[0]?.sent ?? 0} letters`, best, 'letters/s', bestLimit),
    rowOf('mails, heap growth in the run', growth(memory.map(({ heap }) => heap)), 'MiB', GROWTH_LIMIT_MIB),
    rowOf('mails, memory growth in the run', growth(memory.map(({ rss }) => rss)), 'MiB', GROWTH_LIMIT_MIB),
  ]
}

/** Letters a second of the best round, which other work on the machine disturbed least. */
const rateOf = (rounds: Done[]): number => Math.max(...rounds.map(({ sent, ms }) => (sent * 1000) / ms))

/** From the end of the first third to the end of the last. */
function growth(weights: number[]): number {
  const third = Math.floor(weights.length / 3)
  return (weights.at(-1) ?? 0) - (weights[third] ?? 0)
}

type Started = { child: ChildProcess; answer: Promise<unknown> }

function start(kind: string, args: string[]): Started {
  const file = path.join(import.meta.dirname, 'post-office.ts')
  const child = fork(file, [kind, ...args], { execArgv: ['--import', 'tsx', '--expose-gc'] })
  const answer = new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', code => reject(new Error(`the post office (${kind}) ended with ${code}`)))
  })
  return { child, answer }
}

const run = async (kind: string, args: string[]): Promise<Done> => (await start(kind, args).answer) as Done
