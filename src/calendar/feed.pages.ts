import { change } from '../audit/change.ts'
import { calendarFile, dueUid } from '../mail/calendar-file.ts'
import { isSignedIn, type Reach } from '../people/access.rules.ts'
import { withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { PersonVisit, Routes, Visit } from '../web/routes.ts'
import { showOnce } from '../web/show-once.ts'
import { say } from '../words/all.ts'
import { type FeedDue, feedDues, feedMonths, stampOf } from './feed.rules.ts'
import { endFeed, feedOffices, feedUnits, findFeed, giveFeed } from './feed.store.ts'
import { dayAt, monthOfDay } from './month.rules.ts'

/**
 * A person's due dates for their own calendar program. The address is the secret: the program asks for it without signing in.
 * The account page shows it once, when it is made.
 */
export function feedPages(routes: Routes<Reach>): void {
  routes.open('get', '/calendar/feed/:token.ics', sendFeed)
  routes.person('post', '/account/feed', isSignedIn, makeFeed)
  routes.person('post', '/account/feed/end', isSignedIn, stopFeed)
}

/** Due dates change rarely; a calendar program that asks again within the hour is not asked to read it all. */
const KEPT = 'private, max-age=3600'

async function sendFeed({ req, res, deps, now }: Visit): Promise<void> {
  const owner = await findFeed(deps.db, String(req.params.token).slice(0, 100))
  if (!owner) throw notFound()
  const units = await feedUnits(deps.db, owner.personId)
  const officeIds = [...new Set(units.flatMap(({ offices }) => offices.map(({ id }) => id)))]
  const months = feedMonths(monthOfDay(dayAt(now)))
  const dues = feedDues(units, await feedOffices(deps.db, officeIds, months), months)
  res
    .set({
      'Cache-Control': KEPT,
      'X-Robots-Tag': 'noindex',
      'Content-Disposition': 'inline; filename="ngay-25.ics"',
    })
    .type('text/calendar; charset=utf-8')
    .send(
      calendarFile(
        say('vi', 'feed.name'),
        dues.map(due => entryOf(due, deps.config.publicUrl)),
      ),
    )
}

const entryOf = (due: FeedDue, publicUrl: string) => ({
  ...due,
  uid: dueUid(due, publicUrl),
  stamp: stampOf(due),
  url: publicUrl + due.path,
})

async function makeFeed({ req, res, deps, person, now }: PersonVisit): Promise<void> {
  const token = await change(deps.db, { actor: person, now }, async trx => ({
    result: await giveFeed(trx, person.id, now),
    act: { act: 'person.make-feed' },
  }))
  showOnce(req, '/account', `${deps.config.publicUrl}/calendar/feed/${token}.ics`)
  res.redirect(303, `${withFlash('/account', 'feedMade')}#feed`)
}

async function stopFeed({ res, deps, person, now }: PersonVisit): Promise<void> {
  await change(deps.db, { actor: person, now }, async trx => {
    const ended = await endFeed(trx, person.id)
    return { result: null, act: ended ? { act: 'person.end-feed' } : null }
  })
  res.redirect(303, `${withFlash('/account', 'feedEnded')}#feed`)
}
