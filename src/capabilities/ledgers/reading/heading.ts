import type { MoneyUnit } from './clean/money.ts'

const signs = /[\s\u200b\ufeff*＊#:：,，、.。·/\\|_—–\-"'“”‘’（）()[\]【】〔〕《》<>]+/g
const aside = /[（(【[〔][^（()）】\]〕]*[)）】\]〕]/g
const numbering = /^\s*(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）])\s*/

/** A heading as it is compared: one way of writing every sign, no blanks, no punctuation, no running number. */
export const normalHeading = (text: string): string =>
  text.normalize('NFKC').replace(numbering, '').replace(signs, '').toLowerCase()

/** Every ledger's names are asked for with every heading of every sheet. */
const knownForms = new Map<string, readonly string[]>()
const knownAtMost = 5_000

/** The ways a heading may be meant: whole, and without what stands in brackets. */
export function headingForms(text: string): readonly string[] {
  const known = knownForms.get(text)
  if (known) return known
  if (knownForms.size >= knownAtMost) knownForms.clear()
  const forms = formsOf(text)
  knownForms.set(text, forms)
  return forms
}

function formsOf(text: string): readonly string[] {
  const whole = normalHeading(text)
  const bare = normalHeading(text.normalize('NFKC').replace(aside, ''))
  return bare === whole || bare === '' ? [whole] : [whole, bare]
}

/** The unit that a heading or a line above the head names: 金额（万元）, 单位：元. */
export function unitIn(text: string): MoneyUnit | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  if (/(?:[(（/:：【[]|单位为?|人民币)万元/.test(plain)) return 'ten-thousand-yuan'
  return /(?:[(（/:：【[]|单位为?|人民币)元/.test(plain) ? 'yuan' : undefined
}

/**
 * How alike two normal headings are, 0 to 1. In Chinese the last words say what a thing is, the first ones which:
 * 案件立案日期 is a 立案日期, 立案日期备注 is not.
 */
export function likeness(heading: string, name: string): number {
  if (heading === name) return 1
  if (heading.length < 2 || name.length < 2) return 0
  const [longer, shorter] = heading.length > name.length ? [heading, name] : [name, heading]
  if (longer.endsWith(shorter)) return 0.6 + 0.35 * (shorter.length / longer.length)
  return 0.9 * commonPairs(heading, name)
}

/** Two signs that follow each other as one number. */
const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1)

/** Headings are a few signs long: looking for each pair in a list costs less than a table of them. */
function commonPairs(a: string, b: string): number {
  const left: number[] = []
  for (let i = 0; i + 1 < a.length; i++) left.push(pairAt(a, i))
  let common = 0
  for (let i = 0; i + 1 < b.length; i++) {
    const at = left.indexOf(pairAt(b, i))
    if (at === -1) continue
    common++
    left[at] = -1
  }
  return (2 * common) / (a.length + b.length - 2)
}
