import type { Words } from './words.ts'

/** The sign-in page; its refusals and letters are in sign-in.words.ts. */
export const people = {
  'people.signIn.intro': {
    vi: 'Mỗi tháng, trước ngày 25, UBND xã báo cáo số học sinh đã tốt nghiệp THCS mà không học tiếp và chưa học nghề.',
    en: 'By the 25th of each month, communes report how many lower-secondary graduates neither study nor train.',
  },
  'people.signIn.email': { vi: 'Địa chỉ thư điện tử', en: 'Mail address' },
  'people.signIn.password': { vi: 'Mật khẩu', en: 'Password' },
  'people.signIn.press': { vi: 'Đăng nhập', en: 'Sign in' },
  'people.signIn.linkTitle': { vi: 'Quên hoặc chưa có mật khẩu', en: 'No password, or forgotten' },
  'people.signIn.linkHint': {
    vi: 'Cổng gửi tới hộp thư của đồng chí một liên kết đăng nhập, dùng một lần, trong {minutes} phút.',
    en: 'We mail you a link that signs you in once, within {minutes} minutes.',
  },
  'people.signIn.linkPress': { vi: 'Gửi liên kết cho tôi', en: 'Send me a link' },
  'people.signIn.linkSent': {
    vi: 'Nếu địa chỉ này có tài khoản, liên kết đăng nhập đã được gửi. Đề nghị mở hộp thư, kể cả mục thư rác.',
    en: 'If this address has an account, a sign-in link is on its way. Please look in your inbox and in junk mail.',
  },
  'people.signIn.castTitle': { vi: 'Vào thử với vai', en: 'Try it as' },
  'people.signIn.castHint': {
    vi: 'Bấm vào một người để đăng nhập ngay, không cần mật khẩu. Người và số liệu đều là minh họa.',
    en: 'Press a person to sign in at once, without a password. People and figures are made up.',
  },
} as const satisfies Words
