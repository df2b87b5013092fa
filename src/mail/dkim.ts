import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Where the key lies, as the settings say it: for `selector._domainkey.domain` in the DNS. */
export type DkimSettings = { domain: string; selector: string; keyFile: string }

/** What nodemailer signs with (RFC 6376, rsa-sha256). */
export type DkimKey = { domainName: string; keySelector: string; privateKey: string }

/** RFC 8301: shorter keys are not trusted by anybody. */
const FEWEST_BITS = 1024

/**
 * Reads the key once, at the start.
 * @throws Error when it cannot be read or is no RSA key: letters that others throw away are worse than no start.
 */
export function readDkim({ domain, selector, keyFile }: DkimSettings): DkimKey {
  try {
    const privateKey = readFileSync(keyFile, 'utf8')
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(privateKey)
    if (asymmetricKeyType !== 'rsa') throw new Error('it is no RSA key')
    const bits = asymmetricKeyDetails?.modulusLength ?? 0
    if (bits < FEWEST_BITS) throw new Error(`${bits} bits are too few`)
    return { domainName: domain, keySelector: selector, privateKey }
  } catch (error) {
    throw new Error(`DKIM_KEY_FILE: ${keyFile} cannot sign letters: ${(error as Error).message}`)
  }
}
