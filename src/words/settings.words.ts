import type { Words } from './words.ts'

/** An office's settings. */
export const settings = {
  'units.settings.title': { vi: 'Thiết lập của cơ quan', en: 'Office settings' },
  'units.settings.calendar': { vi: 'Hạn gửi và khóa số liệu', en: 'Due date and lock' },
  'units.settings.calendarText': {
    vi: 'Áp dụng từ kỳ đã chọn; ngày cụ thể của từng kỳ xem ở trang Lịch.',
    en: 'From the chosen month on; the dates of each month are on the calendar page.',
  },
  'units.settings.dueDay': { vi: 'Ngày hạn gửi trong tháng', en: 'Due day of the month' },
  'units.settings.dueDay.hint': {
    vi: 'Tháng ngắn hơn thì lấy ngày cuối tháng.',
    en: 'A shorter month takes its last day.',
  },
  'units.settings.dueHour': { vi: 'Giờ hạn gửi', en: 'Due hour' },
  'units.settings.dueMinute': { vi: 'Phút hạn gửi', en: 'Due minute' },
  'units.settings.cutOffDay': { vi: 'Ngày chốt số liệu', en: 'Cut-off day' },
  'units.settings.cutOffDay.hint': {
    vi: 'Số liệu tính đến hết ngày này; mở nhận báo cáo từ ngày hôm sau.',
    en: 'Figures are as of this day; reports are taken from the next.',
  },
  'units.settings.graceDays': { vi: 'Ân hạn (ngày làm việc)', en: 'Grace (working days)' },
  'units.settings.graceDays.hint': {
    vi: 'Số ngày sau hạn vẫn nhận báo cáo muộn mà không cần giải trình.',
    en: 'Days after the due date in which late reports are taken without a reason.',
  },
  'units.settings.lockDays': {
    vi: 'Tự khóa sau hạn (ngày làm việc)',
    en: 'Locks by itself after (working days)',
  },
  'units.settings.lockDays.hint': { vi: '0: không tự khóa.', en: '0: never by itself.' },
  'units.settings.roll': { vi: 'Khi hạn rơi vào ngày nghỉ', en: 'When the due date is a day off' },
  'units.settings.roll.next': {
    vi: 'Chuyển sang ngày làm việc tiếp theo',
    en: 'Move to the next working day',
  },
  'units.settings.roll.previous': {
    vi: 'Chuyển về ngày làm việc liền trước',
    en: 'Move to the working day before',
  },
  'units.settings.roll.none': { vi: 'Giữ nguyên', en: 'Leave it' },
  'units.settings.badRoll': { vi: 'Đề nghị chọn một cách.', en: 'Please choose one.' },
  'units.settings.form': { vi: 'Biểu mẫu', en: 'The form' },
  'units.settings.signOff': {
    vi: 'Lãnh đạo xã duyệt trước khi báo cáo được tính là đã gửi',
    en: 'A commune’s leader signs off before a report counts as sent',
  },
  'units.settings.switches': { vi: 'Phần thêm của biểu mẫu', en: 'Optional parts of the form' },
  'units.settings.switch.poor': { vi: 'Thuộc hộ nghèo, cận nghèo', en: 'From poor and near-poor households' },
  'units.settings.switch.disabled': { vi: 'Khuyết tật', en: 'With a disability' },
  'units.settings.switch.reasons': { vi: 'Nguyên nhân chính', en: 'Main reason' },
  'units.settings.maskSmallCells': {
    vi: 'Che số nhỏ hơn 5 trong tệp gửi ra ngoài cơ quan',
    en: 'Mask figures under 5 in files that leave the office',
  },
  'units.settings.paper': { vi: 'Thể thức văn bản', en: 'Official papers' },
  'units.settings.paperText': {
    vi: 'In ở đầu và cuối tệp tổng hợp, theo Nghị định 30/2020/NĐ-CP.',
    en: 'Printed on the consolidated file, after Nghị định 30/2020/NĐ-CP.',
  },
  'units.settings.superiorName': { vi: 'Cơ quan chủ quản', en: 'The body above' },
  'units.settings.superiorName.hint': {
    vi: 'Viết hoa, ví dụ: UBND TỈNH QUẢNG NGÃI.',
    en: 'In capitals, e.g. UBND TỈNH QUẢNG NGÃI.',
  },
  'units.settings.agencyName': { vi: 'Tên cơ quan', en: 'Name of the body' },
  'units.settings.agencyName.hint': {
    vi: 'Viết hoa, ví dụ: SỞ GIÁO DỤC VÀ ĐÀO TẠO.',
    en: 'In capitals, e.g. SỞ GIÁO DỤC VÀ ĐÀO TẠO.',
  },
  'units.settings.place.hint': {
    vi: 'Ghi trước ngày tháng, ví dụ: Quảng Ngãi.',
    en: 'Before the date, e.g. Quảng Ngãi.',
  },
  'units.settings.place': { vi: 'Địa danh', en: 'Place' },
  'units.settings.documentCode': { vi: 'Ký hiệu văn bản', en: 'Document code' },
  'units.settings.documentCode.hint': { vi: 'Ví dụ: BC-SGDĐT.', en: 'For example: BC-SGDĐT.' },
  'units.settings.letterCode': { vi: 'Ký hiệu công văn', en: 'Code of letters' },
  'units.settings.letterCode.hint': {
    vi: 'Dùng cho công văn đôn đốc, ví dụ: SGDĐT-GDTrH.',
    en: 'For letters to communes, e.g. SGDĐT-GDTrH.',
  },
  'units.settings.filedUnder': { vi: 'Lưu', en: 'Filed under' },
  'units.settings.filedUnder.hint': {
    vi: 'Dòng cuối của Nơi nhận, sau “Lưu: VT,”. Ví dụ: GDTrH.',
    en: 'Last line of the recipients, after “Lưu: VT,”. For example GDTrH.',
  },
  'units.settings.recipients': { vi: 'Nơi nhận', en: 'Recipients' },
  'units.settings.recipients.hint': {
    vi: 'Mỗi dòng một nơi, không cần gạch đầu dòng và dấu chấm phẩy. Ví dụ: Bộ GD&ĐT (để báo cáo).',
    en: 'One a line, without hyphens and semicolons. For example: Bộ GD&ĐT (để báo cáo).',
  },
  'units.settings.badRecipients': {
    vi: 'Không quá {most} dòng, mỗi dòng không quá {length} ký tự.',
    en: 'At most {most} lines of at most {length} characters.',
  },
  'units.settings.authority': { vi: 'Quyền hạn của người ký', en: 'Authority of the signer' },
  'units.settings.authority.hint': {
    vi: 'Ví dụ: KT. GIÁM ĐỐC. Để trống khi người đứng đầu ký.',
    en: 'For example: KT. GIÁM ĐỐC. Empty when the head signs.',
  },
  'units.settings.annex': {
    vi: 'Bảng tổng hợp là phụ lục kèm theo báo cáo',
    en: 'The consolidated table is an annex of a report',
  },
  'units.settings.annexNumber': { vi: 'Phụ lục số', en: 'Annex number' },
  'units.settings.signerTitle': { vi: 'Chức vụ người ký', en: 'Title of the signer' },
  'units.settings.signerName': { vi: 'Họ tên người ký', en: 'Name of the signer' },
  'units.settings.preparedBy': { vi: 'Người lập biểu', en: 'Prepared by' },
  'units.settings.contact': { vi: 'Đầu mối hỗ trợ', en: 'Contact' },
  'units.settings.contactText': {
    vi: 'In trong thư nhắc và ở chân trang của các xã.',
    en: 'Printed in letters and at the foot of the communes’ pages.',
  },
  'units.settings.contactName': { vi: 'Họ tên', en: 'Name' },
  'units.settings.contactPhone': { vi: 'Số điện thoại', en: 'Phone' },
  'units.settings.contactEmail': { vi: 'Địa chỉ thư điện tử', en: 'Mail address' },
  'units.settings.save': { vi: 'Lưu thiết lập', en: 'Save the settings' },
  'units.settings.cancel': { vi: 'Hủy', en: 'Cancel' },
  'units.settings.badNumber': {
    vi: 'Đề nghị nhập số nguyên từ {min} đến {max}.',
    en: 'A whole number from {min} to {max}, please.',
  },
  'units.settings.tooLong': { vi: 'Không quá {max} ký tự.', en: 'At most {max} characters.' },
  'units.settings.badEmail': { vi: 'Địa chỉ thư chưa đúng.', en: 'The mail address is not right.' },
} as const satisfies Words
