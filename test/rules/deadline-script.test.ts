import { execFile } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

type Ended = { code: number; stdout: string; stderr: string }

/** Runs `npm run deadline` as the package file has it, less npm. The server's own time zone must not matter. */
function deadline(...args: string[]): Promise<Ended> {
  const command = ['--import', 'tsx', 'scripts/deadline.ts', ...args]
  const env = { PATH: process.env.PATH, TZ: 'America/New_York' }
  return new Promise(resolve => {
    execFile(process.execPath, command, { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

const monthsIn = ({ stdout }: Ended) => JSON.parse(stdout).map((it: { month: string }) => it.month)

test('two months in order are a range, as JSON', async () => {
  const { code, stdout, stderr } = await deadline('2026-04', '2026-06', '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toEqual([
    {
      month: '2026-04',
      nominal: '2026-04-25',
      due: '2026-04-28T17:00:00+07:00',
      because: '25/4 là thứ Bảy, 26/4 là Chủ nhật, 27/4 Nghỉ bù Giỗ Tổ (26/4) → hạn 17:00 ngày 28/4/2026',
    },
    {
      month: '2026-05',
      nominal: '2026-05-25',
      due: '2026-05-25T17:00:00+07:00',
      because: '25/5/2026 là thứ Hai, ngày làm việc → hạn 17:00 ngày 25/5/2026',
    },
    {
      month: '2026-06',
      nominal: '2026-06-25',
      due: '2026-06-25T17:00:00+07:00',
      because: '25/6/2026 là thứ Năm, ngày làm việc → hạn 17:00 ngày 25/6/2026',
    },
  ])
})

test('one month is itself; three, or two against the order, are just those', async () => {
  expect(monthsIn(await deadline('--json', '2025-01'))).toEqual(['2025-01'])
  expect(monthsIn(await deadline('2026-01', '2026-04', '2025-01', '--json'))).toEqual([
    '2026-01',
    '2026-04',
    '2025-01',
  ])
  expect(monthsIn(await deadline('2026-04', '2026-01', '--json'))).toEqual(['2026-04', '2026-01'])
})

test('people get a line a month', async () => {
  const { code, stdout } = await deadline('2026-01')
  expect(code).toBe(0)
  expect(stdout).toBe('01/2026  25/01/2026  17:00 26/01/2026  25/1 là Chủ nhật → hạn 17:00 ngày 26/1/2026\n')
})

test.each([[[]], [['2026-13']], [['2026-04', 'mai']], [['2026-04', '--nope']], [['2026-04', '--json=yes']]])(
  'wrong arguments %j end with one line and code 2',
  async args => {
    const { code, stdout, stderr } = await deadline(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^[^\n]*Usage: npm run -s deadline[^\n]*\n$/)
  },
)
