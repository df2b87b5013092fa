import { deadlineOf, defaultPolicy } from '../../src/calendar/deadline.rules.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { windowOf } from '../../src/calendar/window.rules.ts'
import type { Draft, Typed } from '../../src/reports/draft.rules.ts'
import type { Figures } from '../../src/reports/form.rules.ts'
import type { OpenReport } from '../../src/reports/open-report.rules.ts'
import { readOfficeSettings } from '../../src/units/office.rules.ts'
import { ALL_ON, boxes, COHORTS, firstEdition } from './sound-report.ts'

type Given = {
  unit?: { id: number; code: string; fullName: string }
  typed?: Typed
  previous?: Figures | null
  earlier?: (Figures | null)[]
  switches?: ReadonlySet<string>
  cohorts?: readonly number[]
}

/** A commune's report of November 2026 as opened, without a database: every switch on unless given. */
export function openedReport({
  unit,
  typed,
  previous = null,
  earlier = [],
  ...form
}: Given = {}): OpenReport {
  const month = asMonth('2026-11')
  const holidays = new Map()
  const deadline = deadlineOf(month, defaultPolicy, holidays)
  const before = (of: string, figures: Figures | null) => ({
    month: asMonth(of),
    figures,
    summed: [],
    absent: [],
  })
  const cohorts = [...(form.cohorts ?? COHORTS)]
  const draft: Draft | null = typed ? { raw: typed, key: 'k' } : null
  return {
    unit: { id: 1, code: '23293', fullName: 'Xã Kon Plông', validFrom: month, parentId: 2, ...unit },
    month,
    settings: readOfficeSettings({}),
    holidays,
    deadline,
    outages: [],
    lockedAt: null,
    extensionUntil: null,
    openUntil: null,
    asked: null,
    window: windowOf(deadline, { policy: defaultPolicy, holidays }, { extensionUntil: null, lockedAt: null }),
    officeName: 'Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi',
    editionId: 1,
    edition: firstEdition,
    cohorts,
    fields: boxes(form.switches ?? ALL_ON, cohorts),
    kept: {
      state: draft ? 'draft' : null,
      draft,
      revision: draft ? 3 : 0,
      savedBy: draft ? 'Y Hà' : null,
      savedAt: draft ? new Date('2026-11-20T08:00:00+07:00') : null,
      onTime: null,
      firstAt: null,
      returned: null,
    },
    current: null,
    sent: null,
    before: before('2026-10', previous),
    earlier: earlier.map((figures, at) => before(at === 0 ? '2026-09' : '2026-08', figures)),
  }
}
