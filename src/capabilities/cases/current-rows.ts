import type { CleanValue, Current, Layout, LedgerRecord } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import { fen } from '#kernel/values/money.ts'
import type { dialects } from './intake.ts'
import { caseMarks } from './ledgers/index.ts'
import { manners, type MannerCode } from './manners.ts'

type Dialect = NonNullable<(typeof dialects)[string]>

type Row = {
  readonly case_id: string
  readonly case_number: string
  readonly received_on: string | null
  readonly filed_on: string
  readonly cause: string | null
  readonly basis_number: string | null
  readonly basis_issuer: string | null
  readonly claim_fen: string
  readonly waived_fen: string
  readonly unenforceable_fen: string
  readonly recovered_fen: string
  readonly last_receipt_on: string | null
  readonly track: string | null
  readonly handler: string | null
  readonly clerk: string | null
  readonly town: string | null
  readonly livelihood: string | null
  readonly flags: readonly string[]
  readonly preserved: boolean
  readonly closed_on: string | null
  readonly manner: MannerCode | null
  readonly closing_reason: string | null
  readonly remark: string | null
  readonly details: Readonly<Record<string, string>>
  readonly typed: readonly string[]
  readonly parties: readonly PartyRow[] | null
  readonly events: Readonly<Record<string, string>> | null
  readonly links: Readonly<Record<string, string>> | null
}

type PartyRow = {
  readonly role: string
  readonly partyId: string
  readonly name: string
  readonly kind: string
  readonly id: string | null
  readonly phone: string | null
}

/** What the register holds under these numbers, in the words and fields of a ledger: for its difference and its export. */
export async function currentRows(
  tx: Tx,
  numbers: readonly string[],
  layout: Layout,
  dialect: Dialect,
): Promise<ReadonlyMap<string, Current>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await tx.client.query<Row>({ name: 'cases_current', text: select, values: [numbers] })
  return new Map(rows.map((row) => [row.case_number, currentOf(tx, row, layout, dialect)]))
}

function currentOf(tx: Tx, row: Row, layout: Layout, dialect: Dialect): Current {
  const record = recordOf(tx, row, dialect)
  const parties = row.parties ?? []
  const own = ownTitles(dialect)
  const declared = new Set(layout.columns.map(({ field }) => field))
  return {
    id: row.case_id,
    record: Object.fromEntries(Object.entries(record).filter(([field]) => declared.has(field))),
    extra: Object.fromEntries(Object.entries(row.details).filter(([title]) => !own.has(title))),
    marks: caseMarks({
      filedOn: row.filed_on,
      basisNumber: row.basis_number,
      identifiers: parties.flatMap((party) => opened(tx, party.partyId, party.id) ?? []),
      names: parties.map(({ name }) => name),
    }),
    typed: row.typed.flatMap((field) => ledgerFields[field] ?? []),
  }
}

/** Titles under which the register itself keeps columns of this ledger beside the case. */
export const ownTitles = ({ details }: Dialect): ReadonlySet<string> => new Set(Object.values(details))

/** The register's names for what a person may type, in the words of a ledger. */
const ledgerFields: Readonly<Record<string, readonly string[]>> = {
  claimFen: ['claim'],
  waivedFen: ['waived'],
  unenforceableFen: ['withoutProperty'],
  recoveredFen: ['recovered'],
  handlerId: ['handler'],
  clerkId: ['clerk'],
  track: ['team'],
  flags: ['sensitivities'],
  livelihood: ['livelihood'],
}

function recordOf(tx: Tx, row: Row, { roles, events, link, ending, details }: Dialect): LedgerRecord {
  return {
    caseNumber: row.case_number,
    receivedOn: row.received_on,
    filedOn: row.filed_on,
    cause: row.cause,
    basisNumber: row.basis_number,
    basisIssuer: row.basis_issuer,
    claim: fen(BigInt(row.claim_fen)),
    waived: fen(BigInt(row.waived_fen)),
    withoutProperty: fen(BigInt(row.unenforceable_fen)),
    recovered: fen(BigInt(row.recovered_fen)),
    lastReceiptOn: row.last_receipt_on,
    team: row.track === null ? null : row.track === 'complex' ? '繁案团队' : '简案团队',
    handler: row.handler,
    clerk: row.clerk,
    town: row.town,
    livelihood: row.livelihood,
    sensitivities: row.flags,
    preserved: row.preserved,
    closedOn: row.closed_on,
    terminationReason: row.manner === 'other' ? null : row.closing_reason,
    remark: row.remark,
    [ending]: row.manner === null ? null : row.manner === 'other' ? row.closing_reason : manners[row.manner].title.zh,
    ...Object.fromEntries(Object.entries(events).map(([field, kind]) => [field, row.events?.[kind] ?? null])),
    ...(link && { [link.field]: row.links?.[link.relation] ?? null }),
    ...Object.fromEntries(
      Object.entries(details).map(([field, title]) => [field, detailValue(title, row.details[title])]),
    ),
    ...Object.assign({}, ...roles.map((one) => partyLists(tx, row.parties ?? [], one))),
  }
}

const detailValue = (title: string, text: string | undefined): CleanValue =>
  text === undefined ? null : title.endsWith('（分）') ? fen(BigInt(text)) : text

function partyLists(
  tx: Tx,
  all: readonly PartyRow[],
  { role, names, kinds, ids, phones }: Dialect['roles'][number],
): LedgerRecord {
  const parties = all.filter((party) => party.role === role)
  return {
    [names]: parties.map(({ name }) => name),
    ...(kinds && { [kinds]: parties.map(({ kind }) => kind) }),
    ...(ids && { [ids]: parties.map(({ partyId, id }) => opened(tx, partyId, id) ?? '') }),
    ...(phones && { [phones]: parties.map(({ partyId, phone }) => opened(tx, partyId, phone) ?? '') }),
  }
}

const opened = ({ platform, court }: Tx, partyId: string, sealed: string | null): string | null =>
  sealed === null ? null : platform.cipher.open(court, `party:${partyId}`, sealed)

const select = `
  select c.case_id, c.case_number, c.received_on, c.filed_on, c.cause, c.basis_number, c.basis_issuer, c.claim_fen,
         c.waived_fen, c.unenforceable_fen, c.recovered_fen, c.last_receipt_on, c.track, h.name as handler, k.name as clerk,
         c.town, c.livelihood, c.flags, c.preserved, c.closed_on, c.manner, c.closing_reason, c.remark, c.details, c.typed,
         (select json_agg(json_build_object('role', p.role, 'partyId', p.party_id, 'name', p.name, 'kind', p.kind,
                          'id', r.id_sealed, 'phone', f.sealed) order by p.role, p.position)
            from cases_party p
            join parties_sealed r on r.court_id = p.court_id and r.party_id = p.party_id
            left join parties_phone_sealed f on f.court_id = p.court_id and f.party_id = p.party_id and f.phone_index = p.phone_index
            where p.court_id = c.court_id and p.case_id = c.case_id) as parties,
         (select json_object_agg(e.kind, e.first_on) from (
            select kind, min(occurred_on) as first_on from cases_event e
            where e.court_id = c.court_id and e.case_id = c.case_id group by kind) e) as events,
         (select json_object_agg(l.relation, l.linked_number) from cases_link l
            where l.court_id = c.court_id and l.case_id = c.case_id) as links
  -- Number by number through the index that knows them, whatever the statistics of a table say that is being filled.
  from unnest($1::text[]) as asked (number)
  cross join lateral (
    select * from cases_case k where k.court_id = current_court() and k.case_number = asked.number offset 0
  ) c
  left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id
  left join identity_staff_name k on k.court_id = c.court_id and k.staff_id = c.clerk_id`
