import type { Column } from '../layout.ts'
import { cellText } from '../raw.ts'
import { readCaseNumberCell } from './case-number.ts'
import type { Cleaner, Sink } from './cleaning.ts'
import { compact, emptied, emptyValue, isEmptyMark, quoted, trimmed, withoutBlanks } from './cleaning.ts'
import { cleanName } from './list.ts'

/** Every way of writing a word of the table, with the word it stands for. */
export function wordsOf(codes: NonNullable<Column['codes']>): ReadonlyMap<string, string> {
  const canonical = new Map<string, string>()
  for (const [code, synonyms] of Object.entries(codes)) {
    for (const word of [code, ...synonyms]) canonical.set(compact(word).toLowerCase(), code)
  }
  return canonical
}

export function codeCleaner({ title, codes = {}, unknown }: Column): Cleaner {
  const canonical = wordsOf(codes)
  const known = Object.keys(codes)
    .filter((code) => code !== '')
    .join('、')
  return (cell, sink) => {
    const text = cellText(cell)
    const word = compact(text).toLowerCase()
    const code = canonical.get(word) ?? canonical.get(word.replace(/\([^)]*\)/g, ''))
    if (code !== undefined) {
      if (code !== text) sink.repair('synonym')
      return code === '' ? null : code
    }
    if (isEmptyMark(trimmed(text))) return emptied(text, sink, null)
    if (word === '') return null
    if (unknown === undefined) return keptText(text, sink)
    sink.problem(unknown, `${title}${quoted(text)}不是已知的写法；请改为其中之一：${known}。`)
    return null
  }
}

const yes = /^(?:是|有|√|✓|✔|☑|●|Y|YES|TRUE|1|已.*|是[,，(（].*)$/i
const no = /^(?:否|无|没有|×|✗|✘|X|☐|□|N|NO|FALSE|0|未.*|不是|[/\\\-—]+)$/i

export const yesNoCleaner =
  (column: Column): Cleaner =>
  (cell, sink) => {
    if (typeof cell === 'boolean') return cell
    const text = cellText(cell)
    const word = compact(text)
    if (word === '') return emptyValue(column)
    const value = yes.test(word) ? true : no.test(word) ? false : null
    if (value === null) {
      sink.problem('W_YES_NO', `${column.title}${quoted(text)}看不出是或否，按未填处理。`, 'warning')
    } else if (text !== (value ? '是' : '否')) sink.repair('yes-no-form')
    return value
  }

export const textCleaner =
  ({ names, prose, documentNumber }: Column): Cleaner =>
  (cell, sink) => {
    const text = cellText(cell)
    const outer = trimmed(text)
    if (outer === '' || isEmptyMark(outer)) return emptied(text, sink, null)
    if (prose === true) return keptText(text, sink)
    const plain = names === true ? cleanName(withoutPost(outer)) : plainText(outer)
    const value = documentNumber === true ? documentNumberIn(plain) : plain
    if (value !== text) sink.repair(withoutBlanks(text) === withoutBlanks(value) ? 'blanks' : 'width')
    return value
  }

/** 陈某（员额法官） and 陈某 法官 are the person 陈某; the post is in the roll of staff. */
const post = /[(（][^()（）]*[)）]$|(?<=^\S{2,4}\s*)(?:员额法官|法官助理|法官|执行员|审判员|书记员|副?庭长|副?局长)$/
const withoutPost = (text: string): string => text.replace(post, '').replace(/\s+$/, '') || text

const wideSign = /[０-９Ａ-Ｚａ-ｚ]/g
const blanksInChinese =
  /(?<=[\u3400-\u9fff，。、；：（）〔〕])\s+(?=[\u3400-\u9fff，。、；：（）〔〕\d])|(?<=\d)\s+(?=[\u3400-\u9fff])/g

/** A word or title: digits and letters in half width, no blanks where Chinese has none. */
const plainText = (text: string): string =>
  text.replace(wideSign, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(blanksInChinese, '')

function documentNumberIn(text: string): string {
  const found = readCaseNumberCell(text)
  return found.kind === 'read' && !found.paperDropped ? found.canonical : text
}

function keptText(text: string, sink: Sink): string {
  const kept = trimmed(text)
  if (kept !== text) sink.repair('blanks')
  return kept
}
