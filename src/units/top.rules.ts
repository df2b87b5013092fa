/** An office as far as it matters where it stands; `offices` are itself and every office above it, or above what it became. */
type Standing = {
  id: number
  kind: 'commune' | 'office'
  validUntil: string | null
  offices: readonly number[]
}

/**
 * The office on top decides for the whole portal: the country's days off, the form, outages. One that has ended, or has
 * not begun, has no office above it in the month in hand either, and decides nothing but its own.
 */
export const isOnTop = ({ id, kind, validUntil, offices }: Standing): boolean =>
  kind === 'office' && validUntil === null && offices.every(it => it === id)
