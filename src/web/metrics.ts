import type { RequestHandler } from 'express'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What a figure is called in Prometheus, what it says, and the names of its labels. */
export type Figure = { name: string; help: string; labels: readonly string[]; counts?: boolean }

/** A figure's value for some labels. */
export type Value = { labels: Record<string, string>; value: number }

export type Metrics = {
  /** Times every answer by the name of its route. */
  time: RequestHandler
  /** Text for Prometheus: the process, the answers given, and the figures handed over, each with its values of now. */
  print: (figures: ReadonlyMap<Figure, readonly Value[]>) => Promise<{ type: string; text: string }>
}

/** From an answer out of memory to one that makes a workbook (s). */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** One registry per application, so that two in one process (as in tests) do not count each other's requests. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  const durations = new Histogram({
    name: 'ngay25_http_request_duration_seconds',
    help: 'How long answers took, by route (as declared, without ids), method and class of status.',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  const known = new Map<string, Gauge | Counter>()
  let begun = false
  return {
    time: (req, res, next) => {
      const stop = durations.startTimer()
      res.on('finish', () =>
        stop({
          route: routeOf(req),
          method: req.method === 'GET' || req.method === 'POST' ? req.method : 'other',
          status: `${Math.floor(res.statusCode / 100)}xx`,
        }),
      )
      next()
    },
    print: async figures => {
      // The process's own figures are gathered from the first time that anybody asks.
      if (!begun) collectDefaultMetrics({ register: registry })
      begun = true
      for (const [figure, values] of figures) setFigure(figure, values, { registry, known })
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}

/** The path as it was declared ('/reports/:unit/:month'); what no route took is all one. */
const routeOf = (req: { route?: { path?: unknown } }): string =>
  typeof req.route?.path === 'string' ? req.route.path : 'none'

function setFigure(
  { name, help, labels, counts }: Figure,
  values: readonly Value[],
  { registry, known }: { registry: Registry; known: Map<string, Gauge | Counter> },
): void {
  const settings = { name, help, labelNames: [...labels], registers: [registry] }
  const metric = known.get(name) ?? (counts ? new Counter(settings) : new Gauge(settings))
  known.set(name, metric)
  metric.reset()
  for (const { labels: of, value } of values) metric.inc(of, value)
}
