import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { programs } from './programs.ts'
import { root } from './sources.ts'

/** The portal as `npm start` runs it, in a process of its own. */
export type Running = {
  url: string
  child: ChildProcess
  output: () => string
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Starts the portal in trial mode on a free port; resolves when the first page can be had. */
export async function startServer(dataDir: string, env: Record<string, string> = {}): Promise<Running> {
  const port = String(await freePort())
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', PORT: port, DATA_DIR: dataDir, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (output += chunk))
  const exited = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  await listening(child, () => output)
  return {
    url,
    child,
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      const [code] = await exited
      return code as number | null
    },
  }
}

/** The greeting is printed once the portal listens; a portal that ends before it has failed to start. */
function listening(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => output().includes('Ctrl+C') && resolve())
    child.once('exit', code => reject(new Error(`the portal ended with ${code}:\n${output()}`)))
  })
}

export function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export type Finished = { code: number | null; out: string; err: string }

/** Runs one of the scripts to its end. */
export async function runScript(
  name: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Finished> {
  const child = spawn(process.execPath, [`scripts/${name}.js`, ...args], {
    cwd: await programs(),
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', chunk => (out += chunk))
  child.stderr.on('data', chunk => (err += chunk))
  const [code] = await once(child, 'close')
  return { code, out, err }
}
