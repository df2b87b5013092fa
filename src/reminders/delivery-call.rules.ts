import { z } from 'zod'
import type { DeliveryReport } from './delivery-report.rules.ts'

/** How far a call's own time may lie from ours (ms): a call older than that is somebody's copy of an earlier one. */
const LEEWAY = 5 * 60_000
/** Reports in one call. */
export const MOST_REPORTS = 500

export type Stamp = { id: string; timestamp: string; signatures: string[] }

/** The headers of a signed call in the manner of Standard Webhooks 1.0; null when one is missing or cannot be one. */
export function readStamp(header: (name: string) => string | undefined): Stamp | null {
  const [id = '', timestamp = ''] = [header('webhook-id'), header('webhook-timestamp')]
  const signatures = (header('webhook-signature') ?? '').split(' ').filter(it => it.startsWith('v1,'))
  const sound = id !== '' && /^\d{1,12}$/.test(timestamp) && signatures.length > 0
  return sound ? { id, timestamp, signatures: signatures.slice(0, 5) } : null
}

export const isFresh = ({ timestamp }: Pick<Stamp, 'timestamp'>, now: Date): boolean =>
  Math.abs(now.getTime() - Number(timestamp) * 1000) <= LEEWAY

const text = (max: number) => z.string().max(max)

const report = z.object({
  messageId: text(400).regex(/\S/),
  recipient: text(400).regex(/\S@\S/),
  action: z.enum(['failed', 'delayed', 'delivered']),
  code: text(200).default(''),
  diagnostic: text(4000).default(''),
})

/** What a call carries, or where it is wrong: 'json', 'count', or the first wrong field as '3.recipient'. */
export type ReadCall = { reports: DeliveryReport[] } | { wrong: string }

/** One report, or a list of at most 500; all or none is taken. */
export function readCall(body: string): ReadCall {
  let given: unknown
  try {
    given = JSON.parse(body)
  } catch {
    return { wrong: 'json' }
  }
  const list = [given].flat()
  if (list.length === 0 || list.length > MOST_REPORTS) return { wrong: 'count' }
  const read = z.array(report).safeParse(list)
  if (!read.success) return { wrong: read.error.issues[0]?.path.join('.') ?? 'json' }
  return { reports: read.data.map(it => ({ source: 'webhook', ...it })) }
}
