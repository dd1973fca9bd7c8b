import { refuse } from '#kernel/problem.ts'
import { formatDayZh } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'

export const noSuchItem = () =>
  refuse({
    type: '/problems/desk/no-such-item',
    status: 404,
    title: label('这一项已经不在', 'No longer there'),
    detail: label('这一项已办结或已转出，不用推迟。', 'It is done or was handed over.'),
  })

export const dueToday = () =>
  refuse({
    type: '/problems/desk/due-today',
    status: 409,
    title: label('今天到期，不能推迟', 'Due today'),
    detail: label('期限就在今天或已过，不能推迟。请先办理。', 'The limit is today or past. Act first.'),
    remedy: { title: label('回工作台', 'To the desk'), href: '/desk' },
  })

export const pastTheLimit = (dueOn: Temporal.PlainDate) =>
  refuse({
    type: '/problems/desk/past-the-limit',
    status: 409,
    title: label('不能推迟到期限之后', 'Past the limit'),
    detail: label(
      `不能推迟到期限之后（${formatDayZh(dueOn)}）。请选更早的一天。`,
      `It cannot be put off past ${dueOn.toString()}.`,
    ),
    pointers: [{ pointer: '/until', detail: `不能晚于 ${dueOn.toString()}` }],
    parameters: { dueOn: dueOn.toString() },
  })

export const notLater = (today: Temporal.PlainDate) =>
  refuse({
    type: '/problems/desk/not-later',
    status: 422,
    title: label('须晚于今天', 'Not later than today'),
    detail: label(`推迟到的日期须晚于今天 ${today.toString()}。`, 'Choose a day after today.'),
    pointers: [{ pointer: '/until', detail: '须晚于今天' }],
  })
