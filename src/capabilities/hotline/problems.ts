import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const noSuchCall = (number: string) =>
  refuse({
    type: '/problems/hotline/no-such-call',
    status: 422,
    title: label('没有这起接报', 'No such call'),
    detail: label(
      `没有编号为“${number}”的接报；请先登记接报，再派警。`,
      'There is no call of this number; record the call first.',
    ),
    pointers: [{ pointer: '/callNumber', detail: '没有这起接报' }],
  })

export const sentBeforeCall = (moment: string) =>
  refuse({
    type: '/problems/hotline/sent-before-call',
    status: 422,
    title: label('派警早于来电', 'Sent before the call came'),
    detail: label(`来电时间是${moment}，派警不能更早，请核对。`, `The call came at ${moment}; nobody is sent before.`),
    pointers: [{ pointer: '/sentAt', detail: '早于来电时间' }],
  })
