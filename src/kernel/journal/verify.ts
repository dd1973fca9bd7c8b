import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'

export type ChainReport = {
  readonly court: string
  readonly entries: number
  /** The last entry looked at, and whether there is nothing more to look at. */
  readonly upTo: string
  readonly done: boolean
  readonly head: { readonly seq: string; readonly hash: string } | null
  /** The first entry that does not follow, with what it should be and what it is; null when the chain is whole. */
  readonly broken: {
    readonly seq: string
    readonly expected: string
    readonly found: string
    readonly why: string
  } | null
}

/** Entries beyond one of them, so many at most; for a page that shows how far it has come. */
export type Stretch = { readonly after: string; readonly limit: number | null }

const wholeChain: Stretch = { after: '0', limit: null }

/**
 * One pass over a court's chain: numbers without a gap, each text naming the hash before it, each hash that of its text,
 * every other column equal to what the text says, and at its end the stored head equal to the last entry.
 */
export async function verifyChain(
  client: ClientBase,
  court: string,
  { after, limit }: Stretch = wholeChain,
): Promise<ChainReport> {
  const { rows } = await client.query<Finding>({ name: 'journal_verify', text: pass, values: [court, after, limit] })
  const found = rows[0]
  if (!found) throw new Error('verification gave no answer')
  const { bad_seq, last_seq: upTo, last_hash, head_seq, head_hash } = found
  const entries = Number(found.entries)
  const head = head_seq === null ? null : { seq: head_seq, hash: head_hash ?? '' }
  const isEnd = limit === null || entries < limit
  const report = (broken: ChainReport['broken']): ChainReport => ({
    court,
    entries,
    upTo,
    done: isEnd || broken !== null,
    head,
    broken,
  })
  if (bad_seq !== null) return report(await woundAt(client, court, bad_seq))
  return report(isEnd ? headWound(head ?? { seq: '0', hash: '' }, upTo, last_hash) : null)
}

function headWound(head: NonNullable<ChainReport['head']>, seq: string, hash: string | null): ChainReport['broken'] {
  const why = '末条与链头不符'
  if (head.seq !== seq) return { seq, expected: head.seq, found: seq, why }
  return hash === null || head.hash === hash ? null : { seq, expected: head.hash, found: hash, why }
}

type Finding = {
  readonly entries: string
  readonly bad_seq: string | null
  readonly last_seq: string
  readonly last_hash: string | null
  readonly head_seq: string | null
  readonly head_hash: string | null
}

/**
 * An entry's text begins with its columns in a fixed order, so that they are compared without reading JSON; as bytes,
 * because counting the characters of Chinese text costs more than hashing it. Only narrow rows go through the window.
 */
const pass = `
  with told as (
    select seq, hash, substr(body, length(seq::text) + 21, 64) as previous, case
        when hash <> sha256(body) then false
        when substr(body, 1, length(seq::text) + 20) <> convert_to('{"seq":' || seq || ',"previous":"', 'UTF8') then false
        when substr(body, told_at - 16, 16) <> '","recordedAt":"'::bytea then false
        when convert_from(substr(body, told_at, told_to - 1), 'UTF8')::timestamptz is distinct from recorded_at then false
        else substr(body, told_at + told_to, octet_length(columns)) = columns
      end as holds
    from (
      select seq, hash, recorded_at, body, told_at, position('"'::bytea in substr(body, told_at, 40)) as told_to,
             convert_to(',"occurredOn":"' || occurred_on || '","actor":' || to_json(actor_id) || ',"command":' || to_json(command)
               || ',"type":' || to_json(type) || ',"subjects":[' || to_json(stream), 'UTF8') as columns
      from (
        select seq, hash, convert_to(text, 'UTF8') as body, length(seq::text) + 101 as told_at,
               recorded_at, occurred_on, actor_id, command, type, stream
        from kernel_journal where court_id = $1 and seq > $2::bigint order by seq limit $3::bigint offset 0
      ) entry offset 0
    ) parted
  ), walked as (
    select seq, holds, lag(seq, 1, $2::bigint) over w + 1 as due, previous,
           coalesce(
             encode(lag(hash) over w, 'hex'),
             (select encode(hash, 'hex') from kernel_journal where court_id = $1 and seq = $2::bigint),
             repeat('0', 64))::bytea as before
    from told window w as (order by seq)
  ), judged as (
    select count(*) as entries, coalesce(max(seq), $2::bigint) as last_seq,
           min(seq) filter (where seq <> due or not holds or previous <> before) as bad_seq
    from walked
  )
  select judged.entries, judged.bad_seq,
         judged.last_seq, encode(last.hash, 'hex') as last_hash,
         head.seq as head_seq, encode(head.hash, 'hex') as head_hash
  from judged
  left join kernel_journal last on last.court_id = $1 and last.seq = judged.last_seq
  left join kernel_chain head on head.court_id = $1`

type Entry = {
  readonly seq: string
  readonly text: string
  readonly hash: string
  readonly recorded_at: string
  readonly occurred_on: string
  readonly actor_id: string
  readonly command: string
  readonly type: string
  readonly stream: string
}

/** What is wrong with this entry: what it should say beside what it says. */
export async function woundAt(
  client: ClientBase,
  court: string,
  seq: string,
): Promise<NonNullable<ChainReport['broken']>> {
  const { rows } = await client.query<Entry>(
    `select seq, text, encode(hash, 'hex') as hash, recorded_at, occurred_on, actor_id, command, type, stream
     from kernel_journal where court_id = $1 and seq <= $2 order by seq desc limit 2`,
    [court, seq],
  )
  const [entry, before] = rows
  if (!entry) throw new Error(`no entry ${seq}`)
  return { seq, ...wound(entry, before) }
}

type Wound = { readonly why: string; readonly expected: string; readonly found: string }

function wound(entry: Entry, before: Entry | undefined): Wound {
  const due = String(BigInt(before?.seq ?? 0) + 1n)
  if (entry.seq !== due) return { why: '缺号', expected: due, found: entry.seq }
  const reckoned = createHash('sha256').update(entry.text).digest('hex')
  if (entry.hash !== reckoned) return { why: '内容与哈希不符', expected: reckoned, found: entry.hash }
  const previous = before?.hash ?? '0'.repeat(64)
  const named = /^\{"seq":\d+,"previous":"(\w*)"/.exec(entry.text)?.[1] ?? ''
  if (named !== previous) return { why: '与前一条不相连', expected: previous, found: named }
  return { why: '列与正文不符', ...differingColumn(entry) }
}

function differingColumn(entry: Entry): Omit<Wound, 'why'> {
  const told = JSON.parse(entry.text) as Record<string, unknown> & { readonly subjects?: readonly unknown[] }
  const pairs: readonly (readonly [unknown, string])[] = [
    [told['occurredOn'], entry.occurred_on],
    [told['actor'], entry.actor_id],
    [told['command'], entry.command],
    [told['type'], entry.type],
    [told.subjects?.[0], entry.stream],
    [told['recordedAt'], entry.recorded_at],
  ]
  const [expected, found] = pairs.find(([should, is]) => should !== is) ?? ['', '']
  return { expected: String(expected), found }
}
