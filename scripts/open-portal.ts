import { readConfig } from '../src/config.ts'
import type { Opened } from '../src/open-deps.ts'

/**
 * What a script works with: the portal's database, whether the portal runs beside it or not (a fresh
 * DATA_DIR is filled first), and its post office. A wrong setting ends the script with its reason. The portal is loaded
 * here, so that a script called wrongly says so at once.
 */
export async function openPortalForScript(): Promise<Opened> {
  const { openDeps } = await import('../src/open-deps.ts')
  return openDeps(readConfig(process.env), () => new Date())
}
