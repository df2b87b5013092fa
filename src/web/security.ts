import compression from 'compression'
import connectPgSimple from 'connect-pg-simple'
import { csrfSync } from 'csrf-sync'
import express, { type RequestHandler } from 'express'
import session from 'express-session'
import helmet from 'helmet'
import multer from 'multer'
import type { Bound } from '../people/bound.rules.ts'
import type { Deps } from './deps.ts'
import { Problem } from './problem.ts'

declare module 'express-session' {
  interface SessionData {
    personId: number
    /** Set when a letter's link opened the session: it reaches this one form (people/bound.rules). */
    only: Bound
  }
}

/** A signed-in session ends after a working day, whatever happens. */
const SESSION_MS = 12 * 60 * 60 * 1000
/** The whole form with every box and text filled weighs under 20 kB. */
const FORM_LIMIT = '200kb'
/** The nation's units are 0.4 MB, the mergers 1.3 MB, ninety-six filled templates about 1 MB. */
const FILE_LIMIT = 5 * 1024 * 1024
/** A signed paper of a few pages, scanned; such addresses end in '/scans'. */
const SCAN_LIMIT = 10 * 1024 * 1024

export const guardHeaders = (secure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
        baseUri: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  })

export const compress = (): RequestHandler => compression({ threshold: 1024 })

export function sessions({ config, pool }: Deps): RequestHandler[] {
  const Store = connectPgSimple(session)
  const kept = session({
    name: 'ngay25',
    secret: config.sessionSecret,
    store: new Store({
      pool,
      tableName: 'session',
      disableTouch: true,
      pruneSessionInterval: false,
      errorLog: () => {},
    }),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.secureCookies, maxAge: SESSION_MS },
  })
  return [kept, redirectOnceKept]
}

/**
 * While a session is being saved, express-session holds back only the last byte of an answer, and a browser follows a redirect
 * on its head alone: it would read the session of before. An answer without a body waits as a whole.
 */
const redirectOnceKept: RequestHandler = (_req, res, next) => {
  Object.assign(res, { redirect: (status: number, url: string) => res.status(status).location(url).end() })
  next()
}

/**
 * Reads a form: at most 200 kB, text in NFC without NUL; broken text is refused before anybody stores it.
 * It comes before the session, so that what was typed can be given back when the database is gone.
 */
export const readForm = (): RequestHandler[] => [
  express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: 1000, verify: refuseBrokenText }),
  composeText,
]

const composeText: RequestHandler = (req, _res, next) => {
  for (const [name, value] of Object.entries(req.body ?? {})) {
    const values = [value].flat().map(each => String(each).normalize('NFC'))
    if (values.some(each => /[\0\uFFFD]/.test(each))) throw new Problem(400, 'problem.badText')
    req.body[name] = Array.isArray(value) ? values : values[0]
  }
  next()
}

/** Percent signs that spell no UTF-8 would otherwise pass as they stand. */
function refuseBrokenText(_req: unknown, _res: unknown, body: Buffer): void {
  try {
    decodeURIComponent(body.toString('latin1'))
  } catch {
    throw Object.assign(new Error('malformed text'), { type: 'text.malformed' })
  }
}

/** Takes one uploaded file, in memory, from people who have signed in; from others, nothing. */
export function readUpload(): RequestHandler[] {
  const upTo = (fileSize: number) =>
    multer({
      storage: multer.memoryStorage(),
      limits: { fileSize, files: 1, fields: 50 },
      defParamCharset: 'utf8',
    }).single('file')
  const [file, scan] = [upTo(FILE_LIMIT), upTo(SCAN_LIMIT)]
  const one: RequestHandler = (req, res, next) =>
    req.path.endsWith('/scans') ? scan(req, res, error => next(asScan(error))) : file(req, res, next)
  return [(req, res, next) => (req.session.personId ? one(req, res, next) : next()), composeText]
}

/** A scan that is too large is scanned again, not shortened. */
const asScan = (error: unknown): unknown =>
  (error as { code?: string } | undefined)?.code === 'LIMIT_FILE_SIZE'
    ? new Problem(413, 'problem.scanTooLarge')
    : error

const csrf = csrfSync({ size: 24, getTokenFromRequest: req => req.body?._csrf })

/** Every post carries the token of its session; a forged or stale one is refused. */
export const guardForms: RequestHandler = csrf.csrfSynchronisedProtection
export const formToken = csrf.generateToken
