import { openDatabase, openPool } from '../../src/db/database.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { openDesk } from './desk.ts'

/** One mail run in a process of its own, to be killed: `mail-run.ts <database> <smtp> <now>`. SIGTERM stops it cleanly. */
const [database = '', url = '', now = ''] = process.argv.slice(2)
const stopping = new AbortController()
process.once('SIGTERM', () => stopping.abort())
const db = openDatabase(openPool({ url: database, max: 4 }))
const desk = openDesk({ db }, { url, now })
const { sent } = await sendReminders(desk, { signal: stopping.signal })
await desk.close()
await db.destroy()
console.log(sent)
