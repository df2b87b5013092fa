import type { Words } from './words.ts'

/** Targets of a school year, and shares beside them. */
export const targets = {
  'targets.title': { vi: 'Chỉ tiêu năm học {year}', en: 'Targets of school year {year}' },
  'targets.text': {
    vi: 'Tỷ lệ trên tổng số học sinh tốt nghiệp THCS. Đơn vị không có chỉ tiêu riêng thì theo chỉ tiêu của cơ quan cấp trên gần nhất; để trống là không giao chỉ tiêu riêng.',
    en: 'Shares of all lower-secondary graduates. A unit without a target of its own goes by the nearest office above; empty means none of its own.',
  },
  'targets.measure.upper': {
    vi: 'Vào học THPT, GDTX',
    en: 'In upper-secondary or continuing education',
  },
  'targets.measure.vocational': { vi: 'Vào học nghề', en: 'In vocational training' },
  'targets.measure.untraced': {
    vi: 'Không học tiếp hoặc chưa xác định',
    en: 'In neither, or not known',
  },
  'targets.measure.upper.short': { vi: 'từ chỉ tiêu trở lên', en: 'at least the target' },
  'targets.measure.vocational.short': { vi: 'từ chỉ tiêu trở lên', en: 'at least the target' },
  'targets.measure.untraced.short': { vi: 'không quá chỉ tiêu', en: 'at most the target' },
  'targets.percent': { vi: '{measure} (%)', en: '{measure} (%)' },
  'targets.unit': { vi: 'Đơn vị', en: 'Unit' },
  'targets.source': { vi: 'Căn cứ giao', en: 'Source' },
  'targets.sourceOf': { vi: 'Căn cứ giao chỉ tiêu của {unit}', en: 'Source of the targets of {unit}' },
  'targets.boxOf': { vi: '{measure}, {unit}, phần trăm', en: '{measure}, {unit}, per cent' },
  'targets.inherited': { vi: 'Theo cấp trên: {percent}', en: 'From above: {percent}' },
  'targets.save': { vi: 'Lưu chỉ tiêu', en: 'Save the targets' },
  'targets.cancel': { vi: 'Hủy', en: 'Cancel' },
  'targets.readOnly': {
    vi: 'Chỉ quản trị viên của cơ quan được sửa chỉ tiêu.',
    en: 'Only an administrator of the office may change targets.',
  },
  'targets.bad': {
    vi: 'Đề nghị nhập số từ 0 đến 100, tối đa hai chữ số thập phân.',
    en: 'A number from 0 to 100 with at most two decimals, please.',
  },
  'targets.badSource': { vi: 'Căn cứ không quá {max} ký tự.', en: 'A source has at most {max} characters.' },
  'targets.sourceAlone': {
    vi: 'Có căn cứ nhưng chưa có chỉ tiêu. Đề nghị nhập chỉ tiêu hoặc xóa căn cứ.',
    en: 'There is a source, but no target. Please enter a target or clear the source.',
  },
  'targets.staleText': {
    vi: '{by} vừa lưu chỉ tiêu của năm học này. Số đồng chí vừa nhập còn nguyên bên dưới; ô khác đi có ghi số vừa lưu. Bấm Lưu lần nữa để dùng số của đồng chí.',
    en: '{by} has just saved targets of this school year. What you typed is still below; boxes that differ name the saved figure. Press Save again to use yours.',
  },
  'targets.saved': { vi: 'Đang lưu: {percent}', en: 'Saved: {percent}' },
  'targets.savedNone': { vi: 'Đang lưu: để trống', en: 'Saved: empty' },
  'targets.file.mark': { vi: 'Biểu chỉ tiêu năm học {year}', en: 'Targets of school year {year}' },
  'targets.file.title': {
    vi: 'Chỉ tiêu năm học {year} của {office}',
    en: 'Targets of school year {year}, {office}',
  },
  'targets.file.note': {
    vi: 'Điền vào ô vàng số phần trăm từ 0 đến 100, tối đa hai chữ số thập phân (ví dụ 70 hoặc 70,5). Ô để trống: không giao chỉ tiêu riêng. Gửi lại tệp này tại trang Chỉ tiêu.',
    en: 'Fill the yellow boxes with per cent from 0 to 100 with at most two decimals (70 or 70.5). Empty: no target of its own.',
  },
  'targets.file.otherYear': {
    vi: 'tệp này là biểu của năm học {theirs}, trang này của năm học {year}. Đề nghị mở trang của năm học {theirs} rồi gửi lại.',
    en: 'this book is of school year {theirs}, the page of {year}. Please open the page of {theirs} and send it there.',
  },
  'targets.file.unclear': {
    vi: '{value} chưa rõ là {value}% hay {times}%. Đề nghị ghi {times} (hoặc định dạng ô là %), hoặc ghi “{value}%”.',
    en: '{value} may be {value}% or {times}%. Please write {times} (or format the cell as %), or “{value}%”.',
  },
  'targets.file.over': { vi: '{value}% vượt quá 100%.', en: '{value}% is over 100%.' },
  'targets.file.under': { vi: '{value}% nhỏ hơn 0.', en: '{value}% is under 0.' },
  'targets.file.decimals': {
    vi: '{value} có hơn hai chữ số thập phân; đề nghị làm tròn.',
    en: '{value} has more than two decimals; please round it.',
  },
  'targets.link.graduates': { vi: 'Số tốt nghiệp do trường báo cáo', en: 'Graduates as schools report them' },
  'targets.link.difficulty': { vi: 'Xã đặc biệt khó khăn', en: 'Communes in special difficulty' },
  'targets.link.distance': {
    vi: 'Khoảng cách đến phổ cập mức độ 3',
    en: 'Distance to universalisation level 3',
  },
  'targets.toYear': { vi: 'Năm học {year}', en: 'School year {year}' },
  'targets.toNow': { vi: 'Về năm học hiện tại', en: 'To the present school year' },
  'targets.link': { vi: 'Chỉ tiêu', en: 'Targets' },
  'targets.back': { vi: 'Về bảng tổng hợp', en: 'To the consolidation' },
  'targets.view': { vi: 'So với chỉ tiêu', en: 'Against targets' },
  'targets.view.caption': {
    vi: 'Tỷ lệ so với chỉ tiêu của năm học',
    en: 'Shares beside the school year’s targets',
  },
  'targets.view.none': {
    vi: 'Năm học này chưa giao chỉ tiêu; bảng chỉ có tỷ lệ.',
    en: 'No target is set for this school year; shares stand alone.',
  },
  'targets.view.share': { vi: 'Tỷ lệ', en: 'Share' },
  'targets.view.goal': { vi: 'Chỉ tiêu', en: 'Target' },
  'targets.view.verdict': { vi: 'So với chỉ tiêu', en: 'Against it' },
  'targets.view.graduates': { vi: 'Tổng số tốt nghiệp', en: 'Graduates' },
  'targets.reached': { vi: 'Đạt', en: 'Reached' },
  'targets.short': { vi: 'Chưa đạt', en: 'Not reached' },
  'targets.unknown': { vi: 'Chưa có số liệu', en: 'No figures' },
  'targets.above': { vi: 'cao hơn {points} điểm', en: '{points} points above' },
  'targets.below': { vi: 'thấp hơn {points} điểm', en: '{points} points below' },
  'targets.equal': { vi: 'bằng chỉ tiêu', en: 'on the target' },
  'targets.trialSource': {
    vi: 'Số liệu dùng thử, không phải chỉ tiêu thật',
    en: 'For trial use, no real target',
  },
  'audit.act.target.set': {
    vi: 'lưu chỉ tiêu năm học {year} của {unit}: {count} thay đổi',
    en: 'set targets of school year {year} for {unit}: {count} changes',
  },
  'flash.targetsSaved': { vi: 'Đã lưu chỉ tiêu.', en: 'The targets are saved.' },
} as const satisfies Words
