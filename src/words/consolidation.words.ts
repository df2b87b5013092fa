import type { Words } from './words.ts'

export const consolidation = {
  'consolidation.title': { vi: 'Tổng hợp tháng {month}', en: 'Consolidation of {month}' },
  'consolidation.built': {
    vi: 'Số liệu tính đến ngày {asOf}. Bảng lập lúc {at}: {reported}/{expected} đơn vị đã báo cáo. Đơn vị tính: học sinh.',
    en: 'As of {asOf}. Built at {at}: {reported} of {expected} communes have reported. Unit: pupils.',
  },
  'consolidation.excel': { vi: 'Tải Excel', en: 'Download Excel' },
  'consolidation.year': { vi: 'Tải cả năm học', en: 'Download the school year' },
  'consolidation.changed': {
    vi: '{count} đơn vị đã thay đổi từ bản số {number} của đồng chí. Ô thay đổi được tô vàng, in đậm.',
    en: '{count} communes have changed since your copy no. {number}. Changed cells are yellow and bold.',
  },
  'consolidation.caption': {
    vi: 'Bảng tổng hợp số liệu tháng {month}',
    en: 'Consolidated figures of {month}',
  },
  'consolidation.order': { vi: 'STT', en: 'No.' },
  'consolidation.unit': { vi: 'Đơn vị', en: 'Commune' },
  'consolidation.note': { vi: 'Ghi chú', en: 'Note' },
  'consolidation.total': { vi: 'Tổng cộng', en: 'Total' },
  'consolidation.missing': { vi: 'Chưa báo cáo', en: 'Not reported' },
  'consolidation.masked': { vi: 'dưới 5', en: 'under 5' },
  'consolidation.missingNote': {
    vi: 'Đơn vị chưa báo cáo để trống, không tính là 0; tổng cộng chỉ gồm đơn vị đã báo cáo.',
    en: 'Communes that have not reported are left empty, not counted as 0; the total holds those that have.',
  },
  'consolidation.scroll': {
    vi: 'Kéo ngang trong khung để xem đủ các cột.',
    en: 'Scroll sideways within the frame to see every column.',
  },
  'consolidation.none': {
    vi: 'Không có đơn vị nào phải báo cáo kỳ này',
    en: 'No commune is due to report this month',
  },
} as const satisfies Words
