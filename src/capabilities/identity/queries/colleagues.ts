import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Colleague } from '../contract.ts'
import { postTitles, teamNames } from './on-day.ts'

/** People of the court one may name: for choosing a handler, a clerk, a stand-in. */
export const colleagues = query({
  name: 'identity.colleagues',
  title: label('同事', 'Colleagues'),
  may: 'identity.see-colleagues',
  input: z.object({ name: z.string().max(50).optional() }),
  row: Colleague,
  rows: (db, { name }, { today }) =>
    db
      .selectFrom('identity_staff as s')
      .where((eb) => eb.or([eb('s.active_until', 'is', null), eb('s.active_until', '>=', today.toString())]))
      .$if(name !== undefined, (q) => q.where(sql<boolean>`position(${name ?? ''} in s.name) > 0`))
      .select([
        's.staff_id as staffId',
        's.name',
        postTitles(today.toString()).as('posts'),
        teamNames(today.toString()).as('teams'),
        sql<boolean>`s.login_name is not null`.as('hasLogin'),
      ]),
  scope: {},
  orders: [['name', 'staffId']],
  columns: { name: label('姓名', 'Name'), posts: label('岗位', 'Posts'), teams: label('团队', 'Teams') },
})
