import type { Words } from './words.ts'

/** The log: a sentence for each act ('audit.act.' and the act), after the name of whoever did it. */
export const audit = {
  'audit.title': { vi: 'Nhật ký', en: 'Log' },
  'audit.lead': {
    vi: 'Ai đã làm gì tại cơ quan và các đơn vị trực thuộc, mới nhất trước. Nhật ký không sửa, không xóa được.',
    en: 'Who did what at the office and below, newest first. The log cannot be changed.',
  },
  'audit.person': { vi: 'Người', en: 'Person' },
  'audit.unit': { vi: 'Đơn vị', en: 'Unit' },
  'audit.month': { vi: 'Kỳ (ví dụ 11/2026)', en: 'Month (like 11/2026)' },
  'audit.act': { vi: 'Việc', en: 'Act' },
  'audit.anyAct': { vi: 'Mọi việc', en: 'Any' },
  'audit.search': { vi: 'Lọc', en: 'Filter' },
  'audit.clear': { vi: 'Bỏ lọc', en: 'Clear' },
  'audit.older': { vi: 'Cũ hơn', en: 'Older' },
  'audit.newest': { vi: 'Về mới nhất', en: 'Newest' },
  'audit.none': { vi: 'Không có việc nào phù hợp', en: 'Nothing matches' },
  'audit.noneText': {
    vi: 'Đề nghị bỏ bớt điều kiện lọc.',
    en: 'Please drop some of the filters.',
  },
  'audit.portal': { vi: 'Cổng', en: 'The portal' },
  'audit.unknown': { vi: 'thực hiện “{act}”', en: 'did “{act}”' },
  'audit.reason': { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  'audit.note': { vi: 'Ghi chú: {note}', en: 'Note: {note}' },
  'audit.change': { vi: '{field}: {before} → {after}', en: '{field}: {before} → {after}' },
  'audit.empty': { vi: '(trống)', en: '(empty)' },
  'audit.yes': { vi: 'có', en: 'yes' },
  'audit.no': { vi: 'không', en: 'no' },
  'audit.kind.report': { vi: 'Báo cáo', en: 'Reports' },
  'audit.kind.month': { vi: 'Kỳ báo cáo, gia hạn', en: 'Months, extensions' },
  'audit.kind.reminder': { vi: 'Nhắc báo cáo', en: 'Reminders' },
  'audit.kind.snapshot': { vi: 'Tổng hợp', en: 'Consolidation' },
  'audit.kind.office': { vi: 'Đơn vị, thiết lập', en: 'Units, settings' },
  'audit.kind.holiday': { vi: 'Lịch nghỉ', en: 'Holidays' },
  'audit.kind.person': { vi: 'Người dùng', en: 'People' },
  'audit.kind.sign-in': { vi: 'Đăng nhập', en: 'Sign-in' },
  'audit.kind.portal': { vi: 'Cổng', en: 'Portal' },
  'audit.act.report.draft': {
    vi: 'lưu bản nháp của {unit}, kỳ {month}',
    en: 'saved a draft of {unit}, {month}',
  },
  'audit.act.report.ask-sign-off': {
    vi: 'trình lãnh đạo duyệt báo cáo của {unit}, kỳ {month}',
    en: 'laid the report of {unit}, {month}, before the leader',
  },
  'audit.act.report.give-back': {
    vi: 'trả lại bản trình của {unit}, kỳ {month}, để sửa',
    en: 'gave the draft of {unit}, {month}, back for correction',
  },
  'audit.act.report.take-back': {
    vi: 'lấy lại bản trình của {unit}, kỳ {month}',
    en: 'took the draft of {unit}, {month}, back',
  },
  'audit.act.report.submit': {
    vi: 'gửi báo cáo của {unit}, kỳ {month}, số {receipt}',
    en: 'sent the report of {unit}, {month}, no. {receipt}',
  },
  'audit.act.report.correct': {
    vi: 'gửi lại báo cáo của {unit}, kỳ {month}, lần {version}, số {receipt}',
    en: 'sent a correction for {unit}, {month}, version {version}, no. {receipt}',
  },
  'audit.act.report.drop-correction': {
    vi: 'bỏ bản đang sửa của {unit}, kỳ {month}',
    en: 'dropped the correction of {unit}, {month}',
  },
  'audit.act.report.accept': {
    vi: 'tiếp nhận báo cáo của {unit}, kỳ {month}, lần {version}',
    en: 'accepted the report of {unit}, {month}, version {version}',
  },
  'audit.act.report.return': {
    vi: 'trả lại báo cáo của {unit}, kỳ {month}, lần {version}',
    en: 'returned the report of {unit}, {month}, version {version}',
  },
  'audit.act.extension.grant': {
    vi: 'gia hạn cho {unit}, kỳ {month}, đến {until}',
    en: 'gave {unit} more time for {month}, until {until}',
  },
  'audit.act.month.lock': { vi: 'khóa kỳ {month} của {unit}', en: 'locked {month} of {unit}' },
  'audit.act.month.unlock': { vi: 'mở khóa kỳ {month} của {unit}', en: 'opened {month} of {unit} again' },
  'audit.act.reminder.chase': {
    vi: 'nhắc ngay các đơn vị của {unit}, kỳ {month}',
    en: 'chased communes of {unit} for {month}',
  },
  'audit.act.reminder.plan': {
    vi: 'sửa kế hoạch nhắc của {unit}',
    en: 'changed the reminder plan of {unit}',
  },
  'audit.act.snapshot.make': {
    vi: 'lập bản tổng hợp số {number} của {unit}, kỳ {period}',
    en: 'made consolidation no. {number} of {unit}, {period}',
  },
  'audit.act.snapshot.take': {
    vi: 'tải bản tổng hợp số {number} của {unit}, kỳ {period}',
    en: 'downloaded consolidation no. {number} of {unit}, {period}',
  },
  'audit.act.unit.import': {
    vi: 'nhập tệp “{file}”: {offices} cơ quan, {communes} đơn vị',
    en: 'imported “{file}”: {offices} offices, {communes} communes',
  },
  'audit.act.office.found': {
    vi: 'lập {unit} với {communes} đơn vị',
    en: 'founded {unit} with {communes} communes',
  },
  'audit.act.office.change-settings': {
    vi: 'sửa thiết lập của {unit}',
    en: 'changed the settings of {unit}',
  },
  'audit.act.holiday.seed': { vi: 'nhập lịch nghỉ chung có sẵn', en: 'entered the shipped holidays' },
  'audit.act.holiday.add': {
    vi: 'thêm ngày {day} ({name}) vào lịch của {unit}',
    en: 'added {day} ({name}) to the calendar of {unit}',
  },
  'audit.act.holiday.change': {
    vi: 'sửa ngày {day} ({name}) trong lịch của {unit}',
    en: 'changed {day} ({name}) in the calendar of {unit}',
  },
  'audit.act.holiday.remove': {
    vi: 'xóa ngày {day} ({name}) khỏi lịch của {unit}',
    en: 'removed {day} ({name}) from the calendar of {unit}',
  },
  'audit.act.edition.publish': {
    vi: 'ban hành biểu mẫu {code}, áp dụng từ kỳ {month}',
    en: 'published the form {code}, in force from {month}',
  },
  'audit.act.person.create': {
    vi: 'thêm {person} ({role}) tại {unit}',
    en: 'added {person} ({role}) at {unit}',
  },
  'audit.act.person.make-admin': {
    vi: 'đặt {person} làm quản trị của {unit}',
    en: 'made {person} an administrator of {unit}',
  },
  'audit.act.person.invite': { vi: 'cấp mã mời cho {person}', en: 'issued a code for {person}' },
  'audit.act.person.accept-invitation': {
    vi: 'nhận mã mời, đặt mật khẩu',
    en: 'used the code and set a password',
  },
  'audit.act.person.change': { vi: 'sửa thông tin của {person}', en: 'changed the details of {person}' },
  'audit.act.person.switch-off': {
    vi: 'tắt tài khoản của {person}',
    en: 'switched off the account of {person}',
  },
  'audit.act.person.switch-on': {
    vi: 'bật lại tài khoản của {person}',
    en: 'switched on the account of {person}',
  },
  'audit.act.person.set-password': { vi: 'đổi mật khẩu của mình', en: 'changed their own password' },
  'audit.act.person.set-phone': { vi: 'đổi số điện thoại của mình', en: 'changed their own phone number' },
  'audit.act.person.sign-in': { vi: 'đăng nhập', en: 'signed in' },
  'audit.act.person.sign-out': { vi: 'đăng xuất', en: 'signed out' },
  'audit.act.person.ask-link': { vi: 'yêu cầu liên kết đăng nhập', en: 'asked for a sign-in link' },
  'audit.act.role.give': {
    vi: 'giao nhiệm vụ {role} tại {unit} cho {person}',
    en: 'gave {person} the role {role} at {unit}',
  },
  'audit.act.role.end': {
    vi: 'kết thúc nhiệm vụ {role} tại {unit} của {person}',
    en: 'ended the role {role} of {person} at {unit}',
  },
  'audit.act.trial.fill': { vi: 'lập dữ liệu dùng thử', en: 'filled the trial' },
} as const satisfies Words
