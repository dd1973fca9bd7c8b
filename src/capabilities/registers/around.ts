import type { LedgerRecord } from '#capabilities/ledgers'
import { registerParties } from '#capabilities/parties'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Around, CaseAround, Debtor } from './check.ts'
import { fieldOf, type Register } from './declaration.ts'
import { certificateIn, findEntries, type StoredEntry } from './store.ts'

/** An entry with the person it is about and what lies around it. */
export type Placed = { readonly record: LedgerRecord; readonly partyId: string | null; readonly around: Around }

/**
 * Finds for each entry its case, the debtor it means and the other entries about the same person. Set-based. A person
 * with a certificate number is that party; without one, the only debtor of that name in the case.
 */
export async function placeEntries(
  tx: Tx,
  register: Register,
  records: readonly LedgerRecord[],
  batchId: string | null,
  known: readonly (string | null)[] = [],
): Promise<readonly Placed[]> {
  const [number, person] = [fieldOf(register, 'case'), fieldOf(register, 'person')]
  const numbers = [...new Set(records.flatMap((record) => textOf(record, number) ?? []))]
  const [cases, stored] = [
    await casesAround(tx, numbers, register.asksAge),
    await findEntries(tx, register, { by: 'case_number', values: numbers }),
  ]
  const others = Map.groupBy(
    stored.filter(({ withdrawn }) => !withdrawn),
    ({ record }) => textOf(record, number) ?? '',
  )
  const named = records.map((record, i) => {
    const around = cases.get(textOf(record, number) ?? '') ?? null
    const name = textOf(record, person)
    const alike = around?.debtors.filter((debtor) => isNamed(debtor.name, name)) ?? []
    const certificate = certificateIn(register, record)
    const certain =
      known[i] ??
      (alike.length === 1 && (certificate === null || alike[0]?.idMasked === null) ? alike[0]?.partyId : undefined)
    return { record, around, name, certificate, certain: certain ?? null }
  })
  const strangers = named.flatMap(({ name, certificate, certain }) =>
    certain === null && certificate !== null ? [{ name: name ?? certificate, certificate }] : [],
  )
  const registered = await registerParties(
    tx,
    strangers.map(({ name, certificate }) => ({
      name,
      kind: /^\d{17}[\dX]$/.test(certificate) ? 'person' : 'legal',
      identifier: certificate,
      phone: null,
    })),
    batchId,
  )
  let next = 0
  return named.map(({ record, around, name, certificate, certain }) => {
    const partyId = certain ?? (certificate === null ? null : (registered[next++] ?? null))
    const debtor = around?.debtors.find((one) => one.partyId === partyId) ?? null
    const same = (others.get(textOf(record, number) ?? '') ?? []).filter((entry) =>
      isSame(entry, partyId, name, person),
    )
    return {
      record,
      partyId,
      around: { case: around, debtor, others: same.map(({ entryId, record: other }) => ({ entryId, record: other })) },
    }
  })
}

/** Whether a sheet's word is that name: 某合伙企业 stands for 某合伙企业（有限合伙）. */
const isNamed = (known: string, written: string | null): boolean =>
  written !== null && (known === written || withoutForm(known) === withoutForm(written))

const withoutForm = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/\([^()]*\)$/, '')

const isSame = (entry: StoredEntry, partyId: string | null, name: string | null, person: string | undefined): boolean =>
  person === undefined ||
  (partyId !== null && entry.partyId !== null ? entry.partyId === partyId : textOf(entry.record, person) === name)

const textOf = (record: LedgerRecord, field: string | undefined): string | null => {
  const value = field === undefined ? null : record[field]
  return typeof value === 'string' && value !== '' ? value : null
}

type Sealed = Debtor & { readonly idSealed: string | null }
type Row = Omit<CaseAround, 'debtors'> & { readonly debtors: readonly Sealed[] | null }

export async function casesAround(
  tx: Tx,
  numbers: readonly string[],
  ages = false,
): Promise<ReadonlyMap<string, CaseAround>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await tx.client.query<Row>({
    name: 'registers_cases_around',
    text: `select c.case_id as "caseId", c.case_number as "caseNumber", c.type_code as "typeCode", c.filed_on as "filedOn",
                  c.closed_on as "closedOn", c.manner, c.handler_id as "handlerId", c.clerk_id as "clerkId",
                  c.team_id as "teamId",
                  (select json_agg(json_build_object('partyId', d.party_id, 'name', d.name, 'kind', p.kind, 'idMasked', p.id_masked,
                                                   'idSealed', s.id_sealed))
                     from cases_debtor d
                     join parties_named p on p.court_id = d.court_id and p.party_id = d.party_id
                     left join parties_sealed s on $2 and s.court_id = d.court_id and s.party_id = d.party_id
                     where d.court_id = c.court_id and d.case_id = c.case_id) as debtors
           from cases_fact_source c where c.case_number = any($1::text[])`,
    values: [numbers, ages],
  })
  const debtorOf = ({ idSealed, ...debtor }: Sealed): Debtor =>
    ages ? { ...debtor, bornOn: bornOn(tx, debtor.partyId, idSealed) } : debtor
  return new Map(rows.map((row) => [row.caseNumber, { ...row, debtors: row.debtors?.map(debtorOf) ?? [] }]))
}

/** The number itself stays sealed: the law asks for the day of birth alone. */
function bornOn({ platform, court }: Tx, partyId: string, sealed: string | null): string | null {
  if (sealed === null) return null
  const [, year, month, day] =
    /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(platform.cipher.open(court, `party:${partyId}`, sealed)) ?? []
  return year && month && day ? `${year}-${month}-${day}` : null
}
