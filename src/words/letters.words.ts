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
  'letters.greeting': { vi: 'Kính gửi: {unitName}.', en: 'To: {unitName}.' },
  'letters.body': {
    vi: 'Báo cáo số học sinh tốt nghiệp THCS không tham gia học GDPT/GDTX, chưa học nghề kỳ tháng {month} (số liệu tính đến ngày {cutOff}) gửi {office} đến hạn lúc {time}, {weekday}, ngày {day}.',
    en: 'The report of lower-secondary graduates neither studying nor in vocational training for {month} (as of {cutOff}) is due to {office} at {time}, {weekday}, {day}.',
  },
  'letters.returnedBody': {
    vi: '{office} đã xem báo cáo kỳ tháng {month} của đơn vị và trả lại để chỉnh sửa. Số liệu đã gửi vẫn được tính cho đến khi đơn vị gửi lại.',
    en: '{office} has read the report for {month} and returned it for correction. The figures sent keep counting until it is sent again.',
  },
  'letters.dueBecause': { vi: 'Vì sao hạn là ngày này: {because}.', en: 'Why this date: {because}.' },
  'letters.state': { vi: 'Trạng thái hiện tại: {state}.', en: 'State: {state}.' },
  'letters.note': { vi: 'Lời nhắn của {by}: “{note}”', en: 'From {by}: “{note}”' },
  'letters.reason': { vi: 'Lý do trả lại: “{note}”', en: 'Reason: “{note}”' },
  'letters.ask': {
    vi: 'Đề nghị đồng chí mở biểu của kỳ này trên Cổng để nhập và gửi:',
    en: 'Please open the form of this month, fill it in and send it:',
  },
  'letters.askCorrect': {
    vi: 'Đề nghị đồng chí mở báo cáo, chỉnh sửa và gửi lại:',
    en: 'Please open the report, correct it and send it again:',
  },
  'letters.button': { vi: 'Mở biểu báo cáo tháng {month}', en: 'Open the form of {month}' },
  'letters.buttonCorrect': { vi: 'Mở báo cáo tháng {month} để sửa', en: 'Open the report of {month}' },
  'letters.nil': {
    vi: 'Trường hợp không có học sinh thuộc diện báo cáo, đề nghị nhập số 0 và vẫn gửi báo cáo.',
    en: 'If there is nobody to report, please enter 0 and send it all the same.',
  },
  'letters.ignore': {
    vi: 'Nếu đơn vị đã gửi, xin bỏ qua thư này.',
    en: 'If it has been sent already, please ignore this letter.',
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
  'letters.digest.missingList': { vi: 'Đơn vị chưa gửi:', en: 'Missing:' },
  'letters.digest.nobodyMissing': { vi: 'Tất cả đơn vị đã gửi báo cáo.', en: 'Everybody has reported.' },
  'letters.digest.lateList': { vi: 'Đơn vị gửi muộn:', en: 'Late:' },
  'letters.digest.file': { vi: 'Kèm theo: bảng tổng hợp {name}.', en: 'Attached: {name}.' },
  'letters.digest.button': { vi: 'Mở bảng theo dõi', en: 'Open the board' },
  'letters.digest.foot': {
    vi: 'Thư gửi tự động từ Cổng Ngày 25 theo kế hoạch nhắc của cơ quan.',
    en: 'Sent by the portal Ngày 25 by the office’s plan.',
  },
} as const satisfies Words
