import type { Words } from './words.ts'

/** The month of a plan on a calendar: who would get what, when, and why on that day. */
export const planCalendar = {
  'reminders.plan.calendar': { vi: 'Lịch nhắc kỳ {month}', en: 'The letters of {month}' },
  'reminders.plan.calendarIntro': {
    vi: 'Tính theo tình hình lúc này: đơn vị nào gửi báo cáo trước thì không bị nhắc nữa.',
    en: 'As things stand now: whoever reports before is not reminded.',
  },
  'reminders.plan.calendarMonth': { vi: 'Kỳ', en: 'Month' },
  'reminders.plan.preview': { vi: 'Xem trước', en: 'Preview' },
  'reminders.plan.previewed': {
    vi: 'Bản xem trước theo những gì đang nhập ở trên, chưa lưu, chưa gửi gì.',
    en: 'A preview of what is typed above; nothing is saved, nothing is sent.',
  },
  'reminders.plan.noPreview': {
    vi: 'Chưa xem trước được: đề nghị sửa các ô nêu ở đầu trang, rồi xem lại.',
    en: 'No preview yet: please mend the boxes named on top, then look again.',
  },
  'reminders.plan.toErrors': { vi: 'Đến các chỗ cần sửa', en: 'To what is wrong' },
  'reminders.plan.sum': {
    vi: 'Còn {letters} thư sẽ gửi, trong {days} ngày.',
    en: '{letters} letters to come, on {days} days.',
  },
  'reminders.plan.sumNone': {
    vi: 'Kỳ này không còn thư nào sẽ gửi.',
    en: 'No letter of this month is still to come.',
  },
  'reminders.plan.calendarLink': { vi: 'Lịch nhắc cả tháng', en: 'The month on a calendar' },
  'reminders.plan.today': { vi: 'Hôm nay', en: 'Today' },
  'reminders.plan.mark.due': { vi: 'Hạn gửi {time}', en: 'Due {time}' },
  'reminders.plan.mark.ownDue': {
    vi: 'Hạn của {count} đơn vị được gia hạn',
    en: 'Due for {count} units with more time',
  },
  'reminders.plan.mark.moved': {
    vi: 'Hạn thường lệ, chuyển sang {day}',
    en: 'The usual due date, moved to {day}',
  },
  'reminders.plan.mark.cutOff': { vi: 'Chốt số liệu', en: 'Cut-off' },
  'reminders.plan.mark.worked': { vi: 'Ngày làm việc bù ({name})', en: 'A working day instead ({name})' },
  'reminders.plan.toCommunes': {
    vi: '{communes} đơn vị, {mails} thư: {who}',
    en: '{communes} units, {mails} letters: {who}',
  },
  'reminders.plan.toOthers': { vi: '{others} thư: {who}', en: '{others} letters: {who}' },
  'reminders.plan.left.reported': {
    vi: '{count} đơn vị đã báo cáo, không nhắc',
    en: '{count} units have reported',
  },
  'reminders.plan.left.nobody': {
    vi: '{count} đơn vị chưa có địa chỉ nhận thư',
    en: '{count} units have no address',
  },
  'reminders.plan.left.other': { vi: '{count} đơn vị: {because}', en: '{count} units: {because}' },
  'reminders.plan.stage.sent': { vi: 'Đã gửi', en: 'Sent' },
  'reminders.plan.stage.missed': { vi: 'Đã qua, không gửi', en: 'Past, not sent' },
  'reminders.plan.stage.now': {
    vi: 'Đã quá giờ định gửi ({time}), sẽ gửi ngay',
    en: 'Meant for {time}; would leave at once',
  },
  'reminders.plan.stage.nobody': { vi: 'Không gửi cho ai', en: 'Nobody would get it' },
  'reminders.plan.why.due': { vi: 'hạn {time} ngày {day}', en: 'the due date, {time} on {day}' },
  'reminders.plan.why.ownDue': {
    vi: 'hạn riêng {time} ngày {day} (đơn vị được gia hạn)',
    en: 'the unit’s own due date, {time} on {day}',
  },
  'reminders.plan.why.opening': {
    vi: 'Ngày làm việc đầu tiên sau ngày chốt số liệu {cutOff}',
    en: 'The first working day after the cut-off of {cutOff}',
  },
  'reminders.plan.why.before': {
    vi: '{days} ngày làm việc trước {due}',
    en: '{days} working days before {due}',
  },
  'reminders.plan.why.due-day': { vi: 'Ngày đến {due}', en: 'The day of {due}' },
  'reminders.plan.why.after': {
    vi: '{days} ngày làm việc sau {due}',
    en: '{days} working days after {due}',
  },
  'reminders.plan.why.digest-due': { vi: 'Cuối ngày đến {due}', en: 'The evening of {due}' },
  'reminders.plan.why.digest-next': {
    vi: 'Ngày làm việc kế tiếp sau {due}',
    en: 'The working day after {due}',
  },
  'reminders.plan.why.without': { vi: '{counted}; không tính {list}', en: '{counted}; not counting {list}' },
  'reminders.plan.why.weekend': { vi: 'cuối tuần', en: 'weekends' },
  'reminders.plan.why.dayOff': { vi: '{day} ({name})', en: '{day} ({name})' },
} as const satisfies Words
