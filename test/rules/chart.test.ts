import fc from 'fast-check'
import { asMonth, type Month, monthsFrom } from '../../src/calendar/month.rules.ts'
import { flowPicture } from '../../src/charts/flow.rules.ts'
import { spread } from '../../src/charts/label.rules.ts'
import { foldPlaces, isWhole, wideningsOf } from '../../src/charts/lineage.rules.ts'
import type { Scene } from '../../src/charts/note.rules.ts'
import type { Picture } from '../../src/charts/picture.rules.ts'
import { picturesOf } from '../../src/charts/picture-list.rules.ts'
import { rankPlaces } from '../../src/charts/ranking.rules.ts'
import { rankingPicture } from '../../src/charts/ranking-picture.rules.ts'
import { type PlacePoint, type Point, sumOfFlow, wholeOf } from '../../src/charts/series.rules.ts'
import { boxGroups, situationsOf, spanOf } from '../../src/charts/span.rules.ts'
import { sharesOf, slicesOf } from '../../src/charts/stack.rules.ts'
import { drawTinies, tiniesOf } from '../../src/charts/tiny.rules.ts'
import { runsOf, trendPicture } from '../../src/charts/trend.rules.ts'
import { communesOf, edition } from '../support/consolidation.ts'
import { elementsOf, labelsOf, outsideOf, overlapsIn } from '../support/picture.ts'

const month = asMonth
const situations = situationsOf([edition])
const sits = situations.map(it => it.code)

type Given = { neither: number | null; reported?: number; flows?: number }

/** A month of ten communes; without a figure nobody reported. */
function pointOf(at: Month, { neither, reported = 10, flows = 4 }: Given): Point {
  if (neither === null) return { month: at, expected: 10, reported: 0, onTime: 0, late: 0, figures: {} }
  const rest = sits.slice(1).map((code, index) => [code, Math.floor(neither / (index + 8))] as const)
  const first = neither - rest.reduce((sum, [, value]) => sum + value, 0)
  const figures = {
    graduates: neither * 9 + 10,
    neither,
    unknown: Math.round(neither / 20),
    [sits[0] ?? '']: first,
    ...Object.fromEntries(rest),
    flow_to_thpt: flows,
    flow_to_gdtx: flows * 3,
    flow_to_voc: flows * 2,
    flow_out: 1,
    flow_new: flows,
    flow_in: 1,
  }
  const late = Math.min(1, reported)
  return { month: at, expected: 10, reported, onTime: reported - late, late, figures }
}

const seriesOf = (from: string, given: (number | null)[], also: Partial<Given> = {}): Point[] =>
  monthsFrom(month(from), month('2027-08'))
    .slice(0, given.length)
    .map((at, index) => pointOf(at, { neither: given[index] ?? null, ...also }))

const sceneOf = (points: readonly Point[], also: Partial<Scene> = {}): Scene => ({
  points,
  places: [],
  lang: 'vi',
  isOffice: true,
  own: points[0]?.month ?? month('2025-09'),
  cut: false,
  widened: [],
  notDue: false,
  ...also,
})

const fifteen = seriesOf('2025-09', [
  901,
  812,
  800,
  790,
  770,
  760,
  null,
  740,
  730,
  720,
  700,
  690,
  660,
  645,
  640,
])
const pictureOf = (id: string, scene: Scene): Picture =>
  picturesOf(scene, situations, null).find(it => it.id === id) ?? never()
const never = (): never => {
  throw new Error('not there')
}

describe('a picture', () => {
  const counts = fc.option(fc.integer({ min: 0, max: 40_000 }), { nil: null, freq: 6 })
  const scenes = fc
    .record({
      values: fc.array(counts, { minLength: 1, maxLength: 39 }),
      reported: fc.integer({ min: 1, max: 10 }),
      flows: fc.integer({ min: 0, max: 900 }),
      lang: fc.constantFrom('vi' as const, 'en' as const),
    })
    .map(({ values, reported, flows, lang }) =>
      sceneOf(seriesOf('2024-01', values, { reported, flows }), { lang }),
    )

  it('is well-formed, stays in its frame and writes no word over another, whatever the figures', () => {
    fc.assert(
      fc.property(scenes, scene => {
        for (const svg of picturesOf(scene, situations, null).flatMap(it => it.svgs)) {
          expect(outsideOf(svg)).toEqual([])
          expect(overlapsIn(svg)).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('has its name, its finding in words, and letters that can be read at 360 pixels', () => {
    for (const { svgs, heading, table } of picturesOf(sceneOf(fifteen), situations, null)) {
      expect(svgs).toHaveLength(2)
      for (const svg of svgs) {
        const [root, title, desc] = elementsOf(svg)
        expect([root?.attributes.role, title?.name, desc?.name]).toEqual(['img', 'title', 'desc'])
        expect(root?.attributes['aria-labelledby']).toBe(`${title?.attributes.id} ${desc?.attributes.id}`)
        expect(desc?.text).toContain(heading)
        const sizes = elementsOf(svg).flatMap(it => Number(it.attributes['font-size'] ?? 99))
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
        expect(svg).not.toContain('style=')
      }
      expect(table.rows.length).toBeGreaterThanOrEqual(fifteen.length)
    }
  })

  it('keeps markup in a name from becoming markup', () => {
    const names = [{ id: 1, name: 'Xã <b> & "Ba"' }]
    const places = [{ ...pointOf(month('2026-10'), { neither: 20 }), place: 1 }]
    const ranking = rankPlaces({
      month: month('2026-10'),
      names,
      places,
      whole: places[0],
      isHidden: () => false,
    })
    for (const svg of rankingPicture(ranking, 'vi')?.svgs ?? never())
      expect(labelsOf(svg).map(it => it.text)).toContain('Xã <b> & "Ba"')
  })
})

describe('the trend', () => {
  it('says what it found: from, to, the peak, and those not known', () => {
    const { heading, svgs } = trendPicture(sceneOf(fifteen))
    expect(heading).toBe(
      'Từ 11/2025 đến 11/2026, số em không đi học, chưa học nghề giảm từ 800 xuống 640 (chưa xác định: 40 → 32)',
    )
    const desc = elementsOf(svgs[0] ?? '')[2]?.text ?? ''
    expect(desc).toContain('cao nhất 09/2025: 901')
    expect(desc).toContain('Không có số liệu: 03/2026')
  })

  it('leaves a gap for a month without figures, and joins no two school years', () => {
    const runs = runsOf(fifteen, 'neither').map(({ run }) => run.map(it => it.month.slice(5)).join(' '))
    expect(runs).toEqual(['09 10 11 12 01 02', '04 05 06 07 08', '09 10 11'])
    const gap = pictureOf('trend', sceneOf(fifteen)).table.rows[6]?.cells.map(it => it.text)
    expect(gap).toEqual(['03/2026', '–', '–', '–', '–', '0/10'])
  })

  it('dashes the way to a month with too few reports, marks it open, and compares another', () => {
    const points = [...fifteen.slice(0, -1), pointOf(month('2026-11'), { neither: 300, reported: 6 })]
    expect(runsOf(points, 'neither').at(-1)).toMatchObject({ dashed: true })
    const { heading, svgs } = trendPicture(sceneOf(points))
    expect(heading).toContain('Từ 10/2025 đến 10/2026')
    const open = elementsOf(svgs[0] ?? '').filter(
      it => it.name === 'circle' && it.attributes.fill === '#ffffff',
    )
    expect(open).toHaveLength(1)
    expect(elementsOf(svgs[0] ?? '')[2]?.text).toContain(
      'Tháng 11/2026 mới có 6/10 xã báo cáo nên chưa so sánh',
    )
  })

  it('claims neither rise nor fall where the communes that sent both months say the opposite', () => {
    const [from, to] = [month('2025-10'), month('2026-10')]
    const one = (place: number, at: Month, neither: number): PlacePoint => ({
      ...pointOf(at, { neither, reported: 10 }),
      place,
    })
    const places = [one(1, from, 40), one(1, to, 50), one(2, from, 30), one(2, to, 35), one(3, from, 60)]
    const points = wholeOf(places, [from, to])
    expect(trendPicture(sceneOf(points, { places })).heading).toContain('chưa kết luận được tăng hay giảm')
    const level = [one(1, from, 40), one(1, to, 40), one(2, from, 30), one(2, to, 30), one(3, from, 60)]
    const fallen = wholeOf(level, [from, to])
    expect(trendPicture(sceneOf(fallen, { places: level })).heading).toContain('chưa kết luận được')
  })

  it('compares nothing across a month in which the territory grew or shrank', () => {
    const widened = [{ month: month('2026-04'), count: 5, gone: true }]
    expect(trendPicture(sceneOf(fifteen, { widened })).heading).toContain('Từ 04/2026 đến 11/2026')
    expect(
      runsOf(fifteen.slice(7, 12), 'neither', [{ month: month('2026-06'), count: 5, gone: false }]),
    ).toHaveLength(2)
  })
})

describe('columns of a hundred per cent', () => {
  it('come to 100 %, slice upon slice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 8 }), parts => {
        const shares = sharesOf(parts)
        if (!shares) return expect(parts.every(it => it === 0)).toBe(true)
        expect(shares.reduce((sum, it) => sum + it, 0)).toBeCloseTo(1, 9)
        const slices = slicesOf(parts)
        expect(slices[0]?.from).toBe(0)
        expect(slices.at(-1)?.to).toBeCloseTo(1, 9)
        for (const [at, slice] of slices.slice(1).entries())
          expect(slice.from).toBeCloseTo(slices[at]?.to ?? 0, 9)
      }),
    )
  })

  it('have no column for a month without figures', () => {
    expect(slicesOf(null)).toEqual([])
    const cells = pictureOf('situation', sceneOf(fifteen)).table.rows[6]?.cells.map(it => it.text)
    expect(cells).toEqual(['03/2026', ...sits.map(() => '–'), '–', '0/10'])
  })

  it('say completeness and timeliness of the last month that is due', () => {
    const running = [...fifteen.slice(0, -1), pointOf(month('2026-11'), { neither: 300, reported: 6 })]
    const { heading, notes } = pictureOf('punctual', sceneOf(running, { notDue: true }))
    expect(heading).toBe('Tháng 10/2026: 10/10 xã đã báo cáo, 9 đúng hạn (90,0%)')
    expect(notes).toEqual(['Tháng 11/2026 chưa đến hạn gửi.'])
  })
})

describe('movements', () => {
  it('are added over a school year, and stocks are not', () => {
    const { heading, table } = flowPicture(sceneOf(fifteen)) ?? never()
    expect(heading).toBe('Năm học 2026-2027, đến 11/2026: 72 em đã đi học trở lại, 12 em mới phát sinh')
    const years = table.rows
      .map(it => it.cells.map(cell => cell.text))
      .filter(it => it[0]?.startsWith('Năm học'))
    expect(years[0]?.slice(1, 6)).toEqual(['44', '132', '88', '264', '44'])
    expect(sumOfFlow([], 'flow_new')).toBeNull()
  })
})

describe('the ranking', () => {
  const communes = communesOf('51')
  const names = communes.map(it => ({ id: it.id, name: it.fullName }))
  const at = (when: string, more = 0) =>
    communes.slice(0, 90).map((it, index) => ({
      ...pointOf(month(when), { neither: 20 + index + more }),
      place: it.id,
    }))
  const places = [...at('2026-10'), ...at('2025-10', 3)]
  const isHidden = (id: number) => id === communes[5]?.id
  const ranking = rankPlaces({ month: month('2026-10'), names, places, whole: undefined, isHidden })

  it('counts those without a report instead of drawing them as 0, and hides what the office masks', () => {
    expect(ranking.ranked).toHaveLength(89)
    expect(ranking.absent).toHaveLength(6)
    expect(ranking.hidden.map(it => it.id)).toEqual([communes[5]?.id])
    const { table, notes } = rankingPicture(ranking, 'vi') ?? never()
    expect(notes.join(' ')).toMatch(/^6 đơn vị chưa báo cáo.* 1 đơn vị có số dưới 5/)
    const hidden = table.rows.find(it => it.cells[0]?.text === communes[5]?.fullName)
    expect(hidden?.cells.slice(1).every(it => it.text === '…')).toBe(true)
  })

  it('draws the highest and the lowest of many, in their frame and apart', () => {
    for (const svg of rankingPicture(ranking, 'vi')?.svgs ?? never()) {
      expect(outsideOf(svg)).toEqual([])
      expect(overlapsIn(svg)).toEqual([])
      expect(labelsOf(svg).map(it => it.text)).toContain('… 69 đơn vị ở giữa, xem bảng số …')
    }
  })

  it('small pictures stand on one scale, from the highest down, those without a figure last', () => {
    const tinies = tiniesOf(names, places, monthsFrom(month('2025-10'), month('2026-10')))
    const latest = tinies.map(it => it.latest?.share ?? -1)
    expect(latest).toEqual([...latest].sort((a, b) => b - a))
    const { tiles, top } = drawTinies(tinies, [], 'vi')
    expect(top).toBeGreaterThanOrEqual(Math.max(...latest))
    for (const { svg } of tiles) expect(elementsOf(svg)[2]?.name).toBe('desc')
    expect(tiles.at(-1)?.value).toBe('–')
  })
})

describe('units through time', () => {
  const steps = [
    { from: 1, to: 10, divided: false },
    { from: 2, to: 10, divided: false },
    { from: 3, to: 10, divided: true },
    { from: 3, to: 11, divided: true },
    { from: 4, to: 99, divided: true },
    { from: 4, to: 11, divided: true },
  ]
  const present = new Set([10, 11])
  const row = (place: number, neither: number) => ({ ...pointOf(month('2025-06'), { neither }), place })

  it('show a merged commune’s older months as the sum, and a divided one’s under none', () => {
    const folded = foldPlaces([row(1, 5), row(2, 7), row(3, 100), row(11, 4)], { present, steps }, id => id)
    expect(folded.map(it => [it.place, it.figures.neither])).toEqual([
      [10, 12],
      [11, 4],
    ])
  })

  it('follow a territory back only as far as it is whole', () => {
    const within = steps.filter(it => it.from < 4)
    expect(isWhole({ present, steps: within }, [10, 11], new Set([1, 2, 3]))).toBe(true)
    expect(isWhole({ present, steps }, [10, 11], new Set([1, 2, 3, 4]))).toBe(false)
    expect(isWhole({ present, steps: steps.slice(0, 2) }, [10, 11], new Set([1, 2]))).toBe(false)
    const since = new Map([...present].map(id => [id, month('2025-07')]))
    expect(wideningsOf({ present, steps: steps.slice(0, 2) }, [10, 11], since)).toEqual([
      { month: '2025-07', count: 1, gone: false },
    ])
  })

  it('join editions by the indicator’s code, each month with its own graduation years', () => {
    const months = monthsFrom(month('2026-07'), month('2026-10'))
    const next = { ...edition, code: '2026-10', cohortCount: 4 }
    const groups = boxGroups(months, [edition, edition, edition, next])
    expect(groups.map(it => it.months)).toEqual([['2026-07', '2026-08'], ['2026-09'], ['2026-10']])
    expect(groups.map(it => it.boxes.find(box => box.code === 'neither')?.names.length)).toEqual([3, 3, 4])
    expect(boxGroups(months, [null, null, null, null])).toEqual([])
  })

  it('show two school years, and all of them when asked', () => {
    const span = spanOf(month('2023-10'), month('2026-11'), false)
    expect([span.months[0], span.months.at(-1), span.older]).toEqual(['2025-09', '2026-11', true])
    expect(spanOf(month('2023-10'), month('2026-11'), true).months).toHaveLength(38)
  })
})

it('labels that want one place are spread in their order within the bounds', () => {
  const heights = fc.array(fc.record({ y: fc.integer({ min: 0, max: 300 }), height: fc.constant(20) }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(heights, wanted => {
      const places = spread(wanted, { top: 0, bottom: 300 })
      const sorted = [...places].sort((a, b) => a - b)
      for (const [at, place] of sorted.entries()) {
        expect(place).toBeGreaterThanOrEqual(10)
        expect(place).toBeLessThanOrEqual(290)
        if (at > 0) expect(place - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(19.99)
      }
    }),
  )
})
