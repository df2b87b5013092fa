import type { Words } from './words.ts'

/** An office's outgoing hook, by which a Zalo OA or an SMS gateway is attached. */
export const hook = {
  'hook.title': { vi: 'Nối với Zalo OA, SMS', en: 'Zalo OA and SMS' },
  'hook.intro': {
    vi: 'Mỗi lần nhắc một xã, Cổng gửi thêm một bản tin JSON có chữ ký tới địa chỉ (webhook) dưới đây, để hệ thống Zalo OA hoặc SMS của cơ quan nhắn tiếp.',
    en: 'Whenever a commune is reminded, the portal also posts signed JSON to the address (webhook) below, from where the office’s Zalo OA or SMS gateway passes it on.',
  },
  'hook.leaves': {
    vi: 'Bản tin có: tên xã, kỳ, hạn, lời nhắc, đường dẫn, họ tên và số điện thoại của người báo cáo và lãnh đạo xã. Không có số liệu báo cáo.',
    en: 'It holds the commune, month, due date, wording, link, and the names and telephones of its reporters and leader; no figures.',
  },
  'hook.url': { vi: 'Địa chỉ nhận (URL)', en: 'Address (URL)' },
  'hook.url.hint': {
    vi: 'Bắt đầu bằng https://. Đổi sang máy chủ khác thì Cổng cấp khóa mới và tắt cho đến khi bật lại.',
    en: 'Begins with https://. Another host gets a new secret and is off until switched on.',
  },
  'hook.save': { vi: 'Lưu địa chỉ', en: 'Save the address' },
  'hook.state': { vi: 'Tình trạng', en: 'State' },
  'hook.on': { vi: 'Đang bật. Thay đổi gần nhất lúc {time}.', en: 'On. Last changed {time}.' },
  'hook.off': { vi: 'Đang tắt. Thay đổi gần nhất lúc {time}.', en: 'Off. Last changed {time}.' },
  'hook.switchOn': { vi: 'Bật', en: 'Switch on' },
  'hook.switchOff': { vi: 'Tắt', en: 'Switch off' },
  'hook.try': { vi: 'Gửi thử', en: 'Send a test' },
  'hook.tryHint': {
    vi: 'Gửi ngay một bản tin thử (type là test) và xem đầu kia trả lời gì; đang tắt vẫn thử được.',
    en: 'Posts one message of type test at once and shows the answer; works while off, too.',
  },
  'hook.secret': { vi: 'Khóa ký', en: 'Signing secret' },
  'hook.secret.once': {
    vi: 'Khóa chỉ hiện một lần này. Đề nghị chép ngay vào hệ thống nhận; Cổng không cho xem lại.',
    en: 'Shown this once only. Please copy it to the receiving system now.',
  },
  'hook.secret.hidden': {
    vi: 'Khóa đã cấp không xem lại được. Nếu bị lộ hoặc thất lạc, cấp khóa mới: khóa cũ hết hiệu lực ngay.',
    en: 'It cannot be shown again. If lost or leaked, make a new one: the old one ends at once.',
  },
  'hook.renew': { vi: 'Cấp khóa mới', en: 'New secret' },
  'hook.example': { vi: 'Bản tin trông như thế nào', en: 'What a message looks like' },
  'hook.example.text': {
    vi: 'Ký theo chuẩn Standard Webhooks: tiêu đề HTTP webhook-id, webhook-timestamp, webhook-signature. Trả lời 2xx là đã nhận; 408, 425, 429, 5xx hoặc không trả lời trong 10 giây thì Cổng gửi lại với cùng webhook-id; 4xx khác thì thôi.',
    en: 'Signed as Standard Webhooks: headers webhook-id, webhook-timestamp, webhook-signature. 2xx has taken it; after 408, 425, 429, 5xx or 10 seconds of silence it is sent again under the same webhook-id; other 4xx end it.',
  },
  'hook.tried.taken': { vi: 'Đầu kia đã nhận (mã {status}).', en: 'Taken (status {status}).' },
  'hook.tried.refused': { vi: 'Đầu kia không nhận (mã {status}).', en: 'Not taken (status {status}).' },
  'hook.tried.silent': { vi: 'Đầu kia không trả lời: {text}', en: 'No answer: {text}' },
  'hook.tried.said': { vi: '{said} Nội dung trả lời: {text}', en: '{said} It said: {text}' },
  'hook.wrong.url': {
    vi: 'Đề nghị ghi địa chỉ đầy đủ, ví dụ https://zalo.sgd.gov.vn/nhac.',
    en: 'Please write a whole address, like https://zalo.sgd.gov.vn/nhac.',
  },
  'hook.wrong.https': { vi: 'Địa chỉ phải bắt đầu bằng https://.', en: 'It must begin with https://.' },
  'hook.wrong.credentials': {
    vi: 'Đề nghị không ghi tên và mật khẩu trong địa chỉ; chữ ký đã xác nhận người gửi.',
    en: 'Please leave name and password out of the address; the signature tells who sends.',
  },
  'hook.wrong.long': { vi: 'Địa chỉ dài quá 500 ký tự.', en: 'Longer than 500 characters.' },
  'hook.wrong.forbidden': {
    vi: 'Địa chỉ này nằm trong mạng nội bộ, Cổng không được gọi tới. Người vận hành Cổng cho phép bằng thiết lập WEBHOOK_PRIVATE.',
    en: 'This lies in a private network, which the portal may not call. Whoever runs it can allow that by WEBHOOK_PRIVATE.',
  },
  'hook.wrong.unknown': {
    vi: 'Không tìm thấy máy chủ có tên này. Đề nghị kiểm tra lại địa chỉ.',
    en: 'No such host was found. Please check the address.',
  },
  'hook.test.title': { vi: 'Bản tin thử của Ngày 25', en: 'A test from Ngày 25' },
  'hook.test.text': {
    vi: '{office} gửi thử để kiểm tra đường nhắn. Đây không phải lời nhắc báo cáo.',
    en: '{office} is testing the way. This is no reminder.',
  },
  'hook.test.name': { vi: 'Người nhận thử', en: 'Test recipient' },
  'flash.hookMade': {
    vi: 'Đã lưu địa chỉ, đang tắt. Đề nghị chép khóa, gửi thử, rồi bật.',
    en: 'Saved, and off. Please copy the secret, send a test, then switch it on.',
  },
  'flash.hookSaved': { vi: 'Đã lưu địa chỉ.', en: 'The address is saved.' },
  'flash.hookRenewed': { vi: 'Đã cấp khóa mới; khóa cũ hết hiệu lực.', en: 'The old secret has ended.' },
  'flash.hookOn': {
    vi: 'Đã bật. Từ lượt nhắc tới, bản tin được gửi tới địa chỉ này.',
    en: 'On, from the next reminder.',
  },
  'flash.hookOff': { vi: 'Đã tắt.', en: 'Off.' },
  'audit.act.reminder.set-hook': {
    vi: 'đặt địa chỉ gửi bản tin nhắc của {unit}: {host}',
    en: 'set the hook of {unit}: {host}',
  },
  'audit.act.reminder.renew-hook': {
    vi: 'cấp khóa ký mới cho địa chỉ {host} của {unit}',
    en: 'made a new secret for the hook {host} of {unit}',
  },
  'audit.act.reminder.hook-on': {
    vi: 'bật gửi bản tin nhắc của {unit} tới {host}',
    en: 'switched on the hook {host} of {unit}',
  },
  'audit.act.reminder.hook-off': {
    vi: 'tắt gửi bản tin nhắc của {unit} tới {host}',
    en: 'switched off the hook {host} of {unit}',
  },
  'audit.act.reminder.try-hook': {
    vi: 'gửi thử bản tin của {unit} tới {host}, trả lời {answer}',
    en: 'tried the hook {host} of {unit}: {answer}',
  },
} as const satisfies Words
