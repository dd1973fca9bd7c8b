import { label } from '#kernel/values/labels.ts'

export const labels = {
  title: label('运行状况', 'Operation'),
  timers: label('定时任务', 'Timers'),
  queue: label('任务队列', 'Queue'),
  noTimers: label('还没有定时任务。', 'No timers yet.'),
  emptyQueue: label('队列里没有任务。', 'The queue is empty.'),
  never: label('还没有运行过', 'Has not run yet'),
  onDemand: label('需要时运行', 'On demand'),
  late: label('已过应运行时间', 'Past its time'),
  settings: label('参数', 'Settings'),
  shipped: label('随版本', 'Shipped'),
  change: label('修改', 'Change'),
  newValue: label('新值', 'New value'),
  reason: label('理由', 'Reason'),
  reasonHint: label('写进审计轨迹。', 'Goes into the audit trail.'),
  yes: label('是', 'Yes'),
  no: label('否', 'No'),
} as const
