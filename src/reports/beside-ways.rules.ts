import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { boardPath } from './board-query.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { neighboursOf, type QueueRow } from './queue.rules.ts'
import { boxChoices, openQuestions, type Remark, threadLines, unreadIn } from './remark.rules.ts'

/** What an office may do on the page of one report, and where it goes on from there. */
export type BesideReader = {
  lang: Lang
  now: Date
  month: Month
  unit: { id: number; parentId: number | null }
  /** The office whose queue one comes from; null for who sees none. */
  officeId: number | null
  queue: readonly QueueRow[]
  mayAct: boolean
  open: OpenReport
  remarks: readonly Remark[]
}

export function besideWays(reader: BesideReader) {
  const { lang, now, month, unit, officeId, queue } = reader
  const here = besidePath(unit, officeId, month)
  const { previous, next, at, left } = neighboursOf(queue, unit.id)
  const list = officeId === null ? null : `${boardPath(officeId, month)}/queue`
  const toward = (key: 'beside.previous' | 'beside.next', to: QueueRow | null) =>
    to && {
      href: besidePath(to.row.unit, officeId, month),
      label: say(lang, key, { unit: to.row.unit.fullName }),
    }
  const onward = toward('beside.next', next)
  return {
    ...{ here, list },
    everyHref: here,
    changedHref: `${here}${here.includes('?') ? '&' : '?'}changed=1`,
    place: at === null ? null : say(lang, 'beside.place', { at, left }),
    previous: toward('beside.previous', previous),
    next: onward,
    seen: now.toISOString(),
    ...pressesOf(reader, { onward: onward?.href ?? null, back: list ?? here }),
  }
}

/** Accepting goes on to the next report, or back to the list when this was the last. */
function pressesOf(
  { lang, month, unit, mayAct, open, remarks }: BesideReader,
  { onward, back }: { onward: string | null; back: string },
) {
  const own = boardPath(unit.id, month)
  const { state } = open.kept
  const unread = unreadIn(remarks)
  const label = say(lang, onward ? 'beside.acceptNext' : 'beside.accept')
  const accepts = mayAct && (state === 'submitted' || state === 'returned')
  return {
    accept: accepts ? { action: `${own}/accept`, back: onward ?? back, label } : null,
    giveBack: mayAct && (state === 'submitted' || state === 'accepted') ? `${own}/return` : null,
    read:
      mayAct && unread.length > 0 ? { action: `${own}/read`, lines: threadLines(unread, open, lang) } : null,
  }
}

/** A report's page as the office named reaches it; its own office needs no name. */
function besidePath({ id, parentId }: BesideReader['unit'], officeId: number | null, month: Month): string {
  const path = `${boardPath(id, month)}/beside`
  return officeId === null || parentId === officeId ? path : `${path}?office=${officeId}`
}

type Typed = { text: string; error: string | null; field: string; fieldError: string | null }

/** The talk as views/partials/thread takes it; `here` is the address with what it asks. */
export function officeThread(reader: BesideReader, here: string, typed: Typed | null) {
  const { lang, month, unit, mayAct, open, remarks } = reader
  const press = (value: 'question' | 'note' | 'close', label: string) => ({
    ...{ value, label },
    second: value !== 'question',
  })
  const closes = openQuestions(remarks).length > 0
  return {
    title: say(lang, 'remark.threadOffice'),
    lines: threadLines(remarks, open, lang),
    form: mayAct
      ? {
          action: `${boardPath(unit.id, month)}/beside`,
          label: say(lang, 'remark.askLabel'),
          hint: say(lang, 'remark.askHint'),
          value: typed?.text ?? '',
          error: typed?.error ?? null,
          seen: remarks.at(-1)?.id ?? 0,
          back: here,
          boxes: boxChoices(open, lang, typed?.field ?? ''),
          boxError: typed?.fieldError ?? null,
          presses: [
            press('question', say(lang, 'remark.askPress')),
            press('note', say(lang, 'remark.notePress')),
            ...(closes ? [press('close', say(lang, 'remark.closePress'))] : []),
          ],
        }
      : null,
  }
}
