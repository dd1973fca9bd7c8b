import { z } from 'zod'
import { setting } from '#capabilities/operations'
import { label } from '#kernel/values/labels.ts'
import { type Allowance, matterCodes, matters } from './matters.ts'

const Allowed = z.union([
  z.object({ unit: z.enum(['working-day', 'day', 'hour', 'minute']), amount: z.int().min(1).max(1000) }),
  z.object({ unit: z.literal('month-end') }),
])

/** How long each matter may take, where the court does it otherwise than the catalogue; null: no due day of its own. */
export const allowances = setting<Readonly<Record<string, Allowance | null>>>({
  key: 'command-centre.allowances',
  title: label('工作单事项时限', 'Allowances of matters'),
  hint: label(
    '按事项代码（W01—W33）设办理时限；未设的按事项目录。',
    'By matter code; what is not set follows the catalogue.',
  ),
  schema: z.record(z.string().regex(/^W\d\d$/), Allowed.nullable()),
  fallback: Object.fromEntries(matterCodes.map((code) => [code, matters[code].allowance])),
})
