import { type Label, label } from '#kernel/values/labels.ts'
import type { CalculatorName } from '#law/calc.ts'

/** What each part of an answer is called. */
const titles: Readonly<Record<string, Label>> = {
  feeFen: label('应交', 'Payable'),
  minFen: label('最低', 'Least'),
  maxFen: label('最高', 'Most'),
  days: label('计息天数', 'Days counted'),
  interestFen: label('利息', 'Interest'),
  costsFen: label('尚欠费用', 'Costs owed'),
  ordinaryInterestFen: label('尚欠一般债务利息', 'Ordinary interest owed'),
  principalFen: label('尚欠本金', 'Principal owed'),
  otherDebtFen: label('尚欠其他债务', 'Other debt owed'),
  doubledInterestFen: label('尚欠加倍部分债务利息', 'Doubled part owed'),
  totalOwedFen: label('尚欠合计', 'Owed in all'),
  surplusFen: label('余款', 'Surplus'),
  paid: label('各债权受偿', 'Paid on each claim'),
  text: label('结果', 'Result'),
  nominalEnd: label('顺延、扣除以前', 'Before moving or deducting'),
  end: label('届满', 'Ends'),
  date: label('最迟', 'At the latest'),
  officeDate: label('最迟的工作日', 'Latest working day'),
  expiry: label('届满', 'Expires'),
  applyBy: label('申请续行最迟', 'Apply to renew by'),
  officeBy: label('办理续行最迟', 'Renew by'),
  status: label('状态', 'State'),
  daysLeft: label('还有', 'Left'),
  level: label('预警档', 'Warning step'),
  deductedDays: label('扣除', 'Deducted'),
  deadline: label('发放期限', 'Pay out by'),
  deferred: label('延缓', 'Deferral'),
  dates: label('查询日', 'Look-ups'),
  expired: label('时效', 'Limitation'),
  deemedOn: label('视为送达', 'Deemed served'),
  ok: label('结论', 'Finding'),
  pass: label('结论', 'Finding'),
  release: label('释放', 'Release'),
  latestEnd: label('询问最迟结束', 'Questioning ends by'),
  creditDays: label('折抵刑期', 'Credited'),
  mayList: label('结论', 'Finding'),
  termMonths: label('纳入期限', 'Term'),
  termEnd: label('期限届满', 'Term ends'),
  mustDelete: label('结论', 'Finding'),
  deleteBy: label('删除最迟', 'Delete by'),
  mayDeleteEarly: label('提前删除', 'Early deletion'),
  reason: label('事由', 'Reason'),
  minStartFen: label('起拍价不得低于', 'Start price at least'),
  latestNotice: label('公告最迟', 'Notice by'),
  bountyFen: label('悬赏金', 'Bounty'),
  netToApplicantFen: label('申请执行人实得', 'Left to the applicant'),
  legacy: label('格式', 'Form'),
  year: label('年', 'Year'),
  court: label('法院代字', 'Court code'),
  type: label('类型代字', 'Type code'),
  number: label('编号', 'Number'),
  suffix: label('之几', 'Paper'),
  canonical: label('标准写法', 'Written properly'),
  check: label('校验码', 'Check sign'),
  valid: label('结论', 'Finding'),
  normalized: label('规范写法', 'Written properly'),
  birth: label('出生日期', 'Born'),
  sex: label('性别', 'Sex'),
  orgCodeOk: label('组织机构代码部分', 'Organisation code'),
}

export const outputTitle = (key: string): Label => titles[key] ?? label(key, key)

/** Said elsewhere on the page: reasons in the derivation, the provisional mark beside the value. */
export const saidElsewhere: ReadonlySet<string> = new Set(['reasons', 'provisional'])

/** What is printed large where it is not the first part of the answer. */
const large: Readonly<Partial<Record<CalculatorName, readonly string[]>>> = {
  enforcementFee: ['feeFen', 'minFen', 'maxFen'],
  doubledInterest: ['interestFen'],
  settleRepayments: ['totalOwedFen'],
  distribute: ['paid'],
  periodEnd: ['end'],
  caseTimeLimit: ['end'],
  latestDateBefore: ['officeDate'],
  depositRange: ['minFen', 'maxFen'],
  parseCaseNumber: ['canonical', 'ok'],
}

export function isLarge(name: CalculatorName, key: string, isFirst: boolean): boolean {
  return large[name]?.includes(key) ?? isFirst
}

type Verdict = { readonly yes: Label; readonly no: Label }
const verdict = (yes: Label, no: Label): Verdict => ({ yes, no })

const verdicts: Readonly<Record<string, Verdict>> = {
  ok: verdict(label('符合条件', 'Allowed'), label('不符合条件', 'Not allowed')),
  'parseCaseNumber.ok': verdict(label('可以识别', 'A case number'), label('不是案号', 'Not a case number')),
  pass: verdict(label('终本条件具备', 'The round may be ended'), label('终本条件不具备', 'It may not be ended')),
  mayList: verdict(label('可以纳入', 'May be listed'), label('不得纳入', 'May not be listed')),
  mustDelete: verdict(label('应当删除', 'Must be deleted'), label('没有删除事由', 'No ground to delete')),
  mayDeleteEarly: verdict(label('可以', 'allowed'), label('不适用', 'not applicable')),
  valid: verdict(label('校验通过', 'Valid'), label('校验不通过', 'Not valid')),
  expired: verdict(label('已过', 'run out'), label('未过', 'running')),
  deferred: verdict(label('延缓中', 'deferred'), label('没有', 'none')),
  legacy: verdict(label('2015年及以前', 'to 2015'), label('2016年起', 'since 2016')),
  orgCodeOk: verdict(label('校验通过', 'valid'), label('校验不通过', 'not valid')),
}

export function verdictText(name: CalculatorName, key: string, value: boolean): Label {
  const { yes, no } = verdicts[`${name}.${key}`] ?? verdicts[key] ?? verdict(label('是', 'yes'), label('否', 'no'))
  return value ? yes : no
}

/** A large "no" is the colour of a refusal; other answers have none. */
export const isFinding = (key: string): boolean => ['ok', 'pass', 'mayList', 'valid'].includes(key)

const words: Readonly<Record<string, Label>> = {
  'status.active': label('在期限内', 'in force'),
  'status.warn': label('将届满', 'near its end'),
  'status.last-day': label('今天是最后一日', 'its last day'),
  'status.lapsed': label('已届满失效', 'lapsed'),
  'status.waiting': label('轮候，尚未生效', 'waiting'),
  'sex.male': label('男', 'male'),
  'sex.female': label('女', 'female'),
  'reason.term-expired': label('纳入期限届满', 'term over'),
  'reason.FORMAT': label('写法不对', 'not in the form'),
  'reason.ZERO_NUMBER': label('编号不能是零', 'the number is nought'),
  'reason.YEAR_FORMAT_MISMATCH': label('年份与格式不符：2016年起用新格式', 'year and form do not agree'),
  'reason.LENGTH': label('位数不对', 'wrong length'),
  'reason.CHARSET': label('有不该有的字符', 'a sign that may not stand there'),
  'reason.DATE': label('出生日期不存在', 'no such day of birth'),
  'reason.CHECK': label('校验位不符，请对照原件', 'the check sign does not agree'),
}
export const outputWord = (key: string, word: string): Label | undefined => words[`${key}.${word}`]

const units: Readonly<Record<string, Label>> = {
  days: label('天', 'days'),
  daysLeft: label('日', 'days'),
  level: label('日', 'days'),
  deductedDays: label('天', 'days'),
  creditDays: label('日', 'days'),
  termMonths: label('个月', 'months'),
}
export const outputUnit = (key: string): Label | undefined => units[key]
