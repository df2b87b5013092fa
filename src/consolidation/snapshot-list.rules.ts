import { say } from '../words/all.ts'
import { formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { asciiName } from './remark.rules.ts'

type Copy = { number: number; madeBy: string; madeAt: Date; bytes: number }

/** The numbered copies of a period as links, newest first. `path` is the period's page. */
export const shownCopies = (copies: readonly Copy[], path: string, lang: Lang) =>
  copies.map(({ number, madeBy, madeAt, bytes }) => ({
    href: `${path}/snapshots/${number}`,
    label: say(lang, 'consolidation.copy', { number }),
    meta: say(lang, 'consolidation.copyMeta', {
      by: madeBy,
      at: formatTime(madeAt),
      size: formatNumber(Math.max(1, Math.round(bytes / 1024))),
    }),
  }))

/**
 * `Content-Disposition` for a download whose name has Vietnamese letters: plain ASCII for old programs, the real
 * name for the others (RFC 6266, RFC 8187).
 */
export function attachment(fileName: string): string {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*!]/g,
    it => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${asciiName(fileName)}"; filename*=UTF-8''${encoded}`
}
