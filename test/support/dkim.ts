import { createHash, createVerify, type KeyObject } from 'node:crypto'

/** A letter's signature checked by hand as RFC 6376 says, for `relaxed/relaxed` and rsa-sha256. */
export type Checked = { tags: Record<string, string>; body: boolean; head: boolean }

export function checkDkim(raw: Buffer, key: KeyObject): Checked {
  const text = raw.toString('binary')
  const cut = text.indexOf('\r\n\r\n')
  const fields = text.slice(0, cut).split(/\r\n(?![ \t])/)
  const field = fields.find(it => /^dkim-signature:/i.test(it)) ?? ''
  const tags = tagsOf(field.slice(field.indexOf(':') + 1))
  const hash = createHash('sha256')
    .update(relaxedBody(text.slice(cut + 4)), 'binary')
    .digest('base64')
  const left = [...fields]
  // Of several fields of one name the last stands for the first mention.
  const signed = (tags.h ?? '').split(':').flatMap(name => {
    const at = left.findLastIndex(it => it.toLowerCase().startsWith(`${name.trim().toLowerCase()}:`))
    return at < 0 ? [] : left.splice(at, 1)
  })
  const own = relaxedField(field.replace(/([;\s:]b=)[^;]*/, '$1'))
  const verify = createVerify('RSA-SHA256').update(
    `${signed.map(relaxedField).join('\r\n')}\r\n${own}`,
    'binary',
  )
  return { tags, body: hash === tags.bh, head: verify.verify(key, tags.b ?? '', 'base64') }
}

const tagsOf = (list: string): Record<string, string> =>
  Object.fromEntries(
    list.split(';').map(tag => {
      const at = tag.indexOf('=')
      return [tag.slice(0, at).trim(), tag.slice(at + 1).replace(/\s+/g, '')]
    }),
  )

function relaxedField(field: string): string {
  const at = field.indexOf(':')
  const value = field
    .slice(at + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
  return `${field.slice(0, at).trim().toLowerCase()}:${value.trim()}`
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map(line => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  const text = lines.join('\r\n').replace(/(\r\n)+$/, '')
  return text === '' ? '' : `${text}\r\n`
}
