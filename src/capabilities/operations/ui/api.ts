import { z } from 'zod'
import { commandContract, listContract, readingContract } from '#web/api.ts'
import { acts } from '../acts.ts'
import { JobRow, QueueRow, SettingRow } from '../contract.ts'

export const jobs = readingContract({ name: 'operations.jobs', input: z.object({}), output: z.array(JobRow) })
export const settings = readingContract({
  name: 'operations.settings',
  input: z.object({}),
  output: z.array(SettingRow),
})
export const queue = listContract({
  name: 'operations.queue',
  input: z.object({ kind: z.string().optional() }),
  row: QueueRow,
})
export const runJob = commandContract(acts.runJob)
export const setSetting = commandContract(acts.setSetting)
