import { readConfig } from '../../src/config.ts'
import { mayCall } from '../../src/mail/address.ts'
import { verdictOf } from '../../src/mail/answer.rules.ts'
import { nameOfDevice, readSubscription } from '../../src/people/device.rules.ts'
import { hostOf, readHookUrl } from '../../src/reminders/webhook.rules.ts'
import { vapid } from '../support/channels.ts'

describe('an answer', () => {
  it.each([
    [200, 'taken'],
    [202, 'taken'],
    [204, 'taken'],
    [410, 'gone'],
    [400, 'never'],
    [401, 'never'],
    [404, 'never'],
    [413, 'never'],
    [408, 'later'],
    [425, 'later'],
    [429, 'later'],
    [301, 'later'],
    [307, 'later'],
    [500, 'later'],
    [503, 'later'],
  ])('%i means "%s"', (status, verdict) => {
    expect(verdictOf(status)).toBe(verdict)
  })
})

describe('an address that somebody else chose', () => {
  it.each(['8.8.8.8', '113.160.1.1', '2001:4860:4860::8888', '172.15.255.255', '172.32.0.1'])(
    'may be called on the internet (%s)',
    ip => {
      expect(mayCall(ip, false)).toBe(true)
    },
  )

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
  ])('is not called inside (%s) unless the setting says so', ip => {
    expect([mayCall(ip, false), mayCall(ip, true)]).toEqual([false, true])
  })

  it.each([
    '169.254.169.254',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::',
    'fe80::1',
    'ff02::1',
    'no address',
  ])('is never called at %s', ip => {
    expect([mayCall(ip, false), mayCall(ip, true)]).toEqual([false, false])
  })
})

describe("a hook's address", () => {
  it('is https, and is kept without what follows #', () => {
    expect(readHookUrl(' https://Zalo.sgd.gov.vn:8443/nhac?a=1#x ')).toEqual({
      url: 'https://zalo.sgd.gov.vn:8443/nhac?a=1',
    })
    expect(hostOf('https://zalo.sgd.gov.vn:8443/nhac')).toBe('zalo.sgd.gov.vn:8443')
  })

  it.each([
    ['', 'url'],
    ['zalo.sgd.gov.vn/nhac', 'url'],
    ['http://zalo.sgd.gov.vn/nhac', 'https'],
    ['http://127.0.0.1.evil.example/', 'https'],
    ['ftp://zalo.sgd.gov.vn/', 'https'],
    ['javascript:alert(1)', 'https'],
    ['https://a:b@zalo.sgd.gov.vn/', 'credentials'],
    [`https://zalo.sgd.gov.vn/${'x'.repeat(500)}`, 'long'],
  ])('is refused: %s', (typed, fault) => {
    expect(readHookUrl(typed)).toEqual({ fault })
  })

  it.each(['http://127.0.0.1:9000/x', 'http://localhost:9000/x', 'http://[::1]:9000/x'])(
    'may be plain http at this machine itself (%s)',
    typed => {
      expect(readHookUrl(typed)).toEqual({ url: typed })
    },
  )
})

describe("a browser's subscription", () => {
  const sound = {
    endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
    p256dh: vapid.publicKey,
    auth: 'AAAAAAAAAAAAAAAAAAAAAA',
  }

  it('is taken as the Push API gives it', () => {
    expect(readSubscription({ ...sound, expirationTime: '' })).toEqual(sound)
  })

  it.each([
    {},
    { ...sound, endpoint: 'http://fcm.googleapis.com/x' },
    { ...sound, endpoint: 'no address' },
    { ...sound, endpoint: `https://fcm.googleapis.com/${'x'.repeat(1000)}` },
    { ...sound, endpoint: ['https://a.example', 'https://b.example'] },
    { ...sound, p256dh: 'A'.repeat(87) },
    { ...sound, auth: 'short' },
  ])('is refused when it cannot be one (%#)', given => {
    expect(readSubscription(given)).toBeNull()
  })

  it.each([
    ['https://fcm.googleapis.com/x', /Chrome/],
    ['https://updates.push.services.mozilla.com/x', /Firefox/],
    ['https://wns2-sg2p.notify.windows.com/x', /Edge/],
    ['https://web.push.apple.com/x', /Safari/],
    ['https://push.googleapis.com.evil.example/x', /evil\.example/],
  ])('is named after whose service it uses (%s)', (endpoint, name) => {
    expect(nameOfDevice(endpoint, 'vi')).toMatch(name)
  })
})

describe('the settings of web push', () => {
  const production = {
    DATABASE_URL: 'postgres://ngay25:x@127.0.0.1:5432/ngay25',
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://ngay25.sgd.gov.vn',
    SESSION_SECRET: 'kT9#vQ2m!Lx7Rw4zPb8Ns3Jd6Hf1Gc5Y',
    SMTP_URL: 'smtps://u:p@smtp.sgd.gov.vn:465',
    MAIL_FROM: 'Ngày 25 <ngay25@sgd.gov.vn>',
  }
  const keys = { VAPID_PUBLIC_KEY: vapid.publicKey, VAPID_PRIVATE_KEY: vapid.privateKey }

  it('are both there or neither', () => {
    expect(readConfig(production)).toMatchObject({ vapid: null, webhookPrivate: false })
    expect(readConfig({ ...production, ...keys, WEBHOOK_PRIVATE: 'on' })).toMatchObject({
      vapid,
      webhookPrivate: true,
    })
    for (const one of Object.keys(keys))
      expect(() => readConfig({ ...production, ...keys, [one]: undefined })).toThrow(/VAPID/)
  })

  it('are refused when they are no keys', () => {
    expect(() => readConfig({ ...production, ...keys, VAPID_PRIVATE_KEY: 'x' })).toThrow(/VAPID_PRIVATE_KEY/)
  })
})
