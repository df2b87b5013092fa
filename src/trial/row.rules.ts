import type { Month } from '../calendar/month.rules.ts'

/** A made-up report as it goes into the database. */
export type NewReport = {
  unitId: number
  month: Month
  state: string
  draft: object | null
  currentVersion: number | null
  firstSubmittedAt: Date | null
  onTime: boolean | null
  personId: number
  decidedBy: number | null
  decidedAt: Date | null
  returnReason: string | null
  versions: NewVersion[]
}

export type NewVersion = {
  number: number
  receipt: string
  figures: object
  texts: object
  explanations: object
  warnings: object
  reason: string
  requestKey: string
  by: string
  at: Date
}
