import { createHash } from 'node:crypto'
import webpush from 'web-push'
import { type Verdict, verdictOf } from './answer.rules.ts'
import { type CallSettings, openCaller } from './call.ts'
import type { Channel, Notice } from './channel.ts'
import { MailRefused } from './mailer.ts'
import { openSilences } from './silence.ts'
import type { VapidKeys } from './vapid.ts'

/** A browser that asked to be told (the Push API's PushSubscription). */
export type Device = { id: number; endpoint: string; p256dh: string; auth: string }

/** Who is to be told where; kept by people/device.store. */
export type Devices = {
  of: (email: string) => Promise<Device[]>
  /** The push service knows this browser no longer. */
  gone: (device: Device, now: Date) => Promise<void>
}

/** `subject` is whom a push service may ask about our calls (RFC 8292): an https address or 'mailto:'. */
export type PushSettings = { keys: VapidKeys; subject: string; devices: Devices } & CallSettings

/**
 * Web push (RFC 8030, 8188, 8291, 8292): the notice, encrypted for each of the person's browsers. It has succeeded when one of
 * them took it. Browsers their service no longer knows (404, 410) are crossed off.
 */
export function openPush({ keys, subject, devices, ...settings }: PushSettings): Channel {
  const caller = openCaller(settings)
  const silences = openSilences()
  const vapidDetails = { subject, ...keys }

  async function tell(device: Device, notice: Notice, now: Date): Promise<Verdict> {
    const url = new URL(device.endpoint)
    const options = { vapidDetails, TTL: secondsToLive(notice, now), topic: topicOf(notice) }
    const { endpoint, p256dh, auth } = device
    const made = webpush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      payloadOf(notice),
      options,
    )
    const headers = Object.fromEntries(
      Object.entries(made.headers).map(([name, value]) => [name, String(value)]),
    )
    delete headers['Content-Length']
    const posted = { url, headers, body: made.body ?? '' }
    const { status, text } = await silences.unlessSilent(url.host, now, () => caller.post(posted))
    const verdict = status === 404 ? 'gone' : verdictOf(status)
    if (verdict === 'gone') await devices.gone(device, now)
    if (verdict === 'taken' || verdict === 'gone') return verdict
    throw new MailRefused(`${url.host}: ${status} ${text}`.trim(), verdict === 'never')
  }

  return {
    send: async (notice, now) => {
      const known = await devices.of(notice.recipient)
      const told = await Promise.allSettled(known.map(device => tell(device, notice, now)))
      if (told.some(it => it.status === 'fulfilled' && it.value === 'taken')) return
      throw refusalOf(told.flatMap(it => (it.status === 'rejected' ? [it.reason as unknown] : [])))
    },
  }
}

/** Nobody took it: worth another try if one of the refusals was for now. */
function refusalOf(reasons: unknown[]): MailRefused {
  const refusals = reasons.map(it => (it instanceof MailRefused ? it : new MailRefused(String(it), true)))
  const temporary = refusals.find(it => !it.permanent)
  const first = temporary ?? refusals[0]
  if (!first) return new MailRefused('no browser of this person takes reminders any longer', true)
  return new MailRefused(first.message, first.permanent, { doubtful: refusals.some(it => it.doubtful) })
}

/** Push services take 4,096 bytes, of which encryption needs some hundred; a sentence or two is what a screen shows. */
const LONGEST_BODY = 300

export function payloadOf({ title, body, url, unitId, month }: Notice): string {
  const said = body.length > LONGEST_BODY ? `${body.slice(0, LONGEST_BODY - 1)}…` : body
  return JSON.stringify({ title: title.slice(0, 150), body: said, url, tag: `${unitId} ${month}` })
}

const DAY = 86_400

/** A reminder that comes after the due date is of no use; one that is sent after it may wait a day. Services keep four weeks. */
function secondsToLive({ due }: Notice, now: Date): number {
  const left = Math.floor((new Date(due).getTime() - now.getTime()) / 1000)
  return left > 0 ? Math.min(Math.max(left, 60), 28 * DAY) : DAY
}

/** A newer reminder of the same month takes the place of one not yet delivered. Hashed: the service need not know whose. */
const topicOf = ({ unitId, month, recipient }: Notice): string =>
  createHash('sha256')
    .update(JSON.stringify([unitId, month, recipient]))
    .digest('base64url')
    .slice(0, 32)
