import { caseIdsOf } from '#capabilities/cases'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import { caseReferences } from '../matching/case-reference.ts'

/** Up to so many cases a line is asked whether it could mean one of them; beyond, every line is looked at. */
const fewCases = 50

type Words = { readonly peerName: string | null; readonly summary: string | null; readonly memo: string | null }
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s·・•]/g, '')

/** Whether a line could be about one of the cases these facts speak of: its number or somebody in it. */
export async function maybeAbout({ client }: Tx, facts: readonly Fact[]): Promise<(line: Words) => boolean> {
  const ids = caseIdsOf(facts)
  if (ids.length > fewCases) return () => true
  const { rows } = await client.query<{ number: string; names: readonly string[] }>({
    name: 'funds_new_cases',
    text: `select c.case_number as number,
                  array(select n.name from cases_party_name n where n.court_id = c.court_id and n.case_id = c.case_id) as names
           from cases_fact_source c where c.case_id = any($1::uuid[])`,
    values: [ids],
  })
  const serials = new Set(rows.flatMap(({ number }) => caseReferences(number).map(serialOf)))
  const names = [...new Set(rows.flatMap((row) => row.names.map(bare)))].filter((name) => name.length > 1)
  return ({ peerName, summary, memo }) => {
    const words = bare(`${peerName ?? ''} ${summary ?? ''} ${memo ?? ''}`)
    return (
      names.some((name) => words.includes(name)) ||
      caseReferences(`${memo ?? ''} ${summary ?? ''}`).some((one) => serials.has(serialOf(one)))
    )
  }
}

const serialOf = ({ typeCode, serial }: { readonly typeCode: string; readonly serial: number }): string =>
  `${typeCode} ${serial}`
