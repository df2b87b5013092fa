import type { Words } from './words.ts'

/** The pages of units: what stands under an office, founding, importing, settings. */
export const unitsPage = {
  'units.list.title': { vi: 'Đơn vị', en: 'Units' },
  'units.list.leadCommunes': {
    vi: '{communes} đơn vị báo cáo trong kỳ {month}.',
    en: '{communes} communes report in {month}.',
  },
  'units.list.leadOffices': {
    vi: '{offices} cơ quan trực thuộc với {communes} đơn vị báo cáo trong kỳ {month}.',
    en: '{offices} offices with {communes} reporting communes in {month}.',
  },
  'units.list.past': {
    vi: 'Cơ quan này đã kết thúc hoạt động. Dưới đây là các đơn vị trong kỳ cuối, {month}.',
    en: 'This office has ended. Below are its units in its last month, {month}.',
  },
  'units.list.search': { vi: 'Tìm đơn vị', en: 'Find a unit' },
  'units.list.name': { vi: 'Tên', en: 'Name' },
  'units.list.code': { vi: 'Mã', en: 'Code' },
  'units.list.since': { vi: 'Từ kỳ', en: 'Since' },
  'units.list.communes': { vi: 'Đơn vị báo cáo', en: 'Communes' },
  'units.list.from': { vi: 'Sắp xếp từ', en: 'Made from' },
  'units.list.into': { vi: 'Sắp xếp thành', en: 'Went into' },
  'units.list.none': { vi: 'Không có đơn vị phù hợp', en: 'No unit matches' },
  'units.list.noneText': {
    vi: 'Đề nghị thử từ khác; không cần gõ dấu.',
    en: 'Please try another word; marks are not needed.',
  },
  'units.list.empty': { vi: 'Chưa có đơn vị nào', en: 'No unit yet' },
  'units.list.emptyText': {
    vi: 'Đề nghị lập cơ quan theo tỉnh có sẵn, hoặc nhập danh mục từ tệp.',
    en: 'Please found an office from the shipped provinces, or import a list.',
  },
  'units.list.settings': { vi: 'Thiết lập của cơ quan', en: 'Office settings' },
  'units.list.import': { vi: 'Nhập từ tệp', en: 'Import a file' },
  'units.list.found': { vi: 'Lập cơ quan theo tỉnh', en: 'Found an office' },
  'units.list.former': { vi: 'Cơ quan trước sắp xếp', en: 'Former offices' },
  'units.list.formerText': { vi: 'đến hết kỳ {month}', en: 'until {month}' },
  'units.list.became': { vi: 'Nay thuộc', en: 'Now part of' },
  'units.list.above': { vi: 'Cơ quan cấp trên', en: 'The office above' },
  'units.found.title': { vi: 'Lập cơ quan theo tỉnh', en: 'Found an office' },
  'units.found.intro': {
    vi: 'Chọn một tỉnh, thành phố: Cổng lập Sở Giáo dục và Đào tạo cùng các xã, phường, đặc khu của tỉnh, hiệu lực từ kỳ 07/2025 (Quyết định 19/2025/QĐ-TTg).',
    en: 'Choose a province: its education office is founded with all its communes, from 07/2025 on (Decision 19/2025/QĐ-TTg).',
  },
  'units.found.province': { vi: 'Tỉnh, thành phố', en: 'Province' },
  'units.found.option': { vi: '{name} ({count} đơn vị)', en: '{name} ({count} communes)' },
  'units.found.press': { vi: 'Lập cơ quan', en: 'Found it' },
  'units.found.choose': {
    vi: 'Đề nghị chọn một tỉnh trong danh sách.',
    en: 'Please choose a province from the list.',
  },
  'units.found.there': { vi: 'Đã có trong Cổng', en: 'In the portal already' },
  'units.found.allThere': {
    vi: 'Cả 34 tỉnh, thành phố đã có trong Cổng.',
    en: 'All 34 provinces are in the portal.',
  },
  'units.upload.title': { vi: 'Nhập đơn vị từ tệp', en: 'Import units' },
  'units.upload.intro': {
    vi: 'Tệp CSV (UTF-8): danh mục đơn vị hoặc bảng sắp xếp đơn vị. Cổng kiểm tra trước và cho xem sẽ nhập những gì. Nếu có dòng chưa áp dụng được thì chưa ghi gì, cho đến khi đồng chí chọn áp dụng các dòng còn lại.',
    en: 'A CSV file (UTF-8): a list of units or of mergers. It is checked first and shows what would be imported. Where a line cannot be applied nothing is written, until you choose to apply the rest.',
  },
  'units.upload.file': { vi: 'Tệp CSV', en: 'CSV file' },
  'units.upload.fileHint': {
    vi: 'Không quá 5 MB. Danh mục trước 7/2025 có cấp huyện cũng nhập được.',
    en: 'At most 5 MB. Lists from before 7/2025 with districts can be imported as well.',
  },
  'units.upload.from': { vi: 'Hiệu lực từ kỳ', en: 'In force from' },
  'units.upload.fromHint': {
    vi: 'Ví dụ 07/2025. Để trống: từ kỳ 07/2025, hoặc từ kỳ 10/2023 nếu tệp có cấp huyện.',
    en: 'For example 07/2025. Empty: from 07/2025, or from 10/2023 when the file has districts.',
  },
  'units.upload.badFrom': {
    vi: 'Đề nghị ghi kỳ theo dạng 07/2025.',
    en: 'Please write the month like 07/2025.',
  },
  'units.upload.document': { vi: 'Văn bản căn cứ', en: 'Legal document' },
  'units.upload.documentHint': {
    vi: 'Chỉ cần cho bảng sắp xếp, ví dụ: Nghị quyết số 1677/NQ-UBTVQH15.',
    en: 'Only for mergers, for example: Nghị quyết số 1677/NQ-UBTVQH15.',
  },
  'units.upload.check': { vi: 'Kiểm tra tệp', en: 'Check the file' },
  'units.upload.noFile': { vi: 'Đề nghị chọn một tệp.', en: 'Please choose a file.' },
  'units.upload.lost': {
    vi: 'Tệp đã kiểm tra không còn nguyên vẹn. Đề nghị chọn lại tệp.',
    en: 'The checked file did not come through whole. Please choose it again.',
  },
  'units.upload.badLines': { vi: '{count} dòng cần sửa', en: '{count} lines to correct' },
  'units.upload.badLinesText': {
    vi: 'Chưa có gì của tệp “{file}” được ghi. Đề nghị sửa các dòng sau rồi tải lên lại.',
    en: 'Nothing of “{file}” was kept. Please correct these lines and upload it again.',
  },
  'units.upload.line': { vi: 'Dòng', en: 'Line' },
  'units.upload.reason': { vi: 'Lý do', en: 'Reason' },
  'units.upload.more': { vi: 'và {count} dòng nữa.', en: 'and {count} more lines.' },
  'units.upload.would': { vi: 'Sẽ nhập từ tệp “{file}”', en: 'What “{file}” would do' },
  'units.upload.nothing': {
    vi: 'Tệp không có gì mới để nhập.',
    en: 'The file holds nothing new.',
  },
  'units.upload.apply': { vi: 'Nhập', en: 'Import' },
  'units.upload.groups': { vi: 'Chi tiết', en: 'In detail' },
  'units.upload.group': { vi: '{name}: {count}', en: '{name}: {count}' },
  'units.upload.again': { vi: 'Chọn tệp khác', en: 'Choose another file' },
  'units.upload.overwritten': {
    vi: 'Việc nhập được ghi vào nhật ký và không hoàn tác được trên trang này.',
    en: 'The import is logged and cannot be undone here.',
  },
  'flash.unitsImported': { vi: 'Đã nhập tệp.', en: 'The file was imported.' },
  'flash.officeFounded': {
    vi: 'Đã lập cơ quan và các đơn vị trực thuộc.',
    en: 'The office and its communes were founded.',
  },
  'flash.officeThere': { vi: 'Cơ quan này đã có trong Cổng.', en: 'This office is in the portal already.' },
  'flash.settingsSaved': { vi: 'Đã lưu thiết lập.', en: 'The settings are saved.' },
} as const satisfies Words
