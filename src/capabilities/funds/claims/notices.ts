import type { NoticeSource } from '#capabilities/desk'
import type { Reaction } from '#kernel/capability.ts'
import type { Fact } from '#kernel/fact.ts'
import { formatYuan } from '#kernel/values/money.ts'
import type { MoneyClaimed } from './facts.ts'

/**
 * In the minute in which money finds its case, handler and clerk have it on their desk, and every applicant a message that
 * says how much came and what happens next. It names no debtor and no account.
 */
export const noticeReaction: Reaction = {
  on: ['funds.money-claimed'],
  react: async (tx, facts, { now }) => {
    const claims = facts.flatMap(claimsIn).filter(({ kind, caseNumber }) => kind === 'case' && caseNumber !== null)
    if (claims.length === 0) return []
    await tx.client.query({
      name: 'funds_tell',
      text: `with came as (
               select k.id, k.number, k.sum, c.case_id, c.handler_id, c.clerk_id
               from unnest($1::uuid[], $2::text[], $3::text[]) as k (id, number, sum)
               join cases_fact_source c on c.court_id = current_court() and c.case_number = k.number
             ), told as (
               select id, 'handler' as told, handler_id as staff, null::uuid as party, number, sum from came where handler_id is not null
               union all
               select id, 'clerk', clerk_id, null, number, sum from came where clerk_id is not null and clerk_id is distinct from handler_id
               union all
               select id, 'applicant', null, n.party_id, number, sum from came
               join cases_party_name n on n.court_id = current_court() and n.case_id = came.case_id and n.role = 'applicant'
             )
             insert into funds_notice (notice_id, claim_id, told, staff_id, party_id, text, state, told_at, state_at)
             select gen_random_uuid(), id, told, staff, party,
                    case when told = 'applicant'
                         then number || ' 收到案款 ' || sum || ' 元，法院将在核算后发放，届时另行通知。'
                         else number || ' 到账 ' || sum || ' 元，请核算并申请发放。' end,
                    case when told = 'applicant' then 'waiting' else 'delivered' end, $4::timestamptz, $4::timestamptz
             from told`,
      values: [
        claims.map(({ claimId }) => claimId),
        claims.map(({ caseNumber }) => caseNumber),
        claims.map(({ amountFen }) => formatYuan(amountFen)),
        now.toString(),
      ],
    })
    return []
  },
}

const claimsIn = (fact: Fact): MoneyClaimed['claims'] => (fact as MoneyClaimed).claims

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** 到账提醒 among the messages of the desk. */
export const moneyNotices: NoticeSource = async (tx, since, limit, { actor }) => {
  if (!isId.test(actor.id)) return []
  const { rows } = await tx.client.query<{ id: string; text: string; at: string; number: string }>({
    name: 'funds_notices_of',
    text: `select n.notice_id as id, n.text, n.told_at as at, k.case_number as number
           from funds_notice n join funds_claim k on k.court_id = n.court_id and k.claim_id = n.claim_id
           where n.staff_id = $1::uuid and n.told_at > $2::timestamptz order by n.told_at desc, n.notice_id limit $3`,
    values: [actor.id, since.toString(), limit],
  })
  return rows.map(({ id, text, at, number }) => ({
    id: `funds:${id}`,
    text,
    by: null,
    at,
    href: `/funds/cases/${encodeURIComponent(number)}`,
  }))
}
