import { readConfig } from '../../src/config.ts'

const production = {
  DATABASE_URL: 'postgres://ngay25:x@127.0.0.1:5432/ngay25',
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://ngay25.sgd.gov.vn/',
  SESSION_SECRET: 'kT9#vQ2m!Lx7Rw4zPb8Ns3Jd6Hf1Gc5Y',
  SMTP_URL: 'smtps://u:p@smtp.sgd.gov.vn:465',
  MAIL_FROM: 'Ngày 25 <ngay25@sgd.gov.vn>',
}
const without = (name: keyof typeof production) => ({ ...production, [name]: undefined })

describe('trial mode', () => {
  it('is what one gets without any setting, on this machine only', () => {
    expect(readConfig({})).toMatchObject({
      trial: true,
      host: '127.0.0.1',
      port: 3025,
      publicUrl: 'http://127.0.0.1:3025',
    })
  })

  it('moves with PORT and DATA_DIR', () => {
    expect(readConfig({ PORT: '3900', DATA_DIR: '/tmp/x' })).toMatchObject({
      trial: true,
      port: 3900,
      dataDir: '/tmp/x',
    })
  })

  it('ends as soon as there is a database, or production is said', () => {
    expect(readConfig(production).trial).toBe(false)
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/DATABASE_URL/)
    expect(() => readConfig({ DATABASE_URL: production.DATABASE_URL })).toThrow(/SESSION_SECRET/)
  })
})

describe('in production the portal refuses to start', () => {
  it.each(['DATABASE_URL', 'PUBLIC_URL', 'SESSION_SECRET', 'SMTP_URL', 'MAIL_FROM'] as const)(
    'without %s',
    name => {
      expect(() => readConfig(without(name))).toThrow(name)
    },
  )

  it.each([
    ['SESSION_SECRET', 'short'],
    ['SESSION_SECRET', 'a'.repeat(40)],
    ['SESSION_SECRET', 'please-change-me-please-change-me-1234'],
    ['PUBLIC_URL', 'http://ngay25.sgd.gov.vn'],
    ['DATABASE_URL', 'mysql://x'],
    ['SMTP_URL', 'mail.sgd.gov.vn'],
    ['MAIL_FROM', 'nobody'],
    ['PORT', '99999'],
    ['TRUST_PROXY', 'yes'],
    ['MAIL_PER_MINUTE', '3'],
    ['MAIL_PER_MINUTE', '-1'],
    ['DKIM_DOMAIN', 'not a domain'],
    ['IMAP_URL', 'imap.sgd.gov.vn'],
    ['IMAP_URL', 'imaps://imap.sgd.gov.vn/INBOX'],
    ['DELIVERY_SECRET', 'whsec_c2hvcnQ='],
  ])('on a weak or wrong %s: %s', (name, value) => {
    expect(() => readConfig({ ...production, [name]: value })).toThrow(name)
  })

  it.each([
    { DKIM_DOMAIN: 'sgd.gov.vn' },
    { DKIM_SELECTOR: 'ngay25', DKIM_KEY_FILE: '/etc/ngay25/dkim.pem' },
    { DKIM_DOMAIN: 'sgd.gov.vn', DKIM_KEY_FILE: '/etc/ngay25/dkim.pem' },
  ])('when letters are to be signed and only part is said: %j', part => {
    expect(() => readConfig({ ...production, ...part })).toThrow(
      /DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE/,
    )
  })

  it('naming every fault at once', () => {
    const message = (() => {
      try {
        readConfig({ NODE_ENV: 'production' })
        return ''
      } catch (error) {
        return String(error)
      }
    })()
    for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'SESSION_SECRET', 'SMTP_URL', 'MAIL_FROM'])
      expect(message).toContain(name)
  })

  it('and otherwise signs letters with the key it is told of', () => {
    expect(readConfig(production)).toMatchObject({ dkim: null, mailPerMinute: 0 })
    const key = { DKIM_DOMAIN: 'sgd.gov.vn', DKIM_SELECTOR: 'ngay25', DKIM_KEY_FILE: '/etc/ngay25/dkim.pem' }
    expect(readConfig({ ...production, ...key, MAIL_PER_MINUTE: '60' })).toMatchObject({
      dkim: { domain: 'sgd.gov.vn', selector: 'ngay25', keyFile: '/etc/ngay25/dkim.pem' },
      mailPerMinute: 60,
    })
  })

  it('and otherwise sends cookies over https only, with the address as given but for its last slash', () => {
    expect(readConfig(production)).toMatchObject({
      secureCookies: true,
      publicUrl: 'https://ngay25.sgd.gov.vn',
    })
  })
})
