import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import path from 'node:path'
import { performance } from 'node:perf_hooks'

/** One line of the table: what was measured, its limit in the same run, and their ratio. */
export type Row = { name: string; value: number; unit: string; against: number; ratio: number }

/** How much of the limit is reached: a rate over the limit's rate, or the limit's time over ours is left to the reader. */
export const rowOf = (name: string, value: number, unit: string, against: number): Row => ({
  name,
  value: round(value),
  unit,
  against: round(against),
  ratio: Math.round((value / against) * 1000) / 1000,
})

const round = (value: number): number =>
  Math.round(value * (value < 10 ? 1000 : 10)) / (value < 10 ? 1000 : 10)

const { scripts } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'))

/** What node is started with by `npm start`, so that what is measured runs as the product does. */
export const nodeOptions: string[] = String(scripts.start).split(' ').slice(1, -1)

export type Call = { path: string; method: 'GET' | 'POST'; cookie?: string; body?: string; expect: number }

/** Requests a second with so many clients, each sending its next when the last is answered. A wrong status ends it. */
export async function rateOf(port: number, clients: number, calls: readonly Call[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  let next = 0
  const client = async () => {
    for (let call = calls[next++]; call; call = calls[next++]) await send(port, agent, call)
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return calls.length / seconds
}

function send(port: number, agent: Agent, call: Call): Promise<number> {
  const { method, path, cookie, body, expect } = call
  const headers = {
    'accept-encoding': 'gzip',
    ...(cookie ? { cookie } : {}),
    ...(body
      ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
      : {}),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, agent, method, path, headers }, response => {
      let size = 0
      response.on('data', chunk => {
        size += chunk.length
      })
      response.on('end', () =>
        response.statusCode === expect
          ? resolve(size)
          : reject(new Error(`${method} ${path} answered ${response.statusCode}`)),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Milliseconds of the median of some runs. */
export async function medianOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}
