import type { Lang } from '../words/words.ts'
import { type Clash, clashes, type Posted, postedOf, type Typed } from './draft.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { standingAt, takesDrafts } from './report.rules.ts'
import { startOf } from './start.rules.ts'
import { type Judged, judgePosted } from './submission.rules.ts'
import type { Filled } from './upload.rules.ts'

/**
 * What a press may do with a commune's sheet: send it, keep it as a draft only, or nothing, because it changes nothing, the
 * month is closed or not open yet, the leader has the draft, or the press was made.
 */
export type Fate = 'ready' | 'draft' | 'same' | 'locked' | 'ahead' | 'awaiting' | 'sent' | 'kept'

/** A sheet against the report as it stands: what it would become, and what stands against it. */
export type Weighed = {
  open: OpenReport
  filled: Filled
  /** What is there now: the draft, or what was sent, or a new form. */
  there: Typed
  /** The same with what the file says laid over it. */
  typed: Typed
  posted: Posted
  judged: Judged
  changes: Clash[]
  fate: Fate
}

type Asking = { key: string; now: Date; lang: Lang }

export function weigh(open: OpenReport, filled: Filled, asking: Asking): Weighed {
  const start = startOf(open, asking.lang)
  const there = start.typed
  const typed = { ...there, ...filled.raw }
  const reason = filled.reason || (open.kept.draft ? start.reason : '')
  const posted = { ...postedOf({ raw: typed, reason }, open.edition), revision: open.kept.revision }
  const judged = judgePosted(open, posted, asking)
  const changes = clashes(typed, there, Object.keys(filled.raw))
  const weighed = { open, filled, there, typed, posted, judged, changes }
  const nothingNew = changes.length === 0 && (filled.reason === '' || filled.reason === start.reason)
  return { ...weighed, fate: fateOf(weighed, nothingNew, asking) }
}

function fateOf(
  { open, filled, judged, changes }: Omit<Weighed, 'fate'>,
  nothingNew: boolean,
  { key, now }: Asking,
): Fate {
  const { draft } = open.kept
  if (open.sent) return 'sent'
  if (draft?.asked) return 'awaiting'
  const standing = standingAt(open.window, now)
  if (!takesDrafts(standing)) return standing === 'ahead' ? 'ahead' : 'locked'
  if (draft && changes.length > 0 && isUntouched(open, filled)) return 'same'
  // The answer to a return may be the same figures, but not because nobody touched the sheet.
  if (nothingNew && open.current && !draft) return 'same'
  if (judged.errors.length === 0) return 'ready'
  if (nothingNew && draft) return draft.key === key ? 'kept' : 'same'
  return 'draft'
}

/** An office's templates start from what was sent: a sheet that still says so must not undo the commune's draft. */
function isUntouched(open: OpenReport, { raw }: Filled): boolean {
  const sent = startOf({ ...open, kept: { ...open.kept, draft: null } }, 'vi').typed
  return clashes(raw, sent, Object.keys(raw)).length === 0
}

/** Whether a press on one of the buttons takes this sheet. */
export const takesPress = (fate: Fate): boolean => fate === 'ready' || fate === 'draft'

/** What was saved or sent since the template was made, so that somebody's work would be replaced unseen. */
export function movedSince({ open, filled }: Pick<Weighed, 'open' | 'filled'>): 'draft' | 'version' | null {
  const { since } = filled
  if (!since) return null
  if ((open.current?.number ?? 0) !== since.sent) return 'version'
  return open.kept.draft && open.kept.revision !== since.revision ? 'draft' : null
}
