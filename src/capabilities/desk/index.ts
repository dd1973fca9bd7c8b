import './slots.ts'
import './tables.ts'

export { desk } from './capability.ts'
export type { ApprovalSource, DeskCount, DeskNotice, NextDueSource, NoticeSource, WaitingApproval } from './slots.ts'
