import path from 'node:path'
import { z } from 'zod'

/** Everything the portal is told from outside. The only reader of the environment is `readConfig`. */
export type Config = {
  /** Own database, cast and preview inbox; never together with DATABASE_URL or NODE_ENV=production. */
  trial: boolean
  host: string
  port: number
  dataDir: string
  databaseUrl: string | null
  /** The address people type, without a slash at the end; links in letters start with it. */
  publicUrl: string
  sessionSecret: string
  secureCookies: boolean
  /** How many proxies stand in front; 0 takes the caller's address as it is. */
  trustProxy: number
  smtpUrl: string | null
  mailFrom: string
  logLevel: string
  /** Whether this process ticks (reminders, deadline snapshot); at least one of several must. */
  jobs: boolean
}

const PLACEHOLDER = /change|secret|example|password|xxxx/i

const shared = {
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3025),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  JOBS: z.enum(['on', 'off']).default('on'),
}

const trialShape = z.object(shared)

const productionShape = z.object({
  ...shared,
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://'),
  PUBLIC_URL: z
    .url()
    .refine(
      url => /^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(url),
      'must start with https://',
    )
    .transform(url => url.replace(/\/+$/, '')),
  SESSION_SECRET: z
    .string()
    .min(32, 'needs at least 32 characters')
    .refine(text => new Set(text).size >= 12 && !PLACEHOLDER.test(text), 'is too easy to guess'),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://'),
  MAIL_FROM: z.string().regex(/^[^@<>\s]+@[^@<>\s]+$|<[^@<>\s]+@[^@<>\s]+>$/, 'must hold a mail address'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
})

/**
 * Reads and checks the settings.
 * @throws Error naming every missing or weak setting, one a line: a wrong setting fails at nine, not at midnight.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  if (!given.DATABASE_URL && given.NODE_ENV !== 'production') return trialConfig(parse(trialShape, given))
  const settings = parse(productionShape, given)
  return {
    ...common(settings),
    trial: false,
    databaseUrl: settings.DATABASE_URL,
    publicUrl: settings.PUBLIC_URL,
    sessionSecret: settings.SESSION_SECRET,
    secureCookies: settings.PUBLIC_URL.startsWith('https://'),
    trustProxy: settings.TRUST_PROXY,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
  }
}

function trialConfig(settings: z.infer<typeof trialShape>): Config {
  return {
    ...common(settings),
    trial: true,
    databaseUrl: null,
    publicUrl: `http://${settings.HOST}:${settings.PORT}`,
    sessionSecret: 'trial mode: the cookie protects made-up figures on this machine only',
    secureCookies: false,
    trustProxy: 0,
    smtpUrl: null,
    mailFrom: 'Ngày 25 <ngay25@localhost>',
  }
}

function common(settings: z.infer<typeof trialShape>) {
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDir: path.resolve(settings.DATA_DIR),
    logLevel: settings.LOG_LEVEL,
    jobs: settings.JOBS === 'on',
  }
}

function parse<T extends z.ZodType>(shape: T, given: object): z.infer<T> {
  const read = shape.safeParse(given)
  if (read.success) return read.data
  const lines = read.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The portal cannot start with these settings (see .env.example):\n${lines.join('\n')}`)
}
