/**
 * What an HTTP answer means for a notice. 'gone': the other side knows this address no longer; 'never': it will not take this
 * one, however often; 'later': worth another try (too many at once, a fault of its own, somewhere else for now).
 */
export type Verdict = 'taken' | 'gone' | 'never' | 'later'

/** 408 request timeout, 425 too early, 429 too many: refusals of the moment, not of the notice. */
const FOR_NOW: readonly number[] = [408, 425, 429]

export function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return 'taken'
  if (status === 410) return 'gone'
  return status >= 400 && status < 500 && !FOR_NOW.includes(status) ? 'never' : 'later'
}
