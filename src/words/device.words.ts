import type { Words } from './words.ts'

/** Being told at one's own machine, by the browser. */
export const device = {
  'people.device.title': { vi: 'Nhắc trên máy này', en: 'Reminders at this machine' },
  'people.device.intro': {
    vi: 'Ngoài thư điện tử, Cổng hiện lời nhắc ngay trên máy này khi đến lượt nhắc xã mình, kể cả khi không mở trang.',
    en: 'Beside e-mail, the portal shows reminders for your commune at this machine, even with no page open.',
  },
  'people.device.press': { vi: 'Nhận nhắc trên máy này', en: 'Be told at this machine' },
  'people.device.pressOff': { vi: 'Thôi nhận trên máy này', en: 'Stop at this machine' },
  'people.device.on': { vi: 'Máy này đang nhận nhắc.', en: 'Reminders are shown at this machine.' },
  'people.device.off': { vi: 'Máy này không nhận nhắc nữa.', en: 'Reminders are shown here no longer.' },
  'people.device.denied': {
    vi: 'Trình duyệt đang chặn thông báo của Cổng. Để nhận nhắc: bấm biểu tượng cạnh địa chỉ trang, mục Thông báo chọn Cho phép, rồi tải lại trang.',
    en: 'The browser blocks the portal’s notifications. To be told: press the sign beside the page’s address, allow Notifications, then load the page again.',
  },
  'people.device.dismissed': {
    vi: 'Chưa bật: trình duyệt hỏi mà chưa chọn Cho phép. Bấm lại để được hỏi lần nữa.',
    en: 'Not on: the browser asked and was not allowed. Press to be asked again.',
  },
  'people.device.failed': {
    vi: 'Trình duyệt không nối được với dịch vụ thông báo của hãng. Thư điện tử vẫn gửi như thường; đề nghị thử lại sau.',
    en: 'The browser could not reach its maker’s notification service. Letters go on as usual; please try later.',
  },
  'people.device.offline': {
    vi: 'Chưa lưu được lựa chọn này. Đề nghị tải lại trang rồi bấm lại.',
    en: 'This could not be saved. Please load the page again and press once more.',
  },
  'people.device.list': { vi: 'Máy đang nhận nhắc', en: 'Machines where you are told' },
  'people.device.none': {
    vi: 'Chưa có máy nào. Bật tại trang báo cáo của xã, trên máy muốn nhận.',
    en: 'None yet. Turn it on at your reports’ page, on the machine in question.',
  },
  'people.device.since': { vi: 'từ {time}', en: 'since {time}' },
  'people.device.remove': { vi: 'Thôi nhận', en: 'Stop' },
  'people.device.removeWhich': { vi: 'Thôi nhận trên {name}', en: 'Stop at {name}' },
  'people.device.chrome': {
    vi: 'Chrome, Cốc Cốc hoặc trình duyệt cùng loại',
    en: 'Chrome, Cốc Cốc or a browser of that kind',
  },
  'people.device.firefox': { vi: 'Firefox', en: 'Firefox' },
  'people.device.edge': { vi: 'Edge trên Windows', en: 'Edge on Windows' },
  'people.device.safari': { vi: 'Safari', en: 'Safari' },
  'people.device.other': { vi: 'Trình duyệt nhận qua {host}', en: 'A browser told through {host}' },
  'flash.deviceRemoved': { vi: 'Máy đó không nhận nhắc nữa.', en: 'That machine is told no longer.' },
  'problem.device': {
    vi: 'Trình duyệt gửi thông tin đăng ký nhận nhắc không đúng.',
    en: 'The browser’s subscription could not be read.',
  },
  'problem.device.advice': {
    vi: 'Đề nghị tải lại trang rồi bấm lại; thư điện tử vẫn gửi như thường.',
    en: 'Please load the page again and press once more; letters go on as usual.',
  },
  'audit.act.reminder.add-device': {
    vi: 'bật nhận nhắc trên một máy (qua {host})',
    en: 'asked to be told at a machine (through {host})',
  },
  'audit.act.reminder.remove-device': {
    vi: 'thôi nhận nhắc trên một máy',
    en: 'stopped being told at a machine',
  },
  'audit.act.reminder.lose-device': {
    vi: 'ghi nhận một máy của {person} không còn nhận nhắc',
    en: 'noted that a machine of {person} takes reminders no longer',
  },
} as const satisfies Words
