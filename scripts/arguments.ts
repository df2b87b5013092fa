import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Ends a script that was called wrongly: one line on stderr that says why and how, exit code 2. */
export function fail(line: string): never {
  process.stderr.write(`${line.replace(/\s+/g, ' ').trim()}\n`)
  process.exit(2)
}

/**
 * A script's options and what else was typed. An unknown option, or one without its value, ends the script with
 * its usage line.
 */
export function readArguments<O extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: O) {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true, strict: true })
  } catch (error) {
    const [what] = error instanceof Error ? error.message.split('. ') : [String(error)]
    return fail(`${what}. ${usage}`)
  }
}

/** Prints a table for people: columns as wide as their widest cell, two spaces apart. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths: number[] = []
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  for (const row of rows)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
