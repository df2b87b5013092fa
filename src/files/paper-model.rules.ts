/**
 * An official paper (Nghị định 30/2020/NĐ-CP, Phụ lục I) as the portal thinks of it: what stands where, and nothing of how
 * it is drawn. The Word file (paper.document.ts) and the page for print (views/papers/paper.hbs) are both drawn from it, so
 * that they cannot disagree.
 */
export type OfficialPaper = {
  /** 'BÁO CÁO'; null for a letter, which has its subject under the number instead. */
  name: string | null
  /** What it is about: under the name, or after 'V/v'. */
  about: string
  head: PaperHead
  /** After 'Kính gửi:'; none for a report. */
  addressees: readonly string[]
  blocks: readonly PaperBlock[]
  /** Lines of 'Nơi nhận', without dash and without end. */
  recipients: readonly string[]
  signature: PaperSignature
  /** 'BẢN NHÁP' over everything; null on a paper that may be signed. */
  mark: string | null
}

export type PaperHead = {
  /** The body above, upright; '' where none is named, as over a People's Committee. */
  superior: string
  /** Who issues it, bold, in one or two lines. */
  agency: readonly string[]
  /** 'Số: 12/BC-SGDĐT' */
  number: string
  /** 'Quảng Ngãi, ngày 24 tháng 11 năm 2026' */
  placeDate: string
}

export type PaperSignature = {
  /** 'TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH': the capacities, one under the other. */
  capacities: readonly string[]
  name: string
}

export type PaperBlock =
  | { kind: 'paragraph'; text: string }
  /** A numbered heading: '1. Kết quả'. */
  | { kind: 'heading'; text: string }
  | { kind: 'table'; table: PaperTable }

export type PaperTable = {
  caption: string
  columns: readonly PaperColumn[]
  rows: readonly PaperRow[]
}

/** `share` is the part of the width, in per cent; they sum to 100. */
export type PaperColumn = { head: string; share: number; align: 'left' | 'center' | 'right' }
export type PaperRow = { cells: readonly string[]; strong: boolean }

/** Margins in millimetres and sizes in points, as the decree has them (Phụ lục I, mục I and II). */
export const paperMargins = { top: 20, bottom: 20, left: 30, right: 15 } as const

/** 'Nơi nhận' as it is printed: a dash before, a semicolon after, a full stop after the last. */
export const recipientLines = (recipients: readonly string[]): string[] =>
  recipients.map((it, at) => `- ${it}${at === recipients.length - 1 ? '.' : ';'}`)

/** One addressee stands on the line of 'Kính gửi', several under it with dashes. */
export const addresseeLines = (addressees: readonly string[]): string[] =>
  addressees.length < 2 ? [...addressees] : recipientLines(addressees)

/** 'TM. UBND' and what follows is upper case, whatever the settings were typed in. */
export const capital = (text: string): string => text.toLocaleUpperCase('vi')

/** Numbers below 10 of a paper are written with a zero before them. */
export const paperNumber = (number: string): string => (/^\d$/.test(number) ? `0${number}` : number)
