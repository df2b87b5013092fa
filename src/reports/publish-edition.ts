import { readFileSync } from 'node:fs'
import path from 'node:path'
import { change } from '../audit/change.ts'
import type { Db } from '../db/database.ts'
import { parseEdition } from './edition.rules.ts'
import { insertFirstEdition } from './edition.store.ts'

const shipped = path.resolve(import.meta.dirname, '../../data/form-editions/2023-10.json')

/** The edition the portal ships with, published unless there is one already. Called at every start. */
export async function ensureFirstEdition(db: Db, now: Date): Promise<void> {
  const edition = parseEdition(JSON.parse(readFileSync(shipped, 'utf8')))
  const actor = { id: null, name: 'portal' }
  await change(db, { actor, now }, async trx => {
    const done = await insertFirstEdition(trx, edition, now)
    const act = { act: 'edition.publish', month: edition.effectiveFrom, detail: { code: edition.code } }
    return { result: undefined, act: done ? act : null }
  })
}
