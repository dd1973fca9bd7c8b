import { label, type Label } from '#kernel/values/labels.ts'

export type MenuGroup = { readonly title: Label; readonly short: Label; readonly order: number }

/** Top items of the menu. A person sees those in which one of his posts has a page; at most seven at once. */
export const menuGroups = {
  desk: { title: label('今日工作台', 'Today'), short: label('工作台', 'Today'), order: 10 },
  approvals: { title: label('审批', 'Approvals'), short: label('审批', 'Approve'), order: 20 },
  cases: { title: label('案件', 'Cases'), short: label('案件', 'Cases'), order: 30 },
  deadlines: { title: label('期限', 'Deadlines'), short: label('期限', 'Limits'), order: 40 },
  documents: { title: label('文书送达', 'Documents'), short: label('文书', 'Papers'), order: 50 },
  property: { title: label('财产', 'Property'), short: label('财产', 'Assets'), order: 60 },
  measures: { title: label('强制措施', 'Measures'), short: label('措施', 'Acts'), order: 70 },
  funds: { title: label('案款', 'Case money'), short: label('案款', 'Money'), order: 80 },
  hotline: { title: label('执行110', 'Hotline 110'), short: label('110', '110'), order: 90 },
  liaison: { title: label('联动', 'Partners'), short: label('联动', 'Partners'), order: 100 },
  campaigns: { title: label('专项行动', 'Campaigns'), short: label('专项', 'Drives'), order: 110 },
  indicators: { title: label('指标与报告', 'Indicators'), short: label('指标', 'Figures'), order: 120 },
  import: { title: label('导入', 'Import'), short: label('导入', 'Import'), order: 130 },
  supervision: { title: label('监督', 'Supervision'), short: label('监督', 'Inspect'), order: 140 },
  tools: { title: label('计算器', 'Calculators'), short: label('计算', 'Calc'), order: 150 },
  rules: { title: label('规则与节假日', 'Rules'), short: label('规则', 'Rules'), order: 160 },
  people: { title: label('用户与岗位', 'People'), short: label('用户', 'People'), order: 170 },
  audit: { title: label('审计轨迹', 'Audit'), short: label('审计', 'Audit'), order: 180 },
  running: { title: label('运行状况', 'Operation'), short: label('运行', 'Run'), order: 190 },
} as const satisfies Record<string, MenuGroup>

export type MenuGroupId = keyof typeof menuGroups

/**
 * What a role's menu begins with, at most seven items in this order; what else its permissions open waits under 更多.
 * A role that the court made itself has the order above.
 */
export const menuOfRole: Readonly<Record<string, readonly MenuGroupId[]>> = {
  clerk: ['desk', 'cases', 'deadlines', 'property', 'measures', 'funds', 'import'],
  judge: ['desk', 'cases', 'deadlines', 'property', 'measures', 'funds', 'liaison'],
  'money-officer': ['desk', 'funds', 'cases', 'deadlines', 'import', 'indicators', 'tools'],
  dispatcher: ['desk', 'hotline', 'measures', 'liaison', 'campaigns', 'cases', 'deadlines'],
  director: ['desk', 'approvals', 'cases', 'funds', 'liaison', 'campaigns', 'indicators'],
  president: ['desk', 'supervision', 'approvals', 'indicators', 'campaigns', 'liaison', 'cases'],
  bailiff: ['desk', 'measures', 'hotline', 'campaigns', 'liaison', 'cases'],
  'filing-clerk': ['desk', 'cases', 'liaison', 'property', 'deadlines', 'import', 'tools'],
  inspector: ['desk', 'supervision', 'funds', 'audit', 'cases', 'deadlines', 'indicators'],
  office: ['desk', 'indicators', 'cases', 'liaison', 'campaigns', 'import', 'tools'],
}
