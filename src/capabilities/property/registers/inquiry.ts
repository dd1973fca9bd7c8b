import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { assetKinds } from '#law/asset-kinds.ts'
import { caseNumber, person } from './fields.ts'

/** 财产查询: each time property was looked for, through which channel, and what came back. */
export const inquiry = {
  room: 'property',
  name: 'inquiry',
  plural: 'inquiries',
  title: label('财产查询', 'Property inquiry'),
  unit: label('次', 'inquiries'),
  about: 'case',
  hints: ['财产查询', '查询结果', '查控结果', '网络查控'],
  key: ['caseNumber', 'person', 'inquiredOn', 'channel', 'assetKind'],
  day: 'inquiredOn',
  told: 'result',
  // The register of cases tells its own first inquiry.
  toldElsewhere: { origin: '案件登记' },
  fields: {
    caseNumber,
    person,
    round: {
      kind: 'choice',
      title: label('查询轮次', 'Round'),
      required: true,
      synonyms: ['查询类型', '查询批次', '查控轮次'],
      codes: {
        首次查控: ['首次', '首次查询', '首次网络查控'],
        补充查询: ['再次查询', '二次查询', '复查'],
        线索核查: ['线索核实', '核查线索'],
        终本前查询: ['终本前查控', '终本前核查'],
        终本后定期查询: ['终本后查询', '六个月查询', '定期查询'],
      },
    },
    channel: {
      kind: 'choice',
      title: label('查询途径', 'Channel'),
      required: true,
      synonyms: ['查询方式', '查控方式', '查询渠道', '查控渠道'],
      codes: {
        总对总网络查控: ['总对总', '网络查控', '网络查询'],
        点对点网络查控: ['点对点'],
        线下调查: ['传统查控', '实地调查', '现场调查', '线下查询'],
        委托调查: ['事项委托', '委托执行查询'],
      },
    },
    assetKind: {
      kind: 'choice',
      title: label('查询财产种类', 'Kind looked for'),
      synonyms: ['查询项目', '查询内容', '查控财产类型'],
      codes: assetKinds,
    },
    inquiredOn: {
      kind: 'day',
      title: label('查询日期', 'Looked for on'),
      required: true,
      synonyms: ['发起查询日期', '查控日期', '查询时间', '发起日期', '查控发起日期'],
    },
    answeredOn: {
      kind: 'day',
      title: label('反馈日期', 'Answered on'),
      synonyms: ['查询反馈日期', '反馈时间', '结果反馈日期'],
    },
    unit: {
      kind: 'text',
      title: label('反馈单位', 'Who answered'),
      synonyms: ['协助查询单位', '反馈机构', '协查单位'],
    },
    result: {
      kind: 'choice',
      title: label('查询结果', 'Result'),
      synonyms: ['查控结果', '反馈结果', '财产反馈情况'],
      codes: {
        有财产: ['有反馈', '查到财产', '有可供执行财产'],
        无财产: ['未查到', '无', '无可供执行财产'],
        部分未反馈: ['部分反馈', '反馈不全'],
        查询失败: ['失败', '证件号有误'],
      },
    },
    amount: {
      kind: 'fen',
      title: label('反馈金额', 'Found'),
      synonyms: ['反馈余额', '账户余额', '存款余额', '查到金额'],
    },
    found: {
      kind: 'long',
      title: label('查询情况', 'What was found'),
      synonyms: ['反馈内容', '财产明细情况', '查询反馈内容'],
    },
    origin: {
      kind: 'text',
      title: label('登记来源', 'Recorded from'),
      computed: true,
      aside: true,
    },
  },
  steps: [
    {
      act: 'answer',
      done: 'answered',
      title: label('登记反馈', 'Record the answer'),
      day: 'answeredOn',
      fields: ['answeredOn', 'unit', 'result', 'amount', 'found'],
    },
  ],
  views: [
    { id: 'open', title: label('未反馈', 'Unanswered'), filter: { lacks: 'answeredOn,origin' } },
    { id: 'first', title: label('首次查控', 'First look-up'), filter: { round: '首次查控' } },
    { id: 'found', title: label('有财产', 'Found'), filter: { result: '有财产' } },
  ],
} as const satisfies Register
