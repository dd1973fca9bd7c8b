import type { Tx } from '#kernel/database/transaction.ts'

/** Writes the declared rules in words, so that lists can name them, and takes out those no room declares any more. */
export async function syncRules({ client, platform }: Pick<Tx, 'client' | 'platform'>): Promise<void> {
  const rules = platform.registry.gather('clocks')
  await client.query(
    `with wanted as (
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality as w(rule_id, title_zh, title_en, whom, sort)
     ), gone as (
       delete from deadlines_rule where rule_id <> all($1)
     )
     insert into deadlines_rule (rule_id, title_zh, title_en, whom, sort) select * from wanted
     on conflict (court_id, rule_id) do update set
       title_zh = excluded.title_zh, title_en = excluded.title_en, whom = excluded.whom, sort = excluded.sort`,
    [
      rules.map(({ id }) => id),
      rules.map(({ title }) => title.zh),
      rules.map(({ title }) => title.en),
      rules.map(({ whom }) => whom),
    ],
  )
}
