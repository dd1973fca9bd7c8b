import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { formatCitation, type Citation } from '#law/citation.ts'
import { terminationReasonText, type TerminationReason } from '#law/termination-gate.ts'
import { remedyEvents } from './rules/termination-facts.ts'
import { eventKinds } from './stages.ts'

export const noSuchCase = () =>
  refuse({
    type: '/problems/cases/no-such-case',
    status: 404,
    title: label('没有这个案件', 'No such case'),
    detail: label('本院没有这个案件。请核对案号。', 'There is no such case in this court. Check the number.'),
  })

export const numberTaken = () =>
  refuse({
    type: '/problems/cases/number-taken',
    status: 409,
    title: label('本案号已登记', 'Number already on record'),
    detail: label(
      '同一案号只能登记一次。请打开已登记的案件核对。',
      'A case number is recorded once. Open the existing case.',
    ),
    remedy: { title: label('查找该案', 'Find that case'), href: '/cases' },
  })

export const caseIsClosed = (closedOn: Temporal.PlainDate) =>
  refuse({
    type: '/problems/cases/already-closed',
    status: 409,
    title: label('本案已结', 'Case already closed'),
    detail: label(
      `本案已于 ${closedOn.toString()} 结案。需要继续时申请恢复执行。`,
      `Closed on ${closedOn.toString()}.`,
    ),
    parameters: { closedOn: closedOn.toString() },
  })

export const beforeFiling = (filedOn: Temporal.PlainDate) =>
  refuse({
    type: '/problems/cases/before-filing',
    status: 422,
    title: label('日期早于立案', 'Before filing'),
    detail: label(`本案 ${filedOn.toString()} 立案，不能早于这一天。`, `The case was filed on ${filedOn.toString()}.`),
    pointers: [{ pointer: '/occurredOn', detail: `不能早于立案日期 ${filedOn.toString()}` }],
  })

export const inTheFuture = (latest: Temporal.PlainDate) =>
  refuse({
    type: '/problems/cases/in-the-future',
    status: 422,
    title: label('日期在将来', 'In the future'),
    detail: label(`日期不能晚于今天 ${latest.toString()}。`, `The date cannot be after ${latest.toString()}.`),
    pointers: [{ pointer: '/occurredOn', detail: `不能晚于 ${latest.toString()}` }],
  })

export const linkUnreadable = (index: number) =>
  refuse({
    type: '/problems/cases/link-unreadable',
    status: 422,
    title: label('关联案号读不出来', 'Linked number not readable'),
    detail: label('关联案号写法不符，请写成（2024）川1123执12号的样式。', 'A linked case number is not well formed.'),
    pointers: [{ pointer: `/links/${index}/number`, detail: '应写成（2024）川1123执12号的样式' }],
  })

export const everyoneBarred = () =>
  refuse({
    type: '/problems/cases/everyone-barred',
    status: 409,
    title: label('没有可分的承办人', 'Nobody to assign to'),
    detail: label(
      '可选的人都须回避，或本院没有人担任执行法官岗位。请先设岗位，或扩大到全院。',
      'Everyone is barred or no one holds the post.',
    ),
    remedy: { title: label('查看岗位', 'See posts'), href: '/people' },
  })

export const notAHandler = () =>
  refuse({
    type: '/problems/cases/not-a-handler',
    status: 422,
    title: label('不能承办案件', 'Not a handler'),
    detail: label(
      '所选的人今天没有办理案件的岗位。请选有岗位的人，或先授予岗位。',
      'That person holds no post that handles cases today.',
    ),
    pointers: [{ pointer: '/handlerId', detail: '没有办理案件的岗位' }],
  })

export const barredFromCase = (ground: string) =>
  refuse({
    type: '/problems/cases/barred-from-case',
    status: 409,
    title: label('须回避', 'Barred'),
    detail: label(`所选的人须回避：${ground}。请另选，或随机分案。`, `That person is barred: ${ground}.`),
    parameters: { ground },
  })

export const reasonNeeded = (act: string) =>
  refuse({
    type: '/problems/cases/reason-needed',
    status: 422,
    title: label('请写理由', 'Reason needed'),
    detail: label(`${act}须写明理由，理由会留在案件里。`, 'This departs from the rule and needs a reason.'),
    pointers: [{ pointer: '/reason', detail: '必填' }],
  })

export const moneyOutstanding = (outstanding: bigint) =>
  refuse({
    type: '/problems/cases/money-outstanding',
    status: 409,
    title: label('还不能按执行完毕结案', 'Not performed in full'),
    detail: label(
      `还差 ${formatYuan(outstanding)} 元没有到位。到账后再结，或登记放弃、改用其他方式。`,
      `${formatYuan(outstanding)} yuan are still outstanding.`,
    ),
    rule: 'close.modes',
    remedy: { title: label('改标的与到位', 'Change sums'), command: 'cases.change-claim' },
    parameters: { outstandingFen: outstanding.toString() },
  })

export const onlyFirstOrResumed = () =>
  refuse({
    type: '/problems/cases/no-round',
    status: 409,
    title: label('这类案件不适用终本', 'No round to end'),
    detail: label(
      '只有首次执行和恢复执行案件可以终结本次执行程序。',
      'Only first and resumed enforcement have rounds.',
    ),
    rule: 'terminate.gate',
  })

/** Names everything that is missing, the rule with its articles, and the event that heals the first of it. */
export const roundNotEnded = (reasons: readonly TerminationReason[], citations: readonly Citation[]) => {
  const missing = reasons.map(terminationReasonText)
  const event = remedyEvents[reasons[0] ?? '']
  return refuse({
    type: '/problems/cases/round-not-ended',
    status: 409,
    title: label('暂不能终本', 'This round cannot end yet'),
    detail: label(
      `差 ${missing.length} 项：${missing.join('；')}。`,
      `${missing.length} check(s) are not met: ${reasons.join(', ')}.`,
    ),
    rule: 'terminate.gate',
    citation: citations.map(formatCitation).join('；'),
    ...(event && {
      remedy: {
        title: label(`登记${eventKinds[event].title.zh}`, eventKinds[event].title.en),
        command: 'cases.record-event',
      },
    }),
    pointers: reasons.map((reason) => ({ pointer: `/checks/${reason}`, detail: terminationReasonText(reason) })),
  })
}

export const negativeSum = (field: string) =>
  refuse({
    type: '/problems/cases/negative-sum',
    status: 422,
    title: label('金额不能为负', 'Negative sum'),
    detail: label('金额不能为负数。', 'A sum cannot be negative.'),
    pointers: [{ pointer: `/${field}`, detail: '不能为负' }],
  })

export const waivedAboveClaim = () =>
  refuse({
    type: '/problems/cases/waived-above-claim',
    status: 422,
    title: label('放弃大于标的', 'Waived above claim'),
    detail: label('放弃或核减的金额不能大于申请执行标的额。', 'What is waived cannot exceed the claim.'),
    pointers: [{ pointer: '/waivedFen', detail: '不能大于标的额' }],
  })

export const notYours = (act: string) =>
  refuse({
    type: '/problems/cases/decision-of-another-post',
    status: 403,
    title: label('须由法定岗位决定', 'Decision of another post'),
    detail: label(
      `“${act}”依法由院长决定，不能由他人登记。请转院长。`,
      'This decision belongs to the court president.',
    ),
    rule: 'terminate.gate',
  })
