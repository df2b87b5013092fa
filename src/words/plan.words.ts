import type { Words } from './words.ts'

/** The office's plan: its boxes, what is wrong in them, and its editions. */
export const plan = {
  'reminders.plan.title': { vi: 'Kế hoạch nhắc báo cáo', en: 'The reminder plan' },
  'reminders.plan.intro': {
    vi: 'Chọn thư nào được gửi, trước hoặc sau hạn mấy ngày làm việc, vào giờ nào, cho ai. Đề nghị xem trước lịch cả tháng rồi mới lưu; mỗi lần lưu là một bản mới.',
    en: 'Which letters leave, how many working days before or after the due date, at what hour, to whom. Please preview the month, then save; each saving is a new edition.',
  },
  'reminders.plan.introRead': {
    vi: 'Thư nào được gửi, vào ngày giờ nào, cho ai và vì sao.',
    en: 'Which letters leave, when, to whom, and why.',
  },
  'reminders.plan.hours': {
    vi: 'Thư chỉ gửi từ {from} đến {to} ngày làm việc.',
    en: 'Letters leave between {from} and {to} on working days.',
  },
  'reminders.plan.by': {
    vi: 'Bản số {number}, {name} lưu lúc {time}.',
    en: 'Edition {number}, saved by {name} at {time}.',
  },
  'reminders.plan.default': {
    vi: 'Cơ quan đang dùng kế hoạch mặc định, chưa lưu bản nào.',
    en: 'The office uses the default plan; it has saved none of its own.',
  },
  'reminders.plan.readOnly': {
    vi: 'Quản trị viên của cơ quan được sửa kế hoạch này.',
    en: 'The office’s administrators may change this plan.',
  },
  'reminders.plan.on': { vi: 'Gửi thư này', en: 'Send this letter' },
  'reminders.plan.days.before': { vi: 'Số ngày làm việc trước hạn', en: 'Working days before' },
  'reminders.plan.days.after': { vi: 'Số ngày làm việc quá hạn', en: 'Working days after' },
  'reminders.plan.time': { vi: 'Giờ gửi', en: 'Time' },
  'reminders.plan.to': { vi: 'Người nhận', en: 'Recipients' },
  'reminders.plan.to.reporter': { vi: 'Công chức phụ trách', en: 'Reporters' },
  'reminders.plan.to.leader': { vi: 'Lãnh đạo xã', en: 'The commune’s leaders' },
  'reminders.plan.to.office': { vi: 'Cơ quan (danh sách chưa gửi)', en: 'The office (who is missing)' },
  'reminders.plan.to.above': { vi: 'Cơ quan cấp trên', en: 'The office above' },
  'reminders.plan.to.digest': {
    vi: 'Chuyên viên của cơ quan luôn nhận thư này.',
    en: 'The office’s officers always get this letter.',
  },
  'reminders.plan.addresses': { vi: 'Địa chỉ thư khác', en: 'Further addresses' },
  'reminders.plan.addressesHint': {
    vi: 'Mỗi dòng một địa chỉ, nhiều nhất 10. Người ở đây nhận danh sách đơn vị chưa gửi, không cần tài khoản.',
    en: 'One a line, ten at most. They are told who is missing, and need no account.',
  },
  'reminders.plan.sentence': { vi: 'Lời nhắn của cơ quan', en: 'The office’s own sentence' },
  'reminders.plan.sentenceHint': {
    vi: 'Ghi thêm vào thư gửi xã, nhiều nhất 500 ký tự. Cổng điền giúp: {fields}.',
    en: 'Added to the letter to communes, 500 characters at most. The portal fills in {fields}.',
  },
  'reminders.plan.field.don_vi': { vi: 'tên đơn vị', en: 'the unit' },
  'reminders.plan.field.ky': { vi: 'kỳ', en: 'the month' },
  'reminders.plan.field.han': { vi: 'hạn gửi', en: 'the due date' },
  'reminders.plan.field.con_lai': { vi: 'thời gian còn lại', en: 'the time left' },
  'reminders.plan.edit': { vi: 'Sửa', en: 'Edit' },
  'reminders.plan.short.reporter': { vi: 'công chức phụ trách', en: 'reporters' },
  'reminders.plan.short.leader': { vi: 'lãnh đạo xã', en: 'the commune’s leaders' },
  'reminders.plan.short.office': { vi: 'cơ quan nhận báo cáo', en: 'the office' },
  'reminders.plan.short.above': { vi: 'cơ quan cấp trên', en: 'the office above' },
  'reminders.plan.short.addresses': { vi: '{count} địa chỉ khác', en: '{count} further addresses' },
  'reminders.plan.short.sentence': { vi: 'có lời nhắn', en: 'with a sentence' },
  'reminders.plan.short.nobody': { vi: 'chưa chọn người nhận', en: 'nobody chosen' },
  'reminders.plan.remove': { vi: 'Bỏ thư này', en: 'Remove this letter' },
  'reminders.plan.addLabel': { vi: 'Thêm một thư', en: 'Add a letter' },
  'reminders.plan.add': { vi: 'Thêm thư', en: 'Add' },
  'reminders.plan.type.opening': { vi: 'Thông báo mở kỳ', en: 'Opening notice' },
  'reminders.plan.type.before': { vi: 'Nhắc trước hạn', en: 'Before the due date' },
  'reminders.plan.type.due-day': { vi: 'Nhắc trong ngày hạn', en: 'On the due date' },
  'reminders.plan.type.after': { vi: 'Nhắc quá hạn', en: 'After the due date' },
  'reminders.plan.type.digest-due': { vi: 'Tổng hợp cuối ngày hạn', en: 'Digest on the due date' },
  'reminders.plan.type.digest-next': {
    vi: 'Tổng hợp ngày làm việc kế tiếp, kèm Excel',
    en: 'Digest of the next working day, with the Excel',
  },
  'reminders.plan.off': { vi: 'đang tắt', en: 'off' },
  'reminders.plan.save': { vi: 'Lưu kế hoạch', en: 'Save the plan' },
  'reminders.plan.unsaved': {
    vi: 'Kế hoạch trên trang này chưa được lưu.',
    en: 'The plan on this page has not been saved.',
  },
  'reminders.plan.discard': { vi: 'Bỏ thay đổi, về bản đã lưu', en: 'Drop the changes' },
  'reminders.plan.sentenceOf': { vi: 'Lời nhắn: “{sentence}”', en: 'Sentence: “{sentence}”' },

  'reminders.plan.wrong.in': { vi: '{letter}: {text}', en: '{letter}: {text}' },
  'reminders.plan.wrong.days': {
    vi: 'Nhập số ngày làm việc từ 1 đến 10.',
    en: 'Enter 1 to 10 working days.',
  },
  'reminders.plan.wrong.int': {
    vi: 'Nhập số ngày làm việc từ 1 đến 10.',
    en: 'Enter 1 to 10 working days.',
  },
  'reminders.plan.wrong.hour': {
    vi: 'Nhập giờ gửi dạng 08:00; giờ từ 0 đến 23, phút từ 0 đến 59.',
    en: 'Enter a time such as 08:00; hours 0 to 23, minutes 0 to 59.',
  },
  'reminders.plan.wrong.window': {
    vi: 'Giờ gửi phải từ 07:00 đến 17:30.',
    en: 'The time must lie between 07:00 and 17:30.',
  },
  'reminders.plan.wrong.twice': {
    vi: 'Kế hoạch đã có một thư như vậy. Đề nghị chọn số ngày khác hoặc bỏ thư này.',
    en: 'The plan has such a letter already. Please choose another day or remove this one.',
  },
  'reminders.plan.wrong.none': {
    vi: 'Kế hoạch phải giữ ít nhất một thư gửi công chức phụ trách hoặc lãnh đạo xã.',
    en: 'At least one letter to reporters or leaders of communes must stay on.',
  },
  'reminders.plan.wrong.recipients': {
    vi: 'Chưa chọn ai nhận. Đề nghị đánh dấu ít nhất một nơi nhận, hoặc tắt thư này.',
    en: 'Nobody is chosen. Please tick at least one recipient, or switch the letter off.',
  },
  'reminders.plan.wrong.address': {
    vi: '“{address}” không phải là địa chỉ thư. Ví dụ đúng: van.thu@xa.gov.vn.',
    en: '“{address}” is no mail address. A good one: van.thu@xa.gov.vn.',
  },
  'reminders.plan.wrong.addresses': {
    vi: 'Nhiều nhất 10 địa chỉ cho một thư.',
    en: 'Ten addresses at most for a letter.',
  },
  'reminders.plan.wrong.sentence': {
    vi: 'Lời nhắn dài nhất 500 ký tự.',
    en: 'The sentence may have 500 characters at most.',
  },
  'reminders.plan.wrong.field': {
    vi: 'Không có trường {fields}. Chỉ dùng được: {known}.',
    en: 'There is no field {fields}. Known are: {known}.',
  },
  'reminders.plan.wrong.many': {
    vi: 'Kế hoạch có nhiều nhất {most} thư. Đề nghị bỏ bớt.',
    en: 'A plan has {most} letters at most. Please remove some.',
  },
  'reminders.plan.wrong.type': { vi: 'Không có loại thư này.', en: 'There is no such letter.' },
  'reminders.plan.wrong.moved': {
    vi: 'Trong lúc đồng chí sửa, {name} đã lưu bản số {number} lúc {time}. Chưa lưu gì của đồng chí; những gì đã nhập vẫn còn dưới đây. Đề nghị xem bản số {number}, rồi bấm “Lưu kế hoạch” lần nữa nếu muốn thay bản đó.',
    en: '{name} saved edition {number} at {time} while you were editing. Nothing of yours was saved; what you typed is still below. Please read edition {number}, then press “Save the plan” again to replace it.',
  },

  'reminders.plan.change.come': {
    vi: 'Thêm thư “{letter}”, gửi lúc {time}',
    en: 'Added “{letter}”, sent at {time}',
  },
  'reminders.plan.change.gone': { vi: 'Bỏ thư “{letter}”', en: 'Removed “{letter}”' },
  'reminders.plan.change.moved': {
    vi: 'Thư “{was}” chuyển thành “{letter}”',
    en: '“{was}” became “{letter}”',
  },
  'reminders.plan.change.on': { vi: '{letter}: gửi lại', en: '{letter}: switched on' },
  'reminders.plan.change.off': { vi: '{letter}: ngừng gửi', en: '{letter}: switched off' },
  'reminders.plan.change.time': {
    vi: '{letter}: đổi giờ gửi từ {was} sang {is}',
    en: '{letter}: {was} became {is}',
  },
  'reminders.plan.change.more': { vi: '{letter}: gửi thêm {who}', en: '{letter}: also to {who}' },
  'reminders.plan.change.fewer': { vi: '{letter}: thôi gửi {who}', en: '{letter}: no longer to {who}' },
  'reminders.plan.change.sentence': {
    vi: '{letter}: lời nhắn mới “{sentence}”',
    en: '{letter}: new sentence “{sentence}”',
  },
  'reminders.plan.change.noSentence': { vi: '{letter}: bỏ lời nhắn', en: '{letter}: no sentence any more' },
  'reminders.plan.change.same': { vi: 'Không khác bản trước', en: 'Like the one before' },

  'reminders.plan.editions': { vi: 'Các bản kế hoạch', en: 'Editions of the plan' },
  'reminders.plan.editionsIntro': {
    vi: 'Mỗi lần lưu hoặc hoàn tác là một bản mới, mới nhất trước. Bản trên cùng đang được dùng.',
    en: 'Each saving or undoing is a new edition, newest first. The topmost is in force.',
  },
  'reminders.plan.edition': { vi: 'Bản số {number}', en: 'Edition {number}' },
  'reminders.plan.inForce': { vi: 'Đang dùng', en: 'In force' },
  'reminders.plan.undoes': {
    vi: 'Hoàn tác bản số {number}',
    en: 'Takes back edition {number}',
  },
  'reminders.plan.firstEdition': { vi: 'So với kế hoạch mặc định:', en: 'Against the default plan:' },
  'reminders.plan.undo': { vi: 'Hoàn tác bản số {number}', en: 'Undo edition {number}' },
  'reminders.plan.undoTo': {
    vi: 'Trở về như bản số {number}; bản đang dùng vẫn được giữ trong danh sách.',
    en: 'Back to edition {number}; the present one stays on the list.',
  },
  'reminders.plan.undoToDefault': {
    vi: 'Trở về kế hoạch mặc định; bản đang dùng vẫn được giữ trong danh sách.',
    en: 'Back to the default plan; the present one stays on the list.',
  },
  'reminders.plan.undoMoved': {
    vi: 'Chưa hoàn tác: {name} vừa lưu bản số {number} lúc {time}. Đề nghị xem lại trước khi hoàn tác.',
    en: 'Not undone: {name} saved edition {number} at {time}. Please look again before undoing.',
  },
  'reminders.plan.noEditions': { vi: 'Cơ quan chưa lưu bản nào', en: 'The office has saved no edition' },
  'reminders.plan.noEditionsText': {
    vi: 'Thư nhắc đang gửi theo kế hoạch mặc định của Cổng.',
    en: 'Letters leave by the portal’s default plan.',
  },
  'flash.planSaved': { vi: 'Đã lưu kế hoạch nhắc.', en: 'The plan is saved.' },
  'flash.planSame': {
    vi: 'Kế hoạch không có gì thay đổi nên không lưu bản mới.',
    en: 'Nothing was changed, so no edition was added.',
  },
  'flash.planUndone': { vi: 'Đã hoàn tác kế hoạch nhắc.', en: 'The plan is undone.' },
  'audit.act.reminder.plan-undo': {
    vi: 'hoàn tác kế hoạch nhắc của {unit} (bản số {undone})',
    en: 'undid the reminder plan of {unit} (edition {undone})',
  },
} as const satisfies Words
