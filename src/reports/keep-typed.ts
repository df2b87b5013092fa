import { type Actor, change } from '../audit/change.ts'
import type { Db } from '../db/database.ts'
import type { Draft, Typed } from './draft.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { keepDraft } from './report.store.ts'

export type Keeping = {
  open: OpenReport
  typed: Typed
  reason: string
  revision: number
  key: string
  by: Actor & { id: number }
  now: Date
  /** Lays the draft before the commune's leader. */
  ask?: boolean
  /** The form saves by itself while one types. */
  quiet?: boolean
}

/**
 * Keeps what was typed, errors and all. Saves that a form makes by itself leave one audit row for the form, not one
 * every few seconds; who saved last and when is on the report itself.
 * @returns the new revision, or null when another form came first.
 */
export function keepTyped(db: Db, keeping: Keeping): Promise<number | null> {
  const { open, revision, key, by, now, ask = false, quiet = false } = keeping
  const { unit, month, editionId, kept } = open
  const draft = draftOf(keeping)
  return change(db, { actor: by, now }, async trx => {
    const seen = { unitId: unit.id, month, revision, key }
    const result = await keepDraft(trx, { ...seen, editionId, draft, personId: by.id, now })
    const silent = result === null || (quiet && kept.draft?.key === key)
    const act = {
      act: ask ? 'report.ask-sign-off' : 'report.draft',
      unitId: unit.id,
      month,
      detail: { revision: result },
    }
    return { result, act: silent ? null : act }
  })
}

function draftOf({ open, typed, reason, key, by, now, ask }: Keeping): Draft {
  const note = open.kept.draft?.note
  return {
    raw: typed,
    key,
    ...(reason ? { reason } : {}),
    ...(ask ? { asked: { by: by.id, name: by.name, at: now.toISOString() } } : {}),
    ...(note && !ask ? { note } : {}),
  }
}
