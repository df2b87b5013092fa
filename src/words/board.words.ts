import type { Words } from './words.ts'

/** The office's board, a commune's page for the office, and what is decided there. */
export const board = {
  'board.title': { vi: 'Tình hình báo cáo tháng {month}', en: 'Reporting for {month}' },
  'board.due': { vi: 'Hạn gửi: {due}', en: 'Due: {due}' },
  'board.asOf': { vi: 'Số liệu tính đến ngày {day}', en: 'Figures as of {day}' },
  'board.dueAbove': {
    vi: 'Hạn theo lịch chung; từng cơ quan bên dưới có thể đặt khác.',
    en: 'By the common calendar; an office below may have set another date.',
  },
  'board.month': { vi: 'Tháng {month}', en: 'Month {month}' },
  'board.toRunning': { vi: 'Về kỳ đang thực hiện', en: 'To the running month' },
  'board.up': { vi: 'Lên cơ quan cấp trên', en: 'To the office above' },
  'board.complete': {
    vi: 'Cả {expected} xã đã gửi báo cáo.',
    en: 'All {expected} communes have reported.',
  },
  'board.notBegun': {
    vi: '{expected} xã sẽ gửi báo cáo kỳ này.',
    en: '{expected} communes will report this month.',
  },
  'board.missing': {
    vi: 'Còn {missing}/{expected} xã chưa gửi:',
    en: '{missing} of {expected} communes are missing:',
  },
  'board.missingIn': {
    vi: 'Còn {missing}/{expected} xã chưa gửi, thuộc {offices} cơ quan.',
    en: '{missing} of {expected} communes are missing, under {offices} offices.',
  },
  'board.others': { vi: 'và {count} xã khác', en: 'and {count} others' },
  'board.future': {
    vi: 'Kỳ này chưa mở. Bắt đầu nhận báo cáo từ {day}.',
    en: 'This month has not opened. Reports are taken from {day} on.',
  },
  'board.lockedByHand': {
    vi: '{by} đã khóa kỳ này lúc {at}: {reason}',
    en: 'Locked by {by} at {at}: {reason}',
  },
  'board.lockedBySettings': {
    vi: 'Kỳ này đã tự khóa lúc {at} theo cài đặt của cơ quan. Xã nào cần gửi tiếp thì gia hạn cho xã đó.',
    en: 'This month locked by itself at {at}, as the office has set. To let a commune in again, give it more time.',
  },
  'board.nobody': { vi: 'Không có đơn vị nào báo cáo trong kỳ này', en: 'Nobody reports in this month' },
  'board.nobodyText': {
    vi: 'Trong kỳ này chưa có xã nào thuộc cơ quan. Đề nghị chọn kỳ khác hoặc kiểm tra danh sách đơn vị.',
    en: 'No commune stood under this office in this month. Choose another month, or look at the list of units.',
  },

  'board.over': {
    vi: 'Tính trên {over}/{expected} xã đã báo cáo',
    en: 'Over {over} of {expected} communes that reported',
  },
  'board.overNone': { vi: 'Chưa có xã nào báo cáo', en: 'Nobody has reported yet' },
  'board.changeUp': {
    vi: 'tăng {change} so với {month} (cùng {same} xã)',
    en: 'up {change} on {month} (same {same} communes)',
  },
  'board.changeDown': {
    vi: 'giảm {change} so với {month} (cùng {same} xã)',
    en: 'down {change} on {month} (same {same} communes)',
  },
  'board.changeSame': { vi: 'bằng {month} (cùng {same} xã)', en: 'as in {month} (same {same} communes)' },
  'board.noChange': { vi: 'chưa so được với {month}', en: 'cannot be compared with {month}' },

  'board.expected': { vi: 'Phải báo cáo', en: 'Expected' },
  'board.reported': { vi: 'Đã gửi', en: 'Reported' },
  'board.on-time': { vi: 'Đúng hạn', en: 'On time' },
  'board.late': { vi: 'Muộn', en: 'Late' },
  'board.missingTile': { vi: 'Chưa gửi', en: 'Missing' },
  'board.returned': { vi: 'Trả lại', en: 'Returned' },
  'board.submitted': { vi: 'Chờ tiếp nhận', en: 'To accept' },
  'board.accepted': { vi: 'Đã tiếp nhận', en: 'Accepted' },
  'board.nil': { vi: 'Không phát sinh', en: 'Nil' },
  'board.warned': { vi: 'Có cảnh báo', en: 'With warnings' },
  'board.drafts': { vi: '{draft} đang soạn', en: '{draft} being typed' },
  'board.draftsAwaiting': {
    vi: '{draft} đang soạn, {awaiting} chờ lãnh đạo duyệt',
    en: '{draft} being typed, {awaiting} awaiting sign-off',
  },
  'board.partOnTime': { vi: 'Đúng hạn {count}', en: 'On time {count}' },
  'board.partLate': { vi: 'Muộn {count}', en: 'Late {count}' },
  'board.partMissing': { vi: 'Chưa gửi {count}', en: 'Missing {count}' },
  'board.progress': {
    vi: '{reported}/{expected} xã đã gửi: {parts}',
    en: '{reported} of {expected} have reported: {parts}',
  },

  'board.chase': {
    vi: 'Nhắc, gọi điện, nhắn nhóm Zalo ({count} xã chưa gửi)',
    en: 'Remind, ring, post ({count} missing)',
  },
  'board.chaseWhom': { vi: 'Xã chưa gửi và người phụ trách', en: 'Who is missing, and whom to ring' },
  'board.chaseMore': {
    vi: 'Trang này liệt kê {shown} trong {count} xã. Các xã còn lại xem trong bảng bên dưới.',
    en: '{shown} of {count} are listed here; the others are in the table below.',
  },
  'board.noContact': { vi: 'chưa có người phụ trách', en: 'nobody named' },
  'board.noPhone': { vi: 'chưa có số điện thoại', en: 'no number' },
  'board.call': { vi: 'Gọi {name}, {unit}: {phone}', en: 'Ring {name}, {unit}: {phone}' },
  'board.sentence': {
    vi: 'Lời nhắn thêm trong thư (không bắt buộc)',
    en: 'A sentence of your own in the letter (optional)',
  },
  'board.sentenceHint': {
    vi: 'Một câu ngắn, ví dụ: “Lãnh đạo Sở họp lúc 8 giờ sáng mai.”',
    en: 'One short sentence, such as “The board meets at eight tomorrow.”',
  },
  'board.chasePress': { vi: 'Nhắc ngay', en: 'Remind now' },
  'board.message': { vi: 'Tin nhắn cho nhóm Zalo', en: 'Text for the chat group' },
  'board.messageHint': {
    vi: 'Bấm “Chép”, rồi dán vào nhóm.',
    en: 'Press “Copy”, then paste it into the group.',
  },

  'board.search': { vi: 'Tìm xã (gõ không dấu cũng được)', en: 'Find a commune (accents not needed)' },
  'board.searchOffice': {
    vi: 'Tìm cơ quan (gõ không dấu cũng được)',
    en: 'Find an office (accents not needed)',
  },
  'board.count': { vi: '{shown}/{count} xã', en: '{shown} of {count} communes' },
  'board.countOffices': { vi: '{shown}/{count} cơ quan', en: '{shown} of {count} offices' },
  'board.filtered': { vi: 'Đang lọc: {filter}.', en: 'Filter: {filter}.' },
  'board.showAll': { vi: 'Xem tất cả', en: 'Show all' },
  'board.none': { vi: 'Không có xã nào phù hợp', en: 'No commune matches' },
  'board.noneText': {
    vi: 'Đề nghị gõ tên ngắn hơn, hoặc bỏ lọc.',
    en: 'Try a shorter name, or drop the filter.',
  },
  'board.caption': {
    vi: 'Các xã phải báo cáo kỳ tháng {month}',
    en: 'Communes expected to report for {month}',
  },
  'board.captionOffices': { vi: 'Các cơ quan, kỳ tháng {month}', en: 'Offices, {month}' },
  'board.unit': { vi: 'Xã', en: 'Commune' },
  'board.office': { vi: 'Cơ quan', en: 'Office' },
  'board.state': { vi: 'Trạng thái', en: 'State' },
  'board.sent': { vi: 'Gửi lúc, người gửi', en: 'Sent, by whom' },
  'board.notes': { vi: 'Cảnh báo, giải trình', en: 'Warnings, explanations' },
  'board.act': { vi: 'Xử lý', en: 'Act' },
  'board.direct': { vi: 'Báo cáo thẳng về cơ quan này', en: 'Reporting to this office itself' },
  'board.total': { vi: 'Tổng cộng', en: 'Total' },
  'board.byCommune': { vi: 'Xem từng xã', en: 'Commune by commune' },
  'board.byOffice': { vi: 'Xem theo cơ quan', en: 'Office by office' },
  'board.pageOf': { vi: 'Trang {page}/{pages}', en: 'Page {page} of {pages}' },
  'board.select': { vi: 'Chọn {unit}', en: 'Select {unit}' },
  'board.extended': { vi: 'Gia hạn đến {until}', en: 'More time until {until}' },
  'board.unreached': { vi: 'Thư không tới', en: 'Mail did not arrive' },
  'board.warnings': { vi: '{count} cảnh báo', en: 'Warnings: {count}' },
  'board.explanation': { vi: 'Giải trình', en: 'Explanation' },
  'board.unexplained': { vi: 'không có giải trình', en: 'not explained' },
  'board.returnedFor': { vi: 'Lý do trả lại', en: 'Returned because' },
  'board.versionNumber': { vi: 'lần {number}', en: 'version {number}' },
  'board.lastMonth': { vi: 'so với kỳ trước', en: 'against last month' },
  'board.consolidation': { vi: 'Tổng hợp, tải Excel', en: 'Consolidation, Excel' },
  'board.reminders': { vi: 'Lịch nhắc', en: 'Reminders' },

  'board.accept': { vi: 'Tiếp nhận', en: 'Accept' },
  'board.acceptOf': { vi: 'Tiếp nhận báo cáo của {unit}', en: 'Accept the report of {unit}' },
  'board.acceptSelected': { vi: 'Tiếp nhận các xã đã chọn', en: 'Accept those selected' },
  'board.acceptHint': {
    vi: 'Đánh dấu các xã ở cột đầu, rồi bấm:',
    en: 'Tick communes in the first column, then:',
  },
  'board.return': { vi: 'Trả lại', en: 'Return' },
  'board.returnOf': { vi: 'Trả lại báo cáo của {unit}', en: 'Return the report of {unit}' },
  'board.returnTitle': { vi: 'Trả lại báo cáo để chỉnh sửa', en: 'Return a report for correction' },
  'board.returnReason': { vi: 'Lý do trả lại', en: 'Reason' },
  'board.returnHint': {
    vi: 'Nêu rõ ô nào, vì sao. Xã đọc đúng câu này. Không ghi họ tên học sinh.',
    en: 'Say which box, and why. The commune reads this very sentence. Do not name pupils.',
  },
  'board.returnMail': {
    vi: 'Thư báo trả lại sẽ được gửi trong ít phút, kèm lý do. Số liệu đã gửi vẫn được tính cho đến khi xã gửi lại.',
    en: 'The letter with your reason leaves within minutes. The figures sent keep counting until the commune sends anew.',
  },
  'board.returnMoved': {
    vi: 'Xã vừa gửi lần {number}. Đề nghị xem lần gửi mới; nếu vẫn cần trả lại thì bấm lại.',
    en: 'The commune has just sent version {number}. Please read it; if it is still to be returned, press again.',
  },
  'board.returnLocked': {
    vi: 'Kỳ này đã khóa, xã sẽ không gửi lại được nếu không được gia hạn.',
    en: 'This month is locked: the commune cannot send anew unless it is given more time.',
  },
  'board.returnPress': { vi: 'Trả lại báo cáo', en: 'Return the report' },
  'board.reasonMissing': { vi: 'Đề nghị nêu lý do.', en: 'Please give the reason.' },
  'board.reasonLong': {
    vi: 'Lý do dài quá {most} ký tự.',
    en: 'The reason is longer than {most} characters.',
  },
  'board.cancel': { vi: 'Thôi, quay lại', en: 'Back' },
  'board.giveTime': { vi: 'Gia hạn', en: 'Give more time' },

  'board.lock': { vi: 'Khóa kỳ báo cáo này', en: 'Lock this month' },
  'board.lockText': {
    vi: 'Sau khi khóa, không xã nào gửi hoặc sửa báo cáo kỳ này, trừ xã được gia hạn. Có thể mở khóa lại.',
    en: 'Once locked, no commune can send or correct a report for this month, but for those given more time. It can be unlocked.',
  },
  'board.lockReason': { vi: 'Lý do khóa', en: 'Reason for locking' },
  'board.lockPress': { vi: 'Khóa kỳ này', en: 'Lock' },
  'board.unlock': { vi: 'Mở khóa kỳ báo cáo này', en: 'Unlock this month' },
  'board.unlockText': {
    vi: 'Các xã lại gửi và sửa được báo cáo kỳ này.',
    en: 'Communes can send and correct reports for this month again.',
  },
  'board.unlockReason': { vi: 'Lý do mở khóa', en: 'Reason for unlocking' },
  'board.unlockPress': { vi: 'Mở khóa', en: 'Unlock' },

  'flash.accepted': { vi: 'Đã tiếp nhận báo cáo.', en: 'Accepted.' },
  'flash.acceptedSome': {
    vi: 'Đã tiếp nhận một phần. Báo cáo chưa gửi, đã trả lại hoặc vừa có lần gửi mới thì chưa tiếp nhận; đề nghị xem lại.',
    en: 'Some were accepted. Those not sent, returned, or sent anew in the meantime were not; please look again.',
  },
  'flash.acceptedNone': {
    vi: 'Chưa tiếp nhận báo cáo nào: chưa chọn xã, đã tiếp nhận từ trước, hoặc vừa có lần gửi mới.',
    en: 'None was accepted: none selected, accepted before, or sent anew in the meantime.',
  },
  'flash.returned': {
    vi: 'Đã trả lại báo cáo. Thư báo trả lại sẽ được gửi trong ít phút.',
    en: 'Returned. The letter leaves within minutes.',
  },
  'flash.extended': { vi: 'Đã gia hạn.', en: 'More time was given.' },
  'flash.locked': { vi: 'Đã khóa kỳ báo cáo.', en: 'The month is locked.' },
  'flash.unlocked': { vi: 'Đã mở khóa kỳ báo cáo.', en: 'The month is open again.' },

  'problem.reportMoved': { vi: 'Báo cáo này vừa thay đổi', en: 'This report has just changed' },
  'problem.reportMoved.advice': {
    vi: 'Xã vừa gửi lần mới, hoặc báo cáo đã được trả lại trước đó. Chưa có gì được ghi. Đề nghị mở lại báo cáo để xem.',
    en: 'The commune has sent a new version, or it was returned before. Nothing was saved. Please open the report again.',
  },
} as const satisfies Words
