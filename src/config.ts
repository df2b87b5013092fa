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
  /** Signs every letter (mail/dkim.ts reads the key); null when the mail provider signs, or nobody. */
  dkim: { domain: string; selector: string; keyFile: string } | null
  /** Letters a minute that the mail provider allows; 0 = as fast as it takes them. */
  mailPerMinute: number
  /** The pair by which push services know the portal; without it there is no web push. The trial makes its own. */
  vapid: { publicKey: string; privateKey: string } | null
  /** Whether an office's hook may lie on this machine or a private network. In trial it always may. */
  webhookPrivate: boolean
  /** The mailbox that delivery reports come to, as imaps://user:password@host/INBOX; null where none is read. */
  imapUrl: string | null
  /** Signs what a mail service posts to /delivery-reports; without it that address does not exist. */
  deliverySecret: string | null
  logLevel: string
  /** Whether this process ticks; at least one of several must. One that does not still watches whether others do. */
  jobs: boolean
  /** What Prometheus shows to read /metrics; without it there is no such page, but in the trial on this machine. */
  metricsToken: string | null
}

/** So slow, and the letters under way still leave well within the quarter of an hour for which they are claimed. */
const SLOWEST_MAIL = 5

const PLACEHOLDER = /change|secret|example|password|xxxx/i

const shared = {
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3025),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  JOBS: z.enum(['on', 'off']).default('on'),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, 'needs at least 16 characters in one word')
    .optional(),
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
  DKIM_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain')
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, 'must be the name of a key in the DNS')
    .optional(),
  DKIM_KEY_FILE: z.string().optional(),
  MAIL_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .refine(rate => rate === 0 || rate >= SLOWEST_MAIL, `must be 0, or ${SLOWEST_MAIL} or more`)
    .default(0),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^B[\w-]{86}$/, 'is not a key made by web-push')
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, 'is not a key made by web-push')
    .optional(),
  IMAP_URL: z
    .url()
    .regex(/^imaps?:\/\/[^/@]+@/, 'must look like imaps://user:password@host/INBOX')
    .optional(),
  DELIVERY_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{43,}={0,2}$/, 'must be whsec_ and 32 bytes or more in base64')
    .optional(),
  WEBHOOK_PRIVATE: z.enum(['on', 'off']).default('off'),
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
    dkim: dkimOf(settings),
    mailPerMinute: settings.MAIL_PER_MINUTE,
    vapid: vapidOf(settings),
    webhookPrivate: settings.WEBHOOK_PRIVATE === 'on',
    imapUrl: settings.IMAP_URL ?? null,
    deliverySecret: settings.DELIVERY_SECRET ?? null,
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
    dkim: null,
    mailPerMinute: 0,
    vapid: null,
    webhookPrivate: true,
    imapUrl: null,
    deliverySecret: null,
  }
}

/** @throws Error when some of the three are there and not all. */
function dkimOf(settings: z.infer<typeof productionShape>): Config['dkim'] {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = settings
  if (domain && selector && keyFile) return { domain, selector, keyFile: path.resolve(keyFile) }
  if (!domain && !selector && !keyFile) return null
  throw new Error(
    'The portal cannot start: DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE go together; set all three or none.',
  )
}

/** @throws Error when only one of the two is there. */
function vapidOf(settings: z.infer<typeof productionShape>): Config['vapid'] {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = settings
  if (publicKey && privateKey) return { publicKey, privateKey }
  if (!publicKey && !privateKey) return null
  throw new Error(
    'The portal cannot start: VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY go together; set both or none.',
  )
}

function common(settings: z.infer<typeof trialShape>) {
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDir: path.resolve(settings.DATA_DIR),
    logLevel: settings.LOG_LEVEL,
    jobs: settings.JOBS === 'on',
    metricsToken: settings.METRICS_TOKEN ?? null,
  }
}

function parse<T extends z.ZodType>(shape: T, given: object): z.infer<T> {
  const read = shape.safeParse(given)
  if (read.success) return read.data
  const lines = read.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The portal cannot start with these settings (see .env.example):\n${lines.join('\n')}`)
}
