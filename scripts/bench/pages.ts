import { type Call, type Row, rateOf, rowOf } from './measure.ts'
import { type BenchWorld, CLOSED_MONTH, OPEN_MONTH } from './world.ts'

const CLIENTS = 8
const CELLS = 10

type Ports = { portal: number; bare: number }
type Page = { name: string; call: Call; count: number }

/** The board and the form against a bare page of the same size over the wire's other end: Express and one template. */
export async function measurePages(world: BenchWorld, label: string, ports: Ports): Promise<Row[]> {
  const [commune] = world.communes
  if (!commune) throw new Error('the world has no commune')
  const large = world.communes.length > 1000
  const page = (path: string, cookie: string): Call => ({ method: 'GET', path, cookie, expect: 200 })
  const pages: Page[] = [
    {
      name: `board, ${label}`,
      call: page(`/review/${world.officeId}/${CLOSED_MONTH}`, world.officer.cookie),
      count: large ? 24 : 200,
    },
    {
      name: `form, ${label}`,
      call: page(`/reports/${commune.id}/${OPEN_MONTH}`, commune.login.cookie),
      count: 300,
    },
  ]
  const rows: Row[] = []
  for (const each of pages) rows.push(await measurePage(each, ports))
  return rows
}

async function measurePage({ name, call, count }: Page, ports: Ports): Promise<Row> {
  const bytes = await plainSizeOf(ports.portal, call)
  const bare: Call = { method: 'GET', path: await bareOfSize(ports.bare, bytes), expect: 200 }
  const repeated = (each: Call, times: number) => Array.from({ length: times }, () => each)
  await rateOf(ports.portal, CLIENTS, repeated(call, Math.ceil(count / 4)))
  await rateOf(ports.bare, CLIENTS, repeated(bare, Math.ceil(count / 4)))
  const ours = await rateOf(ports.portal, CLIENTS, repeated(call, count))
  const limit = await rateOf(ports.bare, CLIENTS, repeated(bare, count))
  return rowOf(`${name} (${Math.round(bytes / 1024)} kB)`, ours, 'pages/s', limit)
}

/** The size before compression: what has to be made. */
const plainSizeOf = (port: number, { path, cookie }: Call): Promise<number> =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { cookie: cookie ?? '', 'accept-encoding': 'identity' },
  }).then(async response => {
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    return (await response.arrayBuffer()).byteLength
  })

async function bareOfSize(port: number, bytes: number): Promise<string> {
  const pathOf = (rows: number) => `/page/${rows}/${CELLS}`
  const sample = 100
  const perRow = (await plainSizeOf(port, { method: 'GET', path: pathOf(sample), expect: 200 })) / sample
  return pathOf(Math.round(bytes / perRow))
}
