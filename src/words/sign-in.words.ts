import type { Words } from './words.ts'

export const signIn = {
  'people.signIn.title': { vi: 'Đăng nhập', en: 'Sign in' },
  'people.signIn.wrong': {
    vi: 'Địa chỉ thư hoặc mật khẩu không đúng. Đề nghị nhập lại, hoặc nhận liên kết đăng nhập qua thư.',
    en: 'The mail address or password is not right. Please try again, or ask for a sign-in link by mail.',
  },
  'people.signIn.tooMany': {
    vi: 'Đã thử quá nhiều lần. Đề nghị chờ 15 phút rồi đăng nhập lại, hoặc nhận liên kết đăng nhập qua thư.',
    en: 'Too many attempts. Please wait 15 minutes, or ask for a sign-in link by mail.',
  },
  'people.link.title': { vi: 'Xác nhận đăng nhập', en: 'Confirm sign-in' },
  'people.link.intro': {
    vi: 'Bấm nút dưới đây để đăng nhập. Liên kết chỉ dùng được một lần.',
    en: 'Press the button below to sign in. The link works once.',
  },
  'people.link.press': { vi: 'Đăng nhập', en: 'Sign in' },
  'people.link.subject': { vi: '[Ngày 25] Liên kết đăng nhập', en: '[Ngày 25] Sign-in link' },
  'people.link.text': {
    vi: 'Kính gửi đồng chí {name},\n\nĐể đăng nhập Cổng Ngày 25, đề nghị mở liên kết sau và bấm nút xác nhận:\n\n{url}\n\nLiên kết dùng được một lần, trong {minutes} phút. Nếu đồng chí không yêu cầu, xin bỏ qua thư này.\n\n(Thư gửi tự động, không trả lời thư này.)\n',
    en: 'Dear {name},\n\nTo sign in to Ngày 25, please open this link and press the button:\n\n{url}\n\nIt works once, for {minutes} minutes. If you did not ask for it, please ignore this message.\n\n(Sent automatically; please do not reply.)\n',
  },
  'people.link.greeting': { vi: 'Kính gửi đồng chí {name},', en: 'Dear {name},' },
  'people.link.open': { vi: 'Mở liên kết đăng nhập', en: 'Open the sign-in link' },
  'people.link.note': {
    vi: 'Liên kết dùng được một lần, trong {minutes} phút. Nếu đồng chí không yêu cầu, xin bỏ qua thư này. Thư gửi tự động, không trả lời thư này.',
    en: 'It works once, for {minutes} minutes. If you did not ask for it, please ignore this message. Sent automatically; please do not reply.',
  },
} as const satisfies Words
