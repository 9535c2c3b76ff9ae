-- A slip given in error is withdrawn by two officers, a request that should not have been passed on is refused by the second; and
-- whom a slip shields is one answer: of the person whom all records are of, unless he bears that very number himself.
-- Constitution Art. 10-A, 14; decisions 0044, 0050 and 0059.
alter table register.clearance
  add column withdrawn_by uuid references access.officer on delete restrict,
  add column withdrawn_for text check (withdrawn_for in ('he_is', 'another_card', 'wrong_record', 'other')),
  add column withdrawal_approval_id uuid unique references register.approval_decision on delete restrict,
  -- What was withdrawn in the database alone, before there was an act, stays as it is.
  add constraint withdrawn_as_a_whole check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_for is null)) not valid,
  add constraint nobody_refuses_what_he_asked check (issued_at is not null or withdrawn_by <> asked_by),
  add constraint issued_is_withdrawn_by_two check ((withdrawal_approval_id is not null) = (withdrawn_at is not null and issued_at is not null)) not valid;
comment on column register.clearance.withdrawn_at is 'From when it does not count any more, or when the request was refused; null while it counts or waits.';
comment on column register.clearance.withdrawn_by is 'Officer of the Bureau who approved the withdrawal, or refused the request: never the one who passed it on.';
comment on column register.clearance.withdrawn_for is 'Why: he_is (he is, or may be, the person of the record), another_card (the card is not his), wrong_record (it speaks of another record), other.';
comment on column register.clearance.withdrawal_approval_id is 'The decision of the second officer by which an issued slip was withdrawn; null for a request refused.';
create index clearance_withdrawn_by on register.clearance (withdrawn_by) where withdrawn_by is not null;
create index clearance_withdrawn on register.clearance (withdrawn_at desc, clearance_id desc) where withdrawn_at is not null;

-- Whose slip was withdrawn, or whose request was refused, may ask again.
alter table register.clearance drop constraint clearance_answer_id_key;
create index clearance_answer on register.clearance (answer_id) where answer_id is not null;
create unique index clearance_once_an_answer on register.clearance (answer_id) where answer_id is not null and withdrawn_at is null;
drop index register.clearance_once_a_pair;
create unique index clearance_once_a_pair on register.clearance (match_pair_id, person_id)
  where match_pair_id is not null and asked_at is not null and withdrawn_at is null;

grant update (withdrawn_at, withdrawn_by, withdrawn_for, withdrawal_approval_id) on register.clearance to amanat_app;
create policy bureau_refuses on register.clearance for update to amanat_app
  using (issued_at is null and asked_by <> (select sec.officer_id()) and (select sec.has_role(array['bureau_officer', 'bureau_supervisor'])))
  with check (issued_at is null and withdrawn_by = (select sec.officer_id()));
create policy bureau_withdraws on register.clearance for update to amanat_app
  using (issued_at is not null and (select sec.has_role(array['bureau_officer', 'bureau_supervisor'])))
  with check (withdrawn_by = (select sec.officer_id()) and exists (
    select from register.approval_decision d join register.approval a on a.approval_id = d.approval_id
     where d.approval_id = clearance.withdrawal_approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())
       and a.kind = 'clearance' and a.subject_id = clearance.clearance_id));

drop policy bureau_issues on register.clearance;
create policy bureau_issues on register.clearance for update to amanat_app
  using (issued_at is null and asked_by <> (select sec.officer_id()) and (select sec.has_role(array['bureau_officer', 'bureau_supervisor'])))
  with check (issued_by = (select sec.officer_id()) and withdrawn_at is null
    and (exists (select from register.disclosure d where d.answer_id = clearance.answer_id and d.person_id = clearance.person_id)
      or exists (select from register.match_pair m where m.match_pair_id = clearance.match_pair_id and m.decision = 'different'
        and clearance.person_id in (m.person_a_id, m.person_b_id))));

-- Of several policies a row may pass the one and its change another; what was said is not said otherwise by any.
create function register.keep_clearance() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    if old.issued_at is not null and (new.person_id, new.slip_number, new.content_hash, new.code, new.issued_by, new.issued_at)
         is distinct from (old.person_id, old.slip_number, old.content_hash, old.code, old.issued_by, old.issued_at)
      or old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_by, new.withdrawn_for, new.withdrawal_approval_id, new.issued_at)
         is distinct from (old.withdrawn_at, old.withdrawn_by, old.withdrawn_for, old.withdrawal_approval_id, old.issued_at) then
      raise exception 'already_decided' using errcode = 'AM004';
    end if;
    return new; end $$;
comment on function register.keep_clearance() is 'What was issued is not issued otherwise, and what was withdrawn or refused stays so.';
create trigger issued_stays before update on register.clearance for each row execute function register.keep_clearance();

-- Each number comes in two kinds of hash: that of slips, and that of CNICs, under which those before slips were kept and by which
-- documents are found. A search of a station asks too: it keeps to the people it was shown.
drop function sec.cleared_people(bytea[]);
create function sec.cleared_people(slip_indexes bytea[], cnic_indexes bytea[]) returns table (nth integer, person_id uuid, bears_number boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with asked as (
      select a.slip_index, a.cnic_index, a.nth::integer from unnest(slip_indexes, cnic_indexes) with ordinality a (slip_index, cnic_index, nth)
       where sec.officer_id() is not null),
    said as (
      select distinct a.nth, a.cnic_index, coalesce((select l.identity_id from register.identity_link l
               where l.person_id = c.person_id order by l.link_no desc limit 1), c.person_id) as identity_id
        from asked a join register.clearance c on c.number_index in (a.slip_index, a.cnic_index)
       where c.issued_at is not null and c.withdrawn_at is null),
    members as (
      select s.nth, s.cnic_index, s.identity_id, s.identity_id as person_id from said s
      union
      select s.nth, s.cnic_index, s.identity_id, l.person_id from said s join register.identity_link l on l.identity_id = s.identity_id
       where s.identity_id = (select x.identity_id from register.identity_link x where x.person_id = l.person_id order by x.link_no desc limit 1))
    select m.nth, m.person_id, exists (
        select from members o join register.person_document d on d.person_id = o.person_id
         where o.nth = m.nth and o.identity_id = m.identity_id and d.kind = 'cnic' and d.superseded_at is null and d.number_index = m.cnic_index)
      from members m $$;
comment on function sec.cleared_people(bytea[], bytea[]) is 'Of the holder of each number, given by its two keyed hashes: the records of the people he was cleared of, and whether such a person bears that number himself today, so that the slip cannot be followed.';
revoke execute on function sec.cleared_people(bytea[], bytea[]) from public;
grant execute on function sec.cleared_people(bytea[], bytea[]) to amanat_app;
