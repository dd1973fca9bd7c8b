import type { Job } from '#kernel/capability.ts'
import { systemActor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

/** At the end of each day: reads the whole chain and signs its head. */
export const sealDaily: Job = {
  kind: 'audit.seal-daily',
  title: label('校验全链并封存链摘要', 'Verify the chain and seal its head'),
  daily: '23:50',
  permissions: ['audit.seal'],
  run: async (platform, court) => {
    const sweep = systemActor(court, 'sweep', '定时巡查', ['audit.seal'])
    const sealed = await execute(platform, sweep, { command: 'audit.seal-head', input: {} })
    if (!isRefusal(sealed)) return `第${String(sealed.answer?.['seq'])}条为止，校验通过并已签名`
    // Sealed by hand earlier that day: nothing is left to do. A broken chain is a failure that everybody must see.
    if (sealed.problem.type === '/problems/audit/sealed-today') return sealed.problem.detail.zh
    throw new Error(sealed.problem.detail.zh)
  },
}
