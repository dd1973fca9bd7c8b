import { sql } from 'kysely'
import type { ContradictionSource } from '#capabilities/registers'

/** Money that the clearing ledger and the resumed case state differently. */
export const clearingContradictions: readonly ContradictionSource[] = [
  {
    rows: () => sql`
      select 'W_CLEARING_MONEY:' || p.entry_id as key, '终本清仓 / 恢复执行台账'::text as kind, c.case_number as "caseNumber",
             coalesce(p.cleared_on, p.terminated_on) as "on", 'W_CLEARING_MONEY'::text as code,
             '清仓台账写到位 ' || to_char(p.money / 100.0, 'FM999,999,999,990.00') || ' 元，' || c.case_number || ' 的到位金额是 '
               || to_char(c.recovered_fen / 100.0, 'FM999,999,999,990.00') || ' 元，请核对。' as text,
             false as unlawful, '/campaigns/clearing-cases?open=' || p.entry_id as href
      from campaigns_clearing_case_counted p
      join cases_fact_source c on c.court_id = p.court_id and c.case_number = p.resumed_number
      where p.cleared and p.money is distinct from c.recovered_fen`,
  },
]
