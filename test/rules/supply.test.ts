import { claimAhead } from '../../src/reminders/claim-ahead.ts'
import { recordTogether } from '../../src/reminders/record-together.ts'

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index)

describe('claiming ahead', () => {
  const lots: number[][] = []
  const claim = async (some: readonly number[]) => {
    lots.push([...some])
    return some.filter(it => it % 3 !== 0)
  }
  beforeEach(() => lots.splice(0))

  test('hands out everything that could be claimed, once, however many ask', async () => {
    const supply = claimAhead(upTo(25), 10, claim)
    const got: number[] = []
    const ask = async () => {
      for (let one = await supply.next(); one !== null; one = await supply.next()) got.push(one)
    }
    await Promise.all([ask(), ask(), ask()])
    expect(got.sort((a, b) => a - b)).toEqual(upTo(25).filter(it => it % 3 !== 0))
    expect(lots.map(lot => lot.length)).toEqual([10, 10, 5])
    expect(supply.isShort()).toBe(false)
  })

  test('never holds more than two lots, and gives back what was not handed out', async () => {
    const supply = claimAhead(upTo(100), 10, async some => [...some])
    for (const _ of upTo(6)) await supply.next()
    const rest = await supply.rest()
    expect(rest).toHaveLength(14)
    expect(rest[0]).toBe(6)
    expect(supply.isShort()).toBe(true)
  })

  test('goes on past a lot of which nothing could be claimed', async () => {
    const supply = claimAhead(upTo(30), 10, async some => some.filter(it => it >= 20))
    expect(await supply.next()).toBe(20)
  })

  test('tells a failed claim to whoever asks', async () => {
    const supply = claimAhead(upTo(3), 10, () => Promise.reject(new Error('database gone')))
    await expect(supply.next()).rejects.toThrow('database gone')
    expect(await supply.rest()).toEqual([])
  })
})

describe('recording together', () => {
  test('writes one statement at a time, each with all that came meanwhile, and tells everybody when theirs is safe', async () => {
    const written: number[][] = []
    const waiting: (() => void)[] = []
    const record = recordTogether<number>(lines => {
      written.push(lines)
      return new Promise(resolve => waiting.push(resolve))
    })
    const safe: number[] = []
    const done = upTo(5).map(async one => {
      if (one > 1) await new Promise(setImmediate)
      await record(one)
      safe.push(one)
    })
    for (const _ of upTo(3)) await new Promise(setImmediate)
    expect(written).toEqual([[0, 1]])
    expect(safe).toEqual([])
    waiting.shift()?.()
    await Promise.all(done.slice(0, 2))
    while (waiting.length === 0) await new Promise(setImmediate)
    expect(written).toEqual([
      [0, 1],
      [2, 3, 4],
    ])
    waiting.shift()?.()
    await Promise.all(done)
    expect(safe).toHaveLength(5)
  })

  test('that fails is told to those concerned, and the next are written all the same', async () => {
    let times = 0
    const record = recordTogether<number>(async () => {
      times += 1
      if (times === 1) throw new Error('database gone')
    })
    await expect(record(1)).rejects.toThrow('database gone')
    await expect(record(2)).resolves.toBeUndefined()
  })
})
