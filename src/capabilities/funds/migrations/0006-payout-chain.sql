-- How money leaves: payee accounts by two people with a cooling day, a chain in which nobody stands twice, payment orders
-- and the bank's answers, deferrals, distribution plans, attempts to reach a payee, and the release of controls.
-- 款物管理规定 (法发〔2017〕6号) arts. 10–13; 解释 (2022) arts. 506–510; 执行工作规定 (2020) art. 20.

alter table funds_payee_account
  add column payee text not null default '',
  add column holder_is text not null default 'payee' constraint funds_payee_holder check (holder_is in ('payee', 'agent')),
  -- The special written authority of an agent to take money.
  add column authority text,
  add column reason text,
  add column replaces uuid,
  add column confirmed_by text,
  add column refused_because text,
  add column refused_by text,
  add column version int not null default 1,
  add constraint funds_payee_two_people check (confirmed_by is null or confirmed_by <> proposed_by),
  add constraint funds_payee_authority check (holder_is = 'payee' or authority is not null),
  add constraint funds_payee_confirmed check ((confirmed_at is null) = (confirmed_by is null)
    and (confirmed_at is null or (call_back_note is not null and usable_from is not null)));
-- Read by the history of a payee's accounts.
create index funds_payee_account_of_payee on funds_payee_account (court_id, payee);

-- What open payouts hold of a claim. Together with what was paid it is never more than what came.
alter table funds_claim
  add column reserved_fen bigint not null default 0 constraint funds_claim_reserved check (reserved_fen >= 0),
  add constraint funds_claim_free check (paid_fen + reserved_fen <= amount_fen),
  add constraint funds_claim_undone_is_free check (undone_at is null or (paid_fen = 0 and reserved_fen = 0));

alter table funds_payout drop constraint funds_payout_kind, drop constraint funds_payout_four_eyes;
alter table funds_payout
  add constraint funds_payout_kind check (kind in
    ('case', 'fee', 'guarantee', 'auction-deposit', 'fine', 'bounty', 'refund', 'deposit', 'estate', 'treasury')),
  -- The account the money lies on, and the one it moves to when it does not leave the court.
  add column from_kind text not null default 'case',
  add column from_party_id uuid,
  add column to_kind text,
  add column payee_role text not null default 'applicant',
  add column second_because text[] not null default '{}',
  add column ended_because text,
  add column ended_by text,
  add column ended_at timestamptz,
  add column checked_at timestamptz,
  add column approved_at timestamptz,
  add column second_approved_at timestamptz,
  add column ordered_at timestamptz,
  add column returned_line_id uuid,
  add column share_id uuid,
  -- The payout that came back and that this one makes good.
  add column follows uuid,
  add column workings text[] not null default '{}',
  -- Nobody stands twice in one chain.
  add constraint funds_payout_four_eyes check (
    (checked_by is null or checked_by <> proposed_by)
    and (approved_by is null or approved_by <> all (array_remove(array[proposed_by, checked_by], null)))
    and (second_approved_by is null or second_approved_by <> all (array_remove(array[proposed_by, checked_by, approved_by], null)))
    and (ordered_by is null or ordered_by <> all (array_remove(array[proposed_by, checked_by, approved_by, second_approved_by], null)))),
  add constraint funds_payout_second check (
    state not in ('approved', 'ordered') or cardinality(second_because) = 0 or second_approved_by is not null),
  add constraint funds_payout_inside check (to_kind is null or payee_account_id is null);
create index funds_payout_from on funds_payout (court_id, from_kind, case_number)
  where state in ('proposed', 'checked', 'approved', 'ordered');
create index funds_payout_of_order on funds_payout (court_id, ordered_in) where ordered_in is not null;

create table funds_payment_order (
  court_id text not null default current_court() references kernel_court,
  order_id uuid not null,
  order_number text not null,
  bank_account_id uuid not null,
  made_on date not null,
  payouts int not null constraint funds_payment_order_full check (payouts > 0),
  total_fen bigint not null,
  -- Kept under their SHA-256.
  csv_file text not null,
  xlsx_file text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (court_id, order_id),
  unique (court_id, order_number),
  foreign key (court_id, bank_account_id) references funds_bank_account (court_id, bank_account_id)
);
create table funds_bank_answer (
  court_id text not null default current_court() references kernel_court,
  answer_id uuid not null,
  order_id uuid not null,
  file_id text not null,
  paid int not null,
  returned int not null,
  taken_by text not null,
  taken_at timestamptz not null,
  primary key (court_id, answer_id),
  -- The same answer twice changes nothing.
  constraint funds_bank_answer_once unique (court_id, order_id, file_id),
  foreign key (court_id, order_id) references funds_payment_order (court_id, order_id)
);

alter table funds_deferral
  add column ground text,
  add column from_on date,
  -- The director first; `approved_by` is the leader in charge, and only then does the deferral count.
  add column reviewed_by text,
  add column refused_because text,
  add column refused_by text,
  add column ended_by text,
  add column version int not null default 1,
  add constraint funds_deferral_two_levels check (
    (reviewed_by is null or reviewed_by <> recorded_by)
    and (approved_by is null or reviewed_by is null or approved_by <> reviewed_by));

-- 提存、上缴前的联系: every try to reach whom the money belongs to.
create table funds_contact_attempt (
  court_id text not null default current_court() references kernel_court,
  attempt_id uuid not null,
  case_number text not null,
  payee text not null,
  payee_party_id uuid,
  happened_on date not null,
  how text not null,
  outcome text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (court_id, attempt_id)
);
create index funds_contact_attempt_of_case on funds_contact_attempt (court_id, case_number);

-- What a person says must wait: a claim or all money of a case. One that names an objection says what it is about, and
-- stands in place of the stop on the whole case.
create table funds_hold (
  court_id text not null default current_court() references kernel_court,
  hold_id uuid not null,
  case_number text not null,
  claim_ids uuid[] not null default '{}',
  rule text not null,
  reason text not null,
  objection_number text,
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_because text,
  lifted_by text,
  lifted_at timestamptz,
  version int not null default 1,
  primary key (court_id, hold_id),
  constraint funds_hold_two_people check (lifted_by is null or lifted_by <> placed_by)
);
create index funds_hold_of_case on funds_hold (court_id, case_number);

create table funds_plan (
  court_id text not null default current_court() references kernel_court,
  plan_id uuid not null,
  plan_number text not null,
  case_number text not null,
  debtor text not null,
  fund_fen bigint not null constraint funds_plan_fund check (fund_fen > 0),
  surplus_fen bigint not null constraint funds_plan_surplus check (surplus_fen >= 0 and surplus_fen <= fund_fen),
  method text not null,
  workings text[] not null,
  citations text[] not null,
  drawn_on date not null,
  drawn_by text not null,
  drawn_at timestamptz not null,
  -- The plan that took its place, or why it was given up.
  revised_by uuid,
  withdrawn_because text,
  version int not null default 1,
  primary key (court_id, plan_id),
  unique (court_id, plan_number)
);
create index funds_plan_of_case on funds_plan (court_id, case_number);
create table funds_plan_share (
  court_id text not null default current_court() references kernel_court,
  share_id uuid not null,
  plan_id uuid not null,
  position int not null,
  kind text not null constraint funds_plan_share_kind check (kind in ('cost', 'claim')),
  creditor text not null,
  party_id uuid,
  own_case_number text,
  basis text not null,
  tier int not null,
  claim_fen bigint not null,
  awarded_fen bigint not null constraint funds_plan_share_awarded check (awarded_fen >= 0 and awarded_fen <= claim_fen),
  proposed_fen bigint not null default 0 constraint funds_plan_share_once check (proposed_fen >= 0 and proposed_fen <= awarded_fen),
  primary key (court_id, share_id),
  foreign key (court_id, plan_id) references funds_plan (court_id, plan_id)
);
create index funds_plan_share_of_plan on funds_plan_share (court_id, plan_id);
create table funds_plan_service (
  court_id text not null default current_court() references kernel_court,
  plan_id uuid not null,
  person text not null,
  role text not null constraint funds_plan_service_role check (role in ('creditor', 'debtor')),
  served_on date,
  primary key (court_id, plan_id, person),
  foreign key (court_id, plan_id) references funds_plan (court_id, plan_id)
);
create table funds_plan_objection (
  court_id text not null default current_court() references kernel_court,
  objection_id uuid not null,
  plan_id uuid not null,
  objector text not null,
  raised_on date not null,
  reason text not null,
  told_on date,
  opposed_on date,
  opposer text,
  objector_told_on date,
  sued_on date,
  decided_on date,
  outcome text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  version int not null default 1,
  primary key (court_id, objection_id),
  foreign key (court_id, plan_id) references funds_plan (court_id, plan_id)
);
create index funds_plan_objection_of_plan on funds_plan_objection (court_id, plan_id);
-- How much of each share an objection puts in dispute.
create table funds_plan_dispute (
  court_id text not null default current_court() references kernel_court,
  objection_id uuid not null,
  share_id uuid not null,
  disputed_fen bigint not null constraint funds_plan_dispute_positive check (disputed_fen > 0),
  primary key (court_id, objection_id, share_id),
  foreign key (court_id, objection_id) references funds_plan_objection (court_id, objection_id),
  foreign key (court_id, share_id) references funds_plan_share (court_id, share_id)
);

-- 解控清单: what stood against the debtor when the debt was paid in full, and the receipt for its end.
create table funds_release_item (
  court_id text not null default current_court() references kernel_court,
  item_id uuid not null,
  case_number text not null,
  kind text not null,
  source_id text not null,
  title text not null,
  detail text not null,
  since_on date,
  href text,
  listed_by text not null,
  listed_at timestamptz not null,
  receipt text,
  released_on date,
  confirmed_by text,
  confirmed_at timestamptz,
  version int not null default 1,
  primary key (court_id, item_id),
  constraint funds_release_item_once unique (court_id, case_number, kind, source_id),
  constraint funds_release_item_receipt check ((released_on is null) = (receipt is null))
);

-- The working days by the court's own calendar, written at every start and whenever a notice is signed.
create table funds_working_day (
  court_id text not null default current_court() references kernel_court,
  day date not null,
  primary key (court_id, day)
);
create function funds_working_days_after(start date, days int) returns date stable language sql as $$
  select day from funds_working_day where court_id = current_court() and day > start order by day offset days - 1 limit 1
$$;
create function funds_number_set(name text, fallback int) returns int stable language sql as $$
  select coalesce((select case when jsonb_typeof(value) = 'number' then (value #>> '{}')::int end
                   from kernel_setting where court_id = current_court() and key = name), fallback)
$$;

-- Both clocks of each claim. The lawful one starts when the officer is told: on the day of arrival when it was known whose
-- the money is, else on the day of the claim. A deferral that was approved and began inside the ordinary time moves both.
create view funds_claim_clock with (security_invoker = true) as
  select k.court_id, k.claim_id, k.kind, k.case_number, k.payer, k.amount_fen, k.paid_fen, k.reserved_fen,
         k.arrived_on, k.claimed_on, k.was_unknown, k.known_on,
         case when d.deferrals is null then k.lawful_on
              when d.open then date '9999-12-31'
              when funds_number_set('funds.payout-after-deferral-strict', 0) = 1 then d.ends_on + 10
              else greatest(k.lawful_on, d.ends_on + 10) end as lawful_due_on,
         case when d.deferrals is null then k.own_on
              when d.open then date '9999-12-31'
              else greatest(k.own_on, d.ends_on + 10) end as own_due_on,
         d.deferrals is not null as was_deferred, coalesce(d.open, false) as deferred, d.ground, d.until_on
  from (
    select *, known_on + funds_number_set('funds.payout-days', 30) as lawful_on,
           funds_working_days_after(known_on, funds_number_set('funds.payout-own-days', 5)) as own_on
    from (select *, case when was_unknown then claimed_on else arrived_on end as known_on
          from funds_claim where undone_at is null and kind in ('case', 'refundable')) c
  ) k
  left join lateral (
    select count(*) as deferrals, bool_or(e.ended_on is null and e.until_on is null) as open,
           max(least(e.ended_on, e.until_on)) as ends_on, max(e.ground) as ground, max(e.until_on) as until_on
    from funds_deferral e
    where e.court_id = k.court_id and e.claim_id = k.claim_id and e.approved_by is not null
      and (e.from_on is null or e.from_on <= k.lawful_on)
    having count(*) > 0
  ) d on true;
