-- What other rooms may read of people: names for their lists, and who may do what on which day. They run with the
-- reader's own rights.

create view identity_staff_name with (security_invoker = true) as
  select court_id, staff_id, name from identity_staff;

-- Read by rooms that hand work to whoever holds a permission, by way of a post, on a day.
create view identity_permission_held with (security_invoker = true) as
  select distinct h.court_id, h.staff_id, g.permission, h.from_on, least(h.until_on, s.active_until) as until_on
  from identity_holding h
  join identity_staff s on s.court_id = h.court_id and s.staff_id = h.staff_id
  join identity_post p on p.court_id = h.court_id and p.post_id = h.post_id
  join identity_role_grant g on g.court_id = p.court_id and g.role_id = p.role_id and not g.withdrawn;

-- Read by lists that show a team's name, and by whoever asks in which team someone works.
create view identity_team_of with (security_invoker = true) as
  select m.court_id, m.staff_id, m.team_id, t.name as team_name, m.from_on, m.until_on
  from identity_team_member m
  join identity_team t on t.court_id = m.court_id and t.team_id = m.team_id;
