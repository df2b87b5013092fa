import type { Month } from '../calendar/month.rules.ts'
import { boardPath } from './board-query.rules.ts'

const REVIEW = /^\/review\/\d+(?:\/(?:\d{4}-\d{2}(?:\/(?:queue|beside))?|history))?(?:\?[\w=&%.+-]*)?$/

/**
 * Where to go after a decision: the very page it was taken on, with its search and order, when the form or else the
 * browser names one; never anywhere outside the review pages.
 */
export function backOr(given: unknown, referer: string | undefined, fallback: string): string {
  return (
    [given, pathOf(referer)]
      .find(isReview)
      ?.replace(/([?&])done=[^&]*&?/, '$1')
      .replace(/[?&]$/, '') ?? fallback
  )
}

const isReview = (path: unknown): path is string =>
  typeof path === 'string' && path.length < 500 && REVIEW.test(path)

function pathOf(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null
  const { pathname, search } = new URL(address)
  return pathname + search
}

type Placed = { id: number; kind: 'commune' | 'office'; parentId: number | null }

/** The board a unit stands on: its office's, or an office's own. */
export const boardOf = ({ id, kind, parentId }: Placed, month: Month): string =>
  kind === 'commune' && parentId !== null ? boardPath(parentId, month) : boardPath(id, month)
