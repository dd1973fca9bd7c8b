import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { PersonRow } from '../contract.ts'
import { postTitles, teamNames } from './on-day.ts'

/** Everyone in the register, people an import proposed and people who left included. */
export const people = query({
  name: 'identity.people',
  title: label('人员', 'People'),
  may: 'identity.read-people',
  input: z.object({
    name: z.string().max(50).optional(),
    state: z.enum(['active', 'proposed', 'left']).optional(),
    postId: z.string().max(40).optional(),
  }),
  row: PersonRow,
  rows: (db, { name, state, postId }, { today, now }) => {
    const day = today.toString()
    const stateOf = sql<string>`case when s.active_until < ${day}::date then 'left'
      when s.proposed_by is not null then 'proposed' else 'active' end`
    return db
      .selectFrom('identity_staff as s')
      .$if(name !== undefined, (q) =>
        q.where(
          sql<boolean>`(position(${name ?? ''} in s.name) > 0 or position(lower(${name ?? ''}) in s.login_name) > 0)`,
        ),
      )
      .$if(state !== undefined, (q) => q.where(sql<boolean>`${stateOf} = ${state ?? ''}`))
      .$if(postId !== undefined, (q) =>
        q.where(sql<boolean>`exists (select from identity_holding h where h.court_id = s.court_id and h.staff_id = s.staff_id
          and h.post_id = ${postId ?? ''} and h.from_on <= ${day}::date and (h.until_on is null or h.until_on >= ${day}::date))`),
      )
      .select([
        's.staff_id as staffId',
        's.name',
        's.login_name as loginName',
        stateOf.as('state'),
        postTitles(day).as('posts'),
        teamNames(day).as('teams'),
        's.unit_id as unitId',
        sql<boolean>`s.totp_secret is not null`.as('secondFactor'),
        's.last_sign_in_at as lastSignIn',
        sql<number>`(select count(*)::int from identity_session e
          where e.court_id = s.court_id and e.staff_id = s.staff_id and e.ended_at is null
            and e.last_seen_at > ${now.subtract({ hours: 12 }).toString()}::timestamptz)`.as('openSessions'),
        sql<string | null>`(select max(a.locked_until) from identity_attempt a
          where a.court_id = s.court_id and a.staff_id = s.staff_id and a.locked_until > ${now.toString()}::timestamptz)`.as(
          'lockedUntil',
        ),
        's.version',
      ])
  },
  scope: { own: ['staffId'], unit: 'unitId' },
  orders: [['name', 'staffId']],
  columns: {
    name: label('姓名', 'Name'),
    loginName: label('用户名', 'User name'),
    state: label('状态', 'State'),
    posts: label('岗位', 'Posts'),
    teams: label('团队', 'Teams'),
    unitId: label('单位', 'Unit'),
    secondFactor: label('动态口令', 'Second factor'),
    lastSignIn: label('上次登录', 'Last sign-in'),
    openSessions: label('在线', 'Signed in'),
  },
})
