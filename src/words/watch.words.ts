import type { Words } from './words.ts'

/** Whether the reminders run: the sentence on the office's page, and the letters to the administrators. */
export const watch = {
  'reminders.kind.watch': { vi: 'báo máy nhắc ngừng hoặc chạy lại', en: 'notice about the reminders’ runs' },
  'watch.never': {
    vi: 'Máy nhắc chưa chạy lần nào.',
    en: 'The reminders have not run yet.',
  },
  'watch.last': {
    vi: 'Máy nhắc chạy lần cuối lúc {time}, xét {decided} dòng toàn Cổng: {done}; đang chờ gửi {queued}, lỗi chờ gửi lại {failing}.',
    en: 'The reminders last ran at {time} and looked at {decided} lines of the whole portal: {done}; {queued} queued, {failing} to be tried again.',
  },
  'watch.done': {
    vi: 'gửi {sent}, bỏ qua {skipped}, chưa gửi được {failed}',
    en: '{sent} sent, {skipped} skipped, {failed} not sent',
  },
  'watch.done.nothing': { vi: 'không có gì phải gửi', en: 'nothing was owed' },
  'watch.busy': {
    vi: 'Lần có việc gần nhất: {time}, gửi {sent}, bỏ qua {skipped}, chưa gửi được {failed}.',
    en: 'It last had work at {time}: {sent} sent, {skipped} skipped, {failed} not sent.',
  },
  'watch.wrong': {
    vi: 'Máy nhắc chạy lúc {time} nhưng gặp lỗi nên chưa xét được ai; lần tốt gần nhất: {good}. Thư sẽ tự gửi bù khi máy chạy lại; quản trị Cổng xem nhật ký máy chủ.',
    en: 'The reminders ran at {time} and failed; the last good run was at {good}. What is owed is sent once they run again; administrators, see the server’s log.',
  },
  'watch.wrong.never': { vi: 'chưa có', en: 'never' },
  'watch.silent': {
    vi: 'Máy nhắc đã ngừng {hours} giờ làm việc (từ {since}). Thư nhắc không tự gửi; đề nghị báo quản trị Cổng. Cần gấp thì gọi điện cho đơn vị chưa gửi.',
    en: 'The reminders have stood still for {hours} working hours (since {since}). No letter leaves by itself; please tell the administrators, and call the communes if it is urgent.',
  },
  'watch.caughtUp': {
    vi: 'Máy nhắc đã nghỉ từ {from} đến {until}; đã gửi bù {sent} thư, bỏ qua {skipped} vì đã qua lúc, còn chờ {queued}.',
    en: 'The reminders were down from {from} to {until}; {sent} letters were sent since, {skipped} skipped because their moment had passed, {queued} still wait.',
  },
  'watch.subject.silent': {
    vi: '[Ngày 25] Máy nhắc đã ngừng {hours} giờ làm việc, từ {since}',
    en: '[Ngày 25] The reminders have stood still for {hours} working hours, since {since}',
  },
  'watch.subject.back': {
    vi: '[Ngày 25] Máy nhắc đã chạy lại: gửi bù {sent}, bỏ qua {skipped}, còn chờ {queued}',
    en: '[Ngày 25] The reminders run again: {sent} sent, {skipped} skipped, {queued} waiting',
  },
  'watch.title.silent': { vi: 'Máy nhắc đã ngừng', en: 'The reminders stand still' },
  'watch.title.back': { vi: 'Máy nhắc đã chạy lại', en: 'The reminders run again' },
  'watch.letter.silent': {
    vi: 'Tính đến {at}, không lần chạy nào của máy nhắc hoàn thành trong {hours} giờ làm việc, kể từ {since}. Trong thời gian này thư nhắc báo cáo không tự gửi đi.',
    en: 'As of {at} no run of the reminders has ended well for {hours} working hours, since {since}. No reminder leaves by itself meanwhile.',
  },
  'watch.letter.owed': {
    vi: 'Số thư lẽ ra phải gửi đến lúc này: {owed}.',
    en: 'Letters that should have left by now: {owed}.',
  },
  'watch.letter.error': { vi: 'Lỗi gần nhất: {error}', en: 'The latest error: {error}' },
  'watch.letter.noError': {
    vi: 'Không có lỗi nào được ghi: có thể tiến trình chạy nhắc (JOBS=on) đã tắt.',
    en: 'No error was recorded: the process that ticks (JOBS=on) may be down.',
  },
  'watch.letter.do': {
    vi: 'Việc cần làm: xem tiến trình và nhật ký của Cổng, rồi khởi động lại. Khi chạy lại, máy nhắc tự gửi bù thư còn giá trị, mỗi người một lần, và bỏ thư đã qua lúc.',
    en: 'What to do: look at the portal’s processes and log, then start them again. The reminders then send what is still of use, once to each, and leave out what has passed.',
  },
  'watch.letter.backDo': {
    vi: 'Không cần làm gì thêm. Đơn vị nào bị bỏ qua có trong sổ thư ở trang Nhắc báo cáo.',
    en: 'Nothing needs to be done. Who was skipped stands in the ledger on the page of reminders.',
  },
  'watch.letter.button': { vi: 'Mở trang Nhắc báo cáo', en: 'Open the page of reminders' },
  'watch.letter.foot': {
    vi: 'Thư tự động gửi quản trị Cổng Ngày 25; không cần trả lời.',
    en: 'An automatic letter to the administrators of Ngày 25; no answer is needed.',
  },
  'watch.because.silent': {
    vi: 'Máy nhắc ngừng từ {since}, quá {hours} giờ làm việc',
    en: 'The reminders have stood still since {since}, over {hours} working hours',
  },
  'watch.because.back': {
    vi: 'Máy nhắc chạy lại sau khi nghỉ từ {since}',
    en: 'The reminders run again after {since}',
  },
  'watch.because.over': { vi: 'Máy nhắc đã chạy lại', en: 'The reminders run again' },
} as const satisfies Words
