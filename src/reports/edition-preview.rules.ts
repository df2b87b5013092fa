import type { Deadline, Holidays } from '../calendar/deadline.rules.ts'
import { addMonths, type Month } from '../calendar/month.rules.ts'
import type { MonthFacts } from '../calendar/month-deadline.rules.ts'
import { windowOf } from '../calendar/window.rules.ts'
import type { OfficeSettings } from '../units/office.rules.ts'
import type { Lang } from '../words/words.ts'
import { cohortsOf, type Edition, fieldsOf, switchesOf } from './form.rules.ts'
import type { OpenReport, Reporting } from './open-report.rules.ts'

/** What a form that is being written would look like. */

type Wanted = {
  edition: Edition
  /** In whose name it is shown: the office's. */
  unit: Reporting
  dates: { month: Month; settings: OfficeSettings; holidays: Holidays; deadline: Deadline; facts: MonthFacts }
  switches: readonly string[]
}

/** A month that nobody has typed anything of: with the office's dates, without a last month. */
export function emptyReport({ edition, unit, dates, switches }: Wanted): OpenReport {
  const { month, settings, holidays, deadline, facts } = dates
  const exceptions = { extensionUntil: null, lockedAt: null, openUntil: null }
  const cohorts = cohortsOf(edition, month)
  return {
    unit,
    month,
    settings: { ...settings, switches: [...switches] },
    holidays,
    outages: facts.outages,
    deadline,
    ...exceptions,
    asked: null,
    window: windowOf(deadline, { policy: facts.policy, holidays }, exceptions),
    officeName: unit.fullName,
    editionId: 0,
    edition,
    cohorts,
    fields: fieldsOf(edition, cohorts, new Set(switches)),
    kept: { ...untouched },
    current: null,
    sent: null,
    before: { month: addMonths(month, -1), figures: null, summed: [], absent: [] },
    earlier: [],
  }
}

const untouched = {
  ...{ state: null, draft: null, revision: 0, savedBy: null, savedAt: null },
  ...{ onTime: null, returned: null, firstAt: null },
}

/** Each switch of the edition, called as its first section or indicator is, and whether the preview has it on. */
export const switchTicks = (edition: Edition, on: readonly string[], lang: Lang) =>
  switchesOf(edition).map(code => {
    const section = edition.sections.find(it => it.switch === code)
    const indicator = edition.sections.flatMap(it => it.indicators).find(it => it.switch === code)
    const label = section?.title ?? indicator?.label
    return { code, label: label?.[lang] ?? code, on: on.includes(code) }
  })
