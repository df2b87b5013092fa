import { isoVietnam } from '../src/calendar/month.rules.ts'
import type { Decision } from '../src/reminders/reminder.rules.ts'
import type { Run } from '../src/reminders/send-reminders.ts'
import { fail, printTable, readArguments } from './arguments.ts'
import { openPortalForScript } from './open-portal.ts'

/**
 * Who gets what, and why; and, without --dry-run, sends it. A dry run may ask about any moment: submissions, returns and
 * letters after it are not seen, so that it answers as it was then.
 */
const usage =
  'Usage: npm run -s remind -- [--dry-run [--at 2026-11-24T08:00:00+07:00]] [--json] (a moment only with --dry-run)'

const { values, positionals } = readArguments(usage, {
  'dry-run': { type: 'boolean' },
  at: { type: 'string' },
  json: { type: 'boolean' },
})
if (positionals.length > 0) fail(`Not understood: "${positionals.join(' ')}". ${usage}`)
const dryRun = values['dry-run'] === true
if (values.at !== undefined && !dryRun)
  fail(`--at needs --dry-run: letters are sent now or not at all. ${usage}`)
const moment = values.at === undefined ? null : momentAsked(values.at)

const { deps, close } = await openPortalForScript()
const { openPostOffice } = await import('../src/post-office.ts')
const { decideReminders } = await import('../src/reminders/decide-reminders.ts')
const { openChannels } = await import('../src/reminders/open-channels.ts')
const { recordTick } = await import('../src/reminders/tick.store.ts')
const { byOpenWays, sendReminders } = await import('../src/reminders/send-reminders.ts')
try {
  if (dryRun) print(byOpenWays(await decide(), openChannels(deps)))
  else report(await send())
} finally {
  await close()
}

/** A moment with its zone: without one, "08:00" would mean something else on each machine. */
function momentAsked(text: string): Date {
  const given = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)
    ? new Date(text)
    : null
  if (!given || Number.isNaN(given.getTime()))
    return fail(`"${text}" is not a moment like 2026-11-24T08:00:00+07:00. ${usage}`)
  return given
}

function decide(): Promise<Decision[]> {
  return decideReminders(deps.db, { now: moment ?? deps.clock(), replay: moment !== null })
}

/**
 * Ctrl+C and SIGTERM stop between two letters; what is left over stays owed. The run is kept like the portal's own, so that a
 * system's cron may call it and nobody is told that reminders fell silent.
 */
async function send(): Promise<Run> {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort())
  const startedAt = deps.clock()
  const run = await sendReminders(openPostOffice(deps), { signal: stopping.signal })
  const { decisions, sent, skipped, failed } = run
  const tick = { job: 'reminders', startedAt, finishedAt: deps.clock(), error: null, detail: {} }
  await recordTick(deps.db, { ...tick, decided: decisions.length, sent, skipped, failed })
  return run
}

function report({ decisions, sent, failed, skipped }: Run): void {
  print(decisions)
  if (!values.json)
    console.log(`\n${isoVietnam(deps.clock())}: ${sent} sent, ${failed} failed, ${skipped} skipped`)
}

function print(decisions: Decision[]): void {
  const rows = decisions.map(asRow)
  if (values.json) console.log(JSON.stringify(rows, null, 2))
  else
    printTable(
      rows.map(row => [
        row.decision,
        row.unit,
        row.unitName,
        row.month,
        row.kind,
        row.channel === 'email' ? row.recipient : `${row.recipient} (${row.channel})`,
        row.because,
      ]),
    )
}

/** Waiting is not sending: the reason says what it waits for. */
function asRow({ unit, unitName, month, kind, channel, recipient, decision, because }: Decision) {
  return {
    unit,
    unitName,
    month,
    kind,
    channel,
    recipient,
    decision: decision === 'send' ? 'send' : 'skip',
    because,
  }
}
