import type { Words } from './words.ts'

/** What the link of a reminder comes to, and what its session may not open. */
export const letterLink = {
  'letterLink.good': { vi: 'Mở biểu báo cáo', en: 'Open the report form' },
  'letterLink.good.advice': {
    vi: 'Bấm nút dưới đây để nhập và gửi báo cáo của kỳ này, không cần mật khẩu. Liên kết dùng một lần.',
    en: 'Press the button to fill in and send this month’s report, without a password. The link works once.',
  },
  'letterLink.press': { vi: 'Mở biểu tháng {month}', en: 'Open the form of {month}' },
  'letterLink.due': { vi: 'Hạn gửi', en: 'Due' },
  'letterLink.ends': { vi: 'Liên kết dùng được đến', en: 'Link good until' },
  'letterLink.reader': { vi: 'Biểu sẽ mở với tên', en: 'Opens in the name of' },
  'letterLink.signIn': { vi: 'Đăng nhập', en: 'Sign in' },
  'letterLink.used': { vi: 'Liên kết này đã được dùng', en: 'This link has been used' },
  'letterLink.used.advice': {
    vi: 'Liên kết trong thư chỉ mở được một lần. Đề nghị đăng nhập; sau đó biểu của kỳ này sẽ mở ra.',
    en: 'The link in the letter opens the form once. Please sign in; the form will open.',
  },
  'letterLink.expired': { vi: 'Liên kết này đã hết hạn', en: 'This link has expired' },
  'letterLink.expired.advice': {
    vi: 'Báo cáo vẫn có thể gửi nếu kỳ chưa khóa. Đề nghị đăng nhập; sau đó biểu của kỳ này sẽ mở ra.',
    en: 'The report can still be sent unless the month is locked. Please sign in; the form will open.',
  },
  'letterLink.nobody': {
    vi: 'Liên kết này không còn hiệu lực',
    en: 'This link is no longer valid',
  },
  'letterLink.nobody.advice': {
    vi: 'Người nhận thư không còn phụ trách báo cáo của đơn vị. Đề nghị người đang phụ trách đăng nhập.',
    en: 'The person this was sent to no longer reports for the commune. Whoever does, please sign in.',
  },
  'letterLink.wrong': { vi: 'Liên kết không đúng', en: 'This link is not right' },
  'letterLink.wrong.advice': {
    vi: 'Có thể liên kết bị ngắt giữa chừng khi sao chép. Đề nghị mở lại từ thư, hoặc đăng nhập.',
    en: 'It may have been cut when it was copied. Please open it from the letter again, or sign in.',
  },
  'letterLink.bound': {
    vi: 'Liên kết trong thư chỉ mở biểu tháng {month} của đơn vị. Để xem trang khác, đề nghị đăng nhập.',
    en: 'The link in the letter opens only the form of {month}. Please sign in for any other page.',
  },
  'letterLink.back': { vi: 'Về biểu đang mở', en: 'Back to the form' },
  'problem.bound': {
    vi: 'Liên kết trong thư không mở được trang này',
    en: 'The link in the letter does not open this page',
  },
  'problem.bound.advice': {
    vi: 'Đồng chí đang dùng liên kết chỉ mở biểu của một kỳ. Đề nghị đăng nhập ở một thẻ khác, rồi quay lại và bấm “Gửi lại”.',
    en: 'You came by a link that opens one form only. Please sign in in another tab, then come back and press “Send again”.',
  },
} as const satisfies Words
