import type { Words } from './words.ts'

export const scan = {
  'scan.title': { vi: 'Bản ký, đóng dấu', en: 'Signed papers' },
  'scan.none': { vi: 'Chưa có bản ký nào.', en: 'No signed paper yet.' },
  'scan.ofReport': { vi: '{unit}, báo cáo tháng {month}', en: '{unit}, report of {month}' },
  'scan.ofCopy': { vi: '{unit}, bản số {number}, kỳ {period}', en: '{unit}, copy no. {number}, {period}' },
  'scan.file': { vi: 'Tệp bản ký', en: 'File of the signed paper' },
  'scan.hint': {
    vi: 'Bản quét PDF, hoặc ảnh JPEG, PNG; tối đa {most} MB. Chỉ giấy đã ký, không kèm danh sách học sinh.',
    en: 'A scan as PDF, or a picture as JPEG or PNG; at most {most} MB. Only the signed paper, no list of pupils.',
  },
  'scan.add': { vi: 'Đính kèm bản ký', en: 'Attach the signed paper' },
  'scan.addAction': { vi: 'Đính kèm', en: 'Attach' },
  'scan.meta': { vi: '{size}, {by} đính kèm lúc {at}', en: '{size}, attached by {by} at {at}' },
  'scan.kilobytes': { vi: '{size} kB', en: '{size} kB' },
  'scan.megabytes': { vi: '{size} MB', en: '{size} MB' },
  'scan.unnamed': { vi: 'bản ký', en: 'signed paper' },
  'scan.withdrawLink': { vi: 'Rút lại', en: 'Withdraw' },
  'scan.withdrawn': {
    vi: '{by} rút lại lúc {at}. Lý do: {reason}',
    en: 'Withdrawn by {by} at {at}. Reason: {reason}',
  },
  'scan.withdraw': { vi: 'Rút lại “{file}”', en: 'Withdraw “{file}”' },
  'scan.withdrawText': {
    vi: 'Tệp sẽ bị xóa và không tải lại được. Tên tệp, người rút và lý do vẫn được ghi lại.',
    en: 'The file is deleted and cannot be fetched again. Its name, who withdrew it and why stay on record.',
  },
  'scan.reason': { vi: 'Lý do rút lại', en: 'Why it is withdrawn' },
  'scan.withdrawAction': { vi: 'Rút lại và xóa tệp', en: 'Withdraw and delete the file' },
  'scan.keep': { vi: 'Giữ lại', en: 'Keep it' },
  'scan.refusal.none': { vi: 'Chưa chọn tệp nào.', en: 'No file was chosen.' },
  'scan.refusal.empty': {
    vi: 'Tệp rỗng (0 byte). Đề nghị quét hoặc chụp lại rồi chọn tệp mới.',
    en: 'The file is empty (0 bytes). Please scan it again and choose the new file.',
  },
  'scan.refusal.heic': {
    vi: 'Đây là ảnh HEIC của điện thoại, nhiều máy không mở được. Đề nghị lưu ảnh thành JPEG, hoặc quét thành PDF, rồi chọn lại.',
    en: 'This is a phone’s HEIC picture, which many computers cannot open. Please save it as JPEG, or scan it as PDF.',
  },
  'scan.refusal.office': {
    vi: 'Đây là tệp Word, Excel hoặc tệp nén, chưa có chữ ký. Đề nghị in ra, ký, đóng dấu rồi quét thành PDF; hoặc xuất bản đã ký số thành PDF.',
    en: 'This is a Word, Excel or packed file, with no signature on it. Please print, sign, stamp and scan it as PDF, or export the digitally signed paper as PDF.',
  },
  'scan.refusal.type': {
    vi: 'Chỉ nhận PDF, JPEG, PNG; nội dung tệp này không phải loại nào trong đó, dù tên tệp ghi gì. Đề nghị quét lại thành PDF.',
    en: 'Only PDF, JPEG and PNG are taken; this file’s content is none of them, whatever its name says. Please scan it as PDF.',
  },
  'scan.refusal.broken': {
    vi: 'Tệp bị cắt cụt: thiếu phần cuối. Đề nghị mở thử tệp trên máy, quét lại nếu cần, rồi chọn lại.',
    en: 'The file is cut off: its end is missing. Please try to open it, scan it again if needed, and choose it again.',
  },
  'scan.refusal.many': {
    vi: 'Đã có {most} tệp, là số nhiều nhất cho một văn bản. Đề nghị ghép các trang thành một PDF, hoặc rút bớt tệp thừa.',
    en: 'There are {most} files, as many as one paper may have. Please join the pages into one PDF, or withdraw a file.',
  },
  'flash.scan-added': { vi: 'Đã đính kèm bản ký.', en: 'The signed paper is attached.' },
  'flash.scan-withdrawn': { vi: 'Đã rút lại và xóa tệp.', en: 'Withdrawn; the file is deleted.' },
  'flash.scan-gone': { vi: 'Tệp này đã được rút lại trước đó.', en: 'This file had been withdrawn already.' },
  'problem.nothingToSign': {
    vi: 'Báo cáo tháng này chưa gửi, nên chưa có bản ký.',
    en: 'This month’s report has not been sent, so there is nothing signed yet.',
  },
  'problem.nothingToSign.advice': {
    vi: 'Đề nghị gửi báo cáo trước, in bản để ký, rồi đính kèm bản đã ký.',
    en: 'Please send the report first, print it, have it signed, then attach the signed paper.',
  },
  'audit.act.report.add-scan': {
    vi: 'đính kèm bản ký “{file}” vào báo cáo của {unit}, kỳ {month}',
    en: 'attached signed paper “{file}” to the report of {unit} for {month}',
  },
  'audit.act.report.withdraw-scan': {
    vi: 'rút bản ký “{file}” khỏi báo cáo của {unit}, kỳ {month}',
    en: 'withdrew signed paper “{file}” from the report of {unit} for {month}',
  },
  'audit.act.snapshot.add-scan': {
    vi: 'đính kèm bản ký “{file}” vào bản tổng hợp số {number} của {unit}, kỳ {period}',
    en: 'attached signed paper “{file}” to consolidation no. {number} of {unit}, {period}',
  },
  'audit.act.snapshot.withdraw-scan': {
    vi: 'rút bản ký “{file}” khỏi bản tổng hợp số {number} của {unit}, kỳ {period}',
    en: 'withdrew signed paper “{file}” from consolidation no. {number} of {unit}, {period}',
  },
} as const satisfies Words
