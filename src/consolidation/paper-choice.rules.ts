import { z } from 'zod'
import { isDay } from '../calendar/month.rules.ts'
import { type Key, say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Paper } from './table.rules.ts'

/**
 * What is said at a download in place of the office's settings: `{ ...table.paper, ...choice }` is the paper made. What was
 * not chosen is not there. It is not remembered among the settings, which say what an office always does; the copy made
 * keeps it, and the next copy of the same month begins with it.
 */
export type PaperChoice = Partial<
  Pick<Paper, 'authority' | 'signerTitle' | 'signerName' | 'documentNumber' | 'annex' | 'maskSmallCells'>
>

export type ChoiceError = { field: ChoiceField; text: string }

/** Boxes with their longest text, which is the settings' own. */
export const choiceFields = {
  authority: 80,
  signerTitle: 80,
  signerName: 80,
  documentNumber: 20,
  annexNumber: 10,
  reportNumber: 40,
  reportDay: 10,
} as const

export type ChoiceField = keyof typeof choiceFields

const names = Object.keys(choiceFields) as ChoiceField[]

/** The boxes as typed, cleaned to one line each; a tick that is not there is off. */
const typed = z.object({
  ...(Object.fromEntries(names.map(name => [name, oneLine()])) as Record<
    ChoiceField,
    ReturnType<typeof oneLine>
  >),
  annex: tick(),
  maskSmallCells: tick(),
})

type Typed = z.infer<typeof typed>

function oneLine() {
  return z
    .string()
    .catch('')
    .transform(text => clean(text).replace(/\n/g, ' '))
}

function tick() {
  return z
    .unknown()
    .optional()
    .transform(value => value === 'on')
}

/** Reads the box beside "Tải Excel" (its mark is `choice=on`); a press without it chooses nothing. */
export function readPaperChoice(
  body: Readonly<Record<string, unknown>>,
  lang: Lang,
): { choice: PaperChoice } | { errors: ChoiceError[] } {
  if (body.choice !== 'on') return { choice: {} }
  const box = typed.parse(body)
  const errors = names.flatMap(field => wrongIn(field, box, lang))
  return errors.length > 0 ? { errors } : { choice: choiceOf(box) }
}

function wrongIn(field: ChoiceField, box: Typed, lang: Lang): ChoiceError[] {
  const refuse = (key: Key, params = {}) => [{ field, text: say(lang, key, params) }]
  if (box[field].length > choiceFields[field]) return refuse('choice.tooLong', { max: choiceFields[field] })
  if (field === 'reportDay' && box.reportDay !== '' && !isDay(box.reportDay)) return refuse('choice.badDay')
  return []
}

function choiceOf(box: Typed): PaperChoice {
  const { authority, signerTitle, signerName, documentNumber, maskSmallCells } = box
  const { annexNumber, reportNumber, reportDay } = box
  const annex = box.annex ? { number: annexNumber, reportNumber, reportDay: reportDay || null } : null
  return { authority, signerTitle, signerName, documentNumber, annex, maskSmallCells }
}

export type ChoiceBox = {
  fields: {
    id: string
    name: ChoiceField
    label: string
    hint: string | null
    value: string
    type: string | null
  }[]
  annexFields: ChoiceBox['fields']
  annex: boolean
  maskSmallCells: boolean
}

/**
 * The box as the page shows it, for partials/paper-choice. `last` is the paper of the month's latest copy: what was chosen
 * then is offered again, so that a corrected copy need not be told its signer and number a second time.
 */
export function choiceBox(paper: Paper, last: Paper | null, lang: Lang): ChoiceBox {
  const { annex, maskSmallCells, ...lines } = last ?? paper
  const values: Record<ChoiceField, string> = {
    authority: lines.authority,
    signerTitle: lines.signerTitle,
    signerName: lines.signerName,
    documentNumber: lines.documentNumber,
    annexNumber: annex?.number ?? 'I',
    reportNumber: annex?.reportNumber ?? '',
    reportDay: annex?.reportDay ?? '',
  }
  const box = (name: ChoiceField) => ({
    id: `choice-${name}`,
    name,
    label: say(lang, `choice.${name}`),
    hint: hints.has(name) ? say(lang, `choice.${name}.hint` as Key) : null,
    value: values[name],
    type: name === 'reportDay' ? 'date' : null,
  })
  return {
    fields: (['authority', 'signerTitle', 'signerName', 'documentNumber'] as const).map(box),
    annexFields: (['annexNumber', 'reportNumber', 'reportDay'] as const).map(box),
    annex: annex !== null,
    maskSmallCells,
  }
}

const hints: ReadonlySet<ChoiceField> = new Set(['authority', 'documentNumber', 'reportNumber'])
