import { z } from 'zod'
import { officeHours } from '../calendar/working-time.rules.ts'
import { unknownFields } from './plan-template.rules.ts'

/** Letters leave between these times (minutes after midnight in Vietnam) on working days; nobody is written to at night. */
export const mailHours = officeHours

/**
 * What a step of the plan is counted from. 'opening': the day after the cut-off. 'before' and 'after': so many
 * working days from the unit's own due date. 'digest-due': the due date; 'digest-next': the working day after it,
 * with the Excel attached.
 */
export const stepTypes = ['opening', 'before', 'due-day', 'after', 'digest-due', 'digest-next'] as const
export type StepType = (typeof stepTypes)[number]

const MOST_DAYS = 10
const MOST_ADDRESSES = 10
export const LONGEST_SENTENCE = 500

const step = z
  .object({
    type: z.enum(stepTypes),
    /** Working days before or after the due date; 0 where the type already says the day. */
    days: z.coerce.number('days').int('days').min(0, 'days').max(MOST_DAYS, 'days'),
    hour: z.coerce.number('hour').int('hour').min(0, 'hour').max(23, 'hour'),
    minute: z.coerce.number('hour').int('hour').min(0, 'hour').max(59, 'hour'),
    on: z.boolean(),
    /** The commune's reporters get the letter. */
    reporter: z.boolean().default(true),
    /** The commune's leader gets it too. */
    leader: z.boolean(),
    /** The office's officers and leaders get one letter that names who is still missing. */
    office: z.boolean(),
    /** The officers of the office above get that letter too. */
    above: z.boolean().default(false),
    /** And so do these addresses, of people who need no account. */
    addresses: z
      .array(z.email('address').toLowerCase())
      .max(MOST_ADDRESSES, 'address')
      .transform(given => [...new Set(given)])
      .default([]),
    /** The office's own sentence in the letter to communes, with the fields of plan-template.rules; may be empty. */
    sentence: z
      .string()
      .trim()
      .max(LONGEST_SENTENCE, 'sentence')
      .refine(text => unknownFields(text).length === 0, 'field')
      .default(''),
  })
  .superRefine((given, context) => {
    const { type, days, hour, minute } = given
    if (given.on && !isDigest(type) && !hasRecipients(given))
      context.addIssue({ code: 'custom', path: ['reporter'], message: 'recipients' })
    const time = hour * 60 + minute
    if ((type === 'before' || type === 'after') && days < 1)
      context.addIssue({ code: 'custom', path: ['days'], message: 'days' })
    const isTime = hour <= 23 && minute <= 59
    if (isTime && (time < mailHours.opens || time > mailHours.closes))
      context.addIssue({ code: 'custom', path: ['hour'], message: 'window' })
  })

/**
 * An office's plan, stored whole as `reminder_plan.steps`. An issue's path is [index of the step, box]; its
 * message is the end of the key 'reminders.plan.wrong.…'.
 */
export const plan = z.array(step).superRefine((steps, context) => {
  const seen = new Set<string>()
  for (const [index, each] of steps.entries()) {
    if (seen.has(kindOf(each))) context.addIssue({ code: 'custom', path: [index, 'days'], message: 'twice' })
    seen.add(kindOf(each))
  }
  if (!steps.some(step => step.on && !isDigest(step.type) && writesToUnit(step)))
    context.addIssue({ code: 'custom', path: [0, 'on'], message: 'none' })
})

export type Step = z.infer<typeof step>
export type Plan = readonly Step[]

/** The name of a step's letters in the ledger: 'before-3', 'due-day', 'after-1'. */
export const kindOf = ({ type, days }: Pick<Step, 'type' | 'days'>): string =>
  type === 'before' || type === 'after' ? `${type}-${days}` : type

/** Whether a step writes to the commune itself. */
export const writesToUnit = ({ reporter, leader }: Pick<Step, 'reporter' | 'leader'>): boolean =>
  reporter || leader

type Recipients = Pick<Step, 'reporter' | 'leader' | 'office' | 'above' | 'addresses'>

const hasRecipients = (step: Recipients): boolean =>
  writesToUnit(step) || step.office || step.above || step.addresses.length > 0

export const isDigest = (type: StepType): boolean => type === 'digest-due' || type === 'digest-next'

const usual = {
  minute: 0,
  on: true,
  reporter: true,
  leader: false,
  office: false,
  above: false,
  addresses: [],
  sentence: '',
}

/** What an office starts with. Officers may change every line (which, how many days, when, on or off). */
export const defaultPlan: Plan = [
  { ...usual, type: 'opening', days: 0, hour: 8 },
  { ...usual, type: 'before', days: 3, hour: 8 },
  { ...usual, type: 'before', days: 1, hour: 8 },
  { ...usual, type: 'due-day', days: 0, hour: 7, minute: 30 },
  { ...usual, type: 'after', days: 1, hour: 8, leader: true },
  { ...usual, type: 'after', days: 3, hour: 8, leader: true, office: true },
  { ...usual, type: 'digest-due', days: 0, hour: 17, minute: 30 },
  { ...usual, type: 'digest-next', days: 0, hour: 8 },
]

/** A stored plan. With none, or one that fits no longer (it must not stop everybody's letters), the default. */
export function readPlan(stored: unknown): Plan {
  const read = plan.safeParse(stored)
  return read.success ? read.data : defaultPlan
}
