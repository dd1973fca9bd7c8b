import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 批办: what a leader wants done, by whom, until when; reported on as often as it takes, and closed by the leader. */
export const instruction = {
  room: 'supervision',
  name: 'instruction',
  plural: 'instructions',
  title: label('批办', 'Instruction'),
  unit: label('件', 'instructions'),
  about: 'case-if-any',
  hints: ['批办', '督办', '交办'],
  key: ['instructionNumber'],
  day: 'instructedOn',
  told: 'text',
  mayPrecedeFiling: true,
  fields: {
    instructionNumber: {
      kind: 'text',
      title: label('批办编号', 'Number'),
      required: true,
      numbered: 'PB-{day}-{nnn}',
      synonyms: ['督办编号', '交办编号', '督办单号', '批办单号'],
    },
    instructedOn: {
      kind: 'day',
      title: label('批办日期', 'Given on'),
      required: true,
      synonyms: ['督办日期', '交办日期', '批示日期'],
    },
    leader: {
      kind: 'text',
      title: label('批办人', 'Given by'),
      required: true,
      synonyms: ['批示领导', '交办人', '督办人'],
    },
    occasion: {
      kind: 'choice',
      title: label('批办事由', 'Occasion'),
      synonyms: ['事由类别', '督办类别', '批办类别'],
      codes: {
        案款: ['案款超期', '不明款'],
        信访: ['执行信访'],
        期限: ['超期案件', '长期未结'],
        在控人员: ['拘留', '在拘人员'],
        联动答复: ['成员单位迟延'],
        会议决定: ['会议', '执行例会'],
        其他: [],
      },
    },
    caseNumber: { kind: 'case', title: label('涉及案号', 'Case'), synonyms: ['督办案号', '案号', '批办案号'] },
    text: {
      kind: 'long',
      title: label('批办内容', 'What is to be done'),
      required: true,
      synonyms: ['批示内容', '督办事项', '交办事项', '批办事项'],
    },
    owner: {
      kind: 'staff',
      title: label('责任人', 'Who does it'),
      required: true,
      synonyms: ['承办人', '办理人', '落实人', '督办责任人'],
    },
    dueOn: {
      kind: 'day',
      title: label('完成期限', 'Due on'),
      required: true,
      ahead: true,
      synonyms: ['办理期限', '要求完成日期', '限办日期', '落实期限'],
    },
    remindedOn: { kind: 'day', title: label('催办日期', 'Reminded on'), synonyms: ['最近催办日期'], aside: true },
    reportedOn: {
      kind: 'day',
      title: label('回复日期', 'Reported on'),
      synonyms: ['反馈日期', '落实反馈日期', '汇报日期'],
    },
    report: { kind: 'long', title: label('办理情况', 'Report'), synonyms: ['落实情况', '反馈情况', '回复内容'] },
    closedOn: { kind: 'day', title: label('办结日期', 'Closed on'), synonyms: ['销号日期', '落实日期', '完成日期'] },
    verdict: {
      kind: 'choice',
      title: label('落实结论', 'Verdict'),
      synonyms: ['办理结论', '落实结果', '督办结果'],
      codes: { 已落实: ['落实', '完成'], 部分落实: ['部分完成'], 未落实: ['未完成'], 不再需要: ['撤销', '取消'] },
    },
  },
  steps: [
    {
      act: 'remind',
      done: 'reminded',
      title: label('催办', 'Remind'),
      day: 'remindedOn',
      fields: ['remindedOn', 'dueOn'],
      again: true,
    },
    {
      act: 'report',
      done: 'reported',
      title: label('回复', 'Report'),
      day: 'reportedOn',
      fields: ['reportedOn', 'report'],
      again: true,
    },
    { act: 'close', done: 'closed', title: label('办结', 'Close'), day: 'closedOn', fields: ['closedOn', 'verdict'] },
  ],
  views: [
    { id: 'open', title: label('未办结', 'Open'), filter: { lacks: 'closedOn' } },
    { id: 'unreported', title: label('未回复', 'Unreported'), filter: { lacks: 'reportedOn,closedOn' } },
  ],
} as const satisfies Register
