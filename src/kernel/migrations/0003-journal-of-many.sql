-- The subjects of many entries are put in by one statement after them: their key is checked once the journal has its size.
create or replace function journal_append(entries jsonb) returns bigint
  language plpgsql as $$
declare
  head  kernel_chain;
  first bigint;
  entry jsonb;
  body  text;
begin
  select * into head from kernel_chain where court_id = current_court() for update;
  if not found then raise exception 'no chain for court %', current_court(); end if;
  first := head.seq;
  for entry in select value from jsonb_array_elements(entries) loop
    head.seq := head.seq + 1;
    body := '{"seq":' || head.seq || ',"previous":"' || encode(head.hash, 'hex') || '",' || substr(entry ->> 'text', 2);
    head.hash := sha256(convert_to(body, 'UTF8'));
    insert into kernel_journal (court_id, seq, text, hash, recorded_at, occurred_on, actor_id, command, type, stream)
    values (head.court_id, head.seq, body, head.hash, (entry ->> 'recordedAt')::timestamptz,
            (entry ->> 'occurredOn')::date, entry ->> 'actor', entry ->> 'command', entry ->> 'type',
            entry -> 'subjects' ->> 0);
  end loop;
  insert into kernel_subject (court_id, subject, seq)
  select distinct head.court_id, s.value, first + e.n
  from jsonb_array_elements(entries) with ordinality e (value, n), jsonb_array_elements_text(e.value -> 'subjects') s;
  update kernel_chain set seq = head.seq, hash = head.hash where court_id = head.court_id;
  return head.seq;
end $$;
