import type { ParsedMail } from 'mailparser'
import { findPreview, listPreviews } from '../mail/preview.ts'
import type { Reach } from '../people/access.rules.ts'
import { say } from '../words/all.ts'
import { sendPage } from './page.ts'
import { notFound } from './problem.ts'
import type { Routes, Visit } from './routes.ts'

/** Newest letters shown; the trial's whole month fits. */
const SHOWN = 300

/**
 * A letter is shown in a frame that may run nothing and load nothing; its own inline style is all it has. Its links
 * open beside it, in a tab of their own, as they do in a mail program.
 */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
const LINKS_BESIDE = '<base target="_blank">'

/** The trial's inbox. Outside the trial there is none: these addresses are not found. */
export function mailPages(routes: Routes<Reach>): void {
  routes.open('get', '/mail', showInbox)
  routes.open('get', '/mail/:id', showLetter)
  routes.open('get', '/mail/:id/html', async visit => {
    const { mail } = await letterOf(visit)
    visit.res
      .set('Content-Security-Policy', LETTER_POLICY)
      .type('html')
      .send(`${LINKS_BESIDE}${mail.html || ''}`)
  })
  routes.open('get', '/mail/:id/attachments/:number', sendAttachment)
}

async function showInbox({ req, res, deps, lang }: Visit): Promise<void> {
  if (!deps.config.trial) throw notFound()
  sendPage(
    req,
    res,
    'mail/inbox',
    { title: say(lang, 'mail.inbox') },
    { letters: await listPreviews(deps.db, SHOWN) },
  )
}

async function showLetter(visit: Visit): Promise<void> {
  const { line, mail } = await letterOf(visit)
  const attachments = mail.attachments.map((it, index) => ({
    href: `/mail/${line.id}/attachments/${index}`,
    name: it.filename ?? say(visit.lang, 'mail.attachment'),
    size: Math.ceil(it.size / 1024),
  }))
  const model = {
    line,
    attachments,
    from: mail.from?.text ?? '',
    text: mail.text ?? '',
    frame: `/mail/${line.id}/html`,
  }
  sendPage(visit.req, visit.res, 'mail/letter', { title: line.subject }, model)
}

async function sendAttachment(visit: Visit): Promise<void> {
  const { mail } = await letterOf(visit)
  const file = mail.attachments[Number(visit.req.params.number)]
  if (!file) throw notFound()
  visit.res
    .attachment(file.filename ?? 'tep')
    .type('application/octet-stream')
    .send(file.content)
}

async function letterOf({
  deps,
  req,
}: Visit): Promise<{ line: { id: number; at: Date; recipient: string; subject: string }; mail: ParsedMail }> {
  const id = String(req.params.id)
  const found = deps.config.trial && /^\d{1,9}$/.test(id) ? await findPreview(deps.db, Number(id)) : null
  if (!found) throw notFound()
  const { raw, ...line } = found
  const { simpleParser } = await import('mailparser')
  return { line, mail: await simpleParser(raw) }
}
