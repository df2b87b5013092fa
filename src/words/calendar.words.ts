import type { Words } from './words.ts'

export const calendar = {
  'calendar.weekday.0': { vi: 'Chủ nhật', en: 'Sunday' },
  'calendar.weekday.1': { vi: 'thứ Hai', en: 'Monday' },
  'calendar.weekday.2': { vi: 'thứ Ba', en: 'Tuesday' },
  'calendar.weekday.3': { vi: 'thứ Tư', en: 'Wednesday' },
  'calendar.weekday.4': { vi: 'thứ Năm', en: 'Thursday' },
  'calendar.weekday.5': { vi: 'thứ Sáu', en: 'Friday' },
  'calendar.weekday.6': { vi: 'thứ Bảy', en: 'Saturday' },
  'calendar.because.due': { vi: '{reasons} → hạn {time} ngày {day}', en: '{reasons} → due {time} on {day}' },
  'calendar.because.weekend': { vi: '{day} là {weekday}', en: '{day} is a {weekday}' },
  'calendar.because.holiday': { vi: '{day} {name}', en: '{day} {name}' },
  'calendar.because.working': {
    vi: '{day} là {weekday}, ngày làm việc',
    en: '{day} is a {weekday}, a working day',
  },
  'calendar.because.swapped': {
    vi: '{day} là {weekday} nhưng đi làm ({name})',
    en: '{day} is a {weekday}, but worked ({name})',
  },
  'calendar.because.notMoved': {
    vi: '{reason}, nhưng cơ quan giữ nguyên hạn khi rơi vào ngày nghỉ',
    en: '{reason}, but the office keeps a due date that falls on a day off',
  },
  'calendar.because.noTable': {
    vi: '{reason} (chưa có lịch nghỉ năm {year})',
    en: '{reason} (no holiday table for {year} yet)',
  },
  'calendar.because.ownDate': {
    vi: 'Cơ quan ấn định hạn riêng cho kỳ này',
    en: 'The office set its own due date for this month',
  },
  'calendar.because.ownDateReason': {
    vi: 'Cơ quan ấn định hạn riêng cho kỳ này ({reason})',
    en: 'The office set its own due date for this month ({reason})',
  },
  'calendar.because.outage': {
    vi: 'Cổng ngừng hoạt động {spans} → hạn lùi đến {time} ngày {day}',
    en: 'the portal was down {spans} → due moved to {time} on {day}',
  },
  'calendar.span.day': { vi: '{from}–{until} ngày {day}', en: '{from}–{until} on {day}' },
  'calendar.span.days': {
    vi: '{from} ngày {first} – {until} ngày {last}',
    en: '{from} on {first} – {until} on {last}',
  },
  'calendar.down': { vi: 'Cổng ngừng hoạt động cả ngày', en: 'The portal was down all day' },
  'calendar.left.days': { vi: 'còn {days} ngày', en: '{days} days left' },
  'calendar.left.day': { vi: 'còn 1 ngày', en: '1 day left' },
  'calendar.left.today': { vi: 'hết hạn lúc {time} hôm nay', en: 'due today at {time}' },
  'calendar.left.overToday': { vi: 'đã hết hạn lúc {time} hôm nay', en: 'was due today at {time}' },
  'calendar.left.overDay': { vi: 'quá hạn 1 ngày', en: '1 day overdue' },
  'calendar.left.overDays': { vi: 'quá hạn {days} ngày', en: '{days} days overdue' },
  'calendar.holidays.noColumns': {
    vi: 'Thiếu cột {columns}. Dòng đầu của tệp phải là tên cột.',
    en: 'Column {columns} is missing. The first line must name the columns.',
  },
  'calendar.holidays.noRows': { vi: 'Tệp không có ngày nào.', en: 'The file holds no day.' },
  'calendar.holidays.badCsv': {
    vi: 'Không đọc được dòng này: số cột hoặc dấu ngoặc kép chưa đúng.',
    en: 'This line cannot be read: wrong number of columns, or a stray quote.',
  },
  'calendar.holidays.badDay': {
    vi: 'Ngày "{value}" không có thật hoặc không viết theo dạng 2026-04-30.',
    en: 'The day "{value}" does not exist or is not written as 2026-04-30.',
  },
  'calendar.holidays.badYear': {
    vi: 'Năm "{value}" không khớp với ngày {day}.',
    en: 'The year "{value}" does not agree with {day}.',
  },
  'calendar.holidays.badKind': {
    vi: 'Loại ngày "{value}" không hợp lệ: dùng off (nghỉ) hoặc work (đi làm).',
    en: 'The kind "{value}" is unknown: use off or work.',
  },
  'calendar.holidays.badStatus': {
    vi: 'Trạng thái "{value}" không hợp lệ: dùng verified (đã có thông báo) hoặc provisional (tạm tính).',
    en: 'The status "{value}" is unknown: use verified or provisional.',
  },
  'calendar.holidays.noName': { vi: 'Chưa ghi tên ngày nghỉ.', en: 'The day has no name.' },
  'calendar.holidays.workOnWeekday': {
    vi: 'Ngày {day} là {weekday}, vốn là ngày làm việc: chỉ thứ Bảy, Chủ nhật mới cần ghi làm bù.',
    en: '{day} is a {weekday}, worked anyway: only a Saturday or Sunday is marked as worked.',
  },
  'calendar.holidays.twice': {
    vi: 'Ngày {day} đã có ở dòng {line}.',
    en: '{day} is already on line {line}.',
  },
} as const satisfies Words
