import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { after, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { caseFactTypes, mannerOf, recordCases, type CaseRecord, type CaseTypeCode } from '#capabilities/cases'
import type { Capability } from '#kernel/capability.ts'
import { openCourt } from '#kernel/court.ts'
import { cipherOf } from '#kernel/crypto/cipher.ts'
import { openClient, openPool } from '#kernel/database/connect.ts'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { systemActor, type Occasion } from '#kernel/occasion.ts'
import { ask, type Question } from '#kernel/pipeline/ask.ts'
import { reactTo } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import { silentLog, type Platform } from '#kernel/platform.ts'
import { isRefusal } from '#kernel/problem.ts'
import { registryOf } from '#kernel/registry.ts'
import { afterwards } from '#kernel/testing/afterwards.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { newId } from '#kernel/values/ids.ts'

export const court = '川1123'
export const courtName = '犍为县人民法院'

/** The seventh of January 2025, when the year's report is written. */
const reportDay = Temporal.Instant.from('2025-01-07T02:00:00Z')

export async function emptyCourt(t: TestContext | undefined, rooms: readonly Capability[]): Promise<Platform> {
  const open: { close?: () => Promise<void> } = {}
  // Said before the database is asked for: what is said first is undone first.
  if (!t) after(() => open.close?.())
  const url = await testDatabase(rooms)
  const owner = await openClient(url)
  await openCourt(owner, court, courtName)
  await owner.end()
  const pool = openPool(url)
  open.close = () => pool.end()
  if (t) afterwards(t, open.close)
  const cipher = cipherOf(randomBytes(32))
  return {
    pool,
    url,
    registry: registryOf(rooms),
    cipher,
    clock: () => reportDay,
    dataDir: fileURLToPath(new URL('../../var', import.meta.url)),
    log: silentLog,
  }
}

export const director = (permissions: readonly string[]) => systemActor(court, 'test-director', '局长', permissions)

const reader = director(['indicators.read', 'report.read'])

/** The answer to a question, which must not be refused. */
export async function answer<T>(
  platform: Platform,
  query: string,
  input: unknown,
  page: Partial<Question> = {},
): Promise<T> {
  const found = await ask(platform, reader, { query, input, ...page })
  if (isRefusal(found)) throw new Error(JSON.stringify(found.problem))
  return found as T
}

/** Work of one court in one transaction. */
export const inCourt = <T>(platform: Platform, work: (tx: Tx, occasion: Occasion) => Promise<T>): Promise<T> =>
  inTransaction(platform, { court, unit: null }, async (tx) => work(tx, await occasionFor(tx, director([]))))

/** A row of the cleaned first-enforcement ledger. */
export type LedgerRow = {
  readonly no: string
  readonly receivedDate: string
  readonly filingDate: string
  readonly cause: string
  readonly applicants: readonly string[]
  readonly debtors: readonly string[]
  readonly debtorIds: readonly string[]
  readonly town: string
  readonly claim: number
  readonly waived: number
  readonly unenf: number
  readonly recovered: number
  readonly lastReceiptDate: string
  readonly judge: string
  readonly team: string
  readonly preserved: string
  readonly queryDate: string
  readonly noticeDate: string
  readonly reportDate: string
  readonly limitDate: string
  readonly listDate: string
  readonly closedDate: string
  readonly manner: string
  readonly terminateReason: string
  readonly zbDate: string
}

const samples = new URL('../samples/2024/', import.meta.url)

export const ledgerRows: readonly LedgerRow[] = readFileSync(new URL('truth-cases.ndjson', samples), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as LedgerRow)

type Fraction = { readonly numerator: number; readonly denominator: number; readonly truncated2: string }

/** The part of the pack's expected figures that the register of first enforcement can give. */
type Figures = {
  readonly closingRate: Fraction
  readonly fullPerformanceRate: Fraction
  readonly reallyFinishedRate: Fraction
  readonly thisRoundTerminated: { readonly rateOfBase: Fraction }
  readonly recoveryRate: Fraction
  readonly recoveryRateVariants: {
    readonly onFullClaim: Fraction
    readonly onClaimLessWaived: Fraction
    readonly onFullClaimAllClosed: Fraction
  }
  readonly averageDays: {
    readonly allClosed: { readonly numerator: number; readonly denominator: number; readonly truncated1: string }
    readonly full: { readonly numerator: number; readonly denominator: number }
  }
  readonly nodes: {
    readonly noticeLaterThan10Days: number
    readonly queryLaterThan5Days: number
    readonly closedLaterThan6Months: number
  }
  readonly zbCheck: {
    readonly closedWithin3Months: readonly string[]
    readonly withoutConsumptionOrder: readonly string[]
  }
  readonly byMonthFiled: Readonly<Record<string, number>>
  readonly byMonthClosed: Readonly<Record<string, number>>
  readonly byJudge: Readonly<Record<string, { readonly accepted: number; readonly closed: number }>>
  readonly byTeam: Readonly<Record<string, number>>
  readonly closed: { readonly pendingCases: readonly string[] }
  readonly city: {
    readonly ownRank: number
    readonly aboveProvinceInAll: boolean
    readonly deliveredShare: Fraction
    readonly crimeShare: Fraction
  }
}

export const truth = JSON.parse(readFileSync(new URL('truth.json', samples), 'utf8')) as {
  readonly figures: Figures
}

const orNull = (text: string): string | null => (text === '' ? null : text)

/** People and teams of the ledger by name, put on record as far as they are not. */
async function peopleOf(tx: Tx, rows: readonly LedgerRow[]) {
  const ids = new Map([...new Set(rows.flatMap(({ judge, team }) => [judge, team]))].map((name) => [name, newId()]))
  const judges = [...new Set(rows.map(({ judge }) => judge))]
  const teams = [...new Set(rows.map(({ team }) => team))]
  await tx.client.query(
    "insert into identity_staff (staff_id, name, active_from) select *, date '2020-01-01' from unnest($1::uuid[], $2::text[])",
    [judges.map((name) => ids.get(name)), judges],
  )
  await tx.client.query('insert into identity_team (team_id, name) select * from unnest($1::uuid[], $2::text[])', [
    teams.map((name) => ids.get(name)),
    teams,
  ])
  return (name: string) => ids.get(name) ?? null
}

function recordOf(row: LedgerRow, idOf: (name: string) => string | null): CaseRecord {
  const [, year = '', typeCode = '', serial = ''] = /（(\d{4})）川\d+(\D+)(\d+)号/.exec(row.no) ?? []
  return {
    number: { canonical: row.no, year: Number(year), typeCode: typeCode as CaseTypeCode, serial: Number(serial) },
    receivedOn: orNull(row.receivedDate),
    filedOn: row.filingDate,
    cause: row.cause,
    basisNumber: null,
    basisIssuer: null,
    claimFen: BigInt(row.claim),
    waivedFen: BigInt(row.waived),
    unenforceableFen: BigInt(row.unenf),
    recoveredFen: BigInt(row.recovered),
    lastReceiptOn: orNull(row.lastReceiptDate),
    track: null,
    handlerId: idOf(row.judge),
    clerkId: null,
    teamId: idOf(row.team),
    town: row.town,
    livelihood: null,
    flags: [],
    preserved: row.preserved === '是',
    closedOn: orNull(row.closedDate),
    manner: row.manner === '' ? null : mannerOf(row.manner),
    closingReason: orNull(row.terminateReason),
    remark: null,
    details: {},
    parties: row.debtors.map((name, i) => ({
      role: 'debtor' as const,
      kind: 'unknown' as const,
      name,
      identifier: row.debtorIds[i] ?? null,
      phone: null,
    })),
    events: (
      [
        ['notice-served', row.noticeDate],
        ['report-order-served', row.reportDate],
        ['first-inquiry', row.queryDate],
        ['consumption-restricted', row.limitDate],
        ['dishonest-listed', row.listDate],
        ['round-terminated', row.zbDate],
      ] as const
    ).flatMap(([kind, occurredOn]) => (occurredOn === '' ? [] : [{ kind, occurredOn }])),
    links: [],
  }
}

/** Puts cases on record the way an import does, and lets the rooms react. */
export async function record(tx: Tx, records: readonly CaseRecord[], occasion: Occasion): Promise<readonly string[]> {
  const ids = await recordCases(tx, records, { batchId: null }, occasion)
  await reactTo(
    tx,
    ids.map((caseId) => ({ type: caseFactTypes[1], caseId })),
    occasion,
  )
  return ids
}

/** The first-enforcement ledger of 2024 on record. */
export async function recordYear(platform: Platform): Promise<void> {
  await inCourt(platform, async (tx, occasion) => {
    const idOf = await peopleOf(tx, ledgerRows)
    await record(
      tx,
      ledgerRows.map((row) => recordOf(row, idOf)),
      occasion,
    )
  })
}

/** A case with nothing in it but what is said. */
export const caseOf = (said: Partial<LedgerRow> & { readonly no: string; readonly filingDate: string }): CaseRecord =>
  recordOf({ ...nothing, ...said }, () => null)

const nothing: LedgerRow = {
  no: '',
  receivedDate: '',
  filingDate: '',
  cause: '',
  applicants: [],
  debtors: [],
  debtorIds: [],
  town: '',
  claim: 0,
  waived: 0,
  unenf: 0,
  recovered: 0,
  lastReceiptDate: '',
  judge: '',
  team: '',
  preserved: '否',
  queryDate: '',
  noticeDate: '',
  reportDate: '',
  limitDate: '',
  listDate: '',
  closedDate: '',
  manner: '',
  terminateReason: '',
  zbDate: '',
}
