import type { Words } from './words.ts'

/** A month with another due date, and settings from a month on. */
export const monthRule = {
  'units.settings.due': { vi: 'Hạn gửi', en: 'Due' },
  'office-rule.title': { vi: 'Áp dụng từ kỳ nào', en: 'From which month on' },
  'office-rule.text': {
    vi: 'Hạn gửi, khóa số liệu, lãnh đạo duyệt và phần thêm của biểu mẫu áp dụng từ kỳ đã chọn; các kỳ trước giữ nguyên. Các mục khác có hiệu lực ngay.',
    en: 'Due date, lock, sign-off and the optional parts of the form hold from the chosen month on; the months before stay as they are. All else holds at once.',
  },
  'office-rule.now': { vi: 'Đang áp dụng ({from}): {rules}.', en: 'In force ({from}): {rules}.' },
  'office-rule.nowFrom': { vi: 'từ kỳ {month}', en: 'from {month}' },
  'office-rule.nowStart': { vi: 'từ đầu', en: 'from the start' },
  'office-rule.fromMonth': { vi: 'Áp dụng từ kỳ', en: 'From month' },
  'office-rule.fromHint': {
    vi: 'Sớm nhất là kỳ {month}: các kỳ trước đã có báo cáo, đã qua hạn hoặc đã khóa. Cần đổi hạn một kỳ thì đặt hạn riêng ở trang Lịch.',
    en: '{month} at the earliest: the months before have reports, are over or closed. One month alone gets its own date on the calendar page.',
  },
  'office-rule.badMonth': {
    vi: 'Đề nghị chọn kỳ trong danh sách, sớm nhất là kỳ {month}.',
    en: 'Please choose a month of the list, {month} at the earliest.',
  },
  'office-rule.list': { vi: 'Quy định theo kỳ', en: 'Rules by month' },
  'office-rule.fromStart': { vi: 'Từ đầu', en: 'From the start' },
  'office-rule.state': { vi: 'Tình trạng', en: 'State' },
  'office-rule.state.now': { vi: 'Đang áp dụng', en: 'In force' },
  'office-rule.state.planned': { vi: 'Sẽ áp dụng', en: 'Planned' },
  'office-rule.state.before': { vi: 'Trước đây', en: 'Earlier' },
  'office-rule.rules': { vi: 'Quy định', en: 'Rules' },
  'office-rule.by': { vi: 'Người đặt', en: 'Set by' },
  'office-rule.who': { vi: '{name}, {day}', en: '{name}, {day}' },
  'office-rule.edit': { vi: 'Sửa', en: 'Change' },
  'office-rule.editAbout': { vi: 'Sửa quy định từ kỳ {month}', en: 'Change the rules from {month}' },
  'office-rule.remove': { vi: 'Bỏ', en: 'Remove' },
  'office-rule.removeAbout': { vi: 'Bỏ quy định từ kỳ {month}', en: 'Remove the rules from {month}' },
  'office-rule.due': { vi: 'Hạn {time} ngày {day}', en: 'Due {time} on day {day}' },
  'office-rule.roll.next': { vi: 'ngày nghỉ thì lùi sang ngày làm việc sau', en: 'moved on from a day off' },
  'office-rule.roll.previous': {
    vi: 'ngày nghỉ thì đưa về ngày làm việc trước',
    en: 'moved back from a day off',
  },
  'office-rule.roll.none': { vi: 'ngày nghỉ vẫn giữ hạn', en: 'kept on a day off' },
  'office-rule.cutOff': { vi: 'chốt số liệu ngày {day}', en: 'as of day {day}' },
  'office-rule.grace': { vi: 'ân hạn {days} ngày làm việc', en: 'grace of {days} working days' },
  'office-rule.lock': { vi: 'tự khóa sau {days} ngày làm việc', en: 'locks after {days} working days' },
  'office-rule.noLock': { vi: 'không tự khóa', en: 'no lock by itself' },
  'office-rule.signOff': { vi: 'lãnh đạo xã duyệt', en: 'leaders sign off' },
  'office-rule.switches': { vi: 'phần thêm: {names}', en: 'optional parts: {names}' },
  'flash.rulesRemoved': { vi: 'Đã bỏ quy định dự kiến.', en: 'The planned rules are removed.' },
  'audit.act.office.change-rules': {
    vi: 'đổi quy định báo cáo của {unit}, áp dụng từ kỳ {month}',
    en: 'changed the reporting rules of {unit} from {month} on',
  },
  'audit.act.office.remove-rules': {
    vi: 'bỏ quy định báo cáo dự kiến từ kỳ {month} của {unit}',
    en: 'removed the planned reporting rules of {unit} from {month} on',
  },
  'month-rule.edit': { vi: 'Đặt hạn riêng', en: 'Set own date' },
  'month-rule.editAbout': { vi: 'Đặt hạn riêng cho kỳ {month}', en: 'Set own date for {month}' },
  'month-rule.title': { vi: 'Hạn riêng cho kỳ {month}', en: 'Own due date for {month}' },
  'month-rule.text': {
    vi: 'Chỉ áp dụng cho kỳ này; các kỳ khác theo thiết lập của cơ quan.',
    en: 'For this month only; the others follow the office’s settings.',
  },
  'month-rule.now': { vi: 'Hiện nay', en: 'Now' },
  'month-rule.usual': { vi: 'Theo thiết lập', en: 'By the settings' },
  'month-rule.cutOffNow': { vi: 'Chốt số liệu', en: 'As of' },
  'month-rule.day': { vi: 'Ngày hạn gửi', en: 'Due day' },
  'month-rule.time': { vi: 'Giờ hạn gửi', en: 'Due time' },
  'month-rule.dayHint': {
    vi: 'Giữ đúng ngày đã chọn, kể cả khi là ngày nghỉ.',
    en: 'Kept as chosen, even on a day off.',
  },
  'month-rule.cutOff': { vi: 'Ngày chốt số liệu', en: 'Cut-off day' },
  'month-rule.cutOffHint': {
    vi: 'Để nguyên nếu không đổi.',
    en: 'Leave it where nothing changes.',
  },
  'month-rule.reason': { vi: 'Lý do', en: 'Reason' },
  'month-rule.reasonHint': {
    vi: 'Hiện cạnh hạn gửi để các xã đọc, ví dụ: bão số 12.',
    en: 'Communes read it beside the due date, for example: storm no. 12.',
  },
  'month-rule.effects': { vi: 'Khi đặt hạn này', en: 'What it changes' },
  'month-rule.effectsNow': { vi: 'Tình hình của kỳ', en: 'Where the month stands' },
  'month-rule.asOf': { vi: 'Số liệu tính đến hết ngày {day}.', en: 'Figures are as of {day}.' },
  'month-rule.dayOff': {
    vi: 'Ngày {day} là ngày nghỉ ({reason}); hạn vẫn giữ ngày này.',
    en: '{day} is a day off ({reason}); the due date stays there all the same.',
  },
  'month-rule.earlier': {
    vi: 'Hạn mới sớm hơn hạn đã báo cho các xã ({before}).',
    en: 'The new date is earlier than the one the communes know ({before}).',
  },
  'month-rule.sent': {
    vi: '{sent} xã đã gửi ({onTime} đúng hạn, {late} muộn): giữ nguyên như khi gửi.',
    en: '{sent} communes have reported ({onTime} on time, {late} late): that stays as it is.',
  },
  'month-rule.unsent': { vi: '{count} xã chưa gửi.', en: '{count} have not reported.' },
  'month-rule.waiting': {
    vi: '{count} xã chưa gửi: đúng hạn nếu gửi trước hạn mới.',
    en: '{count} have not: on time if sent by the new date.',
  },
  'month-rule.overdue': {
    vi: '{count} xã đã quá hạn: đúng hạn nếu gửi trước hạn mới.',
    en: '{count} are overdue: on time if sent by the new date.',
  },
  'month-rule.reminders': {
    vi: 'Thư nhắc gửi theo hạn của kỳ.',
    en: 'Reminders follow the month’s due date.',
  },
  'month-rule.reminded': {
    vi: 'Đã gửi {count} thư nhắc của kỳ, không gửi lại; thư còn lại theo hạn của kỳ.',
    en: '{count} reminders have left and are not sent again; the others follow the month’s due date.',
  },
  'month-rule.check': { vi: 'Xem trước', en: 'Preview' },
  'month-rule.save': { vi: 'Đặt hạn riêng', en: 'Set the date' },
  'month-rule.remove': { vi: 'Bỏ hạn riêng', en: 'Remove the own date' },
  'month-rule.removeText': {
    vi: 'Kỳ này trở lại hạn theo thiết lập.',
    en: 'The month is due by the settings again.',
  },
  'month-rule.stays': {
    vi: 'Hạn theo thiết lập ({due}) đã qua nên không bỏ được hạn riêng: xã chưa gửi sẽ thành gửi muộn. Nếu cần, đề nghị đặt hạn khác.',
    en: 'The date by the settings ({due}) has passed, so the own date stays: removing it would make late whoever waits. Please set another one where needed.',
  },
  'month-rule.locked': {
    vi: 'Kỳ đã khóa lúc {at}. Đề nghị mở khóa trước khi đổi hạn.',
    en: 'The month was closed at {at}. Please open it before changing its date.',
  },
  'month-rule.badDue': {
    vi: 'Đề nghị chọn ngày và nhập giờ có thật, ví dụ 17:00.',
    en: 'Please choose a day and a time that exist, such as 17:00.',
  },
  'month-rule.badCutOff': {
    vi: 'Ngày chốt số liệu phải nằm trong tháng của kỳ.',
    en: 'The cut-off must be a day of the month itself.',
  },
  'month-rule.beforePeriod': {
    vi: 'Kỳ báo cáo bắt đầu ngày {day}; hạn gửi phải sau ngày đó.',
    en: 'The reporting period begins on {day}; the due date comes after it.',
  },
  'month-rule.beforeCutOff': {
    vi: 'Số liệu chốt hết ngày {day}; hạn gửi phải sau ngày đó.',
    en: 'Figures are as of {day}; the due date comes after it.',
  },
  'month-rule.tooLate': {
    vi: 'Hạn gửi muộn nhất là ngày {day}; sau đó đã sang kỳ khác.',
    en: 'The latest due date is {day}; after that it is another month.',
  },
  'month-rule.past': {
    vi: 'Hạn mới phải sau thời điểm hiện tại ({now}), để không xã nào thành gửi muộn vì đổi hạn.',
    en: 'The new date must lie after now ({now}), so that the change makes nobody late.',
  },
  'month-rule.noReason': { vi: 'Đề nghị ghi lý do.', en: 'Please give the reason.' },
  'month-rule.longReason': { vi: 'Lý do không quá {max} ký tự.', en: 'At most {max} characters.' },
  'month-rule.nothing': {
    vi: 'Hạn gửi và ngày chốt giống thiết lập nên không có gì để đổi.',
    en: 'Due date and cut-off are those of the settings; nothing changes.',
  },
  'flash.monthRuleSet': { vi: 'Đã đặt hạn riêng cho kỳ.', en: 'The month has its own date.' },
  'flash.monthRuleRemoved': { vi: 'Đã bỏ hạn riêng của kỳ.', en: 'The own date is removed.' },
  'audit.act.month.set-rule': {
    vi: 'đặt hạn riêng {due} cho kỳ {month}',
    en: 'set the due date {due} for {month}',
  },
  'audit.act.month.remove-rule': {
    vi: 'bỏ hạn riêng {was} của kỳ {month}, trở lại {due}',
    en: 'removed the own date {was} of {month}; it is {due} again',
  },
} as const satisfies Words
