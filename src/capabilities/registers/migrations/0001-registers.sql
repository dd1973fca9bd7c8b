-- What is counted of a register: entries that stand, each beside its case, and whom it is about.
create function registers_counted(name text) returns void language plpgsql as $$
begin
  execute format('drop view if exists %I', name || '_counted');
  execute format($sql$
    create view %1$I with (security_invoker = true) as
      select e.*, coalesce(e.party_id::text, e.person || ' ' || coalesce(e.case_number, '')) as person_key,
             c.case_id, c.type_code, c.handler_id, c.team_id, c.cause, c.town
      from %2$I e
      left join cases_fact_source c on c.court_id = e.court_id and c.case_number = e.case_number
      where e.withdrawn_because is null$sql$, name || '_counted', name);
end $$;

-- Every register of the bureau has the same frame around columns of its own: whose entry, of which case and person, what
-- speaks against it, where it came from. One function makes them alike.
create function registers_table(name text, own_columns text) returns void language plpgsql as $$
begin
  execute format($sql$
    create table %1$I (
      court_id text not null default current_court() references kernel_court,
      entry_id uuid not null,
      -- What names the entry in its ledger; it stays when the entry is corrected.
      ledger_key text not null,
      case_number text,
      person text,
      party_id uuid,
      %2$s,
      -- Columns of a sheet that the register does not know, under their headings.
      extra jsonb not null default '{}',
      -- What contradicts the law or another record: [{ code, text, unlawful }].
      marks jsonb not null default '[]',
      -- Fields a person has typed since a ledger brought them.
      typed text[] not null default '{}',
      withdrawn_because text,
      batch_id uuid,
      recorded_by text not null,
      recorded_at timestamptz not null,
      version int not null default 1,
      primary key (court_id, entry_id),
      unique (court_id, ledger_key),
      foreign key (court_id, party_id) references parties_party (court_id, party_id)
    )$sql$, name, own_columns);
  -- Read by the timeline, the cockpit and the checks against the case.
  execute format('create index %1$I on %2$I (court_id, case_number)', name || '_of_case', name);
  -- Read when a batch is taken back.
  execute format('create index %1$I on %2$I (court_id, batch_id) where batch_id is not null', name || '_batch', name);
  -- Read by the whole-court view of one person.
  execute format('create index %1$I on %2$I (court_id, party_id)', name || '_of_party', name);
  perform registers_counted(name);
end $$;
