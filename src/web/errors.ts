import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { type Key, say } from '../words/all.ts'
import type { Deps } from './deps.ts'
import { type Locals, sendPage } from './page.ts'
import { notFound, type Problem, problemOf } from './problem.ts'

/** No route took the request. */
export const nothingHere: RequestHandler = () => {
  throw notFound()
}

/**
 * The last stop: turns any error into a page in the reader's language that says what happened and what
 * to do. What was typed is handed back in the page, so that a lost link or a stale page loses nothing.
 */
export function answerErrors({ log, config }: Deps): ErrorRequestHandler {
  return (error, req, res, next) => {
    const problem = problemOf(error)
    if (problem.status >= 500) log.error({ err: error, path: req.path }, 'request failed')
    if (res.headersSent) return next(error)
    if (problem.status === 401 && req.method === 'GET')
      return res.redirect(303, `/sign-in?next=${encodeURIComponent(req.originalUrl)}`)
    if (problem.status === 503) res.set('Retry-After', '10')
    if (req.path.startsWith('/api/') || req.get('accept')?.includes('application/json'))
      return answerJson(res, problem)
    answerPage(req, res, { problem, again: sameSite(req, config.publicUrl) ? typed(req) : null })
  }
}

function answerJson(res: Response, problem: Problem): void {
  const { lang } = res.locals as Locals
  res.status(problem.status).json({ error: say(lang, problem.key as Key, problem.params) })
}

function answerPage(
  req: Request,
  res: Response,
  { problem, again }: { problem: Problem; again: Again | null },
): void {
  const { lang } = res.locals as Locals
  const key = problem.key as Key
  const model = {
    status: problem.status,
    message: say(lang, key, problem.params),
    advice: say(lang, `${problem.key}.advice` as Key),
    again,
  }
  sendPage(req, res, 'web/error', { title: model.message, status: problem.status }, model)
}

type Again = { action: string; fields: { name: string; value: string }[] }

/** What a refused post carried, to be sent again with one press; null when there is nothing to keep. */
function typed(req: Request): Again | null {
  if (req.method !== 'POST' || !req.body) return null
  const fields = Object.entries(req.body as Record<string, string | string[]>)
    .filter(([name]) => name !== '_csrf' && !/password/i.test(name))
    .flatMap(([name, values]) => [values].flat().map(value => ({ name, value })))
  return fields.length > 0 ? { action: req.originalUrl, fields } : null
}

/** Only our own page may get its fields back: a forged post from elsewhere is not offered a second press. */
function sameSite(req: Request, publicUrl: string): boolean {
  const origin = req.get('origin') ?? req.get('referer')
  const host = req.get('host')
  return (
    origin !== undefined &&
    URL.canParse(origin) &&
    [host, new URL(publicUrl).host].includes(new URL(origin).host)
  )
}
