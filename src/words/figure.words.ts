import type { Words } from './words.ts'

/** Where a figure comes from. */
export const figure = {
  'figure.title': { vi: 'Nguồn số liệu: {label}', en: 'Where this comes from: {label}' },
  'figure.place': { vi: '{name}, kỳ {month}', en: '{name}, {month}' },
  'figure.copy': { vi: 'bản số {number}', en: 'copy no. {number}' },
  'figure.moved': {
    vi: 'Bản số {number} ghi theo số liệu lúc lập bản. Hiện nay ô này là {now}.',
    en: 'Copy no. {number} has the figure of when it was made. The cell is now {now}.',
  },
  'figure.toNow': { vi: 'Xem nguồn của số hiện nay', en: 'Where the figure of now comes from' },
  'figure.back': { vi: 'Về bảng tổng hợp', en: 'To the consolidation' },
  'figure.backToCopy': { vi: 'Về bản đã lập', en: 'To the copy' },
  'figure.sumAll': {
    vi: 'Tổng của {reported}/{expected} đơn vị; tất cả đã báo cáo.',
    en: 'The sum of {reported} of {expected} communes; all have reported.',
  },
  'figure.sumMissing': {
    vi: 'Tổng của {reported}/{expected} đơn vị đã báo cáo. {missing} đơn vị chưa báo cáo không có trong tổng, không tính là 0.',
    en: 'The sum of {reported} of {expected} communes. The {missing} that have not reported are not in it, nor counted as 0.',
  },
  'figure.numbering': {
    vi: 'Theo biểu mẫu, cột {numbering}.',
    en: 'By the form, column {numbering}.',
  },
  'figure.parts': { vi: 'Số liệu được cộng', en: 'What is added' },
  'figure.value': { vi: 'Số liệu', en: 'Figure' },
  'figure.versionHead': { vi: 'Lần gửi', en: 'Version' },
  'figure.by': { vi: 'Người gửi', en: 'Sent by' },
  'figure.at': { vi: 'Thời điểm gửi', en: 'Sent at' },
  'figure.corrected': { vi: 'Đính chính: {reason}', en: 'Corrected: {reason}' },
  'figure.none': {
    vi: 'Đơn vị chưa báo cáo kỳ này nên ô để trống; không tính là 0.',
    en: 'The commune has not reported this month, so the cell is empty; it is not 0.',
  },
  'figure.versions': { vi: 'Các lần gửi', en: 'Versions' },
  'figure.version': { vi: 'Lần {number}: {value}', en: 'Version {number}: {value}' },
  'figure.counts': { vi: 'đang được tính', en: 'counts now' },
  'figure.countsInCopy': { vi: 'được tính trong bản này', en: 'counted in this copy' },
  'figure.sent': {
    vi: '{by} gửi lúc {at}, {way}, số {receipt}',
    en: 'sent by {by} at {at}, {way}, no. {receipt}',
  },
  'figure.way.form': { vi: 'nhập trên Cổng', en: 'typed in the portal' },
  'figure.way.excel': { vi: 'nộp bằng tệp Excel', en: 'by Excel file' },
  'figure.way.office': {
    vi: 'cơ quan nhập từ tệp Excel của xã',
    en: 'entered by the office from the commune’s file',
  },
  'figure.changed': { vi: 'Thay đổi: {before} → {after}', en: 'Changed: {before} → {after}' },
  'figure.unchanged': {
    vi: 'Ô này không đổi so với lần trước.',
    en: 'This cell is as in the version before.',
  },
  'figure.why': { vi: 'Lý do đính chính: {reason}', en: 'Why it was corrected: {reason}' },
  'figure.boxes': { vi: 'Gồm: {sum}.', en: 'Made of: {sum}.' },
  'figure.box': { vi: '{value} (tốt nghiệp {cohort})', en: '{value} (graduated {cohort})' },
  'figure.explained': { vi: 'Giải trình: {text}', en: 'Explanation: {text}' },
  'figure.returned': {
    vi: '{by} trả lại lúc {at}. Lý do: {reason}',
    en: '{by} returned it at {at}. Reason: {reason}',
  },
  'figure.accepted': { vi: '{by} tiếp nhận lúc {at}.', en: '{by} accepted it at {at}.' },
  'figure.receipt': { vi: 'Biên nhận', en: 'Receipt' },
  'figure.report': { vi: 'Báo cáo của đơn vị', en: 'The commune’s report' },
  'figure.allVersions': { vi: 'So sánh các lần gửi', en: 'Compare the versions' },
  'figure.hint': {
    vi: 'Bấm vào số để xem nguồn: lần gửi, người gửi, lý do đính chính.',
    en: 'Press a figure to see where it comes from: version, sender, reason of a correction.',
  },
  'figure.find': { vi: 'Tra nguồn số liệu', en: 'Look up a figure' },
  'figure.findUnit': { vi: 'Đơn vị', en: 'Commune' },
  'figure.findColumn': { vi: 'Chỉ tiêu', en: 'Indicator' },
  'figure.findPress': { vi: 'Xem nguồn', en: 'Look it up' },
} satisfies Words
