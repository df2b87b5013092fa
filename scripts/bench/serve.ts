import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import compression from 'compression'
import express from 'express'
import Handlebars from 'handlebars'
import pino from 'pino'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { NOW, SECRET } from './world.ts'

/** A server in a process of its own: `portal` is the product, `bare` the least that could do the same. */
const [kind = '', url = ''] = process.argv.slice(2)
const pool = openPool({ url })
const app = kind === 'portal' ? portal() : bare()
const server = createServer(app).listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address ? address.port : 0)
})
process.on('disconnect', () => process.exit(0))

function portal() {
  const config = { ...readConfig({}), sessionSecret: SECRET }
  const mailer = { send: async () => {}, close: async () => {} }
  return createApp({
    config,
    pool,
    db: openDatabase(pool),
    mailer,
    log: pino({ level: 'silent' }),
    clock: () => NOW,
  }).express
}

/** One transaction with the same three rows, a page of rows of any size, and a file of any size; nothing else. */
function bare() {
  const plain = express()
  const page = Handlebars.compile(
    '<!doctype html><table>{{#each rows}}<tr>{{#each this}}<td class="c">{{this}}</td>{{/each}}</tr>{{/each}}</table>',
    { strict: true },
  )
  plain.use(compression({ threshold: 1024 }))
  plain.use(express.urlencoded({ extended: false }))
  plain.post('/submit', async (req, res) => {
    const figures = JSON.stringify(req.body)
    const client = await pool.connect()
    try {
      await client.query('begin')
      const report = await client.query(
        'insert into bare_report (unit_id, month, state) values ($1, $2, $3) returning id',
        [1, '2026-11', 'submitted'],
      )
      await client.query('insert into bare_version (report_id, number, figures) values ($1, $2, $3)', [
        report.rows[0].id,
        1,
        figures,
      ])
      await client.query('insert into bare_audit (act, detail) values ($1, $2)', [
        'report.submit',
        '{"number":1}',
      ])
      await client.query('commit')
    } finally {
      client.release()
    }
    res.redirect(303, '/receipt')
  })
  plain.get('/page/:rows/:cells', (req, res) => {
    const cells = Array.from({ length: Number(req.params.cells) }, (_, index) => `ô ${index} của hàng`)
    res.type('html').send(page({ rows: Array.from({ length: Number(req.params.rows) }, () => cells) }))
  })
  const files = new Map<number, Buffer>()
  plain.get('/file/:size', (req, res) => {
    const size = Number(req.params.size)
    const file = files.get(size) ?? randomBytes(size)
    files.set(size, file)
    res
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .attachment('file.xlsx')
      .send(file)
  })
  return plain
}
