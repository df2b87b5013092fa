import { fork } from 'node:child_process'
import path from 'node:path'
import { nodeOptions, type Row, rowOf } from './measure.ts'
import { type BenchWorld, CLOSED_MONTH } from './world.ts'

type Done = { ms: number; bytes: number; peakMiB: number }

const MEMORY_LIMIT_MIB = 250
/** The twelve months before the open one, as the large world has them. */
const MONTHS = 12

/** The month's and the year's book against exceljs' own streaming writer with the same cells. Times in ms: less is better. */
export async function measureFiles({ url, officeId }: BenchWorld, small: BenchWorld): Promise<Row[]> {
  const few = await book('ours', [small.url, small.officeId, CLOSED_MONTH])
  const month = await book('ours', [url, officeId, CLOSED_MONTH])
  const monthLimit = await book('limit', [url, officeId, CLOSED_MONTH, 1])
  const year = await book('ours', [url, officeId, '2026'])
  const yearLimit = await book('limit', [url, officeId, CLOSED_MONTH, MONTHS - 1])
  return [
    rowOf('month.xlsx, 3,321 communes', month.ms, 'ms', monthLimit.ms),
    rowOf('month.xlsx, peak memory, 3,321 against 96', month.peakMiB, 'MiB', few.peakMiB),
    rowOf('year.xlsx, 3,321 communes', year.ms, 'ms', yearLimit.ms),
    rowOf('year.xlsx, peak memory', year.peakMiB, 'MiB', MEMORY_LIMIT_MIB),
  ]
}

function book(kind: string, args: (string | number)[]): Promise<Done> {
  const file = path.join(import.meta.dirname, 'book.ts')
  const child = fork(file, [kind, ...args.map(String)], { execArgv: nodeOptions })
  return new Promise((resolve, reject) => {
    child.on('message', done => resolve(done as Done))
    child.on('exit', code => code !== 0 && reject(new Error(`book ${kind} ended with ${code}`)))
  })
}
