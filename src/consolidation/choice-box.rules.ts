import type { ChoiceBox, ChoiceError, ChoiceField } from './paper-choice.rules.ts'

/** What was typed into the box and could not be taken. */
export type Refused = { body: Readonly<Record<string, unknown>>; errors: readonly ChoiceError[] }

type Field = ChoiceBox['fields'][number] & { error: string | null }
type Ticks = { annex: boolean; maskSmallCells: boolean }

export type ShownChoice = Ticks & { open: boolean; fields: Field[]; annexFields: Field[] }

/** The box for partials/paper-choice: as it stands, or as it was typed, opened, with a message at each wrong line. */
export function shownChoice(box: ChoiceBox, refused: Refused | null): ShownChoice {
  const shown = (field: ChoiceBox['fields'][number]): Field => ({
    ...field,
    value: refused ? typedIn(refused, field.name) : field.value,
    error: refused?.errors.find(it => it.field === field.name)?.text ?? null,
  })
  const ticked = (name: keyof Ticks) => (refused ? refused.body[name] === 'on' : box[name])
  return {
    open: refused !== null,
    fields: box.fields.map(shown),
    annexFields: box.annexFields.map(shown),
    annex: ticked('annex'),
    maskSmallCells: ticked('maskSmallCells'),
  }
}

function typedIn({ body }: Refused, name: ChoiceField): string {
  const typed = body[name]
  return typeof typed === 'string' ? typed : ''
}

/** For error-summary: each message leads to its line. */
export const choiceErrors = (refused: Refused | null): { href: string; text: string }[] =>
  (refused?.errors ?? []).map(({ field, text }) => ({ href: `#choice-${field}`, text }))
