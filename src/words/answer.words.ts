import type { Words } from './words.ts'

/** What the office does with requests, and with more time it gives by itself. */
export const answer = {
  'answer.waiting': {
    vi: 'Kỳ này: {count} đề nghị chờ trả lời.',
    en: 'Requests waiting for an answer this month: {count}.',
  },
  'answer.waitingElsewhere': {
    vi: 'Kỳ {month}: {count} đề nghị chờ trả lời.',
    en: '{month}: requests waiting for an answer: {count}.',
  },
  'answer.see': { vi: 'Xem và trả lời', en: 'See and answer' },
  'answer.link': { vi: 'Đề nghị của các xã', en: 'Requests of communes' },
  'answer.list': { vi: 'Đề nghị của các xã, kỳ tháng {month}', en: 'Requests of communes, {month}' },
  'answer.open': { vi: 'Chờ trả lời', en: 'Waiting' },
  'answer.noneOpen': { vi: 'Không có đề nghị nào chờ trả lời', en: 'No request waits' },
  'answer.noneOpenText': {
    vi: 'Xã gửi đề nghị từ trang báo cáo của mình; đề nghị mới hiện ở đây và trên bảng theo dõi.',
    en: 'Communes ask from their own page; new requests show here and on the board.',
  },
  'answer.done': { vi: 'Đã trả lời', en: 'Answered' },
  'answer.unit': { vi: 'Đơn vị', en: 'Commune' },
  'answer.asks': { vi: 'Đề nghị', en: 'Asks for' },
  'answer.reason': { vi: 'Lý do', en: 'Reason' },
  'answer.sent': { vi: 'Gửi lúc', en: 'Sent' },
  'answer.answer': { vi: 'Trả lời', en: 'Answer' },
  'answer.answerOf': { vi: 'Trả lời đề nghị của {unit}', en: 'Answer {unit}' },
  'answer.caption': { vi: '{unit}, kỳ tháng {month}', en: '{unit}, {month}' },
  'answer.back': { vi: 'Về danh sách đề nghị', en: 'Back to the requests' },
  'answer.title.extension': { vi: 'Trả lời đề nghị gia hạn', en: 'Answer a request for more time' },
  'answer.title.unlock': { vi: 'Trả lời đề nghị mở khóa', en: 'Answer a request to open the month' },
  'answer.fact.due': { vi: 'Hạn gửi hiện nay', en: 'Due at present' },
  'answer.fact.first': { vi: 'Lần gửi đầu', en: 'First sent' },
  'answer.fact.notSent': { vi: 'Chưa gửi', en: 'Not sent yet' },
  'answer.fact.onTime': { vi: '{at}, đúng hạn', en: '{at}, on time' },
  'answer.fact.late': { vi: '{at}, muộn{late}', en: '{at}, late{late}' },
  'answer.effect': { vi: 'Nếu đồng ý: {effect}', en: 'If granted: {effect}' },
  'answer.theEnd': { vi: 'thời gian nhập dưới đây', en: 'the end entered below' },
  'answer.day': { vi: 'Đồng ý đến ngày', en: 'Grant until (day)' },
  'answer.time': { vi: 'Đến giờ', en: 'Until (time)' },
  'answer.note': { vi: 'Lý do hoặc ghi chú', en: 'Reason or note' },
  'answer.noteHint': {
    vi: 'Bắt buộc khi không đồng ý. Xã đọc được câu này; không ghi họ tên học sinh.',
    en: 'Needed for a refusal. The commune reads it; do not name pupils.',
  },
  'answer.grant.extension': { vi: 'Đồng ý gia hạn', en: 'Give more time' },
  'answer.grant.unlock': { vi: 'Đồng ý mở khóa', en: 'Open the month' },
  'answer.refuse': { vi: 'Không đồng ý', en: 'Refuse' },
  'answer.refuseReason': {
    vi: 'Đề nghị nêu lý do không đồng ý để xã biết.',
    en: 'Please say why, so that the commune knows.',
  },
  'answer.already': {
    vi: 'Đề nghị này đã được trả lời hoặc rút lại, nên câu trả lời vừa rồi không được ghi. {standing}',
    en: 'This request was answered or taken back already, so nothing was written. {standing}',
  },

  'answer.unitOpened': {
    vi: 'Kỳ {month}: mở khóa đến {until}, hạn gửi không đổi',
    en: '{month}: opened until {until}; the due date stays',
  },
  'answer.unitBack': { vi: 'đã thu hồi lúc {at}', en: 'taken back at {at}' },

  'extension.earlier': { vi: 'Các lần gia hạn, mở khóa của kỳ này', en: 'Given for this month so far' },
  'extension.given': { vi: 'Gia hạn đến {until}', en: 'More time until {until}' },
  'extension.opened': {
    vi: 'Mở khóa đến {until}, hạn gửi không đổi',
    en: 'Opened until {until}; the due date stays',
  },
  'extension.givenBy': { vi: '{by}, {at}', en: '{by}, {at}' },
  'extension.back': { vi: 'Thu hồi', en: 'Take back' },
  'extension.backTitle': { vi: 'Thu hồi gia hạn', en: 'Take the time back' },
  'extension.backTitleOpen': { vi: 'Thu hồi việc mở khóa', en: 'Close the month again' },
  'extension.backText': {
    vi: 'Hạn gửi của xã trở lại là {due}. Báo cáo gửi sau hạn đó tính là muộn.',
    en: 'The commune’s report is due {due} again; what is sent later is late.',
  },
  'extension.backTextOpen': {
    vi: 'Nếu kỳ đang khóa thì xã không gửi, không sửa được nữa.',
    en: 'Where the month is locked, the commune can send and correct no more.',
  },
  'extension.backReason': { vi: 'Lý do thu hồi', en: 'Reason' },
  'extension.wasBack': {
    vi: '{by} đã thu hồi lúc {at}. Lý do: {reason}',
    en: 'Taken back by {by} at {at}. Reason: {reason}',
  },
  'extension.used': {
    vi: 'Xã đã gửi báo cáo trong thời gian gia hạn này nên không thu hồi được nữa. Lần gửi đã tính là đúng hạn.',
    en: 'The commune has reported within this time, so it can no longer be taken back.',
  },
  'extension.backAlready': {
    vi: 'Việc này đã được thu hồi trước đó; không cần làm gì thêm.',
    en: 'It was taken back already; there is nothing to do.',
  },
  'extension.asks': {
    vi: 'Xã đang có đề nghị chờ trả lời; gia hạn ở đây cũng là trả lời đồng ý đề nghị gia hạn đó.',
    en: 'The commune’s request waits; giving more time here also answers it.',
  },
  'extension.asksUnlock': {
    vi: 'Xã đang đề nghị mở khóa. Gia hạn ở đây dời cả hạn gửi; nếu chỉ cho sửa số liệu, đề nghị trả lời đề nghị của xã.',
    en: 'The commune asks to have the month opened. More time moves the due date too; to allow corrections only, answer its request.',
  },

  'extend.many': { vi: 'Gia hạn cho nhiều xã', en: 'More time for several communes' },
  'extend.manyText': {
    vi: 'Dùng khi nhiều xã cùng gặp mưa lũ, mất điện, mất mạng. Hạn chung: {due}. Báo cáo gửi trong thời gian gia hạn được tính là đúng hạn; mỗi xã thấy hạn mới và lý do ở trang của mình.',
    en: 'For a storm, a flood, a power cut that hits several. Due for all: {due}. A report sent within the extension counts as on time; each commune sees its new date and the reason.',
  },
  'extend.manyNobody': { vi: 'Không còn xã nào chưa gửi', en: 'Nobody is missing' },
  'extend.manyNobodyText': {
    vi: 'Chỉ xã chưa gửi báo cáo mới cần gia hạn; kỳ này các xã đã gửi đủ.',
    en: 'Only communes that have not reported need more time; here all have.',
  },
  'extend.whom': { vi: 'Xã chưa gửi', en: 'Communes that are missing' },
  'extend.whomHint': {
    vi: 'Chọn từng xã, hoặc chọn tất cả. Xã đã được gia hạn đến sau thời điểm này thì giữ hạn cũ của xã.',
    en: 'Tick some, or all. A commune with a later date of its own keeps it.',
  },
  'extend.all': { vi: 'Tất cả {count} xã chưa gửi', en: 'All {count} that are missing' },
  'extend.chooseOne': { vi: 'Đề nghị chọn ít nhất một xã.', en: 'Please tick at least one commune.' },
  'extend.nobodyGains': {
    vi: 'Các xã đã chọn đều có hạn bằng hoặc sau thời điểm này. Đề nghị chọn thời điểm muộn hơn.',
    en: 'All of these have that date or a later one already. Please choose a later end.',
  },
  'extend.ownDue': { vi: 'hạn riêng {due}', en: 'own date {due}' },
  'extend.press': { vi: 'Gia hạn cho các xã đã chọn', en: 'Give more time to those chosen' },

  'unlock.day': { vi: 'Mở đến ngày', en: 'Open until (day)' },
  'unlock.dayOptional': { vi: 'Mở đến ngày (không bắt buộc)', en: 'Open until (day, optional)' },
  'unlock.time': { vi: 'Đến giờ', en: 'Until (time)' },
  'unlock.ends': {
    vi: 'Hết thời gian mở, kỳ tự khóa lại. Hạn gửi không thay đổi: báo cáo gửi lần đầu trong thời gian mở vẫn tính là muộn.',
    en: 'Then the month locks again by itself. Due dates stay: a first report sent meanwhile is late.',
  },
  'unlock.endOptional': {
    vi: 'Để trống ngày và giờ thì kỳ mở đến khi được khóa lại.',
    en: 'Leave day and time empty to keep it open until it is locked again.',
  },
  'unlock.endNeeded': {
    vi: 'Kỳ này khóa theo thiết lập của cơ quan nên cần thời điểm kết thúc mở khóa. Đề nghị nhập ngày và giờ.',
    en: 'This month locks by the office’s settings, so it can be opened only for a time. Please enter day and time.',
  },
  'lock.requests': {
    vi: 'Còn {count} đề nghị của các xã chờ trả lời ở kỳ này ({units}). Khóa kỳ không trả lời các đề nghị đó.',
    en: 'Requests waiting for an answer in this month: {count} ({units}). Locking does not answer them.',
  },
  'board.reopened': {
    vi: 'Kỳ này được mở lại đến {until}, sau đó tự khóa lại.',
    en: 'This month is open again until {until}, then locks by itself.',
  },

  'letters.subject.answer': {
    vi: '[Trả lời đề nghị] Kỳ tháng {month} – {unitName}',
    en: '[Answer to your request] Month {month} – {unitName}',
  },
  'letters.headline.answer': {
    vi: 'Đề nghị của đơn vị đã được trả lời',
    en: 'Your request has been answered',
  },
  'letters.answerBody': {
    vi: 'Kính gửi: {unitName}. {office} đã trả lời đề nghị của đơn vị về kỳ báo cáo tháng {month}:',
    en: 'To: {unitName}. {office} has answered your request for {month}:',
  },
  'letters.buttonAnswer': { vi: 'Mở báo cáo tháng {month}', en: 'Open the report of {month}' },
  'reminders.kind.answer': { vi: 'trả lời đề nghị', en: 'answer to a request' },
  'reminders.because.wasAnswered': {
    vi: 'Đề nghị của đơn vị được trả lời lúc {moment}',
    en: 'The commune’s request was answered at {moment}',
  },

  'flash.requestGranted': {
    vi: 'Đã đồng ý. Xã thấy ngay câu trả lời.',
    en: 'Granted. The commune sees it at once.',
  },
  'flash.requestRefused': {
    vi: 'Đã trả lời không đồng ý. Xã thấy ngay lý do trên trang của mình và nhận được thư.',
    en: 'Refused. The commune sees the reason at once, and gets a letter.',
  },
  'flash.extendedMany': { vi: 'Đã gia hạn cho các xã đã chọn.', en: 'More time was given to those chosen.' },
  'flash.extendedSome': {
    vi: 'Đã gia hạn. Xã vốn có hạn muộn hơn, hoặc vừa gửi báo cáo, thì giữ nguyên.',
    en: 'More time was given. Those with a later date, or that have just reported, stay as they were.',
  },
  'flash.extensionBack': { vi: 'Đã thu hồi.', en: 'Taken back.' },

  'audit.act.request.grant': {
    vi: 'đồng ý đề nghị của {unit}, kỳ {month}, đến {until}',
    en: 'granted the request of {unit} for {month}, until {until}',
  },
  'audit.act.request.refuse': {
    vi: 'không đồng ý đề nghị của {unit}, kỳ {month}',
    en: 'refused the request of {unit} for {month}',
  },
  'audit.act.extension.withdraw': {
    vi: 'thu hồi gia hạn, mở khóa đến {until} của {unit}, kỳ {month}',
    en: 'took back what {unit} was given for {month} until {until}',
  },
  'audit.act.month.reopen': {
    vi: 'mở lại kỳ {month} của {unit} đến {until}',
    en: 'opened {month} of {unit} again until {until}',
  },
} as const satisfies Words
