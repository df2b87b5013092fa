import type { Words } from './words.ts'

/** Invitations, passwords, one's own account. */
export const invitation = {
  'people.invitation.title': { vi: 'Nhập mã mời', en: 'Enter your code' },
  'people.invitation.intro': {
    vi: 'Mã gồm 12 chữ và số, do cơ quan nhận báo cáo cấp. Không phân biệt chữ hoa, chữ thường và dấu cách.',
    en: 'The code has 12 letters and digits and comes from your office. Capitals and blanks do not matter.',
  },
  'people.invitation.code': { vi: 'Mã mời', en: 'Code' },
  'people.invitation.press': { vi: 'Tiếp tục', en: 'Continue' },
  'people.invitation.wrong': {
    vi: 'Mã không đúng, đã dùng hoặc đã hết hạn. Đề nghị đọc lại từng nhóm, hoặc xin cơ quan cấp mã mới.',
    en: 'The code is wrong, used or expired. Please read it again group by group, or ask your office for a new one.',
  },
  'people.invitation.tooMany': {
    vi: 'Đã nhập sai quá nhiều lần từ máy này. Đề nghị chờ 15 phút rồi nhập lại.',
    en: 'Too many wrong codes from this address. Please wait 15 minutes.',
  },
  'people.invitation.welcome': { vi: 'Chào đồng chí {name}', en: 'Welcome, {name}' },
  'people.invitation.choose': {
    vi: 'Đề nghị đặt mật khẩu để sử dụng Cổng. Lần sau đồng chí đăng nhập bằng địa chỉ {email} và mật khẩu này.',
    en: 'Please set a password. From now on you sign in with {email} and this password.',
  },
  'people.invitation.notMe': {
    vi: 'Nếu đây không phải là đồng chí, đề nghị đóng trang và báo cho cơ quan đã gửi mã.',
    en: 'If this is not you, please close the page and tell the office that sent the code.',
  },
  'people.invitation.save': { vi: 'Đặt mật khẩu và đăng nhập', en: 'Set the password and sign in' },
  'people.invitation.haveCode': { vi: 'Tôi có mã mời', en: 'I have an invitation code' },
  'people.invitation.letter.subject': {
    vi: '[Ngày 25] Mời sử dụng Cổng báo cáo',
    en: '[Ngày 25] Invitation to the portal',
  },
  'people.invitation.letter.text': {
    vi: 'Kính gửi đồng chí {name},\n\nĐồng chí được cấp tài khoản trên Cổng Ngày 25, nơi UBND xã báo cáo hằng tháng số học sinh tốt nghiệp THCS chưa học tiếp. Đơn vị: {place}.\n\nĐề nghị mở liên kết sau và đặt mật khẩu:\n\n{url}\n\nHoặc mở trang Nhập mã mời và nhập mã: {code}\n\nMã dùng được một lần, đến {until}. Nếu thư này không gửi cho đồng chí, đề nghị báo cho cơ quan nhận báo cáo.\n\n(Thư gửi tự động, không trả lời thư này.)\n',
    en: 'Dear {name},\n\nYou have been given an account on Ngày 25, where communes report each month on lower-secondary graduates not in school. Unit: {place}.\n\nPlease open this link and set a password:\n\n{url}\n\nOr open the page for codes and enter: {code}\n\nThe code works once, until {until}. If this message is not for you, please tell your office.\n\n(Sent automatically; please do not reply.)\n',
  },
  'people.invitation.letter.greeting': { vi: 'Kính gửi đồng chí {name},', en: 'Dear {name},' },
  'people.invitation.letter.intro': {
    vi: 'Đồng chí được cấp tài khoản trên Cổng Ngày 25, nơi UBND xã báo cáo hằng tháng số học sinh tốt nghiệp THCS chưa học tiếp. Đơn vị: {place}.',
    en: 'You have been given an account on Ngày 25, where communes report each month on lower-secondary graduates not in school. Unit: {place}.',
  },
  'people.invitation.letter.open': { vi: 'Đặt mật khẩu', en: 'Set a password' },
  'people.invitation.letter.code': { vi: 'Hoặc nhập mã:', en: 'Or enter the code:' },
  'people.invitation.letter.note': {
    vi: 'Mã dùng được một lần, đến {until}. Nếu thư này không gửi cho đồng chí, đề nghị báo cho cơ quan nhận báo cáo. Thư gửi tự động, không trả lời thư này.',
    en: 'The code works once, until {until}. If this message is not for you, please tell your office. Sent automatically; please do not reply.',
  },
  'people.password.new': { vi: 'Mật khẩu mới', en: 'New password' },
  'people.password.repeat': { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
  'people.password.current': { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  'people.password.hint': {
    vi: 'Từ {min} ký tự trở lên. Một câu ngắn dễ nhớ tốt hơn một từ khó gõ.',
    en: 'At least {min} characters. A short sentence is better than a hard word.',
  },
  'people.password.short': {
    vi: 'Mật khẩu cần từ {min} ký tự trở lên.',
    en: 'At least {min} characters, please.',
  },
  'people.password.long': { vi: 'Mật khẩu không quá 200 ký tự.', en: 'At most 200 characters, please.' },
  'people.password.easy': {
    vi: 'Mật khẩu này quá dễ đoán. Đề nghị chọn mật khẩu khác.',
    en: 'This password is too easy to guess. Please choose another.',
  },
  'people.password.differ': { vi: 'Hai lần nhập không giống nhau.', en: 'The two entries differ.' },
  'people.password.wrong': { vi: 'Mật khẩu hiện tại không đúng.', en: 'The current password is not right.' },
  'people.password.tooMany': {
    vi: 'Đã thử quá nhiều lần. Đề nghị chờ 15 phút rồi nhập lại.',
    en: 'Too many attempts. Please wait 15 minutes.',
  },
  'people.account.title': { vi: 'Tài khoản của tôi', en: 'My account' },
  'people.account.email': { vi: 'Địa chỉ đăng nhập', en: 'Sign-in address' },
  'people.account.position': { vi: 'Chức vụ', en: 'Position' },
  'people.account.phone': { vi: 'Số điện thoại', en: 'Phone' },
  'people.account.phoneHint': {
    vi: 'Để cơ quan gọi khi cần trao đổi về báo cáo.',
    en: 'For the office to call about a report.',
  },
  'people.account.phoneSave': { vi: 'Lưu số điện thoại', en: 'Save the phone number' },
  'people.account.change': { vi: 'Đổi mật khẩu', en: 'Change the password' },
  'people.account.set': { vi: 'Đặt mật khẩu', en: 'Set a password' },
  'people.account.others': {
    vi: 'Sau khi đổi, các phiên đăng nhập khác của đồng chí kết thúc ngay.',
    en: 'Your other sessions end at once.',
  },
  'people.account.ask': {
    vi: 'Họ tên, địa chỉ, chức vụ do quản trị của cơ quan sửa.',
    en: 'Name, address and position are changed by your office’s administrator.',
  },
  'flash.passwordSet': { vi: 'Đã lưu mật khẩu mới.', en: 'The new password is saved.' },
  'flash.phoneSaved': { vi: 'Đã lưu số điện thoại.', en: 'The phone number is saved.' },
  'problem.invitationUsed': {
    vi: 'Mã mời đã dùng hoặc đã hết hạn',
    en: 'This invitation was used or has expired',
  },
  'problem.invitationUsed.advice': {
    vi: 'Nếu đã đặt mật khẩu, đề nghị đăng nhập. Nếu chưa, đề nghị xin cơ quan cấp mã mới.',
    en: 'If you have set a password, please sign in; otherwise ask your office for a new code.',
  },
  'problem.tooManyCodes': { vi: 'Đã thử quá nhiều mã', en: 'Too many codes tried' },
  'problem.tooManyCodes.advice': {
    vi: 'Đề nghị chờ 15 phút rồi mở lại liên kết.',
    en: 'Please wait 15 minutes and open the link again.',
  },
} as const satisfies Words
