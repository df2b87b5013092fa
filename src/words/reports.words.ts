import type { Words } from './words.ts'

/** The commune's pages and the office's board. */
export const reports = {
  'reports.month': { vi: 'Kỳ tháng {month}', en: 'Month {month}' },
  'reports.due': { vi: 'Hạn gửi: {due}', en: 'Due: {due}' },
  'reports.asOf': { vi: 'Số liệu tính đến ngày {day}', en: 'Figures as of {day}' },
  'reports.neither': { vi: 'Không đi học, chưa học nghề', en: 'In neither school nor training' },
  'reports.unknown': { vi: 'Chưa xác định', en: 'Not known' },
  'reports.state': { vi: 'Trạng thái', en: 'State' },
  'reports.sentAt': { vi: 'Gửi lúc', en: 'Sent' },
  'reports.explanation': { vi: 'Giải trình', en: 'Explanation' },
  'reports.returnedBy': {
    vi: '{by} trả lại lúc {at} để chỉnh sửa',
    en: 'Returned by {by} at {at} for correction',
  },

  'reports.home.headline': { vi: 'Số liệu đã báo cáo kỳ tháng {month}', en: 'As reported for {month}' },
  'reports.home.months': { vi: 'Các kỳ gần đây', en: 'Recent months' },
  'reports.home.monthColumn': { vi: 'Kỳ', en: 'Month' },
  'reports.home.history': { vi: 'Xem tất cả các kỳ và các lần gửi', en: 'All months and versions' },
  'reports.home.noMonths': { vi: 'Chưa có kỳ nào trước kỳ này', en: 'No month before this one' },
  'reports.home.noMonthsText': {
    vi: 'Báo cáo đã gửi sẽ được lưu tại đây.',
    en: 'Reports will be kept here once they are sent.',
  },

  'reports.form.title': { vi: 'Báo cáo kỳ tháng {month}', en: 'Report for {month}' },
  'reports.form.emptyIsNotZero': {
    vi: 'Không có học sinh nào thì nhập số 0. Để trống nghĩa là chưa có số liệu.',
    en: 'Enter 0 where there is nobody. An empty box means that the figure is not known yet.',
  },
  'reports.form.whom': { vi: 'Đếm ai, đếm thế nào?', en: 'Whom to count, and how?' },
  'reports.form.copy': { vi: 'Lấy số tháng {month}', en: 'Copy the figures of {month}' },
  'reports.form.nil': { vi: 'Không phát sinh', en: 'No change' },
  'reports.form.correction': { vi: 'Lý do chỉnh sửa báo cáo đã gửi', en: 'Why the sent report is corrected' },
  'reports.form.correctionHint': {
    vi: 'Lần gửi trước được giữ nguyên; lần này là một lần gửi mới.',
    en: 'The earlier version stays as it is; this becomes a new one.',
  },
  'reports.form.warnings': { vi: 'Cảnh báo cần giải trình', en: 'Warnings to explain' },
  'reports.form.warningsHint': {
    vi: 'Nếu số liệu đúng, đề nghị giải trình một dòng; giải trình đi kèm vào cột Ghi chú của bảng tổng hợp.',
    en: 'If the figures are right, explain in one line; it goes into the Note column of the consolidation.',
  },
  'reports.form.toBox': { vi: 'Xem ô: {label}', en: 'Go to: {label}' },
  'reports.form.notSaved': { vi: 'Chưa có bản nháp nào được lưu.', en: 'No draft has been saved yet.' },
  'reports.form.savedBy': { vi: '{by} lưu nháp lúc {at}', en: 'Draft saved by {by} at {at}' },
  'reports.form.saved': { vi: 'Đã lưu nháp lúc {at}', en: 'Draft saved at {at}' },
  'reports.form.offline': {
    vi: 'Mất kết nối. Số liệu đang được giữ trên máy này và sẽ tự lưu khi có mạng.',
    en: 'No connection. The figures are kept on this computer and will be saved when it is back.',
  },
  'reports.form.refused': {
    vi: 'Chưa lưu được. Số liệu đang được giữ trên máy này. Đề nghị bấm "Lưu nháp", hoặc mở lại trang và đăng nhập lại.',
    en: 'Not saved. The figures are kept on this computer. Press "Save draft", or reload and sign in again.',
  },
  'reports.form.conflict': {
    vi: '{by} vừa lưu bản nháp này lúc {at}. Số đồng chí nhập vẫn còn; bấm "Lưu nháp" để so sánh.',
    en: '{by} saved this draft at {at}. What you typed is kept; press "Save draft" to compare.',
  },
  'reports.form.conflictTitle': {
    vi: '{by} đã lưu bản nháp này lúc {at}',
    en: '{by} saved this draft at {at}',
  },
  'reports.form.conflictText': {
    vi: 'Các ô bên dưới là số đồng chí vừa nhập, chưa được lưu. Những ô hai người nhập khác nhau:',
    en: 'The boxes below hold what you typed; it is not saved yet. The two of you differ in:',
  },
  'reports.form.conflictMine': { vi: 'Đồng chí nhập', en: 'Yours' },
  'reports.form.conflictTheirs': { vi: '{by} đã lưu', en: 'Saved by {by}' },
  'reports.form.restore': {
    vi: 'Trên máy này còn số liệu chưa lưu được lần trước.',
    en: 'This computer still holds figures that could not be saved last time.',
  },
  'reports.form.restoreYes': { vi: 'Lấy lại', en: 'Bring them back' },
  'reports.form.restoreNo': { vi: 'Bỏ', en: 'Discard' },
  'reports.form.save': { vi: 'Lưu nháp', en: 'Save draft' },
  'reports.form.check': { vi: 'Kiểm tra', en: 'Check' },

  'reports.receipt.title': { vi: 'Đã nhận báo cáo', en: 'Report received' },
  'reports.receipt.text': { vi: '{unit}, kỳ tháng {month}', en: '{unit}, {month}' },
  'reports.receipt.onTime': { vi: 'Đúng hạn', en: 'On time' },
  'reports.receipt.late': { vi: 'Muộn so với hạn {due}', en: 'Late: it was due {due}' },
  'reports.receipt.timing': { vi: 'Thời hạn', en: 'Timing' },
  'reports.receipt.by': { vi: 'Người gửi', en: 'Sent by' },
  'reports.receipt.version': { vi: 'Lần gửi', en: 'Version' },
  'reports.receipt.to': { vi: 'Nơi nhận', en: 'To' },
  'reports.receipt.nextTitle': { vi: 'Tiếp theo', en: 'What happens next' },
  'reports.receipt.nextOffice': {
    vi: '{office} xem và tiếp nhận. Nếu cần chỉnh sửa, đồng chí nhận được thư nêu rõ lý do.',
    en: '{office} reads and accepts it. If something must be corrected, you get a letter that says why.',
  },
  'reports.receipt.nextReminders': {
    vi: 'Cổng không nhắc kỳ này nữa.',
    en: 'There will be no more reminders for this month.',
  },
  'reports.receipt.view': { vi: 'Xem báo cáo vừa gửi', en: 'See the report' },
  'reports.receipt.home': { vi: 'Về trang báo cáo', en: 'Back to reports' },

  'reports.history.title': { vi: 'Các kỳ đã báo cáo', en: 'All months' },
  'reports.history.year': { vi: 'Năm học {year}', en: 'School year {year}' },
  'reports.history.version': { vi: 'Lần gửi {number}, số {receipt}', en: 'Version {number}, no. {receipt}' },
  'reports.history.meta': { vi: '{at}, {by}', en: '{at}, {by}' },
  'reports.history.reason': { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  'reports.history.changes': { vi: 'Thay đổi so với lần gửi trước', en: 'Changes from the version before' },
  'reports.history.indicator': { vi: 'Chỉ tiêu', en: 'Indicator' },
  'reports.history.was': { vi: 'Trước', en: 'Before' },
  'reports.history.is': { vi: 'Sau', en: 'After' },
  'reports.history.none': { vi: 'Chưa có báo cáo nào', en: 'No report yet' },
  'reports.history.noneText': {
    vi: 'Báo cáo đầu tiên sẽ hiện ở đây sau khi gửi.',
    en: 'The first one shows here once it is sent.',
  },

  'reports.unit.figures': { vi: 'Số liệu kỳ tháng {month}', en: 'Figures of {month}' },
  'reports.unit.findings': { vi: 'Cảnh báo và giải trình', en: 'Warnings and explanations' },
  'reports.unit.texts': { vi: 'Thuyết minh', en: 'In words' },
  'reports.unit.people': { vi: 'Người phụ trách', en: 'People' },
  'reports.unit.mails': { vi: 'Thư đã gửi tới đơn vị', en: 'Mail sent to this commune' },
  'reports.unit.noMails': { vi: 'Chưa gửi thư nào', en: 'No mail yet' },
} as const satisfies Words
