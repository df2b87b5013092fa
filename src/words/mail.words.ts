import type { Words } from './words.ts'

/** The trial's inbox. */
export const mail = {
  'mail.inbox': { vi: 'Hộp thư dùng thử', en: 'Trial inbox' },
  'mail.intro': {
    vi: 'Trong bản dùng thử, thư không rời máy này: mọi thư Cổng gửi đi nằm ở đây.',
    en: 'In the trial no letter leaves this machine: all that the portal sends is here.',
  },
  'mail.empty': { vi: 'Chưa có thư nào', en: 'No letters yet' },
  'mail.emptyHint': {
    vi: 'Thư nhắc gửi từ 7:00 đến 17:30 ngày làm việc; liên kết đăng nhập gửi ngay khi yêu cầu.',
    en: 'Reminders leave on working days from 7:00 to 17:30; sign-in links at once.',
  },
  'mail.back': { vi: 'Về hộp thư', en: 'Back to the inbox' },
  'mail.from': { vi: 'Từ', en: 'From' },
  'mail.to': { vi: 'Đến', en: 'To' },
  'mail.attachments': { vi: 'Tệp đính kèm', en: 'Attachments' },
  'mail.attachment': { vi: 'tệp đính kèm', en: 'attachment' },
  'mail.asPage': { vi: 'Thư như người nhận thấy', en: 'The letter as received' },
  'mail.asText': { vi: 'Bản chữ', en: 'As text' },
} as const satisfies Words
