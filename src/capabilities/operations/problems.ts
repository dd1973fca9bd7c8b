import { refuse } from '#kernel/problem.ts'
import { label, type Label } from '#kernel/values/labels.ts'

export const noSuchSetting = (key: string) =>
  refuse({
    type: '/problems/operations/no-such-setting',
    status: 404,
    title: label('没有这个参数', 'No such setting'),
    detail: label(`没有参数 ${key}。请从参数表中选择。`, `There is no setting ${key}.`),
    pointers: [{ pointer: '/key', detail: '没有这个参数' }],
  })

export const valueDoesNotFit = (title: Label, why: string) =>
  refuse({
    type: '/problems/operations/value-does-not-fit',
    status: 422,
    title: label('参数值不合适', 'Value does not fit'),
    detail: label(`“${title.zh}”不能是这个值：${why}。`, `“${title.en}” cannot take this value.`),
    pointers: [{ pointer: '/value', detail: why }],
  })

export const demoCourtsOnly = (title: Label) =>
  refuse({
    type: '/problems/operations/demo-courts-only',
    status: 403,
    title: label('只能在演示法院改', 'Demo courts only'),
    detail: label(
      `“${title.zh}”只能在演示法院改。正式法院按实际日期运行。`,
      `“${title.en}” moves in a demo court only.`,
    ),
  })

export const noSuchJob = (kind: string) =>
  refuse({
    type: '/problems/operations/no-such-job',
    status: 404,
    title: label('没有这项任务', 'No such job'),
    detail: label(`没有任务 ${kind}。请从任务表中选择。`, `There is no job ${kind}.`),
    pointers: [{ pointer: '/kind', detail: '没有这项任务' }],
  })

export const jobIsWaiting = (title: Label) =>
  refuse({
    type: '/problems/operations/job-is-waiting',
    status: 409,
    title: label('已在排队', 'Already waiting'),
    detail: label(`“${title.zh}”已在排队或正在运行。请稍后刷新。`, `“${title.en}” is waiting or running already.`),
  })

export const noSuchList = (query: string) =>
  refuse({
    type: '/problems/operations/no-such-list',
    status: 404,
    title: label('没有这个列表', 'No such list'),
    detail: label(`没有列表 ${query}。请从列表页保存视图。`, `There is no list ${query}.`),
    pointers: [{ pointer: '/query', detail: '没有这个列表' }],
  })

export const notYourTeam = () =>
  refuse({
    type: '/problems/operations/not-your-team',
    status: 403,
    title: label('不是您的团队', 'Not your team'),
    detail: label('视图只能共享给自己所在的团队或全院。', 'A view is shared with your own team or the court.'),
    pointers: [{ pointer: '/sharedWith', detail: '不是您的团队' }],
  })
