import type { ClientBase } from 'pg'

export type ChainReport = {
  readonly court: string
  readonly entries: number
  readonly head: { readonly seq: string; readonly hash: string } | null
  /** The first entry that does not follow, with what it should be and what it is; null when the chain is whole. */
  readonly broken: {
    readonly seq: string
    readonly expected: string
    readonly found: string
    readonly why: string
  } | null
}

/**
 * One pass over a court's whole chain: numbers without a gap, each text naming the hash before it, each hash that of its
 * text, every other column equal to what the text says, the stored head equal to the last entry.
 */
export async function verifyChain(client: ClientBase, court: string): Promise<ChainReport> {
  const { rows } = await client.query<Finding>({ name: 'journal_verify', text: pass, values: [court] })
  const found = rows[0]
  if (!found) throw new Error('verification gave no answer')
  const { entries, last_seq, last_hash, head_seq, head_hash } = found
  const head = head_seq === null ? null : { seq: head_seq, hash: head_hash ?? '' }
  const report = (broken: ChainReport['broken']): ChainReport => ({ court, entries: Number(entries), head, broken })
  if (found.bad_seq !== null) {
    return report({
      seq: found.bad_seq,
      expected: found.bad_expected ?? '',
      found: found.bad_found ?? '',
      why: found.bad_why ?? '',
    })
  }
  if ((head_seq ?? '0') !== (last_seq ?? '0') || (last_hash !== null && head_hash !== last_hash)) {
    return report({ seq: last_seq ?? '0', expected: head_hash ?? '', found: last_hash ?? '', why: '末条与链头不符' })
  }
  return report(null)
}

type Finding = {
  entries: string
  last_seq: string | null
  last_hash: string | null
  head_seq: string | null
  head_hash: string | null
  bad_seq: string | null
  bad_expected: string | null
  bad_found: string | null
  bad_why: string | null
}

const pass = `
  with walked as (
    select seq, text, hash, sha256(convert_to(text, 'UTF8')) as reckoned,
           lag(seq, 1, 0::bigint) over w + 1 as due,
           coalesce(encode(lag(hash) over w, 'hex'), repeat('0', 64)) as previous,
           recorded_at, occurred_on, actor_id, command, type, stream
    from kernel_journal where court_id = $1
    window w as (order by seq)
  ), judged as (
    select *, case
      when seq <> due then '缺号'
      when hash <> reckoned then '内容与哈希不符'
      when not starts_with(text, '{"seq":' || seq || ',"previous":"' || previous || '",') then '与前一条不相连'
      when (text::json ->> 'type', text::json ->> 'actor', text::json ->> 'command', text::json -> 'subjects' ->> 0)
           is distinct from (type, actor_id, command, stream)
        or (text::json ->> 'recordedAt')::timestamptz <> recorded_at
        or (text::json ->> 'occurredOn')::date <> occurred_on then '列与正文不符'
    end as why
    from walked
  ), first_bad as (
    select seq, why,
           case why when '缺号' then due::text when '与前一条不相连' then previous else encode(reckoned, 'hex') end as expected,
           case why when '缺号' then seq::text else encode(hash, 'hex') end as found
    from judged where why is not null order by seq limit 1
  )
  select (select count(*) from judged) as entries,
         last.seq as last_seq, encode(last.hash, 'hex') as last_hash,
         head.seq as head_seq, encode(head.hash, 'hex') as head_hash,
         bad.seq as bad_seq, bad.expected as bad_expected, bad.found as bad_found, bad.why as bad_why
  from (select 1) as one
  left join lateral (select seq, hash from kernel_journal where court_id = $1 order by seq desc limit 1) last on true
  left join kernel_chain head on head.court_id = $1
  left join first_bad bad on true`
