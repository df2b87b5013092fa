import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { kilobytes } from './copy-page.rules.ts'
import { type Dispatch, sentTag } from './dispatch.rules.ts'
import { asciiName } from './remark.rules.ts'
import type { Period } from './year.rules.ts'

type Format = 'xlsx' | 'docx'

type Copy = {
  number: number
  format: Format
  automatic: boolean
  madeBy: string
  madeAt: Date
  bytes: number
}

/**
 * The numbered copies of a period as links, newest first; the one signed and sent says so. `path` is the period's page.
 */
export const shownCopies = (
  copies: readonly Copy[],
  { path, sent, lang }: { path: string; sent: Dispatch | null; lang: Lang },
) =>
  copies.map(copy => ({
    href: `${path}/snapshots/${copy.number}`,
    label: copyLabel(copy, lang),
    meta: say(lang, 'consolidation.copyMeta', {
      by: copy.madeBy,
      at: formatTime(copy.madeAt),
      size: kilobytes(copy.bytes),
    }),
    automatic: copy.automatic ? say(lang, 'snapshot.automatic') : '',
    sent: sent?.number === copy.number ? sentTag(sent, lang) : '',
    about: `${path}/copies/${copy.number}`,
    aboutLabel: say(lang, 'snapshot.aboutCopy', { number: copy.number }),
  }))

export const copyLabel = ({ number, format }: Pick<Copy, 'number' | 'format'>, lang: Lang): string =>
  say(lang, format === 'docx' ? 'snapshot.wordCopy' : 'consolidation.copy', { number })

/** A copy's number as an address has it; null for anything else. */
export const numberIn = (typed: unknown): number | null =>
  typeof typed === 'string' && /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null

export const periodPath = (officeId: number, { kind, text }: Period): string =>
  `/consolidation/${officeId}/${kind === 'month' ? text : `year/${text}`}`

const types: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

export const typeOf = (format: Format): string => types[format]

/** 'Báo cáo tổng hợp 2026-10 - Sở … - bản số 8.docx' */
export const wordNameOf = (office: string, period: string, number: number): string =>
  fileSafe(`${say('vi', 'snapshot.wordFileName', { period, office, number })}.docx`)

/** Without what a file's name cannot hold on Windows. */
export const fileSafe = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')

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
