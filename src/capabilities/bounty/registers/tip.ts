import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** What a tip must have turned out to be for a reward. */
export const earning = ['属实已控制', '属实未控制'] as const

/** 悬赏线索: a tip, what the check made of it, and the reward. Who gave it is not kept; the number stands for them. */
export const tip = {
  room: 'bounty',
  name: 'tip',
  plural: 'tips',
  title: label('悬赏线索', 'Tip'),
  unit: label('条', 'tips'),
  about: 'case-if-any',
  readBy: 'bounty.read-tips',
  hints: ['悬赏线索', '举报线索登记', '悬赏举报'],
  key: ['number'],
  day: 'receivedOn',
  told: 'conclusion',
  mayBeUnregistered: true,
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    number: {
      kind: 'text',
      title: label('线索编号', 'Tip number'),
      required: true,
      numbered: 'XS-{day}-{nnn}',
      synonyms: ['举报编号', '悬赏线索编号', '举报线索编号', '线索登记号', '线索号'],
    },
    receivedOn: {
      kind: 'day',
      title: label('收到线索日期', 'Received on'),
      required: true,
      synonyms: ['线索收到日期', '举报线索日期', '线索登记日期', '提供线索日期', '线索日期'],
    },
    receivedAt: {
      kind: 'time',
      title: label('收到线索时间', 'Received at'),
      synonyms: ['线索收到时间', '举报线索时间', '提供线索时间'],
    },
    kind: {
      kind: 'choice',
      title: label('线索种类', 'Kind'),
      required: true,
      synonyms: ['线索类型', '举报线索类型', '悬赏线索种类', '线索类别'],
      codes: { 财产: ['财产线索', '财产情况'], 下落: ['下落线索', '人员下落', '行踪线索'] },
    },
    channel: {
      kind: 'choice',
      title: label('提供方式', 'Door'),
      synonyms: ['举报方式', '线索提供方式', '提供渠道', '线索渠道'],
      codes: {
        执行110: ['执行110热线', '110转接'],
        电话: ['电话举报', '来电'],
        当面: ['来院', '来访', '当面举报'],
        网络平台: ['小程序', '悬赏平台', '公众号', '微信'],
        书面: ['信件', '来信'],
      },
    },
    caseNumber: { kind: 'case', title: label('案号', 'Case number') },
    person: { kind: 'person', title: label('被执行人', 'Debtor'), synonyms: ['被举报人', '被悬赏人'] },
    content: {
      kind: 'long',
      title: label('线索内容', 'Content'),
      required: true,
      synonyms: ['举报线索内容', '悬赏线索内容', '线索详情', '举报事项'],
    },
    informantName: {
      kind: 'withheld',
      title: label('举报人姓名', 'Informant (not kept)'),
      synonyms: ['举报人', '线索提供人', '提供人姓名', '线索提供者', '知情人'],
    },
    informantPhone: {
      kind: 'withheld',
      title: label('举报人电话', 'Phone of the informant (not kept)'),
      synonyms: ['举报人联系方式', '联系电话', '举报电话', '提供人电话', '线索提供人电话'],
    },
    informantNumber: {
      kind: 'withheld',
      title: label('举报人证件号码', 'ID of the informant (not kept)'),
      synonyms: ['举报人身份证号', '提供人身份证号', '举报人银行账号', '收款账号'],
    },
    checkedOn: {
      kind: 'day',
      title: label('线索核查日期', 'Checked on'),
      synonyms: ['核查日期', '线索核实日期', '核查完成日期', '线索查证日期'],
    },
    conclusion: {
      kind: 'choice',
      title: label('线索核查结论', 'Conclusion'),
      synonyms: ['核查结论', '线索核实结论', '线索查证情况', '查证结果', '线索核查结果'],
      codes: {
        属实已控制: ['属实并控制', '已控制', '查证属实并控制'],
        属实未控制: ['属实', '查证属实'],
        重复: ['重复线索', '重复举报'],
        已掌握: ['法院已掌握', '已知线索'],
        不实: ['不属实', '查无实据', '虚假线索'],
      },
    },
    knownSince: {
      kind: 'day',
      title: label('法院掌握日期', 'Known since'),
      aside: true,
      synonyms: ['已掌握日期', '法院已掌握日期', '先前掌握日期'],
    },
    recovered: {
      kind: 'fen',
      title: label('因线索到位金额', 'Brought by the tip'),
      emptyIsNone: true,
      synonyms: ['线索促成到位金额', '线索到位金额', '因该线索到位金额', '奖励基数'],
    },
    applicantShare: {
      kind: 'fen',
      title: label('申请执行人应得金额', 'Share of the applicant'),
      aside: true,
      synonyms: ['申请人应得金额', '悬赏申请人应得金额'],
    },
    barred: {
      kind: 'choice',
      title: label('不得领取情形', 'Why barred'),
      aside: true,
      synonyms: ['不予发放情形', '不得领取原因', '不予奖励情形'],
      codes: {
        申请执行人的代理人: ['代理人', '申请人代理人'],
        有义务提供线索的人: ['负有提供义务', '公职人员', '有义务向法院提供财产线索的人员'],
        其他不应发放的情形: ['其他'],
      },
    },
    rewardedOn: {
      kind: 'day',
      title: label('奖励决定日期', 'Reward decided on'),
      synonyms: ['悬赏金决定日期', '奖励审批日期', '悬赏奖励决定日期'],
    },
    reward: {
      kind: 'fen',
      title: label('悬赏金', 'Reward'),
      computed: true,
      synonyms: ['应发悬赏金', '奖励金额', '悬赏金数额', '发放悬赏金', '奖金数额'],
    },
    net: {
      kind: 'fen',
      title: label('扣付后申请执行人应得', 'Left to the applicant'),
      computed: true,
      aside: true,
      synonyms: ['扣付后金额', '申请人净得金额'],
    },
    workings: {
      kind: 'long',
      title: label('计算过程', 'Workings'),
      computed: true,
      aside: true,
      synonyms: ['悬赏金计算过程'],
    },
    paidOn: {
      kind: 'day',
      title: label('悬赏金发放日期', 'Paid on'),
      synonyms: ['奖励发放日期', '悬赏金支付日期', '奖金发放日期', '兑付日期'],
    },
    paidBy: {
      kind: 'choice',
      title: label('发放方式', 'How paid'),
      aside: true,
      synonyms: ['悬赏金发放方式', '奖励发放方式', '兑付方式'],
      codes: {
        转账: ['银行转账'],
        '现金，二人见证': ['现金'],
        凭领取码: ['领取码'],
        放弃: ['举报人放弃'],
        逾期未领: ['未领取'],
      },
    },
  },
  steps: [
    {
      act: 'check',
      done: 'checked',
      title: label('核查线索', 'Check'),
      day: 'checkedOn',
      fields: ['checkedOn', 'conclusion', 'knownSince'],
    },
    {
      act: 'reward',
      done: 'rewarded',
      title: label('决定奖励', 'Decide the reward'),
      day: 'rewardedOn',
      fields: ['rewardedOn', 'recovered', 'applicantShare', 'barred'],
    },
    { act: 'pay', done: 'paid', title: label('发放悬赏金', 'Pay'), day: 'paidOn', fields: ['paidOn', 'paidBy'] },
  ],
  views: [
    { id: 'open', title: label('待核查', 'To check'), filter: { lacks: 'checkedOn' } },
    {
      id: 'to-reward',
      title: label('待决定奖励', 'To decide'),
      filter: { conclusion: earning.join('|'), lacks: 'rewardedOn' },
    },
    { id: 'to-pay', title: label('待发放', 'To pay'), filter: { has: 'rewardedOn', lacks: 'paidOn' } },
  ],
} as const satisfies Register
