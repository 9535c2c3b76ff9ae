-- Dated events of a person's life kept version by version, what two officers strike out, and how somebody leaves the register.
-- RULES 2.6, 3, 4; DESIGN 5 (two people for a removal); docs/decisions/0036.

alter table register.custody add column source_ref_enc bytea,
  add column replaces_id uuid references register.custody on delete restrict;
comment on column register.custody.source_ref_enc is 'Number or name of the source, encrypted by the person''s key; null where it came with the entry.';
comment on column register.custody.replaces_id is 'The version that this one ends; null for a first one.';
create index custody_replaces on register.custody (replaces_id) where replaces_id is not null;
alter table register.stay add column replaces_id uuid references register.stay on delete restrict;
comment on column register.stay.replaces_id is 'The version that this one ends; null for a first one.';
create index stay_replaces on register.stay (replaces_id) where replaces_id is not null;
alter table register.appeal_event add column approval_id uuid references register.approval_decision on delete restrict;
comment on column register.appeal_event.approval_id is 'The approved proposal behind an event that changes who is on the register; null for others and those that came with the entry.';
create index appeal_event_approval on register.appeal_event (approval_id) where approval_id is not null;

create table register.strikeout (
  strikeout_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  noun text not null check (noun in ('custody', 'stay', 'visit', 'appeal_event')),
  row_id uuid not null,
  approval_id uuid not null references register.approval on delete restrict,
  proposed_by uuid not null references access.officer on delete restrict,
  proposed_at timestamptz not null default now()
);
comment on table register.strikeout is 'A dated event that one officer holds to be wrong; it is struck out when another agrees, and stays to be seen. DESIGN 5, wall 4.';
comment on column register.strikeout.strikeout_id is 'Opaque id.';
comment on column register.strikeout.person_id is 'The person.';
comment on column register.strikeout.noun is 'Which table: custody, stay, visit or appeal_event.';
comment on column register.strikeout.row_id is 'The row of that table.';
comment on column register.strikeout.approval_id is 'The proposal; it holds the reason, encrypted.';
comment on column register.strikeout.proposed_by is 'Who proposed it.';
comment on column register.strikeout.proposed_at is 'When.';
create index strikeout_person on register.strikeout (person_id);
create index strikeout_approval on register.strikeout (approval_id);
create index strikeout_proposed_by on register.strikeout (proposed_by);

create table register.exit (
  exit_id uuid primary key,
  person_id uuid not null references register.person on delete restrict,
  ground text not null check (ground in ('acquittal', 'set_aside', 'ended')),
  conviction_id uuid references register.conviction on delete restrict,
  left_on date not null,
  station_id text not null references reference.station on delete restrict,
  about_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  approval_id uuid references register.approval_decision on delete restrict,
  begun_by uuid not null references access.officer on delete restrict,
  begun_at timestamptz not null default now(),
  print_id uuid,
  handed_on date,
  handed_how text check (handed_how in ('in_person', 'by_post', 'to_representative', 'not_found')),
  handed_by uuid references access.officer on delete restrict,
  handed_at timestamptz,
  reversed_at timestamptz,
  check ((ground = 'ended') = (conviction_id is null)),
  check ((handed_at is null) = (handed_by is null) and (handed_at is null) = (handed_on is null) and (handed_at is null) = (handed_how is null)),
  check (handed_at is null or print_id is not null)
);
comment on table register.exit is 'How and why a person left the register, and the certificate he was given. SOR-RULES-2023; DESIGN 1 (no exit).';
comment on column register.exit.exit_id is 'Opaque id.';
comment on column register.exit.person_id is 'The person.';
comment on column register.exit.ground is 'acquittal, set_aside (a court undid the conviction) or ended (the period is over).';
comment on column register.exit.conviction_id is 'The conviction that a court undid; null where the period ended.';
comment on column register.exit.left_on is 'First day no longer on the register: the day of the order, or the end of the period.';
comment on column register.exit.station_id is 'Station that owned the person and hands the certificate over.';
comment on column register.exit.about_enc is 'Names and record number for the certificate (JSON), encrypted by the row''s own key: the station hands it over without the record.';
comment on column register.exit.wrapped_key is 'The row''s key; null once destroyed, which belongs to the erasure of the person.';
comment on column register.exit.kek_id is 'Which key-encryption key wraps it.';
comment on column register.exit.approval_id is 'The approved order of the court; null where the period ended.';
comment on column register.exit.begun_by is 'Officer whose act began it: the one who approved the order, or who prepared the certificate of an end.';
comment on column register.exit.begun_at is 'Instant it began.';
comment on column register.exit.print_id is 'The latest printed certificate; null until one is printed.';
comment on column register.exit.handed_on is 'Day the certificate was handed over; null until then.';
comment on column register.exit.handed_how is 'in_person, by_post, to_representative or not_found (kept at the station for him).';
comment on column register.exit.handed_by is 'Officer who recorded it.';
comment on column register.exit.handed_at is 'Instant it was recorded.';
comment on column register.exit.reversed_at is 'Instant a court restored the conviction, so that the exit no longer holds; null while it does.';
create index exit_person on register.exit (person_id);
create unique index exit_live on register.exit (person_id) where reversed_at is null;
create index exit_open on register.exit (station_id, begun_at) where handed_at is null and reversed_at is null;
create index exit_station on register.exit (station_id);
create index exit_conviction on register.exit (conviction_id) where conviction_id is not null;
create index exit_approval on register.exit (approval_id) where approval_id is not null;
create index exit_begun_by on register.exit (begun_by);
create index exit_handed_by on register.exit (handed_by) where handed_by is not null;

-- ---- a record that is closed ----
alter table register.person add column closed_at timestamptz;
comment on column register.person.closed_at is 'Instant from which only the Bureau and its legal officers see the record: at once when a court undid the conviction, with the certificate where the period ended; null while open.';
create policy owner on register.person to amanat_owner using (true) with check (true);
alter policy in_scope on register.person using (
  (select sec.people_key()) = 'nation'
  or closed_at is null and (select sec.people_key()) in ('d:' || district_id, 's:' || station_id));

create function register.close_record() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update register.person p set closed_at = case when exists (
        select from register.exit e where e.person_id = p.person_id and e.reversed_at is null
           and (e.ground <> 'ended' or e.handed_at is not null)) then coalesce(p.closed_at, now()) end
     where p.person_id = new.person_id;
    return null; end $$;
comment on function register.close_record() is 'An acquittal closes the record at once, an end with the certificate handed over; a restored conviction opens it again.';
create trigger exit_closes_record after insert or update on register.exit for each row execute function register.close_record();

-- ---- walls ----
do $$
declare name text;
begin
  foreach name in array array['strikeout', 'exit'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select, insert on register.%I to amanat_app', name);
  end loop;
end $$;
create policy with_the_person on register.strikeout for select to amanat_app
  using (exists (select from register.person p where p.person_id = strikeout.person_id));
create policy with_the_person_in on register.strikeout for insert to amanat_app
  with check (proposed_by = (select sec.officer_id()) and exists (select from register.person p where p.person_id = strikeout.person_id));
-- The station sees it until the certificate is handed over; who handed it over still sees that he did.
create policy nation_or_open_at_the_station on register.exit for select to amanat_app
  using ((select sec.people_key()) = 'nation' or handed_by = (select sec.officer_id())
    or handed_at is null and reversed_at is null and 's:' || station_id = (select sec.people_key()));
create policy with_a_live_approval_or_an_end on register.exit for insert to amanat_app
  with check (begun_by = (select sec.officer_id()) and handed_at is null and reversed_at is null and case
    when ground = 'ended' then approval_id is null and exists (select from register.duty_standing s
      where s.person_id = exit.person_id and s.ends_on = left_on and s.ends_on <= (now() at time zone 'Asia/Karachi')::date)
    else exists (select from register.approval_decision d where d.approval_id = exit.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())) end);
create policy nation_or_open_at_the_station_goes_on on register.exit for update to amanat_app
  using ((select sec.people_key()) = 'nation' or handed_at is null and reversed_at is null and 's:' || station_id = (select sec.people_key()))
  with check ((handed_by is null or handed_by = (select sec.officer_id()) or (select sec.people_key()) = 'nation')
    and (reversed_at is null or (select sec.people_key()) = 'nation'));
grant update (print_id, handed_on, handed_how, handed_by, handed_at, reversed_at) on register.exit to amanat_app;

-- An event that changes who is on the register is written only by the officer who approved it, in that transaction.
alter policy with_the_conviction_in on register.appeal_event with check (
  exists (select from register.conviction c where c.conviction_id = appeal_event.conviction_id)
  and (event in ('filed', 'dismissed', 'withdrawn') or exists (select from register.approval_decision d where d.approval_id = appeal_event.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id()))));
