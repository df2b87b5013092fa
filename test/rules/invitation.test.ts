import fc from 'fast-check'
import {
  ALPHABET,
  CODE_LENGTH,
  codeInGroups,
  codeOf,
  invitationExpiry,
  readCode,
} from '../../src/people/invitation.rules.ts'
import { checkPassword } from '../../src/people/password.rules.ts'

const codes = fc
  .array(fc.integer({ min: 0, max: ALPHABET.length - 1 }), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
  .map(codeOf)

describe('the code of an invitation', () => {
  test('has no letter that could be taken for another when it is read out or written down', () => {
    expect([...'0O1IL'].filter(letter => ALPHABET.includes(letter))).toEqual([])
    expect(new Set(ALPHABET).size).toBe(31)
  })

  test('is printed in three groups of four', () => {
    expect(codeInGroups('K7MP4QXDH2RT')).toBe('K7MP 4QXD H2RT')
  })

  test('is understood however it is typed', () => {
    const ways = [
      (code: string) => codeInGroups(code),
      (code: string) => code.toLowerCase(),
      (code: string) => `  ${codeInGroups(code).replaceAll(' ', ' - ')}\t`,
      (code: string) => [...code].join(' '),
    ]
    fc.assert(fc.property(codes, code => ways.every(way => readCode(way(code)) === code)))
  })

  test.each(['', 'K7MP 4QXD', 'K7MP 4QXD H2RT 2222', 'K7MP 4QXD H2R0', 'K7MP 4QXD H2R!', 'k7mp4qxdh2rĐ'])(
    '"%s" is none',
    typed => {
      expect(readCode(typed)).toBeNull()
    },
  )

  test('is good for three weeks', () => {
    expect(invitationExpiry(new Date('2026-11-24T08:00:00+07:00'))).toEqual(
      new Date('2026-12-15T08:00:00+07:00'),
    )
  })
})

describe('a new password', () => {
  const check = (password: string, repeat = password) =>
    checkPassword({ password, repeat, email: 'y.lan@dakkoi.example', shortest: 10 })

  test.each([
    ['ngắn quá', 'people.password.short'],
    ['         x', 'people.password.short'],
    ['1234567890', 'people.password.easy'],
    ['MatKhau123', 'people.password.easy'],
    ['aaaaaaaaaaab', 'people.password.easy'],
    ['Y.Lan@DakKoi.example', 'people.password.easy'],
    ['x'.repeat(50) + 'abcdefgh'.repeat(30), 'people.password.long'],
  ])('"%s" is refused', (password, key) => {
    expect(check(password)).toEqual({ field: 'password', key })
  })

  test('typed differently the second time is refused at the second box', () => {
    expect(check('gà gáy lúc năm giờ', 'gà gáy lúc sáu giờ')).toEqual({
      field: 'repeat',
      key: 'people.password.differ',
    })
  })

  test('that is a short sentence is taken', () => {
    expect(check('gà gáy lúc năm giờ')).toBeNull()
  })
})
