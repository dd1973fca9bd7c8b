import { staffByName } from '#capabilities/identity'
import type { Intake, IntakeRow, LedgerRecord, Revision } from '#capabilities/ledgers'
import type { NamedParty, PartyKind } from '#capabilities/parties'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { numberReached } from '#kernel/numbering.ts'
import { parseCaseNumber } from '#law/case-number.ts'
import { caseTypeCodes, type CaseTypeCode } from './case-types.ts'
import { currentRows, ownTitles } from './current-rows.ts'
import type { CaseImported } from './facts.ts'
import { extraTitles, ledgerKeys } from './ledger-keys.ts'
import { caseLedgers } from './ledgers/index.ts'
import { mannerOf } from './manners.ts'
import { recordCases, reviseCases, type CaseRecord } from './register.ts'
import type { EventKind } from './stages.ts'
import type { LinkRelation, PartyRole } from './tables.ts'

/** What a ledger of cases says beyond the fields all of them share. */
type Dialect = {
  readonly roles: readonly {
    readonly role: PartyRole
    readonly names: string
    readonly kinds?: string
    readonly ids?: string
    readonly phones?: string
  }[]
  readonly events: Readonly<Record<string, EventKind>>
  readonly link: { readonly field: string; readonly relation: LinkRelation } | null
  /** The field whose text says how the case ended, and the columns kept beside the case under their titles. */
  readonly ending: string
  readonly details: Readonly<Record<string, string>>
}

const applicant = {
  role: 'applicant',
  names: 'applicants',
  kinds: 'applicantKinds',
  ids: 'applicantIds',
  phones: 'applicantPhones',
} as const
const debtor = {
  role: 'debtor',
  names: 'debtors',
  kinds: 'debtorKinds',
  ids: 'debtorIds',
  phones: 'debtorPhones',
} as const

export const dialects: Readonly<Record<string, Dialect>> = {
  'first-enforcement': {
    roles: [applicant, debtor],
    events: {
      queriedOn: 'first-inquiry',
      noticeServedOn: 'notice-served',
      reportOrderServedOn: 'report-order-served',
      consumptionLimitedOn: 'consumption-restricted',
      dishonestListedOn: 'dishonest-listed',
      roundTerminatedOn: 'round-terminated',
    },
    link: null,
    ending: 'closingManner',
    details: {},
  },
  'resumed-enforcement': {
    roles: [applicant, debtor],
    events: {},
    link: { field: 'originalNumber', relation: 'resumes' },
    ending: 'closingManner',
    details: {},
  },
  preservation: {
    roles: [applicant, debtor],
    events: {},
    link: { field: 'linkedNumber', relation: 'preserves-for' },
    ending: 'result',
    details: {
      stage: '保全类型',
      asset: '财产种类',
      preserved: '实际保全金额（分）',
      startsOn: '保全起始日期',
      endsOn: '保全届满日期',
      guarantee: '担保金（分）',
    },
  },
  objection: {
    roles: [{ role: 'objector', names: 'objectors' }],
    events: {},
    link: { field: 'originalNumber', relation: 'objects-to' },
    ending: 'result',
    details: { objectionKind: '异议类型' },
  },
}

/** The case ledgers as `ledgers` takes them in. */
export const caseIntakes: readonly Intake[] = caseLedgers.map((layout) => {
  const dialect = dialects[layout.kind]
  if (!dialect) throw new Error(`no dialect for ledger ${layout.kind}`)
  return {
    layout,
    tables: [
      { name: 'cases_case', owner: 'case_id' },
      { name: 'cases_party', owner: 'case_id' },
      { name: 'cases_event', owner: 'case_id' },
      { name: 'cases_link', owner: 'case_id' },
    ],
    current: (tx, keys) => currentRows(tx, keys, layout, dialect),
    create: async (tx, rows, { batchId }, occasion) => {
      const records = await caseRecordsOf(tx, rows, dialect, batchId)
      await raiseSeries(tx, records)
      return recordCases(tx, records, { batchId }, occasion)
    },
    revise: (tx, revisions, { batchId }, occasion) => revise(tx, revisions, dialect, batchId, occasion),
    subject: (id) => `case:${id}`,
    keys: (tx, filter, occasion) => ledgerKeys(tx, layout.caseTypes, filter, occasion),
    extras: async (tx, keys) => {
      const own = ownTitles(dialect)
      return (await extraTitles(tx, keys)).filter((title) => !own.has(title))
    },
    fact: (caseId, change): CaseImported => ({ type: `cases.case-${change}`, caseId }),
  }
})

async function revise(
  tx: Tx,
  revisions: readonly Revision[],
  dialect: Dialect,
  batchId: string,
  occasion: Occasion,
): Promise<void> {
  const rows = revisions.map(({ row, record }) => ({ ...row, record }))
  const records = await caseRecordsOf(tx, rows, dialect, batchId)
  const partyFields = new Set(dialect.roles.flatMap(({ names, kinds, ids, phones }) => [names, kinds, ids, phones]))
  await reviseCases(
    tx,
    revisions.map(({ id, changed }, i) => ({
      caseId: id,
      record: records[i] as CaseRecord,
      partiesToo: changed.some((field) => partyFields.has(field)),
    })),
    { batchId },
    occasion,
  )
}

async function caseRecordsOf(
  tx: Tx,
  rows: readonly IntakeRow[],
  dialect: Dialect,
  batchId: string,
): Promise<readonly CaseRecord[]> {
  const people = rows
    .flatMap(({ record }) => [text(record, 'handler'), text(record, 'clerk')])
    .filter((name) => name !== null)
  const staff = await staffByName(tx, people, batchId)
  const idOf = (name: string | null): string | null => (name === null ? null : (staff.get(name.trim()) ?? null))
  return rows.map((row) => caseRecordOf(row, dialect, idOf))
}

function caseRecordOf(
  { key, record, extra }: IntakeRow,
  dialect: Dialect,
  idOf: (name: string | null) => string | null,
): CaseRecord {
  const ending = text(record, dialect.ending)
  const closedOn = text(record, 'closedOn')
  const manner = closedOn === null ? null : mannerOf(ending ?? '')
  return {
    number: numberOf(key),
    receivedOn: text(record, 'receivedOn'),
    filedOn: text(record, 'filedOn') ?? '',
    cause: text(record, 'cause'),
    basisNumber: text(record, 'basisNumber'),
    basisIssuer: text(record, 'basisIssuer'),
    claimFen: sum(record, 'claim'),
    waivedFen: sum(record, 'waived'),
    unenforceableFen: sum(record, 'withoutProperty'),
    recoveredFen: sum(record, 'recovered'),
    lastReceiptOn: text(record, 'lastReceiptOn'),
    track: text(record, 'team') === '繁案团队' ? 'complex' : text(record, 'team') === '简案团队' ? 'simple' : null,
    handlerId: idOf(text(record, 'handler')),
    clerkId: idOf(text(record, 'clerk')),
    teamId: null,
    town: text(record, 'town'),
    livelihood: text(record, 'livelihood'),
    flags: list(record, 'sensitivities'),
    preserved: record['preserved'] === true,
    closedOn,
    manner,
    closingReason: text(record, 'terminationReason') ?? (manner === 'other' ? ending : null),
    remark: text(record, 'remark'),
    details: { ...extra, ...detailsOf(record, dialect) },
    parties: dialect.roles.flatMap(({ role, names, kinds, ids, phones }) =>
      partiesOf(record, names, kinds, ids, phones).map((party) => ({ ...party, role })),
    ),
    events: Object.entries(dialect.events).flatMap(([field, kind]) => {
      const occurredOn = text(record, field)
      return occurredOn === null ? [] : [{ kind, occurredOn }]
    }),
    links: linksOf(record, dialect),
  }
}

function numberOf(canonical: string): CaseRecord['number'] {
  const parsed = parseCaseNumber(canonical)
  if (!parsed.ok) throw new Error(`not a case number: ${canonical}`)
  return { canonical: parsed.canonical, year: parsed.year, typeCode: typeCodeOf(parsed.type), serial: parsed.number }
}

/** In the old form the type is the last word before 字第. */
const typeCodeOf = (type: string): CaseTypeCode =>
  caseTypeCodes.toSorted((a, b) => b.length - a.length).find((code) => type.endsWith(code)) ?? '执他'

const text = (record: LedgerRecord, field: string): string | null => {
  const value = record[field]
  return typeof value === 'string' && value !== '' ? value : null
}

const sum = (record: LedgerRecord, field: string): bigint => {
  const value = record[field]
  return typeof value === 'bigint' ? value : 0n
}

const list = (record: LedgerRecord, field: string | undefined): readonly string[] => {
  const value = field === undefined ? undefined : record[field]
  return Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' && value !== '' ? [value] : []
}

const kindsByWord: Readonly<Record<string, PartyKind>> = {
  自然人: 'person',
  // 民法典 art. 54: a natural person in business.
  个体工商户: 'person',
  法人: 'legal',
  非法人组织: 'unincorporated',
}

/** The n-th name, kind, certificate and phone belong together. Without a kind, the length of the number tells. */
function partiesOf(
  record: LedgerRecord,
  names: string,
  kinds?: string,
  ids?: string,
  phones?: string,
): readonly NamedParty[] {
  const [kindList, idList, phoneList] = [list(record, kinds), list(record, ids), list(record, phones)]
  return list(record, names).map((name, i) => {
    const identifier = idList[i] || null
    return {
      name,
      kind: kindsByWord[kindList[i] ?? ''] ?? kindByIdentifier(identifier),
      kindAsWritten: kindList[i] ?? '',
      identifier,
      phone: phoneList[i] || null,
    }
  })
}

const kindByIdentifier = (identifier: string | null): PartyKind =>
  identifier === null ? 'unknown' : /^\d{17}[\dX]$/.test(identifier) ? 'person' : 'legal'

function linksOf(record: LedgerRecord, { link }: Dialect): CaseRecord['links'] {
  const number = link && text(record, link.field)
  return link && number ? [{ number, relation: link.relation }] : []
}

function detailsOf(record: LedgerRecord, { details }: Dialect): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(details).flatMap(([field, title]) => {
      const value = record[field]
      return value === null || value === undefined || value === '' ? [] : [[title, String(value)]]
    }),
  )
}

/** Numbers that came by ledger are taken: filing by hand goes on after them. */
async function raiseSeries(tx: Tx, records: readonly CaseRecord[]): Promise<void> {
  const highest = new Map<string, { readonly series: string; readonly year: number; readonly serial: number }>()
  for (const { number } of records) {
    const series = `case:${number.typeCode}`
    const known = highest.get(`${series} ${number.year}`)
    if (!known || known.serial < number.serial) highest.set(`${series} ${number.year}`, { series, ...number })
  }
  for (const { series, year, serial } of highest.values()) await numberReached(tx, series, year, serial)
}
