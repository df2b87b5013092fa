import { gunzipSync, gzipSync } from 'node:zlib'

/** As large as an uploaded file may be (security.ts). */
const LARGEST = 5 * 1024 * 1024

/** A checked file, small enough to travel inside the page until somebody presses "import": 1.3 MB of CSV are 160 kB. */
export const packFile = (bytes: Uint8Array): string => gzipSync(bytes, { level: 9 }).toString('base64')

/** The file again; null when what came back is not what was packed. Whatever it holds is checked anew. */
export function unpackFile(packed: unknown): Uint8Array | null {
  if (typeof packed !== 'string' || packed === '') return null
  try {
    return gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: LARGEST })
  } catch {
    return null
  }
}
