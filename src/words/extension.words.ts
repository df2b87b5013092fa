import type { Words } from './words.ts'

/** More time for one commune and month. */
export const extension = {
  'extension.title': { vi: 'Gia hạn gửi báo cáo', en: 'Give more time' },
  'extension.text': {
    vi: 'Hạn hiện nay: {due}. Kể cả khi kỳ bị khóa, xã vẫn gửi được đến hết thời gian gia hạn.',
    en: 'Due at present: {due}. Even if the month is locked, the commune may send until the extension ends.',
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
    vi: 'Đề nghị nhập ngày và giờ kết thúc.',
    en: 'Please enter the day and time at which it ends.',
  },
  'extension.notLater': {
    vi: 'Thời điểm gia hạn phải sau hạn hiện nay ({due}). Đề nghị chọn thời điểm muộn hơn.',
    en: 'The extension must end after the present due date ({due}). Please choose a later end.',
  },
  'extension.past': {
    vi: 'Thời điểm này đã qua (bây giờ là {now}). Đề nghị chọn thời điểm sau lúc này.',
    en: 'That has passed (it is {now}). Please choose a later end.',
  },
  'extension.tooLong': {
    vi: 'Chỉ chọn được đến {latest}. Đề nghị kiểm tra lại năm, tháng.',
    en: 'It can last until {latest} at most. Please check the year and month.',
  },
} as const satisfies Words
