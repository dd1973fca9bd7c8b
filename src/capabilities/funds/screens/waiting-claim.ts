import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { z } from 'zod'
import { noSuchProposal } from '../claims/problems.ts'
import { claimMatter } from '../claims/proposal.ts'
import { WaitingClaim } from './contract.ts'

type Known = { readonly number: string; readonly id: string; readonly debtors: string | null }

/** 待复核的认领: whose the line is said to be and by whom, for the person who has to look again. */
export const waitingClaim = reading({
  name: 'funds.waiting-claim',
  title: label('待复核的认领', 'A claim to confirm'),
  may: 'funds.claim',
  input: z.object({ bankLineId: z.uuid() }),
  output: WaitingClaim,
  read: async (tx, { bankLineId }, { actor }) => {
    const waiting = await claimMatter.waiting(tx, `bank-line:${bankLineId}`)
    if (!waiting) return noSuchProposal()
    const { rows: names } = await tx.client.query<{ name: string }>(
      'select name from identity_staff_name where staff_id::text = $1',
      [waiting.proposedBy],
    )
    const { rows } = await tx.client.query<Known>(
      `select s.case_number as number, s.case_id as id,
              (select string_agg(n.name, '、' order by n.name) from cases_party_name n
               where n.court_id = s.court_id and n.case_id = s.case_id and n.role = 'debtor') as debtors
       from cases_fact_source s where s.case_number = any($1::text[])`,
      [waiting.parts.flatMap(({ caseNumber }) => caseNumber ?? [])],
    )
    const known = new Map(rows.map((row) => [row.number, row]))
    return {
      approvalId: waiting.approvalId,
      proposedBy: names[0]?.name ?? waiting.proposedBy,
      proposedAt: waiting.proposedAt,
      mine: waiting.proposedBy === actor.id,
      evidence: waiting.evidence,
      papers: waiting.papers,
      parts: waiting.parts.map(({ kind, caseNumber, amountFen }) => ({
        kind,
        caseNumber,
        caseId: known.get(caseNumber ?? '')?.id ?? null,
        debtors: known.get(caseNumber ?? '')?.debtors ?? null,
        amountFen: amountFen.toString(),
      })),
    }
  },
})
