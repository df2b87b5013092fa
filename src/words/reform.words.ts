import type { Words } from './words.ts'

/** Mergers in bulk, and history with where it comes from. */
export const reform = {
  'units.import.otherOldName': {
    vi: 'Mã {code} trước kỳ {month} là “{known}”, tệp ghi “{name}”. Đề nghị kiểm tra lại mã.',
    en: 'Code {code} before {month} is “{known}”, the file says “{name}”. Please check the code.',
  },
  'units.import.otherNewName': {
    vi: 'Mã {code} từ kỳ {month} là “{known}”, tệp ghi “{name}”. Đề nghị kiểm tra lại mã.',
    en: 'Code {code} from {month} on is “{known}”, the file says “{name}”. Please check the code.',
  },
  'units.import.circle': {
    vi: '{name} (mã {code}) sắp xếp vòng tròn: qua các dòng khác lại trở về chính đơn vị này.',
    en: '{name} (code {code}) goes in a circle: by way of other lines it becomes itself again.',
  },
  'units.import.itself': {
    vi: '{name} (mã {code}) được ghi sắp xếp thành chính mình mà không có đơn vị nào khác nhập vào hay tách ra. Đề nghị bỏ dòng này.',
    en: '{name} (code {code}) is said to become itself while nothing joins or leaves it. Please drop this line.',
  },
  'units.import.reported': {
    vi: '{name} (mã {code}) đã gửi báo cáo đến kỳ {reported}, không sắp xếp lùi từ kỳ {month} được. Đề nghị chọn kỳ sau đó.',
    en: '{name} (code {code}) has reported up to {reported} and cannot be merged back from {month} on. Please choose a later month.',
  },
  'units.import.recorded': {
    vi: '{name} (mã {code}) đã được ghi sắp xếp vào đơn vị này từ kỳ {reported}, không ghi lại từ kỳ {month} được. Đề nghị kiểm tra lại kỳ bắt đầu.',
    en: '{name} (code {code}) is on record as having gone into this unit from {reported} on, and cannot again from {month}. Please check the first month.',
  },
  'units.import.kind.row': { vi: 'Dòng không đọc được', en: 'Lines that cannot be read' },
  'units.import.kind.overlap': { vi: 'Mã đang thuộc đơn vị khác', en: 'Codes that another unit bears' },
  'units.import.kind.parent': { vi: 'Thiếu cơ quan cấp trên', en: 'The office above is missing' },
  'units.import.kind.predecessor': { vi: 'Không có đơn vị trước', en: 'No such former unit' },
  'units.import.kind.successor': { vi: 'Không có đơn vị sau', en: 'No such new unit' },
  'units.import.kind.name': { vi: 'Mã và tên không khớp', en: 'Code and name disagree' },
  'units.import.kind.foreign': { vi: 'Thuộc cơ quan khác', en: 'Another office’s unit' },
  'units.import.kind.reported': { vi: 'Đã gửi báo cáo các kỳ sau', en: 'Has reported since' },
  'units.import.kind.itself': { vi: 'Sắp xếp thành chính mình', en: 'A unit that becomes itself' },
  'units.import.kind.circle': { vi: 'Sắp xếp vòng tròn', en: 'Circles' },
  'units.import.kind.recorded': { vi: 'Đã được ghi từ kỳ khác', en: 'On record from another month' },
  'units.import.rest': {
    vi: 'Đã áp dụng {lines}/{total} dòng; {count} dòng chưa áp dụng được.',
    en: '{lines} of {total} lines applied; {count} cannot be applied.',
  },
  'units.import.mayRest': {
    vi: '{lines}/{total} dòng áp dụng được ngay với --apply-rest.',
    en: '{lines} of {total} lines can be applied now with --apply-rest.',
  },
  'units.rest.cannot': { vi: '{count} dòng chưa áp dụng được', en: '{count} lines cannot be applied' },
  'units.rest.choice': {
    vi: 'Chưa có gì của tệp “{file}” được ghi. Đồng chí có thể áp dụng ngay các dòng còn lại, hoặc sửa các dòng dưới đây rồi tải lên lại.',
    en: 'Nothing of “{file}” was written yet. You can apply the rest now, or correct the lines below and upload it again.',
  },
  'units.rest.lines': { vi: 'Các dòng chưa áp dụng được', en: 'The lines that cannot be applied' },
  'units.rest.title': { vi: 'Các dòng còn lại áp dụng được', en: 'The rest can be applied' },
  'units.rest.text': {
    vi: '{lines}/{total} dòng áp dụng được ngay; {count} dòng dưới đây thì chưa.',
    en: '{lines} of {total} lines can be applied now; the {count} below cannot.',
  },
  'units.rest.press': { vi: 'Áp dụng các dòng còn lại', en: 'Apply the rest' },
  'units.rest.download': { vi: 'Tải các dòng chưa áp dụng (CSV)', en: 'Download these lines (CSV)' },
  'units.rest.hint': {
    vi: 'Tệp CSV ghi từng dòng với lý do. Sửa ngay trong tệp đó rồi tải lên: các dòng đã áp dụng không bị ghi lần nữa.',
    en: 'The CSV holds each line with its reason. Correct it there and upload it: lines already applied are not written again.',
  },
  'units.rest.changed': {
    vi: 'Danh mục đơn vị vừa thay đổi nên kết quả kiểm tra đã khác. Chưa có gì được ghi; đề nghị xem lại rồi bấm lần nữa.',
    en: 'The units have just changed, and with them the result. Nothing was written; please look again and press once more.',
  },
  'units.rest.done': {
    vi: 'Đã áp dụng {lines}/{total} dòng của tệp “{file}”',
    en: '{lines} of {total} lines of “{file}” applied',
  },
  'units.rest.left': {
    vi: '{count} dòng chưa áp dụng được. Đề nghị tải về, sửa rồi nhập lại.',
    en: '{count} lines could not be applied. Please download, correct and import them.',
  },
  'units.rest.will': { vi: 'Chi tiết các dòng áp dụng được', en: 'What would be applied' },
  'units.rest.line': { vi: 'dong', en: 'line' },
  'units.rest.reason': { vi: 'ly_do', en: 'reason' },
  'units.rest.file': { vi: 'dong-chua-ap-dung', en: 'lines-not-applied' },
} as const satisfies Words
