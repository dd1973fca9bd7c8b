import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const notOnPost = (names: readonly string[], onDay: string) =>
  refuse({
    type: '/problems/command-centre/not-on-post',
    status: 422,
    title: label('当天没有岗位', 'No post on that day'),
    detail: label(
      `${names.join('、')}${onDay}没有岗位，不能排班；请换人，或先在人员岗位中登记任职。`,
      'Whoever is put on duty holds a post on that day; choose another, or record the post first.',
    ),
  })
