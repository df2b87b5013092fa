import { createServer } from 'node:http'
import path from 'node:path'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { startJobs } from './jobs.ts'
import { openDeps } from './open-deps.ts'
import { cast } from './people/cast.rules.ts'
import { say } from './words/all.ts'

/** How long a stop waits for answers under way before it cuts them off (ms). */
const STOP_PATIENCE = 10_000

try {
  await start(readConfig(process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** Opens the database, listens, starts the jobs, and on SIGTERM or SIGINT stops all three in the other order. */
async function start(config: Config): Promise<void> {
  const opened = await openDeps(config, () => new Date())
  const server = createServer(createApp(opened.deps).express)
  await listen(server, config).catch(async error => {
    await opened.close()
    throw error
  })
  const jobs = startJobs(opened.deps)
  sayHello(config)
  const stop = once(async () => {
    const late = setTimeout(() => server.closeAllConnections(), STOP_PATIENCE)
    await Promise.all([jobs.stop(), closed(server)])
    clearTimeout(late)
    await opened.close()
    process.exit(0)
  })
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  opened.deps.log.info({ port: config.port }, 'listening')
}

type Server = ReturnType<typeof createServer>

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken; set PORT to another one, for example PORT=3026 npm start.`
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error)
    })
    server.listen(port, host, resolve)
  })
}

/** Takes no new connection, lets answers under way finish. */
function closed(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

function once(work: () => Promise<void>): () => void {
  let begun = false
  return () => {
    if (begun) return
    begun = true
    work().catch(error => {
      console.error(error)
      process.exit(1)
    })
  }
}

/** Where to look, and as whom: the first thing a newcomer reads. */
function sayHello({ trial, publicUrl, dataDir }: Config): void {
  if (!trial) return
  const people = cast.map(({ name, position, email }) => `    ${name} – ${position} (${email})`).join('\n')
  console.log(say('vi', 'trial.hello', { url: publicUrl, folder: path.join(dataDir, 'postgres'), people }))
}
