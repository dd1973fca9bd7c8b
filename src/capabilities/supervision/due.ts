import { setting, settingValue } from '#capabilities/operations'
import type { LedgerRecord } from '#capabilities/ledgers'
import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Refusal } from '#kernel/problem.ts'
import { day } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { extendedTooFar } from './problems.ts'

/** 信访工作条例 (2022) art. 34: sixty days, thirty more with notice. A court may ask for less. */
export const complaintDays = setting({
  key: 'supervision.complaint-days',
  title: label('信访办理期限（天）', 'Days to answer a complaint'),
  hint: label(
    '《信访工作条例》（2022）第三十四条：六十日内办结，经批准可延长不超过三十日。上级要求更短的，以上级为准。',
    'Regulations on complaints (2022) art. 34: sixty days, extended by at most thirty.',
  ),
  schema: z.object({ answer: z.int().min(1).max(60), extension: z.int().min(0).max(30), warn: z.int().min(0).max(60) }),
  fallback: { answer: 60, extension: 30, warn: 3 },
})

const dayOf = (entry: LedgerRecord, field: string): string | null => {
  const value = entry[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/** A complaint with the day it is due: the superior's, else as extended, else so many days from receipt. */
export async function withDueDay(tx: Tx, entry: LedgerRecord): Promise<LedgerRecord | Refusal> {
  const received = dayOf(entry, 'receivedOn')
  if (received === null) return entry
  const { answer, extension } = await settingValue(tx, complaintDays)
  const last = day(received)
    .add({ days: answer + extension })
    .toString()
  const extended = dayOf(entry, 'extendedTo')
  if (extended !== null && extended > last) return extendedTooFar(last)
  const dueOn = dayOf(entry, 'superiorDueOn') ?? extended ?? day(received).add({ days: answer }).toString()
  return { ...entry, dueOn }
}
