import type { Key } from '../words/all.ts'

/** Longer ones are cut nowhere and refused here; argon2 itself has no limit. */
const LONGEST = 200

/** What people type when they are asked for ten characters. */
const EASY: readonly string[] = [
  '0123456789',
  '1234567890',
  '0987654321',
  '9876543210',
  'qwertyuiop',
  'password123',
  'matkhau123',
  'abcd123456',
]
const FEWEST_LETTERS = 5

export type TypedPassword = { password: string; repeat: string; email: string; shortest: number }

/**
 * Why a new password cannot be taken, as a key of words with the box it belongs to; null when it can. Length guards
 * better than rules on characters (NIST SP 800-63B), so beyond it only the most guessable are refused.
 */
export function checkPassword({ password, repeat, email, shortest }: TypedPassword): Refusal | null {
  const refuse = (key: Key, field: Refusal['field'] = 'password'): Refusal => ({ field, key })
  const plain = password.normalize('NFC').toLowerCase().trim()
  if ([...plain].length < shortest) return refuse('people.password.short')
  if (password.length > LONGEST) return refuse('people.password.long')
  if (EASY.includes(plain) || new Set(plain).size < FEWEST_LETTERS || plain === email.toLowerCase())
    return refuse('people.password.easy')
  return password === repeat ? null : refuse('people.password.differ', 'repeat')
}

export type Refusal = { field: 'password' | 'repeat'; key: Key }
