import path from 'node:path'
import pino from 'pino'
import { change } from './audit/change.ts'
import { seedHolidays } from './calendar/seed-holidays.ts'
import type { Config } from './config.ts'
import type { Db } from './db/database.ts'
import { openDatabase, openPool } from './db/database.ts'
import { type Embedded, ensureDatabase, openEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { readDkim } from './mail/dkim.ts'
import type { Mailer } from './mail/mailer.ts'
import { openPreview } from './mail/preview.ts'
import { openSmtp } from './mail/smtp.ts'
import { keepTrialKeys } from './mail/vapid.ts'
import { lettersOnly } from './reminders/send-line.ts'
import { ensureFirstEdition } from './reports/publish-edition.ts'
import { fillTrial } from './trial/fill-trial.ts'
import type { Deps } from './web/deps.ts'
import { loadViews } from './web/views.ts'

export type Opened = { deps: Deps; close: () => Promise<void> }

/** The trial's database inside its own cluster. */
const TRIAL_DATABASE = 'ngay25'

/**
 * Opens what the portal and its scripts work with: the database (the trial's own, made and filled on the
 * first start, or the given one), brought up to date, and the post office.
 */
export async function openDeps(given: Config, clock: () => Date): Promise<Opened> {
  const config = given.trial ? { ...given, vapid: keepTrialKeys(given.dataDir) } : given
  const log = pino({ level: config.trial && config.logLevel === 'info' ? 'warn' : config.logLevel })
  const embedded = config.databaseUrl ? null : await openTrialCluster(config)
  const pool = openPool({ url: config.databaseUrl ?? embedded?.urlOf(TRIAL_DATABASE) ?? '' })
  const db = openDatabase(pool)
  const close = async () => {
    await db.destroy()
    await embedded?.stop()
  }
  try {
    await migrate(db)
    await setUp(db, clock())
    const mailer = openMailer(config, db)
    const deps = { config, db, pool, mailer, log, clock }
    if (config.trial)
      await fillTrial(db, clock(), trx => ({
        ...deps,
        db: trx,
        ...lettersOnly,
        mailer: openPreview(trx, config.mailFrom),
        views: loadViews(),
      }))
    return { deps, close: () => mailer.close().then(close) }
  } catch (error) {
    await close()
    throw error
  }
}

/** The post office of the settings; in the trial its preview inbox. @throws Error when the key that signs cannot be read. */
function openMailer({ smtpUrl, mailFrom, dkim, mailPerMinute }: Config, db: Db): Mailer {
  if (!smtpUrl) return openPreview(db, mailFrom)
  return openSmtp({
    url: smtpUrl,
    from: mailFrom,
    dkim: dkim && readDkim(dkim),
    perMinute: mailPerMinute,
  })
}

/** What the portal ships with, put in place on the first start: the country's holidays and the first form edition. */
export async function setUp(db: Db, now: Date): Promise<void> {
  await change(db, { actor: { id: null, name: 'portal' }, now }, async trx => {
    const added = await seedHolidays(trx)
    return { result: null, act: added > 0 ? { act: 'holiday.seed', detail: { added } } : null }
  })
  await ensureFirstEdition(db, now)
}

async function openTrialCluster({ dataDir }: Config): Promise<Embedded> {
  const embedded = await openEmbedded({ directory: path.join(dataDir, 'postgres') })
  await ensureDatabase(embedded, TRIAL_DATABASE)
  return embedded
}
