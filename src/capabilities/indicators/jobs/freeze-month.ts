import type { Job } from '#kernel/capability.ts'
import { systemActor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { freeze } from '../commands/freeze.ts'

/** Every night: the month that has ended is frozen once, before anyone corrects it. */
export const freezeMonth: Job = {
  kind: 'indicators.freeze-month',
  title: label('固定月末指标', 'Freeze month-end figures'),
  daily: '00:20',
  permissions: ['indicators.freeze'],
  run: async (platform, court) => {
    const actor = systemActor(court, 'indicators', '指标月末固定', ['indicators.freeze'])
    const reply = await execute(platform, actor, { command: freeze.name, input: {} })
    return isRefusal(reply) ? reply.problem.detail.zh : '上月指标已固定'
  },
}
