import { z } from 'zod'
import { todaySetting } from '#kernel/pipeline/occasion-for.ts'
import { isDay } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { setting } from './setting.ts'

/** The day a demo court lives on. A real court has no such row and lives on the machine's day. */
export const courtDay = setting<string | null>({
  key: todaySetting,
  title: label('演示日期', 'Demo day'),
  hint: label('演示法院以这一天为今天。', 'The day that a demo court takes for today.'),
  schema: z.string().refine(isDay, { error: '日期不存在' }).nullable(),
  fallback: null,
  demoOnly: true,
})
