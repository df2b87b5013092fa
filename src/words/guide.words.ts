import type { Words } from './words.ts'

export const guide = {
  'guide.commune.title': { vi: 'Hướng dẫn dành cho xã, phường, đặc khu', en: 'Guide for communes' },
  'guide.office.title': { vi: 'Hướng dẫn dành cho cơ quan nhận báo cáo', en: 'Guide for offices' },
} as const satisfies Words
