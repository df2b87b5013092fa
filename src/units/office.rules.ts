import { z } from 'zod'
import { type DeadlinePolicy, defaultPolicy } from '../calendar/deadline.rules.ts'
import { say } from '../words/all.ts'

const line = (max: number) => z.string().trim().max(max)
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

/**
 * What an office decides for itself. Every value has a default, so an office founded a minute ago works.
 * Stored as `office.settings`; only what differs from the defaults need be there.
 */
export const officeSettings = z.object({
  dueDay: whole(1, 31).default(defaultPolicy.dueDay),
  dueHour: whole(0, 23).default(defaultPolicy.dueHour),
  dueMinute: whole(0, 59).default(defaultPolicy.dueMinute),
  roll: z.enum(['next', 'previous', 'none']).default(defaultPolicy.roll),
  cutOffDay: whole(1, 31).default(defaultPolicy.cutOffDay),
  graceDays: whole(0, 30).default(defaultPolicy.graceDays),
  lockDays: whole(0, 60).default(defaultPolicy.lockDays),
  /** A commune's leader signs off before a report counts as sent. */
  signOff: z.boolean().default(false),
  /** Optional parts of the form that the office asks for: 'poor', 'disabled', 'reasons'. */
  switches: z.array(z.string()).default([]),
  /** Cells under 5 are masked in files that leave the office. */
  maskSmallCells: z.boolean().default(false),
  /** Level 3 of universalisation: per cent a commune is to reach, one in special difficulty too, and where that is said. */
  universalPercent: whole(1, 100).default(80),
  universalDifficultPercent: whole(1, 100).default(70),
  universalSource: line(160).default(say('vi', 'universal.decree')),
  /** By how many per cent a commune's graduates may differ from its schools' before it is remarked upon. */
  countTolerance: whole(0, 100).default(5),
  /** Heads of official files (Nghị định 30/2020/NĐ-CP, Phụ lục I): the body above, the body itself, the place. */
  superiorName: line(120).default(''),
  agencyName: line(120).default(''),
  place: line(60).default(''),
  documentCode: line(40).default(''),
  /** Code of the office's letters to communes, and what closes 'Lưu: VT, …' and the other lines of 'Nơi nhận'. */
  letterCode: line(40).default(''),
  filedUnder: line(40).default(''),
  recipients: z.array(line(120)).default([]),
  /** 'KT. GIÁM ĐỐC' over the title of who signs in the head's place. */
  authority: line(80).default(''),
  signerTitle: line(80).default('GIÁM ĐỐC'),
  signerName: line(80).default(''),
  preparedBy: line(80).default(''),
  /** The consolidated table goes as an annex of a report: 'Phụ lục I (Kèm theo Báo cáo số … ngày …)'. */
  annex: z.boolean().default(false),
  annexNumber: line(10).default('I'),
  /** Whom communes may ask; printed in every letter and footer. */
  contactName: line(80).default(''),
  contactPhone: line(40).default(''),
  contactEmail: z.union([z.literal(''), z.email()]).default(''),
})

export type OfficeSettings = z.infer<typeof officeSettings>

/** Stored settings with the defaults filled in. @throws ZodError when what is stored fits no longer. */
export const readOfficeSettings = (stored: unknown): OfficeSettings => officeSettings.parse(stored ?? {})

export function policyOf(settings: OfficeSettings): DeadlinePolicy {
  const { dueDay, dueHour, dueMinute, roll, cutOffDay, graceDays, lockDays } = settings
  return { dueDay, dueHour, dueMinute, roll, cutOffDay, graceDays, lockDays }
}

/** "Nguyễn Thị Mai, 0255 …, mai@…" or null when the office has named nobody. */
export function contactLine({ contactName, contactPhone, contactEmail }: OfficeSettings): string | null {
  return [contactName, contactPhone, contactEmail].filter(Boolean).join(', ') || null
}
