import type { Client } from 'pg'
import { verifyChain } from '#kernel/journal/verify.ts'
import { bookFaults } from '../funds/books.ts'
import type { Done, SentFile } from './money-workers.ts'

/** Everything that does not fit together in the money after the faults; empty when not a fen was lost or made. */
export async function moneyAftermath(
  client: Client,
  court: string,
  done: readonly Done[],
  files: readonly SentFile[],
): Promise<readonly string[]> {
  await client.query("select set_config('app.court', $1, false)", [court])
  const { broken } = await verifyChain(client, court)
  return [
    ...(broken ? [`chain: ${broken.why} at ${broken.seq}`] : []),
    ...(await bookFaults(client)),
    ...(await lost(client, done)),
    ...(await halfTaken(client, files)),
    ...(await twice(client)),
  ]
}

/** What the program said it did and whose entry or kept answer is not there. */
async function lost(client: Client, done: readonly Done[]): Promise<readonly string[]> {
  const told = done.map(({ key, command, reply }) => {
    const { seq, type } = JSON.parse(reply) as { readonly seq: string; readonly type: string }
    return { key, command, seq, type }
  })
  const { rows } = await client.query<{ what: string }>(
    `select told.command || ' ' || told.key || case when j.seq is null then ': no journal entry' else ': no kept answer' end as what
     from jsonb_to_recordset($1::jsonb) as told (key text, command text, seq bigint, type text)
     left join kernel_journal j on j.seq = told.seq and j.type = told.type
     left join kernel_idempotency i on i.key = told.key and i.command = told.command
     where j.seq is null or i.reply is null`,
    [JSON.stringify(told)],
  )
  return rows.map(({ what }) => `lost ${what}`)
}

/** A file is in the books whole, to the fen and once, or not at all; one that was acknowledged is in. */
async function halfTaken(client: Client, files: readonly SentFile[]): Promise<readonly string[]> {
  const faults: string[] = []
  for (const { serials, fen, taken } of files) {
    const { rows } = await client.query<{ lines: number; fen: string }>(
      `select count(*)::int as lines, coalesce(sum(amount_fen), 0)::text as fen from funds_bank_line where serial = any($1::text[])`,
      [serials],
    )
    const [{ lines, fen: found } = { lines: 0, fen: '0' }] = rows
    const whole = lines === serials.length && BigInt(found) === fen
    if (!whole && (taken || lines > 0))
      faults.push(`${serials[0] ?? ''}: ${lines} lines of ${serials.length}, ${found} fen of ${fen}`)
  }
  return faults
}

/** Each pair of counts must agree: the acts that the journal tells of, and what there is of them. */
const pairs: readonly { readonly what: string; readonly sql: string }[] = [
  ['payouts proposed', 'funds.payout-proposed', 'select count(*) from funds_payout'],
  ['payouts checked', 'funds.payout-checked', 'select count(*) from funds_payout where checked_by is not null'],
  ['payouts approved', 'funds.payout-approved', 'select count(*) from funds_payout where approved_by is not null'],
  ['orders made', 'funds.order-made', 'select count(*) from funds_payment_order'],
  ['payouts paid', 'funds.payout-paid', `select count(*) from funds_payout where state = 'paid'`],
  ['payouts returned', 'funds.payout-returned', `select count(*) from funds_payout where state = 'bounced'`],
  ['days closed', 'funds.day-closed', 'select count(*) from funds_closed_day'],
  ['statements taken', 'funds.statement-imported', 'select count(*) from funds_statement'],
].map(([what = '', type = '', rows = '']) => ({
  what,
  sql: `select (select count(*) from kernel_journal where type = '${type}'), (${rows})`,
}))

async function twice(client: Client): Promise<readonly string[]> {
  const found: string[] = []
  for (const { what, sql } of pairs) {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    const [told, there] = (rows[0] ?? []) as readonly unknown[]
    if (String(told) !== String(there)) found.push(`${what}: ${String(told)} told, ${String(there)} there`)
  }
  return found
}
