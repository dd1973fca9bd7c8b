import type { Pointer } from '../problem.ts'
import { refuse } from '../problem.ts'
import { label, type Label } from '../values/labels.ts'

export const invalidInput = (pointers: readonly Pointer[]) =>
  refuse({
    type: '/problems/kernel/invalid-input',
    status: 422,
    title: label('填写有误', 'Input not valid'),
    detail: label(
      `有 ${pointers.length} 处需要改：${[...new Set(pointers.map(inWords))].join('；')}。请改好后再提交。`,
      `${pointers.length} field(s) need correction`,
    ),
    pointers,
  })

/** The place in a list is told; the names of fields are for programs, and the page puts its own titles to them. */
function inWords({ pointer, detail }: Pointer): string {
  const places = pointer.split('/').filter((part) => /^\d+$/.test(part))
  return places.length === 0 ? detail : `${places.map((part) => `第${Number(part) + 1}项`).join('')}${detail}`
}

export const signInFirst = () =>
  refuse({
    type: '/problems/kernel/sign-in-first',
    status: 401,
    title: label('请先登录', 'Sign in first'),
    detail: label('登录已过期或尚未登录。登录后继续，已填内容仍在。', 'Your session has ended or not begun.'),
    remedy: { title: label('登录', 'Sign in'), href: '/sign-in' },
  })

export const proveAgain = () =>
  refuse({
    type: '/problems/kernel/prove-again',
    status: 403,
    title: label('请再次验证身份', 'Prove your identity again'),
    detail: label('这一步需要重新验证密码或动态码，十分钟内有效。', 'This act asks for your password or code again.'),
    remedy: { title: label('验证', 'Verify'), command: 'identity.prove-again' },
  })

export const notPermitted = (title: Label) =>
  refuse({
    type: '/problems/kernel/not-permitted',
    status: 403,
    title: label('没有这项权限', 'Not permitted'),
    detail: label(
      `您的岗位不能“${title.zh}”。需要时请安全管理员授予岗位。`,
      `Your posts do not include “${title.en}”. Ask the security administrator.`,
    ),
  })

export const outsideScope = (title: Label) =>
  refuse({
    type: '/problems/kernel/outside-scope',
    status: 403,
    title: label('不在您的范围内', 'Outside your scope'),
    detail: label(
      `“${title.zh}”只对承办的案件、本团队或授权范围开放。需要时向承办人申请。`,
      `“${title.en}” is open only for records within your scope.`,
    ),
  })

export const staleVersion = (expected: number, current: number) =>
  refuse({
    type: '/problems/kernel/stale-version',
    status: 412,
    title: label('内容已被别人改过', 'Changed by somebody else'),
    detail: label('您看到的不是最新内容。请比较后再保存。', 'What you saw is no longer current. Compare, then save.'),
    parameters: { expected, current },
  })

export const keyReused = () =>
  refuse({
    type: '/problems/kernel/idempotency-key-reused',
    status: 422,
    title: label('重复编号用于不同内容', 'Idempotency key reused'),
    detail: label('同一提交编号已用于另一份内容。请刷新页面后重新提交。', 'This key was used with other input.'),
  })

export const notFound = (what: Label) =>
  refuse({
    type: '/problems/kernel/not-found',
    status: 404,
    title: label(`没有找到${what.zh}`, `No such ${what.en}`),
    detail: label(`没有找到${what.zh}，或者它不在本院。请核对编号。`, `No such ${what.en} in this court.`),
  })

export const constraintBroken = (constraint: string) =>
  refuse({
    type: '/problems/kernel/constraint',
    status: 409,
    title: label('数据库拒绝了这次保存', 'The database refused this'),
    detail: label(
      `与已有记录矛盾（约束 ${constraint}），没有保存任何内容。请核对后重试。`,
      `It contradicts a record (constraint ${constraint}); nothing was saved.`,
    ),
    parameters: { constraint },
  })

export const badCursor = () =>
  refuse({
    type: '/problems/kernel/bad-cursor',
    status: 400,
    title: label('翻页位置无效', 'Invalid cursor'),
    detail: label('翻页位置或排序无法识别。请从第一页开始。', 'The cursor or order is not known. Start again.'),
  })

export const unstorable = () =>
  refuse({
    type: '/problems/kernel/unstorable',
    status: 422,
    title: label('有内容无法保存', 'A value cannot be stored'),
    detail: label(
      '有一项超出能保存的范围：数字过大、日期不存在，或文字中有不可见的控制字符。请核对后重试，没有保存任何内容。',
      'A value is out of range, a day does not exist, or a text holds control characters. Nothing was saved.',
    ),
  })
