import { createHmac } from 'node:crypto'
import { verdictOf } from './answer.rules.ts'
import { type Answer, type CallSettings, openCaller } from './call.ts'
import type { Channel, Notice } from './channel.ts'
import { MailRefused } from './mailer.ts'
import { openSilences } from './silence.ts'

export type Hook = { url: string; secret: string }

/** Somebody of the commune whom a gateway may reach by telephone. */
export type Contact = { name: string; role: string; phone: string }

/** What the channel asks about; kept by reminders/webhook.store. */
export type Hooks = {
  /** The office's hook, if it is on. */
  of: (officeId: number) => Promise<Hook | null>
  /** The commune's code, and its reporters and leaders who have a telephone. */
  about: (unitId: number) => Promise<{ code: string; contacts: Contact[] }>
}

export type HookCaller = {
  /** Hands back the answer, whatever its status. @throws MailRefused when there was none. */
  call: (hook: Hook, message: Message, now: Date) => Promise<Answer>
  close: () => void
}

/** What a gateway is told. `id` is the line of the ledger, or one of its own for a trial call. docs/channels.md describes it. */
export type Message = {
  id: string
  type: 'reminder' | 'test'
  office: { id: number; name: string }
  unit: { id: number; code: string; name: string }
  month: string
  kind: string
  due: string
  title: string
  text: string
  url: string
  contacts: Contact[]
}

/** Posts signed JSON in the manner of Standard Webhooks 1.0, for which receivers find libraries in most languages. */
export function openHookCaller(settings: CallSettings): HookCaller {
  const caller = openCaller(settings)
  return {
    close: caller.close,
    call: ({ url, secret }, message, now) => {
      const body = JSON.stringify(message)
      const timestamp = String(Math.floor(now.getTime() / 1000))
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'ngay-25',
        'webhook-id': message.id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signatureOf(secret, [message.id, timestamp, body]),
      }
      return caller.post({ url: new URL(url), headers, body })
    },
  }
}

/** 'v1,' and the HMAC-SHA256 of 'id.timestamp.body' in base64; the key is what follows 'whsec_', from base64. */
export function signatureOf(secret: string, parts: [id: string, timestamp: string, body: string]): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(parts.join('.')).digest('base64')}`
}

/** The office's reminders as signed JSON, one a commune and kind. A 2xx has taken it. */
export function openWebhook({ hooks, ...settings }: { hooks: Hooks } & CallSettings): Channel {
  const caller = openHookCaller(settings)
  const silences = openSilences()
  return {
    send: async (notice, now) => {
      const hook = await hooks.of(notice.officeId)
      if (hook === null) throw new MailRefused('the hook has been switched off', true)
      const { host } = new URL(hook.url)
      if (host !== notice.recipient) throw new MailRefused(`the hook has moved to ${host}`, true)
      const message = messageOf(notice, await hooks.about(notice.unitId))
      const { status, text } = await silences.unlessSilent(host, now, () => caller.call(hook, message, now))
      const verdict = verdictOf(status)
      if (verdict === 'taken') return
      throw new MailRefused(`${status} ${text}`.trim(), verdict !== 'later')
    },
  }
}

const messageOf = (notice: Notice, about: { code: string; contacts: Contact[] }): Message => ({
  id: `reminder-${notice.reminderId}`,
  type: 'reminder',
  office: { id: notice.officeId, name: notice.office },
  unit: { id: notice.unitId, code: about.code, name: notice.unitName },
  month: notice.month,
  kind: notice.kind,
  due: notice.due,
  title: notice.title,
  text: notice.body,
  url: notice.url,
  contacts: about.contacts,
})
