/**
 * Takes down one thing after another, one statement at a time, each with all that came while the one before was written. Whoever
 * hands something in is told when it is safe, or that it could not be written.
 */
export function recordTogether<T>(write: (lines: T[]) => Promise<void>): (line: T) => Promise<void> {
  let before: Promise<unknown> = Promise.resolve()
  let next: { lines: T[]; written: Promise<void> } | null = null
  const open = () => {
    const lines: T[] = []
    const written = before.then(() => {
      next = null
      return write(lines)
    })
    before = written.catch(() => {})
    return { lines, written }
  }
  return line => {
    next ??= open()
    next.lines.push(line)
    return next.written
  }
}
