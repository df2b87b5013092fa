import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { passwordOpens } from '../../src/people/password.ts'
import { findAccount } from '../../src/people/person.store.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'
import { programs } from '../support/programs.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await openTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'ngay-25-scripts-'))
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

type Ended = { code: number; stdout: string; stderr: string }

/** Runs a script as on a server: the settings of production, the test's own database. */
async function run(script: string, args: string[], input = ''): Promise<Ended> {
  const cwd = await programs()
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.url,
    PUBLIC_URL: 'https://ngay25.example',
    SESSION_SECRET: 'k8Fv2nQzR5tYw9LmXc3BdHs7JpGa4EeU',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'ngay25@ngay25.example',
  }
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [`scripts/${script}.js`, ...args],
      { cwd, env },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
    child.stdin?.end(input)
  })
}

/** One wrong call each: starting a script costs a second, and all read their arguments in the same way. */
describe('called wrongly, a script says so in one line and ends with 2', () => {
  test.concurrent.each([
    ['import-units', ['data/units-2025.csv', '--from', '7/2025'], ''],
    ['create-admin', ['khac@so.vn', '--password-stdin'], 'ngắn\n'],
    ['migrate', ['now'], ''],
    ['play-month', ['--office', '51', '--month', '2026-13'], ''],
  ])('%s %j', async (script, args, input) => {
    const { code, stdout, stderr } = await run(script, args, input)
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1])
    expect(stderr).toContain(`Usage: npm run -s ${script}`)
  })
})

test('migrate lists what has been applied', async () => {
  const { code, stdout } = await run('migrate', ['--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)[0]).toMatchObject({ name: '0001-foundation', now: false })
})

test('remind leaves its run where the portal leaves its own, so that a cron of the system may call it', async () => {
  expect(await run('remind', ['--json'])).toMatchObject({ code: 0, stdout: '[]\n' })
  const runs = await database.db.selectFrom('tick').select(['job', 'sent', 'error']).execute()
  expect(runs).toEqual([{ job: 'reminders', sent: 0, error: null }])
})

describe('import-units', () => {
  const json = async (...args: string[]) => {
    const { code, stdout } = await run('import-units', [...args, '--json'])
    return { code, ...JSON.parse(stdout) }
  }

  test('a dry run counts and writes nothing; the run itself founds the province', async () => {
    const file = 'data/units-2025.csv'
    const counts = { kind: 'units', from: '2025-07', problems: [] }
    const dry = await json(file, '--province', '51', '--dry-run')
    expect(dry).toMatchObject({ ...counts, code: 0, applied: false, offices: 1, communes: 96, outside: 3258 })
    const done = await json(file, '--province', '51')
    expect(done).toMatchObject({ ...counts, code: 0, applied: true, offices: 1, communes: 96, already: 0 })
  })

  test('a bad file ends with 1 and lists line and reason', async () => {
    const file = path.join(folder, 'hỏng.csv')
    await writeFile(
      file,
      'level,code,type,name,full_name,parent_code\r\nprovince,5,Tỉnh,A,Tỉnh A,\r\ncommune,2348',
    )
    const { code, stdout } = await run('import-units', [file])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^Dòng 2 +Mã “5” phải có đúng 2 chữ số/)
    expect(stdout).toContain('\nDòng 3 ')
    expect(stdout).toContain('2 dòng cần sửa. Chưa có gì của tệp được ghi.')
  })

  test('--apply-rest applies the other rows, and counts what was left by its kind', async () => {
    const file = path.join(folder, 'sáp nhập.csv')
    await writeFile(
      file,
      'old_province_code,old_district_code,old_code,old_name,new_province_code,new_code,new_name\r\n' +
        '51,,23479,Xã Đăk Rve,51,23485,Xã Đăk Kôi\r\n51,,23479,Xã Đăk Rve,51,99999,Xã Chưa Lập\r\n',
    )
    const done = await json(file, '--from', '2026-12', '--apply-rest')
    const counts = { total: 2, lines: 1, communes: 1, already: 0 }
    expect(done).toMatchObject({ ...counts, code: 0, applied: true, kinds: { successor: 1 } })
    expect(done.problems).toMatchObject([{ line: 3, kind: 'successor' }])
  })
})

describe('create-admin', () => {
  test('prints a code and a link, never a password; a second call changes nothing', async () => {
    const first = JSON.parse(
      (await run('create-admin', ['Admin@So.vn', '--name', 'Quản Trị', '--json'])).stdout,
    )
    expect(first).toMatchObject({
      name: 'Quản Trị',
      email: 'admin@so.vn',
      office: 'Bộ Giáo dục và Đào tạo',
      created: true,
    })
    expect(first.code).toMatch(/^\w{4} \w{4} \w{4}$/)
    expect(first.link).toBe(`https://ngay25.example/invitations/${first.code.replaceAll(' ', '')}`)
    const again = JSON.parse((await run('create-admin', ['admin@so.vn', '--json'])).stdout)
    expect(again).toMatchObject({ name: 'Quản Trị', created: false })
    expect(again.code).not.toBe(first.code)
    const roles = await database.db.selectFrom('role').selectAll().execute()
    expect(roles).toHaveLength(1)
  })

  test('takes a password by standard input', async () => {
    const { stdout } = await run('create-admin', ['khac@so.vn', '--password-stdin'], 'một mật khẩu dài\n')
    expect(stdout).toContain('Đã thêm khac (khac@so.vn) làm quản trị của Bộ Giáo dục và Đào tạo.')
    expect(stdout).not.toContain('mật khẩu dài')
    const account = await findAccount(database.db, 'khac@so.vn')
    expect(await passwordOpens('một mật khẩu dài', account?.passwordHash ?? null)).toBe(true)
  })
})
