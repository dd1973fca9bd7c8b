import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { formatCitation } from '#law/citation.ts'
import { ruleOn } from '#law/rules.ts'

export const earlyReleaseIsDecided = (on: Temporal.PlainDate) =>
  refuse({
    type: '/problems/measures/early-release-is-decided',
    status: 403,
    title: label('提前解除须院长批准', 'Early release is the president’s'),
    detail: label(
      '提前解除拘留须经院长批准，由作出决定的人登记；期满释放可以直接登记。',
      'A release before the last day is decided by the president and recorded by whoever decides.',
    ),
    rule: 'detain.early',
    citation: ruleOn('detain.early', on).citations.map(formatCitation).join('；'),
    pointers: [{ pointer: '/release', detail: '提前解除须院长批准' }],
  })
