-- Someone with several posts may narrow a session to one of them; null is all of them.
alter table identity_session add column post_id text;
alter table identity_session add foreign key (court_id, post_id) references identity_post;
