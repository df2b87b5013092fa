import type { Words } from './words.ts'

/** The month's table for programs. */
export const openData = {
  'data.title': { vi: 'Dữ liệu mở', en: 'Open data' },
  'data.text': {
    vi: 'Cùng số liệu với bảng trên, cho phần mềm khác đọc. Bản để công bố che số nhỏ hơn 5 cùng những số từ đó suy ra được, và không có phần viết bằng lời.',
    en: 'The figures of the table above, for other programs. The one for publication masks figures under 5 with those that would give them away, and has nothing written in words.',
  },
  'data.csvSemicolon': { vi: 'CSV (dấu ;)', en: 'CSV (;)' },
  'data.csvComma': { vi: 'CSV (dấu ,)', en: 'CSV (,)' },
  'data.json': { vi: 'JSON', en: 'JSON' },
  'data.internal': { vi: 'Dùng trong cơ quan', en: 'For use in the office' },
  'data.publish': { vi: 'Để công bố', en: 'For publication' },
  'data.fileName': { vi: 'Số liệu {month} - {office}', en: 'Data {month} - {office}' },
  'data.fileName.publish': {
    vi: 'Số liệu công bố {month} - {office}',
    en: 'Public data {month} - {office}',
  },
  'data.written': {
    vi: 'Đã ghi {file}: {bytes} byte, SHA-256 {sha256}.',
    en: 'Wrote {file}: {bytes} bytes, SHA-256 {sha256}.',
  },
  'audit.act.data.take': {
    vi: 'lấy dữ liệu {format} tháng {month} của {unit}',
    en: 'took the {format} data of {month} of {unit}',
  },
} as const satisfies Words
