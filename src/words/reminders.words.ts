import type { Words } from './words.ts'

/** Why who gets what: the sentences of decisions, of the ledger, and the names of the letters. */
export const reminders = {
  'reminders.kind.opening': { vi: 'thông báo mở kỳ', en: 'opening notice' },
  'reminders.kind.before': { vi: 'trước hạn {days} ngày làm việc', en: '{days} working days before' },
  'reminders.kind.due-day': { vi: 'sáng ngày hạn', en: 'morning of the due date' },
  'reminders.kind.after': { vi: 'quá hạn {days} ngày làm việc', en: '{days} working days after' },
  'reminders.kind.digest-due': { vi: 'tổng hợp cuối ngày hạn', en: 'digest on the due date' },
  'reminders.kind.digest-next': {
    vi: 'tổng hợp ngày làm việc kế tiếp, kèm Excel',
    en: 'digest of the next working day, with the Excel',
  },
  'reminders.kind.returned': { vi: 'trả lại lần gửi thứ {version}', en: 'version {version} returned' },
  'reminders.kind.chase': { vi: 'nhắc ngay', en: 'chase' },
  'reminders.kind.none': { vi: 'không còn thư', en: 'no further letter' },

  'reminders.state.missing': { vi: 'Chưa gửi báo cáo', en: 'Not reported' },
  'reminders.state.draft': { vi: 'Có bản nháp, chưa gửi báo cáo', en: 'A draft, not sent' },
  'reminders.state.awaiting': {
    vi: 'Đã nhập, chờ lãnh đạo duyệt, chưa gửi báo cáo',
    en: 'Filled in, awaiting sign-off, not sent',
  },
  'reminders.state.submitted': { vi: 'Đã gửi báo cáo', en: 'Reported' },
  'reminders.state.accepted': { vi: 'Đã gửi, đã tiếp nhận', en: 'Reported and accepted' },
  'reminders.state.returned': { vi: 'Báo cáo được trả lại để chỉnh sửa', en: 'Returned for correction' },

  'reminders.kind.bounce': { vi: 'báo địa chỉ thư bị trả lại', en: 'an address that bounced' },

  'reminders.left.days': { vi: 'còn {days} ngày làm việc', en: '{days} working days left' },
  'reminders.left.today': { vi: 'hôm nay là hạn', en: 'due today' },
  'reminders.left.over': { vi: 'đã quá hạn {days} ngày làm việc', en: '{days} working days overdue' },

  'reminders.moment': { vi: '{time} ngày {day}', en: '{time} on {day}' },
  'reminders.because.left': {
    vi: '{state}; còn {days} ngày làm việc đến hạn {due}',
    en: '{state}; {days} working days left until {due}',
  },
  'reminders.because.today': { vi: '{state}; hôm nay là hạn ({due})', en: '{state}; due today ({due})' },
  'reminders.because.overdue': {
    vi: '{state}; đã quá hạn {days} ngày làm việc (hạn {due})',
    en: '{state}; {days} working days overdue (due {due})',
  },
  'reminders.because.wasReturned': {
    vi: 'Lần gửi thứ {version} được trả lại lúc {moment}',
    en: 'Version {version} was returned at {moment}',
  },
  'reminders.because.chased': { vi: '{by} nhắc lúc {moment}', en: '{by} chased at {moment}' },
  'reminders.because.chasedAlready': {
    vi: 'Đã nhắc lúc {moment}; mỗi đơn vị được nhắc ngay nhiều nhất một lần trong một giờ',
    en: 'Chased at {moment}; a commune is chased at most once an hour',
  },
  'reminders.because.digest': {
    vi: 'Đến kỳ tổng hợp: {reported}/{expected} đơn vị đã gửi',
    en: 'The digest is due: {reported} of {expected} have reported',
  },
  'reminders.because.missing': {
    vi: 'Còn {missing}/{expected} đơn vị chưa gửi báo cáo',
    en: '{missing} of {expected} have not reported',
  },
  'reminders.because.allReported': {
    vi: 'Tất cả đơn vị đã gửi báo cáo, không còn ai để báo thiếu',
    en: 'Everybody has reported; nobody is missing',
  },
  'reminders.because.submitted': {
    vi: 'Đã gửi báo cáo lúc {moment}; không nhắc nữa',
    en: 'Reported at {moment}; nothing more is sent',
  },
  'reminders.because.returned': {
    vi: 'Đã gửi báo cáo lúc {moment} và đang chỉnh sửa; việc trả lại có thư riêng',
    en: 'Reported at {moment} and being corrected; the return has its own letter',
  },
  'reminders.because.locked': {
    vi: 'Kỳ đã khóa số liệu, không nhận báo cáo nữa',
    en: 'The month is locked; nothing is taken any more',
  },
  'reminders.because.nobody': {
    vi: 'Đơn vị chưa có người nhận thư đang hoạt động',
    en: 'The unit has nobody active to write to',
  },
  'reminders.because.allBounced': {
    vi: 'Mọi địa chỉ thư của đơn vị đều bị trả lại; đề nghị gọi điện',
    en: 'Every address of the unit bounced; please call',
  },
  'reminders.because.nobodyAbove': {
    vi: 'Cơ quan cấp trên chưa có người nhận thư đang hoạt động',
    en: 'The office above has nobody active to write to',
  },
  'reminders.because.paused': {
    vi: '{office} tạm dừng nhắc tháng này: {reason}',
    en: '{office} pauses reminders this month: {reason}',
  },
  'reminders.because.addressBounced': {
    vi: 'Địa chỉ này bị trả lại, thư chuyển cho người tiếp theo của đơn vị',
    en: 'This address bounced; the next person of the unit is written to',
  },
  'reminders.because.bounce': {
    vi: 'Địa chỉ {email} của {unit} bị trả lại',
    en: 'The address {email} of {unit} bounced',
  },
  'reminders.because.merged': {
    vi: 'Đơn vị không còn báo cáo kỳ này (sáp nhập hoặc đổi cơ quan quản lý)',
    en: 'The unit no longer reports for this month (merged, or under another office)',
  },
  'reminders.because.noLonger': {
    vi: 'Người nhận hoặc kế hoạch nhắc đã thay đổi, thư này không còn phải gửi',
    en: 'The recipient or the plan has changed; this letter is no longer owed',
  },
  'reminders.because.beingSent': { vi: 'Đang gửi', en: 'Being sent' },
  'reminders.because.stale': {
    vi: 'Đã qua thời điểm của thư này (dự kiến {moment}), không gửi muộn',
    en: 'The moment of this letter has passed (planned for {moment}); it is not sent late',
  },
  'reminders.because.tooLate': {
    vi: '{closed}; thư chỉ đi được lúc {moment}, khi đó không còn đúng lúc',
    en: '{closed}; it could only leave at {moment}, too late to be of use',
  },
  'reminders.because.later': { vi: '{closed}; thư đi lúc {moment}', en: '{closed}; it leaves at {moment}' },
  'reminders.because.retry': {
    vi: 'Đã thử {attempts} lần chưa được, thử lại lúc {moment}',
    en: '{attempts} tries failed, tried again at {moment}',
  },
  'reminders.because.dayOff': { vi: '{day} là ngày nghỉ ({name})', en: '{day} is a day off ({name})' },
  'reminders.because.hours': {
    vi: '{time} ngoài giờ gửi thư (07:00–17:30 ngày làm việc)',
    en: '{time} is outside the mail hours (07:00–17:30 on working days)',
  },
  'reminders.because.notYet': { vi: '{state}; chưa đến lúc nhắc', en: '{state}; nothing is due yet' },
  'reminders.because.lastSent': { vi: 'Đã nhắc lúc {moment} ({kind})', en: 'Reminded at {moment} ({kind})' },
  'reminders.because.next': {
    vi: '{first}; thư kế tiếp: {kind}, lúc {moment}',
    en: '{first}; next: {kind}, at {moment}',
  },
  'reminders.because.nothingLeft': {
    vi: '{first}; kỳ này không còn thư nhắc nào theo kế hoạch',
    en: '{first}; the plan holds no further letter for this month',
  },
} as const satisfies Words
