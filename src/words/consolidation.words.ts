import type { Words } from './words.ts'

/** The consolidation on screen, its numbered copies, and what changed since one of them. */
export const consolidation = {
  'consolidation.title': { vi: 'Tổng hợp tháng {month}', en: 'Consolidation of {month}' },
  'consolidation.yearTitle': { vi: 'Tổng hợp năm {year}', en: 'Consolidation of {year}' },
  'consolidation.schoolYearTitle': { vi: 'Tổng hợp năm học {year}', en: 'School year {year}' },
  'consolidation.built': {
    vi: 'Số liệu tính đến ngày {asOf}, hạn gửi {due}. Lập lúc {at}: {reported}/{expected} đơn vị đã báo cáo, {late} gửi muộn, {missing} chưa báo cáo. Đơn vị tính: học sinh.',
    en: 'As of {asOf}, due {due}. Built at {at}: {reported} of {expected} communes have reported, {late} late, {missing} missing. Unit: pupils.',
  },
  'consolidation.excel': { vi: 'Tải Excel', en: 'Download Excel' },
  'consolidation.yearLink': { vi: 'Cả năm {year}', en: 'Year {year}' },
  'consolidation.schoolYearLink': { vi: 'Năm học {year}', en: 'School year {year}' },
  'consolidation.board': { vi: 'Bảng theo dõi', en: 'Board' },
  'consolidation.up': { vi: 'Về cơ quan cấp trên', en: 'To the office above' },
  'consolidation.toMonth': { vi: 'Tháng {month}', en: '{month}' },
  'consolidation.toNow': { vi: 'Về kỳ hiện tại', en: 'To the running month' },
  'consolidation.views': { vi: 'Các phần của bảng tổng hợp', en: 'Parts of the table' },
  'consolidation.view.stock': { vi: 'Tại ngày chốt', en: 'On the cut-off day' },
  'consolidation.view.month': { vi: 'Tại ngày chốt', en: 'On the cut-off day' },
  'consolidation.view.flow': { vi: 'Biến động', en: 'Movements' },
  'consolidation.view.detail': { vi: 'Nguyên nhân', en: 'Reasons' },
  'consolidation.view.cohort': { vi: 'Theo năm tốt nghiệp', en: 'By graduation year' },
  'consolidation.changed': {
    vi: '{count} đơn vị đã thay đổi từ bản số {number} của đồng chí. Ô thay đổi được tô vàng, in đậm.',
    en: '{count} communes have changed since your copy no. {number}. Changed cells are yellow and bold.',
  },
  'consolidation.unchanged': {
    vi: 'Không có gì thay đổi từ bản số {number} của đồng chí.',
    en: 'Nothing has changed since your copy no. {number}.',
  },
  'consolidation.changedList': { vi: 'Xem từng ô đã thay đổi', en: 'Show each cell that changed' },
  'consolidation.change.reported': { vi: 'vừa báo cáo', en: 'has reported' },
  'consolidation.change.corrected': { vi: 'gửi lại', en: 'sent a correction' },
  'consolidation.change.withdrawn': { vi: 'không còn báo cáo được tính', en: 'no longer counts' },
  'consolidation.change.joined': { vi: 'được thêm vào danh sách', en: 'joined the list' },
  'consolidation.change.left': { vi: 'không còn trong danh sách', en: 'left the list' },
  'consolidation.change.by': { vi: '{by}, {at}', en: '{by}, {at}' },
  'consolidation.change.reason': { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  'consolidation.change.cell': { vi: '{label}: {from} → {to}', en: '{label}: {from} → {to}' },
  'consolidation.change.empty': { vi: 'để trống', en: 'empty' },
  'consolidation.change.texts': {
    vi: 'Số liệu không đổi, chỉ đổi phần thuyết minh.',
    en: 'The figures are the same; only texts changed.',
  },
  'consolidation.change.more': { vi: 'và {count} đơn vị khác', en: 'and {count} more' },
  'consolidation.change.moreCells': { vi: 'và {count} ô khác', en: 'and {count} more cells' },
  'consolidation.caption': {
    vi: 'Bảng tổng hợp số liệu tháng {month}',
    en: 'Consolidated figures of {month}',
  },
  'consolidation.yearCaption': {
    vi: 'Số liệu từng tháng của {year}',
    en: 'Figures of {year}, month by month',
  },
  'consolidation.scroll': {
    vi: 'Kéo ngang trong khung để xem đủ các cột.',
    en: 'Scroll sideways within the frame to see every column.',
  },
  'consolidation.none': {
    vi: 'Không có đơn vị nào phải báo cáo kỳ này',
    en: 'No commune is due to report this month',
  },
  'consolidation.noneText': {
    vi: 'Chọn kỳ khác, hoặc kiểm tra danh sách đơn vị của cơ quan.',
    en: 'Choose another month, or look at the office’s list of units.',
  },
  'consolidation.copies': { vi: 'Các bản đã tải', en: 'Copies taken' },
  'consolidation.copiesText': {
    vi: 'Mỗi bản được giữ nguyên từng byte và tải lại được. Khi số liệu không đổi, nút Tải Excel đưa lại bản mới nhất.',
    en: 'Each copy is kept byte for byte and can be taken again. While nothing changes, Download gives the latest one.',
  },
  'consolidation.copy': { vi: 'Bản số {number}', en: 'Copy no. {number}' },
  'consolidation.copyMeta': {
    vi: '{by} lập lúc {at}, {size} KB',
    en: 'made by {by} at {at}, {size} KB',
  },
  'consolidation.copiesNone': { vi: 'Chưa có bản nào được tải.', en: 'No copy has been taken yet.' },
  'consolidation.script': { vi: 'Lệnh export', en: 'Export command' },
  'consolidation.written': {
    vi: 'Đã ghi {file}: bản số {number}, {bytes} byte, SHA-256 {sha256}.',
    en: 'Wrote {file}: copy no. {number}, {bytes} bytes, SHA-256 {sha256}.',
  },
  'consolidation.stockNote': {
    vi: 'Số liệu tại ngày chốt không cộng qua các tháng; chỉ biến động được cộng.',
    en: 'What stands on a cut-off day is never added over months; only movements are.',
  },
} as const satisfies Words
