import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 联动共治: a case of many people or of livelihood that several units handle together. A batch (批) holds several cases (件). */
export const jointMatter = {
  room: 'partners',
  name: 'joint-matter',
  plural: 'joint-matters',
  title: label('联动共治', 'Joint matter'),
  unit: label('件', 'cases'),
  apart: { batch: { unit: label('批', 'batches'), anewBy: 'metOn' } },
  about: 'case',
  mayPrecedeFiling: true,
  hints: ['联动共治', '重大敏感涉稳', '涉众', '涉民生', '批次化解'],
  key: ['caseNumber', 'metOn', 'batch'],
  day: 'metOn',
  told: 'kind',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    batch: {
      kind: 'text',
      title: label('批次', 'Batch'),
      required: true,
      synonyms: ['批号', '所属批次', '会商批次', '化解批次', '批'],
    },
    metOn: {
      kind: 'day',
      title: label('会商日期', 'Met on'),
      required: true,
      synonyms: ['会议日期', '会商时间', '研判日期', '纳入日期', '联动会商日期', '交办日期'],
    },
    caseNumber: { kind: 'case', title: label('案号', 'Case number') },
    kind: {
      kind: 'choice',
      title: label('类别', 'Kind'),
      required: true,
      synonyms: ['案件类别', '事项类别', '涉案类别', '案件类型', '矛盾类别'],
      codes: {
        涉众: ['涉众案件', '群体性', '涉众型'],
        涉民生: ['民生', '涉民生案件', '民生案件'],
        重大: ['重大案件'],
        敏感: ['敏感案件'],
        涉稳: ['涉稳案件', '涉稳定'],
      },
    },
    people: {
      kind: 'integer',
      title: label('涉及人数', 'People'),
      synonyms: ['申请人数', '人数', '涉案人数', '申请人人数', '涉众人数'],
    },
    risk: {
      kind: 'choice',
      title: label('风险等级', 'Risk'),
      synonyms: ['风险级别', '等级', '风险评估', '风险程度', '稳控等级'],
      codes: { 高: ['高风险', '高级', '一级'], 中: ['中风险', '中级', '二级'], 低: ['低风险', '低级', '三级'] },
    },
    lead: {
      kind: 'text',
      title: label('牵头单位', 'Lead'),
      required: true,
      synonyms: ['主责单位', '牵头部门', '责任单位', '包案单位', '牵头责任单位'],
    },
    resolved: {
      kind: 'yes-no',
      title: label('是否化解', 'Resolved'),
      emptyIsNone: true,
      synonyms: ['是否化解完毕', '化解', '化解情况', '是否已化解', '是否办结', '化解与否'],
    },
    resolvedOn: {
      kind: 'day',
      title: label('化解日期', 'Resolved on'),
      synonyms: ['化解时间', '办结日期', '化解完成日期', '办结时间'],
    },
    plan: {
      kind: 'long',
      title: label('化解方案', 'Plan'),
      synonyms: ['工作方案', '化解措施', '方案'],
      aside: true,
    },
    outcome: {
      kind: 'long',
      title: label('化解方式', 'How resolved'),
      synonyms: ['化解结果', '化解途径', '结果'],
      aside: true,
    },
  },
  steps: [
    {
      act: 'resolve',
      done: 'resolved',
      title: label('登记化解', 'Record as resolved'),
      day: 'resolvedOn',
      fields: ['resolvedOn', 'outcome'],
      sets: { resolved: true },
    },
  ],
  views: [
    { id: 'open', title: label('未化解', 'Open'), filter: { resolved: false } },
    { id: 'high', title: label('高风险未化解', 'High risk'), filter: { resolved: false, risk: '高' } },
  ],
} as const satisfies Register
