import type { Words } from './words.ts'

/** The catalogue of refusals: what happened ('problem.x') and what to do ('problem.x.advice'). */
export const problem = {
  'problem.notFound': { vi: 'Không tìm thấy trang này', en: 'This page was not found' },
  'problem.notFound.advice': {
    vi: 'Địa chỉ không đúng, hoặc trang không thuộc phạm vi của đồng chí. Đề nghị quay về trang đầu và chọn lại.',
    en: 'The address is wrong, or the page is outside your units. Please go back to the start and choose again.',
  },
  'problem.signIn': { vi: 'Phiên làm việc đã kết thúc', en: 'Your session has ended' },
  'problem.signIn.advice': {
    vi: 'Đề nghị đăng nhập lại ở một thẻ khác, rồi quay lại trang này và bấm “Gửi lại”. Những gì đồng chí đã nhập vẫn còn ở đây.',
    en: 'Please sign in again in another tab, then come back here and press “Send again”. What you typed is still here.',
  },
  'problem.stale': { vi: 'Trang này mở đã quá lâu hoặc đã đăng nhập lại', en: 'This page is out of date' },
  'problem.stale.advice': {
    vi: 'Chưa có gì được ghi. Những gì đồng chí đã nhập vẫn còn ở đây: bấm “Gửi lại” để tiếp tục. Nếu phiên làm việc đã kết thúc, đề nghị đăng nhập lại ở một thẻ khác trước.',
    en: 'Nothing was saved. What you typed is still here: press “Send again” to go on. If your session has ended, please sign in again in another tab first.',
  },
  'problem.database': {
    vi: 'Cổng tạm thời không ghi được số liệu',
    en: 'The portal cannot save at the moment',
  },
  'problem.database.advice': {
    vi: 'Cơ sở dữ liệu đang gián đoạn. Đề nghị giữ nguyên trang này và bấm “Gửi lại” sau ít phút; những gì đồng chí đã nhập vẫn còn ở đây.',
    en: 'The database cannot be reached. Please keep this page open and press “Send again” in a few minutes; what you typed is still here.',
  },
  'problem.tooLarge': { vi: 'Nội dung gửi lên quá lớn', en: 'What was sent is too large' },
  'problem.scanTooLarge': { vi: 'Bản quét lớn hơn 10 MB', en: 'The scan is larger than 10 MB' },
  'problem.scanTooLarge.advice': {
    vi: 'Đề nghị quét lại ở 150–200 dpi, đen trắng hoặc thang xám, rồi tải lên. Chưa có gì được ghi.',
    en: 'Please scan again at 150 to 200 dpi, in black and white or grey, and upload it. Nothing was saved.',
  },
  'problem.tooLarge.advice': {
    vi: 'Một biểu không quá 200 kB, một tệp không quá 5 MB. Đề nghị rút gọn rồi gửi lại. Chưa có gì được ghi.',
    en: 'A form holds at most 200 kB, a file 5 MB. Please shorten it and send again. Nothing was saved.',
  },
  'problem.badText': { vi: 'Văn bản có ký tự hỏng', en: 'The text has broken characters' },
  'problem.badText.advice': {
    vi: 'Đề nghị gõ lại đoạn văn bản bằng bảng mã Unicode rồi gửi lại. Chưa có gì được ghi.',
    en: 'Please type the text again in Unicode and send it. Nothing was saved.',
  },
  'problem.badRequest': {
    vi: 'Cổng không đọc được nội dung gửi lên',
    en: 'The portal could not read what was sent',
  },
  'problem.badRequest.advice': {
    vi: 'Đề nghị mở lại trang và gửi lại. Chưa có gì được ghi.',
    en: 'Please open the page again and resend. Nothing was saved.',
  },
  'problem.emailTaken': {
    vi: 'Địa chỉ thư điện tử này đã có tài khoản',
    en: 'This mail address already has an account',
  },
  'problem.emailTaken.advice': {
    vi: 'Đề nghị tìm người đó trong danh sách và thêm nhiệm vụ, không tạo tài khoản mới.',
    en: 'Please find that person in the list and add a role instead of a new account.',
  },
  'problem.roleTaken': {
    vi: 'Người này đã có nhiệm vụ đó tại đơn vị',
    en: 'This person already has that role here',
  },
  'problem.roleTaken.advice': { vi: 'Không cần làm gì thêm.', en: 'There is nothing to do.' },
  'problem.reportTaken': {
    vi: 'Báo cáo của kỳ này vừa được người khác tạo',
    en: 'Somebody else has just begun this report',
  },
  'problem.reportTaken.advice': {
    vi: 'Đề nghị mở lại trang báo cáo để xem số liệu mới nhất. Những gì đồng chí đã nhập vẫn còn ở đây.',
    en: 'Please open the report again to see the latest figures. What you typed is still here.',
  },
  'problem.holidayTaken': {
    vi: 'Ngày này đã có trong lịch nghỉ',
    en: 'This day is already in the holiday table',
  },
  'problem.holidayTaken.advice': { vi: 'Đề nghị sửa dòng đã có.', en: 'Please change the existing line.' },
  'problem.linkUsed': {
    vi: 'Liên kết đăng nhập đã dùng hoặc đã hết hạn',
    en: 'This sign-in link was used or has expired',
  },
  'problem.linkUsed.advice': {
    vi: 'Mỗi liên kết chỉ dùng một lần, trong 30 phút. Đề nghị yêu cầu liên kết mới ở trang đăng nhập.',
    en: 'Each link works once, for 30 minutes. Please ask for a new one on the sign-in page.',
  },
  'problem.unexpected': { vi: 'Cổng gặp lỗi ngoài dự kiến', en: 'Something unexpected went wrong' },
  'problem.unexpected.advice': {
    vi: 'Lỗi đã được ghi lại. Đề nghị thử lại sau ít phút; nếu vẫn lỗi, báo cho cơ quan nhận báo cáo.',
    en: 'The error has been recorded. Please try again in a few minutes; if it stays, tell your office.',
  },
} as const satisfies Words
