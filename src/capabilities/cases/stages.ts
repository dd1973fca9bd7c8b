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
  note: { title: label('记一笔', 'Note'), reaches: null },
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
