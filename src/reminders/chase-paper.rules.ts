import { addWorkingDays } from '../calendar/deadline.rules.ts'
import { at, type Day, dayAt } from '../calendar/month.rules.ts'
import { paperHead, recipientsWith } from '../files/paper-head.rules.ts'
import { capital, type OfficialPaper, type PaperBlock } from '../files/paper-model.rules.ts'
import { blocksOf, type PaperFills, paragraphs, withinSentence } from '../files/paper-text.rules.ts'
import { contactLine, type OfficeSettings } from '../units/office.rules.ts'
import { say } from '../words/all.ts'
import { formatClock, formatDay, formatMonth, formatNumber } from '../words/vietnamese.ts'
import { dueOf, type OfficeFacts, type UnitFacts } from './facts.rules.ts'

/** Công văn đôn đốc: the office's letter to the communes that are missing now. */
export type Chase = {
  facts: OfficeFacts
  settings: OfficeSettings
  text: string
  /** The last moment asked for. */
  until: Date
  now: Date
}

export const chaseFields = {
  co_quan: 'words',
  ky: 'words',
  han: 'words',
  thoi_diem: 'words',
  so_chua_gui: 'words',
  han_moi: 'words',
  dau_moi: 'blocks',
  danh_sach: 'blocks',
} as const satisfies Record<string, 'words' | 'blocks'>

/** So many are named after 'Kính gửi'; more go into a list at the end. */
const NAMED = 10

/** Who is missing now. Once the office's due date has passed, one with an extension still running is left in peace. */
export function missingNow(facts: OfficeFacts, now: Date): UnitFacts[] {
  const overdue = now > facts.deadline.due
  return facts.units.filter(it => it.submittedAt === null && (!overdue || dueOf(it, facts) <= now))
}

const UNTIL = { hour: 16, minute: 30 }

/** What a letter asks for unless its writer says otherwise: half past four on the next working day. */
export function usualUntil({ calendar, deadline }: OfficeFacts, now: Date): Day {
  const next = addWorkingDays(dayAt(now), 1, calendar.holidays)
  return now < deadline.due && dayAt(deadline.due) > next ? dayAt(deadline.due) : next
}

export const untilOn = (day: Day): Date => at(day, UNTIL.hour, UNTIL.minute)

export function chasePaper({ facts, settings, text, until, now }: Chase): OfficialPaper {
  const missing = missingNow(facts, now)
  const agency = settings.agencyName || facts.office.name
  return {
    name: null,
    about: say('vi', 'papers.chase.about', { month: formatMonth(facts.month) }),
    head: paperHead({
      superior: settings.superiorName,
      agency: [agency],
      place: settings.place,
      number: '',
      code: settings.letterCode,
      day: dayAt(now),
    }),
    addressees:
      missing.length > NAMED ? [say('vi', 'papers.chase.listed')] : missing.map(it => committeeOf(it.name)),
    blocks: blocksOf(text, fillsOf({ facts, settings, text, until, now }, missing)),
    recipients: recipientsWith([say('vi', 'papers.asAbove'), ...settings.recipients], settings.filedUnder),
    signature: {
      capacities: [settings.authority, settings.signerTitle].filter(Boolean).map(capital),
      name: settings.signerName,
    },
    mark: null,
  }
}

/** 'Xã Đăk Kôi' → 'Ủy ban nhân dân xã Đăk Kôi' */
export const committeeOf = (unitName: string): string =>
  say('vi', 'papers.committee', { unit: withinSentence(unitName) })

function fillsOf(
  { facts, settings, until, now }: Chase,
  missing: readonly UnitFacts[],
): Required<Record<keyof typeof chaseFields, PaperFills[string]>> {
  const contact = contactLine(settings)
  return {
    co_quan: facts.office.name,
    ky: formatMonth(facts.month),
    han: moment(facts.deadline.due),
    thoi_diem: moment(now),
    so_chua_gui: missing.length < 10 ? `0${missing.length}` : formatNumber(missing.length),
    han_moi: moment(until),
    dau_moi: paragraphs(contact ? say('vi', 'papers.chase.contact', { contact }) : ''),
    danh_sach: missing.length > NAMED ? [listOf(missing)] : [],
  }
}

/** '16 giờ 30 phút ngày 27/11/2026', as letters write it. */
function moment(instant: Date): string {
  const [hour = '', minute = ''] = formatClock(instant).split(':')
  return say('vi', 'papers.moment', { hour, minute, day: formatDay(dayAt(instant)) })
}

const listOf = (missing: readonly UnitFacts[]): PaperBlock => ({
  kind: 'table',
  table: {
    caption: say('vi', 'papers.chase.list'),
    columns: [
      { head: say('vi', 'papers.col.order'), share: 12, align: 'center' },
      { head: say('vi', 'papers.col.unit'), share: 88, align: 'left' },
    ],
    rows: missing.map(({ name }, index) => ({ cells: [formatNumber(index + 1), name], strong: false })),
  },
})
