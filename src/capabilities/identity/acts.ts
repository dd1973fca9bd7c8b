import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { PlainDateText } from '#kernel/values/wire.ts'
import { Code, GrantScope, LoginName, PersonName, PostId, RoleId } from './contract.ts'

const Reason = z.string().trim().min(2, { error: '请写明理由' }).max(200)

/** Names, words and inputs of the commands that pages give too. Acts on a record leave its id to the record kind. */
export const acts = {
  createPerson: {
    name: 'identity.create-person',
    title: label('新增人员', 'Add a person'),
    input: z.object({
      name: PersonName,
      loginName: LoginName.optional(),
      unitId: z.string().min(1).max(40).optional(),
      activeFrom: PlainDateText.optional(),
    }),
  },
  choosePost: {
    name: 'identity.choose-post',
    title: label('切换岗位', 'Choose a post'),
    input: z.object({ postId: PostId.nullable() }),
  },
  giveLogin: {
    name: 'identity.give-login',
    title: label('开通登录', 'Give a login'),
    input: z.object({ loginName: LoginName }),
  },
  resetPassword: {
    name: 'identity.reset-password',
    title: label('重置密码', 'Reset the password'),
    input: z.object({}),
  },
  deactivate: {
    name: 'identity.deactivate',
    title: label('停用人员', 'Deactivate a person'),
    input: z.object({ reason: Reason }),
  },
  givePost: {
    name: 'identity.give-post',
    title: label('授予岗位', 'Give a post'),
    input: z.object({
      postId: PostId,
      fromOn: PlainDateText,
      untilOn: PlainDateText.optional(),
      inPlaceOf: z.uuid().optional(),
      warrant: z.string().trim().min(2).max(200).optional(),
    }),
  },
  endPost: {
    name: 'identity.end-post',
    title: label('结束岗位', 'End a post'),
    input: z.object({ untilOn: PlainDateText }),
  },
  unlock: { name: 'identity.unlock', title: label('提前解锁', 'Unlock'), input: z.object({}) },
  dropSecondFactor: {
    name: 'identity.drop-second-factor',
    title: label('解除动态口令', 'Drop the second factor'),
    input: z.object({ reason: Reason }),
  },
  endSession: {
    name: 'identity.end-session',
    title: label('结束登录', 'End the session'),
    input: z.object({}),
  },
  defineRole: {
    name: 'identity.define-role',
    title: label('设定角色', 'Define a role'),
    input: z.object({
      roleId: RoleId,
      title: z.string().trim().min(1).max(40),
      secondFactor: z.boolean(),
      grants: z.array(z.object({ permission: z.string().min(3).max(80), scope: GrantScope })).max(500),
    }),
  },
  formTeam: {
    name: 'identity.form-team',
    title: label('组建团队', 'Form a team'),
    input: z.object({ name: z.string().trim().min(1).max(40) }),
  },
  joinTeam: {
    name: 'identity.join-team',
    title: label('加入团队', 'Join a team'),
    input: z.object({ teamId: z.uuid(), fromOn: PlainDateText }),
  },
  leaveTeam: {
    name: 'identity.leave-team',
    title: label('退出团队', 'Leave a team'),
    input: z.object({ teamId: z.uuid(), untilOn: PlainDateText }),
  },
  changePassword: {
    name: 'identity.change-password',
    title: label('改密码', 'Change the password'),
    input: z.object({ password: z.string().min(1).max(256), newPassword: z.string().min(1).max(256) }),
  },
  beginSecondFactor: {
    name: 'identity.begin-second-factor',
    title: label('绑定动态口令', 'Set up a second factor'),
    input: z.object({}),
  },
  confirmSecondFactor: {
    name: 'identity.confirm-second-factor',
    title: label('确认动态口令', 'Confirm the second factor'),
    input: z.object({ code: Code }),
  },
} as const
