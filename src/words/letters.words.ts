import type { Words } from './words.ts'

/** What reminders and digests say (see data/templates-vi.md for the source of the commune's letter). */
export const letters = {
  'letters.subject.due': {
    vi: '[Nhắc báo cáo] Kỳ tháng {month} – hạn {day} – {unitName}',
    en: '[Report reminder] Month {month} – due {day} – {unitName}',
  },
  'letters.subject.overdue': {
    vi: '[Nhắc báo cáo] Kỳ tháng {month} – quá hạn {day} – {unitName}',
    en: '[Report reminder] Month {month} – overdue since {day} – {unitName}',
  },
  'letters.subject.returned': {
    vi: '[Trả lại báo cáo] Kỳ tháng {month} – {unitName}',
    en: '[Report returned] Month {month} – {unitName}',
  },
  'letters.subject.digest': {
    vi: '[Tổng hợp báo cáo] Kỳ tháng {month} – {reported}/{expected} đơn vị đã gửi – {office}',
    en: '[Digest] Month {month} – {reported}/{expected} reported – {office}',
  },
  'letters.subject.missing': {
    vi: '[Chưa báo cáo] Kỳ tháng {month} – còn {missing}/{expected} đơn vị chưa gửi – {office}',
    en: '[Missing] Month {month} – {missing}/{expected} not reported – {office}',
  },
  'letters.subject.bounce': {
    vi: '[Địa chỉ thư hỏng] {unitName} – {email}',
    en: '[Address does not work] {unitName} – {email}',
  },
  'letters.due': { vi: 'Hạn gửi: {time}, {weekday}, ngày {day}', en: 'Due {time}, {weekday}, {day}' },
  'letters.wasDue': {
    vi: 'Hạn gửi đã qua: {time}, {weekday}, ngày {day}',
    en: 'Was due {time}, {weekday}, {day}',
  },
  'letters.headline.opening': { vi: 'Kỳ báo cáo đã mở', en: 'The month is open' },
  'letters.headline.left': { vi: 'Còn {days} ngày làm việc đến hạn', en: '{days} working days left' },
  'letters.headline.today': { vi: 'Hôm nay là hạn gửi báo cáo', en: 'The report is due today' },
  'letters.headline.justOver': { vi: 'Báo cáo đã quá hạn', en: 'The report is overdue' },
  'letters.headline.overdue': {
    vi: 'Báo cáo đã quá hạn {days} ngày làm việc',
    en: 'The report is {days} working days overdue',
  },
  'letters.headline.chase': { vi: 'Đề nghị đơn vị gửi báo cáo', en: 'Please send the report' },
  'letters.headline.chaseLate': {
    vi: 'Đề nghị đơn vị gửi ngay báo cáo đã quá hạn',
    en: 'Please send the overdue report now',
  },
  'letters.headline.returned': {
    vi: 'Báo cáo được trả lại để chỉnh sửa',
    en: 'The report was returned for correction',
  },
  'letters.body': {
    vi: 'Kính gửi: {unitName}. Đề nghị đồng chí nhập và gửi về {office} báo cáo số học sinh tốt nghiệp THCS không tham gia học GDPT/GDTX, chưa học nghề kỳ tháng {month} (số liệu tính đến ngày {cutOff}).',
    en: 'To: {unitName}. Please fill in and send to {office} the report of lower-secondary graduates neither studying nor in vocational training for {month} (as of {cutOff}).',
  },
  'letters.returnedBody': {
    vi: 'Kính gửi: {unitName}. {office} đã xem báo cáo kỳ tháng {month} và trả lại để đơn vị chỉnh sửa, gửi lại. Số liệu đã gửi vẫn được tính cho đến khi đơn vị gửi lại.',
    en: 'To: {unitName}. {office} has read the report for {month} and returned it for correction. The figures sent keep counting until it is sent again.',
  },
  'letters.dueBecause': { vi: 'Vì sao hạn là ngày này: {because}.', en: 'Why this date: {because}.' },
  'letters.state': { vi: 'Trạng thái hiện tại: {state}.', en: 'State: {state}.' },
  'letters.note': { vi: 'Lời nhắn của {by}: “{note}”', en: 'From {by}: “{note}”' },
  'letters.reason': { vi: 'Lý do trả lại: “{note}”', en: 'Reason: “{note}”' },
  'letters.button': { vi: 'Mở biểu báo cáo tháng {month}', en: 'Open the form of {month}' },
  'letters.buttonCorrect': { vi: 'Mở báo cáo tháng {month} để sửa', en: 'Open the report of {month}' },
  'letters.linkUntil': {
    vi: '(Liên kết dùng một lần, không cần mật khẩu, đến {time} ngày {day}.)',
    en: '(The link works once, without a password, until {time}, {day}.)',
  },
  'letters.linkDays': {
    vi: '(Liên kết dùng một lần, không cần mật khẩu, trong {days} ngày làm việc.)',
    en: '(The link works once, without a password, for {days} working days.)',
  },
  'letters.nil': {
    vi: 'Nếu không có học sinh thuộc diện báo cáo, đề nghị nhập số 0 và vẫn gửi. Nếu đơn vị đã gửi, xin bỏ qua thư này.',
    en: 'If there is nobody to report, please enter 0 and send it all the same. If it has been sent already, please ignore this letter.',
  },
  'letters.calendar.title': {
    vi: 'Hạn gửi báo cáo tháng {month} – {unitName}',
    en: 'Report of {month} due – {unitName}',
  },
  'letters.calendar.text': {
    vi: 'Báo cáo số học sinh tốt nghiệp THCS không đi học, chưa học nghề; gửi {office} trên Cổng Ngày 25.',
    en: 'Report of lower-secondary graduates neither studying nor training, to {office} on the portal Ngày 25.',
  },
  'letters.contact': { vi: 'Đầu mối hỗ trợ: {contact}.', en: 'Contact: {contact}.' },
  'letters.foot': {
    vi: 'Thư gửi tự động từ Cổng Ngày 25 của {office}; xin không trả lời thư này và không gửi danh sách học sinh qua thư.',
    en: 'Sent by the portal Ngày 25 of {office}; please do not reply, and never send lists of pupils by mail.',
  },
  'letters.footReply': {
    vi: 'Thư gửi tự động từ Cổng Ngày 25; thư trả lời sẽ đến đầu mối của {office}. Xin không gửi danh sách học sinh qua thư.',
    en: 'Sent by the portal Ngày 25; replies reach the contact at {office}. Please never send lists of pupils by mail.',
  },
  'letters.digest.title': { vi: 'Tổng hợp tình hình báo cáo tháng {month}', en: 'Reports of {month}' },
  'letters.digest.titleMissing': {
    vi: 'Đơn vị chưa báo cáo tháng {month}',
    en: 'Communes that have not reported for {month}',
  },
  'letters.digest.lead': {
    vi: '{office}, tính đến {at} (hạn gửi {due}):',
    en: '{office}, as of {at} (due {due}):',
  },
  'letters.digest.expected': { vi: 'Phải báo cáo', en: 'Expected' },
  'letters.digest.reported': { vi: 'Đã gửi', en: 'Reported' },
  'letters.digest.onTime': { vi: 'Đúng hạn', en: 'On time' },
  'letters.digest.late': { vi: 'Muộn', en: 'Late' },
  'letters.digest.returned': { vi: 'Đang trả lại', en: 'Returned' },
  'letters.digest.missing': { vi: 'Chưa gửi', en: 'Missing' },
  'letters.digest.sums': {
    vi: 'Số liệu cộng từ các đơn vị đã gửi',
    en: 'Sums of those who have reported',
  },
  'letters.digest.now': { vi: 'Tháng này', en: 'This month' },
  'letters.digest.before': { vi: 'Tháng trước', en: 'Month before' },
  'letters.digest.sum.graduates': { vi: 'Đã tốt nghiệp THCS', en: 'Graduates' },
  'letters.digest.sum.neither': { vi: 'Không đi học, chưa học nghề', en: 'Neither studying nor training' },
  'letters.digest.sum.unknown': { vi: 'Chưa rõ', en: 'Unknown' },
  'letters.digest.sumsNote': {
    vi: 'Đơn vị chưa gửi không được tính là 0; hai tháng có thể khác nhau về số đơn vị đã gửi.',
    en: 'A commune that has not reported is not counted as 0; the two months may differ in how many have.',
  },
  'letters.digest.missingList': { vi: 'Đơn vị chưa gửi:', en: 'Missing:' },
  'letters.digest.nobodyMissing': { vi: 'Tất cả đơn vị đã gửi báo cáo.', en: 'Everybody has reported.' },
  'letters.digest.lateList': { vi: 'Đơn vị gửi muộn:', en: 'Late:' },
  'letters.digest.file': { vi: 'Kèm theo: bảng tổng hợp {name}.', en: 'Attached: {name}.' },
  'letters.digest.button': { vi: 'Mở bảng theo dõi', en: 'Open the board' },
  'letters.digest.foot': {
    vi: 'Thư gửi tự động từ Cổng Ngày 25 theo kế hoạch nhắc của cơ quan.',
    en: 'Sent by the portal Ngày 25 by the office’s plan.',
  },
  'letters.digest.footOf': {
    vi: 'Thư gửi tự động từ Cổng Ngày 25 theo kế hoạch nhắc của {office}.',
    en: 'Sent by the portal Ngày 25 by the plan of {office}.',
  },
  'letters.bounce.title': {
    vi: 'Địa chỉ thư của {unitName} không nhận được thư',
    en: 'An address of {unitName} takes no mail',
  },
  'letters.bounce.lead': {
    vi: 'Thư nhắc báo cáo tháng {month} gửi đồng chí {person} ({unitName}), địa chỉ {email}, đã bị trả lại. Cổng không gửi tới địa chỉ này nữa.',
    en: 'The reminder for {month} to {person} ({unitName}) at {email} came back. The portal writes there no longer.',
  },
  'letters.bounce.said': {
    vi: 'Máy chủ thư trả lời: {diagnostic}',
    en: 'The mail server said: {diagnostic}',
  },
  'letters.bounce.next': {
    vi: 'Thư nhắc được gửi thay cho đồng chí {nextPerson} của đơn vị.',
    en: 'Reminders go to {nextPerson} of the commune instead.',
  },
  'letters.bounce.nobody': {
    vi: '{unitName} không còn ai nhận được thư nhắc. Đề nghị gọi điện trước ngày đến hạn.',
    en: 'Nobody of {unitName} can be reached by mail any more. Please call before the due date.',
  },
  'letters.bounce.ask': {
    vi: 'Đề nghị hỏi lại và sửa địa chỉ của người này, hoặc mời người khác.',
    en: 'Please ask for the right address, or invite somebody else.',
  },
  'letters.bounce.button': { vi: 'Xem đơn vị chưa liên lạc được', en: 'Open the unreachable communes' },
} as const satisfies Words
