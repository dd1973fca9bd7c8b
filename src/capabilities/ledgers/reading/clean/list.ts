import { isEmptyMark, trimmed, withoutBlanks } from './cleaning.ts'

const separator = /[、;；,，|\n\r]+/
/** A slash between two entries separates; alone it stands for an entry that is not there. */
const slash = /(?<=[^\s、;；,，/])\s*[/／]\s*(?=[^\s、;；,，/])/
const mayHoldSeveral = /[、;；,，|\n\r/／.．)）①-⑳]/
const number = /(?<![0-9A-Za-z])(?:\d{1,2}[.．、)）]|[(（]\d{1,2}[)）]|[①-⑳])\s*/g
const brackets = /[(（][^()（）]*[)）]/g
const [openMask, closeMask] = [0xe000, 0xe800]

/**
 * The entries of a cell that lists several things: separated by 、 ； , a line break or a slash, or numbered 1.甲 2.乙.
 * Separators inside brackets belong to a name. An entry that is only a placeholder becomes '' and keeps its place.
 */
export function splitList(text: string): string[] {
  const outer = trimmed(text)
  if (outer === '') return []
  if (!mayHoldSeveral.test(outer)) return [isEmptyMark(withoutBlanks(outer)) ? '' : outer]
  const masked: string[] = []
  const flat = outer.includes('(') || outer.includes('（') ? outer.replace(brackets, mask(masked)) : outer
  const pieces = numbered(flat) ?? flat.split(separator).flatMap((piece) => piece.split(slash))
  const entries = pieces.map((piece) => trimmed(unmask(piece, masked))).filter((piece) => piece !== '')
  return entries.map((entry) => (isEmptyMark(withoutBlanks(entry)) ? '' : entry))
}

/** A bracketed aside is put away as one private sign, so that splitting does not see into it. */
const mask =
  (kept: string[]) =>
  (aside: string): string => {
    if (/^[(（]\d{1,2}[)）]$/.test(aside) || kept.length >= closeMask - openMask) return aside
    return String.fromCharCode(openMask + kept.push(aside) - 1)
  }

const unmask = (text: string, kept: readonly string[]): string =>
  kept.length === 0 ? text : text.replace(/[\ue000-\ue7ff]/g, (sign) => kept[sign.charCodeAt(0) - openMask] ?? sign)

/** Entries after 1. 2. 3., when the numbers really count up from one. */
function numbered(text: string): string[] | undefined {
  if (!/^[\d(（①]/.test(text)) return undefined
  const marks = [...text.matchAll(number)]
  if (marks.length === 0 || marks[0]?.index !== 0) return undefined
  const countsUp = marks.every((mark, index) => numberOf(mark[0]) === index + 1)
  if (!countsUp) return undefined
  return marks.map((mark, index) => {
    const piece = text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length)
    return piece.replace(/[\s、;；,，|]+$/, '')
  })
}

const numberOf = (mark: string): number => {
  const digits = /\d+/.exec(mark)?.[0]
  return digits === undefined ? mark.charCodeAt(0) - 0x245f : Number(digits)
}

const han = '[\\u3400-\\u9fff\\u{20000}-\\u{323af}]'
const personForm = new RegExp(`^${han}{2,4}$`, 'u')
const placeEnding = /[省市县区州旗镇乡村街道]$/
const organisationForm = /^.{4,}(?:公司|银行|支行|合作社|厂|店|中心|委员会|合伙)(?:[(（].*[)）])?$/
const compoundSurnames = new Set(
  '欧阳 上官 司马 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 端木 百里 南宫 西门'.split(' '),
)

/**
 * Names separated by nothing but blanks: 甲乙 丙丁, yet 甲 乙 is one name drawn wide and 虚岭县 某某公司 one organisation.
 * `expected` is how many identifiers stand beside the names; when it fits, no further proof is asked.
 */
export function splitByBlanks(entry: string, expected?: number): string[] {
  const pieces = entry.split(/\s+/).filter((piece) => piece !== '')
  if (pieces.length < 2) return [entry]
  if (pieces.length === expected) return pieces
  const persons = pieces.every((piece) => personForm.test(piece) && !placeEnding.test(piece))
  const drawnWide = pieces.length === 2 && compoundSurnames.has(pieces[0] ?? '')
  return (persons && !drawnWide) || pieces.every((piece) => organisationForm.test(piece)) ? pieces : [entry]
}

const plainName = /^[\u4e00-\u9fff]+$/
/** A name as it is registered: no blanks but between Latin words, round brackets full width, one kind of middle dot. */
export function cleanName(text: string): string {
  if (plainName.test(text)) return text
  const plain = text.normalize('NFKC')
  const unspaced = /[A-Za-z]\s+[A-Za-z]/.test(plain)
    ? plain.replace(/\s+/g, ' ').replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '')
    : withoutBlanks(plain)
  return unspaced.replace(/[(),:]/g, (sign) => chineseSigns[sign] ?? sign).replace(/[•‧∙・･]/g, '·')
}

/** Punctuation that width folding turned into its ASCII twin goes back to what names are registered with. */
const chineseSigns: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：' }

const remarkable = /[等某无空暂没不未待]/
/** One name of Chinese characters and nothing to remark: most cells are, and need no taking apart. */
export const isPlainName = (text: string): boolean => plainName.test(text) && !remarkable.test(text)

export type NameEntry = { readonly name: string; readonly etAl: boolean; readonly masked: boolean }

const etAlForm =
  /^(.{2,}?)等(?:共?(?:\d+|[一二三四五六七八九十百两]+))?(?:多|余)?(?:人|名|户|家|位|个)?(?:被告|债务人|申请人|当事人|被执行人|申请执行人)?$/u
const maskedForm = /某|[*＊×╳○●□]|^.[Xx]{1,2}$/u

/** Some cells say whose name follows: 被执行人：汀安. */
const role =
  /^(?:申请执行人|被执行人|被申请执行人|申请人|被申请人|债权人|债务人|权利人|义务人|异议人|担保人|连带责任人)[:：]/

export function readName(text: string): NameEntry {
  const name = cleanName(text).replace(role, '')
  const etAl = name.includes('等') ? etAlForm.exec(name) : null
  return { name: etAl?.[1] ?? name, etAl: etAl !== null, masked: maskedForm.test(name) }
}
