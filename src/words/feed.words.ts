import type { Words } from './words.ts'

/** A person's due dates in their own calendar program. */
export const feed = {
  'feed.name': { vi: 'Ngày 25 – hạn gửi báo cáo', en: 'Ngày 25 – due dates' },
  'feed.officeTitle': {
    vi: 'Hạn gửi báo cáo tháng {month} của các đơn vị – {office}',
    en: 'Reports of {month} due – {office}',
  },
  'feed.cutOff': { vi: 'Số liệu tính đến ngày {day}.', en: 'Figures as of {day}.' },
  'feed.extended': {
    vi: 'Đơn vị được gia hạn đến ngày này.',
    en: 'The commune was given until this date.',
  },
  'feed.title': { vi: 'Hạn gửi trong lịch của tôi', en: 'Due dates in my calendar' },
  'feed.intro': {
    vi: 'Thêm địa chỉ này vào lịch trên điện thoại, Outlook hoặc Google Lịch; hạn gửi của mỗi tháng tự hiện ra, kể cả khi hạn được lùi vì ngày nghỉ hoặc được gia hạn.',
    en: 'Add this address to the calendar of your phone, Outlook or Google Calendar; each month’s due date then appears by itself, also when it moves.',
  },
  'feed.secret': {
    vi: 'Chỉ hiện một lần. Ai có địa chỉ này đều xem được hạn gửi, không xem được số liệu; đề nghị không chuyển cho người khác.',
    en: 'Shown once. Whoever has it sees the due dates, never the figures; please keep it to yourself.',
  },
  'feed.open': { vi: 'Mở trong ứng dụng lịch', en: 'Open in the calendar program' },
  'feed.since': { vi: 'Đang dùng, tạo lúc {time}.', en: 'In use since {time}.' },
  'feed.make': { vi: 'Lấy địa chỉ lịch', en: 'Get the address' },
  'feed.renew': { vi: 'Đổi địa chỉ mới', en: 'Get a new address' },
  'feed.renewHint': {
    vi: 'Đổi địa chỉ mới thì địa chỉ cũ hết hiệu lực.',
    en: 'A new address ends the old one.',
  },
  'feed.end': { vi: 'Ngừng dùng', en: 'End it' },
  'flash.feedMade': { vi: 'Đã tạo địa chỉ lịch.', en: 'The calendar address was made.' },
  'flash.feedEnded': { vi: 'Địa chỉ lịch đã hết hiệu lực.', en: 'The calendar address has ended.' },
  'audit.act.person.make-feed': { vi: 'lấy địa chỉ lịch', en: 'made a calendar address' },
  'audit.act.person.end-feed': { vi: 'ngừng dùng địa chỉ lịch', en: 'ended the calendar address' },
} as const satisfies Words
