import type { Month } from '../calendar/month.rules.ts'
import type { Indicator } from '../reports/form.rules.ts'
import type { PlacePoint, Point, Widening } from './series.rules.ts'
import type { Span } from './span.rules.ts'

/** All that a unit's pictures are drawn from. */
export type ChartData = {
  /** The office's (or commune's) own sums, month by month; they equal the consolidation's totals. */
  points: Point[]
  /** The same by place directly under the office, under the places of the month asked about. */
  places: PlacePoint[]
  /** What stands under the office in the month asked about, at any depth. */
  units: { id: number; kind: 'commune' | 'office'; name: string; fullName: string; parentId: number }[]
  span: Span
  /** The month from which on the unit itself was there; earlier ones are those of what it was made of. */
  own: Month
  /** The first month of which anything can be shown. */
  first: Month
  /** Whether older months are left out since they would be another territory's. */
  cut: boolean
  /** Months after the first one shown in which the territory grew. */
  widened: Widening[]
  situations: Indicator[]
}
