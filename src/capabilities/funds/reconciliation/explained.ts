import type { Tx } from '#kernel/database/transaction.ts'

type Line = { readonly key: string; readonly amountFen: bigint }
const nameOf = ({ key, amountFen }: Line): string => `${key} ${amountFen}`

/** What was said of lines of a difference: on its own, or when a day was closed. It holds for the amount it was said of. */
export async function explanations({ client }: Tx, lines: readonly Line[]): Promise<(line: Line) => string | null> {
  if (lines.length === 0) return () => null
  const { rows } = await client.query<{ key: string; fen: string; said: string }>({
    name: 'funds_differences_explained',
    text: `with asked as (select * from unnest($1::text[], $2::bigint[]) as a (key, fen))
           select a.key, a.fen::text as fen, n.said
           from asked a join funds_difference_note n on n.difference = a.key and n.amount_fen = a.fen
           union all
           select a.key, a.fen::text, e ->> 'text'
           from funds_closed_day d, jsonb_array_elements(d.explained) as e, asked a
           where e ->> 'key' = a.key and (e ->> 'amountFen')::bigint = a.fen`,
    values: [lines.map(({ key }) => key), lines.map(({ amountFen }) => amountFen.toString())],
  })
  const said = new Map(rows.map(({ key, fen, said: text }) => [nameOf({ key, amountFen: BigInt(fen) }), text]))
  return (line) => said.get(nameOf(line)) ?? null
}
