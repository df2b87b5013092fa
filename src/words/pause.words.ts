import type { Words } from './words.ts'

/** An office's plan paused for a month, and taken up again. */
export const pause = {
  'reminders.pause': { vi: 'Tạm dừng một tháng', en: 'Pause for a month' },
  'reminders.pause.title': { vi: 'Tạm dừng nhắc', en: 'Pausing reminders' },
  'reminders.pause.intro': {
    vi: 'Trong tháng tạm dừng, thư theo kế hoạch không gửi, được ghi vào sổ kèm lý do và không gửi bù. “Nhắc ngay” và thư trả lại báo cáo vẫn gửi. Hạn báo cáo không thay đổi.',
    en: 'In a paused month no letter of the plan leaves; each is noted in the ledger with the reason, and is not sent later. Chases and returned reports still leave. The due date stays.',
  },
  'reminders.pause.month': { vi: 'Kỳ', en: 'Month' },
  'reminders.pause.reason': { vi: 'Lý do', en: 'Reason' },
  'reminders.pause.reasonHint': {
    vi: 'Đơn vị đọc được lý do này trong sổ thư. Nhiều nhất 300 ký tự.',
    en: 'Communes can read it in their ledger. 300 characters at most.',
  },
  'reminders.pause.press': { vi: 'Tạm dừng nhắc', en: 'Pause' },
  'reminders.pause.resume': { vi: 'Nhắc lại từ bây giờ', en: 'Resume from now' },
  'reminders.pause.resumeMonth': { vi: 'Nhắc lại kỳ {month}', en: 'Resume {month}' },
  'reminders.pause.list': { vi: 'Các tháng đang tạm dừng', en: 'Paused months' },
  'reminders.pause.none': { vi: 'Không có tháng nào tạm dừng.', en: 'No month is paused.' },
  'reminders.pause.line': {
    vi: 'Kỳ {month} tạm dừng nhắc: {reason}',
    en: '{month} is paused: {reason}',
  },
  'reminders.pause.by': { vi: '{name} tạm dừng lúc {time}.', en: 'Paused by {name} at {time}.' },
  'reminders.pause.calendar': {
    vi: 'Kỳ này đang tạm dừng, các thư còn lại sẽ không gửi. Lý do: {reason}',
    en: 'This month is paused; the letters still to come will not leave. Reason: {reason}',
  },
  'reminders.pause.today': {
    vi: 'Kỳ này đang tạm dừng nhắc: {reason}',
    en: 'This month is paused: {reason}',
  },
  'reminders.pause.noReason': { vi: 'Đề nghị ghi lý do tạm dừng.', en: 'Please give the reason.' },
  'reminders.pause.long': {
    vi: 'Lý do dài nhất {most} ký tự; đồng chí đã ghi {length}.',
    en: 'The reason may have {most} characters at most; it has {length}.',
  },
  'reminders.pause.noMonth': {
    vi: 'Đề nghị chọn một kỳ trong danh sách.',
    en: 'Please choose a month of the list.',
  },
  'reminders.pause.already': {
    vi: 'Kỳ {month} đã được tạm dừng.',
    en: '{month} is paused already.',
  },
  'flash.paused': { vi: 'Đã tạm dừng nhắc.', en: 'Reminders are paused.' },
  'flash.resumed': { vi: 'Đã mở lại việc nhắc.', en: 'Reminders are resumed.' },
  'audit.act.reminder.pause': {
    vi: 'tạm dừng nhắc kỳ {month} của {unit}',
    en: 'paused the reminders of {unit}, {month}',
  },
  'audit.act.reminder.resume': {
    vi: 'mở lại việc nhắc kỳ {month} của {unit}',
    en: 'resumed the reminders of {unit}, {month}',
  },
} as const satisfies Words
