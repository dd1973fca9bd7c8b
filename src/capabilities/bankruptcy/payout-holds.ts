import type { HoldSource, PayoutHold } from '#capabilities/funds'

/**
 * What the transfer to bankruptcy stops: from the decision on, money of that debtor in every case of the court; what came
 * from other debtors goes on, and what goes to the administrator (法发〔2017〕2号 arts. 8, 9, 16; 解释 (2022) arts. 511, 513).
 * Returned papers end it.
 */
export const bankruptcyHolds: HoldSource = async ({ client }, numbers) => {
  const { rows } = await client.query<{
    number: string
    partyId: string | null
    name: string
    since: string
    accepted: boolean
  }>({
    name: 'bankruptcy_payout_holds',
    text: `select distinct on (c.case_number, d.name) c.case_number as number, d.party_id as "partyId", d.name,
                  coalesce(t.accepted_on, t.decided_on)::text as since, t.accepted_on is not null as accepted
           from cases_fact_source c
           join cases_debtor d on d.court_id = c.court_id and d.case_id = c.case_id
           join bankruptcy_bankruptcy_transfer t on t.court_id = c.court_id and t.withdrawn_because is null
             and coalesce(t.decided_on, t.accepted_on) is not null and t.returned_on is null
             and (t.party_id = d.party_id or (t.case_number = c.case_number and t.person = d.name))
           where c.case_number = any($1::text[])
           order by c.case_number, d.name, t.accepted_on desc nulls last`,
    values: [numbers],
  })
  return rows.map(({ number, partyId, name, since, accepted }): PayoutHold => ({
    caseNumber: number,
    claimIds: null,
    debtor: { partyId, name },
    except: ['administrator'],
    rule: 'bankrupt.stay',
    text: `${name}已于 ${since} ${accepted ? '被裁定受理破产' : '决定移送破产审查'}，其款项不得向债权人发放`,
  }))
}
