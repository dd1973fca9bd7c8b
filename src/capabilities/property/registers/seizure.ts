import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { asset, assetKind, caseNumber, certificate, person } from './fields.ts'

/** 查封、扣押、冻结: from, until, in which rank, through which registry. It dies by itself at its end, rank and all. */
export const seizure = {
  room: 'property',
  name: 'seizure',
  plural: 'seizures',
  title: label('查封扣押冻结', 'Seizure'),
  unit: label('项', 'seizures'),
  about: 'debtor',
  hints: ['查封', '扣押', '冻结', '查扣冻', '控制财产'],
  key: ['caseNumber', 'person', 'asset', 'startsOn'],
  day: 'startsOn',
  told: 'assetKind',
  // What was preserved before the case was filed has become its seizure.
  mayPrecedeFiling: true,
  fields: {
    caseNumber,
    person,
    certificate,
    assetKind,
    asset,
    measure: {
      kind: 'choice',
      title: label('控制措施', 'Measure'),
      required: true,
      synonyms: ['查控措施', '措施种类', '执行措施', '查封方式', '控制方式', '措施类型'],
      codes: { 查封: ['活封', '死封', '档案查封'], 扣押: ['查扣', '扣留'], 冻结: ['网络冻结', '司法冻结'] },
    },
    ruling: {
      kind: 'text',
      title: label('裁定文号', 'Ruling'),
      synonyms: ['裁定书文号', '裁定书号', '查封裁定号', '执行裁定文号'],
      aside: true,
    },
    amount: {
      kind: 'fen',
      title: label('控制金额', 'Amount'),
      synonyms: ['冻结金额', '查封价值', '查封金额', '控制价值', '实际控制金额'],
    },
    rank: {
      kind: 'choice',
      title: label('查封顺位', 'Rank'),
      synonyms: ['首封轮候', '首封或轮候', '查封顺序', '顺位', '是否轮候', '查封状态'],
      codes: { 首封: ['首先查封', '首冻', '首次', '正式查封'], 轮候: ['轮候查封', '轮候冻结', '候封'] },
    },
    place: {
      kind: 'integer',
      title: label('轮候位次', 'Place in the queue'),
      synonyms: ['轮候顺序', '轮候次序', '第几轮候'],
      aside: true,
    },
    authority: {
      kind: 'text',
      title: label('协助机关', 'Registry'),
      synonyms: ['协助单位', '登记机关', '协助执行单位', '登记部门', '开户行', '协助执行机关'],
    },
    startsOn: {
      kind: 'day',
      title: label('查封起始日期', 'From'),
      required: true,
      synonyms: [
        '查封日期',
        '冻结日期',
        '扣押日期',
        '起封日期',
        '控制日期',
        '冻结起始日期',
        '查封起始日',
        '措施起始日期',
      ],
    },
    endsOn: {
      kind: 'day',
      title: label('查封届满日期', 'Until'),
      ahead: true,
      synonyms: ['查封到期日', '查封到期日期', '冻结到期日', '届满日期', '到期日期', '查封截止日期', '措施届满日期'],
    },
    renewedOn: {
      kind: 'day',
      title: label('续行日期', 'Renewed on'),
      synonyms: ['续封日期', '续冻日期', '续查封日期', '续行查封日期'],
    },
    tookEffectOn: {
      kind: 'day',
      title: label('轮候生效日期', 'Took effect on'),
      synonyms: ['轮候转正式日期', '转首封日期', '轮候转首封日期'],
      aside: true,
    },
    releasedOn: {
      kind: 'day',
      title: label('解除日期', 'Released on'),
      synonyms: ['解封日期', '解冻日期', '解除查封日期', '解除控制日期'],
    },
    releaseReason: {
      kind: 'choice',
      title: label('解除原因', 'Why released'),
      synonyms: ['解除理由', '解封原因', '解冻原因'],
      codes: {
        履行完毕: ['已履行', '全部履行'],
        已经处置: ['拍卖成交', '扣划', '处置完毕', '已扣划'],
        申请人申请: ['申请执行人申请', '申请人同意'],
        超标的: ['超标的查封', '明显超标的'],
        异议成立: ['案外人异议成立', '支持异议'],
        终结执行: ['裁定终结执行', '终结'],
        提供担保: ['担保'],
        其他: ['其他原因'],
      },
    },
  },
  steps: [
    {
      act: 'renew',
      done: 'renewed',
      title: label('续行查封', 'Renew'),
      day: 'renewedOn',
      fields: ['renewedOn', 'endsOn'],
      again: true,
    },
    {
      act: 'take-effect',
      done: 'took-effect',
      title: label('轮候生效', 'A waiting seizure takes effect'),
      day: 'tookEffectOn',
      fields: ['tookEffectOn', 'endsOn'],
      again: true,
    },
    {
      act: 'release',
      done: 'released',
      title: label('解除查封', 'Release'),
      day: 'releasedOn',
      fields: ['releasedOn', 'releaseReason'],
    },
  ],
  views: [
    {
      id: 'expiring',
      title: label('60天内到期', 'Ends within 60 days'),
      filter: { day: 'endsOn', within: '60', lacks: 'releasedOn' },
    },
    { id: 'standing', title: label('生效中', 'Standing'), filter: { lacks: 'releasedOn' } },
    { id: 'waiting', title: label('轮候', 'Waiting'), filter: { rank: '轮候', lacks: 'releasedOn' } },
  ],
} as const satisfies Register
