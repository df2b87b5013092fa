import type { Edition, Figures } from './form.rules.ts'

/** What a form holds as it was typed, errors and all. Names are fields, texts, and `explain:` + a warning's code. */
export type Typed = Readonly<Record<string, string>>

/** A report not yet sent, as kept in `report.draft`. */
export type Draft = {
  raw: Typed
  /** Why a sent report is corrected. */
  reason?: string
  /** The form it was typed in: its own later saves are no conflict with itself. */
  key: string
  /** Waiting for the commune's leader. */
  asked?: { by: number; name: string; at: string }
  /** What the leader said when giving it back. */
  note?: { by: string; at: string; text: string }
}

/** One press of one of the form's buttons, read but not judged. */
export type Posted = {
  act: string
  /** Of the draft the form was made from; what was saved meanwhile is a conflict. */
  revision: number
  /** A second press carries the same one; null when it is none (a forged form). */
  key: string | null
  reason: string
  /** Boxes as they came; an array where a box came twice. */
  boxes: Readonly<Record<string, unknown>>
  texts: Typed
  explanations: Typed
  /** Texts that came twice; both are kept, and the writer chooses. */
  twice: string[]
}

const OWN = new Set(['_csrf', 'act', 'revision', 'request_key', 'correction'])
const EXPLAIN = 'explain:'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Sorts what a form sent into what it is. Nothing is dropped: an unknown name stays a box, to be refused as one. */
export function readPosted(body: Readonly<Record<string, unknown>>, edition: Edition): Posted {
  const textCodes = new Set<string>(edition.texts.map(({ code }) => code))
  const boxes: Record<string, unknown> = {}
  const texts: Record<string, string> = {}
  const explanations: Record<string, string> = {}
  const twice: string[] = []
  for (const [name, value] of Object.entries(body)) {
    if (OWN.has(name)) continue
    if (textCodes.has(name) || name.startsWith(EXPLAIN)) {
      if (Array.isArray(value)) twice.push(name)
      const text = [value].flat().map(String).join('\n').replace(/\r\n?/g, '\n').trim()
      if (textCodes.has(name)) texts[name] = text
      else explanations[name.slice(EXPLAIN.length)] = text.replace(/\s+/g, ' ')
    } else boxes[name] = value
  }
  return {
    act: one(body.act),
    revision: /^\d{1,9}$/.test(one(body.revision)) ? Number(body.revision) : 0,
    key: keyIn(body),
    reason: one(body.correction).trim().replace(/\s+/g, ' '),
    boxes,
    texts,
    explanations,
    twice,
  }
}

/** The request key of a form, null when it carries none. */
export function keyIn(body: Readonly<Record<string, unknown>>): string | null {
  const key = one(body.request_key)
  return UUID.test(key) ? key.toLowerCase() : null
}

const one = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The kept draft as a form would have sent it, so that it is judged by the same steps. */
export function postedOf({ raw, reason = '' }: Pick<Draft, 'raw' | 'reason'>, edition: Edition): Posted {
  return { ...readPosted(raw, edition), reason }
}

/** What is kept of a post: boxes as typed, texts and explanations. */
export function typedOf(typedBoxes: Typed, { texts, explanations }: Posted): Typed {
  const explained = Object.entries(explanations).map(([code, text]) => [EXPLAIN + code, text])
  return { ...typedBoxes, ...texts, ...Object.fromEntries(explained) }
}

/** A sent version as it would be typed again, for a correction. */
export const typedFrom = (figures: Figures, texts: Typed): Typed => ({ ...typedFigures(figures), ...texts })

/** Figures as they would be typed. */
export const typedFigures = (figures: Figures): Typed =>
  Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [name, figure === null ? '' : String(figure)]),
  )

/**
 * The proposal (last month's figures, or none at all) in the boxes nobody has touched: those empty, and those that
 * still hold what a new form starts with. What has been typed stays.
 */
export function filledWith(typed: Typed, proposal: Figures, fresh: Figures = {}): Typed {
  const untouched = (name: string) => ['', String(fresh[name] ?? '')].includes((typed[name] ?? '').trim())
  const filled = Object.entries(typedFigures(proposal)).filter(
    ([name, figure]) => figure !== '' && untouched(name),
  )
  return { ...typed, ...Object.fromEntries(filled) }
}

/** Where two people typed different things; a box one of them has not touched counts when the other filled it. */
export function clashes(mine: Typed, theirs: Typed, names: readonly string[]): Clash[] {
  return names
    .map(name => ({ name, mine: (mine[name] ?? '').trim(), theirs: (theirs[name] ?? '').trim() }))
    .filter(it => it.mine !== it.theirs)
}

export type Clash = { name: string; mine: string; theirs: string }
