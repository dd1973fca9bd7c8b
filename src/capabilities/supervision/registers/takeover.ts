import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 包案: a hard case that a leader answers for in person, with what he did and how it ended. */
export const takeover = {
  room: 'supervision',
  name: 'takeover',
  plural: 'takeovers',
  title: label('领导包案', 'Own case of a leader'),
  unit: label('件', 'cases'),
  about: 'case',
  hints: ['包案', '领导包案', '院领导包案'],
  key: ['caseNumber', 'leader', 'takenOn'],
  day: 'takenOn',
  told: 'reason',
  fields: {
    caseNumber: { kind: 'case', title: label('案号', 'Case number'), synonyms: ['包案案号'] },
    leader: {
      kind: 'staff',
      title: label('包案领导', 'Leader'),
      required: true,
      synonyms: ['包案人', '包案院领导', '责任领导', '包案责任人'],
    },
    takenOn: {
      kind: 'day',
      title: label('包案日期', 'Taken on'),
      required: true,
      synonyms: ['确定包案日期', '包案起始日期'],
    },
    reason: {
      kind: 'choice',
      title: label('包案原因', 'Why'),
      synonyms: ['包案事由', '案件类型标签', '包案理由'],
      codes: {
        重大敏感: ['重大', '敏感'],
        涉稳: ['涉众', '涉众涉稳'],
        信访: ['信访积案', '重复信访'],
        长期未结: ['超长期未结', '超期未结'],
        涉民生: ['民生案件'],
        涉党政机关: ['党政机关案件'],
        疑难复杂: ['疑难', '骨头案'],
      },
    },
    plan: { kind: 'long', title: label('包案方案', 'Plan'), synonyms: ['化解方案', '工作方案'] },
    actedOn: { kind: 'day', title: label('最近动作日期', 'Last acted on'), synonyms: ['最近推进日期', '最近工作日期'] },
    action: { kind: 'long', title: label('最近动作', 'Last act'), synonyms: ['推进情况', '工作进展'] },
    endedOn: {
      kind: 'day',
      title: label('包案结束日期', 'Ended on'),
      synonyms: ['销号日期', '化解日期', '包案销号日期'],
    },
    result: {
      kind: 'choice',
      title: label('包案结果', 'Result'),
      synonyms: ['化解结果', '包案成效'],
      codes: { 已化解: ['化解', '执结'], 部分化解: ['达成和解'], 移交: ['转交'], 未化解: [] },
    },
  },
  steps: [
    {
      act: 'act',
      done: 'acted',
      title: label('登记动作', 'Record an act'),
      day: 'actedOn',
      fields: ['actedOn', 'action'],
      again: true,
    },
    { act: 'end', done: 'ended', title: label('结束包案', 'End'), day: 'endedOn', fields: ['endedOn', 'result'] },
  ],
  views: [{ id: 'open', title: label('在办', 'Open'), filter: { lacks: 'endedOn' } }],
} as const satisfies Register
