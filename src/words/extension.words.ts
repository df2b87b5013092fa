import type { Words } from './words.ts'

/** More time for one commune and month. */
export const extension = {
  'extension.title': { vi: 'Gia hạn gửi báo cáo', en: 'Give more time' },
  'extension.text': {
    vi: 'Hạn hiện nay: {due}. Gửi trong thời gian gia hạn được tính là đúng hạn. Kỳ đã khóa thì xã này vẫn gửi được đến hết thời gian gia hạn.',
    en: 'Due at present: {due}. A report sent within the extension counts as on time. Where the month is locked, this commune may still send until the extension ends.',
  },
  'extension.day': { vi: 'Gia hạn đến ngày', en: 'Until (day)' },
  'extension.time': { vi: 'Đến giờ', en: 'Until (time)' },
  'extension.reason': { vi: 'Lý do gia hạn', en: 'Reason' },
  'extension.reasonHint': {
    vi: 'Ví dụ: mưa lũ mất điện từ ngày 20. Không ghi họ tên học sinh.',
    en: 'Such as: flood, no power since the 20th. Do not name pupils.',
  },
  'extension.press': { vi: 'Gia hạn', en: 'Give more time' },
  'extension.unreadable': {
    vi: 'Đề nghị nhập ngày và giờ kết thúc gia hạn.',
    en: 'Please enter the day and time at which the extension ends.',
  },
  'extension.notLater': {
    vi: 'Thời điểm gia hạn phải sau hạn hiện nay ({due}).',
    en: 'The extension must end after the present due date ({due}).',
  },
  'extension.past': {
    vi: 'Thời điểm gia hạn đã qua (bây giờ là {now}).',
    en: 'The extension would already have ended (it is {now}).',
  },
  'extension.tooLong': {
    vi: 'Chỉ gia hạn được đến {latest}. Đề nghị kiểm tra lại năm, tháng.',
    en: 'An extension can last until {latest} at most. Please check the year and month.',
  },
} as const satisfies Words
