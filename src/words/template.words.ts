import type { Words } from './words.ts'

/** What is printed on the Excel template that a commune fills in, and what leads to it on the pages. */
export const template = {
  'template.mark': { vi: 'Mẫu Ngày 25 · {code}', en: 'Ngày 25 template · {code}' },
  'template.title': { vi: 'BÁO CÁO THÁNG {month}', en: 'REPORT FOR {month}' },
  'template.unit': { vi: 'Đơn vị báo cáo: {unit}', en: 'Reporting commune: {unit}' },
  'template.order': { vi: 'STT', en: 'No.' },
  'template.indicator': { vi: 'Chỉ tiêu', en: 'Indicator' },
  'template.cohort': { vi: 'Tốt nghiệp năm {year}', en: 'Graduated in {year}' },
  'template.before': { vi: 'Tháng trước', en: 'Last month' },
  'template.now': { vi: 'Kỳ này', en: 'This month' },
  'template.hint': { vi: 'Hướng dẫn', en: 'Guidance' },
  'template.written': { vi: 'Phần ghi bằng lời', en: 'In words' },
  'template.writtenNote': {
    vi: 'Có thể để trống. Không ghi họ tên, số căn cước, số điện thoại, ngày sinh của học sinh ở bất cứ ô nào.',
    en: 'May be left empty. Never write a pupil’s name, ID number, phone number or birth date anywhere.',
  },
  'template.most': { vi: '{label} (không quá {most} ký tự)', en: '{label} (at most {most} characters)' },
  'template.reason': {
    vi: 'Lý do đính chính (chỉ ghi khi sửa báo cáo đã gửi)',
    en: 'Reason for the correction (only when a report already sent is corrected)',
  },
  'template.checks': { vi: 'Kiểm tra', en: 'Checks' },
  'template.checksNote': {
    vi: 'Dòng “Sửa” phải sửa xong mới gửi được báo cáo. Dòng “Nêu lý do” thì kiểm tra lại; nếu số liệu đúng, ghi một câu giải trình vào ô bên phải.',
    en: '“Mend” must be mended before the report can be sent. At “Explain” please check again; if the figures are right, write one line in the box on the right.',
  },
  'template.explanation': { vi: 'Giải trình (một câu)', en: 'Explanation (one line)' },
  'template.result': { vi: 'Kết quả', en: 'Result' },
  'template.check': { vi: 'Nội dung kiểm tra', en: 'What is checked' },
  'template.fits': { vi: 'Đạt', en: 'OK' },
  'template.mend': { vi: 'Sửa', en: 'Mend' },
  'template.explain': { vi: 'Nêu lý do', en: 'Explain' },
  'template.explained': { vi: 'Đã nêu lý do', en: 'Explained' },
  'template.numbers': {
    vi: 'Mỗi ô chỉ nhập một số nguyên từ 0 đến 9999 (ô điều chỉnh có thể là số âm).',
    en: 'Each box takes one whole number from 0 to 9999 (the correction may be negative).',
  },
  'template.year': { vi: 'Năm {year}: ', en: '{year}: ' },
  'template.empty': { vi: 'Còn {count} ô chưa nhập. ', en: '{count} boxes still empty. ' },
  'template.late': {
    vi: 'Chỉ ghi khi gửi sau hạn ({at}): lý do gửi muộn.',
    en: 'Only when it is sent after {at}: why it is late.',
  },
  'template.notAsked': { vi: 'Không áp dụng.', en: 'Does not apply.' },
  'template.about': {
    vi: 'Gửi về: {office}. Hạn gửi: {due}. Số liệu từ ngày {from} đến ngày {to}.',
    en: 'To: {office}. Due: {due}. Figures from {from} to {to}.',
  },
  'template.fresh': {
    vi: 'Biểu chưa điền. Nhập số vào các ô nền vàng ở cột “Kỳ này”; không có học sinh nào thì nhập số 0, ô để trống không được tính là 0.',
    en: 'Not filled in yet. Type figures into the yellow boxes under “This month”; enter 0 if there is nobody, an empty box is not read as 0.',
  },
  'template.fromDraft': {
    vi: 'Các ô đã điền sẵn theo bản nháp {by} lưu lúc {at}. Nhập tiếp vào các ô nền vàng; ô để trống không được tính là 0.',
    en: 'Filled in from the draft {by} saved at {at}. Please go on in the yellow boxes; an empty box is not read as 0.',
  },
  'template.fromSent': {
    vi: 'Các ô đã điền sẵn theo báo cáo {by} gửi lúc {at} (lần {number}). Khi đính chính, sửa ô cần sửa và ghi lý do.',
    en: 'Filled in from the report {by} sent at {at} (version {number}). To correct it, change what must change and give the reason.',
  },
  'template.beforeMonth': {
    vi: 'Cột “Tháng trước” là số tháng {month}.',
    en: '“Last month” is {month}.',
  },
  'template.beforeUnknown': {
    vi: 'Chưa có số liệu tháng {month} để đối chiếu.',
    en: 'There are no figures of {month} to compare with.',
  },
  'template.left': {
    vi: 'Còn {errors} nội dung phải sửa, {warnings} nội dung phải nêu lý do (xem phần Kiểm tra ở cuối biểu).',
    en: '{errors} to mend, {warnings} to explain (see the checks at the end).',
  },
  'template.ready': {
    vi: 'Số liệu đã khớp. Lưu tệp rồi tải lên Cổng để gửi báo cáo.',
    en: 'Everything agrees. Save the file and upload it to the portal to send the report.',
  },
  'template.wrongTitle': { vi: 'Số liệu chưa đúng', en: 'Not a figure' },
  'template.longTitle': { vi: 'Dài quá', en: 'Too long' },
  'template.long': { vi: 'Không quá {most} ký tự.', en: 'At most {most} characters.' },
  'template.fileName': { vi: 'Báo cáo tháng {month} - {unit}', en: 'Report {month} - {unit}' },
  'template.officeFileName': {
    vi: 'Mẫu báo cáo tháng {month} - {unit}',
    en: 'Report templates {month} - {unit}',
  },
  'template.get': { vi: 'Tải mẫu Excel', en: 'Excel template' },
  'template.getHint': {
    vi: 'Có sẵn số tháng trước và phần kiểm tra; điền xong tải lên lại.',
    en: 'With last month’s figures and the checks; fill it in and upload it again.',
  },
  'template.getBook': { vi: 'Tải mẫu Excel (mỗi xã một trang)', en: 'Excel templates (a sheet per commune)' },
  'template.getZip': { vi: 'Tải mẫu Excel (mỗi xã một tệp)', en: 'Excel templates (a file per commune)' },
  'problem.tooManyTemplates': {
    vi: 'Có {count} xã, nhiều hơn {most} trang một tệp có thể chứa.',
    en: 'There are {count} communes, more than the {most} sheets one file may hold.',
  },
  'problem.tooManyTemplates.advice': {
    vi: 'Đề nghị mở từng cơ quan cấp dưới và tải mẫu của cơ quan đó.',
    en: 'Please open each office below and get its templates there.',
  },
} as const satisfies Words
