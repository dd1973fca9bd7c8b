import type { DeskSource } from '#kernel/capability.ts'
import { mayInCourt } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'

const mostItems = 200

type Row = {
  readonly claimId: string
  readonly caseId: string | null
  readonly caseNumber: string
  readonly payer: string | null
  readonly reason: string
  readonly others: readonly string[]
  readonly fen: string
}

/** 认领待复核 on the desk of whoever claims money. */
export const reviewDesk: DeskSource = {
  section: label('案款', 'Case money'),
  items: async ({ client }, { actor }) => {
    if (!mayInCourt(actor, 'funds.claim')) return []
    const { rows } = await client.query<Row>({
      name: 'funds_desk_reviews',
      text: `select r.claim_id as "claimId", c.case_id as "caseId", k.case_number as "caseNumber", k.payer, r.reason, r.others,
                    (k.amount_fen - k.paid_fen)::text as fen
             from funds_claim_review r
             join funds_claim k on k.court_id = r.court_id and k.claim_id = r.claim_id
             left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
             where r.outcome is null order by r.found_at, r.claim_id limit $1`,
      values: [mostItems],
    })
    return rows.map(({ claimId, caseId, caseNumber, payer, reason, others, fen }) => ({
      id: `claim-review:${claimId}`,
      what: label(`认领待复核 ${formatYuan(BigInt(fen))} 元`, `Look again at ${formatYuan(BigInt(fen))} yuan`),
      caseId,
      caseNumber,
      parties: payer,
      why: others.length === 0 ? reason : `${reason}；也可能是 ${others.slice(0, 3).join('、')}`,
      dueOn: null,
      state: 'urgent' as const,
      act: { title: label('复核无误', 'Keep'), command: 'funds.keep-claim', input: { claimId } },
      group: 'claim-review',
    }))
  },
}
