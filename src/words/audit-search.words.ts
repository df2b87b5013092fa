import type { Words } from './words.ts'

/** Searching, exporting and checking the log. */
export const auditSearch = {
  'audit.wholeKind': { vi: 'Tất cả: {kind}', en: 'All of: {kind}' },
  'audit.from': { vi: 'Từ ngày', en: 'From' },
  'audit.to': { vi: 'Đến ngày', en: 'To' },
  'audit.bad.month': { vi: 'Đề nghị ghi kỳ theo dạng 11/2026.', en: 'Please write the month like 11/2026.' },
  'audit.bad.from': {
    vi: 'Đề nghị ghi ngày bắt đầu theo dạng 25/11/2026.',
    en: 'Please give the first day as a date.',
  },
  'audit.bad.to': {
    vi: 'Đề nghị ghi ngày kết thúc theo dạng 25/11/2026.',
    en: 'Please give the last day as a date.',
  },
  'audit.bad.order': {
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
    en: 'The last day must not be before the first.',
  },
  'problem.auditFilter': { vi: 'Điều kiện lọc chưa đọc được', en: 'The filter cannot be read' },
  'problem.auditFilter.advice': {
    vi: 'Đề nghị về trang Nhật ký, sửa kỳ hoặc ngày rồi tải lại.',
    en: 'Please go back to the log, mend the month or day, and download again.',
  },
  'audit.export': { vi: 'Tải nhật ký (CSV)', en: 'Download the log (CSV)' },
  'audit.act.audit.export': { vi: 'tải nhật ký về tệp', en: 'downloaded the log' },
  'audit.chain.title': { vi: 'Kiểm tra niêm phong nhật ký', en: 'Check of the log’s seals' },
  'audit.chain.line': {
    vi: 'Mỗi dòng nhật ký được niêm phong cùng dòng trước. Đến nay có {seq} dòng.',
    en: 'Each line is sealed with the one before. There are {seq} so far.',
  },
  'audit.chain.check': { vi: 'Kiểm tra niêm phong', en: 'Check the seals' },
  'audit.chain.sound': {
    vi: 'Lúc {at}: {lines} dòng còn nguyên niêm phong. Không dòng nào bị sửa, xóa hoặc chèn thêm.',
    en: 'At {at}: {lines} lines are sealed as written. None was changed, removed or put in.',
  },
  'audit.chain.broken': {
    vi: 'Lúc {at}: niêm phong bị hỏng ở {faults} chỗ. Đề nghị sao lưu ngay cơ sở dữ liệu và báo cơ quan quản lý Cổng.',
    en: 'At {at}: the seals are broken in {faults} places. Please back the database up now and tell whoever runs the portal.',
  },
  'audit.chain.how': {
    vi: 'Niêm phong của một dòng là mã SHA-256 tính từ nội dung dòng đó và niêm phong của dòng trước. Sửa một dòng cũ thì mọi niêm phong sau nó không còn khớp.',
    en: 'A line’s seal is the SHA-256 of its content and of the seal before. With an old line changed, no later seal fits.',
  },
  'audit.chain.head': { vi: 'Niêm phong cuối cùng', en: 'The last seal' },
  'audit.chain.keep': {
    vi: 'Đề nghị ghi mã này ra ngoài Cổng (biên bản, sổ công tác) để về sau đối chiếu bằng lệnh npm run audit.',
    en: 'Please note it outside the portal (minutes, a work log), to compare later with npm run audit.',
  },
  'audit.fault.gap': { vi: 'Thiếu niêm phong trước số {seq}.', en: 'A seal before no. {seq} is missing.' },
  'audit.fault.gone': {
    vi: 'Dòng {line} đã bị xóa (niêm phong số {seq}).',
    en: 'Line {line} is gone (seal {seq}).',
  },
  'audit.fault.altered': {
    vi: 'Dòng {line} không khớp niêm phong số {seq}.',
    en: 'Line {line} does not fit its seal, no. {seq}.',
  },
  'audit.fault.unsealed': { vi: 'Dòng {line} không có niêm phong.', en: 'Line {line} has no seal.' },
  'audit.fault.other-head': {
    vi: 'Niêm phong số {seq} khác mã đã ghi lại.',
    en: 'Seal no. {seq} is not the one noted down.',
  },
} satisfies Words
