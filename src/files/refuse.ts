import type { Refusal, Refused } from './book.rules.ts'

/** Thrown by whatever meets the fault, caught once by the reader of the whole file. */
export class Refuse extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal, detail?: string) {
    super(detail ?? refusal)
    this.name = 'Refuse'
    this.refusal = refusal
  }
}

/** What nobody foresaw (a parser's or an archive's own complaint) is a broken file. */
export function refusalOf(fault: unknown): Refused {
  if (fault instanceof Refuse) return { ok: false, refusal: fault.refusal, detail: fault.message }
  return { ok: false, refusal: 'broken', detail: fault instanceof Error ? fault.message : String(fault) }
}
