import { type RawBuilder, sql } from 'kysely'
import { type ListQuery, query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { plainText } from '#kernel/values/text.ts'
import { parseCaseNumber } from '#law/case-number.ts'
import { EntryFilter, EntryRow } from './contract.ts'
import { columnOf, type Field, fieldOf, isKept, ownFields, type Register, type Shared, tableOf } from './declaration.ts'
import { entryWithin, readPermission } from './reach.ts'

/** An entry without its day stands before all others. */
const noDay = '0001-01-01'

/** The list of a register, newest first: whose cases one may see, their entries one may see. */
export function listOf(register: Register): ListQuery {
  const { room, plural, title, fields } = register
  const sums = ownFields(register).flatMap(([name, { kind }]) => (kind === 'fen' ? [name] : []))
  return query({
    name: `${room}.${plural}`,
    title,
    may: readPermission(register),
    input: EntryFilter(register),
    row: EntryRow(register),
    scope:
      register.about === 'court' ? { own: ['ownerId'] } : { own: ['handlerId', 'clerkId', 'ownerId'], team: 'teamId' },
    orders: [['-on', '-entryId'], ...sums.map((name) => [`-${name}`, 'entryId'] as const)],
    sums,
    apart: Object.fromEntries(
      Object.entries(register.apart ?? {}).map(([name, shared]) => [name, toldApartBy(register, name, shared)]),
    ),
    columns: {
      ...Object.fromEntries(
        Object.entries(fields)
          .filter(([, field]) => isKept(field) && field.kind !== 'certificate')
          .map(([name, declared]) => [name, declared.title]),
      ),
      handlerName: label('承办人', 'Handler'),
    },
    rows: (db, filter, occasion) =>
      db.selectFrom(entriesShown(register, filter, occasion).as('entries')).selectAll('entries'),
  })
}

const listed = (name: string): RawBuilder<unknown> => sql`${sql.ref(`listed.${name}`)}::text`

/** Namesakes are different people where the register of parties knows them. */
const toldApartBy = ({ fields }: Register, name: string, { anewBy }: Shared): RawBuilder<unknown> => {
  if (fields[name]?.kind === 'person') return sql`coalesce(${listed('partyId')}, ${listed(name)})`
  return anewBy === undefined ? listed(name) : sql`left(${listed(anewBy)}, 4) || ' ' || ${listed(name)}`
}

/** The entries that a filter leaves, with the case and the people beside each. */
export function entriesShown(register: Register, filter: Readonly<Record<string, unknown>>, occasion: Occasion) {
  const table = sql.table(tableOf(register))
  return sql<Record<string, unknown>>`(
    select e.entry_id as "entryId", ${dayOf(register)} as "on", c.case_id as "caseId",
           e.party_id as "partyId", c.handler_id as "handlerId", c.clerk_id as "clerkId", c.team_id as "teamId",
           ${ownerIn(register)} as "ownerId", h.name as "handlerName",
           ${marksWithUnknownCase(register)} as marks,
           e.withdrawn_because as "withdrawnBecause", e.version,
           ${sql.join(Object.entries(register.fields).flatMap(([name, field]) => (isKept(field) ? [shown(name, field.kind)] : [])))}
    from ${table} e
    left join cases_fact_source c on c.court_id = e.court_id and c.case_number = e.case_number
    left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id
    left join parties_named p on p.court_id = e.court_id and p.party_id = e.party_id
    where ${sql.join(conditions(register, filter, occasion), sql` and `)})`
}

/** The person of the court whom the entry `e` names; of namesakes the earliest on record. */
export function ownerIn(register: Register): RawBuilder<unknown> {
  const staff = fieldOf(register, 'staff')
  if (staff === undefined) return sql`null::uuid`
  return sql`(select s.staff_id from identity_staff_name s
              where s.court_id = e.court_id and s.name = ${columnRef(staff)} order by s.staff_id limit 1)`
}

/** The day of an entry. */
export const dayOf = ({ day }: Register): RawBuilder<unknown> => sql`coalesce(${columnRef(day)}, ${noDay}::date)`

/** What stands against an entry `e` beside its case `c`. */
export const marksWithUnknownCase = (register: Register): RawBuilder<unknown> => sql`
  case when ${isUnknownCase(register)} then e.marks || ${JSON.stringify([noSuchCase])}::jsonb else e.marks end`

const noSuchCase = {
  code: 'W_CASE_UNKNOWN',
  text: '台账所写的案号没有登记，请核对案号，或先导入、登记这个案件。',
  unlawful: false,
}

/** A case that is named and not on record. */
const isUnknownCase = ({ mayBeUnregistered }: Register): RawBuilder<boolean> =>
  mayBeUnregistered ? sql`false` : sql`(e.case_number is not null and c.case_id is null)`

const columnRef = (field: string): RawBuilder<unknown> => sql.ref(`e.${columnOf(field)}`)

function shown(name: string, kind: Field['kind']): RawBuilder<unknown> {
  const alias = sql.id(name)
  switch (kind) {
    case 'case':
      return sql`e.case_number as ${alias}`
    case 'person':
      return sql`e.person as ${alias}`
    case 'certificate':
      return sql`p.id_masked as ${alias}`
    case 'list':
      return sql`nullif(array_to_string(${columnRef(name)}, '、'), '') as ${alias}`
    case 'decimal':
      return sql`trim_scale(${columnRef(name)})::text as ${alias}`
    default:
      return sql`${columnRef(name)} as ${alias}`
  }
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One condition for each thing a filter names. */
export function conditions(
  register: Register,
  filter: Readonly<Record<string, unknown>>,
  occasion: Occasion,
): readonly RawBuilder<unknown>[] {
  const given = (name: string, condition: (value: string) => RawBuilder<unknown>): readonly RawBuilder<unknown>[] =>
    filter[name] === undefined ? [] : [condition(plainText(filter[name]))]
  const me = isId.test(occasion.actor.id) ? occasion.actor.id : null
  const day = columnRef(typeof filter['day'] === 'string' ? filter['day'] : register.day)
  return [
    filter['withdrawn'] === true ? sql`e.withdrawn_because is not null` : sql`e.withdrawn_because is null`,
    ...given('entryId', (id) => sql`e.entry_id = ${id}::uuid`),
    ...given('caseId', (id) => sql`c.case_id = ${id}::uuid`),
    ...given('partyId', (id) => sql`e.party_id = ${id}::uuid`),
    ...(filter['mine'] === true ? [sql`(c.handler_id = ${me}::uuid or c.clerk_id = ${me}::uuid)`] : []),
    ...given('marked', (marked) => {
      const isMarked = sql`(e.marks <> '[]' or ${isUnknownCase(register)})`
      return marked === 'true' ? isMarked : sql`not ${isMarked}`
    }),
    ...given('from', (on) => sql`${day} >= ${on}::date`),
    ...given('to', (on) => sql`${day} <= ${on}::date`),
    ...given('within', (days) => {
      const today = occasion.today.toString()
      return sql`${day} between ${today}::date and ${today}::date + ${days}::int`
    }),
    ...given('past', (days) => {
      const today = occasion.today.toString()
      return sql`${day} between ${today}::date - ${days}::int and ${today}::date`
    }),
    ...given('has', (fields) =>
      sql.join(
        fields.split(',').map((field) => isFilled(register, field)),
        sql` and `,
      ),
    ),
    ...given(
      'lacks',
      (fields) =>
        sql`not (${sql.join(
          fields.split(',').map((field) => isFilled(register, field)),
          sql` or `,
        )})`,
    ),
    ...given('text', textCondition),
    ...ownFields(register)
      .filter(([, { kind }]) => kind === 'choice' || kind === 'yes-no' || kind === 'integer')
      .flatMap(([name]) => given(name, (value) => sql`${columnRef(name)}::text = any(${value.split('|')}::text[])`)),
  ]
}

function isFilled(register: Register, field: string): RawBuilder<unknown> {
  const kind = register.fields[field]?.kind
  if (kind === 'yes-no') return sql`coalesce(${columnRef(field)}, false)`
  return kind === 'list' ? sql`(cardinality(${columnRef(field)}) > 0)` : sql`(${columnRef(field)} is not null)`
}

function textCondition(text: string): RawBuilder<unknown> {
  const read = parseCaseNumber(text)
  return sql`(strpos(e.case_number, ${read.ok ? read.canonical : text}) > 0 or strpos(e.person, ${text}) > 0)`
}

/** Whether entries lie within reach, for what is read beside the list. */
export const entriesWithin = (register: Register, occasion: Occasion): RawBuilder<boolean> =>
  entryWithin(occasion, readPermission(register))
