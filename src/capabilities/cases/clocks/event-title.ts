import { eventKinds, type EventKind } from '../stages.ts'
import { clockEvents } from './rules.ts'

const own: Readonly<Record<string, string>> = {
  [clockEvents.received]: '收到申请',
  [clockEvents.lookUp]: '终本后查询',
  [clockEvents.onRecord]: '登记终本',
  [clockEvents.resumed]: '恢复执行立案',
  suspended: '中止执行',
  'suspension-lifted': '恢复执行程序',
  'limit-extended': '批准延长审限',
}

export const eventTitle = (kind: string): string => own[kind] ?? eventKinds[kind as EventKind]?.title.zh ?? kind
