import { label, type Label } from '#kernel/values/labels.ts'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'
import { z } from 'zod'

const Nullable = z.string().nullable()

/** What an auditor looks at twice. None of it is a fault by itself; each names the records that show it. */
export const alarmKinds = {
  'shared-account': label('一个账户收两名申请人的款', 'One account, two applicants'),
  'paid-after-change': label('账户变更后一小时内付款', 'Paid within an hour of an account change'),
  'same-pair': label('同一承办人多次付给同一收款人', 'Same handler, same payee'),
  cash: label('现金入账', 'Cash'),
  'deferred-often': label('多次延缓', 'Deferred again and again'),
  'closed-with-balance': label('执行完毕仍有余额', 'Closed as performed with a balance'),
  'idle-balance': label('有余额无人在办', 'A balance nobody works on'),
} as const satisfies Record<string, Label>
export type AlarmKind = keyof typeof alarmKinds
const alarmCodes = Object.keys(alarmKinds) as [AlarmKind, ...AlarmKind[]]

export const AlarmFilter = z.object({
  kind: z.enum(alarmCodes).optional(),
  from: PlainDateText.optional(),
  to: PlainDateText.optional(),
})
export const AlarmRow = z.object({
  alarmKey: z.string(),
  kind: z.enum(alarmCodes),
  /** The day of the latest record that shows it. */
  on: PlainDateText,
  caseNumber: Nullable,
  caseId: Nullable,
  amountFen: FenText,
  /** What was found, in one sentence. */
  text: z.string(),
  /** Where the records are read. */
  href: z.string(),
})

/** Days since the notice of arrival, and who hears of it then (到账提示分级). */
export const alertLevels = [
  { level: 'target', days: 3, tells: '承办法官' },
  { level: 'amber', days: 5, tells: '承办法官、案款管理专员' },
  { level: 'orange', days: 20, tells: '执行局局长' },
  { level: 'leader', days: 25, tells: '分管院领导' },
  { level: 'red', days: 30, tells: '院长办公会、纪检督察' },
] as const
export type AlertLevel = (typeof alertLevels)[number]['level']
export const alertTitles = {
  target: label('满 3 天', '3 days'),
  amber: label('满 5 天', '5 days'),
  orange: label('满 20 天，报局长', '20 days, director'),
  leader: label('满 25 天，报分管院领导', '25 days, leader in charge'),
  red: label('满 30 天，报院长办公会和纪检督察', '30 days, president’s board and discipline inspection'),
} as const satisfies Record<AlertLevel, Label>
const alertCodes = Object.keys(alertTitles) as [AlertLevel, ...AlertLevel[]]

export const AlertFilter = z.object({
  asOf: PlainDateText.optional(),
  level: z.enum(alertCodes).optional(),
  caseNumber: z.string().max(60).optional(),
})
export const AlertRow = z.object({
  claimId: z.uuid(),
  level: z.enum(alertCodes),
  caseNumber: Nullable,
  caseId: Nullable,
  leftFen: FenText,
  arrivedOn: PlainDateText,
  knownOn: PlainDateText,
  /** Since the notice of arrival. */
  days: z.int(),
  /** Posts that hear of it at this level. */
  tells: z.string(),
  deferred: z.boolean(),
  inChainFen: FenText,
  handlerId: Nullable,
  handlerName: Nullable,
  clerkId: Nullable,
  teamId: Nullable,
})
