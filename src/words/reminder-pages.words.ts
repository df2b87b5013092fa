import type { Words } from './words.ts'

/** The pages about reminders: today's letters, a commune's ledger, the chase, the plan. */
export const reminderPages = {
  'reminders.title': { vi: 'Nhắc báo cáo tháng {month}', en: 'Reminders for {month}' },
  'reminders.intro': {
    vi: 'Ai nhận thư gì vào lúc này, và vì sao. Thư gửi tự động trong giờ làm việc; đơn vị đã gửi báo cáo thì không nhắc nữa.',
    en: 'Who gets what at this moment, and why. Letters leave by themselves in office hours; whoever has reported gets none.',
  },
  'reminders.tick': { vi: 'Cổng rà soát lần gần nhất lúc {time}.', en: 'Last looked over at {time}.' },
  'reminders.at': { vi: 'Xem trước một thời điểm khác', en: 'Preview another moment' },
  'reminders.at.press': { vi: 'Xem', en: 'Show' },
  'reminders.at.wrong': {
    vi: 'Thời điểm không đúng. Đề nghị nhập ngày và giờ trong vòng hai năm, ví dụ 25/11/2026 08:00.',
    en: 'Not a moment within two years; for example 2026-11-25 08:00.',
  },
  'reminders.at.preview': {
    vi: 'Xem trước lúc {time}, chưa gửi gì.',
    en: 'Preview for {time}; nothing is sent.',
  },
  'reminders.now': { vi: 'Về hiện tại', en: 'Back to now' },
  'reminders.planLink': { vi: 'Kế hoạch nhắc', en: 'The plan' },
  'reminders.sends': { vi: 'Gửi ngay bây giờ ({count})', en: 'To be sent now ({count})' },
  'reminders.sends.none': {
    vi: 'Không có thư nào phải gửi lúc này.',
    en: 'No letter is owed at this moment.',
  },
  'reminders.others': { vi: 'Không gửi lúc này ({count})', en: 'Not now ({count})' },
  'reminders.failing': { vi: 'Thư chưa đến được ({count})', en: 'Letters that did not arrive ({count})' },
  'reminders.unit': { vi: 'Đơn vị', en: 'Unit' },
  'reminders.letter': { vi: 'Thư', en: 'Letter' },
  'reminders.recipient': { vi: 'Người nhận', en: 'Recipient' },
  'reminders.because': { vi: 'Vì sao', en: 'Why' },
  'reminders.status': { vi: 'Tình trạng', en: 'State' },
  'reminders.time': { vi: 'Lúc', en: 'When' },
  'reminders.status.claimed': { vi: 'Đang gửi', en: 'Being sent' },
  'reminders.status.sent': { vi: 'Đã gửi lúc {time}', en: 'Sent at {time}' },
  'reminders.status.retry': {
    vi: 'Đã thử {attempts} lần, thử lại lúc {time}: {error}',
    en: 'Tried {attempts} times, again at {time}: {error}',
  },
  'reminders.status.givenUp': {
    vi: 'Không gửi được sau {attempts} lần: {error}',
    en: 'Given up after {attempts} tries: {error}',
  },
  'reminders.status.refused': {
    vi: 'Máy chủ của người nhận từ chối: {error}',
    en: 'Refused by the server: {error}',
  },
  'reminders.status.skipped': { vi: 'Không gửi', en: 'Not sent' },
  'reminders.ledger.title': { vi: 'Sổ thư của {unit}', en: 'Letters to {unit}' },
  'reminders.ledger.none': { vi: 'Chưa có thư nào trong kỳ này', en: 'No letters this month' },
  'reminders.ledger.noneHint': {
    vi: 'Thư nhắc xuất hiện ở đây khi được gửi, hoặc khi Cổng quyết định không gửi.',
    en: 'Letters appear here when they are sent, or decided against.',
  },
  'reminders.chase.title': { vi: 'Nhắc ngay', en: 'Chase' },
  'reminders.chase.nobody': {
    vi: 'Chưa chọn đơn vị nào. Đề nghị đánh dấu ít nhất một đơn vị.',
    en: 'No unit is ticked. Please tick at least one.',
  },
  'reminders.chase.mailed': { vi: 'Đã nhắc ({count})', en: 'Chased ({count})' },
  'reminders.chase.notMailed': { vi: 'Không nhắc ({count})', en: 'Not chased ({count})' },
  'reminders.chase.again': { vi: 'Gửi lại', en: 'Send' },
  'reminders.chase.sentence': { vi: 'Lời nhắn thêm', en: 'A sentence of your own' },
  'reminders.chase.back': { vi: 'Về bảng theo dõi', en: 'Back to the board' },
  'reminders.plan.title': { vi: 'Kế hoạch nhắc báo cáo', en: 'The reminder plan' },
  'reminders.plan.intro': {
    vi: 'Chọn thư nào được gửi, trước hoặc sau hạn mấy ngày làm việc, vào giờ nào. Mỗi lần lưu là một bản mới; bản cũ vẫn được giữ.',
    en: 'Which letters leave, how many working days before or after the due date, at what hour. Each saving is a new edition.',
  },
  'reminders.plan.hours': {
    vi: 'Thư chỉ gửi từ {from} đến {to} ngày làm việc.',
    en: 'Letters leave between {from} and {to} on working days.',
  },
  'reminders.plan.by': { vi: 'Bản hiện hành do {name} lưu lúc {time}.', en: 'Saved by {name} at {time}.' },
  'reminders.plan.on': { vi: 'Gửi', en: 'Send' },
  'reminders.plan.days': { vi: 'Số ngày làm việc', en: 'Working days' },
  'reminders.plan.time': { vi: 'Giờ gửi', en: 'Time' },
  'reminders.plan.leader': { vi: 'Gửi cả lãnh đạo xã', en: 'The commune’s leader too' },
  'reminders.plan.office': { vi: 'Báo cả cơ quan nhận báo cáo', en: 'The office too' },
  'reminders.plan.save': { vi: 'Lưu kế hoạch', en: 'Save the plan' },
  'reminders.plan.wrong.days': {
    vi: 'Nhập số ngày làm việc từ 1 đến 10.',
    en: 'Enter 1 to 10 working days.',
  },
  'reminders.plan.wrong.hour': {
    vi: 'Nhập giờ từ 00:00 đến 23:59, ví dụ 08:00.',
    en: 'Enter a time such as 08:00.',
  },
  'reminders.plan.wrong.window': {
    vi: 'Giờ gửi phải từ 07:00 đến 17:30.',
    en: 'The time must lie between 07:00 and 17:30.',
  },
  'reminders.plan.wrong.twice': {
    vi: 'Đã có thư cùng số ngày này. Đề nghị chọn số ngày khác.',
    en: 'There is a letter on that day already.',
  },
  'reminders.plan.wrong.none': {
    vi: 'Phải giữ ít nhất một thư nhắc cho xã.',
    en: 'At least one letter to communes must stay on.',
  },
  'flash.planSaved': { vi: 'Đã lưu kế hoạch nhắc.', en: 'The plan is saved.' },
} as const satisfies Words
