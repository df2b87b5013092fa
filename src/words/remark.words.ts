import type { Words } from './words.ts'

/** What office and commune say to each other about a report. */
export const remark = {
  'remark.title': { vi: 'Trao đổi về báo cáo tháng {month}', en: 'About the report of {month}' },
  'remark.thread': { vi: 'Trao đổi với cơ quan', en: 'With the office' },
  'remark.threadOffice': { vi: 'Trao đổi với xã', en: 'With the commune' },
  'remark.none': {
    vi: 'Chưa có trao đổi nào về báo cáo này.',
    en: 'Nothing has been said about this report yet.',
  },
  'remark.said.return': { vi: '{by} (cơ quan) yêu cầu xem lại', en: '{by} (office) asks to look again' },
  'remark.said.question': { vi: '{by} (cơ quan) hỏi', en: '{by} (office) asked' },
  'remark.said.answer': { vi: '{by} (xã) trả lời', en: '{by} (commune) answered' },
  'remark.note.office': { vi: '{by} (cơ quan) ghi chú', en: '{by} (office) noted' },
  'remark.note.commune': { vi: '{by} (xã) ghi chú', en: '{by} (commune) noted' },
  'remark.meta': { vi: '{at}, lần gửi {version}', en: '{at}, version {version}' },
  'remark.box': { vi: 'Ô: {box}', en: 'Box: {box}' },
  'remark.unread': { vi: 'Cơ quan chưa xem', en: 'Not read by the office yet' },
  'remark.wait.return': { vi: 'Chờ xã gửi lại', en: 'Waiting for a new version' },
  'remark.wait.question': { vi: 'Chờ xã trả lời', en: 'Waiting for an answer' },
  'remark.read': { vi: '{by} đã xem lúc {at}', en: 'Read by {by} at {at}' },
  'remark.settled': { vi: 'Đã xong lúc {at} ({by})', en: 'Settled at {at} ({by})' },
  'remark.newVersion': {
    vi: 'Đã xong: xã gửi lần {number} lúc {at}',
    en: 'Settled: version {number} was sent at {at}',
  },

  'remark.atBox': { vi: 'Cơ quan yêu cầu xem lại: {text}', en: 'The office asks to look again: {text}' },
  'remark.askedAtBox': { vi: 'Cơ quan hỏi: {text}', en: 'The office asks: {text}' },
  'remark.boxes': { vi: 'Các ô cần xem lại', en: 'Boxes to look at again' },
  'remark.lookAt': {
    vi: 'Khi xã gửi lại, các yêu cầu này tự được ghi là đã xong.',
    en: 'They are settled by themselves once a new version is sent.',
  },
  'remark.openThread': { vi: 'Trao đổi với cơ quan ({count})', en: 'With the office ({count})' },
  'remark.asked': {
    vi: 'Cơ quan có câu hỏi về báo cáo tháng {month}, chờ xã trả lời.',
    en: 'The office has asked about the report of {month} and waits for an answer.',
  },
  'remark.toAnswer': { vi: 'Xem và trả lời', en: 'Read and answer' },

  'remark.answerLabel': { vi: 'Trả lời cơ quan', en: 'Answer the office' },
  'remark.answerHint': {
    vi: 'Nếu số liệu đúng, ghi “Đã rà soát, số liệu đúng”. Nếu sai, gửi đính chính. Không ghi họ tên học sinh.',
    en: 'If the figures are right, say that they were reviewed. If not, send a correction. Do not name pupils.',
  },
  'remark.answerPress': { vi: 'Gửi trả lời', en: 'Send the answer' },
  'remark.noteLabel': { vi: 'Ghi chú gửi cơ quan', en: 'Note for the office' },
  'remark.noteHint': {
    vi: 'Cơ quan đọc được ghi chú này. Không ghi họ tên học sinh. Đã gửi thì không sửa được.',
    en: 'The office reads it. Do not name pupils. Once sent it cannot be edited.',
  },
  'remark.notePress': { vi: 'Gửi ghi chú', en: 'Send the note' },
  'remark.askLabel': { vi: 'Hỏi hoặc ghi chú gửi xã', en: 'Ask, or note something' },
  'remark.askHint': {
    vi: 'Không phải trả lại báo cáo. Xã đọc và trả lời ở trang kỳ báo cáo của mình, cả khi kỳ đã khóa. Không ghi họ tên học sinh. Đã gửi thì không sửa được.',
    en: 'The report is not returned. The commune reads and answers on its own page, also when the month is locked. Do not name pupils. Once sent it cannot be edited.',
  },
  'remark.askBox': { vi: 'Về ô nào (không bắt buộc)', en: 'About which box (optional)' },
  'remark.whole': { vi: 'Cả báo cáo', en: 'The whole report' },
  'remark.askPress': { vi: 'Gửi câu hỏi', en: 'Ask' },
  'remark.closePress': { vi: 'Ghi chú và khép câu hỏi', en: 'Note, and close the question' },
  'remark.missing': { vi: 'Đề nghị ghi nội dung.', en: 'Please write something.' },
  'remark.long': { vi: 'Nội dung dài quá {most} ký tự.', en: 'It is longer than {most} characters.' },
  'remark.noBox': {
    vi: 'Biểu mẫu của báo cáo này không có ô đó. Đề nghị chọn lại.',
    en: 'The form of this report has no such box. Please choose again.',
  },
  'remark.back': { vi: 'Về báo cáo', en: 'Back to the report' },

  'remark.returnBoxes': { vi: 'Ô cần xem lại (không bắt buộc)', en: 'Boxes to look at again (optional)' },
  'remark.returnBoxesHint': {
    vi: 'Chọn ô, rồi ghi điều cần xem lại. Xã đọc câu này ngay bên ô đó trên biểu mẫu.',
    en: 'Choose a box, then say what to look at. The commune reads it beside that very box.',
  },
  'remark.returnBox': { vi: 'Ô thứ {place}', en: 'Box {place}' },
  'remark.returnText': { vi: 'Điều cần xem lại ở ô thứ {place}', en: 'What to look at in box {place}' },
  'remark.choose': { vi: 'Chọn ô', en: 'Choose a box' },
  'remark.moreBoxes': { vi: 'Thêm ô', en: 'More boxes' },
  'remark.textMissing': {
    vi: 'Đề nghị ghi điều cần xem lại, hoặc bỏ chọn ô.',
    en: 'Please say what to look at, or choose no box.',
  },
  'remark.boxMissing': { vi: 'Đề nghị chọn ô cho câu này.', en: 'Please choose the box.' },

  'flash.asked-commune': {
    vi: 'Đã gửi câu hỏi. Xã thấy ngay trên trang của mình và nhận được thư trong giờ gửi thư.',
    en: 'The question was sent. The commune sees it at once, and gets a letter in mail hours.',
  },
  'flash.noted': { vi: 'Đã gửi ghi chú.', en: 'The note was sent.' },
  'flash.answered': {
    vi: 'Đã gửi trả lời. Cơ quan sẽ thấy trong danh sách cần xem.',
    en: 'The answer was sent. The office sees it in its list.',
  },

  'audit.act.remark.ask': {
    vi: 'hỏi {unit} về báo cáo kỳ {month}, lần {version}',
    en: 'asked {unit} about its report of {month}, version {version}',
  },
  'audit.act.remark.answer': {
    vi: 'trả lời câu hỏi về báo cáo của {unit}, kỳ {month}, lần {version}',
    en: 'answered about the report of {unit}, {month}, version {version}',
  },
  'audit.act.remark.note': {
    vi: 'ghi chú về báo cáo của {unit}, kỳ {month}, lần {version}',
    en: 'noted something about the report of {unit}, {month}, version {version}',
  },
  'audit.act.remark.read': {
    vi: 'đã xem trả lời của {unit}, kỳ {month}',
    en: 'read what {unit} answered, {month}',
  },
} as const satisfies Words
