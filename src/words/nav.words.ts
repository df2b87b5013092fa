import type { Words } from './words.ts'

export const nav = {
  'nav.reports': { vi: 'Báo cáo', en: 'Reports' },
  'nav.board': { vi: 'Theo dõi', en: 'Board' },
  'nav.consolidation': { vi: 'Tổng hợp', en: 'Consolidation' },
  'nav.reminders': { vi: 'Nhắc báo cáo', en: 'Reminders' },
  'nav.units': { vi: 'Đơn vị', en: 'Units' },
  'nav.people': { vi: 'Người dùng', en: 'People' },
  'nav.calendar': { vi: 'Lịch', en: 'Calendar' },
  'nav.audit': { vi: 'Nhật ký', en: 'Log' },
} as const satisfies Words
