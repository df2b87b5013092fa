import { createHash } from 'node:crypto'

/**
 * The log's chain: each line is sealed with SHA-256 over the hash before it and the line's own text, so a line changed,
 * taken out or put in between breaks it from there on. Who holds the database may still write a whole new chain, or cut
 * the newest lines off: that is found by a head written down elsewhere.
 */

/** A link as it is kept, with the line it seals as text; null when the line is gone. */
export type Link = { seq: number; auditId: number; hash: Buffer; text: string | null }

/** The newest link; hash in hexadecimal digits. */
export type Head = { seq: number; hash: string }

export type Fault = {
  /** 'gap': a link is missing; 'gone': its line is; 'altered': line and seal differ; 'unsealed': a line without a link. */
  kind: 'gap' | 'gone' | 'altered' | 'unsealed' | 'other-head'
  seq: number | null
  auditId: number | null
}

export type Walk = { seq: number; hash: Buffer; faults: Fault[] }

/** Where a walk along the chain begins. */
export const chainStart = (): Walk => ({ seq: 0, hash: Buffer.alloc(0), faults: [] })

export const sealOf = (previous: Buffer, text: string): Buffer =>
  createHash('sha256').update(previous).update(text, 'utf8').digest()

/** Goes on along the next links, in order. After a fault it goes on from what is kept, so that each is named once. */
export function followLinks({ seq, hash, faults }: Walk, links: readonly Link[]): Walk {
  const found = [...faults]
  let at = { seq, hash }
  for (const link of links) {
    const fault = faultOf(link, at)
    if (fault) found.push({ kind: fault, seq: link.seq, auditId: link.auditId })
    at = { seq: link.seq, hash: link.hash }
  }
  return { ...at, faults: found }
}

function faultOf({ seq, hash, text }: Link, before: { seq: number; hash: Buffer }): Fault['kind'] | null {
  if (seq !== before.seq + 1) return 'gap'
  if (text === null) return 'gone'
  return sealOf(before.hash, text).equals(hash) ? null : 'altered'
}

/** '12345:ab12…' as it is printed and typed; null when it is not one. */
export function readHead(text: string): Head | null {
  const [, seq = '', hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim()) ?? []
  return hash ? { seq: Number(seq), hash: hash.toLowerCase() } : null
}

export const headText = ({ seq, hash }: Head): string => `${seq}:${hash}`
