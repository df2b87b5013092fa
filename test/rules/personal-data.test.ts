import { readFileSync } from 'node:fs'
import path from 'node:path'
import { personalData } from '../../src/reports/check.rules.ts'

/** Nobody's data: names are placeholders (Mẫu, Thử), numbers are runs of digits. */
const COHORT = 2026

const refused: Record<string, readonly string[]> = {
  'số điện thoại': [
    'Liên hệ gia đình 0123456789.',
    'Phụ huynh: 0123 456 789',
    'SĐT 0123.456.789',
    'ĐT: 0123-45-67-89',
    'gọi 012 3456 789 buổi tối',
    'số 01 2345 6789',
    'Zalo +84 123 456 789',
    'Zalo +84123456789',
    'Zalo 84123456789',
    'Nhà có máy bàn (02600123456)',
    'máy bàn 0260 0123 456',
  ],
  'số CCCD': [
    'CCCD 012345678901',
    'Căn cước 012 345 678 901 chưa cập nhật',
    'CCCD: 012.345.678.901',
    'CMND 123456789 của em này',
    'mã định danh 012345678901',
    'Thẻ HS4012345678901',
  ],
  'ngày sinh': [
    'Em sinh ngày 01/02/2011 đã đi làm xa.',
    'sinh 1/2/2011',
    'Ngày sinh: 01-02-2011',
    'SN 01.02.2011',
    'sinh ngày 01 tháng 02 năm 2011',
    '01 em (01/02/2011) nghỉ học từ tháng 9',
    'em ở thôn 3, 01/02/2010, đi làm xa',
    'Báo cáo thêm: 2/3 thôn, 01/02/2010, Trung tâm GDNN-GDTX',
    'Có em đăng ký ngày 01/02/2009 nhưng chưa học',
  ],
  'họ tên': [
    'Em Nguyễn Văn A đã đi làm ở Bình Dương.',
    'em Trần Mẫu chưa muốn học nghề',
    'Cháu Lê Thị B lấy chồng',
    'Nguyễn Văn A, Trần Thị B, Lê Văn C chưa ra lớp',
    'Danh sách: Phạm Mẫu, Hoàng Thử',
    '1. Nguyễn Mẫu\n2. Trần Thử',
    '- Đinh Mẫu: đi làm xa\n- Bùi Thử: chờ nhập học',
    'Y Mẫu, A Thử nghỉ học',
    'Vận động em Y Mẫu ra lớp',
    'học sinh A Thử đã học nghề',
    'Siu Mẫu và Ksor Thử đi học lại',
    'em H’Mẫu Niê',
    'Giàng A Thử, Vàng Thị Mẫu',
    'con ông Nguyễn Mẫu',
    'Hộ bà Trần Thị Mẫu khó khăn',
    'gia đình Đinh Mẫu chuyển đi',
    'Hoàn cảnh gia đình em: Võ Mẫu',
    'Tại xã Đăk Kôi, Nguyễn Văn A đi làm xa',
    'Xã Đăk Pne: Nguyễn Thị B lấy chồng sớm',
    'NGUYỄN VĂN MẪU đi làm xa',
    'em nguyễn văn mẫu đi làm xa',
    'họ tên: Blong Mẫu',
    'cháu Hlong Mẫu Thử',
    'em Hoàng Văn Thụ (trùng tên đường) đi làm',
    'Hồ Mẫu, Nguyễn Thử còn ở nhà',
  ],
}

const allowed: readonly string[] = [
  '',
  'Không có.',
  'Đã phối hợp với xã Đăk Kôi, xã Đăk Pne rà soát.',
  'Phối hợp các xã Đăk Kôi, Đăk Pne, Đăk Ruồng và thị trấn Đăk Rve.',
  'Đề nghị Trung tâm GDNN-GDTX huyện Kon Rẫy mở lớp tại thôn.',
  'Thực hiện Kế hoạch số 12/KH-UBND ngày 05/10/2023 của UBND huyện.',
  'Theo Quyết định số 522/QĐ-TTg ngày 14/5/2018 của Thủ tướng Chính phủ.',
  'Theo văn bản số 12/2011/TT-BGDĐT ngày 28/3/2011.',
  'Luật Người khuyết tật ban hành 17/6/2010.',
  'Căn cứ Nghị định số 20/2014/NĐ-CP ngày 24/3/2014.',
  'Thông báo kết luận ngày 17/10/2023; công văn 123/SGDĐT-GDTrH.',
  'Số liệu tháng 10/2023 tăng 02 em so với tháng 9/2023.',
  'Họp thôn 12/10/2026, 14/10/2026 và ngày 16 tháng 10 năm 2026.',
  'Từ 15/09/2026 đến 14/10/2026 vận động được 3 em.',
  'Năm học 2025-2026 có 12 em học nghề.',
  'Các em sinh năm 2011 đã đi học đủ.',
  'Học sinh ngày 05/10/2026 nhập học.',
  'Tuyển sinh ngày 05/10/2026.',
  'Kinh phí hỗ trợ 150.000.000 đồng.',
  'Kinh phí 500000000 đồng, giải ngân 1.500.000.000đ.',
  'Các thôn báo lần lượt 04 10 12 15 20 em.',
  'Ngày 05.10.2026 10 em nhập học.',
  '0 0 0 0 0 0 0 0 0 0 0 0',
  'Tỷ lệ 0,123456789.',
  '02 em Xơ Đăng, 03 em Ba Na, 01 em Giẻ Triêng.',
  'Các em dân tộc Rơ Măm, Gia Rai đã ra lớp.',
  'Con em Kon Rẫy đi làm ăn xa nhiều.',
  'Có 3 em Đăk Pne chuyển đến.',
  'em Đăk Kôi',
  'Nhiều em đi làm ở Bình Dương, Đồng Nai, Hà Nội.',
  'Các em đi Lâm Đồng, Đắk Lắk hái cà phê.',
  'Trường THCS Nguyễn Huệ, THCS Lê Lợi và THPT Trần Phú cung cấp danh sách.',
  'Phường Trần Phú, phường Lê Lợi báo không phát sinh.',
  'Phường Trần Phú, Lê Lợi báo không phát sinh.',
  'Trường PTDTNT Nguyễn Văn Trỗi.',
  'Đoàn Thanh niên, Hội Phụ nữ, Hội Khuyến học cùng vận động.',
  'Đoàn TNCS Hồ Chí Minh xã tuyên truyền.',
  'Giao đồng chí Nguyễn Văn A, Trần Thị B phụ trách.',
  'Đ/c Nguyễn Văn A trực tiếp đến thôn.',
  'Nguyễn Văn A - Trưởng thôn 3 xác nhận số liệu.',
  'Già làng A Thử và trưởng thôn Y Mẫu cùng vận động.',
  'Chủ tịch Nguyễn Văn A chỉ đạo rà soát.',
  'Làng Kon Đó, làng Kon Kum, thôn Kon Jri Xut còn 2 em.',
  'Các thôn: Kon Đó, Kon Kum, Đăk Lung.',
  'Trạm Y Tế xã xác nhận 01 em sức khỏe yếu.',
  'Phòng Giáo Dục và Đào Tạo hướng dẫn thêm.',
  'UBND Xã Đăk Kôi kiến nghị Sở GD&ĐT Quảng Ngãi.',
  'Xã Ia H’ Drai, xã Ya Xiêr chưa có điểm trường.',
  'Đã tuyên truyền tại thôn 1, thôn 2, thôn 3; 5/7 thôn đã họp.',
  'I. Thuận lợi\nII. Khó Khăn\n1. Đường Xa\n2. Kinh Tế',
  'Nhà Rông thôn 4 là nơi họp.',
  'Xe khách Hà Nội – Lào Cai.',
]

test.each(Object.entries(refused).flatMap(([kind, texts]) => texts.map(text => [text, kind] as const)))(
  'refused: %s',
  (text, kind) => {
    expect(personalData(text, COHORT)).toContain(kind)
  },
)

test.each(allowed)('allowed: %s', text => {
  expect(personalData(text, COHORT)).toBeNull()
})

test('NFD and odd spaces hide nothing', () => {
  expect(personalData('em Nguyễn Văn A'.normalize('NFD'), COHORT)).toContain('họ tên')
  expect(personalData('gọi 0123\u00a0456\u00a0789', COHORT)).toContain('số điện thoại')
})

test('the reason shows only the beginning of what was seen', () => {
  expect(personalData('CCCD 012345678901', COHORT)).toBe(
    'Có dãy số giống số CCCD (“012345…”). Không ghi họ tên, số CCCD, số điện thoại, ngày sinh học sinh vào ô này; chỉ ghi số lượng.',
  )
  expect(personalData('CCCD 012345678901', COHORT, 'en')).toContain('an ID number (“012345…”)')
})

test('without a cohort only a date called a birth date is one', () => {
  expect(personalData('01 em (01/02/2011) nghỉ học')).toBeNull()
  expect(personalData('sinh ngày 01/02/2011')).toContain('ngày sinh')
})

test('what is no date is none', () => {
  expect(personalData('sinh 32/02/2011, 1/13/2011', COHORT)).toBeNull()
})

describe('every unit of the country', () => {
  const file = path.resolve(import.meta.dirname, '../../data/units-2025.csv')
  const units = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('commune,'))
    .map(line => line.split(','))

  test('may be named with its type, alone and in a list', () => {
    const wrong = units.filter(([, , type = '', name = ''], index) => {
      const next = units[(index + 1) % units.length]?.[3] ?? ''
      const text = `${type} ${name} có 2 em; UBND ${type.toLowerCase()} ${name}, ${next} và Trường THCS ${name} cùng rà soát.`
      return personalData(text, COHORT) !== null
    })
    expect(units.length).toBeGreaterThan(3000)
    expect(wrong).toEqual([])
  })
})

test('a text made to be slow does not hold the portal up', () => {
  const slow = [
    '0 '.repeat(500),
    'A'.repeat(1000),
    'Y '.repeat(500),
    '1/'.repeat(500),
    '0123 '.repeat(200),
    'Nguyễn '.repeat(140),
  ]
  const start = performance.now()
  for (const text of slow) personalData(text, COHORT)
  expect(performance.now() - start).toBeLessThan(1000)
})
