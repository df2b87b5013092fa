/**
 * One line of a CSV file after RFC 4180, with CR LF. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it, as OWASP advises; numbers are the portal's own and stay, minus signs too.
 */
export function csvLine(cells: readonly (string | number | null)[], separator: string): string {
  return `${cells.map(it => cellText(it, separator)).join(separator)}\r\n`
}

/** A byte order mark, by which Excel knows UTF-8. */
export const CSV_MARK = '\uFEFF'

function cellText(value: string | number | null, separator: string): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
