import { MailRefused } from './mailer.ts'

/** So many calls in a row without an answer, and a host is left in peace for so long (ms). */
const SILENT_CALLS = 3
const PEACE_MS = 60_000

/** Remembers, for this process, which hosts do not answer: one dead hook must not hold up everybody's letters. */
export type Silences = {
  /** Does the work unless the host has just been silent. @throws MailRefused, to be tried again, when it has. */
  unlessSilent: <T>(host: string, now: Date, work: () => Promise<T>) => Promise<T>
}

export function openSilences(): Silences {
  const hosts = new Map<string, { calls: number; until: number }>()
  return {
    unlessSilent: async (host, now, work) => {
      const known = hosts.get(host)
      if (known && known.calls >= SILENT_CALLS && now.getTime() < known.until)
        throw new MailRefused(
          `${host} has not answered ${SILENT_CALLS} times in a row; not called for now`,
          false,
        )
      try {
        const result = await work()
        hosts.delete(host)
        return result
      } catch (error) {
        const calls = (hosts.get(host)?.calls ?? 0) + 1
        hosts.set(host, { calls, until: now.getTime() + PEACE_MS })
        throw error
      }
    },
  }
}
