import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 走访: somebody of the court called on a debtor; a later answer settles it. */
export const visit = {
  room: 'visits',
  name: 'visit',
  plural: 'visits',
  title: label('走访', 'Visit'),
  unit: label('次', 'visits'),
  about: 'debtor',
  hints: ['走访', '上门走访'],
  key: ['caseNumber', 'person', 'visitedOn'],
  day: 'visitedOn',
  told: 'finding',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    caseNumber: { kind: 'case', title: label('案号', 'Case number') },
    person: { kind: 'person', title: label('被执行人', 'Debtor') },
    visitedOn: {
      kind: 'day',
      title: label('走访日期', 'Visited on'),
      required: true,
      synonyms: ['走访时间', '上门日期', '入户日期'],
    },
    minutes: { kind: 'integer', title: label('用时（分钟）', 'Minutes'), synonyms: ['用时', '走访时长'] },
    finding: {
      kind: 'choice',
      title: label('走访结果', 'Finding'),
      synonyms: ['结果', '走访情况'],
      codes: { 见到本人: ['见到', '本人在家'], 见到家属: ['家属在家'], 无人在家: ['未见到', '家中无人'] },
    },
    promised: { kind: 'fen', title: label('承诺金额', 'Promised'), synonyms: ['承诺履行金额'] },
    keptOn: { kind: 'day', title: label('兑现日期', 'Kept on'), synonyms: ['履行日期', '兑现时间'] },
  },
  steps: [{ act: 'keep', done: 'kept', title: label('登记兑现', 'Promise kept'), day: 'keptOn', fields: ['keptOn'] }],
  views: [{ id: 'open', title: label('承诺未兑现', 'Promises open'), filter: { has: 'promised', lacks: 'keptOn' } }],
} as const satisfies Register
