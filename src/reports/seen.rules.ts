/** An instant a form carried, as when its page was made; null when it carries none that can be read. */
export function instantIn(value: unknown): Date | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? null : new Date(time)
}
