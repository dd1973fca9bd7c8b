import { z } from 'zod'

export const PersonName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{M}·・ .-]{1,50}$/u, { error: '请填姓名，不含数字和符号' })

export const LoginName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._-]{2,64}$/u, { error: '2 至 64 个字母、数字或 . _ -' })

export const PostId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)
export const RoleId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
export const GrantScope = z.enum(['court', 'team', 'own', 'unit', 'self'])
export const Code = z.string().regex(/^\d{6}$/, { error: '6 位数字' })
