import type { Words } from './words.ts'

/** Trying a form edition on reports that were sent, and publishing it. */
export const editionPublish = {
  'edition.try': { vi: 'Thử trên báo cáo đã gửi', en: 'Try it on reports' },
  'edition.tryTitle': { vi: 'Thử biểu mẫu trên báo cáo đã gửi', en: 'The draft tried on reports' },
  'edition.tryLead': {
    vi: 'Không báo cáo nào bị thay đổi. Trang này cho biết các quy tắc mới sẽ báo gì nếu đã dùng khi xã gửi.',
    en: 'No report is changed. This says what the new checks would have said when the communes sent.',
  },
  'edition.tryProblems': { vi: 'Cần sửa trước khi thử', en: 'To be mended before trying' },
  'edition.tryMonth': { vi: 'Báo cáo của kỳ', en: 'Reports of' },
  'edition.tryPress': { vi: 'Thử', en: 'Try' },
  'edition.try.text': {
    vi: 'Đã thử trên {reports} báo cáo kỳ {month}.',
    en: 'Tried on {reports} reports of {month}.',
  },
  'edition.try.none': { vi: 'Kỳ {month} không có báo cáo nào.', en: 'There is no report of {month}.' },
  'edition.try.quiet': {
    vi: 'Không báo cáo nào bị báo khác đi.',
    en: 'No report would have been told anything else.',
  },
  'edition.try.newBox': {
    vi: 'Chỉ tiêu mới, chưa có số liệu: {label} ({reports} báo cáo). Không tính là lỗi của kỳ cũ.',
    en: 'New, without figures yet: {label} ({reports} reports). No failure of the past.',
  },
  'edition.try.new': { vi: 'quy tắc mới', en: 'new' },
  'edition.try.changed': { vi: 'quy tắc đã sửa', en: 'changed' },
  'edition.try.kept': { vi: 'quy tắc cũ', en: 'as before' },
  'edition.try.gone': { vi: 'quy tắc đã bỏ', en: 'removed' },
  'edition.try.counts': {
    vi: '{failing} báo cáo không đạt: {fails} mới, {passes} không còn bị báo.',
    en: '{failing} reports fail it: {fails} newly, {passes} no longer.',
  },
  'edition.try.goneCounts': {
    vi: '{passes} báo cáo không còn bị báo.',
    en: '{passes} reports are no longer told.',
  },
  'edition.try.failsList': { vi: 'Báo cáo mới bị báo', en: 'Newly told' },
  'edition.try.passesList': { vi: 'Báo cáo không còn bị báo', en: 'No longer told' },
  'edition.try.more': { vi: 'và {count} báo cáo khác', en: 'and {count} more' },
  'edition.publish': { vi: 'Ban hành', en: 'Publish' },
  'edition.publishTitle': { vi: 'Ban hành biểu mẫu', en: 'Publish the edition' },
  'edition.publishLead': {
    vi: 'Ban hành rồi thì không sửa được; muốn đổi phải ban hành đợt sau. Các kỳ trước tháng này giữ biểu mẫu cũ.',
    en: 'Once published it is never altered; a change needs another edition. Earlier months keep theirs.',
  },
  'edition.publishRefused': { vi: 'Chưa ban hành được', en: 'It cannot be published' },
  'edition.publishPress': { vi: 'Ban hành', en: 'Publish' },
  'edition.publish.month': { vi: 'Dùng từ kỳ', en: 'Used from' },
  'edition.publish.monthHint': {
    vi: 'Kỳ chưa có báo cáo hay bản nháp nào, ví dụ 01/2027.',
    en: 'A month without any report or draft, like 01/2027.',
  },
  'edition.publish.titleVi': { vi: 'Tên biểu mẫu', en: 'Title' },
  'edition.publish.titleEn': { vi: 'Tên bằng tiếng Anh', en: 'Title in English' },
  'edition.publish.note': { vi: 'Căn cứ, lý do', en: 'Why' },
  'edition.publish.noteHint': {
    vi: 'Văn bản yêu cầu thay đổi; hiện trong danh sách biểu mẫu và nhật ký.',
    en: 'The document that asks for it; shown in the list of editions and the log.',
  },
  'edition.publish.badMonth': {
    vi: 'Đề nghị ghi kỳ theo dạng 01/2027.',
    en: 'Please write the month like 01/2027.',
  },
  'edition.publish.tooFar': {
    vi: 'Đề nghị chọn kỳ không sau {last}: biểu mẫu đã ban hành thì không rút lại được.',
    en: 'Please choose {last} at the latest: an edition once published cannot be taken back.',
  },
  'edition.publish.badTitle': {
    vi: 'Đề nghị ghi tên, không quá {most} ký tự.',
    en: 'Please give a title, at most {most} characters.',
  },
  'edition.discard': { vi: 'Bỏ bản đang soạn', en: 'Throw the draft away' },
  'edition.discardText': {
    vi: 'Mọi thay đổi trong bản đang soạn sẽ mất. Biểu mẫu đã ban hành không bị ảnh hưởng.',
    en: 'All that was written in the draft is lost. Published editions stay as they are.',
  },
  'flash.draftKept': { vi: 'Đã lưu vào bản đang soạn.', en: 'Kept in the draft.' },
  'flash.draftDiscarded': { vi: 'Đã bỏ bản đang soạn.', en: 'The draft was thrown away.' },
  'flash.editionPublished': { vi: 'Đã ban hành biểu mẫu.', en: 'The edition is published.' },
} satisfies Words
