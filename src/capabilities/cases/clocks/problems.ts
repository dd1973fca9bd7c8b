import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const noSuchClock = () =>
  refuse({
    type: '/problems/cases/no-such-clock',
    status: 404,
    title: label('没有这个期限', 'No such deadline'),
    detail: label(
      '本案没有这个期限，可能已随案情变化。请刷新后再看。',
      'The case has no such deadline any more. Refresh.',
    ),
  })

export const notInPool = () =>
  refuse({
    type: '/problems/cases/not-in-pool',
    status: 409,
    title: label('本案不在终本库', 'Not in the pool'),
    detail: label(
      '只有终本案件登记终本后查询。本案请记入查控。',
      'Only a case whose round was ended has such look-ups.',
    ),
    rule: 'terminate.lookup',
  })

export const beforeTermination = (closedOn: Temporal.PlainDate) =>
  refuse({
    type: '/problems/cases/before-termination',
    status: 422,
    title: label('日期早于终本', 'Before the round ended'),
    detail: label(`本案 ${closedOn.toString()} 终本，查询应在其后。`, `The round ended on ${closedOn.toString()}.`),
    pointers: [{ pointer: '/occurredOn', detail: `应晚于 ${closedOn.toString()}` }],
    parameters: { closedOn: closedOn.toString() },
  })
