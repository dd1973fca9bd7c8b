import { sql } from 'kysely'

/** Titles of the posts a person of `s` holds that day, in the order of the posts, and names of their teams. */
export const postTitles = (today: string) => sql<string>`coalesce((
  select string_agg(p.title || coalesce('（代 ' || f.name || '）', ''), '、' order by p.sort)
  from identity_holding h
  join identity_post p on p.court_id = h.court_id and p.post_id = h.post_id
  left join identity_staff f on f.court_id = h.court_id and f.staff_id = h.in_place_of
  where h.court_id = s.court_id and h.staff_id = s.staff_id
    and h.from_on <= ${today}::date and (h.until_on is null or h.until_on >= ${today}::date)), '')`

export const teamNames = (today: string) => sql<string>`coalesce((
  select string_agg(t.name, '、' order by t.name)
  from identity_team_member m
  join identity_team t on t.court_id = m.court_id and t.team_id = m.team_id
  where m.court_id = s.court_id and m.staff_id = s.staff_id
    and m.from_on <= ${today}::date and (m.until_on is null or m.until_on >= ${today}::date)), '')`
