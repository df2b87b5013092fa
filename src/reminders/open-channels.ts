import { change } from '../audit/change.ts'
import type { Channel } from '../mail/channel.ts'
import { openPush } from '../mail/push.ts'
import { openWebhook } from '../mail/webhook.ts'
import { crossOffDevice, devicesOf } from '../people/device.store.ts'
import type { Deps } from '../web/deps.ts'
import { aboutUnit, openHook } from './webhook.store.ts'

/** The ways beside e-mail; null where the portal is not set up for one: then nobody is owed anything by it. */
export type Channels = { push: Channel | null; webhook: Channel | null }

type Settings = {
  /** When a call has taken too long, and a further certificate authority: for tests. */
  patience?: () => AbortSignal
  ca?: string
}

/** A further way is one more line here; docs/channels.md tells what else it takes. */
export function openChannels({ db, config }: Pick<Deps, 'db' | 'config'>, settings: Settings = {}): Channels {
  const { vapid: keys, publicUrl, mailFrom } = config
  const [address = mailFrom] = /[^<\s]+@[^>\s]+/.exec(mailFrom) ?? []
  const subject = publicUrl.startsWith('https:') ? publicUrl : `mailto:${address}`
  const devices = {
    of: (email: string) => devicesOf(db, email),
    gone: ({ id }: { id: number }, now: Date) =>
      change(db, { actor: { id: null, name: 'portal' }, now }, async trx => {
        const person = await crossOffDevice(trx, id, now)
        return {
          result: undefined,
          act: person === null ? null : { act: 'reminder.lose-device', detail: { person } },
        }
      }),
  }
  const hooks = {
    of: async (officeId: number) => {
      const hook = await openHook(db, officeId)
      return hook?.active ? hook : null
    },
    about: (unitId: number) => aboutUnit(db, unitId),
  }
  return {
    push: keys && openPush({ keys, subject, devices, ...settings, insideToo: config.trial }),
    webhook: openWebhook({ hooks, ...settings, insideToo: config.webhookPrivate }),
  }
}
