import { readingLimits } from '../../src/files/book.rules.ts'
import { openBudget } from '../../src/files/budget.ts'
import { readBook, readUpload } from '../../src/files/read-book.ts'
import { all } from '../../src/words/all.ts'
import { bookEntries, bookOfRows, macroTypes, zipOf } from '../support/zip-file.ts'

const sheet = (data: string) => [{ name: 'Kon Plông', data: `<sheetData>${data}</sheetData>` }]
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
const refusalOf = async (bytes: Buffer) => {
  const read = await readBook(bytes)
  return read.ok ? null : read.refusal
}
const good = zipOf(bookEntries(sheet('<row r="1"><c r="A1"><v>7</v></c></row>')))

describe('a workbook from outside', () => {
  it('gives its values, and says which came from formulas', async () => {
    const data = `<row r="2"><c r="B2"><v>12</v></c><c t="b"><v>1</v></c><c r="E2"><f>B2*2</f><v>24</v></c>
      <c r="F2"><f>B2*3</f></c><c r="G2" t="inlineStr"><is><t>Xã </t><rPh><t>x</t></rPh><t>Măng Bút</t></is></c>
      <c r="H2" t="e"><v>#DIV/0!</v></c><c r="I2" s="1"><v>46351</v></c><c r="J2" t="s"><v>0</v></c></row>`
    const book = zipOf(
      bookEntries(sheet(data), [
        {
          name: 'xl/styles.xml',
          data: '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
        },
        { name: 'xl/sharedStrings.xml', data: '<sst><si><t>Chung_x0041_</t></si></sst>' },
        {
          name: 'xl/_rels/workbook.xml.rels',
          data: `<R><Relationship Id="r1" Type="/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="/styles" Target="/xl/styles.xml"/>
            <Relationship Id="r3" Type="/sharedStrings" Target="sharedStrings.xml"/></R>`,
        },
      ]),
    )
    const read = await readBook(book)
    if (!read.ok) throw new Error(`${read.refusal}: ${read.detail}`)
    expect(Object.fromEntries(read.sheets[0]?.cells ?? [])).toEqual({
      B2: { value: 12, formula: false },
      C2: { value: true, formula: false },
      E2: { value: 24, formula: true },
      F2: { value: null, formula: true },
      G2: { value: 'Xã Măng Bút', formula: false },
      H2: { value: '#DIV/0!', formula: false },
      I2: { value: '2026-11-25', formula: false },
      J2: { value: 'ChungA', formula: false },
    })
    expect(read.sheets[0]).toMatchObject({ name: 'Kon Plông', rows: 2, columns: 10, hidden: false })
  })

  it.each([
    ['empty', Buffer.alloc(0)],
    ['pdf', Buffer.from('%PDF-1.7 renamed to .xlsx')],
    ['old-xls', compound('Workbook')],
    ['password', compound('EncryptedPackage')],
    ['word', compound('WordDocument')],
    ['html', Buffer.from('<html><table><tr><td>1</td></tr></table></html>')],
    ['csv', Buffer.from('Xã;Số em\nMăng Bút;3\n')],
    ['rar', Buffer.from('Rar!\x1a\x07')],
    ['picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['not-a-workbook', Buffer.from([1, 2, 3, 0, 255])],
    ['too-large', Buffer.alloc(5 * 1024 * 1024 + 1)],
    [
      'ods',
      zipOf([
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '<x/>' },
      ]),
    ],
    ['macros', zipOf(bookEntries(sheet(''), [{ name: 'xl/vbaProject.bin', data: 'x' }]))],
    ['macros', zipOf(bookEntries(sheet(''), [{ name: '[Content_Types].xml', data: macroTypes }]))],
    [
      'external-links',
      zipOf(bookEntries(sheet(''), [{ name: 'xl/externalLinks/externalLink1.xml', data: 'x' }])),
    ],
    ['password', zipOf([{ name: '[Content_Types].xml', data: 'x', flags: 1 }])],
    ['broken', good.subarray(0, good.length - 40)],
    ['broken', zipOf(bookEntries([{ name: 'A', data: '<sheetData><row>' }]))],
    [
      'broken',
      zipOf(bookEntries(sheet(''), [{ name: 'xl/worksheets/sheet1.xml', data: '<worksheet/>', crc: 1 }])),
    ],
    ['too-wide', zipOf(bookEntries(sheet('<row><c r="ZZZZ1"><v>1</v></c></row>')))],
    ['too-wide', zipOf(bookEntries(sheet('<row r="9999999"/>')))],
    [
      'too-many-entries',
      zipOf(Array.from({ length: readingLimits.entries + 1 }, (_, at) => ({ name: `${at}`, data: '' }))),
    ],
    ['bomb', zipOf(bookEntries(sheet(''), [{ name: 'xl/big.xml', data: '', declared: 2 ** 31 }]))],
  ])('is refused as %s', async (refusal, bytes) => {
    expect(await refusalOf(bytes)).toBe(refusal)
    expect(Object.keys(all)).toEqual(
      expect.arrayContaining([`refusal.${refusal}`, `refusal.${refusal}.advice`]),
    )
  })

  it('may have half a million cells and not one more', () => {
    const { cells } = openBudget()
    cells(500_000)
    expect(() => cells(1)).toThrow(expect.objectContaining({ refusal: 'too-many-cells' }))
  })

  it('defines no entities, however they are hidden', async () => {
    const data = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    expect(await refusalOf(zipOf(bookEntries(sheet(''), [{ name: 'xl/worksheets/sheet1.xml', data }])))).toBe(
      'entities',
    )
  })

  it('is stopped when it unpacks to more than it says, and more than 50 MB', async () => {
    const data = Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(60 * 1024 * 1024, ' ')])
    const lying = zipOf(bookEntries(sheet(''), [{ name: 'xl/worksheets/sheet1.xml', data, declared: 1000 }]))
    expect(lying.length).toBeLessThan(200_000)
    expect(['bomb', 'broken']).toContain(await refusalOf(lying))
  })

  it('cannot make one long text weigh half a million times', async () => {
    const text = 'x'.repeat(32_000)
    const cells = '<c t="s"><v>0</v></c>'.repeat(2_000)
    const parts = [
      { name: 'xl/sharedStrings.xml', data: `<sst><si><t>${text}</t></si></sst>` },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: `<R><Relationship Id="r1" Type="/worksheet" Target="worksheets/sheet1.xml"/>
          <Relationship Id="r3" Type="/sharedStrings" Target="sharedStrings.xml"/></R>`,
      },
    ]
    expect(await refusalOf(zipOf(bookEntries(sheet(`<row>${cells}</row>`), parts)))).toBe('bomb')
  })
})

describe('a zip of workbooks', () => {
  it('gives each by its name, and a bad one with its own reason', async () => {
    const zip = zipOf([
      { name: 'Măng Bút.xlsx', data: bookOfRows('A', [[1]]) },
      { name: 'thư mục/cũ.xls', data: compound('Workbook') },
      { name: '__MACOSX/._Măng Bút.xlsx', data: 'x' },
      { name: 'đọc.txt', data: 'x' },
    ])
    const read = await readUpload(zip, 'tất cả.zip')
    expect(read).toMatchObject({
      ok: true,
      books: [
        { name: 'Măng Bút.xlsx', book: { ok: true } },
        { name: 'cũ.xls', book: { ok: false, refusal: 'old-xls' } },
      ],
    })
  })

  it('without a workbook says so', async () => {
    expect(await readUpload(zipOf([{ name: 'a.txt', data: 'x' }]), 'a.zip')).toMatchObject({
      refusal: 'no-workbooks',
    })
  })
})

describe('the reading thread', () => {
  it('serves many who ask at once, in turn, without waiting on a page', async () => {
    const read = await Promise.all(Array.from({ length: 10 }, () => readUpload(good, 'a.xlsx')))
    expect(read.every(it => it.ok)).toBe(true)
  })

  it('is left when a file takes too long, and another one reads the next', async () => {
    const large = bookOfRows(
      'A',
      Array.from({ length: 400 }, () => Array.from({ length: 150 }, (_, at) => at)),
    )
    const [slow, next] = await Promise.all([readBook(large, 1), readBook(good)])
    expect(slow).toMatchObject({ ok: false, refusal: 'too-slow' })
    expect(next.ok).toBe(true)
  })
})
