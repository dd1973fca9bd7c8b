import { parseCaseNumber } from '#law/case-number.ts'
import { compact, isEmptyMark, trimmed } from './cleaning.ts'

export type CaseNumberCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'read'
      readonly canonical: string
      readonly court: string | null
      readonly type: string
      readonly year: number
      readonly paperDropped: boolean
    }

const unreadable: CaseNumberCell = { kind: 'unreadable' }
const empty: CaseNumberCell = { kind: 'empty' }

const canonicalForm = /^（\d{4}）(?:最高法|[\u4e00-\u9fff](?:\d{2}|\d{4})?)[\u4e00-\u9fff]{1,4}[1-9]\d*号$/
/** Brackets may be missing or of any kind, 年 and 字第 may stand in, 号 may be missing, the year may have two digits. */
const looseForm =
  /^(\d{4}|\d{2})年?((?:最高法|[\u4e00-\u9fff](?:\d{4}|\d{2})?)[\u4e00-\u9fff]{1,4}?)(字?第?|字?第?号)(\d+)号?(之.{1,3})?$/
const oldForm = /^(\d{4})年?([\u4e00-\u9fff]{1,8})字第?(\d+(?:-\d+)?)号?$/
const brackets = /[()〔〕[\]【】〈〉<>{}（）「」『』﹝﹞]/g

/**
 * A case number as clerks write it. Laxer than the law's own reader, which a case number must satisfy in the end:
 * brackets, 号 and blanks are repaired, nothing that carries meaning is guessed.
 */
export function readCaseNumberCell(text: string): CaseNumberCell {
  const outer = trimmed(text)
  if (outer === '' || isEmptyMark(outer)) return empty
  if (canonicalForm.test(text) && !text.includes('字第')) return parsed(text)
  const bare = compact(outer)
    .replace(brackets, '')
    .replace(/^案号[::]?/, '')
    .replaceAll('號', '号')
    .replaceAll('執', '执')
  const loose = looseForm.exec(bare)
  if (loose) {
    const [, year = '', court = '', , number = ''] = loose
    const modern = parsed(`（${year.length === 2 ? `20${year}` : year}）${court}${number}号`, loose[5] !== undefined)
    if (modern.kind === 'read') return modern
  }
  const old = oldForm.exec(bare)
  return old ? parsed(`（${old[1] ?? ''}）${old[2] ?? ''}字第${old[3] ?? ''}号`) : unreadable
}

function parsed(text: string, paperDropped = false): CaseNumberCell {
  const found = parseCaseNumber(text)
  if (!found.ok) return unreadable
  const { canonical, court, type, year } = found
  return { kind: 'read', canonical, court, type, year, paperDropped }
}
