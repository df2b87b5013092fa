import type { Words } from './words.ts'

/** What is left to look at, and a report beside the month before. */
export const queue = {
  'queue.link': { vi: 'Cần xem ({left})', en: 'To look at ({left})' },
  'queue.title': { vi: 'Cần xem, kỳ tháng {month}', en: 'To look at, {month}' },
  'queue.left': {
    vi: 'Còn {left} báo cáo phải xem.',
    en: '{left} reports are left to look at.',
  },
  'queue.empty': {
    vi: 'Không còn báo cáo nào phải xem trong kỳ {month}',
    en: 'No report is left to look at in {month}',
  },
  'queue.notSent': {
    vi: '{missing}/{expected} xã chưa gửi.',
    en: '{missing} of {expected} communes have not sent.',
  },
  'queue.allSent': { vi: 'Cả {expected} xã đã gửi.', en: 'All {expected} communes have sent.' },
  'queue.waiting': {
    vi: '{waiting} báo cáo đang chờ xã gửi lại hoặc trả lời.',
    en: '{waiting} reports wait for the commune to send anew or to answer.',
  },
  'queue.toBoard': { vi: 'Tình hình báo cáo', en: 'To the board' },
  'queue.groups': { vi: 'Các nhóm', en: 'Groups' },
  'queue.all': { vi: 'Tất cả các nhóm', en: 'All groups' },
  'queue.whole': { vi: 'Xem cả nhóm ({count})', en: 'The whole group ({count})' },
  'queue.nothingInGroup': { vi: 'Nhóm này không còn báo cáo nào', en: 'No report is left in this group' },
  'queue.sent': { vi: 'lần {number}, {at}', en: 'version {number}, {at}' },
  'queue.notes': { vi: 'Cần biết', en: 'To know' },

  'queue.group.answered': { vi: 'Xã đã trả lời', en: 'Answered by the commune' },
  'queue.group.corrected': { vi: 'Đính chính', en: 'Corrected' },
  'queue.group.warned': { vi: 'Có cảnh báo', en: 'With warnings' },
  'queue.group.repeated': { vi: 'Số liệu lặp lại', en: 'Figures repeated' },
  'queue.group.fresh': { vi: 'Mới gửi, không có cảnh báo', en: 'New, without warnings' },
  'queue.group.waiting': { vi: 'Đang chờ xã', en: 'Waiting for the commune' },
  'queue.hint.answered': {
    vi: 'Xã đã trả lời hoặc ghi chú, cơ quan chưa xem.',
    en: 'The commune answered or noted something that nobody has read yet.',
  },
  'queue.hint.corrected': {
    vi: 'Xã đã gửi lại. Bấm tên xã để xem cạnh lần gửi trước và tháng trước.',
    en: 'Sent anew. Press the name to see it beside the version before and last month.',
  },
  'queue.hint.warned': {
    vi: 'Số liệu có điểm cần giải trình; lời giải trình của xã ở ngay bên dưới.',
    en: 'Something needed explaining; the commune’s explanation stands beneath.',
  },
  'queue.hint.repeated': {
    vi: 'Số liệu giống nhau ba kỳ liền. Có thể đúng như vậy; chỉ cần hỏi xã đã rà soát chưa.',
    en: 'The same figures three times running. They may well be right; just ask whether they were reviewed.',
  },
  'queue.hint.fresh': {
    vi: 'Các ô khớp nhau và không lệch bất thường so với tháng trước.',
    en: 'The boxes agree, and nothing moved unusually since last month.',
  },
  'queue.hint.waiting': {
    vi: 'Cơ quan đã trả lại hoặc đã hỏi. Không tính vào số phải xem.',
    en: 'Returned or asked about. Not counted among those to look at.',
  },
  'queue.said': { vi: '{by}, {at}', en: '{by}, {at}' },
  'queue.same': { vi: 'Giống nhau ba kỳ {months}.', en: 'The same in {months}.' },
  'queue.sameQuestion': {
    vi: 'Số liệu ba kỳ {months} giống nhau. Đề nghị xã xác nhận đã rà soát, hoặc gửi đính chính.',
    en: 'The figures of {months} are the same. Please confirm that they were reviewed, or send a correction.',
  },
  'queue.returned': { vi: 'Đã trả lại.', en: 'Returned.' },
  'queue.returnedToday': {
    vi: 'Trả lại lúc {at}, chưa quá một ngày làm việc.',
    en: 'Returned at {at}, less than a working day ago.',
  },
  'queue.returnedSince': {
    vi: 'Trả lại lúc {at}, đã {days} ngày làm việc.',
    en: 'Returned at {at}, {days} working days ago.',
  },
  'queue.asked': { vi: 'Đã hỏi xã.', en: 'Asked.' },
  'queue.askedToday': {
    vi: 'Hỏi lúc {at}, chưa quá một ngày làm việc.',
    en: 'Asked at {at}, less than a working day ago.',
  },
  'queue.askedSince': {
    vi: 'Hỏi lúc {at}, đã {days} ngày làm việc.',
    en: 'Asked at {at}, {days} working days ago.',
  },

  'queue.acceptTicked': { vi: 'Tiếp nhận các báo cáo đã chọn', en: 'Accept those selected' },
  'queue.acceptAll.fresh': {
    vi: 'Tiếp nhận cả {count} báo cáo không có cảnh báo',
    en: 'Accept all {count} without warnings',
  },
  'queue.acceptAll.corrected': {
    vi: 'Tiếp nhận cả {count} báo cáo đính chính',
    en: 'Accept all {count} corrected',
  },
  'queue.acceptAll.warned': {
    vi: 'Tiếp nhận cả {count} báo cáo có cảnh báo',
    en: 'Accept all {count} with warnings',
  },
  'queue.askTicked': { vi: 'Hỏi các xã đã chọn', en: 'Ask those selected' },
  'queue.askAll': { vi: 'Hỏi cả {count} xã', en: 'Ask all {count}' },
  'queue.askText': { vi: 'Câu hỏi gửi xã:', en: 'What is asked:' },
  'queue.readTicked': {
    vi: 'Đã xem trả lời của các xã đã chọn',
    en: 'Mark the answers of those selected as read',
  },
  'queue.tickHint': {
    vi: 'Đánh dấu các báo cáo ở cột đầu, rồi bấm:',
    en: 'Tick reports in the first column, then:',
  },
  'queue.tickHintOr': {
    vi: 'hoặc đánh dấu từng báo cáo ở cột đầu, rồi bấm:',
    en: 'or tick reports in the first column, then:',
  },

  'beside.title': { vi: 'Xem báo cáo tháng {month}', en: 'The report of {month}' },
  'beside.toQueue': { vi: 'Về danh sách cần xem', en: 'Back to the queue' },
  'beside.place': {
    vi: 'Báo cáo {at}/{left} trong danh sách cần xem',
    en: 'Report {at} of {left} to look at',
  },
  'beside.previous': { vi: 'Trước: {unit}', en: 'Before: {unit}' },
  'beside.next': { vi: 'Tiếp theo: {unit}', en: 'Next: {unit}' },
  'beside.sent': {
    vi: 'Lần gửi {number}, {by} gửi lúc {at}. Số biên nhận {receipt}.',
    en: 'Version {number}, sent by {by} at {at}. Receipt {receipt}.',
  },
  'beside.correction': { vi: 'Lý do đính chính: {reason}', en: 'Corrected because: {reason}' },
  'beside.figures': { vi: 'Số liệu', en: 'Figures' },
  'beside.summary': {
    vi: '{changed}/{boxes} ô khác tháng {month}.',
    en: '{changed} of {boxes} boxes differ from {month}.',
  },
  'beside.corrected': {
    vi: '{count} ô đã sửa so với lần gửi {number}.',
    en: '{count} boxes corrected since version {number}.',
  },
  'beside.noBefore': {
    vi: 'Chưa có số liệu tháng {month} để đối chiếu.',
    en: 'There are no figures of {month} to compare with.',
  },
  'beside.summed': {
    vi: 'Số tháng {month} là tổng của: {units}.',
    en: 'The figures of {month} are the sum of {units}.',
  },
  'beside.absent': {
    vi: 'Chưa đối chiếu được với tháng {month}: thiếu số liệu hoặc không tách được của {units}.',
    en: 'No comparison with {month}: figures are missing, or cannot be divided, of {units}.',
  },
  'beside.onlyChanged': { vi: 'Chỉ xem các ô thay đổi', en: 'Only what changed' },
  'beside.everything': { vi: 'Xem tất cả các ô', en: 'Every box' },
  'beside.nothingChanged': {
    vi: 'Không ô nào thay đổi.',
    en: 'No box changed.',
  },
  'beside.this': { vi: 'Lần {number}', en: 'Version {number}' },
  'beside.earlier': { vi: 'Lần {number}', en: 'Version {number}' },
  'beside.lastMonth': { vi: 'Tháng {month}', en: '{month}' },
  'beside.difference': { vi: 'Chênh lệch', en: 'Change' },
  'beside.edited': { vi: 'đã sửa', en: 'corrected' },
  'beside.cohort': { vi: 'Khóa tốt nghiệp {year}', en: 'Graduates of {year}' },
  'beside.texts': { vi: 'Nội dung bằng lời', en: 'In words' },
  'beside.textBefore': { vi: 'Lần {number}: {text}', en: 'Version {number}: {text}' },
  'beside.otherWarnings': { vi: 'Cảnh báo chung', en: 'Other warnings' },
  'beside.accept': { vi: 'Tiếp nhận báo cáo', en: 'Accept the report' },
  'beside.acceptNext': { vi: 'Tiếp nhận, xem báo cáo tiếp theo', en: 'Accept, go to the next' },
  'beside.return': { vi: 'Trả lại', en: 'Return' },
  'beside.read': { vi: 'Đã xem trả lời', en: 'Answer read' },
  'beside.report': { vi: 'Trang báo cáo của xã', en: 'The commune’s page' },
  'beside.history': { vi: 'Các tháng của xã', en: 'The commune’s months' },

  'flash.acceptedNext': {
    vi: 'Đã tiếp nhận báo cáo vừa xem. Đây là báo cáo tiếp theo.',
    en: 'The last report is accepted. This is the next.',
  },
  'flash.askedMany': {
    vi: 'Đã gửi câu hỏi. Báo cáo chuyển sang nhóm “Đang chờ xã”.',
    en: 'Asked. The reports now wait for the communes.',
  },
  'flash.askedNone': {
    vi: 'Chưa hỏi xã nào: chưa chọn báo cáo, hoặc đã hỏi từ trước.',
    en: 'Nobody was asked: none selected, or asked before.',
  },
  'flash.remarkRead': { vi: 'Đã ghi nhận cơ quan đã xem.', en: 'Marked as read.' },
  'flash.remarkReadNone': {
    vi: 'Chưa ghi nhận gì: chưa chọn báo cáo, hoặc đã xem từ trước.',
    en: 'Nothing was marked: none selected, or read before.',
  },
} as const satisfies Words
