import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type ReadBook, type ReadFiles, type Refusal, type Refused, readingLimits } from './book.rules.ts'
import { type PackedFiles, unpackFiles } from './packed-book.ts'

/** `fileName`: null asks for one workbook only. */
export type Errand = { bytes: Uint8Array; fileName: string | null }

type Waiting = { errand: Errand; within: number; answer: (read: ReadFiles) => void }

/**
 * Reads a workbook from outside in a thread of its own: a hostile file can neither hold up nor fell the portal.
 * @param within milliseconds, from the file's turn on
 */
export async function readBook(
  bytes: Buffer,
  within: number = readingLimits.milliseconds,
): Promise<ReadBook> {
  const read = await ask({ bytes, fileName: null }, within)
  return read.ok ? (read.books[0]?.book ?? refused('broken')) : read
}

/** Reads an upload: a workbook, or a zip of workbooks. `fileName` only names the book in the answer. */
export const readUpload = (bytes: Buffer, fileName: string): Promise<ReadFiles> => ask({ bytes, fileName })

/** One after another: reading is bound by the processor, and one thread at a time leaves the others to the pages. */
const waiting: Waiting[] = []
const longestQueue = 30
let thread: Worker | null = null
let busy = false

function ask(errand: Errand, within: number = readingLimits.milliseconds): Promise<ReadFiles> {
  if (waiting.length >= longestQueue) return Promise.resolve(refused('too-busy'))
  return new Promise(answer => {
    waiting.push({ errand, within, answer })
    if (!busy) void serve()
  })
}

async function serve(): Promise<void> {
  busy = true
  for (let next = waiting.shift(); next; next = waiting.shift()) next.answer(await run(next))
  busy = false
}

/** One errand on the thread; a thread that ran too long, ran out of memory or died is left and replaced. */
async function run({ errand, within }: Waiting): Promise<ReadFiles> {
  thread ??= startThread()
  const worker = thread
  const ended = new AbortController()
  worker.ref()
  worker.postMessage(errand)
  try {
    const [read] = await Promise.race([
      once(worker, 'message', ended) as Promise<[PackedFiles]>,
      once(worker, 'exit', ended).then(() => Promise.reject(new Error('the thread ended'))),
      setTimeout(within, null, ended).then(() => [refused('too-slow')] as const),
    ])
    if (!read.ok && read.refusal === 'too-slow') leave(worker)
    return unpackFiles(read)
  } catch (fault) {
    leave(worker)
    return refused(isOutOfMemory(fault) ? 'bomb' : 'broken', String(fault))
  } finally {
    ended.abort()
    worker.unref()
  }
}

const isOutOfMemory = (fault: unknown) =>
  fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'

function leave(worker: Worker): void {
  if (thread === worker) thread = null
  // Whatever a dying thread still has to say is of no interest to anyone
  worker.on('error', () => undefined)
  void worker.terminate()
}

/** It gets none of the portal's environment: what reads strangers' files has no use for its passwords. */
function startThread(): Worker {
  const worker = new Worker(new URL('./start-thread.mjs', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 },
  })
  worker.on('exit', () => {
    if (thread === worker) thread = null
  })
  return worker
}

const refused = (refusal: Refusal, detail?: string): Refused => ({
  ok: false,
  refusal,
  ...(detail && { detail }),
})
