/** Delivery status notifications as mail servers write them; made up for the tests. */
export type Returned = {
  messageId: string
  recipient?: string
  action?: string
  status?: string
  diagnostic?: string
  /** Which part of the letter comes back, or none. */
  returns?: 'message/rfc822' | 'text/rfc822-headers' | null
  /** Headers of the notification itself. */
  headers?: string[]
}

export function returnedMail({
  messageId,
  recipient = 'y.lan@dakkoi.example',
  action = 'failed',
  status = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 <y.lan@dakkoi.example>: Recipient address rejected:\r\n    User unknown in virtual mailbox table',
  returns = 'message/rfc822',
  headers = [],
}: Returned): string {
  return [
    'From: MAILER-DAEMON@mx.dakkoi.example (Mail Delivery System)',
    'To: ngay25@sgd.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"',
    '',
    '--=_b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '--=_b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.dakkoi.example',
    'Arrival-Date: Wed, 25 Nov 2026 08:00:03 +0700 (+07)',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx.dakkoi.example',
    `Diagnostic-Code: ${diagnostic}`,
    '',
    ...(returns ? ['--=_b', `Content-Type: ${returns}`, '', ...letter(messageId)] : []),
    '--=_b--',
    '',
  ].join('\r\n')
}

const letter = (messageId: string): string[] => [
  'Received: from ngay25.sgd.example',
  `Message-ID:`,
  ` ${messageId}`,
  'Subject: =?UTF-8?B?W05o4bqvYyBiw6FvIGPDoW9d?=',
  '',
  'Kính gửi: UBND xã.',
]

export const holidayReply = (answers: string): string =>
  [
    'From: y.lan@dakkoi.example',
    'To: ngay25@sgd.example',
    'Subject: Re: [Nhac bao cao]',
    'Auto-Submitted: auto-replied',
    `In-Reply-To: ${answers}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Tôi đang nghỉ phép. Action: failed Status: 5.1.1',
    '',
  ].join('\r\n')
