import type { Words } from './words.ts'

/** The desk at which a form edition is written: its preview, its words, what is refused, and the log's sentences. */
export const editionDesk = {
  'edition.preview': { vi: 'Xem thử biểu mẫu', en: 'Preview the form' },
  'edition.preview.title': { vi: 'Xem thử biểu mẫu đang soạn', en: 'Preview of the edition being written' },
  'edition.preview.notice': { vi: 'Bản xem thử, không gửi được', en: 'A preview: nothing can be sent' },
  'edition.preview.text': {
    vi: 'Xã sẽ thấy trang như dưới đây. Số gõ thử vào ô không được lưu.',
    en: 'A commune will see the page as below. What is typed into the boxes is not kept.',
  },
  'edition.preview.switches': {
    vi: 'Phần thêm mà cơ quan có thể bật',
    en: 'Parts that an office may turn on',
  },
  'edition.preview.press': { vi: 'Xem lại', en: 'Show' },
  'edition.preview.template': { vi: 'Tải mẫu Excel xem thử', en: 'Its Excel template' },
  'edition.preview.file': { vi: '{unit} (xem thử)', en: '{unit} (preview)' },
  'edition.sectionCount': { vi: '{count} chỉ tiêu', en: '{count} indicators' },
  'edition.checkCount': { vi: '{count} quy tắc', en: '{count} checks' },
  'edition.words': { vi: 'Đối tượng thống kê và ô ghi chữ', en: 'Whom to count, and the text boxes' },
  'edition.words.change': { vi: 'Sửa lời trên biểu mẫu', en: 'Change these words' },
  'edition.words.texts': { vi: 'Ô ghi chữ', en: 'Text boxes' },
  'edition.words.vi': { vi: 'Đối tượng và cách thống kê', en: 'Whom to count and how' },
  'edition.words.en': { vi: 'Bằng tiếng Anh', en: 'In English' },
  'edition.words.lines': {
    vi: 'Mỗi dòng một ý, hiện đầu biểu mẫu.',
    en: 'A line each, at the head of the form.',
  },
  'edition.words.linesEn': {
    vi: 'Mỗi dòng ứng với một dòng tiếng Việt. Để trống cả ô thì dùng tiếng Việt.',
    en: 'A line for each Vietnamese one. Left empty, the Vietnamese is used.',
  },
  'edition.words.label': { vi: 'Tên ô “{name}”', en: 'Name of “{name}”' },
  'edition.words.labelEn': { vi: 'Tên ô “{name}” bằng tiếng Anh', en: 'Name of “{name}” in English' },
  'edition.words.none': {
    vi: 'Đề nghị ghi đối tượng và cách thống kê, từ 1 đến {most} dòng.',
    en: 'Please say whom to count and how, in 1 to {most} lines.',
  },
  'edition.words.longLine': {
    vi: 'Dòng {line} dài quá {most} ký tự. Đề nghị viết ngắn lại hoặc tách dòng.',
    en: 'Line {line} has over {most} characters. Please shorten or divide it.',
  },
  'edition.words.uneven': {
    vi: 'Có {vi} dòng tiếng Việt nhưng {en} dòng tiếng Anh. Đề nghị ghi đủ từng dòng, hoặc để trống cả ô.',
    en: 'There are {vi} lines in Vietnamese and {en} in English. Please give one for each, or none.',
  },
  'edition.words.noLabel': { vi: 'Đề nghị ghi tên ô.', en: 'Please name the box.' },
  'edition.changed.definitions': { vi: 'Sửa đối tượng và cách thống kê', en: 'Whom to count and how' },
  'edition.changed.texts': { vi: 'Sửa tên ô ghi chữ', en: 'Names of the text boxes' },
  'edition.circle': {
    vi: 'Chỉ tiêu “{label}” đi vòng thành một phần của chính nó. Đề nghị sửa mục “Là một phần của”.',
    en: '“{label}” has become a part of itself. Please change what it is part of.',
  },
  'edition.unsound': {
    vi: 'Bản đang soạn có chỗ không khớp mà các trang này không sửa được. Đề nghị bỏ bản này rồi soạn lại, hoặc báo người quản trị Cổng: {fault}.',
    en: 'Something in the draft does not fit, which these pages cannot mend. Please throw it away and begin anew, or tell whoever runs the portal: {fault}.',
  },
  'edition.draftBroken': {
    vi: 'Bản {by} đang soạn không đọc được. Đề nghị bỏ bản này rồi soạn lại; biểu mẫu đang dùng không bị ảnh hưởng.',
    en: 'The draft of {by} cannot be read. Please throw it away and begin anew; editions in use are not affected.',
  },
  'edition.publish.ended': {
    vi: 'Bản đang soạn này vừa được người khác ban hành, sửa hoặc bỏ. Chưa có gì được ban hành thêm. Đề nghị xem lại danh sách biểu mẫu.',
    en: 'Somebody has just published, changed or thrown away this draft. Nothing more was published. Please look at the list of editions.',
  },
  'problem.draftMoved': {
    vi: 'Biểu mẫu đang soạn vừa được người khác sửa',
    en: 'Somebody has just changed the draft',
  },
  'problem.draftMoved.advice': {
    vi: 'Chưa có gì được lưu. Đề nghị mở lại bản đang soạn, xem thay đổi mới rồi làm lại.',
    en: 'Nothing was kept. Please open the draft again, look at what changed, and do it once more.',
  },
  'problem.draftEnded': {
    vi: 'Bản đang soạn đã được ban hành hoặc đã bỏ',
    en: 'The draft was published or thrown away',
  },
  'problem.draftEnded.advice': {
    vi: 'Chưa có gì được lưu. Đề nghị mở lại trang Biểu mẫu để xem.',
    en: 'Nothing was kept. Please open the list of editions again.',
  },
  'problem.draftMisshapen': { vi: 'Bản đang soạn không đọc được', en: 'The draft cannot be read' },
  'problem.draftMisshapen.advice': {
    vi: 'Đề nghị bỏ bản này ở trang Biểu mẫu rồi soạn lại. Biểu mẫu đang dùng không bị ảnh hưởng.',
    en: 'Please throw it away in the list of editions and begin anew. Editions in use are not affected.',
  },
  'problem.draftUnready': {
    vi: 'Biểu mẫu đang soạn còn chỗ cần sửa',
    en: 'Something in the draft has to be mended first',
  },
  'problem.draftUnready.advice': {
    vi: 'Đề nghị sửa các chỗ nêu ở đầu trang Biểu mẫu đang soạn rồi tải mẫu Excel.',
    en: 'Please mend what the draft’s page names on top, then get the template.',
  },
  'audit.act.edition.begin': {
    vi: 'bắt đầu soạn biểu mẫu mới từ biểu mẫu {code}',
    en: 'began a new edition from {code}',
  },
  'audit.act.edition.add-indicator': {
    vi: 'thêm chỉ tiêu “{name}” vào biểu mẫu đang soạn',
    en: 'added the indicator “{name}” to the draft of the form',
  },
  'audit.act.edition.change-indicator': {
    vi: 'sửa chỉ tiêu “{name}” trong biểu mẫu đang soạn',
    en: 'changed the indicator “{name}” in the draft of the form',
  },
  'audit.act.edition.retire-indicator': {
    vi: 'bỏ chỉ tiêu “{name}” khỏi biểu mẫu đang soạn',
    en: 'retired the indicator “{name}” from the draft of the form',
  },
  'audit.act.edition.restore-indicator': {
    vi: 'đưa lại chỉ tiêu “{name}” vào biểu mẫu đang soạn',
    en: 'brought the indicator “{name}” back into the draft of the form',
  },
  'audit.act.edition.move-indicator': {
    vi: 'đổi chỗ chỉ tiêu “{name}” trong biểu mẫu đang soạn',
    en: 'moved the indicator “{name}” in the draft of the form',
  },
  'audit.act.edition.move-section': {
    vi: 'đổi chỗ phần “{name}” trong biểu mẫu đang soạn',
    en: 'moved the section “{name}” in the draft of the form',
  },
  'audit.act.edition.rename-section': {
    vi: 'đổi tên phần “{name}” trong biểu mẫu đang soạn',
    en: 'renamed the section “{name}” in the draft of the form',
  },
  'audit.act.edition.add-check': {
    vi: 'thêm quy tắc kiểm tra {name} vào biểu mẫu đang soạn',
    en: 'added the check {name} to the draft of the form',
  },
  'audit.act.edition.change-check': {
    vi: 'sửa quy tắc kiểm tra {name} trong biểu mẫu đang soạn',
    en: 'changed the check {name} in the draft of the form',
  },
  'audit.act.edition.remove-check': {
    vi: 'bỏ quy tắc kiểm tra {name} khỏi biểu mẫu đang soạn',
    en: 'removed the check {name} from the draft of the form',
  },
  'audit.act.edition.change-words': {
    vi: 'sửa đối tượng thống kê, ô ghi chữ trong biểu mẫu đang soạn',
    en: 'changed whom to count or the text boxes in the draft of the form',
  },
  'audit.act.edition.discard': { vi: 'bỏ biểu mẫu đang soạn', en: 'threw the draft of the form away' },
} satisfies Words
