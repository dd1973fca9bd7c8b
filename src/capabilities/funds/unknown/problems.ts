import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const nothingUnknown = () =>
  refuse({
    type: '/problems/funds/nothing-unknown',
    status: 409,
    title: label('这笔没有待认领的款', 'Nothing of it is unknown'),
    detail: label('这笔已全部认领，或者是付出的款，不用再查。请刷新。', 'It is claimed, or went out.'),
  })

export const noticeNeedsDay = () =>
  refuse({
    type: '/problems/funds/notice-day',
    status: 422,
    title: label('请写公告截止日期', 'The last day of the notice is needed'),
    detail: label(
      '认领公告要有今天之后的截止日期，其他方式不填。请改。',
      'A notice has a last day after today; nothing else has.',
    ),
    pointers: [{ pointer: '/untilOn', detail: '请填写今天之后的日期' }],
  })

export const nothingSaid = () =>
  refuse({
    type: '/problems/funds/try-without-words',
    status: 422,
    title: label('请写查找结果', 'Say what came of it'),
    detail: label('请写明问了谁、得到什么答复，至少2个字。', 'Say whom you asked and what they answered.'),
    pointers: [{ pointer: '/said', detail: '请写明查找结果' }],
  })
