import type { Words } from './words.ts'

export const trial = {
  'cast.draft': { vi: 'Báo cáo đang soạn dở', en: 'A report half written' },
  'cast.leader': { vi: 'Lãnh đạo xã xem và duyệt', en: 'The commune’s leader' },
  'cast.missing': { vi: 'Chưa bắt đầu báo cáo tháng này', en: 'This month not begun' },
  'cast.submitted': { vi: 'Đã gửi báo cáo tháng này', en: 'This month sent' },
  'cast.merged': { vi: 'Phường mới, hợp nhất từ năm phường', en: 'A ward made from five' },
  'cast.returned': { vi: 'Báo cáo bị trả lại để sửa', en: 'A report returned for correction' },
  'cast.late': { vi: 'Còn nợ báo cáo tháng trước', en: 'Last month still owed' },
  'cast.officer': { vi: 'Theo dõi, đôn đốc, tổng hợp', en: 'Follows, chases, consolidates' },
  'cast.officeLeader': { vi: 'Lãnh đạo Sở xem số liệu', en: 'The Department’s leader' },
  'cast.admin': { vi: 'Quản trị đơn vị, người dùng, lịch nghỉ', en: 'Administers units, people, holidays' },
  'cast.ministry': {
    vi: 'Xem số liệu tổng hợp từ các Sở, ban hành biểu mẫu',
    en: 'Sees the sum of the Departments, publishes the form',
  },
  'trial.account': { vi: 'Tài khoản {unit}', en: 'Account of {unit}' },
  'trial.position': { vi: 'Công chức Văn hóa – Xã hội', en: 'Culture and social affairs official' },
  'trial.return': {
    vi: 'Tổng các tình trạng chưa khớp với danh sách của trường THCS, đề nghị rà soát lại số đi làm ăn xa.',
    en: 'The situations do not agree with the school’s list; please review those working away.',
  },
  'trial.correction': {
    vi: 'Điều chỉnh 01 em từ học THPT sang học GDTX sau khi đối chiếu với Trung tâm GDNN-GDTX.',
    en: 'One pupil moved from upper-secondary to continuing education after checking with the training centre.',
  },
  'trial.explain': {
    vi: 'Đã rà soát cùng trường THCS và các thôn, số liệu đúng thực tế.',
    en: 'Reviewed with the school and the villages; the figures are right.',
  },
  'trial.explainLate': { vi: 'Cán bộ phụ trách đi công tác.', en: 'The official in charge was away.' },
  'trial.explainMoved': {
    vi: 'Có em đã chuyển hẳn theo gia đình đi nơi khác.',
    en: 'A pupil has moved away with the family.',
  },
  'trial.actions': {
    vi: 'Phối hợp trường THCS và các thôn rà soát, vận động học sinh ra lớp; giới thiệu Trung tâm GDNN-GDTX.',
    en: 'Reviewed with the school and villages; encouraged pupils to enrol; referred to the training centre.',
  },
  'trial.paper.documentCode': { vi: 'BC-SGDĐT', en: 'BC-SGDĐT' },
  'trial.paper.letterCode': { vi: 'SGDĐT-GDTrH', en: 'SGDĐT-GDTrH' },
  'trial.paper.filedUnder': { vi: 'GDTrH', en: 'GDTrH' },
  'trial.paper.authority': { vi: 'KT. GIÁM ĐỐC', en: 'FOR THE DIRECTOR' },
  'trial.paper.signer': { vi: 'PHÓ GIÁM ĐỐC', en: 'DEPUTY DIRECTOR' },
  'trial.paper.above': { vi: 'UBND tỉnh (b/c)', en: "Provincial People's Committee (for report)" },
  'trial.paper.leaders': { vi: 'Lãnh đạo Sở', en: 'Leaders of the department' },
  'trial.hello': {
    vi: '\n  Ngày 25 – bản dùng thử (trial): {url}\n  Thư gửi đi (letters):           {url}/mail\n  Số liệu minh họa, lưu ở (data): {folder}\n\n  Trang đăng nhập cho vào ngay với một trong các vai (one press signs you in as):\n{people}\n\n  Dừng (stop): Ctrl+C\n',
    en: '\n  Ngày 25 – trial: {url}\n  Letters:         {url}/mail\n  Made-up data in: {folder}\n\n  One press on the sign-in page signs you in as:\n{people}\n\n  Stop: Ctrl+C\n',
  },
} as const satisfies Words
