import { type Label, label } from '#kernel/values/labels.ts'
import type { CalculatorName } from '#law/calc.ts'
import { choiceLabel, fieldLabel } from '#law/calculators/labels.ts'

/** What stands beside a control. Money is typed in yuan and rates in per cent, so the units of the wire are left out. */
export function fieldTitle(name: CalculatorName, field: string): Label {
  const { zh, en } = own[`${name}.${field}`] ?? fieldLabel(name, field)
  return label(
    zh.replace('（分）', '').replace('（分，', '（').replace('（百万分之几）', ''),
    en.replace(' (fen)', '').replace(' (ppm)', ''),
  )
}

const own: Readonly<Record<string, Label>> = {
  'distribute.id': label('名称', 'Name'),
  'formatCaseNumber.court': label('法院代字', 'Court code'),
}

const choices: Readonly<Record<string, Label>> = {
  'round.1': label('一拍', 'first'),
  'round.2': label('二拍', 'second'),
  'round.3': label('三拍', 'third'),
  'grounds.1': label('1 有能力而拒不履行', '1 able and refusing'),
  'grounds.2': label('2 伪造证据、暴力、威胁', '2 forgery, violence, threat'),
  'grounds.3': label('3 虚假诉讼、隐匿转移财产', '3 sham suit, hiding property'),
  'grounds.4': label('4 违反财产报告制度', '4 breach of the report duty'),
  'grounds.5': label('5 违反限制消费令', '5 breach of the restriction'),
  'grounds.6': label('6 无故不履行和解协议', '6 settlement not performed'),
}

export const choiceTitle = (field: string, choice: string | number): Label =>
  choices[`${field}.${choice}`] ?? choiceLabel(field, String(choice))

/** A sentence of the law about an input, with the titles of its fields in place of their names. */
export const inWords = (name: CalculatorName, detail: string): string =>
  detail
    .replaceAll(/[a-z][A-Za-z0-9-]+/g, (word) => {
      const title = fieldTitle(name, word).zh
      return title === word ? choiceTitle('', word).zh : title
    })
    .replaceAll(/([一-鿿）]) (?=[一-鿿（])/g, '$1')
