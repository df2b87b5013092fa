import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { cellsOf } from './csv.rules.ts'
import type { RowProblem } from './row-problem.rules.ts'

/**
 * The rows that could not be applied as a file of their own: line, reason, and the row as it was. It keeps the head row,
 * so that whoever corrects it there can import it as it is.
 */
export function problemFile(bytes: Uint8Array, problems: readonly RowProblem[], lang: Lang): string {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/)
  const head = [say(lang, 'units.rest.line'), say(lang, 'units.rest.reason'), ...rowOf(lines[0])]
  const rows = problems.map(({ line, reason }) => [
    String(line),
    reason,
    ...(line > 1 ? rowOf(lines[line - 1]) : []),
  ])
  return `\uFEFF${[head, ...rows].map(row => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** A row whose quotes are broken is kept in one cell. */
const rowOf = (text = ''): string[] => cellsOf(text) ?? [text]

/** A cell that a spreadsheet would work out as a formula begins with an apostrophe instead. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
