import type { Words } from './words.ts'

/** A table of units read out of a workbook: what was taken, and what could not be. */
export const unitTable = {
  'unitTable.code': { vi: 'Mã đơn vị', en: 'Code' },
  'unitTable.unit': { vi: 'Đơn vị', en: 'Unit' },
  'unitTable.title': { vi: 'Nhập từ Excel', en: 'From Excel' },
  'unitTable.text': {
    vi: 'Tải bảng về, điền rồi gửi lại; hoặc gửi bảng sẵn có của cơ quan, có cột mã hoặc tên đơn vị. Số đọc được hiện trong bảng dưới đây để kiểm tra, chỉ được lưu khi đồng chí bấm Lưu.',
    en: 'Take the table, fill it in and send it back, or send the office’s own with a column of codes or names. What is read is shown below and saved only when you press Save.',
  },
  'unitTable.download': { vi: 'Tải bảng Excel', en: 'Take the table (Excel)' },
  'unitTable.file': { vi: 'Tệp Excel (.xlsx)', en: 'Excel file (.xlsx)' },
  'unitTable.send': { vi: 'Đọc tệp', en: 'Read the file' },
  'unitTable.read': {
    vi: 'Đã đọc tệp {file}: {units} đơn vị, {count} ô khác số đang lưu. Chưa lưu gì; ô khác được đánh dấu, có ghi số đang lưu. Đề nghị kiểm tra rồi bấm Lưu.',
    en: 'Read {file}: {units} units, {count} boxes differ from what is saved. Nothing is saved yet; differing boxes are marked and name the saved figure. Please check, then press Save.',
  },
  'unitTable.readSame': {
    vi: 'Đã đọc tệp {file}: {units} đơn vị, không ô nào khác số đang lưu.',
    en: 'Read {file}: {units} units; no box differs from what is saved.',
  },
  'unitTable.faults': {
    vi: 'Những chỗ trong tệp không đọc được',
    en: 'What could not be read of the file',
  },
  'unitTable.fault': { vi: 'Ô {at}: {text}', en: 'Cell {at}: {text}' },
  'unitTable.moreFaults': { vi: 'và {count} chỗ khác.', en: 'and {count} more.' },
  'unitTable.noFile': { vi: 'Chưa chọn tệp. Đề nghị chọn tệp Excel (.xlsx).', en: 'No file was chosen.' },
  'unitTable.noUnits': {
    vi: 'Không trang tính nào có cột tên đơn vị của cơ quan này. Đề nghị dùng bảng tải về từ trang này, hoặc thêm cột tên đơn vị.',
    en: 'No sheet names this office’s units. Please use the table from this page, or add a column of names.',
  },
  'unitTable.nameless': {
    vi: 'dòng có số nhưng không có mã hay tên đơn vị.',
    en: 'the line has figures, but neither a code nor a name.',
  },
  'unitTable.unknownCode': {
    vi: 'mã “{code}” không phải của đơn vị nào thuộc cơ quan.',
    en: 'no unit of the office has the code “{code}”.',
  },
  'unitTable.unknownName': {
    vi: 'không có đơn vị nào tên “{name}” thuộc cơ quan.',
    en: 'no unit of the office is called “{name}”.',
  },
  'unitTable.sameName': {
    vi: 'có nhiều đơn vị tên “{name}”; đề nghị ghi mã đơn vị.',
    en: 'several units are called “{name}”; please give the code.',
  },
  'unitTable.contradicts': {
    vi: 'mã {code} là của {unit}, không phải “{name}”.',
    en: 'the code {code} is of {unit}, not of “{name}”.',
  },
  'unitTable.twice': {
    vi: '{unit} đã có ở dòng {line}; mỗi đơn vị chỉ một dòng.',
    en: '{unit} stands in line {line} already; one line a unit, please.',
  },
  'unitTable.unknownColumn': {
    vi: 'cột “{head}” không phải cột nào của bảng này nên không được đọc.',
    en: 'the column “{head}” is none of this table’s and was not read.',
  },
  'unitTable.twoColumns': {
    vi: 'cột “{head}” trùng nội dung với một cột trước nên không được đọc.',
    en: 'the column “{head}” says the same as one before and was not read.',
  },
  'unitTable.notNumber': { vi: '“{text}” không phải là số.', en: '“{text}” is no number.' },
  'unitTable.noResult': {
    vi: 'công thức chưa có kết quả; đề nghị mở tệp bằng Excel, lưu rồi gửi lại.',
    en: 'the formula has no result; please open the file in Excel, save and send it again.',
  },
} as const satisfies Words
