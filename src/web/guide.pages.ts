import type { Reach } from '../people/access.rules.ts'
import { say } from '../words/all.ts'
import { sendPage } from './page.ts'
import type { Routes } from './routes.ts'

/** The two one-page guides, open to anybody: a link in a letter leads to them. */
export function guidePages(routes: Routes<Reach>): void {
  routes.open('get', '/guide/commune', ({ req, res, lang }) =>
    sendPage(req, res, 'guide/commune', { title: say(lang, 'guide.commune.title') }, {}),
  )
  routes.open('get', '/guide/office', ({ req, res, lang }) =>
    sendPage(req, res, 'guide/office', { title: say(lang, 'guide.office.title') }, {}),
  )
}
