import type { Job } from '#kernel/capability.ts'
import { systemActor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { nothingNewOverdue } from '../problems.ts'

const permissions = ['deadlines.escalate']

/** Every morning, before people come: says which clocks ran out overnight, each once. */
export const sweep: Job = {
  kind: 'deadlines.sweep',
  title: label('期限巡查', 'Deadline sweep'),
  daily: '06:00',
  permissions,
  run: async (platform, court) => {
    const actor = systemActor(court, 'deadline-sweep', '期限巡查', permissions)
    for (let noticed = 0; ;) {
      const reply = await execute(platform, actor, { command: 'deadlines.notice-overdue', input: {} })
      if (!isRefusal(reply)) {
        noticed += Number(reply.answer?.['clocks'] ?? 0)
        continue
      }
      if (reply.problem.type !== nothingNewOverdue().problem.type) throw new Error(reply.problem.detail.zh)
      return `新提示超期${noticed}个`
    }
  },
}
