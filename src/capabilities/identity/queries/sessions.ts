import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { SessionRow } from '../contract.ts'
import { sessionOf } from '../session-actor.ts'
import { sessionHours } from '../settings.ts'

/** Where people are signed in: everyone sees their own, the security administrator everybody's. */
export const sessions = query({
  name: 'identity.sessions',
  title: label('登录记录', 'Sessions'),
  may: 'identity.end-session',
  input: z.object({ staffId: z.uuid().optional(), openOnly: z.boolean().optional() }),
  row: SessionRow,
  rows: (db, { staffId, openOnly }, { actor, now }) => {
    const longest = sql`coalesce((select (value #>> '{}')::int from kernel_setting k where k.court_id = e.court_id and k.key = ${sessionHours.key}), ${sessionHours.fallback})`
    const state = sql<string>`case when e.ended_at is not null then 'ended'
      when e.created_at + make_interval(hours => ${longest}) < ${now.toString()}::timestamptz then 'run-out' else 'open' end`
    return db
      .selectFrom('identity_session as e')
      .innerJoin('identity_staff as s', (on) =>
        on.onRef('s.court_id', '=', 'e.court_id').onRef('s.staff_id', '=', 'e.staff_id'),
      )
      .$if(staffId !== undefined, (q) => q.where('e.staff_id', '=', staffId ?? ''))
      .$if(openOnly === true, (q) => q.where(sql<boolean>`${state} = 'open'`))
      .select([
        'e.session_id as sessionId',
        'e.staff_id as staffId',
        's.name',
        'e.created_at as startedAt',
        'e.last_seen_at as lastSeenAt',
        'e.place',
        'e.agent',
        'e.second_factor as secondFactor',
        state.as('state'),
        sql<boolean>`e.session_id::text = ${sessionOf(actor)?.sessionId ?? ''}`.as('isThis'),
        'e.version',
      ])
  },
  scope: { own: ['staffId'] },
  orders: [['-startedAt', 'sessionId']],
  columns: {
    name: label('姓名', 'Name'),
    startedAt: label('登录时间', 'Since'),
    lastSeenAt: label('最近操作', 'Last seen'),
    place: label('地址', 'From'),
    agent: label('浏览器', 'Browser'),
    secondFactor: label('动态口令', 'Second factor'),
    state: label('状态', 'State'),
  },
})
