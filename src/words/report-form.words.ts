import type { Words } from './words.ts'

/** What the report's form says beside `reports.words`: its buttons, sums, checks and conflicts. */
export const reportForm = {
  'reports.form.submit': { vi: 'Gửi báo cáo', en: 'Send the report' },
  'reports.form.submitAgain': { vi: 'Gửi bản chỉnh sửa', en: 'Send the correction' },
  'reports.form.ask': { vi: 'Trình lãnh đạo duyệt', en: 'Ask for sign-off' },
  'reports.form.approve': { vi: 'Duyệt và gửi', en: 'Sign off and send' },
  'reports.form.texts': { vi: 'Thuyết minh', en: 'In words' },
  'reports.form.cohort': { vi: 'Tốt nghiệp năm {year}', en: 'Graduated in {year}' },
  'reports.form.allCohorts': { vi: 'Các năm tốt nghiệp', en: 'All cohorts' },
  'reports.form.indicator': { vi: 'Chỉ tiêu', en: 'Indicator' },
  'reports.form.sum': { vi: 'Cộng / {total}', en: 'Sum / {total}' },
  'reports.form.flowSum': { vi: 'Kỳ trước + tăng − giảm / {total}', en: 'Last month + in − out / {total}' },
  'reports.form.summed': {
    vi: 'Cột tháng trước là tổng số liệu của {units}, trước khi sắp xếp.',
    en: 'The last-month column is the sum of {units}, before the merger.',
  },
  'reports.form.absent': {
    vi: 'Chưa có số tháng trước để so sánh: thiếu số liệu của {units}.',
    en: 'There is no last month to compare with: {units} sent no figures.',
  },
  'reports.form.noBefore': {
    vi: 'Tháng trước đơn vị chưa gửi báo cáo nên cột tháng trước để trống.',
    en: 'Nothing was sent last month, so that column is empty.',
  },
  'reports.form.late': {
    vi: 'Đã quá hạn. Báo cáo vẫn được nhận và ghi nhận là gửi muộn.',
    en: 'The due date has passed. The report is still taken, and recorded as late.',
  },
  'reports.form.extended': { vi: 'Đã được gia hạn đến {until}.', en: 'Extended until {until}.' },
  'reports.form.correcting': {
    vi: 'Đồng chí đang chỉnh sửa báo cáo đã gửi (số {receipt}). Bản đã gửi vẫn được tính cho đến khi gửi bản mới.',
    en: 'You are correcting a sent report (no. {receipt}). It keeps counting until the new one is sent.',
  },
  'reports.form.drop': { vi: 'Bỏ bản chỉnh sửa này', en: 'Drop this correction' },
  'reports.form.answer': { vi: 'Chỉnh theo ý kiến trả lại: {reason}', en: 'As asked on return: {reason}' },
  'reports.form.fillsEmpty': {
    vi: 'Hai nút này chỉ điền các ô còn trống; đồng chí rà soát lại rồi mới gửi.',
    en: 'These two fill the empty boxes only; look them over before you send.',
  },
  'reports.form.note': { vi: '{by} trả lại để sửa lúc {at}', en: 'Given back by {by} at {at}' },
  'reports.form.checkedTitle': { vi: 'Đã kiểm tra', en: 'Checked' },
  'reports.form.checkedGood': {
    vi: 'Số liệu khớp, không có lỗi và không có cảnh báo. Có thể gửi.',
    en: 'The figures agree: no errors, no warnings. You can send it.',
  },
  'reports.form.checkedExplained': {
    vi: 'Không có lỗi; {count} cảnh báo đã được giải trình. Có thể gửi.',
    en: 'No errors; {count} warnings are explained. You can send it.',
  },
  'reports.form.conflictSent': {
    vi: '{by} đã gửi báo cáo này lúc {at}',
    en: '{by} sent this report at {at}',
  },
  'reports.form.conflictAwaiting': {
    vi: '{by} đã trình lãnh đạo bản này lúc {at}',
    en: '{by} laid this draft before the leader at {at}',
  },
  'reports.form.conflictSaveOver': {
    vi: 'Để giữ số của đồng chí, bấm “Lưu nháp”: bản của {by} sẽ được thay. Để theo số của {by}, mở lại trang này.',
    en: 'To keep yours, press “Save draft”: it takes the place of {by}’s. To follow {by}’s, open this page again.',
  },
  'reports.form.conflictSendOver': {
    vi: 'Để thay bản đã gửi, nêu lý do chỉnh sửa rồi gửi. Để giữ bản đã gửi, mở lại trang này.',
    en: 'To replace what was sent, give the reason and send. To leave it, open this page again.',
  },
  'reports.form.conflictTakeBack': {
    vi: 'Muốn sửa tiếp, mở lại trang này và bấm “Lấy lại để sửa” trước.',
    en: 'To go on typing, open this page again and press “Take it back” first.',
  },
  'reports.form.conflictNone': {
    vi: 'Không có ô nào khác nhau.',
    en: 'The two of you do not differ in any box.',
  },
  'reports.form.reopen': { vi: 'Mở lại trang', en: 'Open the page again' },
  'reports.form.empty': { vi: 'để trống', en: 'empty' },
  'reports.form.emptyBoxes': {
    vi: '{where}: còn {count} ô chưa nhập. Nếu không có học sinh nào hãy nhập số 0.',
    en: '{where}: {count} boxes are still empty. If there is nobody, enter 0.',
  },
  'reports.form.emptyBox': { vi: 'Chưa nhập.', en: 'Still empty.' },
  'reports.form.unexplained': { vi: 'Chưa giải trình: {message}', en: 'Not explained: {message}' },
  'reports.form.doubt': { vi: 'Có cảnh báo, xem cuối biểu.', en: 'See the warning at the end.' },
} as const satisfies Words
