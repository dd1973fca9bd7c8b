import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const extendedTooFar = (last: string) =>
  refuse({
    type: '/problems/supervision/extended-too-far',
    status: 422,
    title: label('延期过长', 'Extended too far'),
    detail: label(
      `信访办理期限最迟延长到${last}（《信访工作条例》第三十四条）。请改延期日期。`,
      `The time to answer may be extended to ${last} at the latest.`,
    ),
    pointers: [{ pointer: '/extendedTo', detail: `最迟${last}` }],
  })
