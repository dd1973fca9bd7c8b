import { sql, type RawBuilder } from 'kysely'
import { tailIndexOf } from '#capabilities/parties'
import type { SearchHit, SearchSource } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayAnywhere, type Occasion } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { stages, type Stage } from '../stages.ts'
import { numberFragment } from './number-fragment.ts'
import { ofFragment } from './register.ts'
import { caseWithin } from './within.ts'

const mostCases = 8
const mostParties = 6
/** Names found before looking at their cases: a single character names thousands. */
const mostNames = 20_000

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
  const named = sql<boolean>`c.case_id in (select p.case_id from cases_party p where p.party_id in (${foundParties(people)}))`
  return [
    ...hits(byNumber, fragment?.typeCode ? 100 : 80),
    ...(await partiesWhere(tx, people, text, occasion)),
    ...hits(await casesWhere(tx, named, occasion), 40),
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

const foundParties = (people: RawBuilder<boolean>) =>
  sql`select f.party_id from parties_findable f where ${people} limit ${mostNames}`

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

type PartyLine = {
  readonly whole_id: string
  readonly name: string
  readonly id_masked: string | null
  readonly cases: number
}

async function partiesWhere(
  { db }: Tx,
  people: RawBuilder<boolean>,
  text: string,
  occasion: Occasion,
): Promise<SearchHit[]> {
  const { rows } = await sql<PartyLine>`
    with found as materialized (
      select f.court_id, f.party_id, f.whole_id, f.name, f.id_masked from parties_findable f where ${people} limit ${mostNames})
    select found.whole_id, min(found.name) as name, min(found.id_masked) as id_masked, count(distinct c.case_id)::int as cases
    from found
    join cases_party p on p.court_id = found.court_id and p.party_id = found.party_id
    join cases_case c on c.court_id = p.court_id and c.case_id = p.case_id
    where ${caseWithin(occasion, 'cases.read')}
    group by found.whole_id
    order by bool_or(found.name = ${text}) desc, cases desc, found.whole_id
    limit ${mostParties}`.execute(db)
  return rows.map(({ whole_id, name, id_masked, cases }, at) => ({
    kind: label('当事人', 'Party'),
    title: name,
    detail: [id_masked, `${cases}件`].filter((part) => part !== null).join('　'),
    href: `/parties/${whole_id}`,
    weight: 70 - at / 100,
  }))
}
