-- In danger to life an officer opens the least of one person's record without waiting for the Bureau: for half an hour,
-- under a number, counted, told to his supervisor at once, and judged by a second officer within 72 hours. DESIGN 5;
-- LAW 3; decision 0056.
create table register.emergency (
  emergency_id uuid primary key,
  used_by uuid not null references access.officer on delete restrict,
  posting_id uuid not null references access.posting on delete restrict,
  role text not null,
  unit_id text not null references reference.unit on delete restrict,
  district_id text references reference.district on delete restrict,
  danger text not null check (danger in ('attack_under_way', 'threat_to_kill', 'held_captive', 'missing_in_danger')),
  reference_kind text not null check (reference_kind in ('fir', 'diary')),
  reference_station_id text references reference.station on delete restrict,
  reference_number integer not null check (reference_number between 1 and 99999),
  reference_on date not null,
  words_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  outcome text not null check (outcome in ('record', 'no_record')),
  person_id uuid references register.person on delete restrict,
  fields text[] not null,
  print_number text not null unique,
  used_at timestamptz not null default now(),
  until_at timestamptz not null,
  unique (emergency_id, used_by),
  check ((outcome = 'record') = (person_id is not null)),
  check ((outcome = 'record') = (cardinality(fields) > 0)),
  -- Half an hour: law/emergencies.json open_minutes.
  check (until_at > used_at and until_at <= used_at + interval '30 minutes')
);
comment on table register.emergency is 'One use of the emergency access: who, why, for which FIR or diary entry, about whom. Of somebody who is not on the register nothing is kept, not even a hash of his number. Constitution Art. 9, assumed; LAW 3.';
comment on column register.emergency.emergency_id is 'Opaque id.';
comment on column register.emergency.used_by is 'Who used it.';
comment on column register.emergency.posting_id is 'In which posting.';
comment on column register.emergency.role is 'His role then: investigator, station_head or bureau_officer.';
comment on column register.emergency.unit_id is 'His office then.';
comment on column register.emergency.district_id is 'District of his office; null for the Bureau.';
comment on column register.emergency.danger is 'What threatens: attack_under_way, threat_to_kill, held_captive or missing_in_danger.';
comment on column register.emergency.reference_kind is 'fir, or diary: the entry in the daily diary.';
comment on column register.emergency.reference_station_id is 'Police station of the FIR or diary; null for the diary of the Bureau.';
comment on column register.emergency.reference_number is 'Number of the FIR or of the diary entry.';
comment on column register.emergency.reference_on is 'Day of the FIR or of the diary entry.';
comment on column register.emergency.words_enc is 'His own words, at most 200 characters, encrypted by the row''s key.';
comment on column register.emergency.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.emergency.kek_id is 'Which key-encryption key wraps it.';
comment on column register.emergency.outcome is 'record or no_record.';
comment on column register.emergency.person_id is 'Whose record it was; null when there is none.';
comment on column register.emergency.fields is 'Names of the fields shown; empty when there is no record.';
comment on column register.emergency.print_number is 'Number of what was shown, of the same row as all papers.';
comment on column register.emergency.used_at is 'When.';
comment on column register.emergency.until_at is 'Not read any more from this instant.';
create index emergency_used_by on register.emergency (used_by, used_at);
create index emergency_both on register.emergency (emergency_id, used_by);
create index emergency_posting on register.emergency (posting_id);
create index emergency_unit on register.emergency (unit_id);
create index emergency_district on register.emergency (district_id, used_at);
create index emergency_station on register.emergency (reference_station_id);
create index emergency_person on register.emergency (person_id);

create table register.emergency_review (
  emergency_id uuid primary key,
  used_by uuid not null,
  finding text not null check (finding in ('justified', 'not_justified')),
  reasons_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  reviewed_by uuid not null references access.officer on delete restrict,
  reviewed_at timestamptz not null default now(),
  foreign key (emergency_id, used_by) references register.emergency (emergency_id, used_by) on delete restrict,
  constraint nobody_reviews_his_own check (reviewed_by <> used_by)
);
comment on table register.emergency_review is 'What a second officer found about a use of the emergency access; said once. DESIGN 5, wall 4.';
comment on column register.emergency_review.emergency_id is 'The use.';
comment on column register.emergency_review.used_by is 'Who used it, carried here so that the constraint can compare.';
comment on column register.emergency_review.finding is 'justified or not_justified.';
comment on column register.emergency_review.reasons_enc is 'His reasons, encrypted by the row''s own key.';
comment on column register.emergency_review.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.emergency_review.kek_id is 'Which key-encryption key wraps it.';
comment on column register.emergency_review.reviewed_by is 'The second officer.';
comment on column register.emergency_review.reviewed_at is 'When.';
create index emergency_review_both on register.emergency_review (emergency_id, used_by);
create index emergency_review_used_by on register.emergency_review (used_by, finding);
create index emergency_review_reviewed_by on register.emergency_review (reviewed_by);

create table register.emergency_follow_up (
  emergency_id uuid primary key references register.emergency_review on delete restrict,
  did text not null check (did in ('suspended', 'posting_ended', 'kept')),
  done_by uuid not null references access.officer on delete restrict,
  done_at timestamptz not null default now()
);
comment on table register.emergency_follow_up is 'What an administrator did about an officer whose use of the emergency access was not justified; until then it is closed to him. Assumed.';
comment on column register.emergency_follow_up.emergency_id is 'The use that was found not justified.';
comment on column register.emergency_follow_up.did is 'suspended, posting_ended, or kept in his post after he was heard.';
comment on column register.emergency_follow_up.done_by is 'The administrator.';
comment on column register.emergency_follow_up.done_at is 'When.';
create index emergency_follow_up_done_by on register.emergency_follow_up (done_by);

do $$
declare name text;
begin
  foreach name in array array['emergency', 'emergency_review', 'emergency_follow_up'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
    execute format('grant select on register.%I to amanat_app', name);
  end loop;
end $$;
grant insert on register.emergency_review, register.emergency_follow_up to amanat_app;

-- A use is written by sec.open_emergency only; nobody else has a way in.
create policy own_or_supervisor on register.emergency for select to amanat_app
  using (used_by = (select sec.officer_id())
    or (select sec.has_role(array['bureau_supervisor']))
    or (select sec.has_role(array['district_police_officer'])) and 'd:' || district_id = (select sec.people_key()));
create policy with_the_use on register.emergency_review for select to amanat_app
  using (exists (select from register.emergency e where e.emergency_id = emergency_review.emergency_id)
    or finding = 'not_justified' and (select sec.has_role(array['administrator'])));
create policy second_officer on register.emergency_review for insert to amanat_app
  with check (reviewed_by = (select sec.officer_id())
    and (select sec.has_role(array['bureau_supervisor', 'district_police_officer']))
    and exists (select from register.emergency e where e.emergency_id = emergency_review.emergency_id));
create policy with_the_review on register.emergency_follow_up for select to amanat_app
  using (exists (select from register.emergency_review r where r.emergency_id = emergency_follow_up.emergency_id));
create policy administrator on register.emergency_follow_up for insert to amanat_app
  with check (done_by = (select sec.officer_id()) and (select sec.has_role(array['administrator']))
    and exists (select from register.emergency_review r
      where r.emergency_id = emergency_follow_up.emergency_id and r.finding = 'not_justified' and r.used_by <> done_by));

create function register.check_emergency_review() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare e register.emergency;
  begin
    select * into e from register.emergency x where x.emergency_id = new.emergency_id;
    if exists (select from register.conflict c where c.officer_id = new.reviewed_by and c.withdrawn_at is null
        and c.subject_id in (e.emergency_id, e.person_id, e.used_by)) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new;
  end $$;
comment on function register.check_emergency_review() is 'Refuses a review by an officer who declared a conflict about the use, its person or its user.';
create trigger review_is_impartial before insert on register.emergency_review
  for each row execute function register.check_emergency_review();

-- What is shown in an emergency left the register as an answer does.
alter table register.disclosure
  drop constraint disclosure_is_of_its_kind,
  drop constraint disclosure_kind_check,
  drop constraint disclosure_recipient_check,
  add column emergency_id uuid references register.emergency on delete restrict,
  add constraint disclosure_kind_check check (kind in ('answer', 'paper', 'emergency')),
  add constraint disclosure_recipient_check check (recipient in ('investigator', 'prosecution', 'person', 'officer')),
  add constraint disclosure_is_of_its_kind check (
    kind = 'answer' and answer_id is not null and check_id is not null and given_to is not null and until_at is not null and emergency_id is null
    or kind = 'paper' and paper_id is not null and given_by is not null and answer_id is null and check_id is null and given_to is null and emergency_id is null
    or kind = 'emergency' and emergency_id is not null and given_to is not null and until_at is not null
      and answer_id is null and check_id is null and paper_id is null and given_by is null);
comment on column register.disclosure.kind is 'answer (to a check request), paper, or emergency (opened in danger to life).';
comment on column register.disclosure.recipient is 'investigator, prosecution, the person himself, or officer: who used the emergency access.';
comment on column register.disclosure.emergency_id is 'The use of the emergency access; null for answers and papers.';
comment on column register.disclosure.given_by is 'Who let it out: the second officer of an answer, or who printed the paper. Null in an emergency, and for answers before this column.';
create index disclosure_emergency on register.disclosure (emergency_id) where emergency_id is not null;
alter table register.recall
  drop constraint recall_recipient_check,
  add constraint recall_recipient_check check (recipient in ('investigator', 'prosecution', 'officer'));
comment on column register.recall.recipient is 'Who holds the copy: investigator, prosecution, or officer: who used the emergency access.';

comment on column register.quota_limit.act is 'search, view_person, show_number, view_photo, ask_check, print or emergency.';
insert into register.quota_limit (act, role, per_day) values
  ('emergency', 'investigator', 3), ('emergency', 'station_head', 3), ('emergency', 'bureau_officer', 3);
insert into register.quota_pool_limit (level, act, per_day) values ('unit', 'emergency', 10), ('nation', 'emergency', 200);

create policy owner on register.person_document for select to amanat_owner using (true);
create policy owner on register.registration for select to amanat_owner using (true);
create policy owner on register.conviction for select to amanat_owner using (true);
create policy owner on register.appeal_event for select to amanat_owner using (true);

create function sec.emergency_session() returns access.session language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
  declare hash bytea := sec.token_hash(); s access.session;
  begin
    select x.* into s from access.session x join access.live_session l on l.token_hash = x.token_hash
     where x.token_hash = hash and x.role in ('investigator', 'station_head', 'bureau_officer');
    return s;
  end $$;
comment on function sec.emergency_session() is 'The live session of this transaction where its role may use the emergency access; nulls otherwise. Called by the two functions below only.';

create function sec.open_emergency(
  emergency uuid, kind text, number_index bytea, record_number text, danger text,
  reference_kind text, reference_station_id text, reference_number integer, reference_on date,
  words_enc bytea, wrapped_key bytea, kek_id text, fields text[], basis text, print_number text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
  declare
    s access.session := sec.emergency_session(); today date := sec.quota_today(); whose uuid; said text;
    ends timestamptz := now() + interval '30 minutes';
  begin
    if s.session_id is null or coalesce(s.step_up_at <= now() - interval '5 minutes', true) then return 'refused'; end if;
    -- His own place: the station of a station head, a station of an investigator's district, the Bureau's own diary.
    if not (case s.role
      when 'station_head' then open_emergency.reference_station_id is not distinct from s.station_id and s.station_id is not null
      when 'investigator' then exists (select from reference.station t
        where t.station_id = open_emergency.reference_station_id and t.district_id = s.district_id)
      else open_emergency.reference_station_id is null and open_emergency.reference_kind = 'diary' end)
      or open_emergency.reference_on > today
    then return 'refused'; end if;
    if exists (select from register.emergency_review r where r.used_by = s.officer_id and r.finding = 'not_justified'
        and not exists (select from register.emergency_follow_up f where f.emergency_id = r.emergency_id))
    then return 'refused'; end if;
    if not sec.count_act(s.officer_id, s.unit_id, 'emergency', s.role) then return 'out_of_quota'; end if;
    -- On the register today, by an approved entry. A number that was corrected finds nobody: it was not his.
    select p.person_id into whose from register.person p join register.duty_standing d on d.person_id = p.person_id
     where p.closed_at is null and p.wrapped_key is not null and p.card_enc is not null
       and d.status = 'active' and (d.ends_on is null or d.ends_on > today)
       and exists (select from register.registration r where r.person_id = p.person_id)
       and case when open_emergency.kind = 'record_number' then p.record_number = open_emergency.record_number
         else exists (select from register.person_document n where n.person_id = p.person_id and n.superseded_at is null
           and n.number_index = open_emergency.number_index and n.kind = open_emergency.kind) end
     order by p.record_number limit 1;
    said := case when whose is null then 'no_record' else 'record' end;
    insert into register.emergency (emergency_id, used_by, posting_id, role, unit_id, district_id, danger, reference_kind,
        reference_station_id, reference_number, reference_on, words_enc, wrapped_key, kek_id, outcome, person_id, fields, print_number, until_at)
      values (emergency, s.officer_id, s.posting_id, s.role, s.unit_id, s.district_id, open_emergency.danger,
        open_emergency.reference_kind, open_emergency.reference_station_id, open_emergency.reference_number,
        open_emergency.reference_on, open_emergency.words_enc, open_emergency.wrapped_key, open_emergency.kek_id, said, whose,
        case when whose is null then '{}' else open_emergency.fields end, open_emergency.print_number, ends);
    if whose is not null then
      insert into register.disclosure (disclosure_id, kind, recipient, person_id, emergency_id, given_to, fields, basis, until_at)
        values (gen_random_uuid(), 'emergency', 'officer', whose, emergency, s.officer_id, open_emergency.fields, open_emergency.basis, ends);
    end if;
    return said;
  end $$;
comment on function sec.open_emergency(uuid, text, bytea, text, text, text, text, integer, date, bytea, bytea, text, text[], text, text) is
  'Opens one person by an exact number in danger to life: counts the act, keeps the use, and discloses. Says record, no_record, out_of_quota, or refused: no such session, no fresh passkey, not his place, or a use found not justified that nobody followed up.';

create function sec.read_emergency(emergency uuid)
  returns table (person_id uuid, record_number text, district_id text, wrapped_key bytea, kek_id text, card_enc bytea, offences text[])
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
  declare s access.session := sec.emergency_session();
  begin
    return query
      select p.person_id, p.record_number, p.district_id, p.wrapped_key, p.kek_id, p.card_enc,
             (select coalesce(array_agg(distinct o order by o), '{}') from register.registration r
                join register.conviction c on c.conviction_id = r.conviction_id cross join unnest(c.offences) as o
               where r.person_id = p.person_id and coalesce(
                 (select a.event from register.appeal_event a where a.conviction_id = c.conviction_id and a.superseded_at is null
                   order by a.happened_on desc, a.ordinal desc, a.appeal_event_id limit 1), '') not in ('acquitted', 'set_aside'))
        from register.emergency e join register.person p on p.person_id = e.person_id
       where e.emergency_id = emergency and e.used_by = s.officer_id and e.posting_id = s.posting_id and e.until_at > now()
         and p.closed_at is null;
  end $$;
comment on function sec.read_emergency(uuid) is 'The least of the person of a use of the emergency access, for who used it, in the posting in which he did, for half an hour: card, number, district, and the sections that put him on the register. No row otherwise.';

-- Who reviews must know about whom it was, or a neighbour looked up under any diary entry would pass; he is shown a name and
-- a number, until he has said his word.
create function sec.emergency_name(emergency uuid)
  returns table (person_id uuid, record_number text, wrapped_key bytea, kek_id text, card_enc bytea)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
  declare hash bytea := sec.token_hash(); s access.session;
  begin
    select x.* into s from access.session x join access.live_session l on l.token_hash = x.token_hash where x.token_hash = hash;
    return query
      select p.person_id, p.record_number, p.wrapped_key, p.kek_id, p.card_enc
        from register.emergency e join register.person p on p.person_id = e.person_id
       where e.emergency_id = emergency and e.used_by <> s.officer_id
         and (s.role = 'bureau_supervisor' or s.role = 'district_police_officer' and e.district_id = s.district_id)
         and not exists (select from register.emergency_review r where r.emergency_id = e.emergency_id);
  end $$;
comment on function sec.emergency_name(uuid) is 'Number and card of the person of a use of the emergency access, for a second officer who may review it, until it is reviewed. No row otherwise.';
revoke execute on function sec.emergency_session(), sec.read_emergency(uuid), sec.emergency_name(uuid), register.check_emergency_review(),
  sec.open_emergency(uuid, text, bytea, text, text, text, text, integer, date, bytea, bytea, text, text[], text, text) from public;
grant execute on function sec.read_emergency(uuid), sec.emergency_name(uuid),
  sec.open_emergency(uuid, text, bytea, text, text, text, text, integer, date, bytea, bytea, text, text[], text, text) to amanat_app;
