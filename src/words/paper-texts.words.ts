/**
 * The wording that an office has until it writes its own. Official papers are in Vietnamese, so these are no `Words`. The
 * fields in braces are those of the papers' rules (`paperFields`); a line is a paragraph, a numbered one a heading.
 */
export const paperTexts = {
  summary: `
{co_quan} tổng hợp báo cáo của các đơn vị về học sinh tốt nghiệp trung học cơ sở (THCS) không tiếp tục học và chưa tham gia học nghề kỳ tháng {ky} (số liệu tính đến ngày {ngay_chot}) như sau:
1. Tình hình gửi báo cáo
{gui_bao_cao}
2. Kết quả
{ket_qua}
{bang}
3. So với kỳ trước
{so_ky_truoc}
4. So với chỉ tiêu năm học {nam_hoc}
{so_chi_tieu}
5. Đơn vị thực hiện tốt và đơn vị cần đôn đốc
{bieu_duong}
{don_doc}
Trên đây là báo cáo kỳ tháng {ky} của {co_quan}./.`,
  chase: `
Theo chế độ báo cáo hằng tháng, Ủy ban nhân dân các xã, phường, đặc khu báo cáo số học sinh tốt nghiệp trung học cơ sở (THCS) không tiếp tục học và chưa tham gia học nghề về {co_quan} trên Cổng báo cáo. Hạn gửi báo cáo kỳ tháng {ky} là {han}. Đến {thoi_diem}, {co_quan} chưa nhận được báo cáo của {so_chua_gui} đơn vị có tên trong công văn này.
Để kịp thời tổng hợp, {co_quan} đề nghị Ủy ban nhân dân các đơn vị này chỉ đạo nhập và gửi báo cáo trên Cổng trước {han_moi}. Trường hợp không có học sinh thuộc diện báo cáo, đề nghị nhập số 0 và vẫn gửi báo cáo.
{dau_moi}
{co_quan} đề nghị Ủy ban nhân dân các đơn vị quan tâm, phối hợp thực hiện./.
{danh_sach}`,
  report: `
{co_quan} báo cáo {noi_nhan} số học sinh tốt nghiệp trung học cơ sở (THCS) không tiếp tục học và chưa tham gia học nghề kỳ tháng {ky} (số liệu tính đến ngày {ngay_chot}) như sau:
1. Số liệu
{ket_qua}
{bang}
{bang_chung}
2. Giải trình và ghi chú
{giai_trinh}
3. Biện pháp đã thực hiện và kiến nghị
{bien_phap}
{kien_nghi}
Trên đây là báo cáo kỳ tháng {ky}; {co_quan} chịu trách nhiệm về số liệu nêu trên./.`,
} as const satisfies Record<string, string>

export type PaperKind = keyof typeof paperTexts
export const paperKinds = Object.keys(paperTexts) as PaperKind[]
