import { openDatabase, openPool } from '../../src/db/database.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { openDesk } from './desk.ts'

/**
 * Mail runs in a process of its own, to be killed: `mail-run.ts <database> <smtp>`. Each moment it is told is one run, answered
 * with the number of letters sent. SIGTERM ends the run under way cleanly, and then the process.
 */
const [database = '', url = ''] = process.argv.slice(2)
const stopping = new AbortController()
const db = openDatabase(openPool({ url: database, max: 4 }))
process.once('SIGTERM', () => stopping.abort())
process.once('disconnect', () => process.exit(0))
process.on('message', async now => {
  const desk = openDesk({ db }, { url, now: String(now) })
  const { sent } = await sendReminders(desk, { signal: stopping.signal })
  await desk.close()
  process.send?.(sent)
  if (stopping.signal.aborted) process.exit(0)
})
process.send?.('ready')
