import { label, type Label } from '#kernel/values/labels.ts'
import type { Rank } from './draft-plan.ts'

export const rankLabels: Readonly<Record<Rank, Label>> = {
  cost: label('费用', 'Cost'),
  fee: label('执行费', 'Fee'),
  first: label('优先第1顺位', 'Priority 1'),
  second: label('优先第2顺位', 'Priority 2'),
  third: label('优先第3顺位', 'Priority 3'),
  ordinary: label('普通债权', 'Ordinary'),
}
export const methodLabels = {
  proportional: label('按债权比例', 'By share'),
  sequence: label('按查封先后', 'In order of seizure'),
} as const

export const standingLabels = {
  serving: label('送达中', 'Being served'),
  open: label('异议期内', 'Time to object'),
  disputed: label('有异议', 'Disputed'),
  standing: label('可以发放', 'Payable'),
  'to-revise': label('待修正', 'To be revised'),
  revised: label('已被替换', 'Replaced'),
  withdrawn: label('已撤回', 'Withdrawn'),
} as const

/** The next step of an objection by where it stands, and what it is called. */
export const stepLabels = {
  told: label('已通知其他债权人和被执行人', 'Others were told'),
  opposed: label('有人反对', 'Somebody opposed'),
  'objector-told': label('已通知异议人有人反对', 'Objector was told'),
  sued: label('已提起分配方案异议之诉', 'Objector sued'),
  decided: label('诉讼已有结果', 'Suit decided'),
  withdrawn: label('撤回异议', 'Objection withdrawn'),
} as const
export type Step = keyof typeof stepLabels
export const steps = [
  'told',
  'opposed',
  'objector-told',
  'sued',
  'decided',
  'withdrawn',
] as const satisfies readonly Step[]
export const stepAfter: Readonly<Record<string, Step>> = {
  'to-tell': 'told',
  opposing: 'opposed',
  'to-tell-objector': 'objector-told',
  suing: 'sued',
  'in-suit': 'decided',
}

export const planLabels = {
  plan: label('分配方案', 'Distribution plan'),
  plans: label('分配方案', 'Distribution plans'),
  number: label('方案编号', 'Number'),
  debtor: label('被执行人', 'Debtor'),
  fund: label('分配款', 'Fund'),
  fundYuan: label('分配款(元)', 'Fund (yuan)'),
  surplus: label('余额', 'Surplus'),
  drawnOn: label('制作', 'Drawn on'),
  state: label('状态', 'State'),
  window: label('异议期至', 'Objections until'),
  shares: label('分配明细', 'Shares'),
  rank: label('顺位', 'Rank'),
  creditor: label('债权人', 'Creditor'),
  basis: label('依据', 'Basis'),
  ownCase: label('案号', 'Case'),
  claim: label('债权(元)', 'Claim (yuan)'),
  cap: label('优先受偿限额(元)', 'Secured up to (yuan)'),
  awarded: label('分得(元)', 'Share (yuan)'),
  disputed: label('争议(元)', 'Disputed (yuan)'),
  proposed: label('已申请(元)', 'Asked for (yuan)'),
  payable: label('可发放(元)', 'Payable (yuan)'),
  act: label('办理', 'Act'),
  pay: label('申请发放', 'Propose'),
  takeFee: label('结转执行费', 'Take the fee'),
  toDebtor: label('退还被执行人', 'Back to the debtor'),
  workings: label('计算过程', 'Workings'),
  law: label('法律依据', 'Law'),
  services: label('送达', 'Service'),
  person: label('受送达人', 'Person'),
  role: label('身份', 'Role'),
  servedOn: label('送达日期', 'Served on'),
  isDebtor: label('被执行人', 'Debtor'),
  isCreditor: label('债权人', 'Creditor'),
  serve: label('登记送达', 'Record service'),
  objections: label('异议', 'Objections'),
  objector: label('异议人', 'Objector'),
  raisedOn: label('提出日期', 'Raised on'),
  reason: label('理由', 'Reason'),
  nextBy: label('至', 'Until'),
  object: label('登记异议', 'Record an objection'),
  advance: label('登记进展', 'Record its course'),
  withdraw: label('撤回方案', 'Withdraw'),
  draw: label('制作方案', 'Draw a plan'),
  redraw: label('另作方案', 'Draw another'),
  pdf: label('方案 PDF', 'PDF'),
  docx: label('方案 Word', 'Word'),
  print: label('打印', 'Print'),
  money: label('案件案款', 'Money of the case'),
  none: label('本案还没有分配方案', 'No plan yet'),
  noneNext: label(
    '同一被执行人有多个债权人、款项不够时，先作方案再发放。',
    'With several creditors a plan comes first.',
  ),
  noneHere: label('没有分配方案', 'No plans'),
  earlier: label('先前的方案', 'Earlier plans'),
  served: label('已送达', 'Served'),
  askedFor: label('已申请发放(元)', 'Asked for (yuan)'),
  openObjections: label('未结异议', 'Open objections'),
  lastServed: label('最后送达', 'Last served'),
  unit: label('份', ' plans'),
  current: label('现行', 'Standing'),
  over: label('已替换或撤回', 'Over'),
  all: label('全部', 'All'),
} as const
