import type { Words } from './words.ts'

/** What is said about a paper at its download: who signs, its number, whether it is an annex. */
export const choice = {
  'choice.title': { vi: 'Người ký, số văn bản, phụ lục', en: 'Signer, number, annex' },
  'choice.text': {
    vi: 'Chỉ áp dụng cho bản tải lần này; thiết lập của cơ quan không đổi.',
    en: 'For this copy alone; the office’s settings stay as they are.',
  },
  'choice.authority': { vi: 'Quyền hạn của người ký', en: 'Authority of the signer' },
  'choice.authority.hint': {
    vi: 'Ví dụ: KT. GIÁM ĐỐC. Để trống khi người đứng đầu ký.',
    en: 'For example: KT. GIÁM ĐỐC. Empty when the head signs.',
  },
  'choice.signerTitle': { vi: 'Chức vụ người ký', en: 'Title of the signer' },
  'choice.signerName': { vi: 'Họ tên người ký', en: 'Name of the signer' },
  'choice.documentNumber': { vi: 'Số văn bản', en: 'Document number' },
  'choice.documentNumber.hint': {
    vi: 'Ghi trước ký hiệu. Để trống khi chưa có số.',
    en: 'Stands before the code. Empty while there is none.',
  },
  'choice.annex': {
    vi: 'Là phụ lục kèm theo báo cáo',
    en: 'Is an annex of a report',
  },
  'choice.annexNumber': { vi: 'Phụ lục số', en: 'Annex number' },
  'choice.reportNumber': { vi: 'Kèm theo Báo cáo số', en: 'Goes with report no.' },
  'choice.reportNumber.hint': { vi: 'Ví dụ: 1234/BC-SGDĐT.', en: 'For example: 1234/BC-SGDĐT.' },
  'choice.reportDay': { vi: 'Ngày của báo cáo', en: 'Day of the report' },
  'choice.mask': {
    vi: 'Che số nhỏ hơn 5, và những số từ đó suy ra được',
    en: 'Mask figures under 5, and those that would give them away',
  },
  'choice.tooLong': { vi: 'Không quá {max} ký tự.', en: 'At most {max} characters.' },
  'choice.badDay': { vi: 'Ngày chưa đúng.', en: 'The day is not right.' },
} as const satisfies Words
