import type { Keeping } from '#capabilities/registers'
import { listIsFrozen } from '../problems.ts'
import { clearingOutcomes } from './checks.ts'

type Complete = NonNullable<Keeping['complete']>

/** Whether a case counts as cleared follows from its outcome. */
export const clearedByOutcome: Complete = async (_tx, entry) =>
  typeof entry['clearedOn'] === 'string'
    ? { ...entry, cleared: clearingOutcomes.includes(String(entry['result'] ?? '')) }
    : entry

/** Nothing joins the list of a campaign after the day it was frozen on. */
export const beforeFreezing: Complete = async (tx, entry) => {
  const { campaign, joinedOn } = entry
  const { rows } = await tx.client.query<{ frozen_on: string }>(
    `select frozen_on from campaigns_campaign_counted where campaign = $1 and frozen_on < $2`,
    [campaign, joinedOn],
  )
  const [frozen] = rows
  return frozen ? listIsFrozen(String(campaign), frozen.frozen_on) : entry
}
