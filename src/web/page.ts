import type { Request, Response } from 'express'
import { isUnder } from '../people/navigation.rules.ts'
import { isKey, type Key, say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import type { Chrome, Views } from './views.ts'

/** What `app.ts` lays on every response, so that pages need only their own words. */
export type Locals = {
  lang: Lang
  views: Views
  trial: boolean
  /** Makes (and keeps in the session) the token that every form carries. */
  token: () => string
  person: { name: string; place: string } | null
  nav: { href: string; key: string }[]
}

export type PageOptions = {
  title: string
  status?: number
  /** Boards and tables use the whole width. */
  wide?: boolean
  /** A page for people not signed in that holds a form. */
  form?: boolean
  /** Whom to ask, shown in the footer: the office's contact line. */
  contact?: string | null
}

/** Renders a view inside the layout and answers with it. */
export function sendPage(
  req: Request,
  res: Response,
  view: string,
  options: PageOptions,
  model: object,
): void {
  const { lang, views, trial, token, person, nav } = res.locals as Locals
  const { title, status = 200, wide = false, form = false, contact = null } = options
  const chrome: Chrome = {
    lang,
    title,
    wide,
    contact,
    trial,
    person,
    nav: nav.map(({ href, key }) => ({
      href,
      label: say(lang, key as Key),
      current: isUnder(href, req.path),
    })),
    csrf: person || form ? token() : '',
    flash: flashOf(req, lang),
    path: req.originalUrl,
  }
  res
    .status(status)
    .type('html')
    .send(views.page(view, chrome, model))
}

/** `?done=saved` shows the sentence 'flash.saved' once on top; anything else shows nothing. */
function flashOf(req: Request, lang: Lang): string | null {
  const key = `flash.${String(req.query.done ?? '')}`
  return isKey(key) ? say(lang, key) : null
}

/** The address to go to after a form post, with a sentence to show there. */
export const withFlash = (path: string, done: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}done=${encodeURIComponent(done)}`
