import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { countWrongTry } from './commands/count-wrong-try.ts'
import { createPerson } from './commands/create-person.ts'
import { formTeam } from './commands/form-team.ts'
import { givePost } from './commands/give-post.ts'
import { joinTeam } from './commands/join-team.ts'
import { resetPassword } from './commands/reset-password.ts'
import { signIn } from './commands/sign-in.ts'
import { signOut } from './commands/sign-out.ts'
import { syncRoles } from './roles.ts'
import { identitySettings } from './settings.ts'

export const identity = capability({
  name: 'identity',
  title: label('用户权限', 'People and rights'),
  migrations: new URL('migrations/', import.meta.url),
  preparations: [syncRoles],
  settings: identitySettings,
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
  commands: [signIn, signOut, countWrongTry, createPerson, resetPassword, givePost, formTeam, joinTeam],
})
