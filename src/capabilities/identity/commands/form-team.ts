import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { newId } from '#kernel/values/ids.ts'
import { acts } from '../acts.ts'
import { teamNameTaken } from '../problems.ts'

export type TeamFormed = { readonly type: 'identity.team-formed'; readonly teamId: string; readonly name: string }

export async function saveTeams(tx: Tx, facts: readonly TeamFormed[]): Promise<void> {
  if (facts.length === 0) return
  await tx.db
    .insertInto('identity_team')
    .values(facts.map(({ teamId, name }) => ({ team_id: teamId, name })))
    .execute()
}

export const formTeam = command({
  ...acts.formTeam,
  may: 'identity.manage-teams',
  cites: [],
  load: async () => ({}),
  decide: (_none, { name }): TeamFormed => ({ type: 'identity.team-formed', teamId: newId(), name }),
  save: saveTeams,
  subjects: ({ teamId }) => [`team:${teamId}`],
  answer: ({ teamId }) => ({ teamId }),
  output: z.object({ teamId: z.uuid() }),
  onConstraint: { identity_team_name: teamNameTaken },
})
