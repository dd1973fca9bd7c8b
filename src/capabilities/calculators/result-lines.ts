import { formatYuan } from '#kernel/values/money.ts'
import type { Json } from '#law/calc.ts'
import { choiceLabel, fieldLabel } from '#law/calculators/labels.ts'
import { terminationReasons, terminationReasonText } from '#law/termination-gate.ts'

/** What stands beside a value of a result. */
const titles: Readonly<Record<string, string>> = {
  feeFen: '费用',
  minFen: '最低',
  maxFen: '最高',
  error: '没有算出',
  interestFen: '利息',
  costsFen: '费用',
  ordinaryInterestFen: '一般债务利息',
  principalFen: '本金',
  otherDebtFen: '其他债务',
  doubledInterestFen: '加倍部分债务利息',
  totalOwedFen: '尚欠合计',
  surplusFen: '剩余',
  nominalEnd: '届满日（未顺延）',
  end: '届满日',
  provisional: '暂定（节假日通知未公布）',
  date: '最迟日期',
  officeDate: '最迟办公日',
  applyBy: '最迟申请日',
  officeBy: '最迟办理日',
  status: '状态',
  daysLeft: '剩余天数',
  level: '预警',
  deductedDays: '扣除天数',
  deadline: '最迟发放日',
  deferred: '延缓中',
  ok: '符合',
  reasons: '不符之处',
  release: '解除时间',
  latestEnd: '最迟结束',
  pass: '可以终本',
  dates: '查询日',
  mayList: '可以纳入',
  termMonths: '期限（月）',
  mustDelete: '应当删除',
  deleteBy: '最迟删除日',
  mayDeleteEarly: '可以提前删除',
  reason: '理由',
  legacy: '旧式案号',
  canonical: '规范写法',
  text: '结果',
  check: '校验码',
  valid: '有效',
  normalized: '规范写法',
  birth: '出生日期',
  sex: '性别',
  orgCodeOk: '组织机构代码校验',
  paid: '分得',
  expired: '已过时效',
  minStartFen: '起拍价不低于',
  latestNotice: '最迟公告日',
  bountyFen: '悬赏金',
  netToApplicantFen: '申请执行人实得',
  deemedOn: '视为送达日',
}
const words: Readonly<Record<string, string>> = { male: '男', female: '女', active: '有效', expired: '已届满' }

export type Line = { readonly title: string; readonly value: string }

/** A result line by line in Chinese: money in yuan, yes and no in words, a list on one line. */
export function resultLines(calculator: string, value: Json): readonly Line[] {
  if (!isObject(value)) return [{ title: '结果', value: written('', value) }]
  return Object.entries(value).flatMap(([key, item]) => linesOf(calculator, key, item))
}

function linesOf(calculator: string, key: string, item: Json): readonly Line[] {
  const title = titles[key] ?? fieldLabel(calculator, key).zh.replace(/（分.*）/, '')
  if (!isObject(item)) return [{ title, value: written(key, item) }]
  return Object.entries(item).map(([part, inner]) => ({
    title: `${title} ${part}`,
    value: typeof inner === 'number' || typeof inner === 'bigint' ? yuan(inner) : written(part, inner),
  }))
}

function written(key: string, item: Json): string {
  if (item === null) return '—'
  if (typeof item === 'boolean') return item ? '是' : '否'
  if (key.endsWith('Fen') && (typeof item === 'number' || typeof item === 'bigint')) return yuan(item)
  if (typeof item === 'string') return wordOf(key, item)
  if (Array.isArray(item)) return item.length === 0 ? '无' : item.map((one: Json) => written(key, one)).join('、')
  return String(item)
}

const yuan = (fen: number | bigint): string => `${formatYuan(BigInt(fen))} 元`

function wordOf(key: string, word: string): string {
  const reason = terminationReasons.find((known) => known === word)
  if (reason) return terminationReasonText(reason)
  return words[word] ?? choiceLabel(key, word).zh
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
