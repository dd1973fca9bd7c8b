import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { beginSecondFactor } from './commands/begin-second-factor.ts'
import { changePassword } from './commands/change-password.ts'
import { choosePost } from './commands/choose-post.ts'
import { confirmSecondFactor } from './commands/confirm-second-factor.ts'
import { countWrongTry } from './commands/count-wrong-try.ts'
import { createPerson } from './commands/create-person.ts'
import { deactivate } from './commands/deactivate.ts'
import { definePost } from './commands/define-post.ts'
import { defineRole } from './commands/define-role.ts'
import { dropSecondFactor } from './commands/drop-second-factor.ts'
import { endPost } from './commands/end-post.ts'
import { endSession } from './commands/end-session.ts'
import { formTeam } from './commands/form-team.ts'
import { giveLogin } from './commands/give-login.ts'
import { givePost } from './commands/give-post.ts'
import { joinTeam } from './commands/join-team.ts'
import { leaveTeam } from './commands/leave-team.ts'
import { proveAgain } from './commands/prove-again.ts'
import { resetPassword } from './commands/reset-password.ts'
import { signIn } from './commands/sign-in.ts'
import { signOut } from './commands/sign-out.ts'
import { unlock } from './commands/unlock.ts'
import { postChoice } from './posts-held.ts'
import { colleagues } from './queries/colleagues.ts'
import { people } from './queries/people.ts'
import { person } from './queries/person.ts'
import { posts } from './queries/posts.ts'
import { permissions, roles } from './queries/roles.ts'
import { sessions } from './queries/sessions.ts'
import { teams } from './queries/teams.ts'
import { whoAmI } from './queries/who-am-i.ts'
import { identityNames } from './record-names.ts'
import { syncRoles } from './roles.ts'
import { identitySettings } from './settings.ts'

export const identity = capability({
  name: 'identity',
  title: label('用户权限', 'People and rights'),
  migrations: new URL('migrations/', import.meta.url),
  preparations: [syncRoles],
  settings: identitySettings,
  session: [postChoice],
  recordNames: identityNames,
  // People whom an import named go with it when it is undone.
  batchColumns: { identity_staff: 'proposed_by' },
  words: {
    'identity.sync-roles': label('更新角色权限', 'Bring roles up to date'),
    'identity.seed-demo': label('建立演示人员', 'Make demo people'),
    'identity.create-first-administrator': label('建立首位管理员', 'Make the first administrator'),
  },
  permissions: {
    'identity.self': { title: label('管理自己的账户', 'Keep one’s own account') },
    'identity.end-session': { title: label('结束登录', 'End sessions') },
    'identity.see-colleagues': { title: label('查看同事名录', 'See colleagues') },
    'identity.read-people': { title: label('查看人员、岗位和角色', 'Read people, posts and roles') },
    'identity.manage-people': { title: label('新增、停用人员', 'Add and deactivate people') },
    'identity.manage-rights': { title: label('授予岗位、设定角色', 'Give posts and define roles') },
    'identity.manage-teams': { title: label('管理团队', 'Keep teams') },
  },
  roleGrants: [
    { role: 'everyone', permission: 'identity.self', scope: 'own' },
    { role: 'everyone', permission: 'identity.end-session', scope: 'own' },
    { role: 'everyone', permission: 'identity.see-colleagues', scope: 'court' },
    { role: 'security-administrator', permission: 'identity.end-session', scope: 'court' },
    { role: 'security-administrator', permission: 'identity.manage-rights', scope: 'court' },
    { role: 'security-administrator', permission: 'identity.read-people', scope: 'court' },
    { role: 'system-administrator', permission: 'identity.manage-people', scope: 'court' },
    { role: 'system-administrator', permission: 'identity.read-people', scope: 'court' },
    { role: 'audit-administrator', permission: 'identity.read-people', scope: 'court' },
    { role: 'inspector', permission: 'identity.read-people', scope: 'court' },
    { role: 'president', permission: 'identity.read-people', scope: 'court' },
    { role: 'director', permission: 'identity.read-people', scope: 'court' },
    { role: 'director', permission: 'identity.manage-teams', scope: 'court' },
  ],
  commands: [
    signIn,
    signOut,
    proveAgain,
    choosePost,
    changePassword,
    beginSecondFactor,
    confirmSecondFactor,
    dropSecondFactor,
    endSession,
    unlock,
    countWrongTry,
    createPerson,
    giveLogin,
    resetPassword,
    deactivate,
    givePost,
    endPost,
    formTeam,
    joinTeam,
    leaveTeam,
    defineRole,
    definePost,
  ],
  queries: [whoAmI, colleagues, people, person, posts, roles, permissions, teams, sessions],
})
