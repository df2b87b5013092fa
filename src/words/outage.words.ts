import type { Words } from './words.ts'

/** When the portal was down. */
export const outage = {
  'outage.nav': { vi: 'Thời gian Cổng ngừng hoạt động', en: 'When the portal was down' },
  'outage.title': { vi: 'Thời gian Cổng ngừng hoạt động', en: 'When the portal was down' },
  'outage.text': {
    vi: 'Cổng tự ghi khi ngừng quá {minutes} phút. Giờ làm việc bị mất trong ngày hạn, từ {opens} đến giờ hạn, được bù ngay sau hạn; ngày làm việc mà Cổng ngừng suốt không tính là ngày muộn. Báo cáo đã gửi giữ nguyên đúng hạn hay muộn như khi gửi.',
    en: 'The portal notes by itself when it was down for more than {minutes} minutes. Working time lost on the due day, from {opens} to the due hour, is given back right after it; a working day on which it was down throughout is no day late. Reports already sent stay on time or late as they were.',
  },
  'outage.none': { vi: 'Chưa ghi nhận lần nào', en: 'None on record' },
  'outage.noneText': {
    vi: 'Khi Cổng ngừng hoạt động, thời gian đó hiện ở đây.',
    en: 'When the portal is down, the time shows here.',
  },
  'outage.list': { vi: 'Các lần đã ghi', en: 'On record' },
  'outage.from': { vi: 'Từ', en: 'From' },
  'outage.until': { vi: 'Đến', en: 'Until' },
  'outage.length': { vi: 'Thời lượng', en: 'Length' },
  'outage.state': { vi: 'Tính vào hạn', en: 'Given back' },
  'outage.counts': { vi: 'Có tính', en: 'Yes' },
  'outage.countsNot': { vi: 'Không tính', en: 'No' },
  'outage.who': { vi: 'Người ghi', en: 'Entered by' },
  'outage.found': { vi: 'Cổng tự ghi', en: 'The portal itself' },
  'outage.entered': { vi: '{name}, {at}', en: '{name}, {at}' },
  'outage.decide': { vi: 'Quyết định', en: 'Decide' },
  'outage.startCounting': { vi: 'Tính', en: 'Count' },
  'outage.stopCounting': { vi: 'Không tính', en: 'Leave out' },
  'outage.startCountingAbout': {
    vi: 'Tính lần ngừng từ {from} đến {until} vào hạn gửi',
    en: 'Give back the outage from {from} until {until}',
  },
  'outage.stopCountingAbout': {
    vi: 'Không tính lần ngừng từ {from} đến {until} vào hạn gửi',
    en: 'Give nothing back for the outage from {from} until {until}',
  },
  'outage.reason': { vi: 'Lý do', en: 'Reason' },
  'outage.reasonHint': {
    vi: 'Ví dụ: mất điện tại trung tâm dữ liệu của tỉnh.',
    en: 'For example a power cut in the data centre.',
  },
  'outage.add': { vi: 'Ghi thêm một lần ngừng hoạt động', en: 'Enter an outage' },
  'outage.addText': {
    vi: 'Chỉ ghi khi Cổng không tự biết, như đường truyền của cả tỉnh bị đứt. Áp dụng cho mọi đơn vị.',
    en: 'Only for what the portal cannot know, such as a cut line of the whole province. It holds for everybody.',
  },
  'outage.fromDay': { vi: 'Từ ngày', en: 'From day' },
  'outage.fromTime': { vi: 'Từ giờ', en: 'From time' },
  'outage.untilDay': { vi: 'Đến ngày', en: 'Until day' },
  'outage.untilTime': { vi: 'Đến giờ', en: 'Until time' },
  'outage.press': { vi: 'Ghi lần ngừng hoạt động', en: 'Enter the outage' },
  'outage.onTop': {
    vi: 'Quản trị của cơ quan cấp trên cùng ghi thêm và quyết định có tính hay không.',
    en: 'The administrators of the office on top enter outages and decide which count.',
  },
  'outage.noStart': {
    vi: 'Đề nghị chọn ngày và nhập giờ bắt đầu, ví dụ 15:00.',
    en: 'Please choose the day and the time when it began, such as 15:00.',
  },
  'outage.noEnd': {
    vi: 'Đề nghị chọn ngày và nhập giờ kết thúc, ví dụ 16:30.',
    en: 'Please choose the day and the time when it ended, such as 16:30.',
  },
  'outage.noReason': { vi: 'Đề nghị ghi lý do.', en: 'Please give the reason.' },
  'outage.longReason': { vi: 'Lý do không quá {max} ký tự.', en: 'At most {max} characters.' },
  'outage.endsBefore': {
    vi: 'Thời điểm kết thúc phải sau thời điểm bắt đầu.',
    en: 'It must end after it begins.',
  },
  'outage.future': {
    vi: 'Chỉ ghi thời gian đã qua; hiện tại là {now}.',
    en: 'Only time that has passed can be entered; it is {now} now.',
  },
  'outage.tooLong': {
    vi: 'Một lần ngừng không quá {days} ngày; đề nghị kiểm tra lại năm, tháng.',
    en: 'An outage has at most {days} days; please check year and month.',
  },
  'outage.overlaps': {
    vi: 'Trùng với lần đã ghi {span}. Đề nghị ghi phần chưa có.',
    en: 'It overlaps the one on record, {span}. Please enter the rest only.',
  },
  'outage.days': { vi: '{days} ngày', en: '{days} d' },
  'outage.hours': { vi: '{hours} giờ', en: '{hours} h' },
  'outage.minutes': { vi: '{minutes} phút', en: '{minutes} min' },
  'flash.outageAdded': { vi: 'Đã ghi lần ngừng hoạt động.', en: 'The outage is entered.' },
  'flash.outageCounts': { vi: 'Đã tính lần ngừng vào hạn gửi.', en: 'The outage is given back.' },
  'flash.outageCountsNot': { vi: 'Đã bỏ lần ngừng khỏi hạn gửi.', en: 'The outage is left out.' },
  'audit.act.outage.find': {
    vi: 'ghi nhận Cổng ngừng hoạt động từ {from} đến {until}',
    en: 'found that the portal was down from {from} until {until}',
  },
  'audit.act.outage.add': {
    vi: 'ghi Cổng ngừng hoạt động từ {from} đến {until}',
    en: 'entered that the portal was down from {from} until {until}',
  },
  'audit.act.outage.count': {
    vi: 'cho tính vào hạn gửi lần ngừng từ {from} đến {until}',
    en: 'had the outage from {from} until {until} given back',
  },
  'audit.act.outage.leave-out': {
    vi: 'không cho tính vào hạn gửi lần ngừng từ {from} đến {until}',
    en: 'had nothing given back for the outage from {from} until {until}',
  },
} as const satisfies Words
