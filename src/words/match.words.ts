import type { Words } from './words.ts'

/** Tables of one's own: choosing the file, and matching its columns with the form's boxes. */
export const match = {
  'match.title': { vi: 'Lấy số từ bảng tự lập', en: 'Take figures from your own table' },
  'match.intro': {
    vi: 'Dùng cho bảng Excel không theo mẫu của Cổng, như bảng tổng hợp năm trước. Chọn tệp, sau đó ghép cột của bảng với chỉ tiêu; Cổng ghép sẵn và nhớ cho lần sau.',
    en: 'For Excel tables not made by the portal, such as last year’s. Choose the file, then match its columns with the form; the portal guesses first and remembers for next time.',
  },
  'match.file': { vi: 'Tệp Excel (.xlsx)', en: 'Excel file (.xlsx)' },
  'match.fileHint': {
    vi: 'Không quá 5 MB. Chỉ lấy số liệu tổng hợp; tệp không được lưu lại.',
    en: 'At most 5 MB. Only figures are taken; the file itself is not kept.',
  },
  'match.read': { vi: 'Đọc tệp', en: 'Read the file' },
  'match.noFile': { vi: 'Đề nghị chọn một tệp Excel.', en: 'Please choose an Excel file.' },
  'match.refused': { vi: '{what} {advice}', en: '{what} {advice}' },
  'match.matchTitle': { vi: 'Ghép cột với chỉ tiêu', en: 'Match columns with boxes' },
  'match.where': { vi: 'Bảng nằm ở đâu trong tệp', en: 'Where the table is in the file' },
  'match.sheet': { vi: 'Trang tính', en: 'Sheet' },
  'match.head': { vi: 'Tiêu đề bắt đầu ở dòng', en: 'Heads begin in row' },
  'match.data': { vi: 'Số liệu bắt đầu ở dòng', en: 'Figures begin in row' },
  'match.turned': { vi: 'Chỉ tiêu được ghi theo', en: 'The boxes are written in' },
  'match.turned.no': { vi: 'Cột (mỗi xã một dòng)', en: 'Columns (a commune a row)' },
  'match.turned.yes': { vi: 'Dòng (mỗi xã một cột)', en: 'Rows (a commune a column)' },
  'match.again': { vi: 'Đọc lại', en: 'Read again' },
  'match.turnedHint': {
    vi: 'Khi chỉ tiêu ghi theo dòng, hai ô trên là số thứ tự của cột: A là 1, B là 2.',
    en: 'When boxes are in rows, the two numbers above count columns: A is 1, B is 2.',
  },
  'match.column': { vi: 'Cột', en: 'Column' },
  'match.row': { vi: 'Dòng', en: 'Row' },
  'match.heading': { vi: 'Tiêu đề trong bảng', en: 'Heading in the table' },
  'match.example': { vi: 'Giá trị đầu', en: 'First value' },
  'match.box': { vi: 'Chỉ tiêu của báo cáo', en: 'Box of the form' },
  'match.boxFor': { vi: 'Chỉ tiêu cho {column}: {head}', en: 'Box for {column}: {head}' },
  'match.leave': { vi: 'Không lấy', en: 'Leave out' },
  'match.unitColumn': { vi: 'Tên xã, phường', en: 'Name of the commune' },
  'match.noHead': { vi: '(không có tiêu đề)', en: '(no heading)' },
  'match.kept': {
    vi: 'Đã ghép như lần trước với bảng có cùng tiêu đề.',
    en: 'Matched as last time for a table with the same headings.',
  },
  'match.guessed': {
    vi: 'Cổng đã ghép sẵn {count} cột theo tiêu đề. Đề nghị đồng chí kiểm tra từng cột.',
    en: 'The portal has matched {count} columns by their headings. Please check each.',
  },
  'match.go': { vi: 'Xem trước số liệu', en: 'Preview the figures' },
  'match.goHint': {
    vi: 'Chưa có gì được lưu vào báo cáo. Ô trống trong bảng không xóa số đã có.',
    en: 'Nothing is saved to a report yet. Empty cells of the table erase nothing.',
  },
  'match.noBoxes': {
    vi: 'Chưa ghép cột nào với chỉ tiêu của báo cáo.',
    en: 'No column is matched with a box of the form yet.',
  },
  'match.noUnit': {
    vi: 'Đề nghị chọn cột ghi tên xã, phường.',
    en: 'Please choose the column with the communes’ names.',
  },
  'match.givenTwice': {
    vi: 'Có chỉ tiêu được ghép với hai cột: {boxes}.',
    en: 'Some boxes are matched with two columns: {boxes}.',
  },
  'match.notFound': {
    vi: 'Có {count} dòng không khớp tên đơn vị nào nên không lấy: {rows}.',
    en: '{count} lines match no unit’s name and are left out: {rows}.',
  },
  'match.twice': {
    vi: '{unit} được ghi nhiều lần (dòng {rows}) nên không lấy.',
    en: '{unit} is written more than once (rows {rows}) and is left out.',
  },
  'match.partOnly': {
    vi: '{unit} được lập từ nhiều đơn vị cũ; trong bảng còn thiếu {missing} nên không lấy.',
    en: '{unit} was made of several former units; {missing} is missing from the table, so it is left out.',
  },
  'match.nothing': {
    vi: 'Không lấy được số liệu của đơn vị nào từ trang tính này.',
    en: 'No unit’s figures could be taken from this sheet.',
  },
  'match.cut': {
    vi: 'Chỉ đọc 30 trang tính đầu, mỗi trang 4.000 dòng và 150 cột đầu.',
    en: 'Only the first 30 sheets, and of each the first 4,000 rows and 150 columns, are read.',
  },
  'audit.act.table.read': { vi: 'Đọc bảng số liệu tự lập', en: 'Read one’s own table' },
  'audit.act.table.match': { vi: 'Ghép cột của bảng tự lập', en: 'Matched the columns of a table' },
} as const satisfies Words
