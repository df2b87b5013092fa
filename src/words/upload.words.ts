import type { Words } from './words.ts'

/** Sending an Excel file instead of typing: the upload, what stands against it, and the preview before the press. */
export const upload = {
  'audit.act.upload.keep': {
    vi: 'tải lên tệp {file} cho {unit}, kỳ {month}',
    en: 'uploaded the file {file} for {unit}, {month}',
  },
  'audit.act.upload.apply': {
    vi: 'lấy số liệu từ tệp {file} cho {unit}, kỳ {month}',
    en: 'took figures from the file {file} for {unit}, {month}',
  },
  'upload.title': { vi: 'Nộp bằng tệp Excel, tháng {month}', en: 'Send by Excel file, {month}' },
  'upload.link': { vi: 'Nộp bằng tệp Excel', en: 'Send by Excel file' },
  'upload.officeLink': { vi: 'Nhận tệp Excel của xã', en: 'Take communes’ Excel files' },
  'upload.intro': {
    vi: 'Tải lên tệp mẫu đã điền. Chưa có gì được lưu cho tới khi đồng chí xem lại và bấm nút.',
    en: 'Upload the filled template. Nothing is saved until you have looked through it and pressed.',
  },
  'upload.introOffice': {
    vi: 'Tải lên một tệp nhiều trang, hoặc một tệp .zip gồm tệp của nhiều xã. Chưa có gì được lưu cho tới khi đồng chí xem lại và bấm nút.',
    en: 'Upload one workbook with a sheet each, or a .zip of several communes’ files. Nothing is saved until you have looked through it and pressed.',
  },
  'upload.file': { vi: 'Tệp Excel', en: 'Excel file' },
  'upload.fileHint': {
    vi: 'Tệp .xlsx tải từ Cổng này, không quá 5 MB.',
    en: 'An .xlsx file from this portal, at most 5 MB.',
  },
  'upload.fileHintOffice': {
    vi: 'Tệp .xlsx hoặc .zip gồm các tệp .xlsx tải từ Cổng này, không quá 5 MB.',
    en: 'An .xlsx file, or a .zip of .xlsx files, from this portal, at most 5 MB.',
  },
  'upload.check': { vi: 'Đọc và xem trước', en: 'Read and preview' },
  'upload.noFile': { vi: 'Đề nghị chọn một tệp.', en: 'Please choose a file.' },
  'upload.refused': {
    vi: 'Không lấy được số liệu từ tệp “{file}”',
    en: 'No figures were taken from “{file}”',
  },
  'upload.getTemplate': { vi: 'Tải mẫu Excel của tháng này', en: 'Download this month’s Excel template' },
  'upload.getTemplates': {
    vi: 'Tải mẫu của các xã (một tệp)',
    en: 'Download the communes’ templates (one file)',
  },

  'upload.tables': {
    vi: 'Nộp bằng bảng Excel riêng của đơn vị, không theo mẫu',
    en: 'Send a table of your own that is not the template',
  },

  'upload.otherMonth': {
    vi: 'Đây là mẫu của tháng {theirs}, không phải tháng {month}. Đề nghị nộp ở trang của tháng {theirs}, hoặc tải mẫu của tháng {month}.',
    en: 'This is the template of {theirs}, not of {month}. Please send it on the page of {theirs}, or download the template of {month}.',
  },
  'upload.otherUnit': {
    vi: 'Đây là mẫu của đơn vị khác (mã {theirs}), không phải của {unit}. Số liệu không được lấy vào.',
    en: 'This is the template of another commune (code {theirs}), not of {unit}. Nothing was taken from it.',
  },
  'upload.notUnder': {
    vi: 'Đơn vị mã {theirs} không thuộc {unit} trong tháng {month}. Số liệu không được lấy vào.',
    en: 'The commune of code {theirs} is not under {unit} in {month}. Nothing was taken from it.',
  },
  'upload.edited': {
    vi: 'Mẫu đã bị sửa: ô {cell} phải là “{label}”. Có thể đã thêm, xóa hoặc chuyển dòng, cột nên không biết chắc ô nào là chỉ tiêu nào. Đề nghị tải mẫu mới và chép số liệu sang.',
    en: 'The template was edited: cell {cell} should read “{label}”. Rows or columns may have been moved, so it is not certain which box is which. Please download a fresh template and copy the figures over.',
  },
  'upload.older': {
    vi: 'Mẫu này tải về trước khi biểu mẫu thay đổi. Đề nghị tải mẫu mới và chép số liệu sang.',
    en: 'This template was downloaded before the form changed. Please download a fresh one and copy the figures over.',
  },
  'upload.unknown': {
    vi: 'Không phải mẫu của Cổng này nên không biết ô nào là chỉ tiêu nào. Đề nghị dùng mẫu tải từ Cổng, hoặc chọn “Nộp bằng bảng Excel riêng của đơn vị” ở cuối trang này.',
    en: 'This is no template of this portal, so it is not known which cell is which indicator. Please use the portal’s template, or choose “Send a table of your own” below.',
  },
  'upload.twice': {
    vi: '{unit} có hai trang trong tệp; chỉ lấy trang “{first}”, trang này không lấy.',
    en: '{unit} has two sheets in the file; only “{first}” is taken, this one is not.',
  },
  'upload.blank': {
    vi: 'Chưa điền số nào nên không lấy vào.',
    en: 'No figure has been filled in, so nothing was taken from it.',
  },
  'upload.skipped': {
    vi: 'Trang của đơn vị khác (mã {theirs}), bỏ qua.',
    en: 'A sheet of another commune (code {theirs}), passed over.',
  },
  'upload.formulas': {
    vi: 'Ô {cells} chứa công thức. Cổng không tính công thức, chỉ lấy kết quả đã lưu trong tệp.',
    en: '{cells} hold formulas. The portal works out no formula; it takes the result saved in the file.',
  },
  'upload.noResult': {
    vi: 'Ô {cells} chứa công thức chưa có kết quả nên coi là trống. Đề nghị mở tệp bằng Excel, lưu lại, hoặc gõ số vào ô.',
    en: '{cells} hold formulas without a saved result and count as empty. Please open and save the file in Excel, or type the figure.',
  },

  'upload.preview': { vi: 'Xem trước tệp “{file}”', en: 'Preview of “{file}”' },
  'upload.previewText': {
    vi: 'Chưa có gì được lưu. Đề nghị xem lại rồi bấm nút ở cuối trang.',
    en: 'Nothing has been saved yet. Please look it through and press a button below.',
  },
  'upload.another': { vi: 'Tải tệp khác', en: 'Another file' },
  'upload.remarks': { vi: 'Về tệp này', en: 'About this file' },
  'upload.sheet': { vi: 'Trang “{sheet}”', en: 'Sheet “{sheet}”' },
  'upload.changed': { vi: '{count} ô thay đổi', en: '{count} boxes change' },
  'upload.unchanged': { vi: '{count} ô giữ nguyên', en: '{count} boxes stay as they are' },
  'upload.showAll': { vi: 'Xem đủ các ô', en: 'See every box' },
  'upload.cell': { vi: 'Ô', en: 'Cell' },
  'upload.was': { vi: 'Đang có', en: 'There now' },
  'upload.now': { vi: 'Trong tệp', en: 'In the file' },
  'upload.mark': { vi: 'Thay đổi', en: 'Changed' },
  'upload.mend': { vi: 'Phải sửa', en: 'To mend' },
  'upload.take': { vi: 'Lấy số liệu của {unit}', en: 'Take the figures of {unit}' },
  'upload.errors': { vi: '{count} lỗi phải sửa trước khi gửi', en: '{count} to mend before it can be sent' },
  'upload.many': { vi: '{cells} và {count} ô khác', en: '{cells} and {count} more' },
  'upload.manySheets': { vi: '{cells} và {count} trang khác', en: '{cells} and {count} more sheets' },
  'upload.sameUnits': { vi: '{count} đơn vị không thay đổi gì', en: '{count} communes with no change' },
  'upload.explainCell': {
    vi: '{message} Cần một câu giải trình.',
    en: '{message} One line of explanation is needed.',
  },
  'upload.nothing': {
    vi: 'Không có gì để lưu hoặc gửi từ tệp này.',
    en: 'There is nothing to save or send from this file.',
  },
  'upload.state.ready': { vi: 'Có thể gửi', en: 'Can be sent' },
  'upload.state.draft': { vi: 'Chỉ lưu được bản nháp', en: 'Can be kept as a draft only' },
  'upload.state.same': { vi: 'Không thay đổi', en: 'No change' },
  'upload.state.locked': { vi: 'Tháng đã khóa số liệu', en: 'The month is locked' },
  'upload.state.ahead': { vi: 'Chưa đến kỳ báo cáo', en: 'Not yet open' },
  'upload.state.awaiting': { vi: 'Đang chờ lãnh đạo duyệt', en: 'With the leader' },
  'upload.state.sent': { vi: 'Đã gửi từ tệp này', en: 'Sent from this file' },
  'upload.state.kept': { vi: 'Đã lưu bản nháp từ tệp này', en: 'Kept as a draft from this file' },
  'upload.receipt': { vi: 'Xem giấy biên nhận {receipt}', en: 'See receipt {receipt}' },
  'upload.over.draft': {
    vi: 'Bản nháp do {by} lưu lúc {at} sẽ được thay bằng số liệu trong tệp ở những ô dưới đây.',
    en: 'The draft saved by {by} at {at} will be replaced by the file’s figures in the boxes below.',
  },
  'upload.over.draftSince': {
    vi: 'Sau khi tải mẫu, {by} đã lưu bản nháp khác lúc {at}. Đề nghị so từng ô trước khi bấm.',
    en: 'After the template was downloaded, {by} saved another draft at {at}. Please compare each box before you press.',
  },
  'upload.over.sent': {
    vi: 'Đã gửi báo cáo số {receipt} lúc {at}; gửi từ tệp này là đính chính và cần lý do.',
    en: 'Report {receipt} was sent at {at}; sending from this file is a correction and needs a reason.',
  },
  'upload.over.sentSince': {
    vi: 'Sau khi tải mẫu, báo cáo số {receipt} đã được gửi lúc {at}. Đề nghị so từng ô trước khi bấm.',
    en: 'After the template was downloaded, report {receipt} was sent at {at}. Please compare each box before you press.',
  },
  'upload.moved': {
    vi: 'Số liệu của {units} vừa được người khác lưu hoặc gửi nên chưa lấy từ tệp. Đề nghị xem lại rồi bấm lần nữa.',
    en: 'Somebody has just saved or sent {units}, so nothing was taken for it. Please look again and press once more.',
  },
  'upload.noneTicked': {
    vi: 'Đề nghị đánh dấu ít nhất một đơn vị.',
    en: 'Please tick at least one commune.',
  },
  'upload.draftAction': { vi: 'Lưu bản nháp', en: 'Save as draft' },
  'upload.sendAction': { vi: 'Gửi báo cáo', en: 'Send the report' },
  'upload.askAction': { vi: 'Trình lãnh đạo duyệt', en: 'Lay before the leader' },
  'upload.draftTicked': { vi: 'Lưu bản nháp các xã đã đánh dấu', en: 'Save the ticked as drafts' },
  'upload.sendTicked': { vi: 'Gửi báo cáo của các xã đã đánh dấu', en: 'Send for the ticked' },
  'upload.askTicked': { vi: 'Trình lãnh đạo các xã đã đánh dấu', en: 'Lay the ticked before their leaders' },
  'upload.sendHint': {
    vi: 'Xã còn lỗi hoặc thiếu giải trình chỉ được lưu bản nháp. Báo cáo gửi ở đây được ghi là do cơ quan nhận gửi thay xã.',
    en: 'Communes with errors or missing explanations are only kept as drafts. What is sent here is recorded as sent by the office for the commune.',
  },
  'flash.uploaded': {
    vi: 'Đã lấy số liệu của các xã đánh dấu. Kết quả của từng xã ở dưới đây.',
    en: 'The ticked communes were taken. What became of each is below.',
  },
  'upload.back': { vi: 'Quay lại', en: 'Back' },
  'upload.source.excel': { vi: 'lấy từ tệp Excel của xã', en: 'from the commune’s Excel file' },
  'upload.source.office': {
    vi: 'cơ quan nhận gửi thay xã, từ tệp Excel',
    en: 'by the office for the commune, from an Excel file',
  },
  'problem.uploadGone': { vi: 'Tệp này không còn chờ', en: 'This upload is no longer waiting' },
  'problem.uploadGone.advice': {
    vi: 'Tệp đã tải lên chỉ chờ 24 giờ, và chỉ người tải lên xem được. Đề nghị tải tệp lên lần nữa.',
    en: 'An upload waits for 24 hours, and only for the person who made it. Please upload the file again.',
  },
} as const satisfies Words
