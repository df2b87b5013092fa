import type { Words } from './words.ts'

/** What a commune asks for: more time, or a closed month opened. The office's side is in answer.words. */
export const request = {
  'lateness.day': { vi: '1 ngày làm việc', en: 'by 1 working day' },
  'lateness.days': { vi: '{days} ngày làm việc', en: 'by {days} working days' },
  'lateness.sameDay': { vi: 'trong ngày', en: 'within the day' },
  'lateness.underDay': { vi: 'chưa đến 1 ngày làm việc', en: 'by less than a working day' },

  'lateness.remark': {
    vi: 'Gửi muộn {days} ngày làm việc, ngày {day}',
    en: 'Late by {days} working days, on {day}',
  },

  'request.title': { vi: '{what}, kỳ tháng {month}', en: '{what}, {month}' },
  'request.ask.extension': { vi: 'Đề nghị gia hạn', en: 'Ask for more time' },
  'request.ask.unlock': { vi: 'Đề nghị mở khóa', en: 'Ask to open the month' },
  'request.back': { vi: 'Về báo cáo kỳ tháng {month}', en: 'Back to the report for {month}' },
  'request.day': { vi: 'Đến ngày', en: 'Until (day)' },
  'request.time': { vi: 'Đến giờ', en: 'Until (time)' },
  'request.reason': { vi: 'Lý do', en: 'Reason' },
  'request.reasonHint': {
    vi: 'Một hoặc hai câu, ví dụ: mưa lũ, mất điện từ ngày 20. Không ghi họ tên học sinh.',
    en: 'One or two sentences, such as: flood, no power since the 20th. Do not name pupils.',
  },
  'request.press.extension': { vi: 'Gửi đề nghị gia hạn', en: 'Ask for more time' },
  'request.press.unlock': { vi: 'Gửi đề nghị mở khóa', en: 'Ask to open the month' },
  'request.whom': { vi: 'Nơi trả lời: {whom}.', en: 'Answered by: {whom}.' },
  'request.openUntil': {
    vi: 'Kỳ đang mở đến {until}, sau đó khóa lại.',
    en: 'The month is open until {until}, then locked again.',
  },
  'request.agreedEnd': { vi: 'thời gian được đồng ý', en: 'the end agreed to' },
  'request.ifGranted': { vi: 'Nếu được đồng ý: {effect}', en: 'If granted: {effect}' },
  'request.latest': { vi: 'Đề nghị gần nhất', en: 'The latest request' },
  'request.again': { vi: 'Đề nghị lần nữa', en: 'Ask again' },
  'request.fact.wished': { vi: 'Đề nghị đến', en: 'Until' },
  'request.fact.reason': { vi: 'Lý do', en: 'Reason' },
  'request.fact.by': { vi: 'Người đề nghị', en: 'Asked by' },
  'request.fact.at': { vi: 'Gửi lúc', en: 'Asked at' },
  'request.withdraw': { vi: 'Rút lại đề nghị', en: 'Take the request back' },
  'request.earlier': { vi: 'Các đề nghị trước của kỳ này', en: 'Earlier requests for this month' },
  'request.entry': { vi: '{by} đề nghị lúc {at}: {reason}', en: 'Asked by {by} at {at}: {reason}' },
  'request.others': { vi: 'Đề nghị của các kỳ trước', en: 'Requests for earlier months' },
  'request.see': { vi: 'Xem đề nghị', en: 'See the request' },

  'request.asked.extension': { vi: 'Đề nghị gia hạn đến {until}', en: 'Request for more time until {until}' },
  'request.asked.unlock': {
    vi: 'Đề nghị mở khóa đến {until}',
    en: 'Request to open the month until {until}',
  },
  'request.waiting': {
    vi: '{asked}, gửi lúc {at}, đang chờ {whom} trả lời.',
    en: '{asked}, sent at {at}, waits for {whom}.',
  },
  'request.granted.extension': {
    vi: '{by} đã đồng ý gia hạn đến {until} (trả lời lúc {at}).',
    en: '{by} gave more time until {until} (answered at {at}).',
  },
  'request.granted.unlock': {
    vi: '{by} đã đồng ý mở khóa đến {until} (trả lời lúc {at}).',
    en: '{by} opened the month until {until} (answered at {at}).',
  },
  'request.refused': {
    vi: '{asked}: {by} không đồng ý (trả lời lúc {at}). Lý do: {reason}',
    en: '{asked}: refused by {by} (answered at {at}). Reason: {reason}',
  },
  'request.takenBack': {
    vi: '{asked}: đã được đồng ý, sau đó bị thu hồi lúc {at}. Lý do: {reason}',
    en: '{asked}: granted, and taken back at {at}. Reason: {reason}',
  },
  'request.wasWithdrawn': {
    vi: '{asked}: {by} đã rút lại lúc {at}.',
    en: '{asked}: taken back by {by} at {at}.',
  },
  'request.note': { vi: 'Cơ quan ghi chú: {note}', en: 'The office’s note: {note}' },

  'request.effect.more.unsent': {
    vi: 'Báo cáo gửi lần đầu đến hết {until} được tính là đúng hạn.',
    en: 'A first report sent by {until} counts as on time.',
  },
  'request.effect.more.onTime': {
    vi: 'Báo cáo đã gửi lần đầu lúc {at}, đúng hạn và vẫn là đúng hạn; thời gian thêm chỉ để gửi bản chỉnh sửa.',
    en: 'The first report came at {at}, on time, and stays so; the time is for corrections only.',
  },
  'request.effect.more.late': {
    vi: 'Báo cáo đã gửi lần đầu lúc {at} vẫn tính là muộn{late}, vì lần gửi đầu quyết định đúng hạn hay muộn; thời gian thêm chỉ để gửi bản chỉnh sửa.',
    en: 'The first report came at {at} and stays late{late}, since the first one decides; the time is for corrections only.',
  },
  'request.effect.open.unsent': {
    vi: 'Kỳ mở cho xã đến hết {until}. Hạn gửi vẫn là {due}, nên báo cáo gửi lần đầu sau hạn vẫn tính là muộn.',
    en: 'The month is open to the commune until {until}. It stays due {due}, so a first report sent after that is late.',
  },
  'request.effect.open.onTime': {
    vi: 'Kỳ mở cho xã đến hết {until} để gửi bản chỉnh sửa. Báo cáo đã gửi lần đầu lúc {at} vẫn là đúng hạn.',
    en: 'The month is open to the commune until {until}, for corrections. The first report, of {at}, stays on time.',
  },
  'request.effect.open.late': {
    vi: 'Kỳ mở cho xã đến hết {until} để gửi bản chỉnh sửa. Báo cáo đã gửi lần đầu lúc {at} vẫn tính là muộn{late}.',
    en: 'The month is open to the commune until {until}, for corrections. The first report, of {at}, stays late{late}.',
  },

  'request.moved.extension': {
    vi: 'Kỳ này vừa được mở khóa nên không cần đề nghị mở khóa nữa. Nếu cần thêm thời gian, đề nghị kiểm tra lại và bấm gửi.',
    en: 'The month was opened meanwhile. If you need more time, please check and press again.',
  },
  'request.moved.unlock': {
    vi: 'Kỳ này vừa bị khóa nên đề nghị trở thành đề nghị mở khóa. Đề nghị xem lại hiệu lực bên dưới rồi bấm gửi.',
    en: 'The month was locked meanwhile, so this asks to open it. Please read what that does, and press again.',
  },
  'request.answeredAlready': {
    vi: '{by} đã trả lời đề nghị này lúc {at}; không thay đổi được nữa.',
    en: '{by} answered this request at {at}; it cannot be changed any more.',
  },
  'request.noneOpen': {
    vi: 'Đề nghị này không còn chờ trả lời. Tình trạng hiện nay ghi ở trang này.',
    en: 'This request waits no longer. This page shows how things stand.',
  },
  'problem.requestTooEarly': {
    vi: 'Kỳ {month} nhận báo cáo từ ngày {day} nên chưa có gì để gia hạn hoặc mở khóa',
    en: '{month} takes reports from {day} on, so there is nothing to extend or open yet',
  },
  'problem.requestTooEarly.advice': {
    vi: 'Từ ngày đó, nếu cần thêm thời gian, đề nghị gửi đề nghị tại trang này.',
    en: 'From that day on you can ask here, if you need more time.',
  },

  'flash.requestSent': { vi: 'Đã gửi đề nghị.', en: 'The request is sent.' },
  'flash.requestThere': {
    vi: 'Kỳ này đã có một đề nghị đang chờ trả lời; mỗi kỳ một đề nghị.',
    en: 'A request for this month waits already; there is one at a time.',
  },
  'flash.requestWithdrawn': { vi: 'Đã rút lại đề nghị.', en: 'The request is taken back.' },

  'audit.act.request.ask-time': {
    vi: 'đề nghị gia hạn cho {unit}, kỳ {month}, đến {until}',
    en: 'asked for more time for {unit}, {month}, until {until}',
  },
  'audit.act.request.ask-unlock': {
    vi: 'đề nghị mở khóa kỳ {month} cho {unit}, đến {until}',
    en: 'asked to open {month} for {unit}, until {until}',
  },
  'audit.act.request.withdraw': {
    vi: 'rút lại đề nghị của {unit}, kỳ {month}',
    en: 'took back the request of {unit} for {month}',
  },
} as const satisfies Words
