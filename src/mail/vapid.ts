import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import webpush from 'web-push'

/** The pair by which push services know the portal (RFC 8292), in base64url: 65 bytes and 32. */
export type VapidKeys = { publicKey: string; privateKey: string }

/** The trial's own pair: made on the first start and kept, for a browser's subscription is bound to it. */
export function keepTrialKeys(folder: string): VapidKeys {
  const file = path.join(folder, 'trial-vapid.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VapidKeys
  } catch {
    const keys = webpush.generateVAPIDKeys()
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
    return keys
  }
}
