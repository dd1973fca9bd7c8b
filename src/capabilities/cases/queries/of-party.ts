import type { DebtorSectionSource, PartyRecordSource } from '#capabilities/parties'
import { sql } from 'kysely'
import { mayTouch } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { manners, type MannerCode } from '../manners.ts'
import { stages, type Stage } from '../stages.ts'
import type { PartyRole } from '../tables.ts'

/** The cases these parties stand in, and whose they are: who may see one of them may see the party. */
export const partyCases: PartyRecordSource = async ({ client }, partyIds) => {
  const { rows } = await client.query<{
    party_id: string
    case_id: string
    handler_id: string | null
    clerk_id: string | null
    team_id: string | null
  }>({
    name: 'cases_of_parties',
    text: `select distinct p.party_id, c.case_id, c.handler_id, c.clerk_id, c.team_id
           from cases_party p join cases_case c on c.court_id = p.court_id and c.case_id = p.case_id
           where p.party_id = any($1::uuid[])`,
    values: [partyIds],
  })
  return rows.map(({ party_id, case_id, handler_id, clerk_id, team_id }) => ({
    partyId: party_id,
    subject: `case:${case_id}` as const,
    own: [handler_id, clerk_id],
    team: team_id,
  }))
}

const roles: Readonly<Record<PartyRole, string>> = {
  applicant: '申请执行人',
  debtor: '被执行人',
  objector: '异议人',
  'third-party': '第三人',
}

type Line = {
  readonly case_id: string
  readonly case_number: string
  readonly role: PartyRole
  readonly stage: Stage
  readonly manner: MannerCode | null
  readonly handler_id: string | null
  readonly clerk_id: string | null
  readonly team_id: string | null
  readonly handler: string | null
  readonly claim: string
  readonly recovered: string
  readonly outstanding: string
}

const mostLines = 300

/** Every case of one person in this court. Of a case that is not the reader's, only number, role and handler. */
export const partySection: DebtorSectionSource = async (tx, partyIds, { actor }) => {
  const { rows } = await sql<Line>`
    select c.case_id, c.case_number, p.role, c.stage, c.manner, c.handler_id, c.clerk_id, c.team_id, h.name as handler,
      c.claim_fen::text as claim, c.recovered_fen::text as recovered,
      greatest(c.claim_fen - c.waived_fen - c.recovered_fen, 0)::text as outstanding
    from cases_party p
    join cases_case c on c.court_id = p.court_id and c.case_id = p.case_id
    left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id
    where p.party_id = any(${[...partyIds]}::uuid[])
    order by p.role = 'debtor' desc, c.closed_on is not null, c.filed_on desc, c.case_id
    limit ${mostLines}`.execute(tx.db)
  const seen = (line: Line) =>
    mayTouch(actor, 'cases.read', { own: [line.handler_id, line.clerk_id], team: line.team_id })
  const shown = rows.filter(seen)
  const owed = shown.filter(({ role }) => role === 'debtor')
  return {
    id: 'cases',
    title: label('案件', 'Cases'),
    columns: [
      { id: 'number', title: label('案号', 'Case number'), kind: 'text' },
      { id: 'role', title: label('身份', 'Role'), kind: 'text' },
      { id: 'state', title: label('状态', 'State'), kind: 'state' },
      { id: 'handler', title: label('承办', 'Handler'), kind: 'text' },
      { id: 'claim', title: label('标的（元）', 'Claim (yuan)'), kind: 'money' },
      { id: 'outstanding', title: label('未到位（元）', 'Outstanding (yuan)'), kind: 'money' },
    ],
    rows: rows.map((line) => (seen(line) ? shownRow(line) : hiddenRow(line))),
    foot: {
      title: `被执行 ${owed.length}案合计`,
      cells: { claim: sum(owed, 'claim'), outstanding: sum(owed, 'outstanding') },
    },
    figures: [
      { title: label('作为被执行人 未到位', 'Owed, outstanding'), amountFen: sum(owed, 'outstanding') },
      { title: label('已到位', 'Recovered'), amountFen: sum(owed, 'recovered') },
      {
        title: label('作为申请人 应得', 'Due as applicant'),
        amountFen: sum(
          shown.filter(({ role }) => role === 'applicant'),
          'outstanding',
        ),
      },
    ],
    hidden: rows.length - shown.length,
  }
}

const shownRow = (line: Line) => ({
  key: `${line.case_id}:${line.role}`,
  cells: {
    number: line.case_number,
    role: roles[line.role],
    state: line.manner === null ? stages[line.stage].zh : manners[line.manner].title.zh,
    handler: line.handler,
    claim: line.claim,
    outstanding: line.outstanding,
  },
  href: `/cases/${line.case_id}`,
  tone: toneOf(line),
})

const hiddenRow = (line: Line) => ({
  key: `${line.case_id}:${line.role}`,
  cells: {
    number: line.case_number,
    role: roles[line.role],
    state: '仅承办人可见',
    handler: line.handler,
    claim: null,
    outstanding: null,
  },
  href: null,
})

const toneOf = ({ manner, stage }: Line) =>
  manner === 'performed'
    ? ('ok' as const)
    : manner === 'round-terminated'
      ? ('dotted' as const)
      : stage === 'settlement' || stage === 'suspended'
        ? ('hold' as const)
        : manner === null
          ? ('primary' as const)
          : ('neutral' as const)

const sum = (lines: readonly Line[], column: 'claim' | 'recovered' | 'outstanding'): string =>
  lines.reduce((total, line) => total + BigInt(line[column]), 0n).toString()
