import type { Words } from './words.ts'

/** What the commune's pages say beside `reports.words`: judgements, signing off, corrections, states. */
export const commune = {
  'reports.twice': {
    vi: 'Ô này được gửi lên hai lần; đề nghị rà lại nội dung.',
    en: 'This box was sent twice; please look it over.',
  },
  'reports.locked': {
    vi: 'Kỳ báo cáo này đã khóa từ {at}. Những gì đồng chí nhập vẫn còn ở đây. Đề nghị liên hệ {office} để mở lại.',
    en: 'This month was locked at {at}. What you typed is still here. Please ask {office} to open it again.',
  },
  'reports.notOpenYet': {
    vi: 'Kỳ này nhận báo cáo từ ngày {day}. Hiện chỉ lưu nháp được.',
    en: 'Reports for this month are taken from {day}. Until then only a draft can be kept.',
  },
  'reports.notTaken': {
    vi: 'Kỳ này hiện không nhận bản nháp.',
    en: 'No draft is taken for this month now.',
  },
  'reports.change.up': { vi: 'tăng {count} so với kỳ {month}', en: '{count} more than in {month}' },
  'reports.change.down': { vi: 'giảm {count} so với kỳ {month}', en: '{count} fewer than in {month}' },
  'reports.change.same': { vi: 'bằng kỳ {month}', en: 'as in {month}' },
  'reports.reasonMissing': {
    vi: 'Đề nghị nêu lý do chỉnh sửa, ít nhất 5 ký tự.',
    en: 'Please say why it is corrected, in at least 5 characters.',
  },
  'reports.nothingChanged': {
    vi: 'Nội dung giống hệt lần gửi trước, không có gì để gửi lại.',
    en: 'This is the same as the version before; there is nothing to send.',
  },
  'reports.explain': {
    vi: 'Đề nghị giải trình một dòng, ít nhất 5 ký tự.',
    en: 'Please explain in one line, at least 5 characters.',
  },

  'reports.state.title': { vi: 'Báo cáo kỳ tháng {month}', en: 'Report for {month}' },
  'reports.state.receipt': { vi: 'Số biên nhận', en: 'Receipt' },
  'reports.state.sent': { vi: 'Gửi lúc', en: 'Sent' },
  'reports.state.by': { vi: 'Người gửi', en: 'Sent by' },
  'reports.state.timing': { vi: 'Thời hạn', en: 'Timing' },
  'reports.state.version': { vi: 'Lần gửi', en: 'Version' },
  'reports.state.reason': { vi: 'Lý do chỉnh sửa', en: 'Reason' },
  'reports.state.correct': { vi: 'Chỉnh sửa báo cáo', en: 'Correct the report' },
  'reports.state.continue': { vi: 'Tiếp tục chỉnh sửa', en: 'Go on correcting' },
  'reports.state.correcting': {
    vi: 'Có bản chỉnh sửa đang làm dở, {by} lưu lúc {at}. Bản đã gửi vẫn được tính.',
    en: 'A correction is being typed, saved by {by} at {at}. The sent version still counts.',
  },
  'reports.state.receiptLink': { vi: 'Xem biên nhận', en: 'See the receipt' },
  'reports.state.versionsLink': { vi: 'Các lần gửi', en: 'All versions' },
  'reports.state.historyLink': { vi: 'Các kỳ khác', en: 'Other months' },
  'reports.state.none': { vi: 'Kỳ này đơn vị chưa gửi báo cáo', en: 'No report was sent for this month' },
  'reports.state.noneText': {
    vi: 'Chưa gửi không có nghĩa là bằng 0.',
    en: 'Not sent does not mean 0.',
  },
  'reports.state.lockedNote': {
    vi: 'Kỳ này đã khóa từ {at}. Muốn gửi hoặc chỉnh sửa, cần {office} mở khóa.',
    en: 'This month was locked at {at}. To send or correct, {office} has to open it.',
  },
  'reports.state.nil': {
    vi: 'Báo cáo không phát sinh: không có học sinh thuộc diện, không có biến động.',
    en: 'A nil report: nobody concerned, no movements.',
  },

  'reports.signOff.title': { vi: 'Chờ lãnh đạo duyệt', en: 'Awaiting sign-off' },
  'reports.signOff.asked': {
    vi: '{by} trình lúc {at}. Báo cáo chỉ được tính là đã gửi khi lãnh đạo duyệt.',
    en: 'Asked by {by} at {at}. The report counts as sent once the leader signs it off.',
  },
  'reports.signOff.approve': { vi: 'Duyệt và gửi', en: 'Sign off and send' },
  'reports.signOff.giveBack': { vi: 'Trả lại để sửa', en: 'Give back' },
  'reports.signOff.note': { vi: 'Cần sửa gì', en: 'What to change' },
  'reports.signOff.noteHint': {
    vi: 'Một câu ngắn cho người nhập; không ghi tên học sinh.',
    en: 'A short line for the writer; no pupils’ names.',
  },
  'reports.signOff.takeBack': { vi: 'Lấy lại để sửa', en: 'Take it back' },
  'reports.signOff.faults': {
    vi: 'Bản trình này chưa gửi được. Đề nghị trả lại để sửa.',
    en: 'This draft cannot be sent yet. Please give it back.',
  },

  'reports.home.title': { vi: 'Báo cáo của đơn vị', en: 'Reports' },
  'reports.home.start': { vi: 'Nhập báo cáo', en: 'Start the report' },
  'reports.home.continue': { vi: 'Tiếp tục nhập', en: 'Go on' },
  'reports.home.fix': { vi: 'Sửa và gửi lại', en: 'Correct and send' },
  'reports.home.signOff': { vi: 'Xem và duyệt', en: 'Read and sign off' },
  'reports.home.see': { vi: 'Xem báo cáo', en: 'See the report' },
  'reports.home.receipt': { vi: 'Xem biên nhận', en: 'See the receipt' },
  'reports.home.sent': { vi: 'Đã gửi lúc {at}, số {receipt}.', en: 'Sent at {at}, no. {receipt}.' },
  'reports.home.draft': {
    vi: 'Đã nhập {filled}/{boxes} ô; {by} lưu lúc {at}.',
    en: '{filled} of {boxes} boxes filled; saved by {by} at {at}.',
  },
  'reports.home.correcting': {
    vi: 'Đang chỉnh sửa dở; {by} lưu lúc {at}.',
    en: 'A correction is being typed; saved by {by} at {at}.',
  },
  'reports.home.notOpen': { vi: 'Nhận báo cáo từ ngày {day}.', en: 'Reports are taken from {day}.' },
  'reports.home.lateOnes': { vi: 'Kỳ trước chưa gửi', en: 'Earlier months not sent' },
  'reports.home.lateOne': {
    vi: 'Kỳ tháng {month}, hạn {due}: chưa gửi.',
    en: '{month}, due {due}: not sent.',
  },
  'reports.home.lateSend': { vi: 'Nhập kỳ {month}', en: 'Report {month}' },
  'reports.home.noUnits': { vi: 'Chưa có đơn vị nào', en: 'No unit yet' },
  'reports.home.noUnitsText': {
    vi: 'Tài khoản này chưa được giao báo cáo cho xã, phường nào. Đề nghị liên hệ cơ quan nhận báo cáo.',
    en: 'This account does not report for any commune yet. Please ask your office.',
  },
  'reports.home.idle': {
    vi: 'Đơn vị không báo cáo trong kỳ này.',
    en: 'This unit does not report in this month.',
  },
  'reports.home.month': { vi: 'Tháng {number}', en: 'Month {number}' },

  'reports.history.predecessors': { vi: 'Đơn vị trước sắp xếp', en: 'Before the merger' },
  'reports.history.predecessor': { vi: '{unit}, đến hết tháng {month}', en: '{unit}, until {month}' },
  'reports.history.many': { vi: '{count} lần gửi', en: '{count} versions' },
  'reports.versions.title': { vi: 'Các lần gửi kỳ tháng {month}', en: 'Versions of {month}' },
  'reports.versions.first': { vi: 'Lần gửi đầu tiên', en: 'The first version' },
  'reports.versions.counts': { vi: 'Đang được tính', en: 'This one counts' },
  'reports.versions.noChanges': { vi: 'Không có ô nào thay đổi.', en: 'No box was changed.' },
  'reports.versions.none': { vi: 'Kỳ này chưa có lần gửi nào', en: 'Nothing has been sent for this month' },
  'reports.receipt.number': { vi: 'Biên nhận {number}', en: 'Receipt {number}' },
  'reports.receipt.replaced': {
    vi: 'Đã có lần gửi mới hơn thay cho lần này.',
    en: 'A newer version has taken its place.',
  },
  'reports.receipt.print': { vi: 'In trang này để lưu nếu cần.', en: 'Print this page if you need it.' },
  'reports.receipt.changed': { vi: 'Xem những gì đã thay đổi', en: 'See what was changed' },

  'flash.draft-saved': {
    vi: 'Đã lưu nháp. Báo cáo chưa được gửi.',
    en: 'Draft saved. The report is not sent yet.',
  },
  'flash.filled': {
    vi: 'Đã điền vào các ô còn trống và lưu nháp. Đề nghị rà soát trước khi gửi.',
    en: 'The empty boxes were filled in and the draft saved. Please look it over before sending.',
  },
  'flash.asked': { vi: 'Đã trình lãnh đạo duyệt.', en: 'Laid before the leader.' },
  'flash.given-back': { vi: 'Đã trả lại để sửa.', en: 'Given back.' },
  'flash.taken-back': { vi: 'Đã lấy lại bản trình, có thể sửa tiếp.', en: 'Taken back; you can go on.' },
  'flash.dropped': {
    vi: 'Đã bỏ bản chỉnh sửa. Bản đã gửi giữ nguyên.',
    en: 'Correction dropped. What was sent stands.',
  },
  'flash.note-refused': {
    vi: 'Chưa trả lại được: lời nhắn có thông tin giống họ tên, số điện thoại hoặc ngày sinh học sinh.',
    en: 'Not given back: the note seems to hold a name, a phone number or a birth date.',
  },
  'flash.stale-sign-off': {
    vi: 'Bản trình vừa thay đổi. Đề nghị xem lại trước khi quyết định.',
    en: 'The draft has just changed. Please look again before deciding.',
  },

  'problem.monthAhead': { vi: 'Kỳ tháng {month} chưa mở', en: '{month} is not open yet' },
  'problem.monthAhead.advice': {
    vi: 'Có thể nhập nháp từ đầu kỳ báo cáo (mặc định ngày 15 tháng trước) và gửi từ ngày sau ngày chốt số liệu.',
    en: 'A draft may be kept from the start of the reporting period, and sent from the day after the cut-off.',
  },
  'problem.beforeUnit': {
    vi: '{unit} bắt đầu báo cáo từ kỳ tháng {month}',
    en: '{unit} reports from {month} on',
  },
  'problem.beforeUnit.advice': {
    vi: 'Số liệu các kỳ trước thuộc đơn vị trước sắp xếp; xem ở trang các kỳ đã báo cáo.',
    en: 'Earlier months belong to the units before the merger; see the page of all months.',
  },
  'problem.afterUnit': {
    vi: '{unit} đã kết thúc, kỳ cuối cùng là tháng {month}',
    en: '{unit} has ended; its last month was {month}',
  },
  'problem.afterUnit.advice': {
    vi: 'Từ kỳ sau đó, đơn vị mới sau sắp xếp báo cáo thay.',
    en: 'From then on the unit after the merger reports instead.',
  },
  'problem.noOffice': {
    vi: '{unit} chưa được gắn với cơ quan nhận báo cáo trong kỳ này',
    en: '{unit} has no receiving office in this month',
  },
  'problem.noOffice.advice': {
    vi: 'Đề nghị báo quản trị Cổng của cơ quan nhận báo cáo.',
    en: 'Please tell the administrator at the receiving office.',
  },
} as const satisfies Words
