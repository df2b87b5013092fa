import type { Words } from './words.ts'

/** What a change of units would do, and why one is refused. */
export const unitPreview = {
  'change.preview': { vi: 'Xem trước', en: 'Before it is done' },
  'change.preview.lead': {
    vi: 'Chưa có gì được ghi. Đề nghị kiểm tra rồi thực hiện ở cuối trang.',
    en: 'Nothing is written yet. Please look it over; the button is at the end.',
  },
  'change.preview.edit': { vi: 'Sửa lại', en: 'Change it' },
  'change.preview.apply.merge': { vi: 'Thực hiện hợp nhất', en: 'Merge them' },
  'change.preview.apply.split': { vi: 'Thực hiện chia, tách', en: 'Split it' },
  'change.preview.apply.rename': { vi: 'Đổi tên', en: 'Rename it' },
  'change.preview.apply.move': { vi: 'Chuyển đơn vị', en: 'Move it' },
  'change.preview.apply.close': { vi: 'Kết thúc hoạt động', en: 'Close it' },
  'change.preview.apply.found': { vi: 'Thành lập', en: 'Found it' },
  'change.preview.stale': {
    vi: 'Dữ liệu đã thay đổi từ lúc đồng chí xem trước. Chưa có gì được ghi; dưới đây là bản xem trước mới, đề nghị kiểm tra lại.',
    en: 'Things have changed since you looked. Nothing was written; below is how it stands now. Please look again.',
  },
  'change.preview.what': { vi: 'Nội dung', en: 'What' },
  'change.preview.before': { vi: 'Đơn vị trước', en: 'Before' },
  'change.preview.after': { vi: 'Đơn vị sau', en: 'After' },
  'change.preview.newOne': { vi: '{name} (mới, mã {code})', en: '{name} (new, code {code})' },
  'change.preview.from': { vi: 'Từ kỳ', en: 'From' },
  'change.preview.fromText': {
    vi: '{month}; kỳ cuối theo đơn vị cũ: {last}',
    en: '{month}; the last month as before: {last}',
  },
  'change.preview.expected': { vi: 'Đơn vị phải báo cáo', en: 'Who is expected to report' },
  'change.preview.count': {
    vi: '{office}: {before} → {after} đơn vị từ kỳ {month}.',
    en: '{office}: {before} → {after} communes from {month} on.',
  },
  'change.preview.same': {
    vi: '{office}: vẫn {before} đơn vị từ kỳ {month}.',
    en: '{office}: still {before} communes from {month} on.',
  },
  'change.preview.stops': { vi: 'Thôi báo cáo', en: 'No longer' },
  'change.preview.begins': { vi: 'Bắt đầu báo cáo', en: 'Newly' },
  'change.preview.history': { vi: 'Số liệu các kỳ trước', en: 'Figures of earlier months' },
  'change.preview.sent': { vi: 'Đã báo cáo', en: 'Reported' },
  'change.preview.sentMonths': { vi: '{count} kỳ, {from} – {until}', en: '{count} months, {from} – {until}' },
  'change.preview.sentNone': { vi: 'Chưa có kỳ nào', en: 'No month yet' },
  'change.preview.counted': { vi: 'Cách tính ở đơn vị sau', en: 'Where it counts' },
  'change.preview.summed': { vi: 'Cộng vào {unit}', en: 'Summed in {unit}' },
  'change.preview.divided': {
    vi: 'Không chia; nêu nguồn ở {unit}',
    en: 'Not split; shown with its origin at {unit}',
  },
  'change.preview.keepsNames': {
    vi: 'Các kỳ đến hết {last} giữ nguyên tên và số liệu của từng đơn vị cũ.',
    en: 'Months up to {last} keep the names and figures of each unit as it was.',
  },
  'change.preview.sumText': {
    vi: 'Số cộng chỉ hiện ở kỳ mà mọi đơn vị trước đã báo cáo.',
    en: 'The sum shows in months that every one of them has reported.',
  },
  'change.preview.people': { vi: 'Người phụ trách', en: 'People' },
  'change.preview.peopleText': {
    vi: 'Người được đánh dấu nhận nhiệm vụ ở đơn vị sau ngay khi thực hiện. Mọi người vẫn giữ nhiệm vụ ở đơn vị cũ để sửa được các kỳ trước.',
    en: 'Those ticked have the role at the successor at once. All keep the old one, so that earlier months can still be corrected.',
  },
  'change.preview.peopleNone': {
    vi: 'Các đơn vị trước chưa có người phụ trách nào; đề nghị giao nhiệm vụ sau khi thực hiện.',
    en: 'The units have nobody yet; please give roles afterwards.',
  },
  'change.preview.person': { vi: '{name}: {role}, {from} → {to}', en: '{name}: {role}, {from} → {to}' },
  'change.preview.open': { vi: 'Việc chưa xong', en: 'Unfinished' },
  'change.preview.openNone': {
    vi: 'Không có bản nháp, báo cáo hay đề nghị nào chưa xong.',
    en: 'Nothing is unfinished.',
  },
  'change.preview.draftLost': {
    vi: '{unit}: bản nháp kỳ {month} chưa gửi sẽ không gửi được nữa.',
    en: '{unit}: the draft of {month} was not sent and can then no longer be.',
  },
  'change.preview.draftStays': {
    vi: '{unit}: kỳ {month} chưa xong, vẫn gửi được dưới tên cũ.',
    en: '{unit}: {month} is unfinished and can still be sent under the old name.',
  },
  'change.preview.missing': {
    vi: '{unit}: kỳ {months} chưa gửi, vẫn gửi được dưới tên cũ.',
    en: '{unit}: {months} is not sent and can still be, under the old name.',
  },
  'change.preview.request': {
    vi: '{unit}: còn {count} đề nghị chưa trả lời; đề nghị trả lời trước khi thực hiện.',
    en: '{unit}: {count} requests are not answered; please answer them first.',
  },
  'change.preview.follows': { vi: 'Chỉ tiêu, gia hạn, nhắc báo cáo', en: 'Targets, extensions, reminders' },
  'change.preview.targets': {
    vi: '{unit}: chỉ tiêu riêng ({count}) không tự chuyển; đề nghị giao lại cho đơn vị sau.',
    en: '{unit}: its own targets ({count}) do not pass on; please set them for what comes after.',
  },
  'change.preview.targetsOffice': {
    vi: 'Đơn vị sau theo chỉ tiêu chung của cơ quan cho đến khi được giao chỉ tiêu riêng.',
    en: 'What comes after goes by the office’s targets until it has its own.',
  },
  'change.preview.extensions': {
    vi: '{unit}: gia hạn từ kỳ {month} ({count}) hết tác dụng.',
    en: '{unit}: extensions from {month} on ({count}) fall away.',
  },
  'change.preview.reminders': {
    vi: 'Từ kỳ {month}, lời nhắc gửi cho người phụ trách của đơn vị sau; đơn vị thôi báo cáo không được nhắc nữa.',
    en: 'From {month} on, reminders go to the people of what comes after; units that stop are reminded no more.',
  },
  'change.preview.remindersMove': {
    vi: 'Từ kỳ {month}, hạn gửi, ngày nghỉ, kế hoạch nhắc và chỉ tiêu chung theo {office}; chỉ tiêu riêng giữ nguyên.',
    en: 'From {month} on, due dates, days off, reminders and common targets are those of {office}; own targets stay.',
  },
  'change.preview.remindersSame': {
    vi: 'Người phụ trách, chỉ tiêu, gia hạn và lời nhắc không thay đổi.',
    en: 'People, targets, extensions and reminders stay as they are.',
  },
  'change.bad.month': {
    vi: 'Đề nghị ghi kỳ bắt đầu dạng tháng/năm, ví dụ 01/2027.',
    en: 'Please write the first month as month/year, for example 01/2027.',
  },
  'change.bad.far': {
    vi: 'Kỳ bắt đầu quá xa. Đề nghị ghi kỳ không muộn hơn {month}.',
    en: 'The first month is too far ahead. Please give one no later than {month}.',
  },
  'change.bad.document': {
    vi: 'Đề nghị ghi văn bản căn cứ.',
    en: 'Please give the legal document.',
  },
  'change.bad.long': {
    vi: 'Dài quá {most} ký tự. Đề nghị ghi gọn hơn.',
    en: 'More than {most} characters. Please be shorter.',
  },
  'change.bad.code': { vi: 'Mã đơn vị phải gồm đúng 5 chữ số.', en: 'The code must have exactly 5 digits.' },
  'change.bad.name': { vi: 'Đề nghị ghi tên đơn vị.', en: 'Please give the name.' },
  'change.bad.type': { vi: 'Đề nghị chọn loại đơn vị.', en: 'Please choose the type.' },
  'change.bad.to': { vi: 'Đề nghị chọn cơ quan nhận báo cáo.', en: 'Please choose the office.' },
  'change.bad.goesOnOrNew': {
    vi: 'Đề nghị khai đơn vị mới, hoặc chọn một đơn vị tiếp nhận.',
    en: 'Please describe the new unit, or choose which goes on.',
  },
  'change.bad.goesOnAndNew': {
    vi: 'Đã chọn đơn vị tiếp nhận thì đề nghị để trống phần đơn vị mới.',
    en: 'Where one goes on, please leave the new unit empty.',
  },
  'change.no.unknown': {
    vi: 'Không tìm thấy đơn vị đã chọn trong phạm vi đồng chí quản trị.',
    en: 'A unit chosen is not among those you administer.',
  },
  'change.no.none': { vi: 'Đề nghị chọn một đơn vị.', en: 'Please choose a unit.' },
  'change.no.mergeOne': {
    vi: 'Đề nghị đánh dấu từ hai đơn vị trở lên.',
    en: 'Please tick two units or more.',
  },
  'change.no.splitOne': {
    vi: 'Chia, tách phải có từ hai đơn vị sau trở lên.',
    en: 'A split must lead to two units or more.',
  },
  'change.no.mixed': {
    vi: 'Không sắp xếp chung xã, phường, đặc khu với cơ quan.',
    en: 'Communes and offices cannot be merged with each other.',
  },
  'change.no.splitOffice': {
    vi: 'Chỉ chia, tách được xã, phường, đặc khu; cơ quan thì chuyển từng đơn vị.',
    en: 'Only communes can be split; of an office, move its units one by one.',
  },
  'change.no.officeGoesOn': {
    vi: 'Sáp nhập cơ quan: đề nghị chọn cơ quan tiếp nhận trong số đã đánh dấu.',
    en: 'Merging offices: please choose which of those ticked goes on.',
  },
  'change.no.goesOnOther': {
    vi: 'Đơn vị tiếp nhận phải là một trong các đơn vị đã đánh dấu.',
    en: 'The one that goes on must be among those ticked.',
  },
  'change.no.notMine': {
    vi: '{unit} không thuộc cơ quan do đồng chí quản trị trong kỳ đó.',
    en: '{unit} stands under no office you administer in that month.',
  },
  'change.no.elsewhere': {
    vi: '{unit} báo cáo về cơ quan khác. Đề nghị thực hiện ở trang của cơ quan đó.',
    en: '{unit} reports to another office. Please do it on that office’s page.',
  },
  'change.no.itself': {
    vi: '{unit} không thể là đơn vị sau của chính mình.',
    en: '{unit} cannot be its own successor.',
  },
  'change.no.circle': {
    vi: '{unit} là đơn vị trước của đơn vị này, nên không thể là đơn vị sau (vòng lặp).',
    en: '{unit} went into this unit before, so it cannot come after it (a circle).',
  },
  'change.no.notYet': {
    vi: '{unit} có từ kỳ {month}. Đề nghị chọn kỳ bắt đầu sau kỳ đó.',
    en: '{unit} exists from {month} on. Please choose a later first month.',
  },
  'change.no.ended': {
    vi: '{unit} đã kết thúc từ kỳ {month}. Đề nghị chọn đơn vị còn hoạt động.',
    en: '{unit} has ended with {month}. Please choose a unit that is still there.',
  },
  'change.no.reported': {
    vi: '{unit} đã gửi báo cáo kỳ {month}. Đề nghị chọn kỳ bắt đầu sau kỳ đó.',
    en: '{unit} has sent its report of {month}. Please choose a later first month.',
  },
  'change.no.later': {
    vi: '{unit} đã có thay đổi khác từ kỳ {month}. Đề nghị hoàn tác thay đổi đó trước, hoặc chọn kỳ bắt đầu sau kỳ đó.',
    en: '{unit} has another change on record from {month}. Please undo that first, or choose a later first month.',
  },
  'change.no.code': {
    vi: 'Mã này đang thuộc {unit}. Đề nghị kiểm tra lại mã.',
    en: 'This code belongs to {unit}. Please check it.',
  },
  'change.no.name': {
    vi: 'Đã có đơn vị tên {unit}. Đề nghị kiểm tra lại tên.',
    en: 'There is a unit called {unit} already. Please check the name.',
  },
  'change.no.officeGone': {
    vi: '{unit} không hoạt động trong kỳ đó. Đề nghị chọn kỳ khác.',
    en: '{unit} is not there in that month. Please choose another.',
  },
  'change.no.officeEnds': {
    vi: '{unit} chỉ hoạt động đến hết kỳ {month}. Đề nghị chọn cơ quan còn hoạt động sau kỳ đó.',
    en: '{unit} is there only until the end of {month}. Please choose an office that is there afterwards.',
  },
  'change.no.again': {
    vi: '{unit} đã được ghi là đơn vị trước của {other} từ lần sắp xếp trước. Đề nghị chọn đơn vị khác, hoặc thành lập đơn vị mới.',
    en: '{unit} is on record as having gone into {other} before. Please choose another, or found a new unit.',
  },
  'change.no.notEmpty': {
    vi: '{unit} còn đơn vị trực thuộc. Đề nghị chuyển hoặc sáp nhập trước.',
    en: '{unit} still has units below it. Please move or merge them first.',
  },
  'change.no.sameName': {
    vi: 'Tên mới trùng với tên hiện nay: {unit}.',
    en: 'The new name is the present one: {unit}.',
  },
  'change.no.targetNotMine': {
    vi: 'Chỉ chuyển được sang cơ quan do đồng chí quản trị.',
    en: 'You can move a unit only to an office you administer.',
  },
  'change.no.sameOffice': {
    vi: '{unit} đang báo cáo về cơ quan này.',
    en: '{unit} reports to that office already.',
  },
  'change.no.belowItself': {
    vi: '{unit} không thể trực thuộc chính mình.',
    en: '{unit} cannot stand under itself.',
  },
} as const satisfies Words
