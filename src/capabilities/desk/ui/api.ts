import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { commandContract, readingContract } from '#web/api.ts'
import { DeskApprovals, DeskCounts, MarkRead, Notices, PutOff, Today } from '../contract.ts'

const nothing = z.object({})

export const todayReading = readingContract({ name: 'desk.today', input: nothing, output: Today })
export const countsReading = readingContract({ name: 'desk.counts', input: nothing, output: DeskCounts })
export const approvalsReading = readingContract({ name: 'desk.approvals', input: nothing, output: DeskApprovals })
export const noticesReading = readingContract({
  name: 'desk.notices',
  input: z.object({ days: z.int() }),
  output: Notices,
})
export const putOffCommand = commandContract({ name: 'desk.put-off', title: label('稍后', 'Later'), input: PutOff })
export const markReadCommand = commandContract({
  name: 'desk.mark-read',
  title: label('标为已阅', 'Mark as read'),
  input: MarkRead,
})
