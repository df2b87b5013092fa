import {
  clean,
  compareVietnamese,
  fold,
  formatDay,
  formatDayLong,
  formatDayPlain,
  formatDayShort,
  formatMonth,
  formatNumber,
  formatPercent,
  formatTime,
} from '../../src/words/vietnamese.ts'

describe('search without diacritics', () => {
  test.each([
    ['Đắk Tô', 'dak to'],
    ['Đăk Tô', 'dak to'],
    ['ĐẮK TÔ', 'dak to'],
    ['Ngọk Wang', 'ngok wang'],
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình', 'hoa binh'],
    ['Rờ Kơi', 'ro koi'],
    ["Ia H'Drai", "ia h'drai"],
    ['Ia H’ Drai', "ia h'drai"],
    ['  Phường   Kon Tum ', 'phuong kon tum'],
  ])('"%s" is found as "%s"', (typed, folded) => {
    expect(fold(typed)).toBe(folded)
    expect(fold(typed.normalize('NFD'))).toBe(folded)
  })

  test('an Icelandic eth typed for Đ is found all the same', () => {
    expect(fold('\u00D0ăk Hà')).toBe('dak ha')
  })
})

describe('the order of a Vietnamese list', () => {
  const alphabet = 'a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y'.split(' ')
  const konRay = ['Đăk Kôi', 'Đăk Pne', 'Đăk Ruồng', 'Đăk Rve', 'Đăk Tơ Lung', 'Đăk Tờ Re', 'Tân Lập']

  test.each([
    ['letters with their own place', alphabet],
    ["Kon Rẫy's communes", konRay],
    ['tones from level to heavy', ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']],
    ['wards by number', ['Phường 2', 'Phường 10']],
  ])('%s', (_, sorted) => {
    expect(sorted.toReversed().toSorted(compareVietnamese)).toEqual(sorted)
  })

  test('one name in two normal forms is one name', () => {
    expect(compareVietnamese('Đắk Tô'.normalize('NFC'), 'Đắk Tô'.normalize('NFD'))).toBe(0)
  })
})

describe('figures and dates as an office writes them', () => {
  test.each([
    [1234567.5, '1.234.567,5'],
    [1234, '1.234'],
    [-5, '-5'],
    [-0, '0'],
  ])('the number %d is %s', (value, written) => expect(formatNumber(value)).toBe(written))

  test.each([
    [0.123, '12,3%'],
    [0.7, '70%'],
    [1, '100%'],
  ])('the share %d is %s', (share, written) => expect(formatPercent(share)).toBe(written))

  test('days have leading zeros, in a sentence they have none', () => {
    expect(formatDay('2023-10-05')).toBe('05/10/2023')
    expect(formatDayShort('2026-04-05')).toBe('5/4')
    expect(formatDayPlain('2026-04-05')).toBe('5/4/2026')
    expect(formatMonth('2026-04')).toBe('04/2026')
  })

  test.each([
    ['2023-10-05', 'ngày 05 tháng 10 năm 2023'],
    ['2026-02-14', 'ngày 14 tháng 02 năm 2026'],
    ['2026-01-09', 'ngày 09 tháng 01 năm 2026'],
    ['2026-03-25', 'ngày 25 tháng 3 năm 2026'],
  ])('an official paper dates %s "%s"', (day, written) => expect(formatDayLong(day)).toBe(written))

  test('times are those of the clock in Vietnam, whatever the server thinks', () => {
    expect(formatTime(new Date('2026-11-24T09:45:00Z'))).toBe('16:45 24/11/2026')
    expect(formatTime(new Date('2026-11-24T17:05:00Z'))).toBe('00:05 25/11/2026')
  })

  test('what is no date is refused, not shown', () => {
    expect(() => formatDay('2026-02-30')).toThrow(RangeError)
    expect(() => formatMonth('2026-13')).toThrow(RangeError)
  })
})

describe('text as the portal keeps it', () => {
  test('NFD becomes NFC', () => {
    const kept = clean('Đắk Tô'.normalize('NFD'))
    expect(kept).toBe('Đắk Tô')
    expect(kept).toHaveLength(6)
  })

  test('line breaks stay, in one form; ends are trimmed', () => {
    expect(clean('  Đã vận động\r\nHai em\rđi học lại \n')).toBe('Đã vận động\nHai em\nđi học lại')
  })

  test('NUL, control and invisible characters and broken surrogates go', () => {
    expect(clean('a\0b\u0007c\u200Bd\uFEFFe\uD800f')).toBe('abcdef')
  })

  test('tabs and odd spaces become spaces, so that pasted words stay apart', () => {
    expect(clean('12\t34\u00A056')).toBe('12 34 56')
  })
})
