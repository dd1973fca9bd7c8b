import { auditAlarms } from './alarms.ts'
import { payoutAlerts } from './alerts.ts'
import { moneyCounts } from './counts.ts'
import { auditSettings } from './settings.ts'

/** What watching over the money adds to the room. */
export const auditParts = {
  queries: [auditAlarms, payoutAlerts],
  settings: auditSettings,
  deskCounts: moneyCounts,
} as const
