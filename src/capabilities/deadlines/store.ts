import type { Tx } from '#kernel/database/transaction.ts'
import type { Clock, Due } from './clock-rule.ts'

export type Written = { readonly saved: number; readonly removed: number }

type ClockSet = {
  /** The records these are all the clocks of. */
  readonly subjectIds: readonly string[]
  readonly ruleIds: readonly string[]
  readonly clocks: readonly Clock[]
}

/** Makes the stored clocks of these records under these rules equal to the given ones. */
export async function saveClocks(tx: Tx, set: ClockSet): Promise<Written> {
  if (set.subjectIds.length === 1) return writeClocks(tx, set)
  const known = await subjectsWithClocks(tx, set.subjectIds)
  const begun = await beginClocks(
    tx,
    set.clocks.filter(({ subjectId }) => !known.has(subjectId)),
  )
  if (known.size === 0) return { saved: begun, removed: 0 }
  const { saved, removed } = await writeClocks(tx, {
    ...set,
    subjectIds: [...known],
    clocks: set.clocks.filter(({ subjectId }) => known.has(subjectId)),
  })
  return { saved: begun + saved, removed }
}

/** One look into the index for each, whatever the statistics of a table say that an import is filling. */
async function subjectsWithClocks({ client }: Tx, subjectIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ subject_id: string }>(
    `select asked.subject_id from unnest($1::uuid[]) as asked (subject_id)
     cross join lateral (
       select count(*) as clocks from deadlines_clock k
       where k.court_id = current_court() and k.subject_id = asked.subject_id offset 0) k
     where k.clocks > 0`,
    [subjectIds],
  )
  return new Set(rows.map(({ subject_id }) => subject_id))
}

/** Clocks of records that have none yet: most of an import, written without a look at what is there. */
async function beginClocks({ client }: Tx, clocks: readonly Clock[]): Promise<number> {
  if (clocks.length === 0) return 0
  const { rowCount } = await client.query(
    `insert into deadlines_clock (${clockColumns}) select * from ${clockRows(1)} on conflict do nothing`,
    clockValues(clocks),
  )
  return rowCount ?? 0
}

/** The same whatever is there, in one statement. */
async function writeClocks(tx: Tx, { subjectIds, ruleIds, clocks }: ClockSet): Promise<Written> {
  const { rows } = await tx.client.query<Written>({
    // A plan that was kept from an empty table would read the whole of it for each set of an import.
    ...(subjectIds.length === 1 && { name: 'deadlines_clock_save' }),
    text: saveText,
    values: [subjectIds, ruleIds, ...clockValues(clocks)],
  })
  return rows[0] ?? { saved: 0, removed: 0 }
}

const clockColumns = `subject_id, rule_id, step, case_id, started_by, started_on, due_on, due_from, urgent_from, finished_by,
  finished_on, provisional, version, stops`
const clockTypes = 'uuid text smallint uuid text date date date date text date boolean text jsonb'.split(' ')

/** The clocks as rows, from the parameters that begin with this one. */
const clockRows = (first: number): string =>
  `unnest(${clockTypes.map((type, i) => `$${first + i}::${type}[]`).join(', ')}) as w(${clockColumns})`

const clockValues = (clocks: readonly Clock[]): unknown[] => [
  column(clocks, ({ subjectId }) => subjectId),
  column(clocks, ({ ruleId }) => ruleId),
  column(clocks, ({ step }) => step),
  column(clocks, ({ caseId }) => caseId),
  column(clocks, ({ startedBy }) => startedBy),
  column(clocks, ({ startedOn }) => startedOn),
  column(clocks, ({ dueOn }) => dueOn),
  column(clocks, ({ dueFrom }) => dueFrom),
  column(clocks, ({ urgentFrom }) => urgentFrom),
  column(clocks, ({ finishedBy }) => finishedBy),
  column(clocks, ({ finishedOn }) => finishedOn),
  column(clocks, ({ provisional }) => provisional),
  column(clocks, ({ version }) => version),
  clocks.some(({ stops }) => stops) ? clocks.map(({ stops }) => stops && JSON.stringify(stops)) : nulls(clocks),
]

/** An array as PostgreSQL writes it: ids, days, numbers and names of rules need no more than quotes. */
function column(clocks: readonly Clock[], value: (clock: Clock) => string | number | boolean | null): string {
  let text = ''
  for (const clock of clocks) {
    const cell = value(clock)
    text += cell === null ? ',null' : typeof cell === 'string' ? `,"${cell}"` : `,${cell}`
  }
  return `{${text.slice(1)}}`
}

const nulls = (clocks: readonly Clock[]): string => `{${clocks.map(() => 'null').join()}}`

const saveText = `
  with wanted as (
    select * from ${clockRows(3)}
  ), gone as (
    delete from deadlines_clock c
    where c.subject_id = any($1::uuid[]) and c.rule_id = any($2::text[])
      and not exists (select from wanted w where w.subject_id = c.subject_id and w.rule_id = c.rule_id and w.step = c.step)
    returning 1
  ), changed as (
    select w.*, c.subject_id is null as fresh from wanted w
    left join lateral (
      select * from deadlines_clock k
      where k.court_id = current_court() and k.subject_id = w.subject_id and k.rule_id = w.rule_id and k.step = w.step
      offset 0
    ) c on true
    where c.subject_id is null
       or (c.started_on, c.due_on, c.due_from, c.urgent_from, c.started_by, c.provisional, c.version)
          <> (w.started_on, w.due_on, w.due_from, w.urgent_from, w.started_by, w.provisional, w.version)
       or (c.case_id, c.finished_by, c.finished_on, c.stops)
          is distinct from (w.case_id, w.finished_by, w.finished_on, w.stops)
  ), moved as (
    update deadlines_clock c set
      case_id = w.case_id, started_by = w.started_by, started_on = w.started_on, due_on = w.due_on,
      due_from = w.due_from, urgent_from = w.urgent_from, finished_by = w.finished_by, finished_on = w.finished_on,
      stops = w.stops, provisional = w.provisional, version = w.version
    from changed w
    where not w.fresh and c.subject_id = w.subject_id and c.rule_id = w.rule_id and c.step = w.step
    returning 1
  ), begun as (
    insert into deadlines_clock (${clockColumns})
    select ${clockColumns}
    from changed where fresh
    on conflict do nothing
    returning 1
  )
  select (select count(*)::int from moved) + (select count(*)::int from begun) as saved,
         (select count(*)::int from gone) as removed`

/** Clocks that are alike in everything their end rests on. */
export type ClockGroup = {
  readonly rule_id: string
  readonly step: number
  readonly started_on: string
  readonly stops: string | null
  readonly due_on: string
  readonly provisional: boolean
  readonly clocks: number
}

/**
 * What may move when the calendar does: clocks that run, and those that ended on a provisional day. A group for each
 * start rather than a row for each clock.
 */
export async function movableGroups({ client }: Tx): Promise<readonly ClockGroup[]> {
  const { rows } = await client.query<ClockGroup>(
    `select rule_id, step, started_on, stops::text as stops, due_on, provisional, count(*)::int as clocks
     from deadlines_clock
     where finished_on is null or provisional
     group by rule_id, step, started_on, stops, due_on, provisional`,
  )
  return rows
}

export type GroupDue = Pick<ClockGroup, 'rule_id' | 'step' | 'started_on' | 'stops'> & Due

/** Gives the clocks of each group their new days. Rows that have them already are not written. */
export async function moveGroups({ client }: Tx, groups: readonly GroupDue[]): Promise<number> {
  const { rowCount } = await client.query(
    `update deadlines_clock c
     set due_on = m.due_on, due_from = m.due_from, urgent_from = m.urgent_from, provisional = m.provisional,
         version = m.version
     from unnest($1::text[], $2::smallint[], $3::date[], $4::jsonb[], $5::date[], $6::date[], $7::date[], $8::boolean[],
                 $9::text[])
       as m(rule_id, step, started_on, stops, due_on, due_from, urgent_from, provisional, version)
     where c.rule_id = m.rule_id and c.step = m.step and c.started_on = m.started_on
       and c.stops is not distinct from m.stops and (c.finished_on is null or c.provisional)
       and (c.due_on, c.due_from, c.urgent_from, c.provisional, c.version)
           <> (m.due_on, m.due_from, m.urgent_from, m.provisional, m.version)`,
    [
      groups.map(({ rule_id }) => rule_id),
      groups.map(({ step }) => step),
      groups.map(({ started_on }) => started_on),
      groups.map(({ stops }) => stops),
      groups.map(({ dueOn }) => dueOn),
      groups.map(({ dueFrom }) => dueFrom),
      groups.map(({ urgentFrom }) => urgentFrom),
      groups.map(({ provisional }) => provisional),
      groups.map(({ version }) => version),
    ],
  )
  return rowCount ?? 0
}
