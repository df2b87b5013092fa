import type { Db } from '../db/database.ts'
import { chainStart, type Fault, followLinks, type Head } from './chain.rules.ts'
import { findSeal, findUnsealed, readLinks } from './chain.store.ts'

export type ChainCheck = {
  /** Links walked along. */
  lines: number
  head: Head | null
  /** At most FAULTS_NAMED; a broken chain is looked into, not listed. */
  faults: Fault[]
}

const LINKS_AT_ONCE = 5_000
const FAULTS_NAMED = 50

/**
 * Walks along the whole chain of the log and reckons every seal anew.
 * @param expected a head written down earlier, which must still be in the chain as it was
 */
export async function checkChain(db: Db, expected: Head | null = null): Promise<ChainCheck> {
  let walk = chainStart()
  let lines = 0
  for (;;) {
    const links = await readLinks(db, walk.seq, LINKS_AT_ONCE)
    walk = followLinks(walk, links)
    lines += links.length
    if (links.length < LINKS_AT_ONCE || walk.faults.length >= FAULTS_NAMED) break
  }
  const unsealed = await findUnsealed(db, FAULTS_NAMED)
  const other = expected !== null && (await findSeal(db, expected.seq)) !== expected.hash
  const faults: Fault[] = [
    ...(other ? [{ kind: 'other-head' as const, seq: expected.seq, auditId: null }] : []),
    ...walk.faults,
    ...unsealed.map(auditId => ({ kind: 'unsealed' as const, seq: null, auditId })),
  ]
  const head = lines === 0 ? null : { seq: walk.seq, hash: walk.hash.toString('hex') }
  return { lines, head, faults: faults.slice(0, FAULTS_NAMED) }
}
