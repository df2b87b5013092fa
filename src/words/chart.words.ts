import type { Words } from './words.ts'

/** Pictures, their text and their tables. */
export const chart = {
  'chart.title': { vi: 'Biểu đồ đến tháng {month}', en: 'Charts up to {month}' },
  'chart.link': { vi: 'Biểu đồ', en: 'Charts' },
  'chart.lead': {
    vi: '{reported}/{expected} xã đã báo cáo tháng {month}. Số liệu của biểu đồ là số liệu của bảng tổng hợp cùng tháng; mỗi biểu đồ có bảng số ở dưới.',
    en: '{reported} of {expected} communes have reported {month}. The charts show the figures of the consolidated table of the same month; each has its table below.',
  },
  'chart.leadCommune': {
    vi: 'Số liệu theo lần gửi đang được tính của từng tháng; mỗi biểu đồ có bảng số ở dưới.',
    en: 'Figures of the version that counts in each month; each chart has its table below.',
  },
  'chart.consolidation': { vi: 'Bảng tổng hợp', en: 'Consolidated table' },
  'chart.board': { vi: 'Bảng theo dõi', en: 'Board' },
  'chart.history': { vi: 'Lịch sử báo cáo', en: 'Reports so far' },
  'chart.toCommunes': { vi: 'Từng xã trên một trang', en: 'Every commune on one page' },
  'chart.toOffices': { vi: 'Từng cơ quan trên một trang', en: 'Every office on one page' },
  'chart.older': { vi: 'Xem cả các năm học trước', en: 'Show earlier school years too' },
  'chart.newer': { vi: 'Chỉ xem hai năm học gần đây', en: 'Show the last two school years only' },
  'chart.table': { vi: 'Xem bảng số', en: 'Show the table' },
  'chart.toMonth': { vi: 'Tháng {month}', en: '{month}' },
  'chart.toNow': { vi: 'Về kỳ hiện tại', en: 'To the running month' },
  'chart.none': { vi: 'Chưa có số liệu để vẽ', en: 'No figures to draw yet' },
  'chart.noneText': {
    vi: 'Chưa có xã nào gửi báo cáo trong các tháng này. Đề nghị chọn tháng khác.',
    en: 'No commune has reported in these months. Please choose another month.',
  },
  'chart.schoolYear': { vi: 'Năm học {year}', en: 'School year {year}' },
  'chart.month': { vi: 'Tháng', en: 'Month' },
  'chart.reported': { vi: 'Xã đã báo cáo', en: 'Communes reporting' },
  'chart.of': { vi: '{part}/{whole}', en: '{part}/{whole}' },
  'chart.withShare': { vi: '{value} ({share})', en: '{value} ({share})' },
  'chart.neither': { vi: 'Không đi học, chưa học nghề', en: 'In neither school nor training' },
  'chart.unknown': { vi: 'Chưa xác định', en: 'Not known' },
  'chart.share': { vi: 'Tỷ lệ trên số tốt nghiệp', en: 'Share of graduates' },
  'chart.graduates': { vi: 'Số tốt nghiệp', en: 'Graduates' },
  'chart.sum': { vi: 'Cộng', en: 'Total' },

  'chart.note.open': {
    vi: 'Dấu rỗng: tháng chưa đủ xã báo cáo. Nét đứt: dưới 90% số xã.',
    en: 'Open marks: not every commune reported. Dashes: fewer than 90% did.',
  },
  'chart.note.openBars': {
    vi: 'Dấu ○ dưới cột: tháng chưa đủ xã báo cáo.',
    en: 'A ○ under a column: not every commune reported.',
  },
  'chart.note.partial': {
    vi: 'Tháng {month} mới có {reported}/{expected} xã báo cáo nên chưa so sánh.',
    en: '{month} has {reported} of {expected} communes so far and is not compared.',
  },
  'chart.note.gaps': { vi: 'Không có số liệu: {months}.', en: 'No figures: {months}.' },
  'chart.note.season': {
    vi: 'Từ tháng 9 tính thêm khóa vừa tốt nghiệp và thôi tính khóa cũ nhất, nên đường không nối qua hai năm học.',
    en: 'From September the new graduates are counted and the oldest year no longer is, so the line does not join two school years.',
  },
  'chart.note.same': {
    vi: 'Riêng {count} xã gửi đủ cả hai tháng: từ {a} em thành {b} em.',
    en: 'In the {count} communes that reported in both months: from {a} to {b}.',
  },
  'chart.note.cut': {
    vi: 'Trước tháng {own}, các xã thuộc cơ quan cũ với địa bàn khác nên số liệu không nối vào đây.',
    en: 'Before {own} the communes belonged to former offices with other territories, so their figures are not joined here.',
  },
  'chart.note.lineage': {
    vi: 'Trước tháng {own} là tổng của các đơn vị trước sắp xếp.',
    en: 'Before {own}: the sum of the units from before the merger.',
  },
  'chart.note.widened': {
    vi: 'Từ tháng {month} thêm địa bàn của {count} xã chưa từng có số liệu ở đây, nên đường không nối và không so sánh với trước đó.',
    en: 'From {month} on the territory of {count} more communes is included, so the line is broken and nothing is compared with before.',
  },
  'chart.note.narrowed': {
    vi: 'Từ tháng {month} không còn địa bàn của {count} xã, nên đường không nối và không so sánh với trước đó.',
    en: 'From {month} on the territory of {count} communes is no longer included, so the line is broken and nothing is compared with before.',
  },
  'chart.note.expected': {
    vi: 'Từ tháng {month} có {now} xã phải báo cáo (trước đó {before}).',
    en: 'From {month} on {now} communes are to report ({before} before).',
  },

  'chart.trend.name': { vi: 'Xu hướng theo tháng', en: 'Trend by month' },
  'chart.trend.subject': {
    vi: 'Số em tốt nghiệp THCS không đi học, chưa học nghề và số em chưa xác định, tại ngày chốt mỗi tháng',
    en: 'Lower-secondary graduates in neither school nor training, and those not known, on each cut-off day',
  },
  'chart.situation.subjectOwn': {
    vi: 'Các em không đi học, chưa học nghề đang làm gì; mỗi cột là 100%',
    en: 'What those in neither school nor training do; each column is 100%',
  },
  'chart.trend.fell': {
    vi: 'Từ {from} đến {to}, số em không đi học, chưa học nghề giảm từ {a} xuống {b} (chưa xác định: {ua} → {ub})',
    en: 'From {from} to {to} those in neither school nor training fell from {a} to {b} (not known: {ua} → {ub})',
  },
  'chart.trend.rose': {
    vi: 'Từ {from} đến {to}, số em không đi học, chưa học nghề tăng từ {a} lên {b} (chưa xác định: {ua} → {ub})',
    en: 'From {from} to {to} those in neither school nor training rose from {a} to {b} (not known: {ua} → {ub})',
  },
  'chart.trend.level': {
    vi: 'Từ {from} đến {to}, số em không đi học, chưa học nghề vẫn là {b} (chưa xác định: {ua} → {ub})',
    en: 'From {from} to {to} those in neither school nor training stayed at {b} (not known: {ua} → {ub})',
  },
  'chart.trend.unclear': {
    vi: '{from}: {a} em, {to}: {b} em không đi học, chưa học nghề; chưa kết luận được tăng hay giảm vì số xã báo cáo khác nhau (chưa xác định: {ua} → {ub})',
    en: '{from}: {a}, {to}: {b} in neither school nor training; not the same communes reported, so no rise or fall can be told (not known: {ua} → {ub})',
  },
  'chart.trend.one': {
    vi: 'Tháng {to} có {b} em không đi học, chưa học nghề (chưa xác định: {ub})',
    en: '{b} were in neither school nor training in {to} (not known: {ub})',
  },
  'chart.trend.early': {
    vi: 'Chưa có tháng nào đủ xã báo cáo để kết luận tăng hay giảm',
    en: 'No month has enough reports yet to tell a rise or fall',
  },
  'chart.trend.peak': { vi: 'cao nhất {month}: {value}', en: 'highest in {month}: {value}' },

  'chart.situation.name': { vi: 'Tình trạng hiện tại theo tháng', en: 'Present situation by month' },
  'chart.situation.subject': {
    vi: 'Các em không đi học, chưa học nghề đang làm gì; mỗi cột là 100% số em của các xã đã báo cáo',
    en: 'What those in neither school nor training do; each column is 100% of those in the communes that reported',
  },
  'chart.situation.most': {
    vi: 'Tháng {month}, nhiều nhất là “{name}”: {share} ({value} em)',
    en: '{month}: most are in “{name}”, {share} ({value})',
  },
  'chart.situation.second': { vi: 'tiếp theo “{name}”: {share}', en: 'next “{name}”: {share}' },

  'chart.flow.name': { vi: 'Biến động trong tháng', en: 'Movements by month' },
  'chart.flow.subject': {
    vi: 'Trong mỗi kỳ: số em đã đi học trở lại và học ở đâu; chuyển đi; mới phát sinh; chuyển đến',
    en: 'In each period: who came back to study and where, moved out, is new, moved in',
  },
  'chart.flow.heading': {
    vi: 'Năm học {year}, đến {to}: {back} em đã đi học trở lại, {new} em mới phát sinh',
    en: 'School year {year}, to {to}: {back} came back to study, {new} are new',
  },
  'chart.flow.where': {
    vi: 'học THPT {thpt}, GDTX {gdtx}, học nghề {voc}',
    en: 'upper-secondary {thpt}, continuing education {gdtx}, vocational {voc}',
  },
  'chart.flow.same': {
    vi: 'Cùng kỳ năm học trước ({from}–{to}): {back} em trở lại, {new} em mới phát sinh.',
    en: 'The same months a year before ({from}–{to}): {back} came back, {new} new.',
  },
  'chart.flow.before': {
    vi: 'năm học {year}: {back} em trở lại, {new} em mới',
    en: 'school year {year}: {back} came back, {new} new',
  },
  'chart.flow.flow_to_thpt': { vi: 'Trở lại học THPT', en: 'Upper-secondary' },
  'chart.flow.flow_to_gdtx': { vi: 'Trở lại học GDTX', en: 'Continuing education' },
  'chart.flow.flow_to_voc': { vi: 'Đi học nghề', en: 'Vocational training' },
  'chart.flow.flow_out': { vi: 'Chuyển đi, khác', en: 'Moved out, other' },
  'chart.flow.flow_new': { vi: 'Mới phát sinh', en: 'New' },
  'chart.flow.flow_in': { vi: 'Chuyển đến', en: 'Moved in' },
  'chart.flow.out': { vi: 'Ra khỏi danh sách ↑', en: 'Off the list ↑' },
  'chart.flow.in': { vi: 'Vào danh sách ↓', en: 'Onto the list ↓' },
  'chart.flow.back': { vi: 'Cộng trở lại học', en: 'Back in all' },
  'chart.flow.year': { vi: '{back} em trở lại · {new} mới', en: '{back} back · {new} new' },
  'chart.flow.yearShort': { vi: '{back} · {new}', en: '{back} · {new}' },
  'chart.flow.added': {
    vi: 'Biến động được cộng qua các tháng; số tại ngày chốt thì không.',
    en: 'Movements are added over months; figures on the cut-off day are not.',
  },
  'chart.flow.bandNote': {
    vi: 'Số dưới tên năm học: số em trở lại học · số em mới phát sinh.',
    en: 'Under each school year: those back in study · those new.',
  },

  'chart.punctual.name': {
    vi: 'Đã báo cáo và đúng hạn theo tháng',
    en: 'Completeness and timeliness by month',
  },
  'chart.punctual.subject': {
    vi: 'Tỷ lệ xã gửi đúng hạn, gửi muộn và chưa gửi trên số xã phải báo cáo mỗi tháng',
    en: 'Communes that reported on time, late or not yet, of those that were to report in each month',
  },
  'chart.punctual.heading': {
    vi: 'Tháng {month}: {reported}/{expected} xã đã báo cáo, {onTime} đúng hạn ({share})',
    en: '{month}: {reported} of {expected} communes reported, {onTime} on time ({share})',
  },
  'chart.punctual.before': { vi: 'tháng {month}: đúng hạn {share}', en: '{month}: {share} on time' },
  'chart.punctual.open': { vi: 'Tháng {month} chưa đến hạn gửi.', en: '{month} is not due yet.' },
  'chart.punctual.onTime': { vi: 'Đúng hạn', en: 'On time' },
  'chart.punctual.late': { vi: 'Gửi muộn', en: 'Late' },
  'chart.punctual.missing': { vi: 'Chưa gửi', en: 'Missing' },
  'chart.punctual.expected': { vi: 'Phải báo cáo', en: 'To report' },
  'chart.punctual.label': { vi: '{name}: {share} ({count})', en: '{name}: {share} ({count})' },

  'chart.rank.name': { vi: 'Xếp theo tỷ lệ', en: 'Ranking by share' },
  'chart.rank.subject': {
    vi: 'Tỷ lệ em không đi học, chưa học nghề (đậm) và chưa xác định (sọc) trên số tốt nghiệp, tháng {month}, {count} đơn vị có số liệu; hình thoi: cùng kỳ năm trước',
    en: 'Share of graduates in neither (dark) and not known (hatched), {month}, {count} with figures; diamond: the same month a year before',
  },
  'chart.rank.heading': {
    vi: 'Tháng {month}: cao nhất {name} {share}, thấp nhất {low} {lowShare}',
    en: '{month}: highest {name} {share}, lowest {low} {lowShare}',
  },
  'chart.rank.one': { vi: 'Tháng {month}: {name} {share}', en: '{month}: {name} {share}' },
  'chart.rank.none': {
    vi: 'Tháng {month} chưa xếp được: chưa có xã nào báo cáo',
    en: '{month} cannot be ranked: no commune has reported',
  },
  'chart.rank.all': { vi: 'chung toàn địa bàn {share}', en: '{share} in all' },
  'chart.rank.between': {
    vi: '… {count} đơn vị ở giữa, xem bảng số …',
    en: '… {count} between, see the table …',
  },
  'chart.rank.place': { vi: 'Đơn vị', en: 'Unit' },
  'chart.rank.now': { vi: '{month}', en: '{month}' },
  'chart.rank.missing': {
    vi: '{count} đơn vị chưa báo cáo tháng này nên không có trong hình.',
    en: '{count} have not reported this month and are not drawn.',
  },
  'chart.rank.masked': {
    vi: 'Cơ quan che số nhỏ: {count} đơn vị có số dưới 5 hoặc số phải che theo nên không vẽ.',
    en: 'Small figures are masked: {count} with a figure under 5, or one hidden beside it, are not drawn.',
  },
  'chart.rank.average': { vi: 'Chung: {share}', en: 'All: {share}' },

  'chart.tiny.title': { vi: 'Từng xã đến tháng {month}', en: 'Every commune up to {month}' },
  'chart.tiny.titleOffices': { vi: 'Từng cơ quan đến tháng {month}', en: 'Every office up to {month}' },
  'chart.tiny.subject': {
    vi: 'Tỷ lệ em không đi học, chưa học nghề hoặc chưa xác định trên số tốt nghiệp, từ {from} đến {to}. Các hình cùng một thang đo, từ 0 đến {top}; xếp từ cao xuống thấp theo tháng gần nhất.',
    en: 'Share of graduates in neither or not known, {from} to {to}. All on one scale from 0 to {top}; from the highest down by the latest month.',
  },
  'chart.tiny.key': {
    vi: 'Nét mảnh: chung toàn địa bàn. Vạch đứng: tháng 9. Chỗ đứt: tháng không có báo cáo.',
    en: 'Thin line: all together. Upright line: September. Breaks: months without a report.',
  },
  'chart.tiny.desc': {
    vi: '{name}: {from} {a}, {to} {b}; cao nhất {month} {peak}',
    en: '{name}: {from} {a}, {to} {b}; highest {month} {peak}',
  },
  'chart.tiny.noFigures': { vi: '{name}: chưa có số liệu', en: '{name}: no figures' },
  'chart.tiny.at': { vi: '{month}', en: '{month}' },
  'chart.tiny.masked': {
    vi: 'Cơ quan đang bật “Che số nhỏ”, mà hình của từng xã qua nhiều tháng cho phép suy ra số bị che, nên trang này không vẽ. Biểu đồ của riêng một xã xem ở trang lịch sử của xã.',
    en: 'The office masks small figures. A commune’s months side by side would give masked figures back, so this page draws none. A commune’s own charts are on its history page.',
  },
  'chart.tiny.caption': {
    vi: 'Tỷ lệ em không đi học, chưa học nghề hoặc chưa xác định, theo tháng',
    en: 'Share in neither or not known, by month',
  },
} satisfies Words
