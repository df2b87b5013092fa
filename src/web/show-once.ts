import type { Request } from 'express'

declare module 'express-session' {
  interface SessionData {
    once: { path: string; value: unknown }
  }
}

/** Keeps something for the next view of one page, which shows it and forgets it: a code nobody can look up again. */
export function showOnce(req: Request, path: string, value: unknown): void {
  req.session.once = { path, value }
}

/** What was kept for this page; gone once it has been asked for. */
export function takeShown<T>(req: Request, path: string): T | null {
  const { once } = req.session
  if (once?.path !== path) return null
  delete req.session.once
  return once.value as T
}
