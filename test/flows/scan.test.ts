import { loadScanBox } from '../../src/reports/load-scan-box.ts'
import { scanKind, scanName } from '../../src/reports/scan-kind.rules.ts'
import { forget, mainIn, openCommunes, type Reporter, reporter, soundForm } from '../support/commune.ts'
import type { Agent, Portal } from '../support/portal.ts'
import { actsOf, officeId } from '../support/review.ts'
import { upload } from '../support/uploads.ts'

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n%âãÏÓ\n${text}\n%%EOF\n`, 'latin1')
const png = Buffer.from('89504e470d0a1a0a0000000049454e44ae426082', 'hex')
const jpeg = Buffer.from('ffd8ffe000104a464946ffd9', 'hex')

let portal: Portal
let lan: Reporter
let mai: Agent
beforeAll(async () => {
  portal = await openCommunes()
  lan = await reporter(portal, 'y.lan@dakkoi.example')
  await forget(portal, lan.unitId)
  mai = portal.agent()
  await mai.signIn('nguyen.mai@sgd.example')
})
afterAll(() => portal.close())

/** Bytes as they come down, with what the answer says of them. */
const fetched = async (agent: Agent, path: string) =>
  agent.raw
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => done(null, Buffer.concat(chunks)))
    })

const scanIds = async () =>
  (await portal.db.selectFrom('scan').select('id').orderBy('id').execute()).map(it => it.id)
const fileCount = async () => (await portal.db.selectFrom('scan_file').select('sha256').execute()).length

describe('the signed paper beside a commune’s report', () => {
  it('has no place before the report is sent, and says so', async () => {
    const early = await lan.agent.get(`${lan.path}/scans`)
    expect(early.status).toBe(404)
    expect(early.text).toContain('chưa gửi, nên chưa có bản ký')
    const sent = await lan.agent.post(lan.path, { ...(await lan.form()), ...soundForm, act: 'submit' })
    expect(sent.headers.location).toMatch(/receipt\/1$/)
    expect((await lan.agent.get(lan.path)).text).toContain('Chưa có bản ký nào')
  })

  it('is kept once however often it is pressed, named for what it is, and logged', async () => {
    const press = () => sendScan(lan.agent, lan.path, pdf('dau do'), 'Báo cáo tháng 11.docx')
    const pressed = [...(await Promise.all([press(), press()])), await press()]
    expect(pressed.map(it => it.status)).toEqual([303, 303, 303])
    expect(await scanIds()).toHaveLength(1)
    const page = mainIn((await lan.agent.get(lan.path)).text)
    expect(page).toContain('Báo cáo tháng 11.pdf')
    expect(mainIn((await lan.agent.get(`${lan.path}/receipt/1`)).text)).toContain('Báo cáo tháng 11.pdf')
    expect(await actsOf(portal, 'report.add-scan')).toMatchObject([
      { by: 'Y Lan', unitId: lan.unitId, detail: { file: 'Báo cáo tháng 11.pdf' } },
    ])
  })

  it('comes down byte for byte, to be saved and never opened in the portal’s name', async () => {
    const [id] = await scanIds()
    const answer = await fetched(mai, `${lan.path}/scans/${id}`)
    expect(answer.body).toEqual(pdf('dau do'))
    expect(answer.headers['content-type']).toBe('application/octet-stream')
    expect(answer.headers['content-disposition']).toMatch(/^attachment; .*B%C3%A1o%20c%C3%A1o/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-security-policy']).toContain('sandbox')
    expect(answer.headers['cache-control']).toContain('no-store')
  })

  it('is read by the offices above, added by the commune alone, and not there for its neighbours', async () => {
    const [id] = await scanIds()
    expect(mainIn((await mai.get(`${lan.path}/scans`)).text)).not.toContain('type="file"')
    expect((await sendScan(mai, lan.path, pdf('x'), 'x.pdf')).status).toBe(404)
    const other = portal.agent()
    await other.signIn('le.duc@kontum.example')
    expect((await other.get(`${lan.path}/scans/${id}`)).status).toBe(404)
    const elsewhere = lan.path.replace('2026-11', '2026-10')
    expect((await lan.agent.get(`${elsewhere}/scans/${id}`)).status).toBe(404)
  })
})

/** Sends a file from the page of scans, as its form does. */
const sendScan = (agent: Agent, path: string, bytes: Buffer, name: string) =>
  upload(agent, `${path}/scans`, bytes, name)

describe('a file that is no signed paper', () => {
  const refused = async (bytes: Buffer, name = 'bản ký.pdf') => {
    const answer = await sendScan(lan.agent, lan.path, bytes, name)
    expect(answer.status).toBe(422)
    return mainIn(answer.text)
  }

  it('is refused in words of its own: empty, of another type, cut off, from a phone, not yet printed', async () => {
    const before = await scanIds()
    expect(await refused(Buffer.alloc(0))).toContain('Tệp rỗng')
    expect(await refused(Buffer.from('<html>%PDF-1.7 %%EOF'))).toContain('Chỉ nhận PDF, JPEG, PNG')
    expect(await refused(Buffer.from('%PDF-1.7\n1 0 obj'))).toContain('cắt cụt')
    expect(await refused(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'))).toContain('HEIC')
    expect(await refused(Buffer.from('PK\x03\x04docx'))).toContain('Word, Excel')
    const none = await lan.agent.post(`${lan.path}/scans`)
    expect(none.status).toBe(422)
    expect(none.text).toContain('Chưa chọn tệp nào')
    expect(await scanIds()).toEqual(before)
  })

  it('is refused when it is over 10 MB, and taken at 10 MB', async () => {
    const large = (bytes: number) =>
      Buffer.concat([pdf(''), Buffer.alloc(bytes - pdf('').length - 6), Buffer.from('%%EOF\n')])
    const over = await sendScan(lan.agent, lan.path, large(10 * 1024 * 1024 + 1), 'lớn.pdf')
    expect(over.status).toBe(413)
    expect(over.text).toContain('10 MB')
    expect((await sendScan(lan.agent, lan.path, large(10 * 1024 * 1024), 'lớn.pdf')).status).toBe(303)
    expect(mainIn((await lan.agent.get(lan.path)).text)).toContain('10 MB')
  })

  it('is told by its content alone', () => {
    expect([pdf(''), png, jpeg].map(it => scanKind(it).type)).toEqual(['pdf', 'png', 'jpeg'])
    expect(scanKind(png.subarray(0, 12)).refusal).toBe('broken')
    expect(scanKind(jpeg.subarray(0, 6)).refusal).toBe('broken')
    expect(scanName('C:\\văn thư\\Báo cáo.pdf.exe', 'png', 'bản ký')).toBe('Báo cáo.pdf.png')
    expect(scanName('..', 'pdf', 'bản ký')).toBe('bản ký.pdf')
  })
})

describe('the signed paper beside a numbered copy', () => {
  it('is added by an officer and read by who sees the office', async () => {
    const office = await officeId(portal, '51', '2026-11')
    const month = `/consolidation/${office}/2026-10`
    await mai.get(month)
    const made = await mai.post(`${month}/snapshots`)
    const copy = made.headers.location ?? ''
    expect((await mai.get(`${copy}9/scans`)).status).toBe(404)
    expect((await sendScan(mai, copy, png, 'trang 1.jpg')).status).toBe(303)
    const page = mainIn((await mai.get(`${copy}/scans`)).text)
    expect(page).toContain('trang 1.png')
    expect(await actsOf(portal, 'snapshot.add-scan')).toMatchObject([
      { unitId: office, month: '2026-10', detail: { file: 'trang 1.png', number: 1 } },
    ])
    expect((await lan.agent.get(`${copy}/scans`)).status).toBe(404)
  })
})

describe('taking a signed paper back', () => {
  it('needs a reason, deletes bytes nothing else refers to, and stays on record', async () => {
    const first = (await scanIds())[0] ?? 0
    const month = `/consolidation/${await officeId(portal, '51', '2026-11')}/2026-10/snapshots/1`
    expect((await sendScan(mai, month, pdf('dau do'), 'cùng tệp.pdf')).status).toBe(303)
    const shared = (await scanIds()).at(-1) ?? 0
    const before = await fileCount()
    const ask = `${lan.path}/scans/${first}/withdraw`
    await lan.agent.get(ask)
    const unreasoned = await lan.agent.post(ask, { reason: ' ' })
    expect(unreasoned.status).toBe(422)
    expect((await lan.agent.post(ask, { reason: 'Quét thiếu trang 2' })).status).toBe(303)
    expect(await fileCount()).toBe(before)
    expect((await lan.agent.get(`${lan.path}/scans/${first}`)).status).toBe(404)
    const again = await lan.agent.post(ask, { reason: 'Quét thiếu trang 2' })
    expect(again.headers.location).toContain('done=scan-gone')
    expect(mainIn((await mai.get(lan.path)).text)).toMatch(
      /<del>Báo cáo tháng 11\.pdf<\/del>[^<]*<span[^>]*>[^<]*Quét thiếu trang 2/,
    )
    await mai.get(`${month}/scans/${shared}/withdraw`)
    await mai.post(`${month}/scans/${shared}/withdraw`, { reason: 'Nhầm văn bản' })
    expect(await fileCount()).toBe(before - 1)
    expect(await actsOf(portal, 'report.withdraw-scan')).toHaveLength(1)
  })

  it('lets the same file be attached again', async () => {
    expect((await sendScan(lan.agent, lan.path, pdf('dau do'), 'lại.pdf')).status).toBe(303)
    const asked = { unitId: lan.unitId, month: '2026-11', path: lan.path, lang: 'vi' as const, mayAdd: true }
    const box = await loadScanBox(portal.db, asked)
    const last = box?.lines.at(-1)
    expect(last?.href).not.toBeNull()
    expect((await fetched(lan.agent, last?.href ?? '')).body).toEqual(pdf('dau do'))
  })
})
