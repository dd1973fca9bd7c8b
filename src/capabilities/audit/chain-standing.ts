import type { SessionSource } from '#kernel/capability.ts'

/** Whether the last sealed head still stands in the journal as it was signed: what the foot of every page shows. */
export const chainStanding: SessionSource = async ({ client }) => {
  const { rows } = await client.query<{ stands: boolean; head: string }>({
    name: 'audit_chain_standing',
    text: `select coalesce(j.hash = s.hash, false) as stands, encode(s.hash, 'hex') as head
           from kernel_chain_seal s left join kernel_journal j on j.court_id = s.court_id and j.seq = s.seq
           where s.court_id = current_court() order by s.day desc limit 1`,
  })
  const [last] = rows
  return { chain: last ? { ok: last.stands, head: last.head } : null }
}
