import type { HoldSource } from '../payouts/slots.ts'

/** Money whose owner is in doubt goes to nobody but whom it came from (款物管理规定: paid to whom it belongs). */
export const doubtedClaims: HoldSource = async ({ client }, numbers) => {
  const { rows } = await client.query<{ number: string; claimId: string; reason: string }>({
    name: 'funds_doubted_claims',
    text: `select k.case_number as number, r.claim_id as "claimId", r.reason
           from funds_claim_review r join funds_claim k on k.court_id = r.court_id and k.claim_id = r.claim_id
           where r.outcome is null and k.case_number = any($1::text[]) order by r.claim_id`,
    values: [numbers],
  })
  return rows.map(({ number, claimId, reason }) => ({
    caseNumber: number,
    claimIds: [claimId],
    debtor: null,
    except: [],
    rule: 'funds.payee',
    text: `这笔款的认领待复核：${reason}`,
  }))
}
