import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const dayOutsideYear = (index: number, date: string, year: number) =>
  refuse({
    type: '/problems/deadlines/day-outside-year',
    status: 422,
    title: label('日期不在这一年', 'Day outside the year'),
    detail: label(`${date}不是${year}年的日期。请核对年份。`, `${date} is not in ${year}.`),
    pointers: [{ pointer: `/notice/days/${index}/date`, detail: `应为${year}年的日期` }],
    parameters: { date, year },
  })

export const dayTwice = (index: number, date: string) =>
  refuse({
    type: '/problems/deadlines/day-twice',
    status: 422,
    title: label('同一天写了两次', 'A day stands twice'),
    detail: label(`${date}出现了两次。请只留一行。`, `${date} appears twice. Keep one line.`),
    pointers: [{ pointer: `/notice/days/${index}/date`, detail: '与前面一行重复' }],
    parameters: { date },
  })

export const dayAsUsual = (index: number, date: string, weekday: string) =>
  refuse({
    type: '/problems/deadlines/day-as-usual',
    status: 422,
    title: label('补班日不是周末', 'Worked day is no weekend'),
    detail: label(
      `${date}是${weekday}，本来就上班，不用写成补班。请核对日期。`,
      `${date} is a working day anyway. Check the date.`,
    ),
    pointers: [{ pointer: `/notice/days/${index}/date`, detail: '补班应为周末' }],
    parameters: { date, weekday },
  })

export const noticeIsWaiting = (year: number) =>
  refuse({
    type: '/problems/deadlines/notice-is-waiting',
    status: 409,
    title: label('已有一份在等签发', 'Another one waits'),
    detail: label(
      `${year}年的放假安排已提出，尚未签发。请先签发或退回那一份。`,
      `A notice for ${year} is already proposed. Sign or refuse it first.`,
    ),
    parameters: { year },
  })

export const noSuchProposal = () =>
  refuse({
    type: '/problems/deadlines/no-such-proposal',
    status: 404,
    title: label('没有这份放假安排', 'No such proposal'),
    detail: label('这份放假安排不在待签发之列。请刷新后再看。', 'No proposal of this kind waits. Refresh the page.'),
  })

export const proposalDecided = () =>
  refuse({
    type: '/problems/deadlines/proposal-decided',
    status: 409,
    title: label('已经处理过', 'Already decided'),
    detail: label('这份放假安排已签发或退回。', 'This proposal was signed or refused before.'),
  })

export const proposerMayNotSign = () =>
  refuse({
    type: '/problems/deadlines/proposer-may-not-sign',
    status: 403,
    title: label('提出人不得签发', 'The proposer may not sign'),
    detail: label(
      '这份放假安排由您提出，请转由另一位有签发权限的同事签发。',
      'You proposed it. Someone else must sign.',
    ),
  })

export const nothingNewOverdue = () =>
  refuse({
    type: '/problems/deadlines/nothing-new-overdue',
    status: 409,
    title: label('没有新的超期', 'Nothing new is overdue'),
    detail: label('没有新超期的期限，不用再提示。', 'No clock has newly run out.'),
  })
