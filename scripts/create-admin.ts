import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { codeInGroups } from '../src/people/invitation.rules.ts'
import { SHORTEST_PASSWORD } from '../src/people/password.ts'
import { say } from '../src/words/all.ts'
import { clean, formatTime } from '../src/words/vietnamese.ts'
import { fail, readArguments } from './arguments.ts'
import { openPortalForScript } from './open-portal.ts'

/**
 * Makes somebody an administrator of the whole portal and prints the code and link by which they set their password. A
 * password is never printed and never an argument (arguments are seen by everybody on the machine): it may come by
 * standard input. A second call changes nothing; it prints a new code while there is no password yet.
 */
const usage = 'Usage: npm run -s create-admin -- a@b.vn [--name "Nguyễn Văn A"] [--password-stdin] [--json]'

const { values, positionals } = readArguments(usage, {
  name: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  json: { type: 'boolean' },
})
const [email, ...others] = positionals
if (!email || others.length > 0) fail(`One mail address, please. ${usage}`)
if (!z.email().safeParse(email).success) fail(`"${email}" is not a mail address. ${usage}`)
const name = clean(values.name ?? email.slice(0, email.indexOf('@')))
if (name.length < 2 || name.length > 80) fail(`A name has 2 to 80 characters. ${usage}`)
const password = values['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : null
if (password !== null && password.length < SHORTEST_PASSWORD)
  fail(`A password has at least ${SHORTEST_PASSWORD} characters. ${usage}`)

const { deps, close } = await openPortalForScript()
const { createAdmin } = await import('../src/people/create-admin.ts')
try {
  const by = { actor: { id: null, name: say('vi', 'people.portal') }, now: deps.clock() }
  const { id: _, invitation, ...admin } = await createAdmin(deps, by, { email, name, password })
  const { code = null, url = null, expiresAt = null } = invitation ?? {}
  const shown = {
    ...admin,
    code: code && codeInGroups(code),
    link: url,
    expires: expiresAt?.toISOString() ?? null,
  }
  if (values.json) console.log(JSON.stringify(shown, null, 2))
  else for (const line of linesOf(shown, expiresAt)) console.log(line)
} finally {
  await close()
}

type Shown = {
  name: string
  email: string
  office: string
  created: boolean
  code: string | null
  link: string | null
}

function linesOf({ name, email, office, created, code, link }: Shown, expiresAt: Date | null): string[] {
  const key = created ? 'people.admin.created' : 'people.admin.there'
  const first = say('vi', key, { name, email, office })
  if (!code || !link || !expiresAt) return [first]
  return [first, say('vi', 'people.admin.code', { code, until: formatTime(expiresAt) }), link]
}
