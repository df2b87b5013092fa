import type { Words } from './words.ts'

/** Graduates as the schools report them. */
export const schoolCount = {
  'schoolCount.title': {
    vi: 'Số học sinh tốt nghiệp THCS do trường báo cáo',
    en: 'Lower-secondary graduates as schools report them',
  },
  'schoolCount.text': {
    vi: 'Số của các trường theo năm tốt nghiệp, để đối chiếu với tổng số tốt nghiệp trong báo cáo gần nhất của xã. Tỷ lệ vẫn tính trên số do xã báo cáo. Ô để trống là chưa có số của trường.',
    en: 'The schools’ figures by graduation year, set beside the total in the commune’s latest report. Shares are still of the total reported. Empty means not known.',
  },
  'schoolCount.cohort': { vi: 'Tốt nghiệp năm {year}', en: 'Graduated in {year}' },
  'schoolCount.boxOf': { vi: 'Tốt nghiệp năm {year}, {unit}', en: 'Graduated in {year}, {unit}' },
  'schoolCount.source': { vi: 'Nguồn số liệu', en: 'Source' },
  'schoolCount.sourceOf': { vi: 'Nguồn số liệu của {unit}', en: 'Source of the figures of {unit}' },
  'schoolCount.period': { vi: 'Báo cáo kỳ {month}', en: 'Report of {month}' },
  'schoolCount.reported': {
    vi: 'Xã báo cáo {count}, {difference}',
    en: 'Commune reports {count}, {difference}',
  },
  'schoolCount.reportedAlone': { vi: 'Xã báo cáo {count}', en: 'Commune reports {count}' },
  'schoolCount.same': { vi: 'không lệch', en: 'the same' },
  'schoolCount.more': { vi: 'nhiều hơn {by}', en: '{by} more' },
  'schoolCount.less': { vi: 'ít hơn {by}', en: '{by} less' },
  'schoolCount.noReport': { vi: 'Xã chưa báo cáo', en: 'The commune has not reported' },
  'schoolCount.noSchool': { vi: 'chưa có số của trường', en: 'no figure of the schools' },
  'schoolCount.show.different': { vi: 'Có số lệch ({count})', en: 'Figures differ ({count})' },
  'schoolCount.show.empty': {
    vi: 'Chưa đủ số của trường ({count})',
    en: 'Schools’ figures incomplete ({count})',
  },
  'schoolCount.show.all': { vi: 'Tất cả ({count})', en: 'All ({count})' },
  'schoolCount.none': { vi: 'Không có đơn vị nào trong danh sách này.', en: 'No unit is in this list.' },
  'schoolCount.noneText': {
    vi: 'Đề nghị chọn danh sách khác ở trên.',
    en: 'Please choose another list above.',
  },
  'schoolCount.save': { vi: 'Lưu số của trường', en: 'Save the schools’ figures' },
  'schoolCount.back': { vi: 'Về trang chỉ tiêu', en: 'To the targets' },
  'schoolCount.readOnly': {
    vi: 'Chỉ quản trị viên của cơ quan được sửa số liệu này.',
    en: 'Only an administrator of the office may change these figures.',
  },
  'schoolCount.bad': {
    vi: 'Đề nghị nhập số nguyên từ 0 đến 99.999.',
    en: 'A whole number from 0 to 99,999, please.',
  },
  'schoolCount.sourceAlone': {
    vi: 'Có nguồn nhưng chưa có số nào. Đề nghị nhập số hoặc xóa nguồn.',
    en: 'There is a source, but no figure. Please enter a figure or clear the source.',
  },
  'schoolCount.file.bad': {
    vi: '{value} không phải là số nguyên từ 0 đến 99.999.',
    en: '{value} is no whole number from 0 to 99,999.',
  },
  'schoolCount.stale': {
    vi: 'Có người vừa lưu số của trường. Số đồng chí vừa nhập còn nguyên bên dưới; ô khác đi có ghi số vừa lưu. Bấm Lưu lần nữa để dùng số của đồng chí.',
    en: 'Somebody has just saved figures. What you typed is still below; boxes that differ name the saved figure. Press Save again to use yours.',
  },
  'schoolCount.sheet': { vi: 'Số tốt nghiệp', en: 'Graduates' },
  'schoolCount.mark': {
    vi: 'Biểu số học sinh tốt nghiệp do trường báo cáo',
    en: 'Graduates as schools report them',
  },
  'schoolCount.bookTitle': {
    vi: 'Số học sinh tốt nghiệp THCS do trường báo cáo, {office}',
    en: 'Lower-secondary graduates as schools report them, {office}',
  },
  'schoolCount.bookNote': {
    vi: 'Điền vào ô vàng số học sinh tốt nghiệp THCS theo năm, số nguyên. Ô để trống: chưa có số của trường. Gửi lại tệp này tại trang Số tốt nghiệp do trường báo cáo.',
    en: 'Fill the yellow boxes with whole numbers by graduation year. Empty: not known.',
  },
  'audit.act.target.count': {
    vi: 'lưu số học sinh tốt nghiệp do trường báo cáo của {unit}: {count} thay đổi',
    en: 'set the schools’ graduates of {unit}: {count} changes',
  },
  'flash.schoolCountsSaved': { vi: 'Đã lưu số của trường.', en: 'The schools’ figures are saved.' },
} as const satisfies Words
