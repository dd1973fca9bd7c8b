import { z } from 'zod'
import { setting } from '#capabilities/operations'
import { label } from '#kernel/values/labels.ts'

export const samePairCases = setting({
  key: 'funds.audit-same-pair-cases',
  title: label('同一承办人付给同一收款人提示件数', 'Cases of one handler and one payee that raise an alarm'),
  hint: label(
    '一年内同一承办人在这么多件不同案件里付给同一收款人，审计页提示。',
    'So many different cases in a year are shown to the auditor.',
  ),
  schema: z.int().min(2).max(50),
  fallback: 3,
})
export const deferralsAlarm = setting({
  key: 'funds.audit-deferrals',
  title: label('延缓次数提示', 'Deferrals that raise an alarm'),
  hint: label('一笔款延缓达到这么多次，审计页提示。', 'So many deferrals of one sum are shown to the auditor.'),
  schema: z.int().min(2).max(20),
  fallback: 3,
})
export const auditSettings = [samePairCases, deferralsAlarm] as const
