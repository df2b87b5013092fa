import type { RoleName } from './access.rules.ts'

/**
 * The cast: the people of the trial world, of the tests and of the pictures. All made up.
 * `office: true` means `unit` is an office's code, else a commune's; both as in force since 7/2025.
 */
export type CastMember = {
  email: string
  name: string
  position: string
  phone: string
  role: RoleName
  unit: string
  office: boolean
  /** What this person is there to show. */
  part: string
}

/** The password of every one of them, in the trial world only. */
export const CAST_PASSWORD = 'ngay-25-dung-thu'

const commune = (unit: string, member: Omit<CastMember, 'unit' | 'office'>): CastMember => ({
  ...member,
  unit,
  office: false,
})
const office = (unit: string, member: Omit<CastMember, 'unit' | 'office'>): CastMember => ({
  ...member,
  unit,
  office: true,
})

/** Xã Đăk Rve, Đăk Kôi, Kon Braih (formerly huyện Kon Rẫy), phường Kon Tum, xã Măng Đen, đặc khu Lý Sơn. */
export const cast: readonly CastMember[] = [
  commune('23479', {
    email: 'y.hanh@dakrve.example',
    name: 'Y Hạnh',
    position: 'Công chức Văn hóa – Xã hội',
    phone: '0260 3000 101',
    role: 'reporter',
    part: 'cast.draft',
  }),
  commune('23479', {
    email: 'a.thuan@dakrve.example',
    name: 'A Thuận',
    position: 'Phó Chủ tịch UBND xã',
    phone: '0260 3000 102',
    role: 'leader',
    part: 'cast.leader',
  }),
  commune('23485', {
    email: 'y.lan@dakkoi.example',
    name: 'Y Lan',
    position: 'Công chức Văn hóa – Xã hội',
    phone: '0260 3000 103',
    role: 'reporter',
    part: 'cast.missing',
  }),
  commune('23497', {
    email: 'tran.binh@konbraih.example',
    name: 'Trần Thị Bình',
    position: 'Công chức Văn hóa – Xã hội',
    phone: '0260 3000 104',
    role: 'reporter',
    part: 'cast.submitted',
  }),
  commune('23293', {
    email: 'le.duc@kontum.example',
    name: 'Lê Văn Đức',
    position: 'Công chức Văn hóa – Xã hội',
    phone: '0260 3000 105',
    role: 'reporter',
    part: 'cast.merged',
  }),
  commune('23473', {
    email: 'pham.oanh@mangden.example',
    name: 'Phạm Thị Oanh',
    position: 'Công chức Văn hóa – Xã hội',
    phone: '0260 3000 106',
    role: 'reporter',
    part: 'cast.returned',
  }),
  commune('21548', {
    email: 'vo.hai@lyson.example',
    name: 'Võ Văn Hải',
    position: 'Công chức Văn hóa – Xã hội',
    phone: '0255 3000 107',
    role: 'reporter',
    part: 'cast.late',
  }),
  office('51', {
    email: 'nguyen.mai@sgd.example',
    name: 'Nguyễn Thị Mai',
    position: 'Chuyên viên Phòng GDTrH-GDTX',
    phone: '0255 3000 201',
    role: 'officer',
    part: 'cast.officer',
  }),
  office('51', {
    email: 'dinh.son@sgd.example',
    name: 'Đinh Văn Sơn',
    position: 'Chuyên viên Phòng GDTrH-GDTX',
    phone: '0255 3000 202',
    role: 'officer',
    part: 'cast.officer',
  }),
  office('51', {
    email: 'bui.ha@sgd.example',
    name: 'Bùi Thu Hà',
    position: 'Phó Giám đốc',
    phone: '0255 3000 203',
    role: 'office_leader',
    part: 'cast.officeLeader',
  }),
  office('51', {
    email: 'quan.tri@sgd.example',
    name: 'Hồ Minh Quân',
    position: 'Chuyên viên, quản trị Cổng',
    phone: '0255 3000 204',
    role: 'admin',
    part: 'cast.admin',
  }),
  office('BGDDT', {
    email: 'do.an@moet.example',
    name: 'Đỗ Bình An',
    position: 'Chuyên viên Vụ Giáo dục Phổ thông',
    phone: '024 3000 301',
    role: 'admin',
    part: 'cast.ministry',
  }),
]
