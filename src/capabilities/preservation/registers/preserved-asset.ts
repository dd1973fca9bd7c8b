import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { assetKinds } from '#law/asset-kinds.ts'

/**
 * 保全财产: one asset under preservation. It belongs to the preservation case until enforcement is filed, then to that
 * case, where the preservation has become its seizure with rank and end untouched (解释 (2022) art. 168).
 */
export const preservedAsset = {
  room: 'preservation',
  name: 'preserved-asset',
  plural: 'assets',
  title: label('保全财产', 'Preserved asset'),
  unit: label('项', 'assets'),
  about: 'case',
  hints: ['保全财产', '保全财产登记', '保全到期'],
  key: ['caseNumber', 'preservationNumber', 'assetKind', 'asset'],
  day: 'startsOn',
  told: 'assetKind',
  mayPrecedeFiling: true,
  fields: {
    caseNumber: {
      kind: 'case',
      title: label('案号', 'Case number'),
      synonyms: ['保全案号', '执保案号', '财产保全案号', '保全执行案号', '现属案号'],
    },
    preservationNumber: {
      kind: 'case-number',
      title: label('原保全案号', 'Preserved under'),
      synonyms: ['原执保案号', '原财产保全案号', '转化前保全案号'],
      computed: true,
    },
    person: { kind: 'person', title: label('被保全人', 'Against'), synonyms: ['被保全人姓名', '财产所有人', '权属人'] },
    stage: {
      kind: 'choice',
      title: label('保全类型', 'Stage'),
      synonyms: ['保全阶段', '保全种类', '保全类别'],
      codes: {
        诉前保全: ['诉前', '诉前财产保全'],
        诉讼保全: ['诉中保全', '诉中', '诉讼中保全', '诉讼财产保全'],
        执行前保全: ['执前保全', '执行前', '执前'],
        仲裁保全: ['仲裁前保全', '仲裁中保全'],
      },
    },
    assetKind: {
      kind: 'choice',
      title: label('财产种类', 'Kind of asset'),
      required: true,
      synonyms: ['保全财产种类', '财产类型', '财产类别', '保全标的物种类', '标的物类别'],
      codes: assetKinds,
    },
    asset: {
      kind: 'long',
      title: label('财产名称', 'What it is'),
      synonyms: ['保全财产名称', '财产描述', '财产明细', '保全标的物', '财产坐落', '财产线索'],
    },
    claim: {
      kind: 'fen',
      title: label('申请保全金额', 'Asked to secure'),
      synonyms: ['申请保全标的额', '请求保全金额', '请求保全数额', '保全标的额'],
      aside: true,
    },
    amount: {
      kind: 'fen',
      title: label('实际保全金额', 'Secured'),
      synonyms: ['保全金额', '保全财产价值', '实际保全标的额', '冻结金额', '查封价值', '保全到位金额'],
    },
    rank: {
      kind: 'choice',
      title: label('保全顺位', 'Rank'),
      synonyms: ['查封顺位', '首封轮候', '首封或轮候', '查封顺序', '顺位'],
      codes: { 首封: ['首先查封', '首冻', '首次'], 轮候: ['轮候查封', '轮候冻结', '候封'] },
    },
    authority: {
      kind: 'text',
      title: label('协助机关', 'Registry'),
      synonyms: ['协助单位', '登记机关', '协助执行单位', '登记部门', '开户行'],
    },
    startsOn: {
      kind: 'day',
      title: label('保全起始日期', 'From'),
      synonyms: ['保全开始日期', '保全日期', '查封起始日期', '冻结起始日期', '保全起始日', '查封日期', '冻结日期'],
    },
    endsOn: {
      kind: 'day',
      title: label('保全届满日期', 'Until'),
      ahead: true,
      synonyms: [
        '保全到期日期',
        '保全到期日',
        '查封到期日',
        '冻结到期日',
        '查封届满日期',
        '保全期限届满日',
        '到期日期',
      ],
    },
    guarantee: {
      kind: 'fen',
      title: label('担保金', 'Security'),
      emptyIsNone: true,
      synonyms: ['担保金额', '担保数额', '保证金', '担保财产价值'],
    },
    guaranteeKind: {
      kind: 'choice',
      title: label('担保方式', 'Kind of security'),
      synonyms: ['担保种类', '担保形式', '担保类型'],
      codes: {
        现金: ['保证金', '现金担保'],
        保险保函: ['保单保函', '诉责险', '保险公司保函', '责任保险'],
        银行保函: ['金融机构保函', '独立保函'],
        财产担保: ['房产担保', '车辆担保', '实物担保'],
        第三人保证: ['保证人', '第三人担保'],
        不要求担保: ['免担保', '无需担保', '免予担保'],
      },
      aside: true,
    },
    toldApplicantOn: {
      kind: 'day',
      title: label('告知届满日期', 'Applicant told of the end'),
      synonyms: ['告知申请人日期', '到期告知日期', '续保告知日期'],
      aside: true,
    },
    carriedOn: {
      kind: 'day',
      title: label('转执行日期', 'Became enforcement on'),
      synonyms: ['转为执行查封日期', '保全转执行日期'],
      aside: true,
    },
    renewedOn: {
      kind: 'day',
      title: label('续行日期', 'Renewed on'),
      synonyms: ['续封日期', '续冻日期', '续行保全日期', '续保日期'],
    },
    releasedOn: {
      kind: 'day',
      title: label('解除日期', 'Released on'),
      synonyms: ['解除保全日期', '解封日期', '解冻日期', '解除查封日期'],
    },
    releaseReason: {
      kind: 'choice',
      title: label('解除原因', 'Why released'),
      synonyms: ['解除理由', '解封原因', '解除保全原因'],
      codes: {
        申请人申请: ['申请解除', '原告申请解除'],
        提供担保: ['被保全人提供担保', '反担保'],
        未在法定期间起诉: ['三十日内未起诉', '未起诉'],
        履行完毕: ['已履行', '债务清偿'],
        已经处置: ['拍卖成交', '扣划', '处置完毕', '已扣划'],
        判决驳回: ['驳回诉讼请求', '败诉', '撤诉'],
        复议撤销: ['异议成立', '撤销保全裁定'],
        其他: ['其他原因'],
      },
    },
  },
  steps: [
    {
      act: 'tell',
      done: 'end-told',
      title: label('书面告知届满日期', 'Tell the applicant of the end'),
      day: 'toldApplicantOn',
      fields: ['toldApplicantOn'],
    },
    {
      act: 'carry-over',
      done: 'carried-over',
      title: label('转入执行案件', 'Carry over to the enforcement case'),
      day: 'carriedOn',
      fields: ['carriedOn', 'caseNumber'],
    },
    {
      act: 'renew',
      done: 'renewed',
      title: label('续行保全', 'Renew'),
      day: 'renewedOn',
      fields: ['renewedOn', 'endsOn'],
      again: true,
    },
    {
      act: 'release',
      done: 'released',
      title: label('解除保全', 'Release'),
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
    { id: 'standing', title: label('保全中', 'Standing'), filter: { has: 'startsOn', lacks: 'releasedOn' } },
    { id: 'waiting', title: label('轮候', 'Waiting'), filter: { rank: '轮候', lacks: 'releasedOn' } },
    {
      id: 'untold',
      title: label('未告知届满日', 'End not told'),
      filter: { has: 'endsOn', lacks: 'toldApplicantOn,releasedOn' },
    },
  ],
} as const satisfies Register
