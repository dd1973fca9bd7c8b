import { label, type Label } from '#kernel/values/labels.ts'

/** Stages in the order of the stage bar. Nobody sets one: `stageOf` reads it from what happened. */
export const stages = {
  filed: label('已立案', 'Filed'),
  assigned: label('已分案', 'Assigned'),
  notified: label('已通知', 'Notified'),
  searching: label('查控中', 'Searching'),
  disposing: label('处置中', 'Disposing'),
  distributing: label('款项分配', 'Distributing'),
  settlement: label('和解履行中', 'Settlement running'),
  suspended: label('中止', 'Suspended'),
  closed: label('已结案', 'Closed'),
  archived: label('已归档', 'Archived'),
} as const satisfies Record<string, Label>

export type Stage = keyof typeof stages
export const stageCodes = Object.keys(stages) as [Stage, ...Stage[]]

/** Kinds of event a case knows itself. `reaches` is the stage such an event brings an open case to. */
export const eventKinds = {
  filed: { title: label('立案', 'Filed'), reaches: 'filed' },
  assigned: { title: label('分案', 'Assigned'), reaches: 'assigned' },
  'notice-served': { title: label('执行通知书送达', 'Execution notice served'), reaches: 'notified' },
  'report-order-served': { title: label('报告财产令送达', 'Report order served'), reaches: 'notified' },
  'first-inquiry': { title: label('首次网络查控', 'First network inquiry'), reaches: 'searching' },
  'consumption-restricted': { title: label('限制消费', 'Consumption restricted'), reaches: null },
  'dishonest-listed': { title: label('纳入失信名单', 'Listed as dishonest'), reaches: null },
  'round-terminated': { title: label('终本裁定', 'Round terminated'), reaches: null },
  'receipt-recorded': { title: label('案款到位', 'Money recovered'), reaches: null },
  're-triaged': { title: label('繁简改道', 'Track changed'), reaches: null },
  note: { title: label('记事', 'Note'), reaches: null },
  'report-verified': { title: label('财产报告已核查', 'Report verified'), reaches: null },
  'report-late': { title: label('逾期报告财产', 'Report late'), reaches: null },
  'report-refused': { title: label('拒绝报告财产', 'Report refused'), reaches: null },
  'report-false': { title: label('虚假报告财产', 'Report false'), reaches: null },
  'report-sanctioned': { title: label('已处罚报告违法', 'Report violation sanctioned'), reaches: null },
  'dishonest-qualified': { title: label('符合失信条件', 'Qualifies for the dishonest list'), reaches: null },
  'network-covers': { title: label('网络查控已覆盖', 'Network inquiry covers all'), reaches: null },
  'clue-provided': { title: label('申请执行人提供线索', 'Clue provided'), reaches: null },
  'clue-verified': { title: label('线索已核实', 'Clue verified'), reaches: null },
  'field-investigated': { title: label('现场调查', 'Field investigation'), reaches: null },
  'concealment-found': { title: label('发现隐匿财产', 'Concealment found'), reaches: null },
  searched: { title: label('搜查', 'Searched'), reaches: null },
  'audit-or-bounty-asked': { title: label('申请审计或悬赏', 'Audit or bounty asked'), reaches: null },
  'audit-or-bounty-done': { title: label('审计或悬赏办结', 'Audit or bounty done'), reaches: null },
  'assets-none': { title: label('查无可供执行财产', 'No assets found'), reaches: null },
  'assets-unsaleable': { title: label('财产不能处置', 'Assets cannot be disposed of'), reaches: null },
  'assets-found': { title: label('发现可供执行财产', 'Assets found'), reaches: 'searching' },
  'debtor-missing': { title: label('被执行人下落不明', 'Debtor missing'), reaches: null },
  'debtor-sought': { title: label('已依法查找被执行人', 'Debtor sought'), reaches: null },
  obstruction: { title: label('妨害执行', 'Obstruction'), reaches: null },
  'obstruction-sanctioned': { title: label('已处罚妨害执行', 'Obstruction sanctioned'), reaches: null },
  'crime-suspected': { title: label('涉嫌拒执犯罪', 'Crime suspected'), reaches: null },
  'crime-referred': { title: label('拒执线索已移送', 'Crime referred'), reaches: null },
  'applicant-informed': { title: label('终本约谈申请执行人', 'Applicant informed'), reaches: null },
  'applicant-signed': { title: label('申请执行人签字确认', 'Applicant signed'), reaches: null },
  'panel-reviewed': { title: label('合议庭评议', 'Panel reviewed'), reaches: null },
  'president-approved': { title: label('院长批准终本', 'President approved'), reaches: null },
  'pool-look-up': { title: label('终本后查询', 'Look-up after the round'), reaches: null },
  closed: { title: label('结案', 'Closed'), reaches: 'closed' },
} as const satisfies Record<string, { title: Label; reaches: Stage | null }>

export type EventKind = keyof typeof eventKinds
export const eventKindCodes = Object.keys(eventKinds) as [EventKind, ...EventKind[]]

/** The furthest stage the events reach; a closed case is closed whatever else happened. */
export function stageOf(kinds: Iterable<string>): Stage {
  let furthest = 0
  for (const kind of kinds) {
    const reached = eventKinds[kind as EventKind]?.reaches
    if (reached) furthest = Math.max(furthest, stageCodes.indexOf(reached))
  }
  return stageCodes[furthest] ?? 'filed'
}
