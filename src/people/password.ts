import { hash, verify } from '@node-rs/argon2'

/** Argon2id (the library's number 2) with OWASP's parameters: 19 MiB, two passes, one lane. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The shortest password taken; length guards better than rules on characters (NIST SP 800-63B). */
export const SHORTEST_PASSWORD = 10

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), options)

/** A hash that no password opens, so that an unknown address takes as long to refuse as a known one. */
const NOBODY = hashPassword(crypto.randomUUID())

/** True when the password opens the hash; a missing hash takes the same time and is false. */
export async function passwordOpens(password: string, passwordHash: string | null): Promise<boolean> {
  const opens = await verify(passwordHash ?? (await NOBODY), password.normalize('NFC'))
  return opens && passwordHash !== null
}
