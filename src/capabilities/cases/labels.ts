import { label } from '#kernel/values/labels.ts'

/** Headings of the register, on screen and in its export, in the court's own order. */
export const columnLabels = {
  caseNumber: label('案号', 'Case number'),
  applicants: label('申请执行人', 'Applicants'),
  debtors: label('被执行人', 'Debtors'),
  cause: label('案由', 'Cause'),
  filedOn: label('立案日期', 'Filed'),
  claimFen: label('标的(元)', 'Claim (yuan)'),
  recoveredFen: label('到位(元)', 'Recovered (yuan)'),
  stageWord: label('阶段', 'Stage'),
  trackWord: label('繁简', 'Track'),
  flags: label('标记', 'Flags'),
  livelihood: label('涉民生类别', 'Livelihood'),
  handlerName: label('承办人', 'Handler'),
  town: label('所在乡镇', 'Town'),
  closedOn: label('结案日期', 'Closed'),
  mannerWord: label('结案方式', 'Manner'),
  lastEventOn: label('最近动作', 'Last act'),
  daysInCourt: label('在院(天)', 'Days'),
  nextStep: label('下一步', 'Next step'),
  nextDue: label('期限', 'Due'),
} as const
