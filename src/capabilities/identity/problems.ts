import { refuse } from '#kernel/problem.ts'
import { courtTimeZone } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { longestPassword, shortestPassword, type PasswordFault } from './rules/password.ts'
import type { PostPair } from './rules/separation.ts'

const clockText = (moment: Temporal.Instant): string =>
  moment.toZonedDateTimeISO(courtTimeZone).toPlainTime().toString().slice(0, 5)

export const wrongCredentials = (triesLeft: number) =>
  refuse({
    type: '/problems/identity/wrong-credentials',
    status: 401,
    title: label('没有登录', 'Not signed in'),
    detail: label(
      `用户名或密码不对，还可试${triesLeft}次。`,
      `User name or password is wrong; ${triesLeft} tries are left.`,
    ),
    parameters: { triesLeft },
  })

export const lockedUntil = (until: Temporal.Instant, failed: number, whomToAsk: string | null) =>
  refuse({
    type: '/problems/identity/locked',
    status: 423,
    title: label(`账户锁定至 ${clockText(until)}`, `Locked until ${clockText(until)}`),
    detail: label(
      `连续输错${failed}次，账户锁定至 ${clockText(until)}。${whomToAsk === null ? '急用请找安全管理员。' : `急用请找安全管理员 ${whomToAsk}。`}`,
      `${failed} wrong tries; locked until ${clockText(until)}. Ask the security administrator if it is urgent.`,
    ),
    parameters: { until: until.toString() },
  })

export const codeNeeded = () =>
  refuse({
    type: '/problems/identity/code-needed',
    status: 401,
    title: label('请输入动态口令', 'Code needed'),
    detail: label('请输入手机令牌上的6位数字。', 'Enter the six digits of your authenticator.'),
    pointers: [{ pointer: '/code', detail: '必填' }],
  })

export const wrongCode = (triesLeft: number) =>
  refuse({
    type: '/problems/identity/wrong-code',
    status: 401,
    title: label('动态口令不对', 'Wrong code'),
    detail: label(
      `动态口令不对或已用过，还可试${triesLeft}次。请等下一组数字。`,
      `The code is wrong or was used; ${triesLeft} tries are left.`,
    ),
    pointers: [{ pointer: '/code', detail: '不对或已用过' }],
    parameters: { triesLeft },
  })

export const tooManyAtOnce = () =>
  refuse({
    type: '/problems/identity/too-many-at-once',
    status: 503,
    title: label('登录的人较多', 'Many people are signing in'),
    detail: label('登录的人较多，请几秒后再试。', 'Many people are signing in; try again in a few seconds.'),
  })

export const noSession = () =>
  refuse({
    type: '/problems/identity/no-session',
    status: 409,
    title: label('没有登录会话', 'No session'),
    detail: label('这一步只能在登录后的页面上做。', 'This is done in a signed-in session only.'),
    remedy: { title: label('登录', 'Sign in'), href: '/sign-in' },
  })

export const proofMissing = () =>
  refuse({
    type: '/problems/identity/proof-missing',
    status: 422,
    title: label('请输入密码或动态口令', 'Password or code needed'),
    detail: label(
      '请输入密码，或手机令牌上的6位数字。',
      'Enter your password or the six digits of your authenticator.',
    ),
    pointers: [{ pointer: '/password', detail: '必填' }],
  })

const faults: Readonly<Record<PasswordFault, readonly [string, string]>> = {
  'too-short': [`新密码至少 ${shortestPassword} 个字符。`, `At least ${shortestPassword} characters.`],
  'too-long': [`新密码最多 ${longestPassword} 个字符。`, `At most ${longestPassword} characters.`],
  'holds-name': ['新密码不能含有姓名或用户名。', 'It may not hold your name or user name.'],
  'too-plain': ['新密码太容易猜到：请用不连续、不重复的字符。', 'It is too easy to guess.'],
  'same-as-before': ['新密码与原密码相同。请换一个。', 'It is the same as before.'],
}

export const passwordRefused = (fault: PasswordFault) =>
  refuse({
    type: `/problems/identity/password-${fault}`,
    status: 422,
    title: label('新密码不合要求', 'Password not accepted'),
    detail: label(...faults[fault]),
    pointers: [{ pointer: '/newPassword', detail: faults[fault][0] }],
  })

export const loginNameTaken = () =>
  refuse({
    type: '/problems/identity/login-name-taken',
    status: 409,
    title: label('用户名已有人用', 'User name taken'),
    detail: label('这个用户名已有人用。请换一个。', 'Somebody has this user name. Choose another.'),
    pointers: [{ pointer: '/loginName', detail: '已有人用' }],
  })

export const hasLogin = (name: string) =>
  refuse({
    type: '/problems/identity/has-login',
    status: 409,
    title: label('已经可以登录', 'Can sign in already'),
    detail: label(
      `${name} 已有用户名。忘记密码时请用“重置密码”。`,
      `${name} has a user name. Reset the password instead.`,
    ),
  })

export const hasNoLogin = (name: string) =>
  refuse({
    type: '/problems/identity/has-no-login',
    status: 409,
    title: label('还没有用户名', 'Has no user name'),
    detail: label(`${name} 还没有用户名。请先开通登录。`, `${name} has no user name yet.`),
    remedy: { title: label('开通登录', 'Give a login'), command: 'identity.give-login' },
  })

export const postsClash = ({ one, other }: PostPair) =>
  refuse({
    type: '/problems/identity/posts-clash',
    status: 403,
    title: label('岗位不能由一人担任', 'Posts clash'),
    rule: 'identity.separation-of-duties',
    detail: label(
      `“${one.title}”与“${other.title}”不能由同一人担任。请先结束其中一个，或换一人。`,
      `“${one.title}” and “${other.title}” may not be held by one person.`,
    ),
    parameters: { one: one.postId, other: other.postId },
  })

export const notYourself = () =>
  refuse({
    type: '/problems/identity/not-yourself',
    status: 403,
    title: label('不能给自己办', 'Not for yourself'),
    rule: 'identity.separation-of-duties',
    detail: label(
      '不能给自己授予或改动岗位。请由另一位安全管理员办理。',
      'Nobody gives posts to themselves. Ask another security administrator.',
    ),
  })

export const alreadyHeld = (title: string) =>
  refuse({
    type: '/problems/identity/already-held',
    status: 409,
    title: label('岗位已在任', 'Post already held'),
    detail: label(`这段时间已担任“${title}”。请核对起止日期。`, `“${title}” is held in these days already.`),
  })

export const alreadyEnded = (what: string) =>
  refuse({
    type: '/problems/identity/already-ended',
    status: 409,
    title: label('已经结束', 'Already ended'),
    detail: label(`${what}已经结束，不用再办。`, 'This has ended already.'),
  })

export const daysOutOfOrder = () =>
  refuse({
    type: '/problems/identity/days-out-of-order',
    status: 422,
    title: label('起止日期颠倒', 'Days out of order'),
    detail: label('截止日期早于起始日期。请核对。', 'The last day is before the first.'),
    pointers: [{ pointer: '/untilOn', detail: '早于起始日期' }],
  })

export const warrantMissing = () =>
  refuse({
    type: '/problems/identity/warrant-missing',
    status: 422,
    title: label('代行职务要写明依据和期限', 'Delegation needs a paper and an end'),
    detail: label(
      '代行职务要填被代的人、书面授权和截止日期。请补齐。',
      'Standing in needs the person, the written delegation and a last day.',
    ),
    pointers: [{ pointer: '/warrant', detail: '与被代的人、截止日期一并填写' }],
  })

export const workToHandOver = (work: readonly string[]) =>
  refuse({
    type: '/problems/identity/work-to-hand-over',
    status: 409,
    title: label('还有未交接的工作', 'Open work to hand over'),
    detail: label(`停用前要先交接：${work.join('、')}。`, `Hand over first: ${work.join(', ')}.`),
  })

export const permissionNotForRole = (permission: string, role: string) =>
  refuse({
    type: '/problems/identity/permission-not-for-role',
    status: 403,
    title: label('这项权限不能给这个角色', 'Permission not for this role'),
    rule: 'identity.separation-of-duties',
    detail: label(
      `“${role}”不能有“${permission}”：管理权限与办案权限分开，三员各管一项。`,
      `“${role}” may not hold “${permission}”: administration and casework are kept apart.`,
    ),
    parameters: { permission },
  })

export const lastAdministrator = (title: string) =>
  refuse({
    type: '/problems/identity/last-administrator',
    status: 409,
    title: label('不能没有管理员', 'Somebody must hold this'),
    detail: label(
      `这是最后一位“${title}”。请先授予另一人，再结束。`,
      `This is the last “${title}”. Give the post to another person first.`,
    ),
  })

export const administratorExists = (title: string) =>
  refuse({
    type: '/problems/identity/administrator-exists',
    status: 409,
    title: label('已有管理员', 'There is an administrator'),
    detail: label(
      `本院已有“${title}”。其他人由他在“用户、岗位、角色”中办理。`,
      `This court has a “${title}”, who adds further people.`,
    ),
  })

export const teamNameTaken = () =>
  refuse({
    type: '/problems/identity/team-name-taken',
    status: 409,
    title: label('团队名称已有', 'Team name taken'),
    detail: label('已有同名团队。请换一个名称。', 'There is a team of this name.'),
    pointers: [{ pointer: '/name', detail: '已有同名团队' }],
  })

export const alreadyInTeam = (team: string) =>
  refuse({
    type: '/problems/identity/already-in-team',
    status: 409,
    title: label('已在团队中', 'Already in the team'),
    detail: label(`此人已在“${team}”中。`, `This person is in “${team}” already.`),
  })

export const noSuchLogin = () =>
  refuse({
    type: '/problems/identity/no-such-login',
    status: 404,
    title: label('没有这个用户名', 'No such user name'),
    detail: label('没有这个用户名。用 duixian user list 查看。', 'No such user name. See duixian user list.'),
  })

export const codeDoesNotFit = () =>
  refuse({
    type: '/problems/identity/code-does-not-fit',
    status: 422,
    title: label('动态口令不对', 'Code does not fit'),
    detail: label(
      '数字与刚才的密钥不符。请核对手机时间，再输入下一组数字。',
      'The code does not fit the secret. Check the phone’s clock and enter the next one.',
    ),
    pointers: [{ pointer: '/code', detail: '与密钥不符' }],
  })

export const factorNotBegun = () =>
  refuse({
    type: '/problems/identity/factor-not-begun',
    status: 409,
    title: label('还没有开始绑定', 'Not begun'),
    detail: label('请先取得密钥，装入手机令牌。', 'Get a secret first and put it into your authenticator.'),
    remedy: { title: label('绑定动态口令', 'Set up'), command: 'identity.begin-second-factor' },
  })

export const hasNoFactor = (name: string) =>
  refuse({
    type: '/problems/identity/has-no-factor',
    status: 409,
    title: label('没有绑定动态口令', 'No second factor'),
    detail: label(`${name} 没有绑定动态口令，不用解除。`, `${name} has no second factor.`),
  })

export const notInTeam = () =>
  refuse({
    type: '/problems/identity/not-in-team',
    status: 409,
    title: label('不在这个团队', 'Not in this team'),
    detail: label('此人现在不在这个团队。请核对团队。', 'This person is not in the team now.'),
  })

export const unknownPermission = (permission: string) =>
  refuse({
    type: '/problems/identity/unknown-permission',
    status: 422,
    title: label('没有这项权限', 'Unknown permission'),
    detail: label(`没有权限 ${permission}。请从权限表中选择。`, `There is no permission ${permission}.`),
    pointers: [{ pointer: '/grants', detail: `没有权限 ${permission}` }],
  })

export const roleIsPreset = () =>
  refuse({
    type: '/problems/identity/role-is-preset',
    status: 409,
    title: label('这个角色不能改', 'Role is fixed'),
    detail: label(
      '“全体登录人员”的权限随版本确定。请改其他角色。',
      'What everyone signed in may do comes with the version.',
    ),
  })

export const postIsHeld = (title: string) =>
  refuse({
    type: '/problems/identity/post-is-held',
    status: 409,
    title: label('岗位有人担任', 'Post is held'),
    detail: label(
      `“${title}”现有人担任，不能换角色。请先结束任职，或新设岗位。`,
      `“${title}” is held; end its holdings before giving it another role.`,
    ),
  })

export const holdersWouldClash = (title: string) =>
  refuse({
    type: '/problems/identity/holders-would-clash',
    status: 409,
    title: label('现任人员会有冲突', 'Holders would clash'),
    rule: 'identity.separation-of-duties',
    detail: label(
      `现在有人同时担任“${title}”和不能兼任的岗位。请先结束其中一个。`,
      `Somebody holds “${title}” and a post it may not be joined with.`,
    ),
  })

export const postNotHeld = () =>
  refuse({
    type: '/problems/identity/post-not-held',
    status: 422,
    title: label('不是现任岗位', 'Not your post'),
    detail: label(
      '只能切换到自己今天担任的岗位。新岗位由安全管理员授予。',
      'Only a post you hold today can be chosen; the security administrator gives posts.',
    ),
    pointers: [{ pointer: '/postId', detail: '不在现任岗位之内' }],
  })
