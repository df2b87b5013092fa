import { makeConsolidation } from '../../src/consolidation/make-consolidation.ts'
import { type Call, type Row, rateOf, rowOf } from './measure.ts'
import { type BenchWorld, EARLIER_MONTH, NOW } from './world.ts'

const CLIENTS = 8
const COUNT = 400

type Ports = { portal: number; bare: number }

/** A numbered copy served again from the store, against Express sending a file of that size from memory. */
export async function measureStore(world: BenchWorld, label: string, ports: Ports): Promise<Row[]> {
  const { db, officeId, officer } = world
  const actor = { id: null, name: 'bench' }
  const made = await makeConsolidation(db, { officeId, period: EARLIER_MONTH, now: NOW, actor })
  if (!made) throw new Error('there is nothing to consolidate')
  const path = `/consolidation/${officeId}/${EARLIER_MONTH}/snapshots/${made.number}`
  const call: Call = { method: 'GET', path, cookie: officer.cookie, expect: 200 }
  const bare: Call = { method: 'GET', path: `/file/${made.bytes.length}`, expect: 200 }
  const repeated = (each: Call, times: number) => Array.from({ length: times }, () => each)
  await rateOf(ports.portal, CLIENTS, repeated(call, COUNT / 4))
  await rateOf(ports.bare, CLIENTS, repeated(bare, COUNT / 4))
  const ours = await rateOf(ports.portal, CLIENTS, repeated(call, COUNT))
  const limit = await rateOf(ports.bare, CLIENTS, repeated(bare, COUNT))
  const size = Math.round(made.bytes.length / 1024)
  return [rowOf(`copy from the store, ${label} (${size} kB)`, ours, 'files/s', limit)]
}
