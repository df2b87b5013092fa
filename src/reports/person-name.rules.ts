/**
 * Finds people's names in an officer's sentence. Vietnamese capitalises people, places and bodies alike, so it is
 * the word before that tells: "xã Trần Phú" is a place, "em Trần Phú" a pupil. Where nothing tells, Văn or Thị
 * makes a person, and so do two names of which one has a family name. One lone doubtful name passes: a refusal
 * stops a report, and the name of the next commune must not.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Family names that seldom begin a place's name: of the Kinh, the highlands' and the mountains' peoples. */
const FAMILY =
  words(`nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô đinh trịnh trương tạ phùng chu tống
  doãn đàm quách hứa khổng mạc nghiêm giáp bế nông lò giàng sùng thào vàng quàng hạng lầu vừ chảo phàn tẩn siu ksor
  rơ rcom kpă kpuih nay rah rmah niê mlô rơmah rahlan blong hlong`)

/** Family names with which communes, provinces and bodies begin as well: they count beside a clearer sign. */
const FAMILY_OR_PLACE =
  words(`hà hồ lý cao mai kim lâm thái an dương lương thạch sơn vi châu triệu la bạch vương tăng
  kiều lưu ma danh bàn lường cầm lục lữ văn tòng cà đoàn đào tô thân cứ mùa lù`)

/** Middle names that places do not have. */
const MIDDLE = words('văn thị')

/** Before a pupil's or a relative's name. */
const PUPIL = words('em cháu bạn')
const PERSON = words('hs tên ông bà anh chị hộ nhà học_sinh gia_đình phụ_huynh')

/** Before (or after) the name of a colleague, whom a report may name. */
const STAFF =
  words(`đ/c thầy cô đồng_chí chủ_tịch bí_thư hiệu_trưởng phó_ban trưởng_ban trưởng_thôn thôn_trưởng già_làng
  giáo_viên nhân_viên chuyên_viên cán_bộ công_chức viên_chức trưởng_phòng phó_chủ phó_bí phó_hiệu phó_trưởng`)

/** Before a place or a body, whatever its name. */
const PLACE =
  words(`xã phường trấn thôn làng buôn bản plei plây ấp xóm khóm phố khối khu tổ huyện quận tỉnh tp đảo nước
  trường thcs thpt th ptdtbt ptdtnt tâm ubnd hđnd sở phòng ban ngành ty chợ đường cầu sông suối núi đèo chùa cụm điểm
  máy tộc người tiếng vùng miền gương quỹ bổng trào tncs nghiệp`)

/** Before a place more often than not. */
const TOWARDS = words('tại ở về đi vào ra từ đến tới qua sang lên xuống giáp')

/** "Các em Xơ Đăng", "con em Kon Rẫy", "02 em": a group, not one pupil. */
const GROUP = words('các những nhiều số mấy vài nhóm con trẻ anh chị hai ba bốn năm sáu bảy tám chín mười')

/** What would pass for a name and is none. */
const NO_PERSON =
  words(`y_tế xơ_đăng xê_đăng ba_na gia_rai giẻ_triêng rơ_măm ê_đê khơ_me hà_nội hà_nam hà_giang
  hà_tĩnh hồ_chí_minh cao_bằng thái_bình thái_nguyên lâm_đồng an_giang hoàng_sa phan_rang phan_thiết thái_lan hà_lan`)

/** Heroes after whom communes, schools and streets are called: places, unless a pupil is announced. */
const HEROES =
  words(`bế_văn_đàn lương_văn_tri hoàng_văn_thụ chu_văn_an nguyễn_văn_linh nguyễn_văn_trỗi nguyễn_văn_cừ
  trừ_văn_thố lý_văn_lâm hồ_thị_kỷ trần_văn_thời võ_thị_sáu nguyễn_thị_minh_khai lê_thị_hồng_gấm đinh_văn_lâm_hà`)

/** First words of places, which no family bears. */
const PLACE_HEAD = words(
  'đăk đắk đak kon ia ea plei chư krông măng ngọk mường nậm tân trung trường đoàn đội đảng',
)

/** What may stand between two items of a list. */
const JOINS = words(', ; và - – • + . ) /')

type Token = { text: string; low: string; capital: boolean }
type Role = 'pupil' | 'person' | 'staff' | 'place' | 'towards' | 'none'
type Name = { words: readonly Token[]; role: Role }

const TOKEN = /đ\/c|[^\s,;.:()[\]"“”/+•–…!?=|*<>_-]+|[^\s]|\n/gi
const CAPITALISED = /^(?:\p{Lu}|\p{Lu}\p{Ll}+|\p{Lu}['’]\p{Lu}?\p{Ll}+)$/u

/** The first name of a person in the text (NFC), or null. */
export function personName(text: string): string | null {
  const tokens = (text.match(TOKEN) ?? []).map(word => {
    const low = word.toLowerCase()
    return { text: word, low, capital: low !== word && CAPITALISED.test(word) }
  })
  return nameInOneCase(tokens) ?? nameAmong(capitalisedIn(tokens))
}

function nameAmong(candidates: readonly Name[]): string | null {
  const listed = new Map<string, boolean>()
  for (const candidate of candidates) {
    const sign = signOf(candidate)
    if (sign === 'certain') return written(candidate.words)
    if (sign !== 'none') listed.set(written(candidate.words), sign === 'family')
  }
  const [first = null] = listed.keys()
  return listed.size >= 2 && [...listed.values()].includes(true) ? first : null
}

function signOf({ words: parts, role }: Name): 'certain' | 'family' | 'maybe' | 'none' {
  const [head = '', second = '', third] = parts.map(it => it.low)
  const whole = parts.map(it => it.low).join('_')
  const isAnnounced = role === 'pupil' || role === 'person'
  if (role === 'place' || role === 'staff' || NO_PERSON.has(whole)) return 'none'
  if (HEROES.has(whole) && !isAnnounced) return 'none'
  if (MIDDLE.has(second) && third) return 'certain'
  if (role === 'towards') return 'none'
  if (role === 'pupil') return PLACE_HEAD.has(head) ? 'none' : 'certain'
  const family = FAMILY.has(head) || (/^[ay]$/.test(head) && second.length > 1) || /^[hk]['’]/.test(head)
  const maybe = FAMILY_OR_PLACE.has(head)
  if (role === 'person' && (family || (maybe && third))) return 'certain'
  return family ? 'family' : maybe ? 'maybe' : 'none'
}

/** Runs of two and more capitalised words, each with what the words around say it is. */
function capitalisedIn(tokens: readonly Token[]): Name[] {
  const names: Name[] = []
  let previous = { end: 0, role: 'none' as Role }
  for (let i = 0; i < tokens.length; i += 1) {
    const head = tokens[i]
    if (!head?.capital) continue
    let end = i + 1
    while (tokens[end]?.capital) end += 1
    const start = introducesRest(head) ? i + 1 : i
    const role =
      roleAt(tokens, start, end) ?? (isListed(tokens, previous.end, start) ? previous.role : 'none')
    if (end - start >= 2) names.push({ words: tokens.slice(start, end), role })
    previous = { end, role: inherited(role) }
    i = end - 1
  }
  return names
}

const isListed = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).every(it => JOINS.has(it.low) || it.text === '\n' || isNumber(it))

/** A list's first word speaks for the rest, but less firmly for places: "thôn 3 xã Đăk Kôi, Nguyễn Văn …". */
const inherited = (role: Role): Role =>
  role === 'place' || role === 'towards' ? 'towards' : role === 'staff' ? 'staff' : 'none'

/** Whether a sentence's first word only introduces the name: "Em Nguyễn …", "Xã Trần Phú". */
const introducesRest = ({ low }: Token): boolean =>
  [PUPIL, PERSON, PLACE, TOWARDS].some(set => set.has(low)) || low === 'thầy' || low === 'cô'

/** What the words before a name, or a title after it, say; null when they say nothing. */
function roleAt(tokens: readonly Token[], start: number, end: number): Role | null {
  let at = start - 1
  while (/^[:"“(]$/.test(tokens[at]?.text ?? '')) at -= 1
  const word = tokens[at]?.low ?? ''
  const pair = `${tokens[at - 1]?.low ?? ''}_${word}`
  const before = tokens[at - 1]
  const says = (set: ReadonlySet<string>) => set.has(word) || set.has(pair)
  if (says(PUPIL)) return before && (GROUP.has(before.low) || isNumber(before)) ? 'none' : 'pupil'
  if (says(STAFF)) return 'staff'
  if (says(PERSON)) return 'person'
  if (says(PLACE)) return 'place'
  if (isTitleAt(tokens, end)) return 'staff'
  return says(TOWARDS) ? 'towards' : null
}

function isTitleAt(tokens: readonly Token[], end: number): boolean {
  const at = /^[,(–-]$/.test(tokens[end]?.text ?? '') ? end + 1 : end
  return STAFF.has(`${tokens[at]?.low ?? ''}_${tokens[at + 1]?.low ?? ''}`)
}

/** "NGUYỄN VĂN …" typed with the capitals locked, or "em nguyễn văn …" without any. */
function nameInOneCase(tokens: readonly Token[]): string | null {
  for (let i = 1; i + 1 < tokens.length; i += 1) {
    if (!MIDDLE.has(tokens[i]?.low ?? '')) continue
    const [family, middle, given] = tokens.slice(i - 1, i + 2)
    if (!family || !middle || !given || !FAMILY.has(family.low) || given.capital) continue
    const role = roleAt(tokens, i - 1, i + 2)
    const isUpper = middle.text === middle.text.toUpperCase() && role !== 'place' && role !== 'staff'
    const isLower = family.text === family.low && (role === 'pupil' || role === 'person')
    if (isUpper || isLower) return written([family, middle, given])
  }
  return null
}

const isNumber = ({ text }: Token): boolean => /^\d+$/.test(text)
const written = (parts: readonly Token[]): string => parts.map(it => it.text).join(' ')
