import { readConfig } from '../src/config.ts'
import { type Opened, openDeps } from '../src/open-deps.ts'

/**
 * What a script works with: the portal's database, whether the portal runs beside it or not (a fresh
 * DATA_DIR is filled first), and its post office. A wrong setting ends the script with its reason.
 */
export async function openPortalForScript(): Promise<Opened> {
  return openDeps(readConfig(process.env), () => new Date())
}
