import { z } from 'zod'
import { setting } from '#capabilities/operations'
import { label } from '#kernel/values/labels.ts'

export const idleMinutes = setting({
  key: 'identity.idle-minutes',
  title: label('无操作退出（分钟）', 'Idle time-out (minutes)'),
  hint: label('这么久没有操作，就要重新登录。', 'A session ends after this long without a call.'),
  schema: z.int().min(5).max(480),
  fallback: 30,
})

export const sessionHours = setting({
  key: 'identity.session-hours',
  title: label('一次登录最长（小时）', 'Longest session (hours)'),
  hint: label('到时间必须重新登录，不论有没有操作。', 'A session ends after this long in any case.'),
  schema: z.int().min(1).max(24),
  fallback: 12,
})

export const demandSecondFactor = setting({
  key: 'identity.demand-second-factor',
  title: label('审批和管理岗位须用动态口令', 'Second factor for approval and administration'),
  hint: label(
    '关闭后，案款、审批和管理岗位只凭密码登录。只供演示。',
    'Off: approval and administration need a password only. For a demo.',
  ),
  schema: z.boolean(),
  fallback: true,
})

export const identitySettings = [idleMinutes, sessionHours, demandSecondFactor] as const
