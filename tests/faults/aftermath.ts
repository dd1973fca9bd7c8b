import type { Client } from 'pg'
import type { Cipher } from '#kernel/crypto/cipher.ts'
import { verifyChain } from '#kernel/journal/verify.ts'
import type { Acknowledged } from './writers.ts'

/** Everything that does not fit together in the database after the faults; empty when all is well. */
export async function aftermath(
  client: Client,
  court: string,
  acknowledged: readonly Acknowledged[],
  cipher: Cipher,
): Promise<readonly string[]> {
  await client.query("select set_config('app.court', $1, false)", [court])
  const { broken } = await verifyChain(client, court)
  return [
    ...(broken ? [`chain: ${broken.why} at ${broken.seq}`] : []),
    ...(await lost(client, acknowledged)),
    ...(await answeredOtherwise(client, court, acknowledged, cipher)),
    ...(await halfDone(client)),
  ]
}

/** Acknowledged filings whose case, journal entry or kept answer is not there. */
async function lost(client: Client, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const told = acknowledged.map(({ key, caseId, reply }) => ({ key, caseId, seq: String(JSON.parse(reply).seq) }))
  const { rows } = await client.query<{ key: string; what: string }>(
    `select told.key, case
         when c.case_id is null then 'no case'
         when j.seq is null then 'no journal entry'
         when i.reply is null then 'no kept answer' end as what
     from jsonb_to_recordset($1::jsonb) as told (key text, "caseId" uuid, seq bigint)
     left join cases_case c on c.case_id = told."caseId"
     left join kernel_journal j on j.seq = told.seq and j.stream = 'case:' || told."caseId" and j.type = 'cases.case-filed'
     left join kernel_idempotency i on i.key = told.key
     where c.case_id is null or j.seq is null or i.reply is null`,
    [JSON.stringify(told)],
  )
  return rows.map(({ key, what }) => `lost ${key}: ${what}`)
}

/** A repeated call gets what is kept here: it must be what the first one got. */
async function answeredOtherwise(
  client: Client,
  court: string,
  acknowledged: readonly Acknowledged[],
  cipher: Cipher,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ key: string; reply: string }>('select key, reply from kernel_idempotency')
  const kept = new Map(rows.map(({ key, reply }) => [key, String(JSON.parse(cipher.open(court, 'reply', reply)).seq)]))
  return acknowledged
    .filter(({ key, reply }) => kept.has(key) && kept.get(key) !== String(JSON.parse(reply).seq))
    .map(({ key }) => `another answer kept for ${key}`)
}

/** Each pair of counts must agree; a difference is an act of which only one part was kept. */
const pairs: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'cases and entries that file them',
    sql: `select (select count(*) from cases_case), (select count(distinct stream) from kernel_journal where type = 'cases.case-filed')`,
  },
  {
    what: 'entries that file a case and cases they file',
    sql: `select (select count(*) from kernel_journal where type = 'cases.case-filed'), (select count(*) from cases_case)`,
  },
  {
    what: 'cases and cases with two parties',
    sql: `select (select count(*) from cases_case), (select count(*) from (select case_id from cases_party group by 1 having count(*) = 2) x)`,
  },
  {
    what: 'cases and claim items',
    sql: `select (select count(*) from cases_case), (select count(*) from cases_claim_item)`,
  },
  {
    what: 'cases and the events of their filing',
    sql: `select (select count(*) from cases_case), (select count(*) from cases_event where kind = 'filed')`,
  },
  {
    what: 'cases and kept answers',
    sql: `select (select count(*) from cases_case), (select count(*) from kernel_idempotency where command = 'cases.file-case')`,
  },
  {
    what: 'numbers given and the last number',
    sql: `select (select count(*) from cases_case), (select coalesce(max(serial), 0) from cases_case)`,
  },
  {
    what: 'the series and the last number',
    sql: `select (select coalesce(max(last), 0) from kernel_number where series = 'case:执'), (select coalesce(max(serial), 0) from cases_case)`,
  },
]

async function halfDone(client: Client): Promise<readonly string[]> {
  const found: string[] = []
  for (const { what, sql } of pairs) {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    const [one, other] = (rows[0] ?? []) as readonly unknown[]
    if (String(one) !== String(other)) found.push(`${what}: ${String(one)} and ${String(other)}`)
  }
  return found
}

/** Changes one entry behind the journal's back and says what verification makes of it. */
export async function tampered(
  client: Client,
  court: string,
): Promise<{ readonly seq: string; readonly named: string | undefined }> {
  await client.query("select set_config('app.court', $1, false)", [court])
  const { rows } = await client.query<{ seq: string }>(
    `select seq from kernel_journal where type = 'cases.case-filed' order by seq offset 3 limit 1`,
  )
  const seq = rows[0]?.seq ?? ''
  await client.query('set session_replication_role = replica')
  await client.query(`update kernel_journal set text = replace(text, '100000', '900000') where seq = $1`, [seq])
  const { broken } = await verifyChain(client, court)
  return { seq, named: broken?.seq }
}
