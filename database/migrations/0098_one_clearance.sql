-- That a man is not a person of the register is one fact, whichever desk found it out: at his own request, passed on by
-- one officer and issued by another. What lay in two tables lies in one. Constitution Art. 10-A, 14; decision 0059.
drop policy bureau_reads on register.clearance;
drop policy bureau_clears on register.clearance;
drop policy bureau_withdraws on register.clearance;
revoke update (withdrawn_at) on register.clearance from amanat_app;

alter table register.clearance rename column cleared_by to issued_by;
alter table register.clearance rename column cleared_at to issued_at;
alter table register.clearance alter column issued_by drop not null, alter column issued_at drop not null, alter column issued_at drop default,
  alter column person_id drop not null,
  add column check_id uuid references register.check_request on delete restrict,
  add column answer_id uuid unique references register.check_answer on delete restrict,
  add column holder_enc bytea,
  add column wrapped_key bytea,
  add column kek_id text,
  add column asked_on date,
  add column asked_by uuid references access.officer on delete restrict,
  add column asked_at timestamptz,
  add column slip_number text unique,
  add column content_hash bytea check (octet_length(content_hash) = 32),
  add column code text;
alter index register.clearance_cleared_by rename to clearance_issued_by;
create index clearance_check on register.clearance (check_id) where check_id is not null;
create index clearance_asked_by on register.clearance (asked_by) where asked_by is not null;
create index clearance_waiting on register.clearance (asked_at, clearance_id) where issued_at is null;
create unique index clearance_once_a_pair on register.clearance (match_pair_id, person_id) where match_pair_id is not null and asked_at is not null;

insert into register.clearance (clearance_id, check_id, answer_id, holder_enc, wrapped_key, kek_id, number_index, asked_on, asked_by, asked_at,
    person_id, slip_number, content_hash, code, issued_by, issued_at)
  select slip_id, check_id, answer_id, holder_enc, wrapped_key, kek_id, cnic_index, asked_on, asked_by, asked_at,
         person_id, slip_number, content_hash, code, issued_by, issued_at
    from register.clearance_slip where cnic_index is not null;
drop table register.clearance_slip;

-- What was cleared before slips were asked for here has neither request nor paper: it counts, and nothing is printed of it.
alter table register.clearance
  add constraint asked_with_its_holder check ((asked_by is null) = (holder_enc is null) and (asked_by is null) = (asked_on is null)
    and (asked_by is null) = (asked_at is null) and (asked_by is null) = (kek_id is null)),
  add constraint issued_as_a_whole check ((issued_at is null) = (issued_by is null) and (issued_at is null or person_id is not null)
    and (slip_number is null) = (issued_at is null or asked_by is null)),
  add constraint of_one_cause check ((check_id is null) = (answer_id is null) and (check_id is null or match_pair_id is null));
-- Slips issued before this day are kept as they are, whoever issued them.
alter table register.clearance add constraint nobody_issues_what_he_asked check (issued_by <> asked_by) not valid;

comment on table register.clearance is 'The holder of a CNIC, who asked for it himself, is not this person of the register: checks, searches, intake and the queue of comparisons keep to it, and he has a slip that says so. Constitution Art. 10-A, 14.';
comment on column register.clearance.person_id is 'Whom of the register he is not; of a check null until it is issued, and never printed.';
comment on column register.clearance.number_index is 'Keyed hash of his CNIC, of a kind of its own that no look-up of people asks by; of clearances before 2026-12 of the kind of CNICs.';
comment on column register.clearance.match_pair_id is 'The comparison that found it out; null: a check did, or it was found out otherwise.';
comment on column register.clearance.check_id is 'The request in which he was taken for another; null: a comparison found it out.';
comment on column register.clearance.answer_id is 'The answer that was not about him; null: a comparison found it out.';
comment on column register.clearance.holder_enc is 'His names, father and CNIC as his own card gives them, encrypted by the row''s key; null: cleared before slips were kept here.';
comment on column register.clearance.wrapped_key is 'The row''s key; null once destroyed, or where nothing is sealed.';
comment on column register.clearance.kek_id is 'Which key-encryption key wraps it.';
comment on column register.clearance.asked_on is 'Day on which he asked for it himself.';
comment on column register.clearance.asked_by is 'Officer who passed it on, having seen his card: the investigator of a check, or the Bureau.';
comment on column register.clearance.asked_at is 'When.';
comment on column register.clearance.slip_number is 'Printed number, P-<year>-<serial>; null while it waits.';
comment on column register.clearance.content_hash is 'Keyed hash of what the slip says.';
comment on column register.clearance.code is 'The signed code printed on it.';
comment on column register.clearance.issued_by is 'Officer of the Bureau who issued it: never the one who passed it on.';
comment on column register.clearance.issued_at is 'When; null while it waits.';
comment on column register.clearance.withdrawn_at is 'From when it does not count any more; null while it counts.';

grant update (person_id, slip_number, content_hash, code, issued_by, issued_at) on register.clearance to amanat_app;
create policy who_asked_or_bureau on register.clearance for select to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
    or asked_by = (select sec.officer_id()) and (select sec.has_role(array['investigator'])));
create policy who_said_not_him on register.clearance for insert to amanat_app
  with check (asked_by = (select sec.officer_id()) and issued_at is null
    and (match_pair_id is null and person_id is null and (select sec.has_role(array['investigator']))
        and exists (select from register.check_confirmation s where s.answer_id = clearance.answer_id and s.check_id = clearance.check_id
          and s.said = 'not_him' and s.said_by = (select sec.officer_id()))
      or check_id is null and (select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
        and exists (select from register.match_pair m where m.match_pair_id = clearance.match_pair_id and m.decision = 'different'
          and clearance.person_id in (m.person_a_id, m.person_b_id))));
create policy bureau_issues on register.clearance for update to amanat_app
  using (issued_at is null and asked_by <> (select sec.officer_id()) and (select sec.has_role(array['bureau_officer', 'bureau_supervisor'])))
  with check (issued_by = (select sec.officer_id())
    and (exists (select from register.disclosure d where d.answer_id = clearance.answer_id and d.person_id = clearance.person_id)
      or exists (select from register.match_pair m where m.match_pair_id = clearance.match_pair_id and m.decision = 'different'
        and clearance.person_id in (m.person_a_id, m.person_b_id))));

-- A search of a station asks too: it is told of the people it names, and of nobody else's number.
create function sec.cleared_people(numbers bytea[]) returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select c.person_id from register.clearance c
         where c.number_index = any(numbers) and c.issued_at is not null and c.withdrawn_at is null and sec.officer_id() is not null $$;
comment on function sec.cleared_people(bytea[]) is 'The people who the holder of any of these numbers, given by their keyed hashes, was cleared of.';
revoke execute on function sec.cleared_people(bytea[]) from public;
grant execute on function sec.cleared_people(bytea[]) to amanat_app;
