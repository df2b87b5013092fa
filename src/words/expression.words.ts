import type { Words } from './words.ts'

/** Checks that offices write themselves. */
export const expression = {
  'expression.blank': {
    vi: 'Chưa có điều kiện. Đề nghị ghi điều kiện phải đúng, ví dụ: neither <= graduates.',
    en: 'There is no condition. Please write what must be true, for example: neither <= graduates.',
  },
  'expression.long': {
    vi: 'Điều kiện dài quá {most} ký tự. Đề nghị tách thành nhiều quy tắc kiểm tra.',
    en: 'The condition is longer than {most} characters. Please make several checks of it.',
  },
  'expression.many': {
    vi: 'Điều kiện có quá {most} chỉ tiêu, số và phép tính (từ ký tự {at}). Đề nghị tách thành nhiều quy tắc kiểm tra.',
    en: 'The condition has more than {most} indicators, numbers and operators (from character {at}). Please make several checks of it.',
  },
  'expression.links': {
    vi: 'Điều kiện có quá {most} phép && và || (từ ký tự {at}). Đề nghị tách thành nhiều quy tắc kiểm tra.',
    en: 'The condition has more than {most} && and || (from character {at}). Please make several checks of it.',
  },
  'expression.deep': {
    vi: 'Quá {most} lớp ngoặc và dấu lồng nhau, ở ký tự {at}. Đề nghị viết gọn lại.',
    en: 'More than {most} parentheses and signs within each other, at character {at}. Please shorten it.',
  },
  'expression.number': {
    vi: 'Số “{text}” ở ký tự {at} quá dài: tối đa 7 chữ số trước và 4 chữ số sau dấu chấm.',
    en: 'The number “{text}” at character {at} is too long: at most 7 digits before and 4 after the point.',
  },
  'expression.missing': {
    vi: 'Sau “{after}” còn thiếu một chỉ tiêu hoặc số, ở ký tự {at}.',
    en: 'After “{after}” an indicator or a number is missing, at character {at}.',
  },
  'expression.begins': {
    vi: 'Không thể bắt đầu bằng “{text}”, ở ký tự {at}: cần một chỉ tiêu hoặc số.',
    en: 'It cannot begin with “{text}”, at character {at}: an indicator or a number is needed.',
  },
  'expression.noOperator': {
    vi: 'Giữa “{after}” và “{text}” còn thiếu phép tính hoặc phép so sánh, ở ký tự {at}.',
    en: 'Between “{after}” and “{text}” an operator is missing, at character {at}.',
  },
  'expression.unclosed': {
    vi: 'Dấu “(” ở ký tự {at} chưa được đóng.',
    en: 'The “(” at character {at} is not closed.',
  },
  'expression.unopened': {
    vi: 'Dấu “)” ở ký tự {at} không có dấu “(” tương ứng.',
    en: 'The “)” at character {at} has no “(”.',
  },
  'expression.comma': {
    vi: 'Dấu phẩy ở ký tự {at} chỉ dùng trong min(…) và max(…). Số thập phân đề nghị viết với dấu chấm, ví dụ 0.2.',
    en: 'The comma at character {at} is only for min(…) and max(…). Please write decimals with a point, as 0.2.',
  },
  'expression.percent': {
    vi: 'Không dùng dấu “%”, ở ký tự {at}. 20% đề nghị viết là 0.2.',
    en: 'No “%”, at character {at}. Please write 20% as 0.2.',
  },
  'expression.instead': {
    vi: 'Không dùng “{text}”, ở ký tự {at}. Đề nghị viết “{instead}”.',
    en: 'No “{text}”, at character {at}. Please write “{instead}”.',
  },
  'expression.strange': {
    vi: 'Không đọc được “{text}”, ở ký tự {at}. Chỉ dùng mã chỉ tiêu, số, dấu ngoặc và các phép + - * / == != < <= > >= && || !.',
    en: '“{text}” cannot be read, at character {at}. Only indicator codes, numbers, parentheses and + - * / == != < <= > >= && || ! are used.',
  },
  'expression.noFunction': {
    vi: 'Không có hàm “{name}”, ở ký tự {at}. Chỉ dùng previous, sum, abs, min và max.',
    en: 'There is no function “{name}”, at character {at}. Only previous, sum, abs, min and max are used.',
  },
  'expression.oneIndicator': {
    vi: '{name}(…) ở ký tự {at} chỉ nhận một mã chỉ tiêu, ví dụ {name}(neither).',
    en: '{name}(…) at character {at} takes one indicator code, as {name}(neither).',
  },
  'expression.oneFigure': {
    vi: '{name}(…) ở ký tự {at} chỉ nhận một giá trị.',
    en: '{name}(…) at character {at} takes one value.',
  },
  'expression.someFigures': {
    vi: '{name}(…) ở ký tự {at} cần từ hai giá trị, cách nhau bằng dấu phẩy.',
    en: '{name}(…) at character {at} needs two or more values, separated by commas.',
  },
  'expression.unknown': {
    vi: 'Biểu mẫu không có chỉ tiêu “{name}”, ở ký tự {at}.',
    en: 'The form has no indicator “{name}”, at character {at}.',
  },
  'expression.meant': {
    vi: 'Biểu mẫu không có chỉ tiêu “{name}”, ở ký tự {at}: ý đồng chí là “{meant}”?',
    en: 'The form has no indicator “{name}”, at character {at}: did you mean “{meant}”?',
  },
  'expression.needsTruth': {
    vi: 'Điều kiện phải là một phép so sánh, ví dụ: neither <= graduates. Đề nghị thêm ==, !=, <, <=, > hoặc >=.',
    en: 'The condition must be a comparison, for example: neither <= graduates. Please add ==, !=, <, <=, > or >=.',
  },
  'expression.needsAmount': {
    vi: 'Giá trị nêu trong thông báo phải là một số, không phải phép so sánh (ký tự {at}).',
    en: 'A value the message names must be a number, not a comparison (character {at}).',
  },
  'expression.wantsTruth': {
    vi: 'Hai bên “{name}” ở ký tự {at} phải là phép so sánh, ví dụ: graduates > 0.',
    en: 'Both sides of “{name}” at character {at} must be comparisons, for example: graduates > 0.',
  },
  'expression.wantsTruthAfter': {
    vi: 'Sau dấu “!” ở ký tự {at} phải là phép so sánh trong ngoặc, ví dụ: !(graduates > 0).',
    en: 'After “!” at character {at} there must be a comparison in parentheses, as !(graduates > 0).',
  },
  'expression.wantsAmount': {
    vi: '“{name}” ở ký tự {at} chỉ dùng với số, không dùng với kết quả so sánh.',
    en: '“{name}” at character {at} is for numbers, not for the result of a comparison.',
  },
  'expression.chain': {
    vi: 'Mỗi lần chỉ so sánh hai vế (“{name}” ở ký tự {at}). Đề nghị viết: a <= b && b <= c.',
    en: 'Only two sides are compared at a time (“{name}” at character {at}). Please write: a <= b && b <= c.',
  },
  'expression.noIndicator': {
    vi: 'Điều kiện chưa có chỉ tiêu nào của kỳ này, nên không kiểm tra được gì.',
    en: 'The condition has no indicator of this month, so it checks nothing.',
  },
  'expression.byZero': {
    vi: 'Phép chia ở ký tự {at} chia cho 0.',
    en: 'The division at character {at} divides by 0.',
  },
  'expression.maybeByZero': {
    vi: 'Phép chia ở ký tự {at} chia cho 0 khi các ô đều là 0. Đề nghị loại trường hợp đó trước, ví dụ: graduates == 0 || unknown / graduates <= 0.2.',
    en: 'The division at character {at} divides by 0 when every box is 0. Please rule that out before it, as in: graduates == 0 || unknown / graduates <= 0.2.',
  },
  'expression.series.until': { vi: '{head}, đến {month}', en: '{head}, until {month}' },
  'expression.onPortal': {
    vi: '(Cổng kiểm tra khi nộp tệp.)',
    en: '(The portal checks this when the file is sent.)',
  },
  'expression.help': { vi: 'Cổng kiểm tra: {rule}.', en: 'The portal checks: {rule}.' },
  'expression.say.and': { vi: 'và', en: 'and' },
  'expression.say.or': { vi: 'hoặc', en: 'or' },
  'expression.say.not': { vi: 'không được: {of}', en: 'not: {of}' },
  'expression.say.previous': { vi: '{of} kỳ trước', en: 'last month’s {of}' },
  'expression.say.sum': { vi: 'tổng các năm của {of}', en: '{of} of all years' },
  'expression.say.abs': { vi: 'độ lớn của ({of})', en: 'the size of ({of})' },
  'expression.say.min': { vi: 'số nhỏ nhất trong ({of})', en: 'the least of ({of})' },
  'expression.say.max': { vi: 'số lớn nhất trong ({of})', en: 'the greatest of ({of})' },
  'expression.publish.behind': {
    vi: 'Không thể áp dụng từ kỳ {month}: đã có biểu mẫu áp dụng từ kỳ {last}. Đề nghị chọn kỳ sau kỳ đó.',
    en: 'It cannot hold from {month}: a form holds from {last}. Please choose a later month.',
  },
  'expression.publish.reported': {
    vi: 'Không thể áp dụng từ kỳ {month}: đã có số liệu của kỳ {last}. Đề nghị chọn kỳ sau kỳ đó.',
    en: 'It cannot hold from {month}: there are figures of {last}. Please choose a later month.',
  },
  'expression.publish.empty': {
    vi: 'Phần “{section}” chưa có chỉ tiêu nào. Đề nghị thêm chỉ tiêu hoặc bỏ phần này.',
    en: 'The section “{section}” has no indicator. Please add one or take the section out.',
  },
  'expression.publish.twice': {
    vi: 'Mã chỉ tiêu “{code}” có hai lần.',
    en: 'The indicator code “{code}” is there twice.',
  },
  'expression.publish.ours': {
    vi: 'Mã “{code}” do Cổng dùng. Đề nghị đặt mã khác cho chỉ tiêu.',
    en: 'The portal uses the code “{code}” itself. Please give the indicator another one.',
  },
  'expression.publish.reused': {
    vi: 'Mã “{code}” đã dùng cho chỉ tiêu “{label}” với cách đếm khác. Đề nghị đặt mã mới để chuỗi số liệu không bị lẫn.',
    en: 'The code “{code}” belongs to “{label}”, counted in another way. Please give a new code, so that series are not mixed up.',
  },
  'expression.publish.partOf': {
    vi: 'Chỉ tiêu “{label}” là một phần của “{code}”, nhưng biểu mẫu không có chỉ tiêu đó.',
    en: 'The indicator “{label}” is a part of “{code}”, which the form does not have.',
  },
  'expression.publish.needed': {
    vi: 'Không thể bỏ chỉ tiêu “{label}” ({code}): các tỷ lệ và mục tiêu tính từ chỉ tiêu này.',
    en: 'The indicator “{label}” ({code}) cannot be retired: shares and targets are worked out from it.',
  },
  'expression.publish.always': {
    vi: 'Chỉ tiêu “{label}” ({code}) phải có và bắt buộc nhập ở mọi địa bàn: các tỷ lệ và mục tiêu tính từ chỉ tiêu này.',
    en: 'The indicator “{label}” ({code}) must be asked of every commune: shares and targets are worked out from it.',
  },
  'expression.publish.headline': {
    vi: 'Không thể đổi hai chỉ tiêu chính của biểu mẫu (không đi học, chưa xác định).',
    en: 'The form’s two main indicators (neither, unknown) cannot be changed.',
  },
  'expression.publish.ownFinding': {
    vi: 'Mã quy tắc “{code}” do Cổng dùng. Đề nghị đặt mã khác.',
    en: 'The portal uses the check code “{code}” itself. Please give another one.',
  },
  'expression.publish.checkTwice': {
    vi: 'Mã quy tắc “{code}” có hai lần.',
    en: 'The check code “{code}” is there twice.',
  },
  'expression.publish.gone': {
    vi: 'Quy tắc {check} dùng chỉ tiêu “{code}”, mà biểu mẫu không còn chỉ tiêu đó. Đề nghị sửa hoặc bỏ quy tắc.',
    en: 'The check {check} uses the indicator “{code}”, which the form no longer has. Please change the check or take it out.',
  },
} as const satisfies Words
