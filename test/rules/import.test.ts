import fc from 'fast-check'
import { parseUnitFile } from '../../src/units/import.rules.ts'
import { bytesOf, mergersOf, shipped, unitsOf } from '../support/units.ts'

const head = 'level,code,type,name,full_name,parent_code'
const province = 'province,51,Tỉnh,Quảng Ngãi,Tỉnh Quảng Ngãi,'
const commune = (code: string, name = 'Đăk Kôi') => `commune,${code},Xã,${name},Xã ${name},51`
const file = (...lines: string[]) => bytesOf(`${[head, ...lines].join('\r\n')}\r\n`)
const problemsOf = (bytes: Uint8Array) => parseUnitFile(bytes).problems

describe('a file is known by its head row', () => {
  test('the units of 2025: 34 provinces and 3,321 communes, no districts', () => {
    const { districts, rows, problems } = unitsOf(shipped('units-2025.csv'))
    expect([districts, problems]).toEqual([false, []])
    expect(rows.filter(({ level }) => level === 'province')).toHaveLength(34)
    expect(rows.filter(({ level }) => level === 'commune')).toHaveLength(3321)
  })

  test('the units of 2023: ten districts between the province and its communes', () => {
    const { districts, rows } = unitsOf(shipped('units-2023-kon-tum.csv'))
    expect(districts).toBe(true)
    expect(rows.filter(({ level }) => level === 'district')).toHaveLength(10)
    expect(rows.every(({ provinceCode }) => provinceCode === '62')).toBe(true)
    expect(rows.find(({ code }) => code === '23491')).toMatchObject({ parentCode: '614', level: 'commune' })
  })

  test('both lists of mergers', () => {
    expect(mergersOf(shipped('mapping-2023-2025-kon-tum.csv')).rows).toHaveLength(102)
    const nation = mergersOf(shipped('mapping-old-new-vn.csv'))
    expect([nation.rows.length, nation.problems]).toEqual([10_602, []])
  })

  test('any other file is refused with the columns that are needed', () => {
    const { kind, problems } = parseUnitFile(bytesOf('ho_ten,ngay_sinh\r\nA,1\r\n'))
    expect(kind).toBe('unknown')
    expect(problems).toEqual([{ line: 1, reason: expect.stringContaining('level, code, type, name') }])
  })

  test('an empty file too', () => {
    expect(problemsOf(bytesOf(''))[0]?.line).toBe(1)
    expect(problemsOf(bytesOf(`${head}\r\n`))).toEqual([
      { line: 1, reason: 'Tệp không có dòng số liệu nào.' },
    ])
  })
})

describe('what editors do to a file does not matter', () => {
  const rows = unitsOf(file(province, commune('23485'))).rows

  test.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['bare line feeds', (text: string) => text.replaceAll('\r\n', '\n')],
    ['decomposed Unicode', (text: string) => text.normalize('NFD')],
    ['quotes around every cell', (text: string) => text.replace(/[^,\r\n]+/g, '"$&"')],
    ['blank lines at the end', (text: string) => `${text}\r\n\r\n`],
    ['another column', (text: string) => text.replaceAll('\r\n', ',thêm\r\n')],
  ])('%s', (_, edit) => {
    const edited = edit(Buffer.from(file(province, commune('23485'))).toString('utf8'))
    expect(unitsOf(bytesOf(edited)).rows).toEqual(rows)
  })
})

describe('names', () => {
  test('are the local spelling where the file has it; the official one is found as well', () => {
    const { rows } = unitsOf(shipped('units-2023-kon-tum.csv'))
    expect(rows.find(({ fullName }) => fullName === 'Xã Pờ Y')).toMatchObject({
      name: 'Pờ Y',
      search: 'xa po y xa bo y',
    })
    expect(rows.some(({ fullName }) => /Đắk/.test(fullName))).toBe(false)
  })

  test('change in a later month where the file says so, but not for where the tone mark stands', () => {
    const { rows } = unitsOf(shipped('units-2025.csv'))
    const later = rows.filter(row => row.later)
    expect(rows.find(({ code }) => code === '75')?.later).toMatchObject({
      from: '2026-07',
      fullName: 'Thành phố Đồng Nai',
    })
    expect(later.find(({ fullName }) => fullName === 'Xã Phó Bảng')?.later?.fullName).toBe('Xã Phố Bảng')
    expect(later.some(({ fullName }) => fullName === 'Tỉnh Thanh Hóa')).toBe(false)
    expect(later).toHaveLength(12)
  })
})

describe('a bad line is named with its reason, and nothing of the file is kept', () => {
  test.each([
    ['a level that is none', `district,614,Huyện,Kon Rẫy,Huyện Kon Rẫy,51`, 'Cấp “district” không hợp lệ'],
    ['a code without its leading zeros', commune('4'), 'phải có đúng 5 chữ số'],
    ['a code that stands twice', `${commune('23479')}\r\n${commune('23479')}`, 'Mã 23479 đã có ở dòng 3'],
    ['a parent that is not in the file', 'commune,23479,Xã,A,Xã A,99', 'mã “99”'],
    ['a province under another', 'province,52,Tỉnh,Gia Lai,Tỉnh Gia Lai,51', 'Dòng cấp tỉnh'],
    ['no name', 'commune,23479,Xã,,,51', 'Thiếu loại hoặc tên'],
    ['a full name of another type', 'commune,23479,Xã,A,Phường A,51', 'phải bắt đầu bằng'],
    ['a column too few', 'commune,23479,Xã,A,Xã A', 'Dòng có 5 cột, dòng đầu có 6 cột'],
    ['a column too many', `${commune('23479')},`, 'Dòng có 7 cột'],
    ['an open quote', 'commune,23479,Xã,"A,Xã A,51', 'dấu ngoặc kép'],
    ['a name without end', commune('23479', 'A'.repeat(120)), 'dài quá 100 ký tự'],
  ])('%s', (_, line, reason) => {
    const { rows, problems } = unitsOf(file(province, line, commune('23485')))
    expect(rows).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.reason).toContain(reason)
    expect(problems[0]?.line).toBe(2 + line.split('\r\n').length)
  })

  test('several, in the order of the file', () => {
    const { problems } = unitsOf(file(commune('1'), province, commune('2'), commune('23485')))
    expect(problems.map(({ line }) => line)).toEqual([2, 4])
  })

  test('broken UTF-8 is told by its line', () => {
    const bytes = Buffer.from(file(province, commune('23479'), commune('23485', 'Đăk Rve')))
    bytes[bytes.lastIndexOf('Đ')] = 0xff
    expect(problemsOf(bytes)).toEqual([{ line: 4, reason: expect.stringContaining('ký tự hỏng') }])
  })
})

describe('mergers', () => {
  const columns =
    'old_province_code,old_district_code,old_code,old_name,is_divided,new_province_code,new_code,new_name'
  const mergers = (...lines: string[]) => bytesOf(`${[columns, ...lines].join('\n')}\n`)

  test('a commune that went into two is divided, whatever the file says', () => {
    const { rows } = mergersOf(
      mergers(
        '62,614,23479,A,False,51,23485,B',
        '62,614,23479,A,False,51,23497,C',
        '62,614,23480,D,True,51,23497,C',
      ),
    )
    expect(rows.map(({ divided }) => divided)).toEqual([true, true, true])
  })

  test('five island districts had no communes: their rows have no old code', () => {
    const { rows } = mergersOf(shipped('mapping-old-new-vn.csv'))
    expect(rows.filter(({ oldCode }) => oldCode === '').map(({ newName }) => newName)).toEqual([
      'Đặc khu Bạch Long Vĩ',
      'Đặc khu Cồn Cỏ',
      'Đặc khu Hoàng Sa',
      'Đặc khu Lý Sơn',
      'Đặc khu Côn Đảo',
    ])
  })

  test.each([
    ['62,614,,A,False,51,23485,B', '5 chữ số'],
    ['62,614,23479,A,maybe,51,23485,B', 'is_divided'],
    ['62,614,23479,A,False,51,23485,', 'Thiếu loại hoặc tên'],
    ['6,614,23479,A,False,51,23485,B', '2 chữ số'],
  ])('the row %s is refused', (line, reason) => {
    const { rows, problems } = mergersOf(mergers(line))
    expect([rows, problems]).toEqual([[], [{ line: 2, reason: expect.stringContaining(reason) }]])
  })

  test('the same pair twice is refused at the second', () => {
    const line = '62,614,23479,A,False,51,23485,B'
    expect(mergersOf(mergers(line, line)).problems).toEqual([
      { line: 3, reason: expect.stringContaining('dòng 2') },
    ])
  })
})

test('a file cut off anywhere but at the end of a line is never taken for a whole one', () => {
  for (const name of ['units-2023-kon-tum.csv', 'mapping-2023-2025-kon-tum.csv']) {
    const bytes = shipped(name)
    const wholeLines = (cut: number) => bytes[cut - 1] === 0x0a
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length - 1 }), cut => {
        fc.pre(!wholeLines(cut))
        const { rows, problems } = parseUnitFile(bytes.subarray(0, cut))
        return rows.length === 0 && problems.length > 0
      }),
      { numRuns: 300 },
    )
  }
})

test('the last line of a file that came halfway is named', () => {
  const bytes = shipped('units-2025.csv').subarray(0, 200_000)
  const [last] = problemsOf(bytes).slice(-1)
  expect(last?.reason).toContain('bị cắt giữa chừng')
})
