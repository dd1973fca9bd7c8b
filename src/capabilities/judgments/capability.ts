import { setting, settingValue } from '#capabilities/operations'
import { grant, keep, registerRoom, watchOn } from '#capabilities/registers'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { judgmentsBehind, withEnforcement } from './enforcement.ts'
import { counted } from './indicators.ts'
import { judgment } from './registers/judgment.ts'
import { judgmentChecks } from './rules/checks.ts'

/** When the end of a duty is brought up, and how long afterwards it still is: a choice of the court. */
const dutyWarning = setting({
  key: 'judgments.duty-warning',
  title: label('履行期限提醒', 'Warning before a duty ends'),
  hint: label(
    '届满前多少天放上工作台；届满后多少天起只在台账里。',
    'Days ahead on the desk, and days after in the list alone.',
  ),
  schema: z.object({ days: z.int().min(0).max(90), behind: z.int().min(0).max(730) }),
  fallback: { days: 7, behind: 60 },
})

export const judgments = registerRoom({
  name: 'judgments',
  title: label('民事裁判', 'Civil judgments'),
  migrations: new URL('migrations/', import.meta.url),
  roleGrants: [
    ...grant('filing-clerk', 'court', 'judgments.read', 'judgments.record'),
    ...grant('clerk', 'own', 'judgments.read'),
    ...grant('judge', 'own', 'judgments.read'),
    ...grant('director', 'court', 'judgments.read', 'judgments.record'),
    ...grant('president', 'court', 'judgments.read'),
    ...grant('inspector', 'court', 'judgments.read'),
    ...grant('office', 'court', 'judgments.read'),
  ],
  registers: [keep(judgment, { cites: ['filing.conditions'], checks: judgmentChecks, complete: withEnforcement })],
  queries: [counted.records],
  indicators: counted.indicators,
  timeline: [judgmentsBehind],
  settings: [dutyWarning],
  desk: [
    watchOn({
      register: judgment,
      section: label('事项', 'Matters'),
      what: label('裁判履行期限届满', 'Duty of a judgment ends'),
      day: 'performBy',
      until: ['performedOn', 'urgedOn', 'caseNumber'],
      ahead: async (tx) => ({ ...(await settingValue(tx, dutyWarning)), urgent: 0 }),
      why: ({ documentNumber, division }) =>
        [String(documentNumber), division, '届满未履行的，启动督促；申请人可随时申请执行']
          .filter((part) => part !== null)
          .join(' · '),
      act: { name: 'perform', title: label('登记履行', 'Performed') },
      also: 'judgments.record',
    }),
  ],
})
