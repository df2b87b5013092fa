import type { Words } from './words.ts'

/** Why a file is not taken (src/files/book.rules.ts, Refusal), each with what to do instead. */
export const uploadRefusal = {
  'refusal.empty': {
    vi: 'Tệp trống, không có nội dung nào.',
    en: 'The file is empty.',
  },
  'refusal.empty.advice': {
    vi: 'Đề nghị mở tệp trên máy để kiểm tra, lưu lại rồi tải lên lần nữa.',
    en: 'Please open the file on your computer, save it again and upload it once more.',
  },
  'refusal.pdf': {
    vi: 'Đây là tệp PDF, không phải bảng tính Excel, dù tên tệp có thể ghi khác.',
    en: 'This is a PDF, not an Excel workbook, whatever its name says.',
  },
  'refusal.pdf.advice': {
    vi: 'Đề nghị tải lên tệp Excel (.xlsx). Bản ký, đóng dấu dạng PDF thì đính kèm ở trang của báo cáo.',
    en: 'Please upload the Excel file (.xlsx). A signed and stamped PDF is attached on the report’s page.',
  },
  'refusal.old-xls': {
    vi: 'Đây là tệp Excel đời cũ (.xls, Excel 97–2003).',
    en: 'This is an old Excel file (.xls, Excel 97–2003).',
  },
  'refusal.old-xls.advice': {
    vi: 'Đề nghị mở bằng Excel, chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)”, rồi tải lên tệp mới.',
    en: 'Please open it in Excel, choose Save As, type “Excel Workbook (*.xlsx)”, and upload the new file.',
  },
  'refusal.password': {
    vi: 'Tệp được đặt mật khẩu nên không đọc được.',
    en: 'The file is protected by a password and cannot be read.',
  },
  'refusal.password.advice': {
    vi: 'Đề nghị mở tệp, vào Tệp › Thông tin › Bảo vệ sổ làm việc, xóa mật khẩu, lưu lại rồi tải lên.',
    en: 'Please open it, go to File › Info › Protect Workbook, clear the password, save and upload again.',
  },
  'refusal.ods': {
    vi: 'Đây là bảng tính OpenDocument (.ods) của LibreOffice.',
    en: 'This is an OpenDocument spreadsheet (.ods) of LibreOffice.',
  },
  'refusal.ods.advice': {
    vi: 'Đề nghị mở bằng LibreOffice, chọn Lưu thành, kiểu “Excel 2007–365 (.xlsx)”, rồi tải lên tệp mới.',
    en: 'Please open it in LibreOffice, choose Save As, type “Excel 2007–365 (.xlsx)”, and upload the new file.',
  },
  'refusal.csv': {
    vi: 'Đây là tệp văn bản (CSV), không phải bảng tính Excel.',
    en: 'This is a text file (CSV), not an Excel workbook.',
  },
  'refusal.csv.advice': {
    vi: 'Đề nghị mở bằng Excel, kiểm tra chữ và số, lưu thành .xlsx rồi tải lên.',
    en: 'Please open it in Excel, check words and figures, save it as .xlsx and upload that.',
  },
  'refusal.html': {
    vi: 'Đây là trang web hoặc XML mang tên tệp Excel, không phải bảng tính Excel.',
    en: 'This is a web page or XML under an Excel name, not an Excel workbook.',
  },
  'refusal.html.advice': {
    vi: 'Đề nghị mở bằng Excel (bấm “Có” khi được hỏi), lưu thành .xlsx rồi tải lên tệp mới.',
    en: 'Please open it in Excel (answer “Yes” when asked), save it as .xlsx and upload the new file.',
  },
  'refusal.picture': {
    vi: 'Đây là tệp ảnh, không phải bảng tính Excel.',
    en: 'This is a picture, not an Excel workbook.',
  },
  'refusal.picture.advice': {
    vi: 'Đề nghị tải lên tệp Excel (.xlsx). Ảnh chụp bản ký thì đính kèm ở trang của báo cáo.',
    en: 'Please upload the Excel file (.xlsx). A picture of the signed paper is attached on the report’s page.',
  },
  'refusal.word': {
    vi: 'Đây là tệp văn bản Word hoặc PowerPoint, không phải bảng tính Excel.',
    en: 'This is a Word or PowerPoint document, not an Excel workbook.',
  },
  'refusal.word.advice': {
    vi: 'Đề nghị chép bảng sang Excel, lưu thành .xlsx rồi tải lên.',
    en: 'Please copy the table into Excel, save it as .xlsx and upload that.',
  },
  'refusal.rar': {
    vi: 'Đây là tệp nén kiểu RAR hoặc 7z, Cổng không mở được.',
    en: 'This is a RAR or 7z archive, which the portal cannot open.',
  },
  'refusal.rar.advice': {
    vi: 'Đề nghị nén lại thành tệp .zip, hoặc tải lên từng tệp Excel.',
    en: 'Please pack it as a .zip, or upload the Excel files one by one.',
  },
  'refusal.xlsb': {
    vi: 'Đây là sổ làm việc Excel dạng nhị phân (.xlsb).',
    en: 'This is a binary Excel workbook (.xlsb).',
  },
  'refusal.xlsb.advice': {
    vi: 'Đề nghị mở bằng Excel, lưu thành kiểu “Excel Workbook (*.xlsx)” rồi tải lên.',
    en: 'Please open it in Excel, save it as “Excel Workbook (*.xlsx)” and upload that.',
  },
  'refusal.not-a-workbook': {
    vi: 'Tệp này không phải bảng tính Excel.',
    en: 'This file is not an Excel workbook.',
  },
  'refusal.not-a-workbook.advice': {
    vi: 'Đề nghị chọn lại tệp Excel (.xlsx), hoặc một tệp .zip gồm các tệp Excel.',
    en: 'Please choose an Excel file (.xlsx), or a .zip of Excel files.',
  },
  'refusal.no-workbooks': {
    vi: 'Tệp nén không có tệp Excel nào bên trong.',
    en: 'There is no Excel file in the archive.',
  },
  'refusal.no-workbooks.advice': {
    vi: 'Đề nghị nén lại các tệp Excel (.xlsx) đã điền rồi tải lên.',
    en: 'Please pack the filled Excel files (.xlsx) and upload again.',
  },
  'refusal.macros': {
    vi: 'Tệp có macro nên Cổng không nhận.',
    en: 'The file has macros and is not taken.',
  },
  'refusal.macros.advice': {
    vi: 'Đề nghị lưu thành kiểu “Excel Workbook (*.xlsx)”, không phải .xlsm, rồi tải lên.',
    en: 'Please save it as “Excel Workbook (*.xlsx)”, not .xlsm, and upload that.',
  },
  'refusal.external-links': {
    vi: 'Tệp có liên kết tới tệp hoặc nguồn dữ liệu khác nên Cổng không nhận.',
    en: 'The file has links to other files or data sources and is not taken.',
  },
  'refusal.external-links.advice': {
    vi: 'Đề nghị vào Dữ liệu › Sửa liên kết › Ngắt liên kết (Break Link), lưu lại rồi tải lên.',
    en: 'Please go to Data › Edit Links › Break Link, save and upload again.',
  },
  'refusal.entities': {
    vi: 'Tệp chứa khai báo XML không được phép nên Cổng không đọc tiếp.',
    en: 'The file holds XML declarations that are not allowed, so it was not read.',
  },
  'refusal.entities.advice': {
    vi: 'Tệp do Excel lưu không có khai báo này. Đề nghị mở bằng Excel, lưu thành tệp .xlsx mới rồi tải lên.',
    en: 'Excel never writes these. Please open the file in Excel, save it as a new .xlsx and upload that.',
  },
  'refusal.too-large': {
    vi: 'Tệp lớn hơn 5 MB.',
    en: 'The file is larger than 5 MB.',
  },
  'refusal.too-large.advice': {
    vi: 'Đề nghị xóa ảnh, trang tính thừa trong tệp, hoặc tải lên làm nhiều lần.',
    en: 'Please remove pictures and spare sheets from it, or upload in several parts.',
  },
  'refusal.bomb': {
    vi: 'Nội dung tệp sau khi giải nén lớn hơn 50 MB nên Cổng không đọc.',
    en: 'The file unpacks to more than 50 MB and was not read.',
  },
  'refusal.bomb.advice': {
    vi: 'Đề nghị chép riêng phần số liệu sang một tệp Excel mới rồi tải lên.',
    en: 'Please copy just the figures into a new Excel file and upload that.',
  },
  'refusal.too-many-entries': {
    vi: 'Tệp gồm quá nhiều thành phần (hơn 600).',
    en: 'The file is made of too many parts (over 600).',
  },
  'refusal.too-many-entries.advice': {
    vi: 'Đề nghị chia thành nhiều tệp nhỏ hơn rồi tải lên từng tệp.',
    en: 'Please split it into smaller files and upload them one by one.',
  },
  'refusal.too-many-cells': {
    vi: 'Tệp có quá nhiều ô (hơn 500.000 ô).',
    en: 'The file has too many cells (over 500,000).',
  },
  'refusal.too-many-cells.advice': {
    vi: 'Đề nghị xóa các dòng, cột thừa đã kẻ khung hoặc tô màu, hoặc chép số liệu sang tệp mới.',
    en: 'Please delete spare rows and columns that only have borders or colours, or copy the figures into a new file.',
  },
  'refusal.too-wide': {
    vi: 'Tệp có ô nằm ngoài phạm vi của trang tính Excel.',
    en: 'The file has cells outside of what an Excel sheet can hold.',
  },
  'refusal.too-wide.advice': {
    vi: 'Đề nghị mở bằng Excel, lưu thành tệp .xlsx mới rồi tải lên.',
    en: 'Please open it in Excel, save it as a new .xlsx and upload that.',
  },
  'refusal.too-many-sheets': {
    vi: 'Tệp có quá nhiều trang tính (hơn 400).',
    en: 'The file has too many sheets (over 400).',
  },
  'refusal.too-many-sheets.advice': {
    vi: 'Đề nghị chia thành nhiều tệp rồi tải lên từng tệp.',
    en: 'Please split it into several files and upload them one by one.',
  },
  'refusal.broken': {
    vi: 'Tệp bị hỏng hoặc tải lên chưa hết nên không đọc được.',
    en: 'The file is damaged or came only halfway, and cannot be read.',
  },
  'refusal.broken.advice': {
    vi: 'Đề nghị mở bằng Excel, lưu thành tệp .xlsx mới rồi tải lên lần nữa.',
    en: 'Please open it in Excel, save it as a new .xlsx and upload it once more.',
  },
  'refusal.too-slow': {
    vi: 'Đọc tệp quá 10 giây nên Cổng đã dừng.',
    en: 'Reading the file took over 10 seconds and was stopped.',
  },
  'refusal.too-slow.advice': {
    vi: 'Đề nghị chép riêng phần số liệu sang một tệp Excel mới, hoặc chia thành nhiều tệp.',
    en: 'Please copy just the figures into a new Excel file, or split it into several.',
  },
  'refusal.too-busy': {
    vi: 'Đang có nhiều tệp chờ đọc.',
    en: 'Many files are waiting to be read.',
  },
  'refusal.too-busy.advice': {
    vi: 'Đề nghị tải lên lại sau một phút.',
    en: 'Please upload it again in a minute.',
  },
} as const satisfies Words
