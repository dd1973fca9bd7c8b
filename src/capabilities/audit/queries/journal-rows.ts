import { sql, type Kysely } from 'kysely'
import type { Tables } from '#kernel/database/tables.ts'
import { courtTimeZone } from '#kernel/values/dates.ts'

/** A sealed value of a fact, as the journal holds it. */
export const sealed = 'a1\\.[A-Za-z0-9_-]{20,}'

/**
 * The text of an entry as JSON. Escapes that PostgreSQL cannot hold (a zero, half a surrogate pair) are shown as �: one
 * strange value may not make the trail unreadable.
 */
const told = sql`(case when j.text ~ '\\\\u(0000|[dD][89a-fA-F])'
  then regexp_replace(j.text, '(?<!\\\\)((?:\\\\\\\\)*)\\\\u(?:0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\\1\\\\ufffd', 'g') else j.text end)::jsonb`
const fact = sql`(${told} -> 'fact')`

/** What the fact says of the change, in one line: before → after, and why. */
const change = sql<string>`left(regexp_replace(concat_ws('，',
  case when ${fact} ? 'before' and ${fact} ? 'after'
    then coalesce(${fact} ->> 'before', '—') || ' → ' || coalesce(${fact} ->> 'after', '—') end,
  ${fact} ->> 'title',
  ${fact} ->> 'name',
  '理由 ' || (${fact} ->> 'reason')), ${sealed}, '（已加密）', 'g'), 300)`

const posts = sql<string>`coalesce((select string_agg(value, '、') from jsonb_array_elements_text(${told} -> 'posts')), '')`

/** Whoever gave the command. At sign-in nobody is known yet, and the fact names the person. */
const actor = sql<string>`coalesce(
  (select s.name from identity_staff_name s where s.court_id = j.court_id and s.staff_id::text =
    case when j.actor_id = 'anonymous' then ${fact} ->> 'staffId' else j.actor_id end),
  (select w.zh from audit_word w where w.court_id = j.court_id and w.code = 'actor:' || j.actor_id), j.actor_id)`

const act = sql<string>`coalesce(
  (select w.zh from audit_word w where w.court_id = j.court_id and w.code = 'fact:' || j.type),
  (select w.zh from audit_word w where w.court_id = j.court_id and w.code = j.command), j.command)`

/** Journal entries in words. */
export const journalRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('kernel_journal as j')
    .select([
      'j.seq',
      'j.recorded_at as recordedAt',
      'j.occurred_on as occurredOn',
      'j.actor_id as actorId',
      actor.as('actor'),
      posts.as('posts'),
      'j.command',
      act.as('act'),
      'j.type',
      'j.stream as subject',
      change.as('change'),
      sql<string>`left(encode(j.hash, 'hex'), 8)`.as('hash'),
    ])

export const accessRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('kernel_journal as j')
    .innerJoin('audit_word as w', (on) => on.onRef('w.court_id', '=', 'j.court_id').onRef('w.code', '=', 'j.command'))
    .where('w.reveals', '=', true)
    .select([
      'j.seq',
      'j.recorded_at as recordedAt',
      'j.actor_id as actorId',
      actor.as('actor'),
      posts.as('posts'),
      'w.zh as act',
      'j.stream as subject',
      sql<string>`coalesce(${fact} ->> 'purpose', ${fact} ->> 'reason', '')`.as('purpose'),
    ])

/** The first moment of a day in China. */
export const startOf = (date: Temporal.PlainDate): string =>
  date.toZonedDateTime({ timeZone: courtTimeZone }).toInstant().toString()
