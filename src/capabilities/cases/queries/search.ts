import { sql, type RawBuilder } from 'kysely'
import { tailIndexOf } from '#capabilities/parties'
import type { SearchHit, SearchSource } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayAnywhere, mayInCourt, type Occasion } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { stages, type Stage } from '../stages.ts'
import { numberFragment } from './number-fragment.ts'
import { ofFragment } from './register.ts'
import { caseWithin } from './within.ts'

const mostCases = 8
const mostParties = 6
/** Names looked at by somebody who sees the whole court: a single character names thousands, the same name first. */
const mostNames = 2_000

/**
 * Cases and parties by what a person remembers of them: a piece of the number in any writing, a name in Han characters
 * or in its pinyin initials, the last characters of an identifier or a phone. Only cases within reach count, and only the
 * parties of such cases.
 */
export const findCases: SearchSource = async (tx, text, occasion) => {
  if (!mayAnywhere(occasion.actor, 'cases.read')) return []
  const fragment = numberFragment(text)
  const people = await peopleCondition(tx, text)
  const byNumber = fragment ? await casesWhere(tx, ofFragment(fragment), occasion) : []
  if (!people) return hits(byNumber, fragment?.typeCode ? 100 : 80)
  const named = await namedCases(tx, people, text, occasion)
  const cases = sql<boolean>`c.case_id = any(${[...new Set(named.map(({ case_id }) => case_id))]}::uuid[])`
  return [
    ...hits(byNumber, fragment?.typeCode ? 100 : 80),
    ...partyHits(named, text),
    ...hits(await casesWhere(tx, cases, occasion), 40),
  ]
}

/** Which rows of `parties_findable f` the text speaks of; null when it can speak of none. */
async function peopleCondition(tx: Tx, text: string): Promise<RawBuilder<boolean> | null> {
  if (/\p{Script=Han}/u.test(text)) return numberFragment(text) ? null : sql<boolean>`strpos(f.name, ${text}) > 0`
  if (/^[a-z]{2,20}$/i.test(text)) return sql<boolean>`starts_with(f.initials, ${text.toLowerCase()})`
  if (!/^\d{3,17}[\dX]$/i.test(text)) return null
  const ids = await byTail(tx, text.toUpperCase())
  return ids.length === 0 ? null : sql<boolean>`f.party_id = any(${ids}::uuid[])`
}

/** Parties whose identifier or phone ends so. The index knows four characters; more are compared with what is sealed. */
async function byTail(tx: Tx, text: string): Promise<readonly string[]> {
  const tail = text.slice(-4)
  const { rows } = await tx.client.query<{ party_id: string; sealed: string }>({
    name: 'cases_find_tail',
    text: `select f.party_id, s.id_sealed as sealed from parties_findable f
           join parties_sealed s on s.court_id = f.court_id and s.party_id = f.party_id where f.id_tail_index = $1
           union all
           select t.party_id, s.sealed from parties_phone_tail t
           join parties_phone_sealed s on s.court_id = t.court_id and s.party_id = t.party_id where t.tail_index = $2
           limit 2000`,
    values: [tailIndexOf(tx, 'identifier', tail), tailIndexOf(tx, 'phone', tail)],
  })
  const ends = ({ party_id, sealed }: { party_id: string; sealed: string }) =>
    text.length === 4 || tx.platform.cipher.open(tx.court, `party:${party_id}`, sealed).endsWith(text)
  return [...new Set(rows.filter(ends).map(({ party_id }) => party_id))]
}

type CaseLine = {
  readonly case_id: string
  readonly case_number: string
  readonly stage: Stage
  readonly parties: string | null
}

async function casesWhere(
  { db }: Tx,
  condition: RawBuilder<boolean>,
  occasion: Occasion,
): Promise<readonly CaseLine[]> {
  const { rows } = await sql<CaseLine>`
    with found as materialized (
      select c.court_id, c.case_id, c.case_number, c.stage, c.filed_on from cases_case c
      where ${condition} and ${caseWithin(occasion, 'cases.read')}
      order by c.filed_on desc, c.case_id limit ${mostCases})
    select found.case_id, found.case_number, found.stage,
      (select string_agg(p.name, ' 申请 ' order by p.role) from cases_party p
       where p.court_id = found.court_id and p.case_id = found.case_id and p.position = 1 and p.role in ('applicant', 'debtor')) as parties
    from found order by found.filed_on desc, found.case_id`.execute(db)
  return rows
}

const hits = (lines: readonly CaseLine[], weight: number): SearchHit[] =>
  lines.map(({ case_id, case_number, stage, parties }, at) => ({
    kind: label('案件', 'Case'),
    title: case_number,
    detail: [parties, stages[stage].zh].filter((part) => part !== null).join('　'),
    href: `/cases/${case_id}`,
    weight: weight - at / 100,
  }))

type Named = {
  readonly whole_id: string
  readonly name: string
  readonly id_masked: string | null
  readonly case_id: string
}

/** The parties spoken of, each with a case within reach. Whoever sees few cases begins with these. */
async function namedCases(
  { db }: Tx,
  people: RawBuilder<boolean>,
  text: string,
  occasion: Occasion,
): Promise<readonly Named[]> {
  const found = mayInCourt(occasion.actor, 'cases.read')
    ? sql`(select f.* from parties_findable f where ${people} order by f.name = ${text} desc limit ${mostNames}) f
        join cases_party p on p.court_id = f.court_id and p.party_id = f.party_id`
    : sql`cases_case c
        join cases_party p on p.court_id = c.court_id and p.case_id = c.case_id
        join parties_findable f on f.court_id = p.court_id and f.party_id = p.party_id
        where ${caseWithin(occasion, 'cases.read')} and ${people}`
  const { rows } = await sql<Named>`select f.whole_id, f.name, f.id_masked, p.case_id from ${found}`.execute(db)
  return rows
}

function partyHits(named: readonly Named[], text: string): SearchHit[] {
  const wholes = [...Map.groupBy(named, ({ whole_id }) => whole_id)].map(([whole, lines]) => ({
    whole,
    name: lines.find(({ name }) => name === text)?.name ?? lines[0]?.name ?? '',
    masked: lines.find(({ id_masked }) => id_masked !== null)?.id_masked ?? null,
    cases: new Set(lines.map(({ case_id }) => case_id)).size,
  }))
  return wholes
    .toSorted((a, b) => Number(b.name === text) - Number(a.name === text) || b.cases - a.cases)
    .slice(0, mostParties)
    .map(({ whole, name, masked, cases }, at) => ({
      kind: label('当事人', 'Party'),
      title: name,
      detail: [masked, `${cases}件`].filter((part) => part !== null).join('　'),
      href: `/parties/${whole}`,
      weight: 70 - at / 100,
    }))
}
