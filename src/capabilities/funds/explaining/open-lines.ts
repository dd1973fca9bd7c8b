import type { Tx } from '#kernel/database/transaction.ts'

/** A line of which something is still open: money in that nobody claimed, money out that nothing explains. */
export type OpenLine = {
  readonly bankLineId: string
  readonly bankAccountId: string
  readonly on: string
  readonly at: string
  readonly amountFen: bigint
  readonly openFen: bigint
  readonly peerName: string | null
  readonly peerAccount: string | null
  /** Summary and memo, in one way of writing. */
  readonly words: string
}

const columns = `bank_line_id as "bankLineId", bank_account_id as "bankAccountId", happened_on::text as "on",
  coalesce(happened_at, '') as at, amount_fen::text as "amountFen",
  (case when amount_fen > 0 then unclaimed_fen else unexplained_fen end)::text as "openFen",
  peer_name as "peerName", peer_account_masked as "peerAccount", concat_ws(' ', summary, memo) as words`
type Row = Omit<OpenLine, 'amountFen' | 'openFen'> & { readonly amountFen: string; readonly openFen: string }

/** In the order in which they happened, locked. */
export async function openLines({ client }: Tx): Promise<readonly OpenLine[]> {
  const { rows } = await client.query<Row>({
    name: 'funds_open_lines',
    text: `select ${columns} from funds_bank_line where unclaimed_fen > 0 or unexplained_fen > 0
           order by happened_on, happened_at, statement_row for update`,
  })
  return rows.map(lineOf)
}

/** One of them, to look at. */
export async function openLine({ client }: Tx, bankLineId: string): Promise<OpenLine | undefined> {
  const { rows } = await client.query<Row>(
    `select ${columns} from funds_bank_line where bank_line_id = $1 and (unclaimed_fen > 0 or unexplained_fen > 0)`,
    [bankLineId],
  )
  return rows.map(lineOf)[0]
}

const lineOf = (row: Row): OpenLine => ({
  ...row,
  amountFen: BigInt(row.amountFen),
  openFen: BigInt(row.openFen),
  words: row.words.normalize('NFKC').replaceAll(/\s/g, ''),
})

/** Nothing of it is gone yet. */
export const isWhole = ({ amountFen, openFen }: OpenLine): boolean =>
  openFen === (amountFen < 0n ? -amountFen : amountFen)

const bare = (text: string | null): string => (text ?? '').normalize('NFKC').replaceAll(/[\s·・•]/g, '')

/** The same person at the other end: by name, and by account where both lines show one. */
export const samePeer = (
  a: Pick<OpenLine, 'peerName' | 'peerAccount'>,
  b: Pick<OpenLine, 'peerName' | 'peerAccount'>,
): boolean =>
  bare(a.peerName) !== '' &&
  bare(a.peerName) === bare(b.peerName) &&
  (a.peerAccount === null || b.peerAccount === null || a.peerAccount === b.peerAccount)

export const notAfter = (a: Pick<OpenLine, 'on' | 'at'>, b: Pick<OpenLine, 'on' | 'at'>): boolean =>
  `${a.on} ${a.at}` <= `${b.on} ${b.at}`
