import { caseRecord } from '#capabilities/cases'
import type { Tx } from '#kernel/database/transaction.ts'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { fen, sumFen } from '#kernel/values/money.ts'
import { enforcementFee } from '#law/enforcement-fee.ts'
import { isDenied } from '#law/finding.ts'
import { z } from 'zod'
import { PlanCreditors } from '../case-contract.ts'
import { holdsOn } from '../hold-sources.ts'
import { freeReceipts, moneyOfCase } from '../received.ts'
import { holdOn } from '../rules/holds.ts'

type Creditor = {
  readonly creditor: string
  readonly partyId: string | null
  readonly ownCaseNumber: string
  readonly together: number
  readonly byName: boolean
  readonly claimFen: string
}

/**
 * Applicants of this case and of every other open case against one of its debtors, with what the register says is unpaid.
 * Money that lies here is not paid yet: what is settled is what went out, what came directly, and what is stated beyond both.
 */
async function creditorsAround({ client }: Tx, caseId: string): Promise<readonly Creditor[]> {
  const { rows } = await client.query<Creditor>({
    name: 'funds_plan_creditors',
    text: `
      with around as (
        select s.case_id, s.case_number, s.claim_fen, s.waived_fen, s.recovered_fen
        from cases_fact_source s
        where s.case_id = $1 or s.closed_on is null and exists (
          select from cases_party_name mine
          join cases_party_name theirs on theirs.court_id = mine.court_id and theirs.case_id = s.case_id
            and theirs.role = 'debtor' and (theirs.party_id = mine.party_id or theirs.name = mine.name)
          where mine.case_id = $1 and mine.role = 'debtor')
      ), settled as (
        select a.case_id, greatest(m.gone, a.recovered_fen - m.here) as fen
        from around a
        cross join lateral (
          select coalesce(sum(case when k.kind in ('direct', 'in-kind') then k.amount_fen else k.paid_fen end), 0) as gone,
                 coalesce(sum(k.amount_fen - k.paid_fen) filter (where k.kind = 'case'), 0) as here
          from funds_claim k
          where k.case_number = a.case_number and k.undone_at is null and k.kind in ('case', 'direct', 'in-kind')
        ) m
      )
      select n.name as creditor, n.party_id as "partyId", a.case_number as "ownCaseNumber",
             count(*) over (partition by a.case_id)::int as together,
             a.case_id <> $1 and not exists (
               select from cases_party_name mine
               join cases_party_name theirs on theirs.court_id = mine.court_id and theirs.party_id = mine.party_id
               where mine.case_id = $1 and mine.role = 'debtor' and theirs.case_id = a.case_id and theirs.role = 'debtor'
             ) as "byName",
             greatest(a.claim_fen - a.waived_fen - s.fen, 0)::text as "claimFen"
      from around a
      join settled s on s.case_id = a.case_id
      join cases_party_name n on n.case_id = a.case_id and n.role = 'applicant'
      order by a.case_id = $1 desc, a.case_number, n.name limit 200`,
    values: [caseId],
  })
  return rows
}

/** 分配方案的参与人: what the register knows, so that nobody types it again. Priority, basis and late comers are the judge's. */
export const planCreditors = recordReading({
  name: 'funds.plan-creditors',
  title: label('可参与分配的债权人', 'Creditors who may take part'),
  may: 'funds.read',
  record: caseRecord,
  input: z.object({}),
  output: PlanCreditors,
  read: async (tx, { caseId, caseNumber }, _input, { today }) => {
    const { holds, debtors } = await holdsOn(tx, [caseNumber], today)
    const receipts = await freeReceipts(tx, 'case', caseNumber, false)
    const open = receipts.filter((one) => !holdOn(one, 'creditor', holds, debtors))
    const { receivedFen, feeFen } = await moneyOfCase(tx, caseNumber)
    const reckoned = enforcementFee({ claim: fen(receivedFen), on: today })
    const due = isDenied(reckoned) || !('fee' in reckoned.value) ? 0n : reckoned.value.fee
    return {
      freeFen: sumFen(open.map(({ freeFen }) => freeFen)).toString(),
      feeFen: (due > feeFen ? due - feeFen : 0n).toString(),
      creditors: (await creditorsAround(tx, caseId)).map(({ together, claimFen, ...creditor }) => ({
        ...creditor,
        claimFen: together === 1 ? claimFen : null,
      })),
    }
  },
})
