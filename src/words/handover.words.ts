import type { Words } from './words.ts'

/** Handing over, leave cover, and who has been away. */
export const handover = {
  'handover.title': { vi: 'Bàn giao nhiệm vụ', en: 'Hand the role over' },
  'handover.of': { vi: '{name}: {role}, {unit}', en: '{name}: {role}, {unit}' },
  'handover.who': { vi: 'Người nhận bàn giao', en: 'Who takes over' },
  'handover.coverWho': { vi: 'Người làm thay', en: 'Who covers' },
  'handover.text': {
    vi: 'Người nhận làm được việc ngay. Quyền của {name} hết vào cuối ngày bàn giao. Bản nháp và báo cáo thuộc đơn vị nên được giữ nguyên.',
    en: 'Whoever takes over can work at once. The access of {name} ends with the day chosen. Drafts and reports are the unit’s and stay.',
  },
  'handover.day': { vi: 'Ngày bàn giao', en: 'Day of the hand-over' },
  'handover.dayHint': {
    vi: 'Ngày cuối cùng {name} còn làm việc này.',
    en: 'The last day on which {name} does this.',
  },
  'handover.press': { vi: 'Bàn giao', en: 'Hand over' },
  'handover.back': { vi: 'Về trang người dùng', en: 'To the person' },
  'handover.emailHint': {
    vi: 'Người đã có tài khoản chỉ cần địa chỉ thư. Người chưa có sẽ nhận thư mời.',
    en: 'With an account the address is enough. Without one, an invitation is sent.',
  },
  'handover.nameHint': {
    vi: 'Chỉ cần khi người này chưa có tài khoản.',
    en: 'Needed only when there is no account yet.',
  },
  'handover.toSelf': {
    vi: 'Đây là chính người đang giữ nhiệm vụ. Đề nghị ghi địa chỉ của người nhận.',
    en: 'This is the one who holds the role. Please give the address of whoever takes over.',
  },
  'handover.badDay': { vi: 'Đề nghị chọn ngày.', en: 'Please choose a day.' },
  'handover.past': { vi: 'Đề nghị chọn từ ngày {day} trở đi.', en: 'Please choose {day} or later.' },
  'handover.order': { vi: 'Đề nghị chọn từ ngày {day} trở đi.', en: 'Please choose {day} or later.' },
  'handover.tooLong': {
    vi: 'Làm thay tối đa {days} ngày. Lâu hơn thì đề nghị bàn giao hẳn.',
    en: 'Cover lasts at most {days} days. For longer please hand the role over.',
  },
  'handover.tooFar': {
    vi: 'Đề nghị chọn ngày trong vòng {days} ngày tới.',
    en: 'Please choose a day within {days} days.',
  },
  'handover.coverTitle': { vi: 'Cử người làm thay', en: 'Leave cover' },
  'handover.coverText': {
    vi: 'Người làm thay có cùng nhiệm vụ trong những ngày dưới đây rồi tự hết quyền. {name} vẫn giữ nhiệm vụ và vẫn nhận thư nhắc.',
    en: 'The colleague has the same role for these days, after which it ends by itself. {name} keeps the role and still gets reminders.',
  },
  'handover.from': { vi: 'Từ ngày', en: 'From' },
  'handover.to': { vi: 'Đến hết ngày', en: 'Until the end of' },
  'handover.toHint': {
    vi: 'Thường là hai tuần, nhiều nhất {days} ngày.',
    en: 'Two weeks as a rule, at most {days} days.',
  },
  'handover.coverPress': { vi: 'Cử người làm thay', en: 'Enter the cover' },
  'handover.roleUntil': { vi: 'từ {from}, đến hết {to}', en: 'since {from}, until {to}' },
  'handover.roleCovers': {
    vi: 'làm thay {name}, từ {from} đến hết {to}',
    en: 'covers for {name}, {from} to {to}',
  },
  'handover.link': { vi: 'Bàn giao', en: 'Hand over' },
  'handover.coverLink': { vi: 'Cử người làm thay', en: 'Leave cover' },
  'handover.linkAbout': {
    vi: 'Bàn giao nhiệm vụ {role} tại {unit}',
    en: 'Hand over the role {role} at {unit}',
  },
  'handover.coverAbout': { vi: 'Cử người làm thay {role} tại {unit}', en: 'Cover for {role} at {unit}' },
  'people.list.away': { vi: 'Lâu không đăng nhập', en: 'Away for long' },
  'people.away.days': { vi: 'Từ {days} ngày', en: '{days} days or more' },
  'people.away.since': { vi: '{days} ngày chưa đăng nhập', en: '{days} days without signing in' },
  'people.away.never': { vi: 'Tài khoản lập {days} ngày trước', en: 'Account made {days} days ago' },
  'people.away.text': {
    vi: 'Đề nghị hỏi đơn vị xem người này còn phụ trách báo cáo không. Nếu đã chuyển việc, mở trang của người đó và bấm Bàn giao.',
    en: 'Please ask the unit whether this person still does the reports. If not, open their page and press Hand over.',
  },
  'flash.handedOver': {
    vi: 'Đã bàn giao. Quyền của người trước hết vào cuối ngày đã chọn.',
    en: 'Handed over. The access of the one before ends with the day chosen.',
  },
  'flash.coverThere': {
    vi: 'Chưa cử: người này đang có nhiệm vụ đó, hoặc đã được cử làm thay vào thời gian khác. Đề nghị kết thúc lần đó trước.',
    en: 'Not entered: this person has the role already, or covers at another time. Please end that first.',
  },
  'flash.covered': { vi: 'Đã cử người làm thay.', en: 'The cover is entered.' },
  'audit.act.role.hand-over': {
    vi: 'bàn giao nhiệm vụ {role} tại {unit} từ {from} cho {to}, đến hết ngày {day}',
    en: 'handed the role {role} at {unit} from {from} to {to}, by the end of {day}',
  },
  'audit.act.role.cover': {
    vi: 'cử {person} làm thay {covered}, {role} tại {unit}, từ {from} đến hết {to}',
    en: 'let {person} cover for {covered}, {role} at {unit}, from {from} to {to}',
  },
  'audit.act.role.run-out': {
    vi: 'kết thúc nhiệm vụ {role} của {person} tại {unit} khi hết thời hạn',
    en: 'ended the role {role} of {person} at {unit}, its term having run out',
  },
  'note.title': { vi: 'Ghi chú bàn giao', en: 'Handover notes' },
  'note.lead': {
    vi: 'Để người phụ trách sau làm được ngay: hỏi số liệu ở trường nào, hồ sơ để ở đâu, việc gì đã thống nhất.',
    en: 'So that whoever comes next can go on at once: which schools to ask, where the papers are, what was agreed.',
  },
  'note.latest': { vi: 'Ghi chú hiện nay', en: 'The present note' },
  'note.none': { vi: 'Chưa có ghi chú nào.', en: 'There is no note yet.' },
  'note.write': { vi: 'Ghi hoặc sửa ghi chú', en: 'Write or change the note' },
  'note.box': { vi: 'Nội dung', en: 'Text' },
  'note.hint': {
    vi: 'Không ghi tên, số điện thoại, ngày sinh của học sinh. Bản trước vẫn được giữ.',
    en: 'No pupil’s name, phone number or birth date. The note before stays on record.',
  },
  'note.press': { vi: 'Lưu ghi chú', en: 'Save the note' },
  'note.earlier': { vi: 'Các ghi chú trước', en: 'Earlier notes' },
  'note.by': { vi: '{by}, {at}', en: '{by}, {at}' },
  'note.missing': { vi: 'Đề nghị ghi nội dung.', en: 'Please write something.' },
  'note.long': { vi: 'Không quá {most} ký tự.', en: 'At most {most} characters.' },
  'flash.noteSaved': { vi: 'Đã lưu ghi chú bàn giao.', en: 'The note is saved.' },
  'audit.act.handover.note': { vi: 'ghi chú bàn giao của {unit}', en: 'wrote a note for the next at {unit}' },
} satisfies Words
