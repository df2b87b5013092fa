import { timingSafeEqual } from 'node:crypto'
import express from 'express'
import { signatureOf } from '../mail/webhook.ts'
import type { Reach } from '../people/access.rules.ts'
import type { Routes, Visit } from '../web/routes.ts'
import { isFresh, readCall, readStamp, type Stamp } from './delivery-call.rules.ts'
import { type Taken, takeDeliveryReport } from './take-delivery-report.ts'

/** Five hundred reports with long diagnostics. */
const LIMIT = 512 * 1024

/**
 * The door for mail services: signed delivery reports as JSON (docs/delivery-reports.md). It stands before sessions and forms, for
 * it has neither; whoever holds DELIVERY_SECRET may call. Answers are for machines: {error} is a word, not a sentence.
 */
export function deliveryReportPages(routes: Routes<Reach>): void {
  routes.open('post', '/delivery-reports', takeCall)
}

async function takeCall(visit: Visit): Promise<void> {
  const { deps, req, res, now } = visit
  const { deliverySecret: secret } = deps.config
  if (!secret) return refuse(visit, 404, 'off')
  const body = await bodyOf(visit)
  if (body === null) return refuse(visit, 413, 'size')
  const stamp = readStamp(name => req.get(name))
  if (!stamp || !isSigned(stamp, body, secret)) return refuse(visit, 401, 'signature')
  if (!isFresh(stamp, now)) return refuse(visit, 401, 'timestamp')
  const call = readCall(body)
  if ('wrong' in call) return refuse(visit, 400, call.wrong)
  const count: Record<Taken, number> = { taken: 0, known: 0, unmatched: 0 }
  for (const report of call.reports) count[await takeDeliveryReport(deps.db, report, now)] += 1
  res.json(count)
}

const refuse = ({ res }: Visit, status: number, error: string): void => {
  res.status(status).json({ error })
}

/** The body as it was signed; null when it is too large or packed. */
function bodyOf({ req, res }: Visit): Promise<string | null> {
  const read = express.raw({ type: () => true, limit: LIMIT, inflate: false })
  return new Promise(resolve => {
    read(req, res, (error?: unknown) => {
      const body: unknown = req.body
      resolve(error ? null : Buffer.isBuffer(body) ? body.toString('utf8') : '')
    })
  })
}

/** A service that changes its key signs with both for a while. */
function isSigned({ id, timestamp, signatures }: Stamp, body: string, secret: string): boolean {
  const right = Buffer.from(signatureOf(secret, [id, timestamp, body]))
  return signatures.some(it => {
    const given = Buffer.from(it)
    return given.length === right.length && timingSafeEqual(given, right)
  })
}
