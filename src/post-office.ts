import type { Month } from './calendar/month.rules.ts'
import { makeMonth } from './consolidation/make-consolidation.ts'
import type { File } from './reminders/digest.mail.ts'
import type { PostOffice } from './reminders/send-reminders.ts'
import type { Deps } from './web/deps.ts'
import { loadViews } from './web/views.ts'

/** All that reminders are sent with: the jobs and the script have the same, the digest's Excel included. */
export const openPostOffice = (deps: Deps): PostOffice => ({
  ...deps,
  views: loadViews(),
  makeFile: asked => makeBook(deps, asked),
})

/** The Excel that the digest of the next working day carries: the month's numbered copy, as the portal itself takes it. */
async function makeBook(
  { db, config }: Deps,
  asked: { officeId: number; month: Month; now: Date },
): Promise<File> {
  const made = await makeMonth(db, {
    ...asked,
    actor: { id: null, name: config.mailFrom.replace(/ <.*/, '') },
  })
  if (!made)
    throw new Error(`There is nothing to consolidate for office ${asked.officeId} in ${asked.month}.`)
  return made
}
