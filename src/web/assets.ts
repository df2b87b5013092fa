import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import express, { type RequestHandler, Router } from 'express'

const folder = path.resolve(import.meta.dirname, '../../public')

/** Changes with any file in `public/`; part of every address, so that files may be kept for a year. */
const edition = readdirSync(folder)
  .sort()
  .reduce((hash, file) => hash.update(readFileSync(path.join(folder, file))), createHash('sha256'))
  .digest('hex')
  .slice(0, 10)

export const assetPath = (file: string): string => `/assets/${edition}/${file}`

export function assets(): RequestHandler {
  const router = Router()
  router.use(`/assets/${edition}`, express.static(folder, { maxAge: '1y', immutable: true, index: false }))
  router.use('/assets/:edition', express.static(folder, { maxAge: 0, index: false }))
  return router
}
