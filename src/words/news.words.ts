import type { Words } from './words.ts'

/** Letters on what an office did about one commune: a question, more time, a grant taken back; remarks at boxes. */
export const news = {
  'letters.subject.question': {
    vi: '[Cơ quan hỏi về báo cáo] Kỳ tháng {month} – {unitName}',
    en: '[A question about your report] Month {month} – {unitName}',
  },
  'letters.subject.extension': {
    vi: '[Thêm thời gian] Kỳ tháng {month} – {unitName}',
    en: '[More time] Month {month} – {unitName}',
  },
  'letters.subject.withdrawn': {
    vi: '[Thu hồi thời gian cho thêm] Kỳ tháng {month} – {unitName}',
    en: '[Time taken back] Month {month} – {unitName}',
  },
  'letters.headline.question': {
    vi: 'Cơ quan có câu hỏi về báo cáo đã gửi',
    en: 'The office has a question about the report',
  },
  'letters.headline.extension': { vi: 'Đơn vị có thêm thời gian', en: 'You have more time' },
  'letters.headline.withdrawn': {
    vi: 'Thời gian cho thêm đã được thu hồi',
    en: 'The time given was taken back',
  },
  'letters.month': { vi: 'Kỳ báo cáo tháng {month}', en: 'Report of {month}' },
  'letters.questionBody': {
    vi: 'Kính gửi: {unitName}. {office} đã xem báo cáo kỳ tháng {month} và đề nghị đơn vị trả lời câu hỏi dưới đây. Hỏi không phải là trả lại báo cáo; số liệu đã gửi vẫn được tính. Nếu số liệu đúng, chỉ cần trả lời; nếu sai, đề nghị gửi đính chính.',
    en: 'To: {unitName}. {office} has read the report for {month} and asks you to answer what stands below. A question is no return; the figures sent keep counting. If they are right, an answer is enough; if not, please send a correction.',
  },
  'letters.extensionBody': {
    vi: 'Kính gửi: {unitName}. {office} thông báo về kỳ báo cáo tháng {month}:',
    en: 'To: {unitName}. {office} lets you know about {month}:',
  },
  'letters.withdrawnBody': {
    vi: 'Kính gửi: {unitName}. {office} thông báo về kỳ báo cáo tháng {month}:',
    en: 'To: {unitName}. {office} lets you know about {month}:',
  },
  'letters.asIs': { vi: '{note}', en: '{note}' },
  'letters.buttonQuestion': { vi: 'Xem và trả lời', en: 'Read and answer' },

  'news.boxes': { vi: 'Các ô cần xem lại:', en: 'Boxes to look at again:' },
  'news.line': { vi: '– {box}: {text}', en: '– {box}: {text}' },
  'news.whole': { vi: '– {text}', en: '– {text}' },
  'news.more': {
    vi: 'Còn {count} ý nữa, đề nghị xem trên Cổng.',
    en: 'There are {count} more; please see the portal.',
  },
  'news.given.extension': {
    vi: '{by} đã gia hạn cho đơn vị đến {until}. Lý do: {reason}',
    en: '{by} gave you more time until {until}. Reason: {reason}',
  },
  'news.given.unlock': {
    vi: '{by} đã mở khóa kỳ này cho đơn vị đến {until}. Lý do: {reason}',
    en: '{by} opened the month for you until {until}. Reason: {reason}',
  },
  'news.back.extension': {
    vi: '{by} đã thu hồi thời gian gia hạn đến {until}. Lý do: {reason}\nHạn gửi của đơn vị nay là {due}.',
    en: '{by} took back the time given until {until}. Reason: {reason}\nThe report is now due {due}.',
  },
  'news.back.unlock': {
    vi: '{by} đã thu hồi việc mở khóa đến {until}. Lý do: {reason}',
    en: '{by} took back the opening until {until}. Reason: {reason}',
  },

  'reminders.kind.question': { vi: 'câu hỏi của cơ quan', en: 'a question of the office' },
  'reminders.kind.extension': { vi: 'cơ quan cho thêm thời gian', en: 'time given by the office' },
  'reminders.kind.withdrawn': { vi: 'thu hồi thời gian cho thêm', en: 'time taken back' },
  'reminders.because.newsOver': {
    vi: 'Đã được trả lời, sửa, thu hồi hoặc có việc sau thay thế; thư này không còn phải gửi',
    en: 'Answered, corrected, taken back, or followed by something newer; the letter is no longer owed',
  },
  'reminders.because.wasAsked': {
    vi: 'Cơ quan hỏi về báo cáo lúc {moment}',
    en: 'The office asked at {moment}',
  },
  'reminders.because.wasGranted': {
    vi: 'Cơ quan cho thêm thời gian lúc {moment}',
    en: 'The office gave more time at {moment}',
  },
  'reminders.because.wasTakenBack': {
    vi: 'Cơ quan thu hồi thời gian cho thêm lúc {moment}',
    en: 'The office took the time back at {moment}',
  },
} as const satisfies Words
