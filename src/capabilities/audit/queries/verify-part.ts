import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Seq, VerifiedPart } from '../contract.ts'

/** Entries looked at in one call, so that the page can show how far it has come. */
export const largestPart = 20_000

/**
 * A stretch of the chain: no number missing, each entry's hash that of its text, each naming the hash before it, every
 * column equal to the text, and the stored head equal to the last entry. The page asks again from `upTo` until `done`.
 */
export const verifyPart = reading({
  name: 'audit.verify-part',
  title: label('校验全链', 'Verify the chain'),
  may: 'audit.read',
  input: z.object({ after: Seq }),
  output: VerifiedPart,
  read: async (tx, { after }) => {
    const { rows } = await tx.client.query<Finding>({
      name: 'audit_verify_part',
      text: part,
      values: [after, largestPart],
    })
    const [found] = rows
    if (!found) throw new Error('verification gave no answer')
    const { checked, last, head, seq, why, expected, found: stands, head_holds } = found
    const upTo = last ?? after
    const done = checked < largestPart || upTo === head
    const broken = seq === null ? null : { seq, expected: expected ?? '', found: stands ?? '', why: why ?? '' }
    const headOff = done && !broken && !head_holds
    return {
      checked,
      upTo,
      head,
      done: done || broken !== null,
      broken: headOff ? { seq: upTo, expected: head, found: upTo, why: '末条与链头不符' } : broken,
    }
  },
})

type Finding = {
  readonly checked: number
  readonly last: string | null
  readonly head: string
  readonly head_holds: boolean
  readonly seq: string | null
  readonly why: string | null
  readonly expected: string | null
  readonly found: string | null
}

/** The text of an entry begins with its columns in a fixed order, so that they are compared without reading JSON. */
const part = `
  with base as (
    select coalesce((select encode(hash, 'hex') from kernel_journal where court_id = current_court() and seq = $1), repeat('0', 64)) as hash
  ), walked as (
    select seq, text, hash, sha256(convert_to(text, 'UTF8')) as reckoned,
           coalesce(lag(seq) over w, $1::bigint) + 1 as due,
           coalesce(encode(lag(hash) over w, 'hex'), (select hash from base)) as previous,
           recorded_at, occurred_on, actor_id, command, type, stream, length(seq::text) + 101 as told_at
    from (select * from kernel_journal where court_id = current_court() and seq > $1 order by seq limit $2) taken
    window w as (order by seq)
  ), judged as (
    select seq, hash, due, previous, reckoned, case
      when seq <> due then '缺号'
      when hash <> reckoned then '内容与哈希不符'
      when not starts_with(text, '{"seq":' || seq || ',"previous":"' || previous || '","recordedAt":"') then '与前一条不相连'
      when split_part(substr(text, told_at, 40), '"', 1)::timestamptz is distinct from recorded_at
        or not starts_with(
          substr(text, told_at + strpos(substr(text, told_at, 40), '"')),
          ',"occurredOn":"' || occurred_on || '","actor":' || to_json(actor_id) || ',"command":' || to_json(command)
            || ',"type":' || to_json(type) || ',"subjects":[' || to_json(stream)) then '列与正文不符'
    end as why
    from walked
  ), bad as (
    select seq, why,
           case why when '缺号' then due::text when '与前一条不相连' then previous else encode(reckoned, 'hex') end as expected,
           case why when '缺号' then seq::text else encode(hash, 'hex') end as found
    from judged where why is not null order by seq limit 1
  )
  select (select count(*)::int from judged) as checked, (select max(seq) from judged) as last,
         coalesce(chain.seq, 0) as head, bad.seq, bad.why, bad.expected, bad.found,
         coalesce(chain.seq, 0) = coalesce((select max(seq) from judged), $1)
           and (chain.seq is null or chain.seq = 0
                or chain.hash = coalesce((select hash from judged order by seq desc limit 1), decode((select hash from base), 'hex'))) as head_holds
  from (select 1) one
  left join kernel_chain chain on chain.court_id = current_court()
  left join bad on true`
