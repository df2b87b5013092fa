import type { Words } from './words.ts'

export const units = {
  'units.csv.empty': { vi: 'Tệp không có dòng số liệu nào.', en: 'The file holds no rows.' },
  'units.csv.badBytes': {
    vi: 'Dòng có ký tự hỏng: đề nghị lưu tệp theo bảng mã UTF-8 rồi tải lên lại.',
    en: 'The line has broken characters: please save the file as UTF-8 and upload it again.',
  },
  'units.csv.badQuotes': {
    vi: 'Không đọc được dòng này: dấu ngoặc kép chưa đóng hoặc đặt sai chỗ.',
    en: 'The line cannot be read: a quote is open or misplaced.',
  },
  'units.csv.columns': {
    vi: 'Dòng có {found} cột, dòng đầu có {expected} cột.',
    en: 'The line has {found} columns, the head row {expected}.',
  },
  'units.csv.halfWritten': {
    vi: 'Dòng cuối bị cắt giữa chừng, có thể tệp tải về chưa xong. Đề nghị tải lại tệp; nếu tệp đã đủ, thêm một dấu xuống dòng ở cuối rồi lưu lại.',
    en: 'The last line is cut off; the file may be half-written. Please fetch it again; if it is complete, add a line break at its end.',
  },
  'units.import.unknownHead': {
    vi: 'Không nhận ra tệp. Danh mục đơn vị cần các cột {units}; bảng sắp xếp cần các cột {mergers}.',
    en: 'The file is not recognised. A list of units needs the columns {units}; a list of mergers {mergers}.',
  },
  'units.import.badLevel': {
    vi: 'Cấp “{value}” không hợp lệ: dùng {levels}.',
    en: 'The level “{value}” is unknown: use {levels}.',
  },
  'units.import.badCode': {
    vi: 'Mã “{value}” phải có đúng {digits} chữ số (phần mềm bảng tính có thể đã bỏ số 0 ở đầu).',
    en: 'The code “{value}” must have {digits} digits (a spreadsheet may have dropped its leading zeros).',
  },
  'units.import.duplicate': {
    vi: 'Mã {code} đã có ở dòng {line}.',
    en: 'Code {code} is already on line {line}.',
  },
  'units.import.noName': { vi: 'Thiếu loại hoặc tên đơn vị.', en: 'The type or name is missing.' },
  'units.import.longName': {
    vi: 'Tên đơn vị dài quá 100 ký tự.',
    en: 'The name is longer than 100 characters.',
  },
  'units.import.nameMismatch': {
    vi: 'Tên đầy đủ “{fullName}” phải bắt đầu bằng loại đơn vị “{type}”.',
    en: 'The full name “{fullName}” must begin with the type “{type}”.',
  },
  'units.import.unknownParent': {
    vi: 'Không có {level} mang mã “{value}” trong tệp.',
    en: 'The file has no {level} with the code “{value}”.',
  },
  'units.import.level.province': { vi: 'tỉnh, thành phố', en: 'province' },
  'units.import.level.district': { vi: 'huyện', en: 'district' },
  'units.import.hasParent': {
    vi: 'Dòng cấp tỉnh không được ghi mã đơn vị cấp trên.',
    en: 'A province has no parent code.',
  },
  'units.import.overlap': {
    vi: 'Mã {code} đang thuộc về “{name}” (từ {from}). Nếu đơn vị đó đã sắp xếp, đề nghị nhập bảng sắp xếp trước.',
    en: 'Code {code} belongs to “{name}” (since {from}). If that unit was merged, import the mergers first.',
  },
  'units.import.noParentOffice': {
    vi: 'Cơ quan cấp trên (mã {code}) chưa có trong Cổng.',
    en: 'The office above (code {code}) is not in the portal.',
  },
  'units.import.badFlag': {
    vi: 'Cột is_divided có giá trị “{value}”: dùng True hoặc False.',
    en: 'The column is_divided holds “{value}”: use True or False.',
  },
  'units.import.duplicatePair': {
    vi: 'Cặp {oldCode} → {newCode} đã có ở dòng {line}.',
    en: 'The pair {oldCode} → {newCode} is already on line {line}.',
  },
  'units.import.noPredecessor': {
    vi: 'Không có đơn vị mã {code} ({name}) trước kỳ {month}.',
    en: 'There is no unit {code} ({name}) before {month}.',
  },
  'units.import.noSuccessor': {
    vi: 'Không có đơn vị mã {code} ({name}) từ kỳ {month}.',
    en: 'There is no unit {code} ({name}) from {month} on.',
  },
  'units.import.notYours': {
    vi: 'Đơn vị trước sắp xếp (mã {code}) thuộc cơ quan khác quản lý.',
    en: 'The former unit (code {code}) belongs to another office.',
  },
  'units.import.line': { vi: 'Dòng {line}', en: 'Line {line}' },
  'units.import.refused': {
    vi: '{count} dòng cần sửa. Chưa có gì của tệp được ghi.',
    en: '{count} lines to correct. Nothing of the file was kept.',
  },
  'units.import.done.units': {
    vi: 'Đã nhập {offices} cơ quan, {communes} đơn vị, hiệu lực từ kỳ {from}. Đã có: {already}. Ngoài phạm vi: {outside}.',
    en: '{offices} offices and {communes} communes imported, from {from} on. There already: {already}. Out of scope: {outside}.',
  },
  'units.import.would.units': {
    vi: 'Sẽ nhập {offices} cơ quan, {communes} đơn vị, hiệu lực từ kỳ {from}. Đã có trong Cổng: {already}. Ngoài phạm vi của cơ quan: {outside}.',
    en: '{offices} offices and {communes} communes would be imported, from {from} on. In the portal already: {already}. Outside the office: {outside}.',
  },
  'units.import.done.mergers': {
    vi: 'Đã ghi {communes} lượt sắp xếp của đơn vị, {offices} của cơ quan, từ kỳ {from}. Đã có: {already}. Ngoài phạm vi: {outside}.',
    en: '{communes} mergers of communes and {offices} of offices recorded, from {from} on. There already: {already}. Out of scope: {outside}.',
  },
  'units.import.would.mergers': {
    vi: 'Sẽ ghi sắp xếp của {communes} xã, phường, đặc khu và {offices} cơ quan, từ kỳ {from}. Đã có trong Cổng: {already}. Ngoài phạm vi của cơ quan: {outside}.',
    en: 'What became of {communes} communes and {offices} offices would be recorded, from {from} on. In the portal already: {already}. Outside the office: {outside}.',
  },
  'units.import.portal': { vi: 'Cổng Ngày 25', en: 'Portal Ngày 25' },
  'units.found.ministry.type': { vi: 'Bộ', en: 'Ministry' },
  'units.found.ministry.name': { vi: 'Giáo dục và Đào tạo', en: 'Education and Training' },
  'units.found.ministry.signer': { vi: 'BỘ TRƯỞNG', en: 'MINISTER' },
  'units.found.ministry.place': { vi: 'Hà Nội', en: 'Hà Nội' },
  'units.found.province.type': { vi: 'Sở GD&ĐT', en: 'Department of Education' },
  'units.found.province.fullName': {
    vi: 'Sở Giáo dục và Đào tạo {place}',
    en: 'Department of Education and Training, {place}',
  },
  'units.found.province.agency': {
    vi: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
    en: 'DEPARTMENT OF EDUCATION AND TRAINING',
  },
  'units.found.province.signer': { vi: 'GIÁM ĐỐC', en: 'DIRECTOR' },
  'units.found.district.type': { vi: 'Phòng GD&ĐT', en: 'Division of Education' },
  'units.found.district.fullName': {
    vi: 'Phòng Giáo dục và Đào tạo {place}',
    en: 'Division of Education and Training, {place}',
  },
  'units.found.district.agency': {
    vi: 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO',
    en: 'DIVISION OF EDUCATION AND TRAINING',
  },
  'units.found.district.signer': { vi: 'TRƯỞNG PHÒNG', en: 'HEAD OF DIVISION' },
  'units.found.superior': { vi: 'UBND {place}', en: "PEOPLE'S COMMITTEE OF {place}" },
} as const satisfies Words
