import type { RequestHandler } from 'express'
import type { Deps } from './deps.ts'
import type { Locals } from './page.ts'
import { formToken } from './security.ts'
import type { Views } from './views.ts'

/** Lays on every response what pages need; who is asking is added by the routes. */
export function prepare({ config }: Deps, views: Views): RequestHandler {
  return (req, res, next) => {
    const lang = /(?:^|;\s*)lang=en(?:;|$)/.test(req.get('cookie') ?? '') ? 'en' : 'vi'
    const token = () => (req.session ? formToken(req) : '')
    Object.assign(res.locals, {
      lang,
      views,
      trial: config.trial,
      token,
      person: null,
      nav: [],
    } satisfies Locals)
    res.set('Cache-Control', 'no-store')
    next()
  }
}
