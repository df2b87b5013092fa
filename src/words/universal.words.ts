import type { Words } from './words.ts'

/** The distance to universalisation, level 3, and the communes in special difficulty. */
export const universal = {
  'universal.decree': {
    vi: 'Nghị định 20/2014/NĐ-CP, Điều 16',
    en: 'Decree 20/2014/NĐ-CP, Article 16',
  },
  'universal.measure': { vi: 'Học THPT, GDTX hoặc học nghề', en: 'In education or training of any kind' },
  'universal.whole': { vi: 'phổ cập mức độ 3', en: 'universalisation level 3' },
  'universal.approximation': {
    vi: 'Nghị định tính trên thanh niên, thiếu niên từ 15 đến 18 tuổi; Cổng này tính trên số học sinh tốt nghiệp THCS do xã báo cáo. Vì vậy số ở đây là ước tính, không thay cho hồ sơ công nhận phổ cập.',
    en: 'The decree counts everybody aged 15 to 18, the portal the graduates that communes report. So this is an approximation and stands for no recognition.',
  },
  'universal.byCommune': {
    vi: 'Mức độ 3 xét theo từng xã; dòng tổng cho biết số xã đạt.',
    en: 'Level 3 is judged by commune; sums say how many reach it.',
  },
  'universal.communes': { vi: '{reached} xã đạt', en: '{reached} communes reach it' },
  'universal.short': {
    vi: 'còn thiếu {points} điểm, tương đương {pupils} em',
    en: '{points} points missing, which is {pupils} pupils',
  },
  'universal.hair': {
    vi: 'còn thiếu dưới 0,1 điểm, tương đương {pupils} em',
    en: 'less than 0.1 points missing, which is {pupils} pupils',
  },
  'universal.above': { vi: 'cao hơn {points} điểm', en: '{points} points above' },
  'universal.exactly': { vi: 'vừa đạt', en: 'just reached' },
  'universal.title': {
    vi: 'Khoảng cách đến phổ cập giáo dục THCS mức độ 3',
    en: 'Distance to universalisation, level 3',
  },
  'universal.text': {
    vi: 'Xã đạt khi từ {percent}% số học sinh tốt nghiệp THCS trở lên đang học THPT, GDTX hoặc học nghề; xã đặc biệt khó khăn từ {difficult}% ({source}).',
    en: 'A commune reaches it when {percent}% of its graduates or more are in education or training of any kind; in special difficulty {difficult}% ({source}).',
  },
  'universal.summary.reached': { vi: 'Đạt mức độ 3', en: 'Reach level 3' },
  'universal.summary.short': { vi: 'Chưa đạt', en: 'Do not' },
  'universal.summary.unknown': { vi: 'Chưa có số liệu', en: 'No figures' },
  'universal.summary.shortNote': { vi: 'cần thêm {pupils} em đi học', en: '{pupils} more pupils needed' },
  'universal.summary.unknownNote': {
    vi: 'chưa báo cáo hoặc thiếu số liệu',
    en: 'not reported, or figures missing',
  },
  'universal.caption': { vi: 'Xếp từ xã còn thiếu nhiều nhất', en: 'The furthest first' },
  'universal.unit': { vi: 'Đơn vị', en: 'Unit' },
  'universal.graduates': { vi: 'Tốt nghiệp', en: 'Graduates' },
  'universal.learning': { vi: 'Đang học', en: 'Learning' },
  'universal.share': { vi: 'Tỷ lệ', en: 'Share' },
  'universal.required': { vi: 'Mức cần đạt', en: 'Required' },
  'universal.verdict': { vi: 'Đánh giá', en: 'Verdict' },
  'universal.difficult': { vi: 'xã đặc biệt khó khăn', en: 'special difficulty' },
  'universal.noGraduates': { vi: 'không có học sinh tốt nghiệp', en: 'no graduates' },
  'universal.none': {
    vi: 'Chưa có đơn vị nào phải báo cáo trong kỳ này.',
    en: 'Nobody reports in this month.',
  },
  'universal.back': { vi: 'Về trang chỉ tiêu', en: 'To the targets' },
  'universal.month': { vi: 'Kỳ {month}', en: '{month}' },
  'universal.toNow': { vi: 'Về kỳ hiện tại', en: 'To the present month' },
  'universal.period': { vi: 'Theo số liệu kỳ báo cáo {month}', en: 'By the figures of {month}' },
  'universal.goalsLink': { vi: 'So với chỉ tiêu', en: 'Against targets' },
  'universal.schools': {
    vi: 'tốt nghiệp {year}: xã báo cáo {reported}, trường báo cáo {school}',
    en: 'graduated {year}: the commune reports {reported}, its schools {school}',
  },
  'universal.sheet': { vi: 'Phổ cập mức độ 3', en: 'Universalisation level 3' },
  'universal.sheetTitle': {
    vi: 'Khoảng cách đến phổ cập giáo dục trung học cơ sở mức độ 3',
    en: 'Distance to universalisation, level 3',
  },
  'universal.sheetText': {
    vi: 'Từ {percent}% trở lên, xã đặc biệt khó khăn từ {difficult}% ({source}). Nghị định tính trên người từ 15 đến 18 tuổi, bảng này tính trên số học sinh tốt nghiệp do xã báo cáo nên là ước tính.',
    en: '{percent}% or more, in special difficulty {difficult}% ({source}). The decree counts those aged 15 to 18, this table the graduates reported: an approximation.',
  },
  'universal.column.kind': { vi: 'Đặc biệt khó khăn', en: 'Special difficulty' },
  'universal.column.graduates': { vi: 'Học sinh tốt nghiệp THCS', en: 'Graduates' },
  'universal.column.learning': { vi: 'Đang học THPT, GDTX, học nghề', en: 'In education or training' },
  'universal.column.share': { vi: 'Tỷ lệ', en: 'Share' },
  'universal.column.required': { vi: 'Mức cần đạt', en: 'Required' },
  'universal.column.points': { vi: 'Chênh lệch (điểm %)', en: 'Difference (points)' },
  'universal.column.pupils': { vi: 'Còn thiếu (em)', en: 'Pupils missing' },
  'universal.column.verdict': { vi: 'Đánh giá', en: 'Verdict' },
  'universal.reachedUnit': { vi: 'xã đạt', en: 'reach it' },
  'universal.yes': { vi: 'Có', en: 'Yes' },
  'difficulty.title': {
    vi: 'Xã có điều kiện kinh tế - xã hội đặc biệt khó khăn',
    en: 'Communes in special difficulty',
  },
  'difficulty.text': {
    vi: 'Xã đặc biệt khó khăn được xét phổ cập mức độ 3 theo mức thấp hơn.',
    en: 'Communes in special difficulty are judged by the lower figure of level 3.',
  },
  'difficulty.how': {
    vi: 'Nhập tháng và văn bản, chọn các xã, rồi đánh dấu hoặc kết thúc. Các kỳ báo cáo trước tháng đó không đổi.',
    en: 'Give month and document, tick the communes, then mark them or end it. Months before stay as they are.',
  },
  'difficulty.readOnly': {
    vi: 'Chỉ quản trị viên của cơ quan được sửa danh sách này.',
    en: 'Only an administrator of the office may change this list.',
  },
  'difficulty.month': { vi: 'Từ tháng', en: 'From month' },
  'difficulty.month.hint': {
    vi: 'Ví dụ 01/2026. Khi kết thúc: tháng đầu tiên không còn thuộc diện này.',
    en: 'For example 01/2026. To end it: the first month in which it no longer holds.',
  },
  'difficulty.document': { vi: 'Văn bản căn cứ', en: 'Legal document' },
  'difficulty.document.hint': {
    vi: 'Số, ký hiệu, ngày và cơ quan ban hành. Chỉ cần khi đánh dấu.',
    en: 'Number, date and issuer. Needed only to mark.',
  },
  'difficulty.mark': { vi: 'Đánh dấu các xã đã chọn', en: 'Mark those ticked' },
  'difficulty.end': { vi: 'Kết thúc cho các xã đã chọn', en: 'End it for those ticked' },
  'difficulty.undo': {
    vi: 'Bỏ lần đánh dấu gần nhất (ghi nhầm)',
    en: 'Take back the latest marking (a slip)',
  },
  'difficulty.units': { vi: 'Các xã', en: 'Communes' },
  'difficulty.now': { vi: 'Đang thuộc diện', en: 'At present' },
  'difficulty.yesNow': { vi: 'Đặc biệt khó khăn', en: 'Special difficulty' },
  'difficulty.spans': { vi: 'Thời gian, văn bản', en: 'Months, documents' },
  'difficulty.count': {
    vi: '{count}/{all} xã đang thuộc diện này.',
    en: '{count} of {all} communes at present.',
  },
  'difficulty.since': { vi: 'từ {from}', en: 'since {from}' },
  'difficulty.span': { vi: 'từ {from}, hết hiệu lực từ {until}', en: 'from {from}, no longer from {until}' },
  'difficulty.noneTicked': { vi: 'Đề nghị chọn ít nhất một xã.', en: 'Please tick a commune.' },
  'difficulty.badMonth': {
    vi: 'Đề nghị ghi tháng và năm, ví dụ 01/2026.',
    en: 'A month and year, please, as 01/2026.',
  },
  'difficulty.noDocument': {
    vi: 'Đề nghị ghi văn bản quyết định xã đặc biệt khó khăn.',
    en: 'Please give the document that says so.',
  },
  'difficulty.longDocument': {
    vi: 'Văn bản không quá {max} ký tự.',
    en: 'A document has at most {max} characters.',
  },
  'difficulty.notMarked': { vi: 'chưa được đánh dấu lần nào.', en: 'was never marked.' },
  'difficulty.notOpen': {
    vi: 'hiện không thuộc diện này nên không kết thúc được.',
    en: 'is not marked, so it cannot end.',
  },
  'difficulty.endsFirst': {
    vi: 'bắt đầu từ {from}; tháng kết thúc phải sau tháng đó.',
    en: 'begins in {from}; it can end only after that.',
  },
  'difficulty.overlaps': {
    vi: 'đã thuộc diện này {span}; các khoảng thời gian không được chồng nhau.',
    en: 'is marked {span} already; spans must not overlap.',
  },
  'difficulty.none': {
    vi: 'Không có xã nào trực thuộc cơ quan.',
    en: 'No commune stands straight under the office.',
  },
  'units.settings.universal': {
    vi: 'Phổ cập giáo dục và số đối chiếu',
    en: 'Universalisation and figures to compare',
  },
  'units.settings.universalText': {
    vi: 'Mức cần đạt của phổ cập giáo dục THCS mức độ 3, và mức lệch so với số của trường thì nêu trong ghi chú.',
    en: 'What level 3 requires, and from which difference to the schools’ figures on the remarks say so.',
  },
  'units.settings.universalPercent': { vi: 'Mức cần đạt (%)', en: 'Required (%)' },
  'units.settings.universalDifficultPercent': {
    vi: 'Mức cần đạt của xã đặc biệt khó khăn (%)',
    en: 'Required in special difficulty (%)',
  },
  'units.settings.universalSource': { vi: 'Căn cứ', en: 'Source' },
  'units.settings.countTolerance': {
    vi: 'Nêu khi lệch số của trường quá (%)',
    en: 'Say so when it differs from the schools by more than (%)',
  },
  'audit.act.target.mark-difficulty': {
    vi: 'đánh dấu {count} xã đặc biệt khó khăn từ {from} ({document})',
    en: 'marked {count} communes as in special difficulty from {from} ({document})',
  },
  'audit.act.target.end-difficulty': {
    vi: 'kết thúc diện đặc biệt khó khăn của {count} xã từ {from}',
    en: 'ended special difficulty of {count} communes from {from}',
  },
  'audit.act.target.undo-difficulty': {
    vi: 'bỏ lần đánh dấu đặc biệt khó khăn gần nhất của {count} xã',
    en: 'took back the latest marking of special difficulty of {count} communes',
  },
  'flash.difficultySaved': { vi: 'Đã lưu danh sách xã đặc biệt khó khăn.', en: 'The list is saved.' },
} as const satisfies Words
