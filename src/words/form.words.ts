import type { Words } from './words.ts'

/** What the form says beside an edition's own messages; the numbers are those of the findings. */
export const form = {
  'form.number': { vi: 'Chỉ nhập số nguyên từ 0 đến 9999.', en: 'Enter a whole number from 0 to 9999.' },
  'form.number.signed': {
    vi: 'Chỉ nhập số nguyên từ -9999 đến 9999.',
    en: 'Enter a whole number from -9999 to 9999.',
  },
  'form.stranger': {
    vi: 'Biểu của kỳ này không có ô: {names}. Đề nghị tải lại trang rồi kiểm tra số liệu.',
    en: 'This month’s form has no box: {names}. Please reload the page and check the figures.',
  },
  'form.text.long': {
    vi: 'Nội dung dài {length} ký tự, tối đa {most} ký tự. Đề nghị rút gọn.',
    en: 'The text has {length} characters, at most {most} are allowed. Please shorten it.',
  },
  'form.personal': {
    vi: 'Có {what} (“{seen}”). Không ghi họ tên, số CCCD, số điện thoại, ngày sinh học sinh vào ô này; chỉ ghi số lượng.',
    en: 'There is {what} (“{seen}”). No pupil’s name, ID number, phone number or birth date here; counts only.',
  },
  'form.personal.phone': { vi: 'dãy số giống số điện thoại', en: 'what looks like a phone number' },
  'form.personal.id': { vi: 'dãy số giống số CCCD', en: 'what looks like an ID number' },
  'form.personal.birth': { vi: 'ngày giống ngày sinh', en: 'what looks like a birth date' },
  'form.personal.name': { vi: 'chữ giống họ tên người', en: 'what looks like a person’s name' },
} as const satisfies Words
