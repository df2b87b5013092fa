import type { Reach } from '../people/access.rules.ts'
import type { Routes } from './routes.ts'

const A_YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** Switches between Vietnamese and English and goes back to the page one was on. */
export function languagePages(routes: Routes<Reach>): void {
  routes.open('get', '/language/:lang', ({ req, res, deps }) => {
    const lang = req.params.lang === 'en' ? 'en' : 'vi'
    res.cookie('lang', lang, {
      maxAge: A_YEAR_MS,
      sameSite: 'lax',
      httpOnly: true,
      secure: deps.config.secureCookies,
    })
    const back = req.get('referer')
    const url = back && URL.canParse(back) ? new URL(back) : null
    res.redirect(303, url && url.host === req.get('host') ? url.pathname + url.search : '/')
  })
}
