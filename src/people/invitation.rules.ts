/** An invitation is good for weeks: a commune's mailbox is read rarely, and its people are on leave. */
export const INVITATION_DAYS = 21

/** Letters and digits that cannot be taken for one another, on paper or over the phone: no 0 O 1 I L. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Three groups of four: 31 to the 12th power, more than anybody can try. */
export const CODE_LENGTH = 12
const GROUP = 4

/** How often a code may be tried from one address in the window; a right one does not count. */
export const invitationLimits = { perAddress: 20, windowSeconds: 15 * 60 }

export const invitationExpiry = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * 86_400_000)

/** 'K7MP4QXDH2RT' as it is printed and read out: 'K7MP 4QXD H2RT'. */
export const codeInGroups = (code: string): string =>
  code.replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1 ')

/** A code as typed: case, blanks and dashes do not matter. Null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\-–—.]/g, '')
  return code.length === CODE_LENGTH && [...code].every(letter => ALPHABET.includes(letter)) ? code : null
}

/** A code from as many numbers below the alphabet's length as it has letters. */
export const codeOf = (numbers: readonly number[]): string => numbers.map(it => ALPHABET[it] ?? '').join('')
