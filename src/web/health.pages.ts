import { databaseState } from '../db/health.ts'
import type { Reach } from '../people/access.rules.ts'
import type { Routes } from './routes.ts'

/** `/healthz`: the process lives. `/readyz`: it can do its work; 503 says what it cannot reach. */
export function healthPages(routes: Routes<Reach>): void {
  routes.open('get', '/healthz', ({ res }) => res.json({ ok: true }))
  routes.open('get', '/readyz', async ({ deps, res }) => {
    const database = await databaseState(deps.db)
    res.status(database === 'ok' ? 200 : 503).json({ ok: database === 'ok', database })
  })
}
