import type { RecordNames } from '#capabilities/operations'

/** What a party is called in the journal: the name, with the masked number that tells namesakes apart. */
export const partyNames: RecordNames = async ({ client }, ids) => {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select party_id::text as id, concat_ws(' ', name, id_masked) as name from parties_party
     where court_id = current_court() and party_id::text = any($1)`,
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
