import { createHash } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { enqueue } from '#kernel/jobs/queue.ts'
import { fingerprintOf } from './rules/fingerprint.ts'

/**
 * Writes the declared rules in words, so that lists can name them, and takes out those no room declares any more. When a
 * rule is new or reckons differently than before, all clocks are reckoned again in the background.
 */
export async function syncRules(tx: Tx): Promise<void> {
  const rules = tx.platform.registry.gather('clocks')
  const { rows } = await tx.client.query<{ changed: boolean }>(syncText, [
    rules.map(({ id }) => id),
    rules.map(({ title }) => title.zh),
    rules.map(({ title }) => title.en),
    rules.map(({ whom }) => whom),
    rules.map((rule) => createHash('sha256').update(fingerprintOf(rule)).digest('base64url')),
  ])
  if (rows[0]?.changed) await enqueue(tx, 'deadlines.reckon-all', {})
}

const syncText = `
  with wanted as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
      with ordinality as w(rule_id, title_zh, title_en, whom, fingerprint, sort)
  ), gone as (
    delete from deadlines_rule where rule_id <> all($1) returning rule_id
  ), unlike as (
    select w.rule_id from wanted w left join deadlines_rule r on r.rule_id = w.rule_id
    where r.fingerprint is distinct from w.fingerprint
  ), saved as (
    insert into deadlines_rule (rule_id, title_zh, title_en, whom, fingerprint, sort)
    select rule_id, title_zh, title_en, whom, fingerprint, sort from wanted
    on conflict (court_id, rule_id) do update set
      title_zh = excluded.title_zh, title_en = excluded.title_en, whom = excluded.whom,
      fingerprint = excluded.fingerprint, sort = excluded.sort
  )
  select exists (select from unlike) or exists (select from gone) as changed`
