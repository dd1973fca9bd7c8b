/** What stands above the head of a statement: whose account, from when to when, what it held. */
export type Preamble = {
  readonly bank: string | null
  readonly accountNumber: string | null
  readonly title: string | null
  readonly currency: string | null
  readonly openingText: string | null
}

const banks: readonly (readonly [string, RegExp])[] = [
  ['中国工商银行', /工商银行|\bICBC\b|工行/i],
  ['中国农业银行', /农业银行|\bABC\b|农行/i],
  ['中国建设银行', /建设银行|\bCCB\b|建行/i],
  ['交通银行', /交通银行|\bBOCOM\b|\bBCM\b|交行/i],
  ['招商银行', /招商银行|\bCMB\b|招行/i],
  ['中国银行', /中国银行|\bBOC\b|中行/i],
  ['中国邮政储蓄银行', /邮政储蓄|邮储|\bPSBC\b/i],
  ['农村商业银行', /农村商业银行|农商|信用社/],
]

/** 账号: 2306****0018 · 卡号 … · 查询账号[ Inquirer account number ] … */
const account =
  /(?:账号|帐号|卡号|账户号码|account ?(?:no|number))[^\d*xX:：]{0,30}[:：]?\s*["']?((?:[\d*xX][\d*xX -]{4,40}[\d*xX]))/i
const owner =
  /(?:户名|账户名称|帐户名称|账号名称|单位名称|客户名称|account ?name)\s*(?:\[[^\]]*\])?\s*[:：]?\s*["']?([^\s,，"'：:]{2,60})/i
const opening = /(?:期初余额|上期余额|承前余额|昨日余额|起始余额)[^\d+-]{0,12}([+-]?[\d,]+(?:\.\d+)?)/
const money = /(?:币种|币别|货币)\s*[:：]?\s*["']?([^\s,，"']{2,8})/

export function preambleOf(rows: readonly (readonly string[])[], fileName: string): Preamble {
  const text = rows
    .map((cells) => cells.filter((cell) => cell !== '').join('  '))
    .join('\n')
    .normalize('NFKC')
  const around = `${text}\n${fileName}`
  return {
    bank: banks.find(([, form]) => form.test(around))?.[0] ?? null,
    accountNumber: account.exec(text)?.[1]?.replaceAll(/[\s-]/g, '') ?? null,
    title: ownerIn(rows) ?? owner.exec(text)?.[1] ?? null,
    currency: money.exec(text)?.[1] ?? null,
    openingText: opening.exec(text)?.[1] ?? null,
  }
}

/** A name may hold brackets and colons of its own: the cell as it is written goes before the text at large. */
function ownerIn(rows: readonly (readonly string[])[]): string | null {
  for (const cell of rows.flat()) {
    const found = /^\s*(?:户名|账户名称|帐户名称|账号名称|单位名称|客户名称)\s*[:：]\s*(\S.*?)\s*$/.exec(cell)
    if (found?.[1]) return found[1]
  }
  return null
}
