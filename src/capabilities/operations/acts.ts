import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'

/** Names, words and inputs of the commands that pages give too. */
export const acts = {
  setSetting: {
    name: 'operations.set-setting',
    title: label('改参数', 'Change a setting'),
    input: z.object({
      key: z.string().min(1).max(80),
      value: z.json(),
      reason: z.string().trim().min(2, { error: '请写明理由' }).max(200),
    }),
  },
  runJob: {
    name: 'operations.run-job',
    title: label('立即运行', 'Run now'),
    input: z.object({ kind: z.string().min(1).max(80) }),
  },
} as const
