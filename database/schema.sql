-- Written by bin/schema.ts from the catalogue of a freshly migrated database: to be read and compared, never run.
-- Constraints, policies and rights stand with their table; what is made by migrations alone is made nowhere else.

create schema access;
grant usage on schema access to amanat_app;
grant usage on schema access to amanat_gate;

create schema audit;
grant usage on schema audit to amanat_app;
grant usage on schema audit to amanat_gate;
grant usage on schema audit to amanat_sequencer;
comment on schema audit is 'Who did or asked what: events, and the tree that makes a change of them visible. Legal basis: ARITA-2021 s.24 (the register is confidential).';

create schema reference;
grant usage on schema reference to amanat_app;
grant usage on schema reference to amanat_gate;

create schema register;
grant usage on schema register to amanat_app;

create schema sec;
grant usage on schema sec to amanat_app;
grant usage on schema sec to amanat_gate;
grant usage on schema sec to amanat_sequencer;

-- by default, of what amanat_owner makes: functions {amanat_owner=X/amanat_owner}

create domain audit.hash as bytea CHECK ((octet_length(VALUE) = 32));
comment on domain audit.hash is 'A SHA-256 hash.';

create domain audit.outcome as text CHECK ((VALUE = ANY (ARRAY['done'::text, 'refused'::text, 'failed'::text])));
comment on domain audit.outcome is 'How an act ended.';

create domain audit.salt as bytea CHECK ((octet_length(VALUE) >= 16));
comment on domain audit.salt is 'A salt that cannot be guessed.';

create domain register.search_kind as text CHECK ((VALUE = ANY (ARRAY['cnic'::text, 'passport'::text, 'record_number'::text, 'fir'::text, 'draft'::text, 'person'::text, 'name'::text])));
comment on domain register.search_kind is 'What was searched by.';

create domain register.search_purpose as text CHECK ((VALUE = ANY (ARRAY['registration'::text, 'supervision'::text, 'correction'::text, 'legal_review'::text, 'check'::text, 'court_order'::text])));
comment on domain register.search_purpose is 'Why it was searched.';

create type sec.request_actor as (
  session_id uuid,
  officer_id uuid,
  posting_id uuid,
  role text,
  unit_id text,
  province_iso text,
  division_en text,
  district_id text,
  station_id text,
  fresh_auth boolean,
  is_locked boolean,
  language text,
  method text
);

create type sec.sign_in as (
  previous_at timestamp with time zone,
  previous_unit_id text,
  failed_before integer,
  expires_at timestamp with time zone
);

create sequence register.print_number as bigint start 1 increment 1 cache 1;
grant usage on register.print_number to amanat_app;

create sequence register.record_number as bigint start 1 increment 1 cache 1;
grant usage on register.record_number to amanat_app;

CREATE OR REPLACE FUNCTION access.each_change_has_its_approval()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    if not exists (select from register.approval_decision d where d.approval_id = new.approval_id and d.decided_at = now()) then
      raise exception 'a change of an agency needs an approval of its own' using errcode = 'AM001'; end if;
    return new; end $function$
;
comment on function access.each_change_has_its_approval() is 'One approval carries one change of an agency: the one that is decided in the same transaction.';

CREATE OR REPLACE FUNCTION access.keep_service_apart()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare officer uuid; is_service boolean;
  begin
    if tg_table_name = 'approval' then officer := new.proposed_by;
    elsif tg_table_name = 'approval_decision' then officer := new.decided_by;
    else officer := new.officer_id;
    end if;
    select coalesce(bool_or(o.is_service), false) into is_service from access.officer o where o.officer_id = officer;
    if tg_table_name = 'posting' then
      if is_service <> (new.role = 'night_work') then raise exception 'service_officer' using errcode = 'AM005'; end if;
    elsif tg_table_name = 'session' then
      if is_service and new.method <> 'job' then raise exception 'service_officer' using errcode = 'AM005'; end if;
    elsif is_service then
      raise exception 'service_officer' using errcode = 'AM005';
    end if;
    return new;
  end $function$
;
comment on function access.keep_service_apart() is 'The night work has no passkey and no enrolment, its sessions are jobs, it proposes and decides nothing, and nobody else holds its role.';

CREATE OR REPLACE FUNCTION register.answer_transfer(transfer uuid, answer text, reason text, station text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare
    t register.transfer;
    scope text := sec.people_key();
    is_bureau boolean := sec.has_role(array['bureau_officer', 'bureau_supervisor']);
    is_station boolean := sec.has_role(array['station_officer', 'station_head']);
    new_owner reference.station;
    moves boolean := answer in ('accepted', 'assigned');
  begin
    -- Whoever answers second waits here, and then finds the first answer.
    select * into t from register.transfer x where x.transfer_id = answer_transfer.transfer for update;
    if t.transfer_id is null or not coalesce(case answer
      when 'accepted' then is_station and scope = 's:' || t.to_station_id
      when 'refused' then is_station and scope = 's:' || t.to_station_id
      when 'withdrawn' then is_station and scope = 's:' || t.from_station_id or is_bureau
      when 'assigned' then is_bureau end, false) then return 'not_found'; end if;
    if t.answered_at is not null then return 'answered'; end if;
    select * into new_owner from reference.station s
     where s.station_id = case when answer = 'assigned' then coalesce(station, t.to_station_id) else t.to_station_id end and s.valid_to is null;
    if moves and (new_owner.station_id is null or new_owner.station_id = t.from_station_id) then return 'not_found'; end if;
    update register.transfer x
       set answer = answer_transfer.answer, answer_reason = reason, answered_at = clock_timestamp(), answered_by = sec.officer_id(),
           to_station_id = case when moves then new_owner.station_id else x.to_station_id end,
           to_district_id = case when moves then new_owner.district_id else x.to_district_id end,
           wrapped_key = null
     where x.transfer_id = t.transfer_id;
    if moves then
      insert into register.supervision (supervision_id, person_id, station_id, from_on)
      values (gen_random_uuid(), t.person_id, new_owner.station_id, (clock_timestamp() at time zone 'Asia/Karachi')::date);
      update register.person p set station_id = new_owner.station_id, district_id = new_owner.district_id
       where p.person_id = t.person_id;
    end if;
    return answer;
  end $function$
;
grant execute on function register.answer_transfer(transfer uuid, answer text, reason text, station text) to amanat_app;
comment on function register.answer_transfer(transfer uuid, answer text, reason text, station text) is 'Answers an open transfer once, as the session''s place allows, and with acceptance or assignment moves the person: not_found, answered, or the answer given.';

CREATE OR REPLACE FUNCTION register.begin_supervision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    insert into register.supervision (supervision_id, person_id, station_id, from_on)
    select gen_random_uuid(), n.person_id, n.station_id, (n.entered_at at time zone 'Asia/Karachi')::date from added n;
    return null; end $function$
;
comment on function register.begin_supervision() is 'Whoever is entered has an owner from that day.';

CREATE OR REPLACE FUNCTION register.bump_generation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    perform pg_advisory_xact_lock(hashtext('duty_generation'));
    insert into register.duty_generation (station_id, cause) values (new.station_id, tg_table_name);
    return null; end $function$
;
comment on function register.bump_generation() is 'A closed desk or an outage makes the dates of its people stale.';

CREATE OR REPLACE FUNCTION register.check_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare a register.approval;
  begin
    select * into a from register.approval x where x.approval_id = new.approval_id;
    if new.shown_hash <> a.shown_hash then raise exception 'approval_changed' using errcode = 'AM001'; end if;
    if new.decision = 'approved' and a.expires_at <= clock_timestamp() then raise exception 'approval_expired' using errcode = 'AM002'; end if;
    if new.decided_by is distinct from sec.officer_id() then raise exception 'approval_forged' using errcode = 'AM003'; end if;
    if new.decision <> 'withdrawn' and register.is_partial(new.decided_by, array[a.subject_id, a.approval_id]) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new;
  end $function$
;
comment on function register.check_decision() is 'Refuses a decision on something else than was shown, after expiry, in another''s name, or in a declared conflict.';

CREATE OR REPLACE FUNCTION register.check_emergency_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare e register.emergency;
  begin
    select * into e from register.emergency x where x.emergency_id = new.emergency_id;
    if register.is_partial(new.reviewed_by, array[e.emergency_id, e.person_id, e.used_by]) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new;
  end $function$
;
comment on function register.check_emergency_review() is 'Refuses a review by an officer who declared a conflict about the use, its person or its user.';

CREATE OR REPLACE FUNCTION register.check_notice_about()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    if new.about_id is not null
      and not exists (select from register.change c where c.change_id = new.about_id and c.person_id = new.person_id)
      and not exists (select from register.trip t where t.trip_id = new.about_id and t.person_id = new.person_id) then
      raise exception 'notice_about_another' using errcode = 'AM005';
    end if;
    return null; end $function$
;
comment on function register.check_notice_about() is 'Refuses a notice about a change or trip that is not its person''s.';

CREATE OR REPLACE FUNCTION register.close_record()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    update register.person p set closed_at = case when exists (
        select from register.exit e where e.person_id = p.person_id and e.reversed_at is null
           and (e.ground <> 'ended' or e.handed_at is not null)) then coalesce(p.closed_at, now()) end
     where p.person_id = new.person_id;
    return null; end $function$
;
comment on function register.close_record() is 'An acquittal closes the record at once, an end with the certificate handed over; a restored conviction opens it again.';

CREATE OR REPLACE FUNCTION register.compare_draft(draft uuid, pairs bigint[], shows integer[], worth integer[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare d register.draft;
  begin
    select * into d from register.draft x where x.draft_id = draft and sec.entry_key() = any (array['nation', 'd:' || x.district_id]) and x.stage = 'collecting';
    if d.draft_id is null then raise exception 'no such draft in scope' using errcode = 'AM005'; end if;
    insert into register.match_pair (match_pair_id, found_by, draft_id, person_b_id, weight)
    select gen_random_uuid(), 'draft', draft, f.person_id, f.weight
      from (
        select h.person_id, w.weight
          from (select k.person_id, bit_or(k.shows) as shows
                  from (select x.person_id, q.shows from unnest(pairs[1:64], shows[1:64]) as q(pair, shows)
                          cross join lateral (select y.person_id from register.person_key y where y.pair = q.pair limit 2000) x
                         limit 4000) k
                 group by k.person_id) h
          cross join lateral (select sum(b.bits)::integer as weight from unnest(worth) with ordinality as b(bits, at)
                               where (h.shows >> (b.at - 1)::integer) & 1 = 1) w
         where w.weight >= 8000
         order by w.weight desc, h.person_id limit 20) f
    on conflict (draft_id, person_b_id) where draft_id is not null do nothing;
  end $function$
;
grant execute on function register.compare_draft(draft uuid, pairs bigint[], shows integer[], worth integer[]) to amanat_app;
comment on function register.compare_draft(draft uuid, pairs bigint[], shows integer[], worth integer[]) is 'Notes the 20 people who share most with a draft, wherever they are, for the Bureau to compare: what each shared fact is worth, in thousandths of a bit, comes from the matcher. Returns nothing, and nothing it writes shows to the author: a draft is no way to search the nation.';

CREATE OR REPLACE FUNCTION register.count_statistic(statistic text, quarter_on date)
 RETURNS TABLE(cell text, counted integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ declare q record;
  begin
    q := register.quarter_to_count(quarter_on);
    case statistic
    when 'entries_made', 'checks_asked', 'checks_answered', 'checks_refused' then
      return query
        select register.month_cell(quarter_on, e.happened_at), count(*)::integer
          from (select r.entered_at as happened_at from register.registration r where statistic = 'entries_made'
                union all
                select s.happened_at from register.check_step s
                 where statistic = 'checks_asked' and s.act = 'asked'
                   and not exists (select from register.check_step b where b.check_id = s.check_id and b.act = 'asked'
                     and (b.happened_at, b.step_id) < (s.happened_at, s.step_id))
                union all
                select a.released_at from register.check_answer a where statistic = 'checks_answered'
                union all
                select s.happened_at from register.check_step s where statistic = 'checks_refused' and s.act = 'refused') e
         where e.happened_at >= q.from_at and e.happened_at < q.to_at group by 1;
    when 'entries_expected' then
      return query
        select case when d.stage in ('entered', 'not_registrable') then d.stage else 'waiting' end, count(*)::integer
          from register.expectation e left join register.draft d on d.draft_id = e.draft_id
         where e.created_at >= q.from_at and e.created_at < q.to_at group by 1;
    when 'entry_days' then
      return query
        with taken as (
          select (r.entered_at at time zone 'Asia/Karachi')::date - k.convicted_on as days
            from register.registration r join register.conviction k on k.conviction_id = r.conviction_id
           where r.entered_at >= q.from_at and r.entered_at < q.to_at)
        select 'median', percentile_disc(0.5) within group (order by t.days) from taken t
        union all select 'nine_tenths', percentile_disc(0.9) within group (order by t.days) from taken t;
    when 'checks_screened' then
      return query
        select case when s.happened_at <= a.asked_at + interval '48 hours' then 'in_time' else 'late' end, count(*)::integer
          from register.check_step s
          cross join lateral (select max(b.happened_at) as asked_at from register.check_step b
            where b.check_id = s.check_id and b.act = 'asked' and b.happened_at <= s.happened_at) a
         where s.act in ('forwarded', 'returned', 'refused') and s.happened_at >= q.from_at and s.happened_at < q.to_at group by 1;
    when 'duties_due' then
      return query
        with person as (
          select distinct on (l.person_id) l.person_id, l.identity_id from register.identity_link l order by l.person_id, l.link_no desc),
        decided as (
          select distinct coalesce(p.identity_id, b.person_id) as identity_id, b.duty, b.key, b.due_on from register.breach b
            join register.breach_outcome o on o.breach_id = b.breach_id
            left join person p on p.person_id = b.person_id where o.said = 'approved')
        select case when d.met = 'met' then 'kept_in_time' when d.met = 'met_late' then 'kept_late'
                 when k.identity_id is not null then 'decided' else 'undecided' end, count(*)::integer
          from register.duty_due d
          left join person p on p.person_id = d.person_id
          left join decided k on k.identity_id = coalesce(p.identity_id, d.person_id)
            and k.duty = d.duty and k.key = d.key and k.due_on = d.due_on
         where d.due_on >= quarter_on and d.due_on < quarter_on + interval '3 months' group by 1;
    else raise exception 'no such figures' using errcode = 'AM005';
    end case; end $function$
;
grant execute on function register.count_statistic(statistic text, quarter_on date) to amanat_app;
comment on function register.count_statistic(statistic text, quarter_on date) is 'True counts of one table of a closed quarter, by its cells, for the night work alone; no place, no person and no other condition can be named. entries_made, checks_asked (the first time), checks_answered (answers released) and checks_refused by month; entries_expected by what has become of them: entered, not_registrable, waiting; entry_days the median and what nine of ten did not exceed, in days, null where there are none; checks_screened in_time within 48 hours of the last asking, or late; duties_due kept_in_time, kept_late, or missed and decided on with a second signature (decided) or not yet (undecided).';

CREATE OR REPLACE FUNCTION register.decided_elsewhere(people uuid[])
 RETURNS TABLE(person_id uuid, duty text, due_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    with asked as (
      select p.person_id, coalesce((select l.identity_id from register.identity_link l where l.person_id = p.person_id order by l.link_no desc limit 1), p.person_id) as head_id
        from register.person p
       where p.person_id = any (people) and p.is_linked
         and (sec.people_key() = 'nation' or p.closed_at is null and sec.people_key() in ('d:' || p.district_id, 's:' || p.station_id))),
    member as (
      select a.person_id, a.head_id as record_id from asked a
      union
      select a.person_id, l.person_id from asked a join register.identity_link l on l.identity_id = a.head_id
       where a.head_id = (select x.identity_id from register.identity_link x where x.person_id = l.person_id order by x.link_no desc limit 1))
    select distinct m.person_id, b.duty, b.due_on from member m join register.breach b on b.person_id = m.record_id
     where m.record_id <> m.person_id
       and exists (select from register.breach_outcome o where o.breach_id = b.breach_id and o.said = 'approved') $function$
;
grant execute on function register.decided_elsewhere(people uuid[]) to amanat_app;
comment on function register.decided_elsewhere(people uuid[]) is 'Of each record in scope the missed duties, by date, of which a decision was signed with another record of the same person. Codes and dates.';

CREATE OR REPLACE FUNCTION register.destroy_key_of_discarded()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin new.wrapped_key := null; return new; end $function$
;
comment on function register.destroy_key_of_discarded() is 'A draft that is discarded loses its key in the same statement: body, identity answers, legal reasons and return reason are never read again.';

CREATE OR REPLACE FUNCTION register.drop_common_keys(most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare found_count integer;
  begin
    if not sec.has_role(array['night_work']) then raise exception 'night work only' using errcode = 'AM005'; end if;
    insert into register.common_key as c (pair, holder_count)
    select k.pair, count(*) from register.person_key k group by k.pair having count(*) > most
    on conflict on constraint common_key_pkey do update set holder_count = excluded.holder_count;
    delete from register.person_key k using register.common_key c where c.pair = k.pair;
    get diagnostics found_count = row_count;
    return found_count;
  end $function$
;
grant execute on function register.drop_common_keys(most integer) to amanat_app;
comment on function register.drop_common_keys(most integer) is 'Stops keeping pairs that more than so many people hold; returns how many rows went. The night work only.';

CREATE OR REPLACE FUNCTION register.erase_around_check()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    update register.approval a set wrapped_key = null where a.subject_id = new.check_id and a.kind = 'check';
    delete from register.form_state f where f.subject_id = new.check_id;
    return null; end $function$
;
comment on function register.erase_around_check() is 'What was kept about a suspect under other keys goes with the request''s own: proposed answers, refused forms.';

CREATE OR REPLACE FUNCTION register.erase_around_discarded()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    update register.approval a set wrapped_key = null where a.subject_id = new.draft_id and a.kind = 'entry';
    update register.search s set wrapped_key = null where s.draft_id = new.draft_id;
    delete from register.form_state f where f.subject_id = new.draft_id;
    delete from register.match_pair m where m.draft_id = new.draft_id
       and not exists (select from register.match_decision d where d.match_pair_id = m.match_pair_id)
       and not exists (select from register.clearance c where c.match_pair_id = m.match_pair_id);
    update register.match_pair m set wrapped_key = null where m.draft_id = new.draft_id;
    return null; end $function$
;
comment on function register.erase_around_discarded() is 'What was kept about a discarded draft under other keys goes with it: earlier proposals, look-ups, refused forms, whom it may be. A comparison that was decided stays, without its reasons.';

CREATE OR REPLACE FUNCTION register.erase_check(request uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    if not sec.has_role(array['night_work']) then return false; end if;
    -- What a desk still works on, or what was confirmed to be him, is not destroyed, whatever is asked.
    update register.check_request c set wrapped_key = null
     where c.check_id = request and c.wrapped_key is not null and c.stage not in ('asked', 'forwarded', 'proposed')
       and not exists (select from register.check_confirmation s where s.check_id = c.check_id and s.said = 'him');
    return found; end $function$
;
grant execute on function register.erase_check(request uuid) to amanat_app;
comment on function register.erase_check(request uuid) is 'Destroys the key of a request, and with it all that was known of the suspect; the night work''s alone. False: there is nothing to destroy, or it may not be.';

CREATE OR REPLACE FUNCTION register.follow_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare
    district text := case when new.closed_at is null then new.district_id else '' end;
    station text := case when new.closed_at is null then new.station_id else '' end;
  begin
    if new.wrapped_key is null then
      delete from register.person_key k where k.person_id = new.person_id;
      delete from register.match_card c where c.person_id = new.person_id;
    else
      update register.person_key k set district_id = district, station_id = station where k.person_id = new.person_id;
      update register.match_card c set district_id = district, station_id = station where c.person_id = new.person_id;
    end if;
    return null; end $function$
;
comment on function register.follow_person() is 'Gives a person''s keys and card the scope of his record, and removes them with his key.';

CREATE OR REPLACE FUNCTION register.index_person(person uuid, pairs bigint[], card bytea, card_version integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare p register.person; district text; station text; scope text := sec.people_key();
  begin
    select * into p from register.person x where x.person_id = person
       and scope = any (array['nation', 's:' || x.station_id]) and x.wrapped_key is not null for share;
    if p.person_id is null then raise exception 'no such person to change' using errcode = 'AM005'; end if;
    if p.closed_at is null then district := p.district_id; station := p.station_id; else district := ''; station := ''; end if;
    if exists (select from register.match_card c where c.person_id = p.person_id and c.version < card_version) then
      delete from register.person_key k where k.person_id = p.person_id and k.pair <> all (pairs);
    end if;
    insert into register.person_key (pair, person_id, district_id, station_id)
    select distinct k.pair, p.person_id, district, station from unnest(pairs) as k(pair)
     where not exists (select from register.common_key c where c.pair = k.pair)
    on conflict on constraint person_key_pkey do nothing;
    insert into register.match_card as c (person_id, district_id, station_id, version, card_enc)
    values (p.person_id, district, station, card_version, card)
    on conflict on constraint match_card_pkey
    do update set version = excluded.version, card_enc = excluded.card_enc, made_at = now();
  end $function$
;
grant execute on function register.index_person(person uuid, pairs bigint[], card bytea, card_version integer) to amanat_app;
comment on function register.index_person(person uuid, pairs bigint[], card bytea, card_version integer) is 'Adds the keys of a person whom the Bureau or his station may change, and replaces his card. Keys are added, never taken away, so that an old spelling stays findable; only another way of making keys replaces them all, from a card that holds every spelling.';

CREATE OR REPLACE FUNCTION register.is_anothers_fir(station text, year integer, number integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    return sec.has_role(array['investigator']) and exists (
      select from register.check_request c
       where c.fir_station_id = station and c.fir_year = year and c.fir_number = number
         and c.asked_by <> sec.officer_id() and c.stage in ('asked', 'returned', 'forwarded', 'proposed', 'released')); end $function$
;
grant execute on function register.is_anothers_fir(station text, year integer, number integer) to amanat_app;
comment on function register.is_anothers_fir(station text, year integer, number integer) is 'Whether another officer has asked in this FIR; told to investigators alone, who then need the order that transferred the case.';

CREATE OR REPLACE FUNCTION register.is_closed_quarter(quarter_on date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select quarter_on = date_trunc('quarter', quarter_on::timestamp)
    and quarter_on + interval '3 months 30 days' <= now() at time zone 'Asia/Karachi' $function$
;
comment on function register.is_closed_quarter(quarter_on date) is 'Whether a day is the first of a quarter that has been over for at least 30 days, in Pakistan.';

CREATE OR REPLACE FUNCTION register.is_partial(officer uuid, subjects uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    with asked as (
      select p.person_id, coalesce((select l.identity_id from register.identity_link l where l.person_id = p.person_id order by l.link_no desc limit 1), p.person_id) as head_id
        from register.person p where p.person_id = any (subjects) and p.is_linked),
    record as (
      select a.head_id as person_id from asked a
      union
      select l.person_id from asked a join register.identity_link l on l.identity_id = a.head_id
       where a.head_id = (select x.identity_id from register.identity_link x where x.person_id = l.person_id order by x.link_no desc limit 1))
    select exists (select from register.conflict c where c.officer_id = officer and c.withdrawn_at is null
      and (c.subject_id = any (subjects) or c.subject_id in (select r.person_id from record r))) $function$
;
comment on function register.is_partial(officer uuid, subjects uuid[]) is 'Whether an officer declared a conflict about any of these, or about another record of a person among them.';

CREATE OR REPLACE FUNCTION register.keep_answers_impartial()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    if exists (select from register.check_answer w join register.approval a using (approval_id)
                where w.answer_id = new.answer_id
                  and (register.is_partial(a.proposed_by, array[new.person_id]) or register.is_partial(w.released_by, array[new.person_id]))) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new; end $function$
;
comment on function register.keep_answers_impartial() is 'Refuses an answer about a person whom an officer who proposed or released it is partial about.';

CREATE OR REPLACE FUNCTION register.keep_check_desks_impartial()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    if exists (select from register.conflict c where c.officer_id = new.done_by and c.subject_id = new.check_id and c.withdrawn_at is null) then
      raise exception 'approval_conflict' using errcode = 'AM004';
    end if;
    return new; end $function$
;
comment on function register.keep_check_desks_impartial() is 'Refuses the word of a desk by an officer who declared a conflict about the request.';

CREATE OR REPLACE FUNCTION register.keep_clearance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    if old.issued_at is not null and (new.person_id, new.slip_number, new.content_hash, new.code, new.issued_by, new.issued_at)
         is distinct from (old.person_id, old.slip_number, old.content_hash, old.code, old.issued_by, old.issued_at)
      or old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_by, new.withdrawn_for, new.withdrawal_approval_id, new.issued_at)
         is distinct from (old.withdrawn_at, old.withdrawn_by, old.withdrawn_for, old.withdrawal_approval_id, old.issued_at) then
      raise exception 'already_decided' using errcode = 'AM004';
    end if;
    return new; end $function$
;
comment on function register.keep_clearance() is 'What was issued is not issued otherwise, and what was withdrawn or refused stays so.';

CREATE OR REPLACE FUNCTION register.keep_openings_few()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare a register.check_answer;
  begin
    select * into a from register.check_answer x where x.answer_id = new.answer_id for update;
    if (select count(*) from register.check_print p where p.answer_id = new.answer_id) >= a.opens_count then
      raise exception 'answer_over' using errcode = 'AM006';
    end if;
    return new;
  end $function$
;
comment on function register.keep_openings_few() is 'Refuses an opening beyond the number an answer allows.';

CREATE OR REPLACE FUNCTION register.keep_or_destroy_key()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin raise exception 'the key of a return is kept or destroyed, never replaced'; end $function$
;
comment on function register.keep_or_destroy_key() is 'Refuses any change of a key but its destruction.';

CREATE OR REPLACE FUNCTION register.keep_statistic_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare last register.statistic;
  begin
    if not register.is_closed_quarter(new.quarter_on) then raise exception 'quarter_open' using errcode = 'AM005'; end if;
    select * into last from register.statistic s where s.name = new.name and s.quarter_on = new.quarter_on order by s.revision desc limit 1;
    if new.revision <> coalesce(last.revision, 0) + 1 or new.definition <= coalesce(last.definition, 0) then
      raise exception 'published_once' using errcode = 'AM005'; end if;
    return new; end $function$
;
comment on function register.keep_statistic_frozen() is 'A closed quarter is published once by each definition; a later definition makes the next revision, and nothing else does.';

CREATE OR REPLACE FUNCTION register.linked_records(person uuid)
 RETURNS TABLE(person_id uuid, record_number text, district_id text, station_id text, since_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    with mine as (
      select p.person_id from register.person p
       where p.person_id = person and (sec.people_key() = 'nation'
          or p.closed_at is null and sec.people_key() in ('d:' || p.district_id, 's:' || p.station_id))),
    now_of as (
      select coalesce((select l.identity_id from register.identity_link l where l.person_id = m.person_id order by l.link_no desc limit 1), m.person_id) as identity_id
        from mine m),
    members as (
      select n.identity_id as person_id, null::timestamptz as since_at from now_of n
      union all
      (select distinct on (l.person_id) l.person_id, l.linked_at from register.identity_link l, now_of n
       where l.person_id in (select x.person_id from register.identity_link x where x.identity_id = n.identity_id) and l.person_id <> n.identity_id
         and n.identity_id = (select y.identity_id from register.identity_link y where y.person_id = l.person_id order by y.link_no desc limit 1)
       order by l.person_id, l.link_no desc))
    select p.person_id, p.record_number, p.district_id, p.station_id, m.since_at
      from members m join register.person p on p.person_id = m.person_id
     where p.closed_at is null or sec.people_key() = 'nation'
     order by p.entered_at, p.person_id $function$
;
grant execute on function register.linked_records(person uuid) to amanat_app;
comment on function register.linked_records(person uuid) is 'The records of the person whom a record in scope is of, that record among them, the oldest first; nothing for a record out of scope.';

CREATE OR REPLACE FUNCTION register.month_cell(quarter_on date, happened_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select 'month_' || (extract(month from happened_at at time zone 'Asia/Karachi') - extract(month from quarter_on) + 1)::integer $function$
;
comment on function register.month_cell(quarter_on date, happened_at timestamp with time zone) is 'month_1, month_2 or month_3: in which month of its quarter an instant lies, in Pakistan.';

CREATE OR REPLACE FUNCTION register.note_linked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    update register.person p set is_linked = true
     where not p.is_linked and p.person_id in (select n.person_id from added n union all select n.identity_id from added n);
    return null; end $function$
;
comment on function register.note_linked() is 'Notes on the records that a new link names that one names them.';

CREATE OR REPLACE FUNCTION register.pack_moves_dates()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    insert into register.duty_generation (station_id, cause) values (null, 'pack');
    return null; end $function$
;
comment on function register.pack_moves_dates() is 'A pack that comes into force, or no longer does, makes everybody''s dates stale.';

CREATE OR REPLACE FUNCTION register.pairs_to_compare(people uuid[], most_held integer, most_each integer)
 RETURNS TABLE(person_id uuid, other_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    with mine as materialized (
      select k.person_id, k.pair from register.person_key k
       where k.person_id = any (people) and (select sec.has_role(array['night_work']))),
    held as materialized (
      select d.pair, (select array_agg(x.person_id) from (select y.person_id from register.person_key y where y.pair = d.pair limit most_held + 1) x) as ids
        from (select distinct m.pair from mine m) d),
    by_key as (
      select m.person_id, o.other_id, sum(ln(1000000::float8 / cardinality(h.ids))) as weight
        from mine m join held h using (pair) cross join unnest(h.ids) o (other_id)
       where cardinality(h.ids) between 2 and most_held and o.other_id > m.person_id
       group by m.person_id, o.other_id having count(*) >= 2),
    by_number as (
      select d.person_id, e.person_id as other_id, 100::float8 as weight
        from register.person_document d join register.person_document e on e.number_index = d.number_index and e.kind = d.kind and e.person_id > d.person_id
       where d.person_id = any (people) and d.kind = 'cnic' and (select sec.has_role(array['night_work']))),
    link as materialized (
      select distinct on (l.person_id) l.person_id, l.identity_id from register.identity_link l order by l.person_id, l.link_no desc),
    own as materialized (
      select p.person_id, coalesce(l.identity_id, p.person_id) as one from unnest(people) p (person_id) left join link l using (person_id)),
    -- Every record of whom one of these people is.
    record as materialized (
      select o.one, o.person_id as record_id from own o
       union select o.one, o.one from own o
       union select o.one, l.person_id from own o join link l on l.identity_id = o.one),
    -- That any record of the one is not of the other.
    apart as materialized (
      select r.one, coalesce(b.identity_id, x.person_b_id) as two
        from record r join register.match_pair x on x.person_a_id = r.record_id and x.decision = 'different'
        left join link a on a.person_id = x.person_a_id left join link b on b.person_id = x.person_b_id
       where coalesce(a.identity_id, x.person_a_id) = r.one
       union
      select r.one, coalesce(a.identity_id, x.person_a_id)
        from record r join register.match_pair x on x.person_b_id = r.record_id and x.decision = 'different' and x.person_a_id is not null
        left join link a on a.person_id = x.person_a_id left join link b on b.person_id = x.person_b_id
       where coalesce(b.identity_id, x.person_b_id) = r.one),
    said as materialized (
      -- Whatever was said of the two; one of these people is always the one of the lower id.
      select o.person_id, x.person_b_id as other_id from own o join register.match_pair x on x.person_a_id = o.person_id where x.decision is not null
       union
      -- While the one was a draft.
      select d.entered_person_id, x.person_b_id
        from own o join register.draft d on d.entered_person_id = o.person_id join register.match_pair x on x.draft_id = d.draft_id
       where x.decision = 'different'
       union
      select x.person_b_id, d.entered_person_id
        from own o join register.match_pair x on x.person_b_id = o.person_id join register.draft d on d.draft_id = x.draft_id
       where x.decision = 'different' and d.entered_person_id is not null
       union
      -- Whoever holds the number of the one was cleared of being the other.
      select d.person_id, c.person_id
        from own o join register.person_document d on d.person_id = o.person_id and d.kind = 'cnic'
        join register.clearance c on c.number_index = d.number_index and c.withdrawn_at is null
       union
      select c.person_id, d.person_id
        from own o join register.clearance c on c.person_id = o.person_id and c.withdrawn_at is null
        join register.person_document d on d.number_index = c.number_index and d.kind = 'cnic'),
    open as (
      select w.person_id, w.other_id, w.weight
        from (select * from by_key union all select * from by_number) w
        join own o on o.person_id = w.person_id left join link l on l.person_id = w.other_id
       where o.one <> coalesce(l.identity_id, w.other_id)
         and not exists (select from said s where s.person_id = w.person_id and s.other_id = w.other_id)
         and not exists (select from apart t where t.one = o.one and t.two = coalesce(l.identity_id, w.other_id))),
    ranked as (
      select n.person_id, n.other_id, row_number() over (partition by n.person_id order by max(n.weight) desc, n.other_id) as place
        from open n group by n.person_id, n.other_id)
    select r.person_id, r.other_id from ranked r where r.place <= most_each $function$
;
grant execute on function register.pairs_to_compare(people uuid[], most_held integer, most_each integer) to amanat_app;
comment on function register.pairs_to_compare(people uuid[], most_held integer, most_each integer) is 'For each of these people the others, of a higher id, who hold two or more of the same keys that few hold, or the same CNIC; the likeliest of those of whom nothing was decided. Opaque ids; for the night work alone.';

CREATE OR REPLACE FUNCTION register.project_united(standings jsonb, dues jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare ids uuid[];
  begin
    select array_agg((s.one ->> 'person_id')::uuid) into ids from jsonb_array_elements(standings) s (one);
    -- Only records that are, or were, of one person with a record in scope.
    if exists (select from unnest(ids) i (person_id) where not exists (
        select from register.identity_link own
          join register.identity_link l on l.identity_id = own.identity_id
          join register.person p on p.person_id in (l.person_id, l.identity_id)
         where i.person_id in (own.person_id, own.identity_id)
           and sec.people_key() = any (array['nation', 'd:' || p.district_id, 's:' || p.station_id]))) then
      raise exception 'no such person in scope' using errcode = 'AM005';
    end if;
    delete from register.duty_due where person_id = any (ids);
    delete from register.duty_standing where person_id = any (ids);
    insert into register.duty_due select r.* from jsonb_populate_recordset(null::register.duty_due, dues) r where r.person_id = any (ids);
    insert into register.duty_standing select r.* from jsonb_populate_recordset(null::register.duty_standing, standings) r;
  end $function$
;
grant execute on function register.project_united(standings jsonb, dues jsonb) to amanat_app;
comment on function register.project_united(standings jsonb, dues jsonb) is 'Writes the projection of duties of records that are of one person with a record in scope, as it was computed for that one. Returns nothing. RULES 4.';

CREATE OR REPLACE FUNCTION register.quarter_to_count(quarter_on date, OUT from_at timestamp with time zone, OUT to_at timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    if not sec.has_role(array['night_work']) or not register.is_closed_quarter(quarter_on) then
      raise exception 'night work only' using errcode = 'AM005'; end if;
    from_at := quarter_on::timestamp at time zone 'Asia/Karachi';
    to_at := (quarter_on + interval '3 months') at time zone 'Asia/Karachi'; end $function$
;
comment on function register.quarter_to_count(quarter_on date, OUT from_at timestamp with time zone, OUT to_at timestamp with time zone) is 'The instants between which a closed quarter lies; refuses whoever is not the night work, and every other day.';

CREATE OR REPLACE FUNCTION register.sweep_agency_calls(before timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare swept integer;
  begin
    if not sec.has_role(array['night_work']) then raise exception 'night work only' using errcode = 'AM005'; end if;
    delete from register.agency_call c where c.called_at < before;
    get diagnostics swept = row_count;
    return swept; end $function$
;
grant execute on function register.sweep_agency_calls(before timestamp with time zone) to amanat_app;
comment on function register.sweep_agency_calls(before timestamp with time zone) is 'Deletes the calls sent before an instant, with their replies; the night work''s alone. Returns how many.';

CREATE OR REPLACE FUNCTION register.sweep_traces(before timestamp with time zone, OUT sessions_count integer, OUT forms_count integer)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    if not sec.has_role(array['night_work']) then raise exception 'night work only' using errcode = 'AM005'; end if;
    delete from access.session s where s.method in ('agency', 'job') and s.opened_at < before and (s.ended_at < before or s.expires_at < before);
    get diagnostics sessions_count = row_count;
    delete from register.form_state f where f.created_at < before;
    get diagnostics forms_count = row_count; end $function$
;
grant execute on function register.sweep_traces(before timestamp with time zone, OUT sessions_count integer, OUT forms_count integer) to amanat_app;
comment on function register.sweep_traces(before timestamp with time zone, OUT sessions_count integer, OUT forms_count integer) is 'Deletes what was over before an instant and nobody needs: sessions that calls of agencies'' systems and jobs had open, since the log keeps who acted in which, and refused forms with what was typed into them; the night work''s alone. Returns how many.';

CREATE OR REPLACE FUNCTION register.tell_agency(agency uuid, kind text, request uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    perform pg_advisory_xact_lock(hashtextextended('agency_event ' || agency, 0));
    insert into register.agency_event (event_id, agency_id, kind, check_id, happened_at) values (gen_random_uuid(), agency, kind, request, at); end $function$
;
comment on function register.tell_agency(agency uuid, kind text, request uuid, at timestamp with time zone) is 'Writes what an agency is to be told, in the transaction of its cause. Called by triggers only.';

CREATE OR REPLACE FUNCTION register.tell_of_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    perform register.tell_agency(new.agency_id, 'answered', new.check_id, coalesce(new.released_at, now()));
    return null; end $function$
;
comment on function register.tell_of_answer() is 'An answer is released: the agency through which it was asked is told that it waits, whatever it says.';

CREATE OR REPLACE FUNCTION register.tell_of_recall()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare agency uuid;
  begin
    select c.agency_id into agency from register.check_request c where c.check_id = new.check_id and c.agency_id is not null
       and exists (select from register.check_print p where p.answer_id = new.answer_id);
    if agency is not null then
      perform register.tell_agency(agency, case when new.cause = 'correction' then 'corrected' else 'withdrawn' end, new.check_id, new.opened_at);
    end if;
    return null; end $function$
;
comment on function register.tell_of_recall() is 'A copy that was opened is called back: the agency through which it was asked is told.';

CREATE OR REPLACE FUNCTION register.united_facts(people uuid[])
 RETURNS TABLE(asked_id uuid, record_ids uuid[], fact_rows jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    with linked as materialized (
      select p.person_id, (select l.identity_id from register.identity_link l where l.person_id = p.person_id order by l.link_no desc limit 1) as identity_id
        from unnest(people) asked (person_id) join register.person p using (person_id)
       where (exists (select from register.identity_link l where l.person_id = p.person_id)
           or exists (select from register.identity_link l where l.identity_id = p.person_id))
         and (sec.people_key() = any (array['nation', 'd:' || p.district_id, 's:' || p.station_id])
           or pg_has_role(session_user, 'amanat_owner', 'member'))),
    heads as (select l.person_id as asked_id, coalesce(l.identity_id, l.person_id) as head_id from linked l),
    members as (
      select h.asked_id, h.head_id as person_id from heads h
      union
      select h.asked_id, l.person_id from heads h join register.identity_link l on l.identity_id = h.head_id
       where h.head_id = (select x.identity_id from register.identity_link x where x.person_id = l.person_id order by x.link_no desc limit 1)),
    united as (
      select m.asked_id, array_agg(m.person_id order by p.closed_at is not null, p.entered_at, p.person_id) as ids
        from members m join register.person p on p.person_id = m.person_id
       group by m.asked_id having count(*) > 1)
    select u.asked_id, u.ids, jsonb_build_object(
        'persons', (select jsonb_agg(jsonb_build_object('person_id', i.person_id, 'born_on', d.born_on))
            from unnest(u.ids) i (person_id) left join register.person_detail d on d.person_id = i.person_id and d.superseded_at is null),
        'judgments', (select jsonb_agg(jsonb_build_object('person_id', c.person_id, 'conviction_id', c.conviction_id, 'offences', c.offences,
              'offence_on', c.offence_on, 'convicted_on', c.convicted_on, 'country', c.country, 'jurisdiction', c.jurisdiction,
              'victim', c.victim, 'disposal', c.disposal, 'juvenile', c.juvenile) order by c.convicted_on, c.conviction_id)
            from register.conviction c where c.person_id = any (u.ids)),
        'appeals', (select jsonb_agg(jsonb_build_object('conviction_id', a.conviction_id, 'event', a.event, 'happened_on', a.happened_on) order by a.happened_on, a.ordinal)
            from register.appeal_event a join register.conviction c on c.conviction_id = a.conviction_id
           where c.person_id = any (u.ids) and a.superseded_at is null),
        'custody', (select jsonb_agg(jsonb_build_object('person_id', c.person_id, 'from_on', c.from_on, 'to_on', c.to_on) order by c.from_on, c.custody_id)
            from register.custody c where c.person_id = any (u.ids) and c.superseded_at is null),
        'stays', (select jsonb_agg(jsonb_build_object('person_id', s.person_id, 'kind', s.kind, 'from_on', s.from_on, 'to_on', s.to_on) order by s.from_on, s.stay_id)
            from register.stay s where s.person_id = any (u.ids) and s.superseded_at is null),
        'servings', (select jsonb_agg(jsonb_build_object('person_id', s.person_id, 'duties', s.duties, 'served_at', s.served_at, 'language', s.language) order by s.served_at, s.serving_id)
            from register.serving s where s.person_id = any (u.ids) and s.superseded_at is null),
        'changes', (select jsonb_agg(jsonb_build_object('person_id', c.person_id, 'change_id', c.change_id, 'kind', c.kind, 'changed_on', c.changed_on) order by c.changed_on, c.change_id)
            from register.change c where c.person_id = any (u.ids) and c.superseded_at is null),
        'trips', (select jsonb_agg(jsonb_build_object('person_id', t.person_id, 'trip_id', t.trip_id, 'kind', t.kind, 'departs_at', t.departs_at,
              'returns_at', t.returns_at, 'cancelled_at', t.cancelled_at) order by t.departs_at, t.trip_id)
            from register.trip t where t.person_id = any (u.ids) and t.superseded_at is null),
        'notices', (select jsonb_agg(jsonb_build_object('person_id', n.person_id, 'notice_id', n.notice_id, 'duty', n.duty, 'about_id', n.about_id,
              'received_at', n.received_at) order by n.received_at, n.recorded_at, n.notice_id)
            from register.notice n where n.person_id = any (u.ids) and n.superseded_at is null),
        'visits', (select jsonb_agg(jsonb_build_object('person_id', v.person_id, 'visited_on', v.visited_on, 'result', v.result) order by v.visited_on, v.recorded_at, v.visit_id)
            from register.visit v where v.person_id = any (u.ids) and v.superseded_at is null),
        'supervisions', (select jsonb_agg(jsonb_build_object('person_id', s.person_id, 'station_id', s.station_id, 'from_on', s.from_on) order by s.from_on, s.began_at)
            from register.supervision s where s.person_id = any (u.ids)))
      from united u $function$
;
grant execute on function register.united_facts(people uuid[]) to amanat_app;
comment on function register.united_facts(people uuid[]) is 'Of each record in scope that is of one person with others: all of his records, those on the register first and of them the oldest, and the facts of each by which his duties are computed. Dates, codes and opaque ids; no identifier. RULES 3, 4.';

CREATE OR REPLACE FUNCTION register.withdraw_conflict(approval uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    update register.conflict c set withdrawn_at = now(), withdrawal_id = a.approval_id
      from register.approval a join register.approval_decision d on d.approval_id = a.approval_id
     where a.approval_id = approval and a.kind = 'conflict' and d.decision = 'approved' and d.decided_by = sec.officer_id()
       and c.conflict_id = a.subject_id and c.officer_id = a.proposed_by and c.withdrawn_at is null;
    return found; end $function$
;
grant execute on function register.withdraw_conflict(approval uuid) to amanat_app;
comment on function register.withdraw_conflict(approval uuid) is 'Withdraws the conflict of an approved proposal, in the transaction of the officer who approved it; false: there is none that stands.';

CREATE OR REPLACE FUNCTION sec.agency_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$ declare found uuid; begin
    select s.agency_id into found from access.open_session s; return found; end $function$
;
grant execute on function sec.agency_id() to amanat_app;
comment on function sec.agency_id() is 'The agency whose system acts in this transaction; null when an officer acts himself.';

CREATE OR REPLACE FUNCTION sec.audience()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$ declare found text; begin
    select s.audience into found from access.open_session s; return found; end $function$
;
grant execute on function sec.audience() to amanat_app;
grant execute on function sec.audience() to amanat_gate;
grant execute on function sec.audience() to amanat_sequencer;
comment on function sec.audience() is 'Whose approvals this transaction may see: bureau, administration, or null.';

CREATE OR REPLACE FUNCTION sec.beat()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare last timestamptz;
  begin
    select h.beat_at into last from register.heartbeat h for update;
    if last is null then
      insert into register.heartbeat (beat_at) values (clock_timestamp()) on conflict (is_only) do update set beat_at = excluded.beat_at;
      return false;
    end if;
    update register.heartbeat set beat_at = clock_timestamp();
    if clock_timestamp() - last <= interval '5 minutes' then return false; end if;
    insert into register.outage (outage_id, station_id, from_at, to_at, cause, recorded_by)
    values (gen_random_uuid(), null, last, clock_timestamp(), 'system', null);
    return true;
  end $function$
;
grant execute on function sec.beat() to amanat_gate;
comment on function sec.beat() is 'Says that the program runs, once a minute. After a gap of more than 5 minutes the gap becomes a national outage; returns whether it did. It takes nothing from its caller, so nobody can name the times.';

CREATE OR REPLACE FUNCTION sec.begin_act(token text, act text, OUT session_id uuid, OUT officer_id uuid, OUT posting_id uuid, OUT role text, OUT unit_id text, OUT province_iso text, OUT division_en text, OUT district_id text, OUT station_id text, OUT fresh_auth boolean, OUT is_locked boolean, OUT language text, OUT method text, OUT has_quota boolean)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
  declare hash bytea := sha256(convert_to(token, 'UTF8')); seen_at timestamptz; bound text;
  begin
    bound := set_config('amanat.sid', token, true);
    select x.session_id, x.officer_id, x.posting_id, x.role, x.unit_id, x.province_iso, x.division_en, x.district_id, x.station_id,
           coalesce(x.step_up_at > now() - interval '5 minutes', false),
           x.locked_at is not null or x.last_seen_at <= now() - interval '15 minutes', x.language, x.method, x.last_seen_at
      into session_id, officer_id, posting_id, role, unit_id, province_iso, division_en, district_id, station_id,
           fresh_auth, is_locked, language, method, seen_at
      from access.session x where x.token_hash = hash and x.ended_at is null and x.expires_at > now();
    if not is_locked and seen_at < now() - interval '30 seconds' then
      update access.session x set last_seen_at = now() where x.token_hash = hash;
    end if;
    if act is null then return; end if;
    has_quota := session_id is not null and not is_locked and sec.count_act(officer_id, unit_id, act, role);
    bound := set_config('amanat.has_quota', has_quota::text, true);
  end $function$
;
grant execute on function sec.begin_act(token text, act text, OUT session_id uuid, OUT officer_id uuid, OUT posting_id uuid, OUT role text, OUT unit_id text, OUT province_iso text, OUT division_en text, OUT district_id text, OUT station_id text, OUT fresh_auth boolean, OUT is_locked boolean, OUT language text, OUT method text, OUT has_quota boolean) to amanat_app;
comment on function sec.begin_act(token text, act text, OUT session_id uuid, OUT officer_id uuid, OUT posting_id uuid, OUT role text, OUT unit_id text, OUT province_iso text, OUT division_en text, OUT district_id text, OUT station_id text, OUT fresh_auth boolean, OUT is_locked boolean, OUT language text, OUT method text, OUT has_quota boolean) is 'Begins a request in one journey: binds the token for this transaction, says who asks (nulls when the session is over; a locked one comes back marked and sees nothing), and counts the act where it has a quota (null where it has none). Notes in amanat.has_quota what it counted, so that a statement sent along reads nothing for an act that will be refused; no policy asks that setting.';

CREATE OR REPLACE FUNCTION sec.begin_request()
 RETURNS SETOF sec.request_actor
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
  declare s access.session; idle boolean;
  begin
    select * into s from access.session x where x.token_hash = (select sec.token_hash()) and x.ended_at is null and x.expires_at > now();
    if s.session_id is null then return; end if;
    idle := s.locked_at is not null or s.last_seen_at <= now() - interval '15 minutes';
    if not idle and s.last_seen_at < now() - interval '30 seconds' then
      update access.session x set last_seen_at = now() where x.token_hash = s.token_hash;
    end if;
    return next row(s.session_id, s.officer_id, s.posting_id, s.role, s.unit_id, s.province_iso, s.division_en, s.district_id, s.station_id,
      coalesce(s.step_up_at > now() - interval '5 minutes', false), idle, s.language, s.method)::sec.request_actor;
  end $function$
;
grant execute on function sec.begin_request() to amanat_app;
comment on function sec.begin_request() is 'The actor of this transaction''s token, noting that he is there; no row when the session is over. A locked one comes back marked and sees nothing.';

CREATE OR REPLACE FUNCTION sec.cleared_people(slip_indexes bytea[], cnic_indexes bytea[])
 RETURNS TABLE(nth integer, person_id uuid, bears_number boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
      from members m $function$
;
grant execute on function sec.cleared_people(slip_indexes bytea[], cnic_indexes bytea[]) to amanat_app;
comment on function sec.cleared_people(slip_indexes bytea[], cnic_indexes bytea[]) is 'Of the holder of each number, given by its two keyed hashes: the records of the people he was cleared of, and whether such a person bears that number himself today, so that the slip cannot be followed.';

CREATE OR REPLACE FUNCTION sec.count_act(officer uuid, unit text, act text, role text)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare most integer; drawn integer; today date := (now() at time zone 'Asia/Karachi')::date; own register.quota_use;
  begin
    update register.quota_use u set used_count = u.used_count + 1
     where u.officer_id = officer and u.act = count_act.act and u.used_on = today and u.used_count < u.leased_count;
    if found then return true; end if;
    most := sec.quota_most('officer', officer::text, act, role);
    if most = 0 then return false; end if;
    insert into register.quota_use (officer_id, act, used_on, used_count) values (officer, act, today, 0) on conflict do nothing;
    select * into own from register.quota_use u where u.officer_id = officer and u.act = count_act.act and u.used_on = today for update;
    if own.used_count >= own.leased_count then
      drawn := least(greatest(most / 20, 1), most - greatest(own.leased_count, own.used_count));
      if drawn <= 0 then return false; end if;
      drawn := sec.draw_quota(unit, act, drawn);
      if drawn = 0 then return false; end if;
    end if;
    update register.quota_use u set used_count = own.used_count + 1, leased_count = greatest(own.leased_count, own.used_count) + coalesce(drawn, 0)
     where u.officer_id = officer and u.act = count_act.act and u.used_on = today;
    return true;
  end $function$
;
comment on function sec.count_act(officer uuid, unit text, act text, role text) is 'Counts one act of an officer against his limit, his unit''s and the nation''s of today; false when one is used up or the role has none. Holds under parallel bursts: rows are locked. A block drawn is a twentieth of the officer''s day, and at most a hundredth of his unit''s. Called by sec.begin_act only.';

CREATE OR REPLACE FUNCTION sec.draw_quota(unit text, act text, wanted integer)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare
    of_unit integer := sec.quota_most('unit', unit, act, null); of_nation integer;
    today date := sec.quota_today(); pool register.quota_pool; nation register.quota_pool; room integer; ask integer;
  begin
    insert into register.quota_pool (level, subject, act, used_on) values ('unit', unit, act, today) on conflict do nothing;
    select * into pool from register.quota_pool p
     where p.level = 'unit' and p.subject = unit and p.act = draw_quota.act and p.used_on = today for update;
    room := least(wanted, greatest(of_unit / 100, 1), of_unit - pool.taken_count);
    if room <= 0 then return 0; end if;
    if pool.granted_count - pool.taken_count < room then
      of_nation := sec.quota_most('nation', '', act, null);
      insert into register.quota_pool (level, subject, act, used_on) values ('nation', '', act, today) on conflict do nothing;
      select * into nation from register.quota_pool p
       where p.level = 'nation' and p.subject = '' and p.act = draw_quota.act and p.used_on = today for update;
      ask := greatest(least(of_unit / 20, of_nation / 100), room - (pool.granted_count - pool.taken_count));
      ask := least(ask, of_nation - nation.taken_count, of_unit - pool.granted_count);
      if ask > 0 then
        update register.quota_pool p set taken_count = p.taken_count + ask
         where p.level = 'nation' and p.subject = '' and p.act = draw_quota.act and p.used_on = today;
        pool.granted_count := pool.granted_count + ask;
      end if;
    end if;
    room := least(room, pool.granted_count - pool.taken_count);
    update register.quota_pool p set granted_count = pool.granted_count, taken_count = pool.taken_count + room
     where p.level = 'unit' and p.subject = unit and p.act = draw_quota.act and p.used_on = today;
    return room;
  end $function$
;
comment on function sec.draw_quota(unit text, act text, wanted integer) is 'Draws up to so many acts from the pool of a unit, which draws from the nation''s when it is empty; returns how many it got. Rows are locked unit first, then nation.';

CREATE OR REPLACE FUNCTION sec.emergency_name(emergency uuid)
 RETURNS TABLE(person_id uuid, record_number text, wrapped_key bytea, kek_id text, card_enc bytea)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
  declare hash bytea := sec.token_hash(); s access.session;
  begin
    select x.* into s from access.session x join access.live_session l on l.token_hash = x.token_hash where x.token_hash = hash;
    return query
      select p.person_id, p.record_number, p.wrapped_key, p.kek_id, p.card_enc
        from register.emergency e join register.person p on p.person_id = e.person_id
       where e.emergency_id = emergency and e.used_by <> s.officer_id
         and (s.role = 'bureau_supervisor' or s.role = 'district_police_officer' and e.district_id = s.district_id)
         and not exists (select from register.emergency_review r where r.emergency_id = e.emergency_id);
  end $function$
;
grant execute on function sec.emergency_name(emergency uuid) to amanat_app;
comment on function sec.emergency_name(emergency uuid) is 'Number and card of the person of a use of the emergency access, for a second officer who may review it, until it is reviewed. No row otherwise.';

CREATE OR REPLACE FUNCTION sec.emergency_session()
 RETURNS access.session
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
  declare hash bytea := sec.token_hash(); s access.session;
  begin
    select x.* into s from access.session x join access.live_session l on l.token_hash = x.token_hash
     where x.token_hash = hash and x.role in ('investigator', 'station_head', 'bureau_officer') and x.agency_id is null;
    return s;
  end $function$
;
comment on function sec.emergency_session() is 'The live session of this transaction where its role may use the emergency access, and no agency''s system acts in it; nulls otherwise. Called by the two functions below only.';

CREATE OR REPLACE FUNCTION sec.end_session(token_hash bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ update access.session s set ended_at = now() where s.token_hash = end_session.token_hash and s.ended_at is null $function$
;
grant execute on function sec.end_session(token_hash bytea) to amanat_gate;
comment on function sec.end_session(token_hash bytea) is 'Ends a session: log-out.';

CREATE OR REPLACE FUNCTION sec.end_sessions_of_agency()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    update access.session s set ended_at = now() where s.agency_id = new.agency_id and s.ended_at is null; return new; end $function$
;
comment on function sec.end_sessions_of_agency() is 'A changed last day of an agency ends the calls that its system has open.';

CREATE OR REPLACE FUNCTION sec.end_sessions_of_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    update access.session s set ended_at = now() where s.agency_id = new.agency_id and s.officer_id = new.officer_id and s.ended_at is null;
    return new; end $function$
;
comment on function sec.end_sessions_of_consent() is 'A consent that ends takes the calls with it that were opened by it.';

CREATE OR REPLACE FUNCTION sec.end_sessions_of_posting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    update access.session s set ended_at = now() where s.posting_id = new.posting_id and s.ended_at is null; return new; end $function$
;
comment on function sec.end_sessions_of_posting() is 'A changed posting signs its officer out at once.';

CREATE OR REPLACE FUNCTION sec.end_sessions_of_suspended()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    update access.session s set ended_at = now() where s.officer_id = new.officer_id and s.ended_at is null; return new; end $function$
;
comment on function sec.end_sessions_of_suspended() is 'A suspended officer, or one whose vetting or training changed, is signed out at once.';

CREATE OR REPLACE FUNCTION sec.entry_key()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$ declare found text; begin
    select s.entry_key into found from access.open_session s; return found; end $function$
;
grant execute on function sec.entry_key() to amanat_app;
grant execute on function sec.entry_key() to amanat_gate;
grant execute on function sec.entry_key() to amanat_sequencer;
comment on function sec.entry_key() is 'Which drafts and returns this transaction may see: nation, d:<district>, or null for none.';

CREATE OR REPLACE FUNCTION sec.has_district_reviewer(emergency uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare today date := (now() at time zone 'Asia/Karachi')::date;
  begin
    if not sec.has_role(array['bureau_supervisor', 'district_police_officer']) then return null; end if;
    return exists (
      select from register.emergency e
        join reference.unit u on u.district_id = e.district_id
        join access.posting p on p.unit_id = u.unit_id and p.role = 'district_police_officer' and p.officer_id <> e.used_by
        join access.officer o on o.officer_id = p.officer_id
       where e.emergency_id = emergency and p.from_on <= today and (p.to_on is null or p.to_on > today)
         and o.suspended_at is null and o.vetted_until > today and o.trained_until > today
         and not exists (select from register.conflict c where c.officer_id = p.officer_id and c.withdrawn_at is null
           and c.subject_id in (e.emergency_id, e.person_id, e.used_by))); end $function$
;
grant execute on function sec.has_district_reviewer(emergency uuid) to amanat_app;
comment on function sec.has_district_reviewer(emergency uuid) is 'Whether the district of a use of the emergency access has a District Police Officer who may review it: posted today, able to act, not who used it, and without a conflict about it. Null for who reviews none.';

CREATE OR REPLACE FUNCTION sec.has_passkey(officer uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    return sec.officer_id() is not null and exists (select from access.passkey k where k.officer_id = officer and k.revoked_at is null); end $function$
;
grant execute on function sec.has_passkey(officer uuid) to amanat_app;
comment on function sec.has_passkey(officer uuid) is 'Whether an officer has a live passkey; shown to administrators and to himself.';

CREATE OR REPLACE FUNCTION sec.has_role(roles text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$ begin
    return exists (select from access.open_session s where s.role = any (roles)); end $function$
;
grant execute on function sec.has_role(roles text[]) to amanat_app;
grant execute on function sec.has_role(roles text[]) to amanat_gate;
grant execute on function sec.has_role(roles text[]) to amanat_sequencer;
comment on function sec.has_role(roles text[]) is 'Whether the officer of this transaction acts in one of these roles.';

CREATE OR REPLACE FUNCTION sec.hold_session()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
  declare hash bytea := sec.token_hash();
  begin
    perform from access.session s where s.token_hash = hash and s.ended_at is null and s.expires_at > now() for share;
    return found; end $function$
;
grant execute on function sec.hold_session() to amanat_app;
comment on function sec.hold_session() is 'Holds the session of this transaction until its end, so that who ends it waits for what it has begun and nothing follows; false where it was ended meanwhile.';

CREATE OR REPLACE FUNCTION sec.how_ended(token_hash bytea)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select case
        when s.ended_at is null and s.expires_at > now() then null
        when exists (select from access.session n where n.officer_id = s.officer_id and n.method not in ('job', 'agency')
          and n.opened_at = s.ended_at and n.session_id <> s.session_id) then 'replaced'
        else 'ended'
      end
      from access.session s where s.token_hash = how_ended.token_hash $function$
;
grant execute on function sec.how_ended(token_hash bytea) to amanat_gate;
comment on function sec.how_ended(token_hash bytea) is 'Why the bearer of an old token must sign in again: ended, replaced by a later sign-in, or null while it is open or unknown.';

CREATE OR REPLACE FUNCTION sec.is_acting(officer uuid, session uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$ declare hash bytea := sec.token_hash(); begin
    perform from access.live_session s where s.token_hash = hash and s.officer_id = officer and s.session_id = session;
    return found; end $function$
;
grant execute on function sec.is_acting(officer uuid, session uuid) to amanat_app;
comment on function sec.is_acting(officer uuid, session uuid) is 'Whether this transaction was begun with the secret of this session of this officer, and the session may still act.';

CREATE OR REPLACE FUNCTION sec.is_bearer(officer uuid, session uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$ declare hash bytea := sec.token_hash(); begin
    perform from access.session s where s.token_hash = hash and s.officer_id = officer and s.session_id = session;
    return found; end $function$
;
grant execute on function sec.is_bearer(officer uuid, session uuid) to amanat_app;
comment on function sec.is_bearer(officer uuid, session uuid) is 'Whether this transaction was begun with the secret of this session of this officer, open or not.';

CREATE OR REPLACE FUNCTION sec.is_partial(officer uuid, subjects uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select officer = sec.officer_id() and register.is_partial(officer, subjects) $function$
;
grant execute on function sec.is_partial(officer uuid, subjects uuid[]) to amanat_app;
comment on function sec.is_partial(officer uuid, subjects uuid[]) is 'Whether the officer of this session declared a conflict about any of these, or about another record of a person among them; of nobody else it tells.';

CREATE OR REPLACE FUNCTION sec.is_prosecutor_partial(request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select exists (select from register.check_request r
                 join reference.unit u on u.district_id = r.district_id
                 join access.posting p on p.unit_id = u.unit_id and p.role = 'prosecutor'
                 join register.conflict c on c.officer_id = p.officer_id and c.subject_id = r.check_id and c.withdrawn_at is null
                where r.check_id = request and p.from_on <= current_date and (p.to_on is null or p.to_on > current_date)
                  and sec.has_role(array['deputy_prosecutor']) and sec.people_key() = 'd:' || r.district_id) $function$
;
grant execute on function sec.is_prosecutor_partial(request uuid) to amanat_app;
comment on function sec.is_prosecutor_partial(request uuid) is 'Whether the prosecutor declared a conflict about a request of the district in which the asking deputy is posted.';

CREATE OR REPLACE FUNCTION sec.keep_form(form_id uuid, wrapped_key bytea, kek_id text, body_enc bytea, subject_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare owner uuid;
  begin
    select s.officer_id into owner from access.session s where s.token_hash = sec.token_hash() and s.ended_at is null and s.expires_at > now();
    if owner is null then return false; end if;
    insert into register.form_state (form_id, officer_id, wrapped_key, kek_id, body_enc, subject_id)
    values (keep_form.form_id, owner, keep_form.wrapped_key, keep_form.kek_id, keep_form.body_enc, keep_form.subject_id);
    return true;
  end $function$
;
grant execute on function sec.keep_form(form_id uuid, wrapped_key bytea, kek_id text, body_enc bytea, subject_id uuid) to amanat_app;
comment on function sec.keep_form(form_id uuid, wrapped_key bytea, kek_id text, body_enc bytea, subject_id uuid) is 'Keeps a refused form for the officer of this token, also while his session is locked; it shows nothing.';

CREATE OR REPLACE FUNCTION sec.late_recalls()
 RETURNS TABLE(recall_id uuid, given_to uuid, opened_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select r.recall_id, r.given_to, r.opened_at
          from register.recall r join register.check_request q using (check_id)
         where r.opened_at < now() - interval '7 days' and not exists (select from register.recall_confirmation k where k.recall_id = r.recall_id)
           and sec.has_role(array['district_police_officer']) and sec.people_key() = 'd:' || q.district_id $function$
;
grant execute on function sec.late_recalls() to amanat_app;
comment on function sec.late_recalls() is 'Copies that officers of the asking District Police Officer''s district have not confirmed gone within the days given: who, and since when.';

CREATE OR REPLACE FUNCTION sec.lock_session(token_hash bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ update access.session s set locked_at = now() where s.token_hash = lock_session.token_hash and s.locked_at is null and s.ended_at is null $function$
;
grant execute on function sec.lock_session(token_hash bytea) to amanat_gate;
comment on function sec.lock_session(token_hash bytea) is 'Locks a session by its owner''s wish.';

CREATE OR REPLACE FUNCTION sec.officer_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$ declare found uuid; hash bytea := sec.token_hash(); begin
    select s.officer_id into found from access.live_session s where s.token_hash = hash; return found; end $function$
;
grant execute on function sec.officer_id() to amanat_app;
grant execute on function sec.officer_id() to amanat_gate;
grant execute on function sec.officer_id() to amanat_sequencer;
comment on function sec.officer_id() is 'The officer of this transaction; null when there is no open session.';

CREATE OR REPLACE FUNCTION sec.open_agency_session(token_hash bytea, new_session_id uuid, client_id text, badge text, OUT agency_id uuid, OUT named_id uuid, OUT officer_id uuid, OUT posting_id uuid, OUT session_id uuid, OUT refused text)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare a access.agency; l access.agency_officer; p record; today date := (now() at time zone 'Asia/Karachi')::date;
  begin
    select * into a from access.agency x
     where x.client_id = open_agency_session.client_id and x.from_on <= today and (x.to_on is null or x.to_on > today);
    if a.agency_id is null then refused := 'unknown_client'; return; end if;
    agency_id := a.agency_id;
    select o.officer_id into named_id from access.officer o where o.badge = open_agency_session.badge;
    -- Held: a consent that ends at this moment ends the session too, or there is none.
    select x.* into l from access.agency_officer x
     where x.agency_id = a.agency_id and x.officer_id = named_id and x.ended_at is null for share;
    if l.link_id is null then refused := 'not_linked'; return; end if;
    select po.posting_id, po.officer_id, po.role, po.unit_id, u.province_iso, u.division_en, u.district_id, u.station_id into p
      from access.posting po join access.officer o on o.officer_id = po.officer_id join reference.unit u on u.unit_id = po.unit_id
     where po.officer_id = l.officer_id and po.role = 'investigator' and u.kind = 'investigation_unit' and u.province_iso = a.province_iso
       and po.from_on <= today and (po.to_on is null or po.to_on > today)
       and o.suspended_at is null and o.vetted_until > today and o.trained_until > today
     order by po.from_on desc, po.posting_id limit 1;
    if p.posting_id is null then refused := 'may_not_act'; return; end if;
    insert into access.session (token_hash, session_id, officer_id, posting_id, method, role, unit_id, province_iso, division_en, district_id, station_id, expires_at, step_up_at, language, agency_id)
    values (open_agency_session.token_hash, new_session_id, p.officer_id, p.posting_id, 'agency', p.role, p.unit_id, p.province_iso, p.division_en, p.district_id, p.station_id,
      now() + interval '1 minute', l.lent_at, 'en', a.agency_id);
    officer_id := p.officer_id; posting_id := p.posting_id; session_id := new_session_id;
  end $function$
;
grant execute on function sec.open_agency_session(token_hash bytea, new_session_id uuid, client_id text, badge text, OUT agency_id uuid, OUT named_id uuid, OUT officer_id uuid, OUT posting_id uuid, OUT session_id uuid, OUT refused text) to amanat_gate;
comment on function sec.open_agency_session(token_hash bytea, new_session_id uuid, client_id text, badge text, OUT agency_id uuid, OUT named_id uuid, OUT officer_id uuid, OUT posting_id uuid, OUT session_id uuid, OUT refused text) is 'Opens a session of one minute for an investigator in whose name an agency''s system acts: the agency is live, he consented, and he holds a live posting in an investigation unit of its province, vetted and trained. It is fresh only by what he lent. Ends none of his own. Otherwise says what refused; named_id is the officer of that service number, for the log alone.';

CREATE OR REPLACE FUNCTION sec.open_emergency(emergency uuid, kind text, number_index bytea, record_number text, danger text, reference_kind text, reference_station_id text, reference_number integer, reference_on date, words_enc bytea, wrapped_key bytea, kek_id text, fields text[], basis text, print_number text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
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
  end $function$
;
grant execute on function sec.open_emergency(emergency uuid, kind text, number_index bytea, record_number text, danger text, reference_kind text, reference_station_id text, reference_number integer, reference_on date, words_enc bytea, wrapped_key bytea, kek_id text, fields text[], basis text, print_number text) to amanat_app;
comment on function sec.open_emergency(emergency uuid, kind text, number_index bytea, record_number text, danger text, reference_kind text, reference_station_id text, reference_number integer, reference_on date, words_enc bytea, wrapped_key bytea, kek_id text, fields text[], basis text, print_number text) is 'Opens one person by an exact number in danger to life: counts the act, keeps the use, and discloses. Says record, no_record, out_of_quota, or refused: no such session, no fresh passkey, not his place, or a use found not justified that nobody followed up.';

CREATE OR REPLACE FUNCTION sec.open_session(token_hash bytea, new_session_id uuid, posting uuid, method text, language text, is_fresh boolean)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare p record; ends timestamptz; scope record;
  begin
    select po.posting_id, po.officer_id, po.role, po.unit_id, u.province_iso, u.division_en, u.district_id, u.station_id,
           least(now() + interval '12 hours',
                 (po.to_on::timestamp at time zone 'Asia/Karachi'),
                 (o.vetted_until::timestamp at time zone 'Asia/Karachi'),
                 (o.trained_until::timestamp at time zone 'Asia/Karachi')) as ends
      into p
      from access.posting po join access.officer o using (officer_id) join reference.unit u using (unit_id)
     where po.posting_id = posting
       and o.suspended_at is null and o.vetted_until is not null and o.trained_until is not null
       and po.from_on <= (now() at time zone 'Asia/Karachi')::date;
    if p.posting_id is null or p.ends <= now() then return null; end if;
    select * into scope from sec.scope_of(p.role, p.district_id, p.station_id);
    if open_session.method <> 'job' then
      update access.session s set ended_at = now() where s.officer_id = p.officer_id and s.ended_at is null and s.method not in ('job', 'agency');
    end if;
    insert into access.session (token_hash, session_id, officer_id, posting_id, method, role, unit_id, province_iso, division_en, district_id, station_id, people_key, entry_key, audience, expires_at, step_up_at, language)
    values (open_session.token_hash, new_session_id, p.officer_id, p.posting_id, open_session.method, p.role, p.unit_id, p.province_iso, p.division_en, p.district_id, p.station_id, scope.people_key, scope.entry_key, scope.audience, p.ends, case when is_fresh then now() end, open_session.language);
    return new_session_id;
  end $function$
;
grant execute on function sec.open_session(token_hash bytea, new_session_id uuid, posting uuid, method text, language text, is_fresh boolean) to amanat_gate;
comment on function sec.open_session(token_hash bytea, new_session_id uuid, posting uuid, method text, language text, is_fresh boolean) is 'Opens a session for a live posting of a vetted, trained, unsuspended officer and ends his others, but not a call that an agency''s system has open for him; null when there is none such.';

CREATE OR REPLACE FUNCTION sec.people_key()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$ declare found text; hash bytea := sec.token_hash(); begin
    select s.people_key into found from access.live_session s where s.token_hash = hash; return found; end $function$
;
grant execute on function sec.people_key() to amanat_app;
grant execute on function sec.people_key() to amanat_gate;
grant execute on function sec.people_key() to amanat_sequencer;
comment on function sec.people_key() is 'Which people this transaction may see: nation, d:<district>, s:<station>, or null for none.';

CREATE OR REPLACE FUNCTION sec.quota_most(level text, subject text, act text, role text)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare most integer; raised integer; today date := sec.quota_today();
  begin
    if quota_most.level = 'officer' then
      select l.per_day into most from register.quota_limit l where l.act = quota_most.act and l.role = quota_most.role;
      if most is null then return 0; end if;
    else
      select l.per_day into most from register.quota_pool_limit l where l.level = quota_most.level and l.act = quota_most.act;
      if most is null then return 2147483647; end if;
    end if;
    select max(r.per_day) into raised from register.quota_raise r
     where r.level = quota_most.level and r.subject = quota_most.subject and r.act = quota_most.act and r.from_on <= today and r.to_on > today;
    return greatest(most, raised);
  end $function$
;
comment on function sec.quota_most(level text, subject text, act text, role text) is 'Acts a day at a level: the limit, or a higher one that two people raised; 0 for a role without one; no end for a pool without one.';

CREATE OR REPLACE FUNCTION sec.quota_refused(act text, OUT level text, OUT most integer, OUT until_at timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
  declare hash bytea := sec.token_hash(); s access.session; today date := sec.quota_today(); own integer; pool integer;
  begin
    select x.* into s from access.session x join access.live_session l on l.token_hash = x.token_hash where x.token_hash = hash;
    if s.session_id is null then return; end if;
    until_at := (today + 1)::timestamp at time zone 'Asia/Karachi';
    most := sec.quota_most('officer', s.officer_id::text, act, s.role);
    select greatest(u.used_count, u.leased_count) into own from register.quota_use u
     where u.officer_id = s.officer_id and u.act = quota_refused.act and u.used_on = today;
    level := 'officer';
    if coalesce(own, 0) >= most then return; end if;
    most := sec.quota_most('unit', s.unit_id, act, null);
    select p.taken_count into pool from register.quota_pool p
     where p.level = 'unit' and p.subject = s.unit_id and p.act = quota_refused.act and p.used_on = today;
    level := 'unit';
    if coalesce(pool, 0) >= most then return; end if;
    most := sec.quota_most('nation', '', act, null);
    level := 'nation';
  end $function$
;
grant execute on function sec.quota_refused(act text, OUT level text, OUT most integer, OUT until_at timestamp with time zone) to amanat_app;
comment on function sec.quota_refused(act text, OUT level text, OUT most integer, OUT until_at timestamp with time zone) is 'Which limit stood in the way of the officer of this transaction, how many acts a day it allows, and until when it is used up; nulls without a session.';

CREATE OR REPLACE FUNCTION sec.quota_today()
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN ((now() AT TIME ZONE 'Asia/Karachi'::text))::date
;
comment on function sec.quota_today() is 'The Pakistan day in which acts are counted.';

CREATE OR REPLACE FUNCTION sec.read_emergency(emergency uuid)
 RETURNS TABLE(person_id uuid, record_number text, district_id text, wrapped_key bytea, kek_id text, card_enc bytea, offences text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
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
         and p.closed_at is null
         and not exists (select from register.emergency_review r where r.emergency_id = e.emergency_id and r.finding = 'not_justified');
  end $function$
;
grant execute on function sec.read_emergency(emergency uuid) to amanat_app;
comment on function sec.read_emergency(emergency uuid) is 'The least of the person of a use of the emergency access, for who used it, in the posting in which he did, for half an hour: card, number, district, and the sections that put him on the register. No row otherwise, nor once it was found not justified.';

CREATE OR REPLACE FUNCTION sec.recall_copies(cause_id uuid, touched text[])
 RETURNS TABLE(recall_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare whose uuid; why text;
  begin
    select c.person_id, 'correction' into whose, why from register.correction c join register.approval_decision d using (approval_id)
     where c.correction_id = recall_copies.cause_id and d.decision = 'approved' and d.decided_by = sec.officer_id();
    if whose is null then
      select e.person_id, e.ground into whose, why from register.exit e
       where e.exit_id = recall_copies.cause_id and e.begun_by = sec.officer_id() and e.reversed_at is null;
    end if;
    return query
      insert into register.recall as r (recall_id, disclosure_id, answer_id, check_id, recipient, given_to, cause, cause_id, opened_at)
      select gen_random_uuid(), d.disclosure_id, d.answer_id, d.check_id, d.recipient, d.given_to, why, recall_copies.cause_id, now()
        from register.disclosure d
       where d.person_id = whose and d.recipient <> 'person' and (why <> 'correction' or d.fields && touched)
      on conflict on constraint recall_disclosure_id_key do nothing
      returning r.recall_id;
  end $function$
;
grant execute on function sec.recall_copies(cause_id uuid, touched text[]) to amanat_app;
comment on function sec.recall_copies(cause_id uuid, touched text[]) is 'Calls back every copy of what was disclosed of a person, for a correction approved or an exit begun by the officer of this transaction; of a correction, only copies that hold one of the touched fields. Returns the recalls it opened; a copy is called back once.';

CREATE OR REPLACE FUNCTION sec.refresh_session(token_hash bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
    update access.session s set locked_at = null, last_seen_at = now(), step_up_at = now()
     where s.token_hash = refresh_session.token_hash and s.ended_at is null and s.expires_at > now();
    return found; end $function$
;
grant execute on function sec.refresh_session(token_hash bytea) to amanat_gate;
comment on function sec.refresh_session(token_hash bytea) is 'After a fresh passkey: unlocks, and counts as step-up for 5 minutes.';

CREATE OR REPLACE FUNCTION sec.revoke_passkeys(officer uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ declare n integer; begin
    if not sec.has_role(array['administrator']) then return 0; end if;
    update access.passkey k set revoked_at = now() where k.officer_id = officer and k.revoked_at is null;
    get diagnostics n = row_count;
    update access.session s set ended_at = now() where s.officer_id = officer and s.ended_at is null;
    return n; end $function$
;
grant execute on function sec.revoke_passkeys(officer uuid) to amanat_app;
comment on function sec.revoke_passkeys(officer uuid) is 'An administrator''s approved act on a lost passkey: revokes all of the officer''s and signs him out. Returns how many.';

CREATE OR REPLACE FUNCTION sec.scope_of(role text, district_id text, station_id text, OUT people_key text, OUT entry_key text, OUT audience text)
 RETURNS record
 LANGUAGE sql
 IMMUTABLE
AS $function$
    select
      case
        when role in ('bureau_officer', 'bureau_supervisor', 'legal_officer', 'night_work') then 'nation'
        when role in ('prosecutor', 'deputy_prosecutor', 'district_police_officer') then 'd:' || district_id
        when role in ('station_officer', 'station_head') then 's:' || station_id
      end,
      case
        when role in ('bureau_officer', 'bureau_supervisor', 'legal_officer') then 'nation'
        when role in ('prosecutor', 'deputy_prosecutor') then 'd:' || district_id
      end,
      case
        when role in ('bureau_officer', 'bureau_supervisor', 'legal_officer') then 'bureau'
        when role = 'administrator' then 'administration'
      end
  $function$
;
comment on function sec.scope_of(role text, district_id text, station_id text, OUT people_key text, OUT entry_key text, OUT audience text) is 'What a role at a place may see: keys that row-level security compares. Roles without a line see nobody (LAW 3).';

CREATE OR REPLACE FUNCTION sec.session_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$ declare found uuid; begin
    select s.session_id into found from access.open_session s; return found; end $function$
;
grant execute on function sec.session_id() to amanat_app;
grant execute on function sec.session_id() to amanat_gate;
grant execute on function sec.session_id() to amanat_sequencer;
comment on function sec.session_id() is 'The session of this transaction; null when there is no open session.';

CREATE OR REPLACE FUNCTION sec.set_language(language text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ update access.session s set language = set_language.language where s.token_hash = sec.token_hash() and s.ended_at is null $function$
;
grant execute on function sec.set_language(language text) to amanat_app;
comment on function sec.set_language(language text) is 'Keeps the language an officer chose.';

CREATE OR REPLACE FUNCTION sec.sign_in()
 RETURNS SETOF sec.sign_in
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare s access.session; before access.session;
  begin
    select * into s from access.session x where x.session_id = sec.session_id();
    if s.session_id is null then return; end if;
    select * into before from access.session x
     where x.officer_id = s.officer_id and x.method not in ('job', 'agency') and x.session_id <> s.session_id and x.opened_at <= s.opened_at
     order by x.opened_at desc limit 1;
    return next row(before.opened_at, before.unit_id, s.failed_before, s.expires_at)::sec.sign_in;
  end $function$
;
grant execute on function sec.sign_in() to amanat_app;
comment on function sec.sign_in() is 'The sign-in before this one, and failures since: so that an officer sees when another used his name. A call of an agency''s system is no sign-in.';

CREATE OR REPLACE FUNCTION sec.tell_failures(token_hash bytea, failures integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ update access.session s set failed_before = failures where s.token_hash = tell_failures.token_hash $function$
;
grant execute on function sec.tell_failures(token_hash bytea, failures integer) to amanat_gate;
comment on function sec.tell_failures(token_hash bytea, failures integer) is 'Notes with a session just opened how often its officer''s passkeys had failed.';

CREATE OR REPLACE FUNCTION sec.token_hash()
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$ select sha256(convert_to(current_setting('amanat.sid', true), 'UTF8')) $function$
;
grant execute on function sec.token_hash() to amanat_app;
grant execute on function sec.token_hash() to amanat_gate;
grant execute on function sec.token_hash() to amanat_sequencer;
comment on function sec.token_hash() is 'Hash of the token this transaction was begun with; null without one.';

create table access.agency (
  agency_id uuid not null,
  name_en text not null,
  name_ur text not null,
  province_iso text not null,
  client_id text not null,
  from_on date not null,
  to_on date,
  webhook_url text,
  approval_id uuid not null
);
alter table access.agency add constraint agency_check CHECK (((to_on IS NULL) OR (to_on >= from_on)));
alter table access.agency add constraint agency_client_id_check CHECK ((client_id ~ '^[A-Za-z0-9._~-]{3,80}$'::text));
alter table access.agency add constraint agency_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table access.agency add constraint agency_pkey PRIMARY KEY (agency_id);
alter table access.agency add constraint agency_approval_id_key UNIQUE (approval_id);
alter table access.agency add constraint agency_client_id_key UNIQUE (client_id);
-- row security: enabled, forced
create policy changed_with_a_live_approval on access.agency as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role))
  with check ((EXISTS ( SELECT
   FROM (register.approval_decision d
     JOIN register.approval a USING (approval_id))
  WHERE ((d.approval_id = agency.approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id)) AND (a.kind = 'agency'::text) AND (a.subject_id = agency.agency_id)))));
create policy owner on access.agency as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy who_must_know on access.agency as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['administrator'::text, 'auditor'::text, 'night_work'::text, 'investigator'::text]) AS has_role));
create policy with_a_live_approval on access.agency as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM (register.approval_decision d
     JOIN register.approval a USING (approval_id))
  WHERE ((d.approval_id = agency.approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id)) AND (a.kind = 'agency'::text) AND (a.subject_id = agency.agency_id)))));
CREATE TRIGGER agency_changes_by_two BEFORE UPDATE ON access.agency FOR EACH ROW EXECUTE FUNCTION access.each_change_has_its_approval();
CREATE TRIGGER ended_agency_ends_sessions AFTER UPDATE OF to_on ON access.agency FOR EACH ROW WHEN ((new.to_on IS DISTINCT FROM old.to_on)) EXECUTE FUNCTION sec.end_sessions_of_agency();
grant insert, select on access.agency to amanat_app;
grant update (to_on, webhook_url, approval_id) on access.agency to amanat_app;
comment on table access.agency is 'Systems of police that may ask for their officers, dated; each made and changed by two administrators. SOR-SOP-2024.';
comment on column access.agency.agency_id is 'Opaque id.';
comment on column access.agency.name_en is 'Name in Latin script.';
comment on column access.agency.name_ur is 'Name in Urdu.';
comment on column access.agency.province_iso is 'Province of its investigation units; it acts for nobody posted elsewhere.';
comment on column access.agency.client_id is 'The client that the identity provider names in its access tokens.';
comment on column access.agency.from_on is 'First day.';
comment on column access.agency.to_on is 'First day after the end; null while open.';
comment on column access.agency.webhook_url is 'Where its events are sent; null: nowhere, it reads them.';
comment on column access.agency.approval_id is 'The decision of the second administrator on the row as it stands, without which it cannot be.';

create table access.agency_officer (
  link_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  consented_at timestamp with time zone not null default now(),
  lent_at timestamp with time zone,
  ended_at timestamp with time zone
);
alter table access.agency_officer add constraint agency_officer_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES access.agency(agency_id) ON DELETE RESTRICT;
alter table access.agency_officer add constraint agency_officer_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table access.agency_officer add constraint agency_officer_pkey PRIMARY KEY (link_id);
create INDEX agency_officer_agency ON access.agency_officer USING btree (agency_id);
create INDEX agency_officer_officer ON access.agency_officer USING btree (officer_id);
create UNIQUE INDEX agency_officer_live ON access.agency_officer USING btree (agency_id, officer_id) WHERE (ended_at IS NULL);
-- row security: enabled, forced
create policy himself on access.agency_officer as permissive for insert to amanat_app
  with check (((officer_id = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['investigator'::text]) AS has_role) AND (ended_at IS NULL) AND (lent_at IS NULL)));
create policy himself_or_administrator on access.agency_officer as permissive for update to amanat_app
  using (((ended_at IS NULL) AND ((officer_id = ( SELECT sec.officer_id() AS officer_id)) OR ( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role))))
  with check ((((lent_at IS NULL) OR (lent_at <= now())) AND ((officer_id = ( SELECT sec.officer_id() AS officer_id)) OR (( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role) AND (ended_at IS NOT NULL)))));
create policy never_by_the_system on access.agency_officer as restrictive for update to amanat_app
  using ((( SELECT sec.agency_id() AS agency_id) IS NULL));
create policy never_by_the_system_in on access.agency_officer as restrictive for insert to amanat_app
  with check ((( SELECT sec.agency_id() AS agency_id) IS NULL));
create policy own_or_administration on access.agency_officer as permissive for select to amanat_app
  using (((officer_id = ( SELECT sec.officer_id() AS officer_id)) OR ( SELECT sec.has_role(ARRAY['administrator'::text, 'auditor'::text]) AS has_role)));
create policy owner on access.agency_officer as permissive for all to amanat_owner
  using (true)
  with check (true);
CREATE TRIGGER ended_consent_ends_sessions AFTER UPDATE OF ended_at ON access.agency_officer FOR EACH ROW WHEN (((new.ended_at IS NOT NULL) AND (old.ended_at IS NULL))) EXECUTE FUNCTION sec.end_sessions_of_consent();
grant insert, select on access.agency_officer to amanat_app;
grant update (lent_at, ended_at) on access.agency_officer to amanat_app;
comment on table access.agency_officer is 'Officers who consented, by passkey, that an agency''s system acts for them, dated. SOR-SOP-2024 (the named investigator asks).';
comment on column access.agency_officer.link_id is 'Opaque id.';
comment on column access.agency_officer.agency_id is 'The agency.';
comment on column access.agency_officer.officer_id is 'The officer, who alone can make this row.';
comment on column access.agency_officer.consented_at is 'When he consented, with a passkey used at most five minutes before.';
comment on column access.agency_officer.lent_at is 'When he last let the system open answers: it counts as his passkey for five minutes; null: never.';
comment on column access.agency_officer.ended_at is 'When he or an administrator ended it; null while it holds.';

create table access.agency_secret (
  secret_id uuid not null,
  agency_id uuid not null,
  wrapped_key bytea not null,
  kek_id text not null,
  secret_enc bytea not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  shown_at timestamp with time zone,
  ends_at timestamp with time zone
);
alter table access.agency_secret add constraint agency_secret_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES access.agency(agency_id) ON DELETE RESTRICT;
alter table access.agency_secret add constraint agency_secret_made_by_fkey FOREIGN KEY (made_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table access.agency_secret add constraint agency_secret_pkey PRIMARY KEY (secret_id);
create INDEX agency_secret_agency ON access.agency_secret USING btree (agency_id, made_at);
create INDEX agency_secret_made_by ON access.agency_secret USING btree (made_by);
-- row security: enabled, forced
create policy administration_or_sender on access.agency_secret as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['administrator'::text, 'night_work'::text]) AS has_role));
create policy administrator_ends on access.agency_secret as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role));
create policy administrator_makes on access.agency_secret as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role) AND (made_by = ( SELECT sec.officer_id() AS officer_id))));
create policy owner on access.agency_secret as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on access.agency_secret to amanat_app;
grant update (shown_at, ends_at) on access.agency_secret to amanat_app;
comment on table access.agency_secret is 'Secrets by which an agency knows that a message is the register''s. A new one leaves the one before valid for a day. DESIGN 5.';
comment on column access.agency_secret.secret_id is 'Opaque id.';
comment on column access.agency_secret.agency_id is 'The agency.';
comment on column access.agency_secret.wrapped_key is 'The row''s key.';
comment on column access.agency_secret.kek_id is 'Which key-encryption key wraps it.';
comment on column access.agency_secret.secret_enc is 'The secret, encrypted.';
comment on column access.agency_secret.made_by is 'Administrator to whom it was shown, once.';
comment on column access.agency_secret.made_at is 'Made.';
comment on column access.agency_secret.shown_at is 'When it was shown to its maker; null: not yet.';
comment on column access.agency_secret.ends_at is 'From when on nothing is signed with it; null while it is the newest.';

create table access.challenge (
  challenge_id uuid not null,
  kind text not null,
  officer_id uuid,
  challenge text not null,
  detail jsonb not null default '{}'::jsonb,
  expires_at timestamp with time zone not null
);
alter table access.challenge add constraint challenge_kind_check CHECK ((kind = ANY (ARRAY['enrol'::text, 'sign_in'::text, 'fresh'::text, 'oidc'::text, 'posting'::text])));
alter table access.challenge add constraint challenge_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE CASCADE;
alter table access.challenge add constraint challenge_pkey PRIMARY KEY (challenge_id);
create INDEX challenge_officer ON access.challenge USING btree (officer_id);
-- row security: enabled, forced
create policy gate on access.challenge as permissive for all to amanat_gate
  using (true)
  with check (true);
create policy owner on access.challenge as permissive for all to amanat_owner
  using (true)
  with check (true);
grant delete, insert, select on access.challenge to amanat_gate;
comment on table access.challenge is 'Open WebAuthn and OIDC challenges; each is taken once and lives 5 minutes.';
comment on column access.challenge.challenge_id is 'Opaque id in the browser''s cookie.';
comment on column access.challenge.kind is 'What it is for.';
comment on column access.challenge.officer_id is 'Whose, where known.';
comment on column access.challenge.challenge is 'Random bytes, base64url; for a posting to choose: SHA-256 of the proof in the cookie.';
comment on column access.challenge.detail is 'OIDC nonce and verifier, the enrolment''s hash, the method of a posting to choose; else empty.';
comment on column access.challenge.expires_at is 'Useless from this instant.';

create table access.enrolment (
  link_hash bytea not null,
  officer_id uuid not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
alter table access.enrolment add constraint enrolment_link_hash_check CHECK ((octet_length(link_hash) = 32));
alter table access.enrolment add constraint enrolment_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table access.enrolment add constraint enrolment_pkey PRIMARY KEY (link_hash);
create INDEX enrolment_officer ON access.enrolment USING btree (officer_id);
-- row security: enabled, forced
create policy administrator_makes on access.enrolment as permissive for insert to amanat_app
  with check (( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role));
create policy gate on access.enrolment as permissive for all to amanat_gate
  using (true)
  with check (true);
create policy owner on access.enrolment as permissive for all to amanat_owner
  using (true)
  with check (true);
CREATE TRIGGER service_has_no_enrolment BEFORE INSERT ON access.enrolment FOR EACH ROW EXECUTE FUNCTION access.keep_service_apart();
grant insert on access.enrolment to amanat_app;
grant insert, select, update on access.enrolment to amanat_gate;
comment on table access.enrolment is 'Single-use links with which an officer enrols a passkey; only the hash is kept.';
comment on column access.enrolment.link_hash is 'SHA-256 of the link''s token.';
comment on column access.enrolment.officer_id is 'Who enrols.';
comment on column access.enrolment.made_at is 'Made.';
comment on column access.enrolment.expires_at is 'Useless from this instant.';
comment on column access.enrolment.used_at is 'Used; null while unused.';

create table access.officer (
  officer_id uuid not null,
  badge text not null,
  name_en text not null,
  name_ur text not null,
  vetted_until date,
  trained_until date,
  suspended_at timestamp with time zone,
  added_at timestamp with time zone not null default now(),
  is_service boolean not null default false
);
alter table access.officer add constraint officer_pkey PRIMARY KEY (officer_id);
alter table access.officer add constraint officer_badge_key UNIQUE (badge);
-- row security: enabled, forced
create policy administrator_adds on access.officer as permissive for insert to amanat_app
  with check (( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role));
create policy administrator_changes on access.officer as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role));
create policy gate_reads on access.officer as permissive for select to amanat_gate
  using (true);
create policy owner on access.officer as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy signed_in_reads on access.officer as permissive for select to amanat_app
  using ((( SELECT sec.officer_id() AS officer_id) IS NOT NULL));
CREATE TRIGGER suspension_ends_sessions AFTER UPDATE OF suspended_at, vetted_until, trained_until ON access.officer FOR EACH ROW WHEN (((new.suspended_at IS DISTINCT FROM old.suspended_at) OR (new.vetted_until IS DISTINCT FROM old.vetted_until) OR (new.trained_until IS DISTINCT FROM old.trained_until))) EXECUTE FUNCTION sec.end_sessions_of_suspended();
grant insert, select on access.officer to amanat_app;
grant update (vetted_until, trained_until, suspended_at) on access.officer to amanat_app;
grant select on access.officer to amanat_gate;
comment on table access.officer is 'People who may sign in. Staff data, kept for accountability (ARITA-2021 s.24; who looked must have a name).';
comment on column access.officer.officer_id is 'Opaque id.';
comment on column access.officer.badge is 'Service number, unique in the country.';
comment on column access.officer.name_en is 'Name in Latin script.';
comment on column access.officer.name_ur is 'Name in Urdu.';
comment on column access.officer.vetted_until is 'First day the vetting no longer holds; null: never vetted.';
comment on column access.officer.trained_until is 'First day the training no longer holds; null: never trained.';
comment on column access.officer.suspended_at is 'Instant of suspension; null when not suspended.';
comment on column access.officer.added_at is 'Instant the row was made.';
comment on column access.officer.is_service is 'True for the register''s night work: no person, never signed in, decides nothing.';

create table access.passkey (
  credential_id text not null,
  officer_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  added_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  failed_count integer not null default 0,
  waits_until timestamp with time zone
);
alter table access.passkey add constraint passkey_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table access.passkey add constraint passkey_pkey PRIMARY KEY (credential_id);
create INDEX passkey_officer ON access.passkey USING btree (officer_id);
-- row security: enabled, forced
create policy gate on access.passkey as permissive for all to amanat_gate
  using (true)
  with check (true);
create policy owner on access.passkey as permissive for all to amanat_owner
  using (true)
  with check (true);
CREATE TRIGGER service_has_no_passkey BEFORE INSERT ON access.passkey FOR EACH ROW EXECUTE FUNCTION access.keep_service_apart();
grant insert, select, update on access.passkey to amanat_gate;
comment on table access.passkey is 'Passkeys (WebAuthn public keys) of officers. A credential, not an officer, waits after 5 failures. DESIGN 5.';
comment on column access.passkey.credential_id is 'Credential id, base64url.';
comment on column access.passkey.officer_id is 'Owner.';
comment on column access.passkey.public_key is 'COSE public key.';
comment on column access.passkey.counter is 'Signature counter last seen.';
comment on column access.passkey.transports is 'Hints for the browser.';
comment on column access.passkey.label is 'What the owner calls it.';
comment on column access.passkey.added_at is 'Enrolled.';
comment on column access.passkey.last_used_at is 'Last sign-in with it.';
comment on column access.passkey.revoked_at is 'Lost or replaced; null while good.';
comment on column access.passkey.failed_count is 'Failures in a row.';
comment on column access.passkey.waits_until is 'No attempt before this instant.';

create table access.posting (
  posting_id uuid not null,
  officer_id uuid not null,
  unit_id text not null,
  role text not null,
  from_on date not null,
  to_on date
);
alter table access.posting add constraint posting_check CHECK (((to_on IS NULL) OR (to_on >= from_on)));
alter table access.posting add constraint posting_role_check CHECK ((role = ANY (ARRAY['prosecutor'::text, 'deputy_prosecutor'::text, 'bureau_officer'::text, 'bureau_supervisor'::text, 'legal_officer'::text, 'investigator'::text, 'station_officer'::text, 'station_head'::text, 'district_police_officer'::text, 'committee_analyst'::text, 'administrator'::text, 'auditor'::text, 'night_work'::text])));
alter table access.posting add constraint posting_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table access.posting add constraint posting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reference.unit(unit_id) ON DELETE RESTRICT;
alter table access.posting add constraint posting_pkey PRIMARY KEY (posting_id);
create INDEX posting_officer ON access.posting USING btree (officer_id);
create INDEX posting_unit ON access.posting USING btree (unit_id);
-- row security: enabled, forced
create policy administrator_adds on access.posting as permissive for insert to amanat_app
  with check (( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role));
create policy administrator_ends on access.posting as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role));
create policy gate_reads on access.posting as permissive for select to amanat_gate
  using (true);
create policy owner on access.posting as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy signed_in_reads on access.posting as permissive for select to amanat_app
  using ((( SELECT sec.officer_id() AS officer_id) IS NOT NULL));
CREATE TRIGGER posting_change_ends_sessions AFTER UPDATE ON access.posting FOR EACH ROW EXECUTE FUNCTION sec.end_sessions_of_posting();
CREATE TRIGGER service_role_is_its_own BEFORE INSERT ON access.posting FOR EACH ROW EXECUTE FUNCTION access.keep_service_apart();
grant insert, select on access.posting to amanat_app;
grant update (to_on) on access.posting to amanat_app;
grant select on access.posting to amanat_gate;
comment on table access.posting is 'Which office and role an officer holds, from when to when; outside it he can do nothing.';
comment on column access.posting.posting_id is 'Opaque id.';
comment on column access.posting.officer_id is 'The officer.';
comment on column access.posting.unit_id is 'The office.';
comment on column access.posting.role is 'The role, of a closed list.';
comment on column access.posting.from_on is 'First day.';
comment on column access.posting.to_on is 'First day after; null while open.';

create table access.session (
  token_hash bytea not null,
  session_id uuid not null,
  officer_id uuid not null,
  posting_id uuid not null,
  method text not null,
  role text not null,
  unit_id text not null,
  province_iso text,
  division_en text,
  district_id text,
  station_id text,
  people_key text,
  entry_key text,
  audience text,
  opened_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  step_up_at timestamp with time zone,
  locked_at timestamp with time zone,
  ended_at timestamp with time zone,
  language text not null default 'ur'::text,
  failed_before integer not null default 0,
  agency_id uuid
);
alter table access.session add constraint session_failed_before_check CHECK ((failed_before >= 0));
alter table access.session add constraint session_language_check CHECK ((language = ANY (ARRAY['en'::text, 'ur'::text])));
alter table access.session add constraint session_method_check CHECK ((method = ANY (ARRAY['passkey'::text, 'oidc'::text, 'demo'::text, 'job'::text, 'agency'::text])));
alter table access.session add constraint session_of_an_agency CHECK (((method = 'agency'::text) = (agency_id IS NOT NULL)));
alter table access.session add constraint session_token_hash_check CHECK ((octet_length(token_hash) = 32));
alter table access.session add constraint session_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES access.agency(agency_id) ON DELETE RESTRICT;
alter table access.session add constraint session_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table access.session add constraint session_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES access.posting(posting_id) ON DELETE RESTRICT;
alter table access.session add constraint session_pkey PRIMARY KEY (token_hash);
alter table access.session add constraint session_session_id_key UNIQUE (session_id);
create INDEX session_agency ON access.session USING btree (agency_id) WHERE (agency_id IS NOT NULL);
create INDEX session_of_officer ON access.session USING btree (officer_id, opened_at);
create INDEX session_officer ON access.session USING btree (officer_id) WHERE (ended_at IS NULL);
create INDEX session_passing ON access.session USING btree (opened_at) WHERE (method = ANY (ARRAY['agency'::text, 'job'::text]));
create INDEX session_posting ON access.session USING btree (posting_id);
-- row security: enabled, forced
create policy owner on access.session as permissive for all to amanat_owner
  using (true)
  with check (true);
CREATE TRIGGER service_is_a_job BEFORE INSERT ON access.session FOR EACH ROW EXECUTE FUNCTION access.keep_service_apart();
comment on table access.session is 'Signed-in officers. Only the hash of the 256-bit token is kept; the application cannot read this table. DESIGN 5.';
comment on column access.session.token_hash is 'SHA-256 of the token in the cookie.';
comment on column access.session.session_id is 'Opaque id, named in audit events.';
comment on column access.session.officer_id is 'The officer.';
comment on column access.session.posting_id is 'The posting in which he acts.';
comment on column access.session.method is 'How he signed in; job: work done later in the name of who asked for it.';
comment on column access.session.role is 'Role of the posting, as of sign-in.';
comment on column access.session.unit_id is 'Office of the posting.';
comment on column access.session.province_iso is 'Place of the office: province.';
comment on column access.session.division_en is 'Place of the office: division.';
comment on column access.session.district_id is 'Place of the office: district.';
comment on column access.session.station_id is 'Place of the office: station.';
comment on column access.session.people_key is 'Which people rows show: nation, d:<district>, s:<station>; null: none.';
comment on column access.session.entry_key is 'Which drafts and returns show: nation or d:<district>; null: none.';
comment on column access.session.audience is 'Which approvals show: bureau or administration; null: only his own.';
comment on column access.session.opened_at is 'Sign-in.';
comment on column access.session.last_seen_at is 'Last act, to the half minute; 15 idle minutes lock.';
comment on column access.session.expires_at is 'End: 12 hours, or the end of posting, vetting or training if sooner.';
comment on column access.session.step_up_at is 'Last fresh passkey; sensitive acts need it at most 5 minutes old.';
comment on column access.session.locked_at is 'Instant of lock; null while unlocked.';
comment on column access.session.ended_at is 'Log-out, replacement or suspension; null while open.';
comment on column access.session.language is 'Language of the screens.';
comment on column access.session.failed_before is 'Failed attempts with the officer''s passkeys since the sign-in before; told to him at this one.';
comment on column access.session.agency_id is 'The agency whose system acts in it for the officer; null for all others.';

create table audit.checkpoint (
  tree_size bigint not null,
  root_hash bytea not null,
  note text not null,
  settled_to bigint not null,
  signed_at timestamp with time zone not null default clock_timestamp()
);
alter table audit.checkpoint add constraint checkpoint_root_hash_check CHECK ((octet_length(root_hash) = 32));
alter table audit.checkpoint add constraint checkpoint_settled_to_check CHECK ((settled_to >= 0));
alter table audit.checkpoint add constraint checkpoint_tree_size_check CHECK ((tree_size > 0));
alter table audit.checkpoint add constraint checkpoint_pkey PRIMARY KEY (tree_size);
-- row security: enabled, forced
create policy auditor_reads on audit.checkpoint as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['auditor'::text]) AS has_role));
create policy owner_reads on audit.checkpoint as permissive for select to amanat_owner
  using (true);
create policy sequencer_reads on audit.checkpoint as permissive for select to amanat_sequencer
  using (true);
create policy sequencer_writes on audit.checkpoint as permissive for insert to amanat_sequencer
  with check (true);
grant select on audit.checkpoint to amanat_app;
grant insert, select on audit.checkpoint to amanat_sequencer;
comment on table audit.checkpoint is 'Signed heads of the log (C2SP tlog-checkpoint), one for each batch; what witnesses keep and compare.';
comment on column audit.checkpoint.tree_size is 'Leaves in the tree.';
comment on column audit.checkpoint.root_hash is 'Root of the tree.';
comment on column audit.checkpoint.note is 'The signed note, as published.';
comment on column audit.checkpoint.settled_to is 'Every event up to this number is in a leaf or was never committed; the sequencer resumes here.';
comment on column audit.checkpoint.signed_at is 'Instant of signing by the database clock; not part of the note.';

create table audit.event (
  event_id uuid not null,
  event_no bigint not null generated always as identity,
  occurred_at timestamp with time zone not null default clock_timestamp(),
  officer_id uuid,
  session_id uuid,
  posting_id uuid,
  role character varying(100),
  action character varying(200) not null,
  outcome audit.outcome not null,
  subject_kind character varying(100),
  subject_id uuid,
  second_id uuid,
  purpose character varying(200),
  request_id uuid,
  policy character varying(200),
  row_before audit.hash,
  row_after audit.hash,
  place_district character varying(100),
  body bytea,
  body_salt audit.salt not null,
  body_commitment audit.hash not null
);
alter table audit.event add constraint event_pkey PRIMARY KEY (event_id);
alter table audit.event add constraint event_event_no_key UNIQUE (event_no);
create INDEX event_officer ON audit.event USING btree (officer_id, event_no);
create INDEX event_subject ON audit.event USING btree (subject_kind, subject_id, event_no);
-- row security: enabled, forced
create policy about_a_visible_person on audit.event as permissive for select to amanat_app
  using ((((subject_kind)::text = 'person'::text) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = event.subject_id)))));
create policy auditor_reads on audit.event as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['auditor'::text]) AS has_role));
create policy bearer_writes on audit.event as permissive for insert to amanat_app
  with check (
CASE
    WHEN (officer_id IS NULL) THEN ((session_id IS NULL) AND (posting_id IS NULL) AND (role IS NULL))
    WHEN ((outcome)::text = 'done'::text) THEN sec.is_acting(officer_id, session_id)
    ELSE sec.is_bearer(officer_id, session_id)
END);
create policy first_administrators on audit.event as permissive for insert to amanat_owner
  with check ((((action)::text = 'officer.bootstrapped'::text) AND (officer_id IS NULL)));
create policy gate_writes on audit.event as permissive for insert to amanat_gate
  with check (true);
create policy own_acts on audit.event as permissive for select to amanat_app
  using ((officer_id = ( SELECT sec.officer_id() AS officer_id)));
create policy owner_reads on audit.event as permissive for select to amanat_owner
  using (true);
create policy sequencer_reads on audit.event as permissive for select to amanat_sequencer
  using (true);
grant select on audit.event to amanat_app;
grant insert (event_id, officer_id, session_id, posting_id, role, action, outcome, subject_kind, subject_id, second_id, purpose, request_id, policy, row_before, row_after, place_district, body_commitment) on audit.event to amanat_app;
grant insert (body, body_salt) on audit.event to amanat_app;
grant insert (event_id, officer_id, session_id, posting_id, role, action, outcome, subject_kind, subject_id, second_id, purpose, request_id, policy, row_before, row_after, place_district, body_commitment) on audit.event to amanat_gate;
grant insert (body, body_salt) on audit.event to amanat_gate;
grant select (event_id, officer_id, session_id, posting_id, role, action, outcome, subject_kind, subject_id, second_id, purpose, request_id, policy, row_before, row_after, place_district, body_commitment) on audit.event to amanat_sequencer;
grant select (event_no, occurred_at) on audit.event to amanat_sequencer;
comment on table audit.event is 'One row for every read, write and refusal, in the transaction of its effect. No foreign keys: an event outlives what it is about.';
comment on column audit.event.event_id is 'Opaque id, chosen by the program.';
comment on column audit.event.event_no is 'Order of drawing; a number is missing where a transaction was undone.';
comment on column audit.event.occurred_at is 'Instant of the event by the database clock.';
comment on column audit.event.officer_id is 'Who acted; null when nobody was signed in.';
comment on column audit.event.session_id is 'In which session.';
comment on column audit.event.posting_id is 'In which posting.';
comment on column audit.event.role is 'Role of the posting at that time.';
comment on column audit.event.action is 'Code of the act, e.g. person.seen.';
comment on column audit.event.outcome is 'done, refused by a policy or rule, or failed by a fault.';
comment on column audit.event.subject_kind is 'Noun the act is about, e.g. person.';
comment on column audit.event.subject_id is 'Opaque id of that record.';
comment on column audit.event.second_id is 'Opaque id of a second record, e.g. the other person of a merge.';
comment on column audit.event.purpose is 'Why it was asked, as a code.';
comment on column audit.event.request_id is 'Request that caused it; shown to the officer when something fails.';
comment on column audit.event.policy is 'Id of the policy that decided.';
comment on column audit.event.row_before is 'SHA-256 of the row before a write; null for reads and new rows.';
comment on column audit.event.row_after is 'SHA-256 of the row after a write; null for reads.';
comment on column audit.event.place_district is 'District of the record, for statistics of access.';
comment on column audit.event.body is 'Further detail, AES-256-GCM; erased by destroying its key, never by removing the bytes. Null when there is none.';
comment on column audit.event.body_salt is 'Random bytes of the commitment; never in the log.';
comment on column audit.event.body_commitment is 'SHA-256 of salt and encrypted body (of the salt alone when there is no body).';

create table audit.leaf (
  leaf_index bigint not null,
  event_no bigint not null,
  leaf_hash bytea not null
);
alter table audit.leaf add constraint leaf_leaf_hash_check CHECK ((octet_length(leaf_hash) = 32));
alter table audit.leaf add constraint leaf_leaf_index_check CHECK ((leaf_index >= 0));
alter table audit.leaf add constraint leaf_pkey PRIMARY KEY (leaf_index);
alter table audit.leaf add constraint leaf_event_no_key UNIQUE (event_no);
-- row security: enabled, forced
create policy auditor_reads on audit.leaf as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['auditor'::text]) AS has_role));
create policy owner_reads on audit.leaf as permissive for select to amanat_owner
  using (true);
create policy sequencer_reads on audit.leaf as permissive for select to amanat_sequencer
  using (true);
create policy sequencer_writes on audit.leaf as permissive for insert to amanat_sequencer
  with check (true);
grant select on audit.leaf to amanat_app;
grant insert, select on audit.leaf to amanat_sequencer;
comment on table audit.leaf is 'Which event stands at which place of the tree. Each event stands there once. No foreign key: its check would lock, and so rewrite, every event.';
comment on column audit.leaf.leaf_index is 'Place in the tree, from 0 without gaps.';
comment on column audit.leaf.event_no is 'The event; not always in order of numbers, because transactions end in another order than they begin.';
comment on column audit.leaf.leaf_hash is 'SHA-256 of 0x00 and the event''s canonical line (RFC 6962, decision 0012).';

create table audit.tile (
  level integer not null,
  tile_index bigint not null,
  hashes bytea not null,
  root_hash bytea not null
);
alter table audit.tile add constraint tile_hashes_check CHECK ((octet_length(hashes) = 8192));
alter table audit.tile add constraint tile_level_check CHECK (((level >= 0) AND (level <= 63)));
alter table audit.tile add constraint tile_root_hash_check CHECK ((octet_length(root_hash) = 32));
alter table audit.tile add constraint tile_tile_index_check CHECK ((tile_index >= 0));
alter table audit.tile add constraint tile_pkey PRIMARY KEY (level, tile_index);
-- row security: enabled, forced
create policy auditor_reads on audit.tile as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['auditor'::text]) AS has_role));
create policy owner_reads on audit.tile as permissive for select to amanat_owner
  using (true);
create policy sequencer_reads on audit.tile as permissive for select to amanat_sequencer
  using (true);
create policy sequencer_writes on audit.tile as permissive for insert to amanat_sequencer
  with check (true);
grant select on audit.tile to amanat_app;
grant insert, select on audit.tile to amanat_sequencer;
comment on table audit.tile is 'Full tiles of the tree (C2SP tlog-tiles). Partial tiles are not kept: level 0 is the newest leaves, level n the root_hash of tiles of level n - 1.';
comment on column audit.tile.level is 'Level: a hash covers 256 to the power of level leaves.';
comment on column audit.tile.tile_index is 'Place in the level, from 0.';
comment on column audit.tile.hashes is '256 hashes of 32 bytes, side by side.';
comment on column audit.tile.root_hash is 'Hash of the tile as a tree; stands in the level above.';

create table reference.district (
  district_id text not null,
  name_en text not null,
  name_ur text not null,
  division_en text,
  division_ur text,
  province_iso text not null,
  province_en text not null,
  province_ur text not null,
  pop_2023 integer,
  status text not null,
  parent text,
  tile_x integer,
  tile_y integer,
  valid_from date,
  valid_to date
);
alter table reference.district add constraint district_status_check CHECK ((status = ANY (ARRAY['current'::text, 'announced'::text, 'abolished'::text, 'split'::text])));
alter table reference.district add constraint district_pkey PRIMARY KEY (district_id);
-- row security: enabled, forced
create policy everyone on reference.district as permissive for select to amanat_app, amanat_gate
  using (true);
create policy owner on reference.district as permissive for all to amanat_owner
  using (true)
  with check (true);
grant select on reference.district to amanat_app;
grant select on reference.district to amanat_gate;
comment on table reference.district is 'Districts of Pakistan, dated. Source: database/reference/README.md. Legal basis: ARITA-2021 s.24 (where the register is kept and asked).';
comment on column reference.district.district_id is 'Stable code, e.g. pb_multan.';
comment on column reference.district.name_en is 'English name.';
comment on column reference.district.name_ur is 'Urdu name.';
comment on column reference.district.division_en is 'Division, English; null where none.';
comment on column reference.district.division_ur is 'Division, Urdu.';
comment on column reference.district.province_iso is 'ISO 3166-2 code of the province or territory.';
comment on column reference.district.province_en is 'Province, English.';
comment on column reference.district.province_ur is 'Province, Urdu.';
comment on column reference.district.pop_2023 is 'People, census 2023; null where not counted apart.';
comment on column reference.district.status is 'current, announced, abolished or split.';
comment on column reference.district.parent is 'District it came from, by name.';
comment on column reference.district.tile_x is 'Column in the one-square-a-district diagram.';
comment on column reference.district.tile_y is 'Row in the one-square-a-district diagram.';
comment on column reference.district.valid_from is 'First day as a district; null when before the record.';
comment on column reference.district.valid_to is 'First day no longer a district; null while current.';

create table reference.station (
  station_id text not null,
  district_id text not null,
  name_en text not null,
  name_ur text not null,
  agency text not null,
  valid_from date not null,
  valid_to date
);
alter table reference.station add constraint station_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table reference.station add constraint station_pkey PRIMARY KEY (station_id);
create INDEX station_district ON reference.station USING btree (district_id);
-- row security: enabled, forced
create policy everyone on reference.station as permissive for select to amanat_app, amanat_gate
  using (true);
create policy owner on reference.station as permissive for all to amanat_owner
  using (true)
  with check (true);
grant select on reference.station to amanat_app;
grant select on reference.station to amanat_gate;
comment on table reference.station is 'Police stations, dated; invented in the demo. Legal basis: SOR-SOP-2024 (registration and monitoring in the district).';
comment on column reference.station.station_id is 'Stable code, e.g. pb_multan_saddar.';
comment on column reference.station.district_id is 'District the station lies in.';
comment on column reference.station.name_en is 'English name.';
comment on column reference.station.name_ur is 'Urdu name.';
comment on column reference.station.agency is 'Police that runs it.';
comment on column reference.station.valid_from is 'First day of service.';
comment on column reference.station.valid_to is 'First day out of service; null while in service.';

create table reference.unit (
  unit_id text not null,
  kind text not null,
  name_en text not null,
  name_ur text not null,
  province_iso text,
  division_en text,
  district_id text,
  station_id text,
  valid_from date not null,
  valid_to date
);
alter table reference.unit add constraint unit_check CHECK (((kind = 'police_station'::text) = (station_id IS NOT NULL)));
alter table reference.unit add constraint unit_check1 CHECK (((station_id IS NULL) OR (district_id IS NOT NULL)));
alter table reference.unit add constraint unit_kind_check CHECK ((kind = ANY (ARRAY['prosecutor_office'::text, 'investigation_unit'::text, 'district_police_office'::text, 'police_station'::text, 'bureau'::text, 'committee'::text, 'administration'::text, 'audit_office'::text])));
alter table reference.unit add constraint unit_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table reference.unit add constraint unit_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table reference.unit add constraint unit_pkey PRIMARY KEY (unit_id);
create INDEX unit_district ON reference.unit USING btree (district_id);
create INDEX unit_station ON reference.unit USING btree (station_id);
-- row security: enabled, forced
create policy everyone on reference.unit as permissive for select to amanat_app, amanat_gate
  using (true);
create policy owner on reference.unit as permissive for all to amanat_owner
  using (true)
  with check (true);
grant select on reference.unit to amanat_app;
grant select on reference.unit to amanat_gate;
comment on table reference.unit is 'Offices that officers are posted to, dated, with their place in the tree nation, province, division, district, station.';
comment on column reference.unit.unit_id is 'Stable code, e.g. dpp_pb_multan.';
comment on column reference.unit.kind is 'What the office is; decides which roles can be posted there.';
comment on column reference.unit.name_en is 'English name.';
comment on column reference.unit.name_ur is 'Urdu name.';
comment on column reference.unit.province_iso is 'Province it serves; null serves the nation.';
comment on column reference.unit.division_en is 'Division it serves; null serves all of the province.';
comment on column reference.unit.district_id is 'District it serves; null serves all of the division.';
comment on column reference.unit.station_id is 'Station it is; null when it is none.';
comment on column reference.unit.valid_from is 'First day.';
comment on column reference.unit.valid_to is 'First day closed; null while open.';

create table register.agency_call (
  call_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  key_hash bytea not null,
  request_hash bytea not null,
  wrapped_key bytea not null,
  kek_id text not null,
  reply_enc bytea,
  called_at timestamp with time zone not null,
  refused_at timestamp with time zone
);
alter table register.agency_call add constraint agency_call_key_hash_check CHECK ((octet_length(key_hash) = 32));
alter table register.agency_call add constraint agency_call_request_hash_check CHECK ((octet_length(request_hash) = 32));
alter table register.agency_call add constraint agency_call_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES access.agency(agency_id) ON DELETE RESTRICT;
alter table register.agency_call add constraint agency_call_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.agency_call add constraint agency_call_pkey PRIMARY KEY (call_id);
alter table register.agency_call add constraint agency_call_agency_id_officer_id_key_hash_key UNIQUE (agency_id, officer_id, key_hash);
create INDEX agency_call_officer ON register.agency_call USING btree (officer_id);
create INDEX agency_call_old ON register.agency_call USING btree (called_at);
-- row security: enabled, forced
create policy its_own on register.agency_call as permissive for select to amanat_app
  using (((agency_id = ( SELECT sec.agency_id() AS agency_id)) AND (officer_id = ( SELECT sec.officer_id() AS officer_id))));
create policy its_own_changes on register.agency_call as permissive for update to amanat_app
  using (((agency_id = ( SELECT sec.agency_id() AS agency_id)) AND (officer_id = ( SELECT sec.officer_id() AS officer_id))));
create policy its_own_in on register.agency_call as permissive for insert to amanat_app
  with check (((agency_id = ( SELECT sec.agency_id() AS agency_id)) AND (officer_id = ( SELECT sec.officer_id() AS officer_id))));
create policy owner on register.agency_call as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.agency_call to amanat_app;
grant update (reply_enc, called_at, refused_at) on register.agency_call to amanat_app;
comment on table register.agency_call is 'Writes of agencies'' systems by their idempotency key, with the reply, for 24 hours. Inserted before the act in its transaction: a second one waits, and is given the same reply. SOR-SOP-2024.';
comment on column register.agency_call.call_id is 'Opaque id.';
comment on column register.agency_call.agency_id is 'The agency.';
comment on column register.agency_call.officer_id is 'The officer for whom it acted; another''s key is another key.';
comment on column register.agency_call.key_hash is 'Keyed hash of the idempotency key.';
comment on column register.agency_call.request_hash is 'Keyed hash of the address and body: the same key with another request is refused. Keyed, since a body may name a suspect.';
comment on column register.agency_call.wrapped_key is 'The row''s key.';
comment on column register.agency_call.kek_id is 'Which key-encryption key wraps it.';
comment on column register.agency_call.reply_enc is 'The reply, as JSON, encrypted; null until the act is done, and where it was refused.';
comment on column register.agency_call.called_at is 'When it was sent first; of one that was refused, when it was done at last: the 24 hours begin with the reply.';
comment on column register.agency_call.refused_at is 'When it was refused, so that the same key is judged anew; null when it was not.';

create table register.agency_event (
  event_id uuid not null,
  event_number bigint not null generated always as identity,
  agency_id uuid not null,
  kind text not null,
  check_id uuid not null,
  happened_at timestamp with time zone not null,
  planned_at timestamp with time zone,
  delivered_at timestamp with time zone,
  dead_at timestamp with time zone,
  attempts_count integer not null default 0,
  last_fault text
);
alter table register.agency_event add constraint agency_event_kind_check CHECK ((kind = ANY (ARRAY['answered'::text, 'corrected'::text, 'withdrawn'::text])));
alter table register.agency_event add constraint agency_event_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES access.agency(agency_id) ON DELETE RESTRICT;
alter table register.agency_event add constraint agency_event_check_id_fkey FOREIGN KEY (check_id) REFERENCES register.check_request(check_id) ON DELETE RESTRICT;
alter table register.agency_event add constraint agency_event_pkey PRIMARY KEY (event_id);
alter table register.agency_event add constraint agency_event_event_number_key UNIQUE (event_number);
create INDEX agency_event_agency ON register.agency_event USING btree (agency_id, event_number);
create INDEX agency_event_check ON register.agency_event USING btree (check_id);
create INDEX agency_event_to_plan ON register.agency_event USING btree (event_number) WHERE (planned_at IS NULL);
-- row security: enabled, forced
create policy its_own_or_administration on register.agency_event as permissive for select to amanat_app
  using (((agency_id = ( SELECT sec.agency_id() AS agency_id)) OR ( SELECT sec.has_role(ARRAY['administrator'::text, 'auditor'::text, 'night_work'::text]) AS has_role)));
create policy owner on register.agency_event as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy sent_or_asked_again on register.agency_event as permissive for update to amanat_app
  using (((agency_id = ( SELECT sec.agency_id() AS agency_id)) OR ( SELECT sec.has_role(ARRAY['administrator'::text, 'night_work'::text]) AS has_role)));
grant select on register.agency_event to amanat_app;
grant update (planned_at, delivered_at, dead_at, attempts_count, last_fault) on register.agency_event to amanat_app;
comment on table register.agency_event is 'What an agency is told: that an answer waits, or that a copy is called back. Opaque ids alone. Written in the transaction of its cause. SOR-SOP-2024; ARITA-2021 s.24(2).';
comment on column register.agency_event.event_id is 'Opaque id; the agency tells by it what it has had.';
comment on column register.agency_event.event_number is 'Order of the events of one agency, as they were committed.';
comment on column register.agency_event.agency_id is 'The agency through which the request was asked.';
comment on column register.agency_event.kind is 'answered, corrected (a copy tells what was put right) or withdrawn (a copy is without ground).';
comment on column register.agency_event.check_id is 'The request; what the answer says is nowhere here.';
comment on column register.agency_event.happened_at is 'When.';
comment on column register.agency_event.planned_at is 'When its sending was planned; null: it is to be planned.';
comment on column register.agency_event.delivered_at is 'When the agency last took it; null: it has not.';
comment on column register.agency_event.dead_at is 'When sending was given up; null: it goes on, or ended well.';
comment on column register.agency_event.attempts_count is 'Times it was sent.';
comment on column register.agency_event.last_fault is 'Code of what went wrong last; null when nothing did.';

create table register.appeal_event (
  appeal_event_id uuid not null,
  conviction_id uuid not null,
  event text not null,
  happened_on date not null,
  ordinal integer not null,
  source_kind text not null,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  source_on date,
  source_ref_enc bytea,
  superseded_at timestamp with time zone,
  approval_id uuid
);
alter table register.appeal_event add constraint appeal_event_event_check CHECK ((event = ANY (ARRAY['filed'::text, 'dismissed'::text, 'withdrawn'::text, 'acquitted'::text, 'set_aside'::text, 'restored'::text])));
alter table register.appeal_event add constraint appeal_event_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.appeal_event add constraint appeal_event_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.appeal_event add constraint appeal_event_conviction_id_fkey FOREIGN KEY (conviction_id) REFERENCES register.conviction(conviction_id) ON DELETE RESTRICT;
alter table register.appeal_event add constraint appeal_event_pkey PRIMARY KEY (appeal_event_id);
create INDEX appeal_event_added_by ON register.appeal_event USING btree (added_by);
create INDEX appeal_event_approval ON register.appeal_event USING btree (approval_id) WHERE (approval_id IS NOT NULL);
create INDEX appeal_event_conviction ON register.appeal_event USING btree (conviction_id);
-- row security: enabled, forced
create policy bureau_strikes_out on register.appeal_event as permissive for update to amanat_app
  using ((( SELECT sec.people_key() AS people_key) = 'nation'::text));
create policy owner on register.appeal_event as permissive for select to amanat_owner
  using (true);
create policy owner_computes on register.appeal_event as permissive for select to amanat_owner
  using (true);
create policy with_the_conviction on register.appeal_event as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.conviction c
  WHERE (c.conviction_id = appeal_event.conviction_id))));
create policy with_the_conviction_in on register.appeal_event as permissive for insert to amanat_app
  with check (((EXISTS ( SELECT
   FROM register.conviction c
  WHERE (c.conviction_id = appeal_event.conviction_id))) AND ((event = ANY (ARRAY['filed'::text, 'dismissed'::text, 'withdrawn'::text])) OR (EXISTS ( SELECT
   FROM register.approval_decision d
  WHERE ((d.approval_id = appeal_event.approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id))))))));
grant insert, select on register.appeal_event to amanat_app;
grant update (superseded_at) on register.appeal_event to amanat_app;
comment on table register.appeal_event is 'What happened to a conviction on appeal. RULES 2.6.';
comment on column register.appeal_event.appeal_event_id is 'Opaque id.';
comment on column register.appeal_event.conviction_id is 'The conviction.';
comment on column register.appeal_event.event is 'filed, dismissed, withdrawn, acquitted, set_aside or restored.';
comment on column register.appeal_event.happened_on is 'Date of the event.';
comment on column register.appeal_event.ordinal is 'Order among events of one day.';
comment on column register.appeal_event.source_kind is 'Where it came from.';
comment on column register.appeal_event.added_at is 'Instant of entry.';
comment on column register.appeal_event.added_by is 'Officer who entered it.';
comment on column register.appeal_event.source_on is 'Date of the order.';
comment on column register.appeal_event.source_ref_enc is 'Court and number of the order, encrypted by the person''s key; null where it came with the entry.';
comment on column register.appeal_event.superseded_at is 'Instant it was struck out as wrong; null while live.';
comment on column register.appeal_event.approval_id is 'The approved proposal behind an event that changes who is on the register; null for others and those that came with the entry.';

create table register.approval (
  approval_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  audience text not null,
  district_id text,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  shown_hash bytea not null,
  shown_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null
);
alter table register.approval add constraint approval_audience_check CHECK ((audience = ANY (ARRAY['bureau'::text, 'administration'::text, 'supervision'::text])));
alter table register.approval add constraint approval_shown_hash_check CHECK ((octet_length(shown_hash) = 32));
alter table register.approval add constraint approval_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.approval add constraint approval_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.approval add constraint approval_pkey PRIMARY KEY (approval_id);
alter table register.approval add constraint approval_approval_id_proposed_by_key UNIQUE (approval_id, proposed_by);
create INDEX approval_district ON register.approval USING btree (district_id);
create INDEX approval_proposed_by ON register.approval USING btree (proposed_by);
create INDEX approval_queue ON register.approval USING btree (audience, kind, proposed_at);
create INDEX approval_subject ON register.approval USING btree (subject_id);
-- row security: enabled, forced
create policy heads_of_the_person on register.approval as permissive for select to amanat_app
  using (((audience = 'supervision'::text) AND ( SELECT sec.has_role(ARRAY['station_head'::text, 'district_police_officer'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.breach b
  WHERE (b.breach_id = approval.subject_id)))));
create policy own on register.approval as permissive for insert to amanat_app
  with check ((proposed_by = ( SELECT sec.officer_id() AS officer_id)));
create policy own_or_audience on register.approval as permissive for select to amanat_app
  using (((proposed_by = ( SELECT sec.officer_id() AS officer_id)) OR (audience = ( SELECT sec.audience() AS audience))));
create policy owner on register.approval as permissive for all to amanat_owner
  using (true)
  with check (true);
CREATE TRIGGER service_proposes_nothing BEFORE INSERT ON register.approval FOR EACH ROW EXECUTE FUNCTION access.keep_service_apart();
grant insert, select on register.approval to amanat_app;
comment on table register.approval is 'A proposal that a second officer decides: entry, correction, officers, later merges, releases, removals, packs.';
comment on column register.approval.approval_id is 'Opaque id.';
comment on column register.approval.kind is 'Which noun''s apply runs on approval.';
comment on column register.approval.subject_id is 'The row proposed upon.';
comment on column register.approval.audience is 'Whose queue: bureau, administration, or supervision: the station head and District Police Officer of the person whom the subject is about.';
comment on column register.approval.district_id is 'District concerned, for sorting.';
comment on column register.approval.proposed_by is 'Author; he may withdraw, never approve.';
comment on column register.approval.proposed_at is 'Instant of proposal.';
comment on column register.approval.expires_at is 'Cannot be approved from this instant.';
comment on column register.approval.shown_hash is 'SHA-256 of the canonical JSON that the approver is shown and decides on.';
comment on column register.approval.shown_enc is 'That JSON, encrypted under the row''s key.';
comment on column register.approval.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.approval.kek_id is 'Which key-encryption key wraps it.';

create table register.approval_decision (
  approval_id uuid not null,
  proposed_by uuid not null,
  decision text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null default now(),
  shown_hash bytea not null,
  reason_enc bytea
);
alter table register.approval_decision add constraint approval_decision_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'returned'::text, 'refused'::text, 'withdrawn'::text])));
alter table register.approval_decision add constraint nobody_approves_his_own CHECK (((decision = 'withdrawn'::text) OR (decided_by <> proposed_by)));
alter table register.approval_decision add constraint only_the_author_withdraws CHECK (((decision <> 'withdrawn'::text) OR (decided_by = proposed_by)));
alter table register.approval_decision add constraint approval_decision_approval_id_proposed_by_fkey FOREIGN KEY (approval_id, proposed_by) REFERENCES register.approval(approval_id, proposed_by) ON DELETE RESTRICT;
alter table register.approval_decision add constraint approval_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.approval_decision add constraint approval_decision_pkey PRIMARY KEY (approval_id);
create INDEX approval_decision_author ON register.approval_decision USING btree (approval_id, proposed_by);
create INDEX approval_decision_decided_by ON register.approval_decision USING btree (decided_by);
-- row security: enabled, forced
create policy owner on register.approval_decision as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_approval on register.approval_decision as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.approval a
  WHERE (a.approval_id = approval_decision.approval_id))));
create policy with_the_approval_in on register.approval_decision as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM register.approval a
  WHERE (a.approval_id = approval_decision.approval_id))));
CREATE TRIGGER by_no_service BEFORE INSERT ON register.approval_decision FOR EACH ROW EXECUTE FUNCTION access.keep_service_apart();
CREATE TRIGGER decision_is_sound BEFORE INSERT ON register.approval_decision FOR EACH ROW EXECUTE FUNCTION register.check_decision();
grant insert, select on register.approval_decision to amanat_app;
comment on table register.approval_decision is 'The one decision on a proposal: the primary key lets only one of two racing decisions commit.';
comment on column register.approval_decision.approval_id is 'The proposal.';
comment on column register.approval_decision.proposed_by is 'Its author, carried here so that the constraint can compare.';
comment on column register.approval_decision.decision is 'approved, returned, refused or withdrawn.';
comment on column register.approval_decision.decided_by is 'Who decided.';
comment on column register.approval_decision.decided_at is 'When.';
comment on column register.approval_decision.shown_hash is 'Hash of what he was shown; must equal the proposal''s.';
comment on column register.approval_decision.reason_enc is 'Reason, or the written basis where identity is flagged; encrypted under the proposal''s key.';

create table register.breach (
  breach_id uuid not null,
  person_id uuid not null,
  duty text not null,
  key text not null,
  due_on date not null,
  due_at timestamp with time zone,
  station_id text not null,
  gate jsonb not null,
  opened_at timestamp with time zone not null default now(),
  opened_by uuid not null
);
alter table register.breach add constraint breach_duty_check CHECK ((duty = ANY (ARRAY['confirm_in_person'::text, 'notify_name_change'::text, 'notify_address_change'::text, 'notify_travel_abroad'::text, 'notify_absence'::text])));
alter table register.breach add constraint breach_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.breach add constraint breach_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.breach add constraint breach_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.breach add constraint breach_pkey PRIMARY KEY (breach_id);
alter table register.breach add constraint breach_person_id_duty_key_due_on_key UNIQUE (person_id, duty, key, due_on);
create INDEX breach_opened_by ON register.breach USING btree (opened_by);
create INDEX breach_station ON register.breach USING btree (station_id);
-- row security: enabled, forced
create policy own_station_or_bureau on register.breach as permissive for insert to amanat_app
  with check (((opened_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['station_officer'::text, 'station_head'::text, 'bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE ((p.person_id = breach.person_id) AND (p.station_id = breach.station_id))))));
create policy owner on register.breach as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.breach as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = breach.person_id))));
grant insert, select on register.breach to amanat_app;
comment on table register.breach is 'One lapsed duty whose gate was passed, for a decision whether to refer it. Whether its ground still stands is computed. SOR-SOP-2024; LAW 1.';
comment on column register.breach.breach_id is 'Opaque id.';
comment on column register.breach.person_id is 'The person.';
comment on column register.breach.duty is 'Which duty lapsed.';
comment on column register.breach.key is 'schedule.occurrence of a confirmation, else the id of the change or trip.';
comment on column register.breach.due_on is 'Date by which it was due when this was opened; of a deadline in hours, the date of its instant.';
comment on column register.breach.due_at is 'Due instant, only for deadlines in hours.';
comment on column register.breach.station_id is 'Station that owned the person when this was opened.';
comment on column register.breach.gate is 'Every check with its evidence as it stood when this was opened: codes, dates and opaque ids.';
comment on column register.breach.opened_at is 'When.';
comment on column register.breach.opened_by is 'Officer who opened it.';

create table register.breach_decision (
  breach_decision_id uuid not null,
  breach_id uuid not null,
  decision text not null,
  ground text not null,
  reason_enc bytea not null,
  approval_id uuid not null,
  decided_at timestamp with time zone not null default now(),
  decided_by uuid not null,
  expires_at timestamp with time zone not null
);
alter table register.breach_decision add constraint breach_decision_decision_check CHECK ((decision = ANY (ARRAY['refer'::text, 'not_refer'::text])));
alter table register.breach_decision add constraint breach_decision_ground_check CHECK ((ground = ANY (ARRAY['no_answer'::text, 'answered_without_cause'::text, 'repeated'::text, 'came_late'::text, 'good_cause'::text, 'unwell'::text, 'mistaken'::text, 'other'::text])));
alter table register.breach_decision add constraint breach_decision_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval(approval_id) ON DELETE RESTRICT;
alter table register.breach_decision add constraint breach_decision_breach_id_fkey FOREIGN KEY (breach_id) REFERENCES register.breach(breach_id) ON DELETE RESTRICT;
alter table register.breach_decision add constraint breach_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.breach_decision add constraint breach_decision_pkey PRIMARY KEY (breach_decision_id);
alter table register.breach_decision add constraint breach_decision_approval_id_key UNIQUE (approval_id);
create INDEX breach_decision_breach ON register.breach_decision USING btree (breach_id);
create INDEX breach_decision_decided_by ON register.breach_decision USING btree (decided_by);
-- row security: enabled, forced
create policy owner on register.breach_decision as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_its_own_proposal on register.breach_decision as permissive for insert to amanat_app
  with check (((decided_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.breach b
  WHERE (b.breach_id = breach_decision.breach_id))) AND (EXISTS ( SELECT
   FROM register.approval a
  WHERE ((a.approval_id = breach_decision.approval_id) AND (a.kind = 'breach'::text) AND (a.audience = 'supervision'::text) AND (a.subject_id = breach_decision.breach_id) AND (a.proposed_by = ( SELECT sec.officer_id() AS officer_id)))))));
create policy with_the_breach on register.breach_decision as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.breach b
  WHERE (b.breach_id = breach_decision.breach_id))));
grant insert, select on register.breach_decision to amanat_app;
comment on table register.breach_decision is 'Whether a missed duty is referred, with reasons either way; it takes effect with the sign-off of a second officer. SOR-SOP-2024; LAW 1.';
comment on column register.breach_decision.breach_decision_id is 'Opaque id.';
comment on column register.breach_decision.breach_id is 'The breach decided.';
comment on column register.breach_decision.decision is 'refer or not_refer.';
comment on column register.breach_decision.ground is 'The reason as a code of a closed list.';
comment on column register.breach_decision.reason_enc is 'The reason in words, encrypted by the person''s key.';
comment on column register.breach_decision.approval_id is 'The proposal that the station head or District Police Officer signs off.';
comment on column register.breach_decision.decided_at is 'When it was proposed.';
comment on column register.breach_decision.decided_by is 'Officer who proposed it.';
comment on column register.breach_decision.expires_at is 'Cannot be signed off from this instant.';

create table register.breach_outcome (
  breach_decision_id uuid not null,
  breach_id uuid not null,
  approval_id uuid not null,
  said text not null,
  said_at timestamp with time zone not null default now(),
  said_by uuid not null
);
alter table register.breach_outcome add constraint breach_outcome_said_check CHECK ((said = ANY (ARRAY['approved'::text, 'returned'::text, 'refused'::text, 'withdrawn'::text])));
alter table register.breach_outcome add constraint breach_outcome_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.breach_outcome add constraint breach_outcome_breach_decision_id_fkey FOREIGN KEY (breach_decision_id) REFERENCES register.breach_decision(breach_decision_id) ON DELETE RESTRICT;
alter table register.breach_outcome add constraint breach_outcome_breach_id_fkey FOREIGN KEY (breach_id) REFERENCES register.breach(breach_id) ON DELETE RESTRICT;
alter table register.breach_outcome add constraint breach_outcome_said_by_fkey FOREIGN KEY (said_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.breach_outcome add constraint breach_outcome_pkey PRIMARY KEY (breach_decision_id);
create INDEX breach_outcome_approval ON register.breach_outcome USING btree (approval_id);
create INDEX breach_outcome_breach ON register.breach_outcome USING btree (breach_id);
create INDEX breach_outcome_said_by ON register.breach_outcome USING btree (said_by);
-- row security: enabled, forced
create policy owner on register.breach_outcome as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_breach on register.breach_outcome as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.breach b
  WHERE (b.breach_id = breach_outcome.breach_id))));
create policy with_what_was_said on register.breach_outcome as permissive for insert to amanat_app
  with check (((said_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.breach_decision d
  WHERE ((d.breach_decision_id = breach_outcome.breach_decision_id) AND (d.breach_id = breach_outcome.breach_id) AND (d.approval_id = breach_outcome.approval_id)))) AND (EXISTS ( SELECT
   FROM register.approval_decision a
  WHERE ((a.approval_id = breach_outcome.approval_id) AND (a.decision = breach_outcome.said) AND (a.decided_by = ( SELECT sec.officer_id() AS officer_id)))))));
grant insert, select on register.breach_outcome to amanat_app;
comment on table register.breach_outcome is 'What the second officer said to a decision, for all who see the person: the approval itself shows to its author and the heads only. SOR-SOP-2024.';
comment on column register.breach_outcome.breach_decision_id is 'The decision; it has one outcome.';
comment on column register.breach_outcome.breach_id is 'The breach.';
comment on column register.breach_outcome.approval_id is 'The approval decision that this repeats; without it the row cannot exist.';
comment on column register.breach_outcome.said is 'approved: the decision stands; returned, refused or withdrawn: it does not.';
comment on column register.breach_outcome.said_at is 'When.';
comment on column register.breach_outcome.said_by is 'Who.';

create table register.certificate (
  print_id uuid not null,
  exit_id uuid not null,
  print_number text not null,
  content_hash bytea not null,
  code text not null,
  printed_at timestamp with time zone not null default now(),
  printed_by uuid not null
);
alter table register.certificate add constraint certificate_content_hash_check CHECK ((octet_length(content_hash) = 32));
alter table register.certificate add constraint certificate_exit_id_fkey FOREIGN KEY (exit_id) REFERENCES register.exit(exit_id) ON DELETE RESTRICT;
alter table register.certificate add constraint certificate_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.certificate add constraint certificate_pkey PRIMARY KEY (print_id);
alter table register.certificate add constraint certificate_print_number_key UNIQUE (print_number);
create INDEX certificate_exit ON register.certificate USING btree (exit_id, printed_at);
create INDEX certificate_printed_by ON register.certificate USING btree (printed_by);
-- row security: enabled, forced
create policy owner on register.certificate as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_exit on register.certificate as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.exit e
  WHERE (e.exit_id = certificate.exit_id))));
create policy with_the_exit_in on register.certificate as permissive for insert to amanat_app
  with check (((printed_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.exit e
  WHERE ((e.exit_id = certificate.exit_id) AND (e.reversed_at IS NULL))))));
grant insert, select on register.certificate to amanat_app;
comment on table register.certificate is 'Each print of the certificate that somebody is not on the register any more; the paper is made again from it, byte for byte. SOR-RULES-2023; UX (every print has a number, who and when).';
comment on column register.certificate.print_id is 'Opaque id.';
comment on column register.certificate.exit_id is 'The exit it certifies.';
comment on column register.certificate.print_number is 'P-<year>-<serial>, as printed.';
comment on column register.certificate.content_hash is 'Keyed hash of what is printed (HMAC-SHA-256).';
comment on column register.certificate.code is 'The signed code printed beside the square; holds no name.';
comment on column register.certificate.printed_at is 'When it was printed.';
comment on column register.certificate.printed_by is 'Who printed it.';

create table register.change (
  change_id uuid not null,
  person_id uuid not null,
  kind text not null,
  changed_on date not null,
  address_id uuid,
  name_id uuid,
  source_kind text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  superseded_at timestamp with time zone
);
alter table register.change add constraint change_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'address'::text])));
alter table register.change add constraint change_address_id_fkey FOREIGN KEY (address_id) REFERENCES register.person_address(address_id) ON DELETE RESTRICT;
alter table register.change add constraint change_name_id_fkey FOREIGN KEY (name_id) REFERENCES register.person_name(name_id) ON DELETE RESTRICT;
alter table register.change add constraint change_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.change add constraint change_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.change add constraint change_pkey PRIMARY KEY (change_id);
create INDEX change_address ON register.change USING btree (address_id) WHERE (address_id IS NOT NULL);
create INDEX change_name ON register.change USING btree (name_id) WHERE (name_id IS NOT NULL);
create INDEX change_person ON register.change USING btree (person_id);
create INDEX change_recorded_by ON register.change USING btree (recorded_by);
-- row security: enabled, forced
create policy owner on register.change as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.change as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = change.person_id))));
create policy with_the_person_in on register.change as permissive for insert to amanat_app
  with check (((recorded_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = change.person_id)))));
create policy with_the_person_superseded on register.change as permissive for update to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = change.person_id))));
grant insert, select on register.change to amanat_app;
grant update (superseded_at) on register.change to amanat_app;
comment on table register.change is 'A change of name or address that must be notified. SOR-RULES-2023; RULES 4.';
comment on column register.change.change_id is 'Opaque id; notices name it as what they are about.';
comment on column register.change.person_id is 'The person.';
comment on column register.change.kind is 'name or address.';
comment on column register.change.changed_on is 'Day of the change.';
comment on column register.change.address_id is 'The new address, where known.';
comment on column register.change.name_id is 'The new name, where known.';
comment on column register.change.source_kind is 'notice, visit, civil_register or other.';
comment on column register.change.recorded_at is 'When it was typed in.';
comment on column register.change.recorded_by is 'Officer who recorded it.';
comment on column register.change.superseded_at is 'Instant it was struck out as wrong; null while live.';

create table register.check_answer (
  answer_id uuid not null,
  check_id uuid not null,
  outcome text not null,
  needs text[] not null default '{}'::text[],
  content_enc bytea not null,
  approval_id uuid not null,
  opens_count integer not null,
  opens_until_at timestamp with time zone not null,
  released_at timestamp with time zone not null default now(),
  released_by uuid not null
);
alter table register.check_answer add constraint check_answer_opens_count_check CHECK ((opens_count > 0));
alter table register.check_answer add constraint check_answer_outcome_check CHECK ((outcome = ANY (ARRAY['no_record'::text, 'record_exists'::text, 'unclear'::text])));
alter table register.check_answer add constraint check_answer_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.check_answer add constraint check_answer_check_id_fkey FOREIGN KEY (check_id) REFERENCES register.check_request(check_id) ON DELETE RESTRICT;
alter table register.check_answer add constraint check_answer_released_by_fkey FOREIGN KEY (released_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.check_answer add constraint check_answer_pkey PRIMARY KEY (answer_id);
create INDEX check_answer_approval ON register.check_answer USING btree (approval_id);
create INDEX check_answer_check ON register.check_answer USING btree (check_id, released_at);
create INDEX check_answer_released_by ON register.check_answer USING btree (released_by);
-- row security: enabled, forced
create policy bureau_or_who_asked on register.check_answer as permissive for select to amanat_app
  using ((( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) OR (( SELECT sec.has_role(ARRAY['investigator'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.check_request c
  WHERE ((c.check_id = check_answer.check_id) AND (c.asked_by = ( SELECT sec.officer_id() AS officer_id))))))));
create policy night_work_reads on register.check_answer as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role));
create policy owner on register.check_answer as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_a_live_approval on register.check_answer as permissive for insert to amanat_app
  with check (((released_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM (register.approval_decision d
     JOIN register.approval a USING (approval_id))
  WHERE ((d.approval_id = check_answer.approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id)) AND (a.kind = 'check'::text) AND (a.subject_id = check_answer.check_id))))));
grant insert, select on register.check_answer to amanat_app;
comment on table register.check_answer is 'A released answer, for the named investigator alone. Every answer has the same shape and took the same steps. SOR-SOP-2024.';
comment on column register.check_answer.answer_id is 'Opaque id.';
comment on column register.check_answer.check_id is 'The request.';
comment on column register.check_answer.outcome is 'no_record, record_exists, or unclear.';
comment on column register.check_answer.needs is 'Codes of what the Bureau lacks, where it is unclear.';
comment on column register.check_answer.content_enc is 'What the investigator reads, encrypted by the request''s key.';
comment on column register.check_answer.approval_id is 'The second officer''s decision, without which the row cannot exist.';
comment on column register.check_answer.opens_count is 'How often it may be opened, in times.';
comment on column register.check_answer.opens_until_at is 'Not opened any more from this instant.';
comment on column register.check_answer.released_at is 'When.';
comment on column register.check_answer.released_by is 'Second officer.';

create table register.check_confirmation (
  confirmation_id uuid not null,
  check_id uuid not null,
  answer_id uuid not null,
  said text not null,
  identifiers text[] not null,
  said_at timestamp with time zone not null default now(),
  said_by uuid not null
);
alter table register.check_confirmation add constraint check_confirmation_check CHECK (((said <> 'him'::text) OR (cardinality(identifiers) >= 2)));
alter table register.check_confirmation add constraint check_confirmation_identifiers_check CHECK ((cardinality(identifiers) >= 1));
alter table register.check_confirmation add constraint check_confirmation_said_check CHECK ((said = ANY (ARRAY['him'::text, 'not_him'::text])));
alter table register.check_confirmation add constraint check_confirmation_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES register.check_answer(answer_id) ON DELETE RESTRICT;
alter table register.check_confirmation add constraint check_confirmation_check_id_fkey FOREIGN KEY (check_id) REFERENCES register.check_request(check_id) ON DELETE RESTRICT;
alter table register.check_confirmation add constraint check_confirmation_said_by_fkey FOREIGN KEY (said_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.check_confirmation add constraint check_confirmation_pkey PRIMARY KEY (confirmation_id);
alter table register.check_confirmation add constraint check_confirmation_answer_id_key UNIQUE (answer_id);
create INDEX check_confirmation_check ON register.check_confirmation USING btree (check_id);
create INDEX check_confirmation_said_by ON register.check_confirmation USING btree (said_by);
-- row security: enabled, forced
create policy owner on register.check_confirmation as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy who_asked_or_bureau on register.check_confirmation as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.check_answer a
  WHERE (a.answer_id = check_confirmation.answer_id))));
create policy who_opened_it on register.check_confirmation as permissive for insert to amanat_app
  with check (((said_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM (register.check_answer a
     JOIN register.check_print p USING (answer_id))
  WHERE ((a.answer_id = check_confirmation.answer_id) AND (a.check_id = check_confirmation.check_id) AND (a.outcome = 'record_exists'::text) AND (p.printed_by = ( SELECT sec.officer_id() AS officer_id)))))));
grant insert, select on register.check_confirmation to amanat_app;
comment on table register.check_confirmation is 'Whether the man asked about is the one of the record, by which identifiers; without it an answer is not relied on. SOR-SOP-2024.';
comment on column register.check_confirmation.confirmation_id is 'Opaque id.';
comment on column register.check_confirmation.check_id is 'The request.';
comment on column register.check_confirmation.answer_id is 'The answer; it is said once.';
comment on column register.check_confirmation.said is 'him or not_him.';
comment on column register.check_confirmation.identifiers is 'Names of the identifiers that agree (him) or differ (not_him); no values.';
comment on column register.check_confirmation.said_at is 'When.';
comment on column register.check_confirmation.said_by is 'The investigator.';

create table register.check_cover (
  cover_id uuid not null,
  district_id text not null,
  named_by uuid not null,
  deputy_id uuid not null,
  from_on date not null,
  to_on date not null,
  named_at timestamp with time zone not null default now()
);
alter table register.check_cover add constraint check_cover_check CHECK ((to_on > from_on));
alter table register.check_cover add constraint check_cover_check1 CHECK ((deputy_id <> named_by));
alter table register.check_cover add constraint check_cover_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.check_cover add constraint check_cover_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.check_cover add constraint check_cover_named_by_fkey FOREIGN KEY (named_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.check_cover add constraint check_cover_pkey PRIMARY KEY (cover_id);
create INDEX check_cover_deputy ON register.check_cover USING btree (deputy_id, to_on);
create INDEX check_cover_district ON register.check_cover USING btree (district_id, to_on);
create INDEX check_cover_named_by ON register.check_cover USING btree (named_by);
-- row security: enabled, forced
create policy of_the_office on register.check_cover as permissive for select to amanat_app
  using ((( SELECT sec.has_role(ARRAY['prosecutor'::text, 'deputy_prosecutor'::text]) AS has_role) AND (( SELECT sec.people_key() AS people_key) = ('d:'::text || district_id))));
create policy owner on register.check_cover as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy prosecutor_names on register.check_cover as permissive for insert to amanat_app
  with check (((named_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['prosecutor'::text]) AS has_role) AND (( SELECT sec.people_key() AS people_key) = ('d:'::text || district_id)) AND (EXISTS ( SELECT
   FROM (access.posting d
     JOIN access.posting n USING (unit_id))
  WHERE ((d.officer_id = check_cover.deputy_id) AND (d.role = 'deputy_prosecutor'::text) AND (n.officer_id = check_cover.named_by) AND (n.role = 'prosecutor'::text))))));
grant insert, select on register.check_cover to amanat_app;
comment on table register.check_cover is 'The deputy whom a District Public Prosecutor named to screen check requests while he is away. SOR-SOP-2024.';
comment on column register.check_cover.cover_id is 'Opaque id.';
comment on column register.check_cover.district_id is 'The district.';
comment on column register.check_cover.named_by is 'The prosecutor.';
comment on column register.check_cover.deputy_id is 'The deputy, of the same office.';
comment on column register.check_cover.from_on is 'First day.';
comment on column register.check_cover.to_on is 'First day no longer.';
comment on column register.check_cover.named_at is 'When he was named.';

create table register.check_print (
  print_id uuid not null,
  check_id uuid not null,
  kind text not null,
  answer_id uuid,
  print_number text not null,
  content_hash bytea not null,
  code text not null,
  printed_by uuid not null,
  printed_at timestamp with time zone not null default now()
);
alter table register.check_print add constraint check_print_check CHECK (((kind = 'check_answer'::text) = (answer_id IS NOT NULL)));
alter table register.check_print add constraint check_print_content_hash_check CHECK ((octet_length(content_hash) = 32));
alter table register.check_print add constraint check_print_kind_check CHECK ((kind = ANY (ARRAY['annexure_a'::text, 'check_answer'::text])));
alter table register.check_print add constraint check_print_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES register.check_answer(answer_id) ON DELETE RESTRICT;
alter table register.check_print add constraint check_print_check_id_fkey FOREIGN KEY (check_id) REFERENCES register.check_request(check_id) ON DELETE RESTRICT;
alter table register.check_print add constraint check_print_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.check_print add constraint check_print_pkey PRIMARY KEY (print_id);
alter table register.check_print add constraint check_print_print_number_key UNIQUE (print_number);
create INDEX check_print_answer ON register.check_print USING btree (answer_id) WHERE (answer_id IS NOT NULL);
create INDEX check_print_check ON register.check_print USING btree (check_id, printed_at);
create INDEX check_print_printed_by ON register.check_print USING btree (printed_by);
-- row security: enabled, forced
create policy owner on register.check_print as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy who_asked on register.check_print as permissive for select to amanat_app
  using ((( SELECT sec.has_role(ARRAY['investigator'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.check_request c
  WHERE ((c.check_id = check_print.check_id) AND (c.asked_by = ( SELECT sec.officer_id() AS officer_id)))))));
create policy who_asked_in on register.check_print as permissive for insert to amanat_app
  with check (((printed_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['investigator'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.check_request c
  WHERE ((c.check_id = check_print.check_id) AND (c.asked_by = ( SELECT sec.officer_id() AS officer_id))))) AND ((answer_id IS NULL) OR (EXISTS ( SELECT
   FROM register.check_answer a
  WHERE ((a.answer_id = check_print.answer_id) AND (a.check_id = check_print.check_id)))))));
CREATE TRIGGER openings_are_few BEFORE INSERT ON register.check_print FOR EACH ROW WHEN ((new.answer_id IS NOT NULL)) EXECUTE FUNCTION register.keep_openings_few();
grant insert, select on register.check_print to amanat_app;
comment on table register.check_print is 'Annexure A as printed, and each opening of an answer, on screen or on paper. What it says is made of the request''s sealed rows, and goes with them. SOR-SOP-2024.';
comment on column register.check_print.print_id is 'Opaque id.';
comment on column register.check_print.check_id is 'The request.';
comment on column register.check_print.kind is 'annexure_a or check_answer.';
comment on column register.check_print.answer_id is 'The answer that was opened; null for Annexure A.';
comment on column register.check_print.print_number is 'Printed number, P-<year>-<serial>, of the same row as all papers.';
comment on column register.check_print.content_hash is 'Keyed hash of what it says, with the request''s salt, which goes with the key.';
comment on column register.check_print.code is 'The signed code printed on it; no personal data.';
comment on column register.check_print.printed_by is 'Who opened or printed it.';
comment on column register.check_print.printed_at is 'When.';

create table register.check_request (
  check_id uuid not null,
  district_id text not null,
  asked_by uuid not null,
  posting_id uuid not null,
  stage text not null,
  wrapped_key bytea,
  kek_id text not null,
  body_enc bytea not null,
  body_version integer not null default 1,
  fir_station_id text,
  fir_year integer,
  fir_number integer,
  offences text[] not null default '{}'::text[],
  relevance text,
  fir_hash bytea,
  annexure_hash bytea,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  asked_at timestamp with time zone,
  screened_at timestamp with time zone,
  screened_by uuid,
  approval_id uuid,
  released_at timestamp with time zone,
  agency_id uuid default sec.agency_id()
);
alter table register.check_request add constraint check_request_annexure_hash_check CHECK ((octet_length(annexure_hash) = 32));
alter table register.check_request add constraint check_request_check CHECK ((screened_by IS DISTINCT FROM asked_by));
alter table register.check_request add constraint check_request_check1 CHECK (((stage = ANY (ARRAY['drafting'::text, 'discarded'::text])) OR (asked_at IS NOT NULL)));
alter table register.check_request add constraint check_request_check2 CHECK (((stage = ANY (ARRAY['drafting'::text, 'discarded'::text])) OR ((fir_station_id IS NOT NULL) AND (fir_year IS NOT NULL) AND (fir_number IS NOT NULL) AND (fir_hash IS NOT NULL) AND (annexure_hash IS NOT NULL) AND (relevance <> 'unrelated'::text))));
alter table register.check_request add constraint check_request_check3 CHECK (((stage <> 'discarded'::text) OR (wrapped_key IS NULL)));
alter table register.check_request add constraint check_request_fir_hash_check CHECK ((octet_length(fir_hash) = 32));
alter table register.check_request add constraint check_request_relevance_check CHECK ((relevance = ANY (ARRAY['named_in_fir'::text, 'arrested'::text, 'identified'::text, 'unrelated'::text])));
alter table register.check_request add constraint check_request_stage_check CHECK ((stage = ANY (ARRAY['drafting'::text, 'discarded'::text, 'asked'::text, 'returned'::text, 'refused'::text, 'forwarded'::text, 'proposed'::text, 'released'::text])));
alter table register.check_request add constraint check_request_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES access.agency(agency_id) ON DELETE RESTRICT;
alter table register.check_request add constraint check_request_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval(approval_id) ON DELETE RESTRICT;
alter table register.check_request add constraint check_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.check_request add constraint check_request_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.check_request add constraint check_request_fir_station_id_fkey FOREIGN KEY (fir_station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.check_request add constraint check_request_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES access.posting(posting_id) ON DELETE RESTRICT;
alter table register.check_request add constraint check_request_screened_by_fkey FOREIGN KEY (screened_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.check_request add constraint check_request_pkey PRIMARY KEY (check_id);
create INDEX check_request_agency ON register.check_request USING btree (agency_id) WHERE (agency_id IS NOT NULL);
create INDEX check_request_approval ON register.check_request USING btree (approval_id) WHERE (approval_id IS NOT NULL);
create INDEX check_request_asked_by ON register.check_request USING btree (asked_by, updated_at);
create INDEX check_request_district ON register.check_request USING btree (district_id, stage, asked_at);
create INDEX check_request_fir ON register.check_request USING btree (fir_station_id, fir_year, fir_number);
create INDEX check_request_posting ON register.check_request USING btree (posting_id);
create INDEX check_request_screened_by ON register.check_request USING btree (screened_by) WHERE (screened_by IS NOT NULL);
create INDEX check_request_stage ON register.check_request USING btree (stage, screened_at);
-- row security: enabled, forced
create policy begun_through_its_agency on register.check_request as restrictive for insert to amanat_app
  with check ((NOT (agency_id IS DISTINCT FROM ( SELECT sec.agency_id() AS agency_id))));
create policy bureau_answers on register.check_request as permissive for update to amanat_app
  using (((stage = ANY (ARRAY['forwarded'::text, 'proposed'::text])) AND ( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role)))
  with check ((( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) AND ((stage = ANY (ARRAY['forwarded'::text, 'proposed'::text])) OR ((stage = 'released'::text) AND (EXISTS ( SELECT
   FROM register.approval_decision d
  WHERE ((d.approval_id = check_request.approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id)))))))));
create policy forwarded_to_bureau on register.check_request as permissive for select to amanat_app
  using ((((stage = ANY (ARRAY['forwarded'::text, 'proposed'::text, 'released'::text])) AND ( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role)) OR ((stage = 'asked'::text) AND (asked_at < (now() - '48:00:00'::interval)) AND ( SELECT sec.has_role(ARRAY['bureau_supervisor'::text]) AS has_role))));
create policy night_work_reads on register.check_request as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role));
create policy of_the_district on register.check_request as permissive for select to amanat_app
  using (((stage <> ALL (ARRAY['drafting'::text, 'discarded'::text])) AND ( SELECT sec.has_role(ARRAY['prosecutor'::text, 'deputy_prosecutor'::text, 'district_police_officer'::text]) AS has_role) AND (( SELECT sec.people_key() AS people_key) = ('d:'::text || district_id))));
create policy own on register.check_request as permissive for select to amanat_app
  using (((asked_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['investigator'::text]) AS has_role)));
create policy own_changes on register.check_request as permissive for update to amanat_app
  using (((asked_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['investigator'::text]) AS has_role) AND (stage = ANY (ARRAY['drafting'::text, 'returned'::text, 'released'::text]))))
  with check (((asked_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['investigator'::text]) AS has_role) AND (stage = ANY (ARRAY['drafting'::text, 'discarded'::text, 'asked'::text, 'returned'::text]))));
create policy own_in on register.check_request as permissive for insert to amanat_app
  with check (((asked_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['investigator'::text]) AS has_role) AND (stage = 'drafting'::text) AND (EXISTS ( SELECT
   FROM (access.posting p
     JOIN reference.unit u USING (unit_id))
  WHERE ((p.posting_id = check_request.posting_id) AND (p.officer_id = check_request.asked_by) AND (u.district_id = check_request.district_id))))));
create policy owner on register.check_request as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy prosecution_screens on register.check_request as permissive for update to amanat_app
  using (((stage = 'asked'::text) AND ( SELECT sec.has_role(ARRAY['prosecutor'::text, 'deputy_prosecutor'::text]) AS has_role) AND (( SELECT sec.people_key() AS people_key) = ('d:'::text || district_id))))
  with check (((stage = ANY (ARRAY['forwarded'::text, 'returned'::text, 'refused'::text])) AND (screened_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['prosecutor'::text, 'deputy_prosecutor'::text]) AS has_role) AND (( SELECT sec.people_key() AS people_key) = ('d:'::text || district_id))));
create policy through_its_agency on register.check_request as restrictive for all to amanat_app
  using (((( SELECT sec.agency_id() AS agency_id) IS NULL) OR (agency_id = ( SELECT sec.agency_id() AS agency_id))));
CREATE TRIGGER check_key_is_never_replaced BEFORE UPDATE OF wrapped_key ON register.check_request FOR EACH ROW WHEN (((new.wrapped_key IS NOT NULL) AND (new.wrapped_key IS DISTINCT FROM old.wrapped_key))) EXECUTE FUNCTION register.keep_or_destroy_key();
CREATE TRIGGER destroyed_check_leaves_nothing AFTER UPDATE ON register.check_request FOR EACH ROW WHEN (((old.wrapped_key IS NOT NULL) AND (new.wrapped_key IS NULL))) EXECUTE FUNCTION register.erase_around_check();
CREATE TRIGGER discarded_check_loses_its_key BEFORE UPDATE OF stage ON register.check_request FOR EACH ROW WHEN ((new.stage = 'discarded'::text)) EXECUTE FUNCTION register.destroy_key_of_discarded();
CREATE TRIGGER released_check_tells_its_agency AFTER UPDATE OF stage ON register.check_request FOR EACH ROW WHEN (((new.agency_id IS NOT NULL) AND (new.stage = 'released'::text) AND (old.stage <> 'released'::text))) EXECUTE FUNCTION register.tell_of_answer();
grant insert, select on register.check_request to amanat_app;
grant update (stage, body_enc, body_version, fir_station_id, fir_year, fir_number, offences, relevance, fir_hash, annexure_hash, updated_at, asked_at, screened_at, screened_by, approval_id, released_at) on register.check_request to amanat_app;
comment on table register.check_request is 'A question about one named suspect in the asking officer''s own FIR: drafted, screened by the prosecutor, answered by the Bureau. SOR-SOP-2024.';
comment on column register.check_request.check_id is 'Opaque id.';
comment on column register.check_request.district_id is 'District of the investigator''s unit; its prosecutor screens, its District Police Officer has the copy.';
comment on column register.check_request.asked_by is 'Investigator; the answer is for him alone.';
comment on column register.check_request.posting_id is 'His posting when he began it.';
comment on column register.check_request.stage is 'drafting, discarded, asked (with the prosecutor), returned (by him, or to complete), refused, forwarded (with the Bureau), proposed (waits for the second officer) or released.';
comment on column register.check_request.wrapped_key is 'The request''s key; null once destroyed, which erases all that was known of the suspect.';
comment on column register.check_request.kek_id is 'Which key-encryption key wraps it.';
comment on column register.check_request.body_enc is 'The suspect as known, the reasons and what else was typed, as JSON, encrypted.';
comment on column register.check_request.body_version is 'Version of the body; bound into the encryption and checked on every save.';
comment on column register.check_request.fir_station_id is 'Police station of the FIR.';
comment on column register.check_request.fir_year is 'Year of the FIR.';
comment on column register.check_request.fir_number is 'Serial of the FIR in its station and year.';
comment on column register.check_request.offences is 'Sections of the FIR: keys of the catalogue, those outside it as typed.';
comment on column register.check_request.relevance is 'How the suspect stands in the case; unrelated is never asked.';
comment on column register.check_request.fir_hash is 'SHA-256 of the copy of the FIR; the copy itself is never stored (LAW 5).';
comment on column register.check_request.annexure_hash is 'SHA-256 of the signed Annexure A; the scan itself is never stored.';
comment on column register.check_request.created_at is 'Begun.';
comment on column register.check_request.updated_at is 'Last change.';
comment on column register.check_request.asked_at is 'Sent to the prosecutor, last time; his clock runs from here.';
comment on column register.check_request.screened_at is 'The prosecutor''s word; the Bureau''s clock runs from here.';
comment on column register.check_request.screened_by is 'Prosecutor, or the deputy who covered him.';
comment on column register.check_request.approval_id is 'The answer that waits for its second officer, or was released.';
comment on column register.check_request.released_at is 'When the last answer was released.';
comment on column register.check_request.agency_id is 'The agency through whose system it was begun; null: on the register''s own screens.';

create table register.check_step (
  step_id uuid not null,
  check_id uuid not null,
  act text not null,
  reason text,
  note_enc bytea,
  happened_at timestamp with time zone not null default now(),
  done_by uuid not null
);
alter table register.check_step add constraint check_step_act_check CHECK ((act = ANY (ARRAY['asked'::text, 'forwarded'::text, 'returned'::text, 'refused'::text, 'proposed'::text, 'sent_back'::text, 'released'::text, 'reopened'::text])));
alter table register.check_step add constraint check_step_check_id_fkey FOREIGN KEY (check_id) REFERENCES register.check_request(check_id) ON DELETE RESTRICT;
alter table register.check_step add constraint check_step_done_by_fkey FOREIGN KEY (done_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.check_step add constraint check_step_pkey PRIMARY KEY (step_id);
create INDEX check_step_check ON register.check_step USING btree (check_id, happened_at);
create INDEX check_step_done_by ON register.check_step USING btree (done_by);
-- row security: enabled, forced
create policy own_step_with_the_request on register.check_step as permissive for insert to amanat_app
  with check (((done_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.check_request c
  WHERE (c.check_id = check_step.check_id)))));
create policy owner on register.check_step as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_request on register.check_step as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.check_request c
  WHERE (c.check_id = check_step.check_id))));
CREATE TRIGGER desks_are_impartial BEFORE INSERT ON register.check_step FOR EACH ROW WHEN ((new.act = ANY (ARRAY['forwarded'::text, 'returned'::text, 'refused'::text, 'proposed'::text, 'released'::text]))) EXECUTE FUNCTION register.keep_check_desks_impartial();
grant insert, select on register.check_step to amanat_app;
comment on table register.check_step is 'What each desk did with a check request; none of it tells whether the register holds anybody. SOR-SOP-2024.';
comment on column register.check_step.step_id is 'Opaque id.';
comment on column register.check_step.check_id is 'The request.';
comment on column register.check_step.act is 'asked, forwarded, returned, refused, proposed, sent_back, released or reopened.';
comment on column register.check_step.reason is 'Code of the reason, where one was needed.';
comment on column register.check_step.note_enc is 'What was written beside it, encrypted by the request''s key.';
comment on column register.check_step.happened_at is 'When.';
comment on column register.check_step.done_by is 'Who.';

create table register.civil_event (
  civil_event_id uuid not null,
  event_no bigint not null,
  person_id uuid not null,
  kind text not null,
  happened_on date not null,
  detail_enc bytea not null,
  number_index bytea,
  change_id uuid,
  read_at timestamp with time zone not null default now()
);
alter table register.civil_event add constraint civil_event_check CHECK (((kind = 'new_cnic'::text) = (number_index IS NOT NULL)));
alter table register.civil_event add constraint civil_event_check1 CHECK (((change_id IS NULL) OR (kind = 'name_change'::text)));
alter table register.civil_event add constraint civil_event_kind_check CHECK ((kind = ANY (ARRAY['name_change'::text, 'new_cnic'::text, 'death'::text])));
alter table register.civil_event add constraint civil_event_number_index_check CHECK ((octet_length(number_index) = 32));
alter table register.civil_event add constraint civil_event_change_id_fkey FOREIGN KEY (change_id) REFERENCES register.change(change_id) ON DELETE RESTRICT;
alter table register.civil_event add constraint civil_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.civil_event add constraint civil_event_pkey PRIMARY KEY (civil_event_id);
create INDEX civil_event_change ON register.civil_event USING btree (change_id) WHERE (change_id IS NOT NULL);
create INDEX civil_event_read ON register.civil_event USING btree (read_at);
create UNIQUE INDEX civil_event_once ON register.civil_event USING btree (person_id, event_no);
-- row security: enabled, forced
create policy night_work_reads_in on register.civil_event as permissive for insert to amanat_app
  with check (( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role));
create policy owner on register.civil_event as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.civil_event as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = civil_event.person_id))));
grant insert, select on register.civil_event to amanat_app;
comment on table register.civil_event is 'An event of the civil register about a person of this one; whoever is not on it leaves no trace here. SOR-RULES-2023 (change of name).';
comment on column register.civil_event.civil_event_id is 'Opaque id.';
comment on column register.civil_event.event_no is 'Number of the event at the civil register.';
comment on column register.civil_event.person_id is 'The person.';
comment on column register.civil_event.kind is 'name_change, new_cnic or death.';
comment on column register.civil_event.happened_on is 'Day of the event.';
comment on column register.civil_event.detail_enc is 'The new name or number, as JSON, encrypted by the person''s key.';
comment on column register.civil_event.number_index is 'Keyed hash of the new CNIC, as of a document; null for other kinds.';
comment on column register.civil_event.change_id is 'The change that was recorded because nobody had told of it; null: it was told, or is no change of name.';
comment on column register.civil_event.read_at is 'When it was read.';

create table register.civil_reading (
  civil_reading_id uuid not null,
  last_no bigint not null,
  event_count integer not null,
  held_count integer not null,
  read_at timestamp with time zone not null default now()
);
alter table register.civil_reading add constraint civil_reading_pkey PRIMARY KEY (civil_reading_id);
create INDEX civil_reading_last ON register.civil_reading USING btree (last_no);
-- row security: enabled, forced
create policy night_work_and_bureau on register.civil_reading as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'night_work'::text]) AS has_role));
create policy night_work_reads_in on register.civil_reading as permissive for insert to amanat_app
  with check (( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role));
create policy owner on register.civil_reading as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.civil_reading to amanat_app;
comment on table register.civil_reading is 'How far the events of the civil register were read. No legal basis needed: it names nobody.';
comment on column register.civil_reading.civil_reading_id is 'Opaque id.';
comment on column register.civil_reading.last_no is 'Number of the last event read.';
comment on column register.civil_reading.event_count is 'Events of that reading.';
comment on column register.civil_reading.held_count is 'How many were about people of the register.';
comment on column register.civil_reading.read_at is 'When.';

create table register.clearance (
  clearance_id uuid not null,
  person_id uuid,
  number_index bytea not null,
  match_pair_id uuid,
  issued_by uuid,
  issued_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  check_id uuid,
  answer_id uuid,
  holder_enc bytea,
  wrapped_key bytea,
  kek_id text,
  asked_on date,
  asked_by uuid,
  asked_at timestamp with time zone,
  slip_number text,
  content_hash bytea,
  code text,
  withdrawn_by uuid,
  withdrawn_for text,
  withdrawal_approval_id uuid
);
alter table register.clearance add constraint asked_with_its_holder CHECK ((((asked_by IS NULL) = (holder_enc IS NULL)) AND ((asked_by IS NULL) = (asked_on IS NULL)) AND ((asked_by IS NULL) = (asked_at IS NULL)) AND ((asked_by IS NULL) = (kek_id IS NULL))));
alter table register.clearance add constraint clearance_content_hash_check CHECK ((octet_length(content_hash) = 32));
alter table register.clearance add constraint clearance_number_index_check CHECK ((octet_length(number_index) = 32));
alter table register.clearance add constraint clearance_withdrawn_for_check CHECK ((withdrawn_for = ANY (ARRAY['he_is'::text, 'another_card'::text, 'wrong_record'::text, 'other'::text])));
alter table register.clearance add constraint issued_as_a_whole CHECK ((((issued_at IS NULL) = (issued_by IS NULL)) AND ((issued_at IS NULL) OR (person_id IS NOT NULL)) AND ((slip_number IS NULL) = ((issued_at IS NULL) OR (asked_by IS NULL)))));
alter table register.clearance add constraint issued_is_withdrawn_by_two CHECK (((withdrawal_approval_id IS NOT NULL) = ((withdrawn_at IS NOT NULL) AND (issued_at IS NOT NULL)))) NOT VALID;
alter table register.clearance add constraint nobody_issues_what_he_asked CHECK ((issued_by <> asked_by)) NOT VALID;
alter table register.clearance add constraint nobody_refuses_what_he_asked CHECK (((issued_at IS NOT NULL) OR (withdrawn_by <> asked_by)));
alter table register.clearance add constraint of_one_cause CHECK ((((check_id IS NULL) = (answer_id IS NULL)) AND ((check_id IS NULL) OR (match_pair_id IS NULL))));
alter table register.clearance add constraint withdrawn_as_a_whole CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_for IS NULL)))) NOT VALID;
alter table register.clearance add constraint clearance_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES register.check_answer(answer_id) ON DELETE RESTRICT;
alter table register.clearance add constraint clearance_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.clearance add constraint clearance_check_id_fkey FOREIGN KEY (check_id) REFERENCES register.check_request(check_id) ON DELETE RESTRICT;
alter table register.clearance add constraint clearance_cleared_by_fkey FOREIGN KEY (issued_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.clearance add constraint clearance_match_pair_id_fkey FOREIGN KEY (match_pair_id) REFERENCES register.match_pair(match_pair_id) ON DELETE RESTRICT;
alter table register.clearance add constraint clearance_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.clearance add constraint clearance_withdrawal_approval_id_fkey FOREIGN KEY (withdrawal_approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.clearance add constraint clearance_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.clearance add constraint clearance_pkey PRIMARY KEY (clearance_id);
alter table register.clearance add constraint clearance_slip_number_key UNIQUE (slip_number);
alter table register.clearance add constraint clearance_withdrawal_approval_id_key UNIQUE (withdrawal_approval_id);
create INDEX clearance_answer ON register.clearance USING btree (answer_id) WHERE (answer_id IS NOT NULL);
create INDEX clearance_asked_by ON register.clearance USING btree (asked_by) WHERE (asked_by IS NOT NULL);
create INDEX clearance_check ON register.clearance USING btree (check_id) WHERE (check_id IS NOT NULL);
create INDEX clearance_issued_by ON register.clearance USING btree (issued_by);
create INDEX clearance_match_pair ON register.clearance USING btree (match_pair_id) WHERE (match_pair_id IS NOT NULL);
create INDEX clearance_number ON register.clearance USING btree (number_index);
create INDEX clearance_person ON register.clearance USING btree (person_id);
create INDEX clearance_waiting ON register.clearance USING btree (asked_at, clearance_id) WHERE (issued_at IS NULL);
create INDEX clearance_withdrawn ON register.clearance USING btree (withdrawn_at DESC, clearance_id DESC) WHERE (withdrawn_at IS NOT NULL);
create INDEX clearance_withdrawn_by ON register.clearance USING btree (withdrawn_by) WHERE (withdrawn_by IS NOT NULL);
create UNIQUE INDEX clearance_once_a_pair ON register.clearance USING btree (match_pair_id, person_id) WHERE ((match_pair_id IS NOT NULL) AND (asked_at IS NOT NULL) AND (withdrawn_at IS NULL));
create UNIQUE INDEX clearance_once_an_answer ON register.clearance USING btree (answer_id) WHERE ((answer_id IS NOT NULL) AND (withdrawn_at IS NULL));
-- row security: enabled, forced
create policy bureau_issues on register.clearance as permissive for update to amanat_app
  using (((issued_at IS NULL) AND (asked_by <> ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role)))
  with check (((issued_by = ( SELECT sec.officer_id() AS officer_id)) AND (withdrawn_at IS NULL) AND ((EXISTS ( SELECT
   FROM register.disclosure d
  WHERE ((d.answer_id = clearance.answer_id) AND (d.person_id = clearance.person_id)))) OR (EXISTS ( SELECT
   FROM register.match_pair m
  WHERE ((m.match_pair_id = clearance.match_pair_id) AND (m.decision = 'different'::text) AND ((clearance.person_id = m.person_a_id) OR (clearance.person_id = m.person_b_id))))))));
create policy bureau_refuses on register.clearance as permissive for update to amanat_app
  using (((issued_at IS NULL) AND (asked_by <> ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role)))
  with check (((issued_at IS NULL) AND (withdrawn_by = ( SELECT sec.officer_id() AS officer_id))));
create policy bureau_withdraws on register.clearance as permissive for update to amanat_app
  using (((issued_at IS NOT NULL) AND ( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role)))
  with check (((withdrawn_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM (register.approval_decision d
     JOIN register.approval a ON ((a.approval_id = d.approval_id)))
  WHERE ((d.approval_id = clearance.withdrawal_approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id)) AND (a.kind = 'clearance'::text) AND (a.subject_id = clearance.clearance_id))))));
create policy owner on register.clearance as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy who_asked_or_bureau on register.clearance as permissive for select to amanat_app
  using ((( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) OR ((asked_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['investigator'::text]) AS has_role))));
create policy who_said_not_him on register.clearance as permissive for insert to amanat_app
  with check (((asked_by = ( SELECT sec.officer_id() AS officer_id)) AND (issued_at IS NULL) AND (((match_pair_id IS NULL) AND (person_id IS NULL) AND ( SELECT sec.has_role(ARRAY['investigator'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.check_confirmation s
  WHERE ((s.answer_id = clearance.answer_id) AND (s.check_id = clearance.check_id) AND (s.said = 'not_him'::text) AND (s.said_by = ( SELECT sec.officer_id() AS officer_id)))))) OR ((check_id IS NULL) AND ( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.match_pair m
  WHERE ((m.match_pair_id = clearance.match_pair_id) AND (m.decision = 'different'::text) AND ((clearance.person_id = m.person_a_id) OR (clearance.person_id = m.person_b_id)))))))));
CREATE TRIGGER issued_stays BEFORE UPDATE ON register.clearance FOR EACH ROW EXECUTE FUNCTION register.keep_clearance();
grant insert, select on register.clearance to amanat_app;
grant update (person_id, issued_by, issued_at, withdrawn_at, slip_number, content_hash, code, withdrawn_by, withdrawn_for, withdrawal_approval_id) on register.clearance to amanat_app;
comment on table register.clearance is 'The holder of a CNIC, who asked for it himself, is not this person of the register: checks, searches, intake and the queue of comparisons keep to it, and he has a slip that says so. Constitution Art. 10-A, 14.';
comment on column register.clearance.clearance_id is 'Opaque id.';
comment on column register.clearance.person_id is 'Whom of the register he is not; of a check null until it is issued, and never printed.';
comment on column register.clearance.number_index is 'Keyed hash of his CNIC, of a kind of its own that no look-up of people asks by; of clearances before 2026-12 of the kind of CNICs.';
comment on column register.clearance.match_pair_id is 'The comparison that found it out; null: a check did, or it was found out otherwise.';
comment on column register.clearance.issued_by is 'Officer of the Bureau who issued it: never the one who passed it on.';
comment on column register.clearance.issued_at is 'When; null while it waits.';
comment on column register.clearance.withdrawn_at is 'From when it does not count any more, or when the request was refused; null while it counts or waits.';
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
comment on column register.clearance.withdrawn_by is 'Officer of the Bureau who approved the withdrawal, or refused the request: never the one who passed it on.';
comment on column register.clearance.withdrawn_for is 'Why: he_is (he is, or may be, the person of the record), another_card (the card is not his), wrong_record (it speaks of another record), other.';
comment on column register.clearance.withdrawal_approval_id is 'The decision of the second officer by which an issued slip was withdrawn; null for a request refused.';

create table register.closed_desk (
  closed_desk_id uuid not null,
  station_id text,
  from_on date not null,
  to_on date not null,
  cause text not null,
  reference text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  act_id uuid not null default gen_random_uuid()
);
alter table register.closed_desk add constraint closed_desk_cause_check CHECK ((cause = ANY (ARRAY['holiday'::text, 'strike'::text, 'flood'::text, 'security'::text, 'election'::text, 'other'::text])));
alter table register.closed_desk add constraint closed_desk_check CHECK ((to_on > from_on));
alter table register.closed_desk add constraint closed_desk_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.closed_desk add constraint closed_desk_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.closed_desk add constraint closed_desk_pkey PRIMARY KEY (closed_desk_id);
create INDEX closed_desk_act ON register.closed_desk USING btree (act_id);
create INDEX closed_desk_days ON register.closed_desk USING btree (from_on, to_on) WHERE (superseded_at IS NULL);
create INDEX closed_desk_recorded_by ON register.closed_desk USING btree (recorded_by);
create INDEX closed_desk_station ON register.closed_desk USING btree (station_id, from_on);
-- row security: enabled, forced
create policy bureau_strikes_out on register.closed_desk as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role));
create policy own_station_or_bureau on register.closed_desk as permissive for insert to amanat_app
  with check (((recorded_by = ( SELECT sec.officer_id() AS officer_id)) AND (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) OR (( SELECT sec.has_role(ARRAY['station_officer'::text, 'station_head'::text]) AS has_role) AND (('s:'::text || station_id) = ( SELECT sec.people_key() AS people_key))))));
create policy owner on register.closed_desk as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy whoever_sees_people on register.closed_desk as permissive for select to amanat_app
  using ((( SELECT sec.people_key() AS people_key) IS NOT NULL));
CREATE TRIGGER closed_desk_moves_dates AFTER INSERT OR UPDATE ON register.closed_desk FOR EACH ROW EXECUTE FUNCTION register.bump_generation();
grant insert, select on register.closed_desk to amanat_app;
grant update (superseded_at) on register.closed_desk to amanat_app;
comment on table register.closed_desk is 'Days on which the desk of a station, or every desk, received nobody; they move dates. RULES 1.';
comment on column register.closed_desk.closed_desk_id is 'Opaque id.';
comment on column register.closed_desk.station_id is 'The station; null: all of Pakistan.';
comment on column register.closed_desk.from_on is 'First closed day.';
comment on column register.closed_desk.to_on is 'First day open again.';
comment on column register.closed_desk.cause is 'holiday (announced), strike, flood, security, election or other.';
comment on column register.closed_desk.reference is 'Number of the notification, where there is one; never about a person.';
comment on column register.closed_desk.recorded_at is 'When it was typed in.';
comment on column register.closed_desk.recorded_by is 'Officer who recorded it.';
comment on column register.closed_desk.superseded_at is 'Instant it was struck out as wrong; null while live.';
comment on column register.closed_desk.act_id is 'The act that recorded it: one for all stations of a district, and for what remains of it when it is struck out.';

create table register.common_key (
  pair bigint not null,
  holder_count integer not null
);
alter table register.common_key add constraint common_key_pkey PRIMARY KEY (pair);
-- row security: enabled, forced
create policy owner on register.common_key as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy who_sees_people on register.common_key as permissive for select to amanat_app
  using ((( SELECT sec.people_key() AS people_key) IS NOT NULL));
grant select on register.common_key to amanat_app;
comment on table register.common_key is 'Pairs held by so many that they find nobody: no longer kept person by person. No legal basis needed: it names nobody.';
comment on column register.common_key.pair is 'As in register.person_key.';
comment on column register.common_key.holder_count is 'How many held it when it was last counted.';

create table register.conflict (
  officer_id uuid not null,
  subject_id uuid not null,
  declared_at timestamp with time zone not null default now(),
  reason_code text not null,
  conflict_id uuid not null default gen_random_uuid(),
  withdrawn_at timestamp with time zone,
  withdrawal_id uuid
);
alter table register.conflict add constraint conflict_check CHECK (((withdrawn_at IS NULL) = (withdrawal_id IS NULL)));
alter table register.conflict add constraint conflict_reason_code_check CHECK ((reason_code = ANY (ARRAY['relative'::text, 'case'::text, 'other'::text])));
alter table register.conflict add constraint conflict_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.conflict add constraint conflict_withdrawal_id_fkey FOREIGN KEY (withdrawal_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.conflict add constraint conflict_pkey PRIMARY KEY (conflict_id);
create INDEX conflict_officer ON register.conflict USING btree (officer_id);
create INDEX conflict_withdrawal ON register.conflict USING btree (withdrawal_id) WHERE (withdrawal_id IS NOT NULL);
create UNIQUE INDEX conflict_live ON register.conflict USING btree (officer_id, subject_id) WHERE (withdrawn_at IS NULL);
-- row security: enabled, forced
create policy own on register.conflict as permissive for select to amanat_app
  using ((officer_id = ( SELECT sec.officer_id() AS officer_id)));
create policy own_in on register.conflict as permissive for insert to amanat_app
  with check ((officer_id = ( SELECT sec.officer_id() AS officer_id)));
create policy owner on register.conflict as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.conflict to amanat_app;
comment on table register.conflict is 'Conflicts of interest an officer declared: while one stands he decides nothing about that subject.';
comment on column register.conflict.officer_id is 'Who declared.';
comment on column register.conflict.subject_id is 'Person, draft or approval concerned.';
comment on column register.conflict.declared_at is 'When.';
comment on column register.conflict.reason_code is 'relative, case (worked on it) or other.';
comment on column register.conflict.conflict_id is 'Opaque id.';
comment on column register.conflict.withdrawn_at is 'Instant from which it stands no more; null while it does.';
comment on column register.conflict.withdrawal_id is 'The second officer''s decision behind it; null while it stands.';

create table register.contact_step (
  contact_step_id uuid not null,
  person_id uuid not null,
  duty text not null,
  key text not null,
  due_on date not null,
  kind text not null,
  made_on date not null,
  outcome text not null,
  note_enc bytea,
  station_id text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  superseded_at timestamp with time zone
);
alter table register.contact_step add constraint contact_step_check CHECK (((kind = 'letter'::text) = (outcome = ANY (ARRAY['sent'::text, 'returned'::text]))));
alter table register.contact_step add constraint contact_step_duty_check CHECK ((duty = ANY (ARRAY['confirm_in_person'::text, 'notify_name_change'::text, 'notify_address_change'::text, 'notify_travel_abroad'::text, 'notify_absence'::text])));
alter table register.contact_step add constraint contact_step_kind_check CHECK ((kind = ANY (ARRAY['visit'::text, 'call'::text, 'letter'::text])));
alter table register.contact_step add constraint contact_step_outcome_check CHECK ((outcome = ANY (ARRAY['spoke'::text, 'not_reached'::text, 'sent'::text, 'returned'::text])));
alter table register.contact_step add constraint contact_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.contact_step add constraint contact_step_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.contact_step add constraint contact_step_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.contact_step add constraint contact_step_pkey PRIMARY KEY (contact_step_id);
create INDEX contact_step_person ON register.contact_step USING btree (person_id, duty, key);
create INDEX contact_step_recorded_by ON register.contact_step USING btree (recorded_by);
create INDEX contact_step_station ON register.contact_step USING btree (station_id) WHERE (station_id IS NOT NULL);
-- row security: enabled, forced
create policy own_station_or_bureau on register.contact_step as permissive for insert to amanat_app
  with check (((recorded_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['station_officer'::text, 'station_head'::text, 'bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = contact_step.person_id)))));
create policy own_station_or_bureau_superseded on register.contact_step as permissive for update to amanat_app
  using ((( SELECT sec.has_role(ARRAY['station_officer'::text, 'station_head'::text, 'bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = contact_step.person_id)))));
create policy owner on register.contact_step as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.contact_step as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = contact_step.person_id))));
grant insert, select on register.contact_step to amanat_app;
grant update (superseded_at) on register.contact_step to amanat_app;
comment on table register.contact_step is 'An attempt to speak with a person about a duty that lapsed, before anything is decided, or where the gate forbids more. SOR-SOP-2024; DESIGN 7.';
comment on column register.contact_step.contact_step_id is 'Opaque id.';
comment on column register.contact_step.person_id is 'The person.';
comment on column register.contact_step.duty is 'Which duty lapsed.';
comment on column register.contact_step.key is 'schedule.occurrence of a confirmation, else the id of the change or trip.';
comment on column register.contact_step.due_on is 'Date by which it was due; of a deadline in hours, the date of its instant.';
comment on column register.contact_step.kind is 'visit, call or letter.';
comment on column register.contact_step.made_on is 'Day of the attempt.';
comment on column register.contact_step.outcome is 'spoke or not_reached; of a letter, sent or returned.';
comment on column register.contact_step.note_enc is 'What came of it, encrypted by the person''s key; null when nothing was noted.';
comment on column register.contact_step.station_id is 'Station that made it; null: the Bureau.';
comment on column register.contact_step.recorded_at is 'When it was typed in.';
comment on column register.contact_step.recorded_by is 'Officer who recorded it.';
comment on column register.contact_step.superseded_at is 'Instant it was struck out as wrong; null while live.';

create table register.conviction (
  conviction_id uuid not null,
  person_id uuid not null,
  fir_station text not null,
  fir_year integer not null,
  fir_number integer not null,
  court text not null,
  case_number text,
  offences text[] not null,
  offence_on date not null,
  convicted_on date not null,
  country text not null default 'PK'::text,
  jurisdiction text not null,
  victim text not null,
  disposal text not null,
  juvenile boolean not null default false,
  sentence_months integer,
  is_life boolean not null default false,
  fine_pkr bigint,
  judgment_hash bytea,
  source_kind text not null,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null
);
alter table register.conviction add constraint conviction_disposal_check CHECK ((disposal = ANY (ARRAY['imprisonment'::text, 'fine'::text, 'probation'::text, 'conditional_discharge'::text])));
alter table register.conviction add constraint conviction_victim_check CHECK ((victim = ANY (ARRAY['woman'::text, 'child'::text, 'other'::text])));
alter table register.conviction add constraint conviction_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.conviction add constraint conviction_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.conviction add constraint conviction_pkey PRIMARY KEY (conviction_id);
create INDEX conviction_added_by ON register.conviction USING btree (added_by);
create INDEX conviction_fir ON register.conviction USING btree (fir_number, fir_year, lower(fir_station));
create INDEX conviction_person ON register.conviction USING btree (person_id);
-- row security: enabled, forced
create policy owner on register.conviction as permissive for select to amanat_owner
  using (true);
create policy owner_computes on register.conviction as permissive for select to amanat_owner
  using (true);
create policy owner_counts on register.conviction as permissive for select to amanat_owner
  using (true);
create policy with_the_person on register.conviction as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = conviction.person_id))));
create policy with_the_person_in on register.conviction as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = conviction.person_id))));
grant insert, select on register.conviction to amanat_app;
comment on table register.conviction is 'A conviction for one or more offences in one judgment. The survivor appears only as a category (LAW 5).';
comment on column register.conviction.conviction_id is 'Opaque id.';
comment on column register.conviction.person_id is 'The convicted.';
comment on column register.conviction.fir_station is 'Police station of the FIR, as written.';
comment on column register.conviction.fir_year is 'Year of the FIR.';
comment on column register.conviction.fir_number is 'Serial of the FIR in its station and year.';
comment on column register.conviction.court is 'Court that convicted.';
comment on column register.conviction.case_number is 'The court''s case number.';
comment on column register.conviction.offences is 'Offence keys of the catalogue, e.g. PPC-376; those outside it as typed.';
comment on column register.conviction.offence_on is 'Date of the offence.';
comment on column register.conviction.convicted_on is 'Date of the judgment.';
comment on column register.conviction.country is 'ISO 3166-1 code of the convicting country.';
comment on column register.conviction.jurisdiction is 'ISO 3166-2 code of the province or territory.';
comment on column register.conviction.victim is 'Category only: woman, child (under 18) or other.';
comment on column register.conviction.disposal is 'What the court did; probation and conditional discharge are not convictions (PROB-1960 s.11).';
comment on column register.conviction.juvenile is 'Flagged as under 18 at the time of the offence.';
comment on column register.conviction.sentence_months is 'Imprisonment in months; null when none or for life.';
comment on column register.conviction.is_life is 'Imprisonment for life.';
comment on column register.conviction.fine_pkr is 'Fine in rupees.';
comment on column register.conviction.judgment_hash is 'SHA-256 of the certified judgment; scans are never stored (LAW 5).';
comment on column register.conviction.source_kind is 'return or screen.';
comment on column register.conviction.added_at is 'Instant of entry.';
comment on column register.conviction.added_by is 'Officer who proposed it.';

create table register.correction (
  correction_id uuid not null,
  person_id uuid not null,
  field text not null,
  target_id uuid,
  before_enc bytea not null,
  after_enc bytea not null,
  source_kind text not null,
  source_on date not null,
  source_ref_enc bytea not null,
  asked_by text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null default now(),
  approval_id uuid not null
);
alter table register.correction add constraint correction_asked_by_check CHECK ((asked_by = ANY (ARRAY['person'::text, 'officer'::text])));
alter table register.correction add constraint correction_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval(approval_id) ON DELETE RESTRICT;
alter table register.correction add constraint correction_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.correction add constraint correction_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.correction add constraint correction_pkey PRIMARY KEY (correction_id);
create INDEX correction_approval ON register.correction USING btree (approval_id);
create INDEX correction_person ON register.correction USING btree (person_id);
create INDEX correction_proposed_by ON register.correction USING btree (proposed_by);
-- row security: enabled, forced
create policy owner on register.correction as permissive for select to amanat_owner
  using (true);
create policy with_the_person on register.correction as permissive for all to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = correction.person_id))))
  with check (((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = correction.person_id))) AND (proposed_by = ( SELECT sec.officer_id() AS officer_id))));
grant insert, select on register.correction to amanat_app;
comment on table register.correction is 'A proposed change of one field of a person, before and after with source; takes effect only by a second officer.';
comment on column register.correction.correction_id is 'Opaque id.';
comment on column register.correction.person_id is 'The person.';
comment on column register.correction.field is 'Which field.';
comment on column register.correction.target_id is 'The version it replaces; null for a new one.';
comment on column register.correction.before_enc is 'Value before, encrypted.';
comment on column register.correction.after_enc is 'Value after, encrypted.';
comment on column register.correction.source_kind is 'What shows the new value.';
comment on column register.correction.source_on is 'Date of that.';
comment on column register.correction.source_ref_enc is 'Its reference, encrypted.';
comment on column register.correction.asked_by is 'person: he asked for it himself (Constitution Art. 10-A); officer otherwise.';
comment on column register.correction.proposed_by is 'Who proposed.';
comment on column register.correction.proposed_at is 'When.';
comment on column register.correction.approval_id is 'Its approval.';

create table register.custody (
  custody_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  to_on date,
  source_kind text not null,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  source_on date,
  superseded_at timestamp with time zone,
  source_ref_enc bytea,
  replaces_id uuid,
  held_district_id text
);
alter table register.custody add constraint custody_check CHECK (((to_on IS NULL) OR (to_on >= from_on)));
alter table register.custody add constraint custody_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.custody add constraint custody_held_district_id_fkey FOREIGN KEY (held_district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.custody add constraint custody_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.custody add constraint custody_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES register.custody(custody_id) ON DELETE RESTRICT;
alter table register.custody add constraint custody_pkey PRIMARY KEY (custody_id);
create INDEX custody_added_by ON register.custody USING btree (added_by);
create INDEX custody_held ON register.custody USING btree (person_id) WHERE ((held_district_id IS NOT NULL) AND (superseded_at IS NULL));
create INDEX custody_held_district ON register.custody USING btree (held_district_id) WHERE (held_district_id IS NOT NULL);
create INDEX custody_person ON register.custody USING btree (person_id);
create INDEX custody_replaces ON register.custody USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);
-- row security: enabled, forced
create policy owner_computes on register.custody as permissive for select to amanat_owner
  using (true);
create policy with_the_person on register.custody as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = custody.person_id))));
create policy with_the_person_in on register.custody as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = custody.person_id))));
create policy with_the_person_superseded on register.custody as permissive for update to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = custody.person_id))));
grant insert, select on register.custody to amanat_app;
grant update (superseded_at) on register.custody to amanat_app;
comment on table register.custody is 'Times in custody, half-open; an open one has no to_on. RULES 1 and 3.';
comment on column register.custody.custody_id is 'Opaque id.';
comment on column register.custody.person_id is 'The person.';
comment on column register.custody.from_on is 'First day in custody.';
comment on column register.custody.to_on is 'Day of release; null while in custody.';
comment on column register.custody.source_kind is 'Where it came from.';
comment on column register.custody.added_at is 'Instant of entry.';
comment on column register.custody.added_by is 'Officer who entered it.';
comment on column register.custody.source_on is 'Date of the source; null where it came with the entry.';
comment on column register.custody.superseded_at is 'Instant a later version replaced it, as when an open one ends; null while live.';
comment on column register.custody.source_ref_enc is 'Number or name of the source, encrypted by the person''s key; null where it came with the entry.';
comment on column register.custody.replaces_id is 'The version that this one ends; null for a first one.';
comment on column register.custody.held_district_id is 'District of the prison or station that holds him; null where nobody said, as of custody that came with an entry.';

create table register.disclosure (
  disclosure_id uuid not null,
  person_id uuid not null,
  check_id uuid,
  answer_id uuid,
  given_to uuid,
  fields text[] not null,
  basis text not null,
  until_at timestamp with time zone,
  disclosed_at timestamp with time zone not null default now(),
  kind text not null default 'answer'::text,
  recipient text not null default 'investigator'::text,
  paper_id uuid,
  given_by uuid,
  emergency_id uuid
);
alter table register.disclosure add constraint disclosure_is_of_its_kind CHECK ((((kind = 'answer'::text) AND (answer_id IS NOT NULL) AND (check_id IS NOT NULL) AND (given_to IS NOT NULL) AND (until_at IS NOT NULL) AND (emergency_id IS NULL)) OR ((kind = 'paper'::text) AND (paper_id IS NOT NULL) AND (given_by IS NOT NULL) AND (answer_id IS NULL) AND (check_id IS NULL) AND (given_to IS NULL) AND (emergency_id IS NULL)) OR ((kind = 'emergency'::text) AND (emergency_id IS NOT NULL) AND (given_to IS NOT NULL) AND (until_at IS NOT NULL) AND (answer_id IS NULL) AND (check_id IS NULL) AND (paper_id IS NULL) AND (given_by IS NULL))));
alter table register.disclosure add constraint disclosure_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'paper'::text, 'emergency'::text])));
alter table register.disclosure add constraint disclosure_recipient_check CHECK ((recipient = ANY (ARRAY['investigator'::text, 'prosecution'::text, 'person'::text, 'officer'::text])));
alter table register.disclosure add constraint disclosure_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES register.check_answer(answer_id) ON DELETE RESTRICT;
alter table register.disclosure add constraint disclosure_check_id_fkey FOREIGN KEY (check_id) REFERENCES register.check_request(check_id) ON DELETE RESTRICT;
alter table register.disclosure add constraint disclosure_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES register.emergency(emergency_id) ON DELETE RESTRICT;
alter table register.disclosure add constraint disclosure_given_by_fkey FOREIGN KEY (given_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.disclosure add constraint disclosure_given_to_fkey FOREIGN KEY (given_to) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.disclosure add constraint disclosure_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.disclosure add constraint disclosure_pkey PRIMARY KEY (disclosure_id);
create INDEX disclosure_answer ON register.disclosure USING btree (answer_id);
create INDEX disclosure_check ON register.disclosure USING btree (check_id);
create INDEX disclosure_emergency ON register.disclosure USING btree (emergency_id) WHERE (emergency_id IS NOT NULL);
create INDEX disclosure_given_by ON register.disclosure USING btree (given_by);
create INDEX disclosure_given_to ON register.disclosure USING btree (given_to, disclosed_at);
create INDEX disclosure_latest ON register.disclosure USING btree (disclosed_at DESC, disclosure_id);
create INDEX disclosure_person ON register.disclosure USING btree (person_id, disclosed_at);
-- row security: enabled, forced
create policy bureau on register.disclosure as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role));
create policy of_his_own_paper on register.disclosure as permissive for insert to amanat_app
  with check (((kind = 'paper'::text) AND (given_by = ( SELECT sec.officer_id() AS officer_id)) AND ((EXISTS ( SELECT
   FROM register.print p
  WHERE ((p.print_id = disclosure.paper_id) AND (p.person_id = disclosure.person_id) AND (p.printed_by = ( SELECT sec.officer_id() AS officer_id))))) OR (EXISTS ( SELECT
   FROM (register.certificate c
     JOIN register.exit e USING (exit_id))
  WHERE ((c.print_id = disclosure.paper_id) AND (e.person_id = disclosure.person_id) AND (c.printed_by = ( SELECT sec.officer_id() AS officer_id))))))));
create policy owner on register.disclosure as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_its_answer on register.disclosure as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM (register.check_answer a
     JOIN register.check_request c USING (check_id))
  WHERE ((a.answer_id = disclosure.answer_id) AND (a.check_id = disclosure.check_id) AND (a.outcome = 'record_exists'::text) AND (a.released_by = ( SELECT sec.officer_id() AS officer_id)) AND (c.asked_by = disclosure.given_to))))));
create policy with_the_person on register.disclosure as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = disclosure.person_id))));
CREATE TRIGGER answers_are_impartial BEFORE INSERT ON register.disclosure FOR EACH ROW WHEN ((new.kind = 'answer'::text)) EXECUTE FUNCTION register.keep_answers_impartial();
grant insert, select on register.disclosure to amanat_app;
comment on table register.disclosure is 'The register of disclosures: what of whom left the register, to whom, by which basis, until when. ARITA-2021 s.24(2).';
comment on column register.disclosure.disclosure_id is 'Opaque id.';
comment on column register.disclosure.person_id is 'About whom.';
comment on column register.disclosure.check_id is 'The request that asked; null for a paper.';
comment on column register.disclosure.answer_id is 'The answer that gave it; null for a paper.';
comment on column register.disclosure.given_to is 'To whom; null where it is no officer of the register.';
comment on column register.disclosure.fields is 'Names of the fields given.';
comment on column register.disclosure.basis is 'The law key that opens the release.';
comment on column register.disclosure.until_at is 'From when on the answer is not opened; null for a paper, which has no end.';
comment on column register.disclosure.disclosed_at is 'When it was released.';
comment on column register.disclosure.kind is 'answer (to a check request), paper, or emergency (opened in danger to life).';
comment on column register.disclosure.recipient is 'investigator, prosecution, the person himself, or officer: who used the emergency access.';
comment on column register.disclosure.paper_id is 'The print or certificate; null for an answer.';
comment on column register.disclosure.given_by is 'Who let it out: the second officer of an answer, or who printed the paper. Null in an emergency, and for answers before this column.';
comment on column register.disclosure.emergency_id is 'The use of the emergency access; null for answers and papers.';

create table register.draft (
  draft_id uuid not null,
  district_id text not null,
  author_id uuid not null,
  posting_id uuid not null,
  origin text not null,
  import_id uuid,
  import_line integer,
  stage text not null,
  wrapped_key bytea,
  kek_id text not null,
  body_enc bytea not null,
  body_version integer not null default 1,
  searched_at timestamp with time zone,
  convicted_on date,
  eligibility jsonb,
  identity_outcome text,
  held_person_id uuid,
  approval_id uuid,
  return_reason_enc bytea,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  submitted_at timestamp with time zone,
  entered_person_id uuid,
  stopped_search_id uuid
);
alter table register.draft add constraint discarded_is_erased CHECK (((stage <> 'discarded'::text) OR (wrapped_key IS NULL)));
alter table register.draft add constraint draft_identity_outcome_check CHECK ((identity_outcome = ANY (ARRAY['verified'::text, 'not_found'::text, 'mismatch'::text, 'no_document'::text, 'unavailable'::text])));
alter table register.draft add constraint draft_origin_check CHECK ((origin = ANY (ARRAY['screen'::text, 'return'::text])));
alter table register.draft add constraint draft_stage_check CHECK ((stage = ANY (ARRAY['collecting'::text, 'identity'::text, 'legal'::text, 'bureau'::text, 'entered'::text, 'not_registrable'::text, 'discarded'::text])));
alter table register.draft add constraint draft_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval(approval_id) ON DELETE RESTRICT;
alter table register.draft add constraint draft_author_id_fkey FOREIGN KEY (author_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.draft add constraint draft_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.draft add constraint draft_entered_person_id_fkey FOREIGN KEY (entered_person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.draft add constraint draft_import_id_fkey FOREIGN KEY (import_id) REFERENCES register.import(import_id) ON DELETE RESTRICT;
alter table register.draft add constraint draft_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES access.posting(posting_id) ON DELETE RESTRICT;
alter table register.draft add constraint draft_stopped_search_id_fkey FOREIGN KEY (stopped_search_id) REFERENCES register.search(search_id) ON DELETE RESTRICT;
alter table register.draft add constraint draft_pkey PRIMARY KEY (draft_id);
create INDEX draft_approval ON register.draft USING btree (approval_id);
create INDEX draft_author ON register.draft USING btree (author_id);
create INDEX draft_district ON register.draft USING btree (district_id, stage);
create INDEX draft_entered_person ON register.draft USING btree (entered_person_id);
create INDEX draft_held_person ON register.draft USING btree (held_person_id) WHERE (held_person_id IS NOT NULL);
create INDEX draft_import ON register.draft USING btree (import_id);
create INDEX draft_posting ON register.draft USING btree (posting_id);
create INDEX draft_stage ON register.draft USING btree (stage, submitted_at);
create INDEX draft_stopped ON register.draft USING btree (stopped_search_id) WHERE (stopped_search_id IS NOT NULL);
-- row security: enabled, forced
create policy in_scope on register.draft as permissive for select to amanat_app
  using (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy in_scope_change on register.draft as permissive for update to amanat_app
  using (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy in_scope_in on register.draft as permissive for insert to amanat_app
  with check (((author_id = ( SELECT sec.officer_id() AS officer_id)) AND ((( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id)) OR ( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role))));
create policy owner on register.draft as permissive for all to amanat_owner
  using (true)
  with check (true);
CREATE TRIGGER discarded_leaves_nothing AFTER UPDATE OF stage ON register.draft FOR EACH ROW WHEN ((new.stage = 'discarded'::text)) EXECUTE FUNCTION register.erase_around_discarded();
CREATE TRIGGER discarded_loses_its_key BEFORE UPDATE OF stage ON register.draft FOR EACH ROW WHEN ((new.stage = 'discarded'::text)) EXECUTE FUNCTION register.destroy_key_of_discarded();
grant insert, select on register.draft to amanat_app;
grant update (posting_id, stage, body_enc, body_version, searched_at, convicted_on, eligibility, identity_outcome, held_person_id, approval_id, return_reason_enc, updated_at, submitted_at, entered_person_id, stopped_search_id) on register.draft to amanat_app;
comment on table register.draft is 'An entry in the making: from a return or typed on the screen; nobody is on the register by it.';
comment on column register.draft.draft_id is 'Opaque id.';
comment on column register.draft.district_id is 'District of the author; for a draft of the Bureau, the one its author chose.';
comment on column register.draft.author_id is 'Prosecutor or register officer who makes it.';
comment on column register.draft.posting_id is 'The posting in whose name the identity question is asked: of who began it, then of who submitted it or took it over.';
comment on column register.draft.origin is 'screen or return.';
comment on column register.draft.import_id is 'The return it came with.';
comment on column register.draft.import_line is 'Its line there.';
comment on column register.draft.stage is 'Where it stands: collecting, identity, legal, bureau, entered, not_registrable or discarded.';
comment on column register.draft.wrapped_key is 'The draft''s key; null once destroyed, which discarding does.';
comment on column register.draft.kek_id is 'Which key-encryption key wraps it.';
comment on column register.draft.body_enc is 'All facts typed so far, as JSON, encrypted.';
comment on column register.draft.body_version is 'Version of the body; bound into the encryption and checked on every save.';
comment on column register.draft.searched_at is 'When existing people were looked up; it cannot be submitted before.';
comment on column register.draft.convicted_on is 'Date of the judgment, for the clock of 3 working days (assumed).';
comment on column register.draft.eligibility is 'Result of both tests at submission; codes only.';
comment on column register.draft.identity_outcome is 'Last answer of NADRA; null before one.';
comment on column register.draft.held_person_id is 'Person who holds the same CNIC; set at the Bureau, never shown to the author.';
comment on column register.draft.approval_id is 'The live proposal, once with the Bureau.';
comment on column register.draft.return_reason_enc is 'Why the Bureau or the legal officer gave it back, encrypted.';
comment on column register.draft.created_at is 'Begun.';
comment on column register.draft.updated_at is 'Last change.';
comment on column register.draft.submitted_at is 'Submitted.';
comment on column register.draft.entered_person_id is 'The person it became.';
comment on column register.draft.stopped_search_id is 'The look-up by name that found somebody in scope who is probably the same; null when none did, or its author said that it is another person.';

create table register.draft_match (
  draft_id uuid not null,
  district_id text not null,
  body_version integer not null,
  match_index bytea not null
);
alter table register.draft_match add constraint draft_match_match_index_check CHECK ((octet_length(match_index) = 32));
alter table register.draft_match add constraint draft_match_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.draft_match add constraint draft_match_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES register.draft(draft_id) ON DELETE RESTRICT;
alter table register.draft_match add constraint draft_match_pkey PRIMARY KEY (draft_id, body_version, match_index);
create INDEX draft_match_index ON register.draft_match USING btree (district_id, match_index);
-- row security: enabled, forced
create policy in_scope on register.draft_match as permissive for select to amanat_app
  using (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy in_scope_in on register.draft_match as permissive for insert to amanat_app
  with check (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy owner on register.draft_match as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.draft_match to amanat_app;
comment on table register.draft_match is 'By what a submitted draft of the screen is recognised when a return tells of the same conviction: FIR, judgment and one identity of the person. ARITA-2021 s.24 (every conviction is entered, once).';
comment on column register.draft_match.draft_id is 'The draft.';
comment on column register.draft_match.district_id is 'Its district.';
comment on column register.draft_match.body_version is 'The version that was submitted: once the draft says something else, its older keys count no more.';
comment on column register.draft_match.match_index is 'Keyed hash as in expectation_match; not unique.';

create table register.duty_due (
  person_id uuid not null,
  duty text not null,
  key text not null,
  about_id uuid,
  due_on date,
  due_at timestamp with time zone,
  met text,
  notice_id uuid
);
alter table register.duty_due add constraint duty_due_met_check CHECK ((met = ANY (ARRAY['met'::text, 'met_late'::text])));
alter table register.duty_due add constraint duty_due_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.duty_due add constraint duty_due_pkey PRIMARY KEY (person_id, duty, key);
create INDEX duty_due_late ON register.duty_due USING btree (due_on, person_id) WHERE (met = 'met_late'::text);
create INDEX duty_due_open ON register.duty_due USING btree (due_on, person_id) WHERE (met IS NULL);
-- row security: enabled, forced
create policy owner on register.duty_due as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.duty_due as permissive for all to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = duty_due.person_id))))
  with check ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = duty_due.person_id))));
grant delete, insert, select on register.duty_due to amanat_app;
comment on table register.duty_due is 'Each duty of a person as last computed, for finding what falls due; states are worked out on reading. RULES 4.';
comment on column register.duty_due.person_id is 'The person.';
comment on column register.duty_due.duty is 'Which duty.';
comment on column register.duty_due.key is 'schedule.occurrence of a confirmation, else the id of the change or trip.';
comment on column register.duty_due.about_id is 'The change or trip; null for a confirmation.';
comment on column register.duty_due.due_on is 'Due date; for a deadline in hours the date of its instant; null while paused openly.';
comment on column register.duty_due.due_at is 'Due instant, only for deadlines in hours.';
comment on column register.duty_due.met is 'met or met_late; null while not met.';
comment on column register.duty_due.notice_id is 'The notice that met it.';

create table register.duty_exception (
  exception_id uuid not null,
  person_id uuid not null,
  kind text not null,
  detail jsonb not null default '{}'::jsonb,
  opened_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone
);
alter table register.duty_exception add constraint duty_exception_kind_check CHECK ((kind = ANY (ARRAY['calculators_differ'::text, 'projection_differs'::text])));
alter table register.duty_exception add constraint duty_exception_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.duty_exception add constraint duty_exception_pkey PRIMARY KEY (exception_id);
create INDEX duty_exception_person ON register.duty_exception USING btree (person_id);
create UNIQUE INDEX duty_exception_open ON register.duty_exception USING btree (person_id, kind) WHERE (closed_at IS NULL);
-- row security: enabled, forced
create policy owner on register.duty_exception as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.duty_exception as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = duty_exception.person_id))));
grant select on register.duty_exception to amanat_app;
comment on table register.duty_exception is 'People for whom computing is in doubt: while one of kind calculators_differ is open, no breach may be opened. DESIGN 7.';
comment on column register.duty_exception.exception_id is 'Opaque id.';
comment on column register.duty_exception.person_id is 'The person.';
comment on column register.duty_exception.kind is 'calculators_differ: the two calculators gave different answers. projection_differs: the stored projection was not what is computed.';
comment on column register.duty_exception.detail is 'Both answers, in codes, dates and opaque ids.';
comment on column register.duty_exception.opened_at is 'When it was found.';
comment on column register.duty_exception.closed_at is 'When a later run found agreement; null while open.';

create table register.duty_generation (
  generation bigint not null generated always as identity,
  station_id text,
  cause text not null,
  happened_at timestamp with time zone not null default now()
);
alter table register.duty_generation add constraint duty_generation_cause_check CHECK ((cause = ANY (ARRAY['closed_desk'::text, 'outage'::text, 'pack'::text, 'recompute'::text])));
alter table register.duty_generation add constraint duty_generation_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.duty_generation add constraint duty_generation_pkey PRIMARY KEY (generation);
create INDEX duty_generation_station ON register.duty_generation USING btree (station_id);
-- row security: enabled, forced
create policy owner on register.duty_generation as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy whoever_sees_people on register.duty_generation as permissive for select to amanat_app
  using ((( SELECT sec.people_key() AS people_key) IS NOT NULL));
grant select on register.duty_generation to amanat_app;
comment on table register.duty_generation is 'Each change of what many people''s dates depend on; people computed before it are stale. DESIGN 4.';
comment on column register.duty_generation.generation is 'Serial number.';
comment on column register.duty_generation.station_id is 'Whose people are stale; null: all.';
comment on column register.duty_generation.cause is 'closed_desk, outage, pack or recompute.';
comment on column register.duty_generation.happened_at is 'When.';

create table register.duty_standing (
  person_id uuid not null,
  status text not null,
  standing text not null,
  starts_on date,
  released_on date,
  ends_on date,
  next_due_on date,
  exceptions text[] not null default '{}'::text[],
  computed_on date not null,
  generation bigint not null
);
alter table register.duty_standing add constraint duty_standing_standing_check CHECK ((standing = ANY (ARRAY['ended'::text, 'review'::text, 'void'::text, 'not_registrable'::text, 'in_custody'::text, 'abroad'::text, 'whereabouts_unknown'::text, 'late'::text, 'compliant'::text])));
alter table register.duty_standing add constraint duty_standing_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text, 'review'::text, 'void'::text, 'not_registrable'::text])));
alter table register.duty_standing add constraint duty_standing_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.duty_standing add constraint duty_standing_pkey PRIMARY KEY (person_id);
create INDEX duty_standing_exceptions ON register.duty_standing USING gin (exceptions);
create INDEX duty_standing_next ON register.duty_standing USING btree (next_due_on);
-- row security: enabled, forced
create policy owner on register.duty_standing as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.duty_standing as permissive for all to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = duty_standing.person_id))))
  with check ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = duty_standing.person_id))));
grant delete, insert, select on register.duty_standing to amanat_app;
grant update (computed_on, generation) on register.duty_standing to amanat_app;
comment on table register.duty_standing is 'How a person stands, as computed on a day; a projection for finding people, never the authority. RULES 3-4.';
comment on column register.duty_standing.person_id is 'The person.';
comment on column register.duty_standing.status is 'Status of the registration.';
comment on column register.duty_standing.standing is 'Standing, first that holds.';
comment on column register.duty_standing.starts_on is 'First day on the register; null where he is not on it.';
comment on column register.duty_standing.released_on is 'Earliest release; null while none.';
comment on column register.duty_standing.ends_on is 'First day no longer on the register; null while open, and while the custody is unknown: imprisonment without custody dates is an exception, not a release.';
comment on column register.duty_standing.next_due_on is 'Earliest date of a duty not met; null when none.';
comment on column register.duty_standing.exceptions is 'What somebody must look at: not_served, custody_unknown.';
comment on column register.duty_standing.computed_on is 'Pakistan day for which it was computed.';
comment on column register.duty_standing.generation is 'Last generation it took into account.';

create table register.emergency (
  emergency_id uuid not null,
  used_by uuid not null,
  posting_id uuid not null,
  role text not null,
  unit_id text not null,
  district_id text,
  danger text not null,
  reference_kind text not null,
  reference_station_id text,
  reference_number integer not null,
  reference_on date not null,
  words_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  outcome text not null,
  person_id uuid,
  fields text[] not null,
  print_number text not null,
  used_at timestamp with time zone not null default now(),
  until_at timestamp with time zone not null
);
alter table register.emergency add constraint emergency_check CHECK (((outcome = 'record'::text) = (person_id IS NOT NULL)));
alter table register.emergency add constraint emergency_check1 CHECK (((outcome = 'record'::text) = (cardinality(fields) > 0)));
alter table register.emergency add constraint emergency_check2 CHECK (((until_at > used_at) AND (until_at <= (used_at + '00:30:00'::interval))));
alter table register.emergency add constraint emergency_danger_check CHECK ((danger = ANY (ARRAY['attack_under_way'::text, 'threat_to_kill'::text, 'held_captive'::text, 'missing_in_danger'::text])));
alter table register.emergency add constraint emergency_outcome_check CHECK ((outcome = ANY (ARRAY['record'::text, 'no_record'::text])));
alter table register.emergency add constraint emergency_reference_kind_check CHECK ((reference_kind = ANY (ARRAY['fir'::text, 'diary'::text])));
alter table register.emergency add constraint emergency_reference_number_check CHECK (((reference_number >= 1) AND (reference_number <= 99999)));
alter table register.emergency add constraint emergency_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.emergency add constraint emergency_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.emergency add constraint emergency_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES access.posting(posting_id) ON DELETE RESTRICT;
alter table register.emergency add constraint emergency_reference_station_id_fkey FOREIGN KEY (reference_station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.emergency add constraint emergency_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reference.unit(unit_id) ON DELETE RESTRICT;
alter table register.emergency add constraint emergency_used_by_fkey FOREIGN KEY (used_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.emergency add constraint emergency_pkey PRIMARY KEY (emergency_id);
alter table register.emergency add constraint emergency_emergency_id_used_by_key UNIQUE (emergency_id, used_by);
alter table register.emergency add constraint emergency_print_number_key UNIQUE (print_number);
create INDEX emergency_both ON register.emergency USING btree (emergency_id, used_by);
create INDEX emergency_district ON register.emergency USING btree (district_id, used_at);
create INDEX emergency_person ON register.emergency USING btree (person_id);
create INDEX emergency_posting ON register.emergency USING btree (posting_id);
create INDEX emergency_station ON register.emergency USING btree (reference_station_id);
create INDEX emergency_unit ON register.emergency USING btree (unit_id);
create INDEX emergency_used_by ON register.emergency USING btree (used_by, used_at);
-- row security: enabled, forced
create policy never_by_a_system on register.emergency as restrictive for select to amanat_app
  using ((( SELECT sec.agency_id() AS agency_id) IS NULL));
create policy own_or_supervisor on register.emergency as permissive for select to amanat_app
  using (((used_by = ( SELECT sec.officer_id() AS officer_id)) OR ( SELECT sec.has_role(ARRAY['bureau_supervisor'::text]) AS has_role) OR (( SELECT sec.has_role(ARRAY['district_police_officer'::text]) AS has_role) AND (('d:'::text || district_id) = ( SELECT sec.people_key() AS people_key)))));
create policy owner on register.emergency as permissive for all to amanat_owner
  using (true)
  with check (true);
grant select on register.emergency to amanat_app;
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

create table register.emergency_follow_up (
  emergency_id uuid not null,
  did text not null,
  done_by uuid not null,
  done_at timestamp with time zone not null default now()
);
alter table register.emergency_follow_up add constraint emergency_follow_up_did_check CHECK ((did = ANY (ARRAY['suspended'::text, 'posting_ended'::text, 'kept'::text])));
alter table register.emergency_follow_up add constraint emergency_follow_up_done_by_fkey FOREIGN KEY (done_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.emergency_follow_up add constraint emergency_follow_up_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES register.emergency_review(emergency_id) ON DELETE RESTRICT;
alter table register.emergency_follow_up add constraint emergency_follow_up_pkey PRIMARY KEY (emergency_id);
create INDEX emergency_follow_up_done_by ON register.emergency_follow_up USING btree (done_by);
-- row security: enabled, forced
create policy administrator on register.emergency_follow_up as permissive for insert to amanat_app
  with check (((done_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.emergency_review r
  WHERE ((r.emergency_id = emergency_follow_up.emergency_id) AND (r.finding = 'not_justified'::text) AND (r.used_by <> emergency_follow_up.done_by))))));
create policy owner on register.emergency_follow_up as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_review on register.emergency_follow_up as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.emergency_review r
  WHERE (r.emergency_id = emergency_follow_up.emergency_id))));
grant insert, select on register.emergency_follow_up to amanat_app;
comment on table register.emergency_follow_up is 'What an administrator did about an officer whose use of the emergency access was not justified; until then it is closed to him. Assumed.';
comment on column register.emergency_follow_up.emergency_id is 'The use that was found not justified.';
comment on column register.emergency_follow_up.did is 'suspended, posting_ended, or kept in his post after he was heard.';
comment on column register.emergency_follow_up.done_by is 'The administrator.';
comment on column register.emergency_follow_up.done_at is 'When.';

create table register.emergency_review (
  emergency_id uuid not null,
  used_by uuid not null,
  finding text not null,
  reasons_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  reviewed_by uuid not null,
  reviewed_at timestamp with time zone not null default now()
);
alter table register.emergency_review add constraint emergency_review_finding_check CHECK ((finding = ANY (ARRAY['justified'::text, 'not_justified'::text])));
alter table register.emergency_review add constraint nobody_reviews_his_own CHECK ((reviewed_by <> used_by));
alter table register.emergency_review add constraint emergency_review_emergency_id_used_by_fkey FOREIGN KEY (emergency_id, used_by) REFERENCES register.emergency(emergency_id, used_by) ON DELETE RESTRICT;
alter table register.emergency_review add constraint emergency_review_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.emergency_review add constraint emergency_review_pkey PRIMARY KEY (emergency_id);
create INDEX emergency_review_both ON register.emergency_review USING btree (emergency_id, used_by);
create INDEX emergency_review_reviewed_by ON register.emergency_review USING btree (reviewed_by);
create INDEX emergency_review_used_by ON register.emergency_review USING btree (used_by, finding);
-- row security: enabled, forced
create policy never_by_a_system on register.emergency_review as restrictive for select to amanat_app
  using ((( SELECT sec.agency_id() AS agency_id) IS NULL));
create policy owner on register.emergency_review as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy second_officer on register.emergency_review as permissive for insert to amanat_app
  with check (((reviewed_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['bureau_supervisor'::text, 'district_police_officer'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.emergency e
  WHERE (e.emergency_id = emergency_review.emergency_id)))));
create policy with_the_use on register.emergency_review as permissive for select to amanat_app
  using (((EXISTS ( SELECT
   FROM register.emergency e
  WHERE (e.emergency_id = emergency_review.emergency_id))) OR ((finding = 'not_justified'::text) AND ( SELECT sec.has_role(ARRAY['administrator'::text]) AS has_role))));
CREATE TRIGGER review_is_impartial BEFORE INSERT ON register.emergency_review FOR EACH ROW EXECUTE FUNCTION register.check_emergency_review();
grant insert, select on register.emergency_review to amanat_app;
comment on table register.emergency_review is 'What a second officer found about a use of the emergency access; said once. DESIGN 5, wall 4.';
comment on column register.emergency_review.emergency_id is 'The use.';
comment on column register.emergency_review.used_by is 'Who used it, carried here so that the constraint can compare.';
comment on column register.emergency_review.finding is 'justified or not_justified.';
comment on column register.emergency_review.reasons_enc is 'His reasons, encrypted by the row''s own key.';
comment on column register.emergency_review.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.emergency_review.kek_id is 'Which key-encryption key wraps it.';
comment on column register.emergency_review.reviewed_by is 'The second officer.';
comment on column register.emergency_review.reviewed_at is 'When.';

create table register.exit (
  exit_id uuid not null,
  person_id uuid not null,
  ground text not null,
  conviction_id uuid,
  left_on date not null,
  station_id text not null,
  about_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  approval_id uuid,
  begun_by uuid not null,
  begun_at timestamp with time zone not null default now(),
  print_id uuid,
  handed_on date,
  handed_how text,
  handed_by uuid,
  handed_at timestamp with time zone,
  reversed_at timestamp with time zone
);
alter table register.exit add constraint exit_check CHECK (((ground = ANY (ARRAY['ended'::text, 'law_change'::text])) = (conviction_id IS NULL)));
alter table register.exit add constraint exit_check1 CHECK ((((handed_at IS NULL) = (handed_by IS NULL)) AND ((handed_at IS NULL) = (handed_on IS NULL)) AND ((handed_at IS NULL) = (handed_how IS NULL))));
alter table register.exit add constraint exit_check2 CHECK (((handed_at IS NULL) OR (print_id IS NOT NULL)));
alter table register.exit add constraint exit_ground_check CHECK ((ground = ANY (ARRAY['acquittal'::text, 'set_aside'::text, 'ended'::text, 'law_change'::text])));
alter table register.exit add constraint exit_handed_how_check CHECK ((handed_how = ANY (ARRAY['in_person'::text, 'by_post'::text, 'to_representative'::text, 'not_found'::text])));
alter table register.exit add constraint exit_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.exit add constraint exit_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.exit add constraint exit_conviction_id_fkey FOREIGN KEY (conviction_id) REFERENCES register.conviction(conviction_id) ON DELETE RESTRICT;
alter table register.exit add constraint exit_handed_by_fkey FOREIGN KEY (handed_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.exit add constraint exit_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.exit add constraint exit_print_id_fkey FOREIGN KEY (print_id) REFERENCES register.certificate(print_id) ON DELETE RESTRICT;
alter table register.exit add constraint exit_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.exit add constraint exit_pkey PRIMARY KEY (exit_id);
create INDEX exit_approval ON register.exit USING btree (approval_id) WHERE (approval_id IS NOT NULL);
create INDEX exit_begun_by ON register.exit USING btree (begun_by);
create INDEX exit_conviction ON register.exit USING btree (conviction_id) WHERE (conviction_id IS NOT NULL);
create INDEX exit_handed_by ON register.exit USING btree (handed_by) WHERE (handed_by IS NOT NULL);
create INDEX exit_open ON register.exit USING btree (station_id, begun_at) WHERE ((handed_at IS NULL) AND (reversed_at IS NULL));
create INDEX exit_person ON register.exit USING btree (person_id);
create INDEX exit_print ON register.exit USING btree (print_id) WHERE (print_id IS NOT NULL);
create INDEX exit_station ON register.exit USING btree (station_id);
create UNIQUE INDEX exit_live ON register.exit USING btree (person_id) WHERE (reversed_at IS NULL);
-- row security: enabled, forced
create policy nation_or_open_at_the_station on register.exit as permissive for select to amanat_app
  using (((( SELECT sec.people_key() AS people_key) = 'nation'::text) OR (handed_by = ( SELECT sec.officer_id() AS officer_id)) OR ((handed_at IS NULL) AND (reversed_at IS NULL) AND (('s:'::text || station_id) = ( SELECT sec.people_key() AS people_key)))));
create policy nation_or_open_at_the_station_goes_on on register.exit as permissive for update to amanat_app
  using (((( SELECT sec.people_key() AS people_key) = 'nation'::text) OR ((handed_at IS NULL) AND (reversed_at IS NULL) AND (('s:'::text || station_id) = ( SELECT sec.people_key() AS people_key)))))
  with check ((((handed_by IS NULL) OR (handed_by = ( SELECT sec.officer_id() AS officer_id)) OR (( SELECT sec.people_key() AS people_key) = 'nation'::text)) AND ((reversed_at IS NULL) OR (( SELECT sec.people_key() AS people_key) = 'nation'::text))));
create policy owner on register.exit as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_a_live_approval_or_an_end on register.exit as permissive for insert to amanat_app
  with check (((begun_by = ( SELECT sec.officer_id() AS officer_id)) AND (handed_at IS NULL) AND (reversed_at IS NULL) AND
CASE
    WHEN (ground = 'ended'::text) THEN ((approval_id IS NULL) AND (EXISTS ( SELECT
       FROM register.duty_standing s
      WHERE ((s.person_id = exit.person_id) AND (s.ends_on = exit.left_on) AND (s.ends_on <= ((now() AT TIME ZONE 'Asia/Karachi'::text))::date) AND (NOT (s.exceptions @> ARRAY['custody_unknown'::text]))))))
    ELSE (EXISTS ( SELECT
       FROM (register.approval_decision d
         JOIN register.approval a USING (approval_id))
      WHERE ((d.approval_id = exit.approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id)) AND
            CASE
                WHEN (exit.ground = 'law_change'::text) THEN ((a.kind = 'pack'::text) AND (EXISTS ( SELECT
                   FROM register.law_change c
                  WHERE ((c.approval_id = a.approval_id) AND (c.from_on = exit.left_on)))))
                WHEN (a.kind = 'merge'::text) THEN (EXISTS ( SELECT
                   FROM register.identity_link l
                  WHERE ((l.approval_id = a.approval_id) AND (l.act = 'split'::text) AND (((exit.person_id = l.person_id) OR (exit.person_id = a.subject_id)) OR (EXISTS ( SELECT
                           FROM register.identity_link m
                          WHERE ((m.person_id = exit.person_id) AND (m.identity_id = a.subject_id))))))))
                ELSE (a.kind = ANY (ARRAY['appeal'::text, 'strikeout'::text]))
            END)))
END));
CREATE TRIGGER exit_closes_record AFTER INSERT OR UPDATE ON register.exit FOR EACH ROW EXECUTE FUNCTION register.close_record();
grant insert, select on register.exit to amanat_app;
grant update (print_id, handed_on, handed_how, handed_by, handed_at, reversed_at) on register.exit to amanat_app;
comment on table register.exit is 'How and why a person left the register, and the certificate he was given. SOR-RULES-2023; DESIGN 1 (no exit).';
comment on column register.exit.exit_id is 'Opaque id.';
comment on column register.exit.person_id is 'The person.';
comment on column register.exit.ground is 'acquittal, set_aside (a court undid the conviction), ended (the period is over) or law_change (no conviction counts by the rules that came into force).';
comment on column register.exit.conviction_id is 'The conviction that a court undid, of another of his records where this one holds none that was; null where the period ended or the rules changed.';
comment on column register.exit.left_on is 'First day no longer on the register: the day of the order (of the last, where several convictions were undone), or the end of the period.';
comment on column register.exit.station_id is 'Station that owned the person and hands the certificate over.';
comment on column register.exit.about_enc is 'Names and record number for the certificate (JSON), encrypted by the row''s own key: the station hands it over without the record.';
comment on column register.exit.wrapped_key is 'The row''s key; null once destroyed, which belongs to the erasure of the person.';
comment on column register.exit.kek_id is 'Which key-encryption key wraps it.';
comment on column register.exit.approval_id is 'The approved order of the court, the approved change of the rules, or the decision that took records apart; null where the period ended.';
comment on column register.exit.begun_by is 'Officer whose act began it: the one who approved the order, or who prepared the certificate of an end.';
comment on column register.exit.begun_at is 'Instant it began.';
comment on column register.exit.print_id is 'The latest printed certificate; null until one is printed.';
comment on column register.exit.handed_on is 'Day the certificate was handed over; null until then.';
comment on column register.exit.handed_how is 'in_person, by_post, to_representative or not_found (kept at the station for him).';
comment on column register.exit.handed_by is 'Officer who recorded it.';
comment on column register.exit.handed_at is 'Instant it was recorded.';
comment on column register.exit.reversed_at is 'Instant a court restored the conviction, or a change of the rules was undone, so that the exit no longer holds; null while it does.';

create table register.expectation (
  expectation_id uuid not null,
  district_id text not null,
  import_id uuid,
  convicted_on date not null,
  draft_id uuid,
  created_at timestamp with time zone not null default now()
);
alter table register.expectation add constraint expectation_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.expectation add constraint expectation_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES register.draft(draft_id) ON DELETE RESTRICT;
alter table register.expectation add constraint expectation_import_id_fkey FOREIGN KEY (import_id) REFERENCES register.import(import_id) ON DELETE RESTRICT;
alter table register.expectation add constraint expectation_pkey PRIMARY KEY (expectation_id);
alter table register.expectation add constraint expectation_expectation_id_district_id_key UNIQUE (expectation_id, district_id);
create INDEX expectation_district ON register.expectation USING btree (district_id);
create INDEX expectation_draft ON register.expectation USING btree (draft_id);
create INDEX expectation_import ON register.expectation USING btree (import_id);
create INDEX expectation_oldest ON register.expectation USING btree (created_at, expectation_id);
-- row security: enabled, forced
create policy in_scope on register.expectation as permissive for select to amanat_app
  using (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy in_scope_change on register.expectation as permissive for update to amanat_app
  using (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy in_scope_in on register.expectation as permissive for insert to amanat_app
  with check ((( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id)));
create policy owner_counts on register.expectation as permissive for select to amanat_owner
  using (true);
grant insert, select on register.expectation to amanat_app;
grant update (draft_id) on register.expectation to amanat_app;
comment on table register.expectation is 'One per conviction told of in a return: an entry is owed. The district''s entered / expected stands on it.';
comment on column register.expectation.expectation_id is 'Opaque id.';
comment on column register.expectation.district_id is 'District that reported it.';
comment on column register.expectation.import_id is 'The return that told of it.';
comment on column register.expectation.convicted_on is 'Date of the judgment.';
comment on column register.expectation.draft_id is 'The draft that answers it: made of its row, or the one on the screen that met it.';
comment on column register.expectation.created_at is 'When it was told.';

create table register.expectation_key (
  district_id text not null,
  conviction_index bytea not null,
  expectation_id uuid not null
);
alter table register.expectation_key add constraint expectation_key_expectation_id_district_id_fkey FOREIGN KEY (expectation_id, district_id) REFERENCES register.expectation(expectation_id, district_id) ON DELETE RESTRICT;
alter table register.expectation_key add constraint expectation_key_pkey PRIMARY KEY (district_id, conviction_index);
create INDEX expectation_key_expectation ON register.expectation_key USING btree (expectation_id, district_id);
-- row security: enabled, forced
create policy in_scope on register.expectation_key as permissive for select to amanat_app
  using (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy in_scope_change on register.expectation_key as permissive for update to amanat_app
  using (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy in_scope_in on register.expectation_key as permissive for insert to amanat_app
  with check ((( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id)));
grant insert, select on register.expectation_key to amanat_app;
comment on table register.expectation_key is 'By what an expected conviction is recognised when it is told again: one key for each identity its row gave.';
comment on column register.expectation_key.district_id is 'District that reported it.';
comment on column register.expectation_key.conviction_index is 'Keyed hash as in import_key; unique within the district only, so it tells nothing of others.';
comment on column register.expectation_key.expectation_id is 'The expected conviction.';

create table register.expectation_match (
  expectation_id uuid not null,
  district_id text not null,
  match_index bytea not null
);
alter table register.expectation_match add constraint expectation_match_match_index_check CHECK ((octet_length(match_index) = 32));
alter table register.expectation_match add constraint expectation_match_expectation_id_district_id_fkey FOREIGN KEY (expectation_id, district_id) REFERENCES register.expectation(expectation_id, district_id) ON DELETE RESTRICT;
alter table register.expectation_match add constraint expectation_match_pkey PRIMARY KEY (expectation_id, match_index);
create INDEX expectation_match_expectation ON register.expectation_match USING btree (expectation_id, district_id);
create INDEX expectation_match_index ON register.expectation_match USING btree (district_id, match_index);
-- row security: enabled, forced
create policy in_scope on register.expectation_match as permissive for select to amanat_app
  using (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy in_scope_in on register.expectation_match as permissive for insert to amanat_app
  with check ((( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id)));
grant insert, select on register.expectation_match to amanat_app;
comment on table register.expectation_match is 'By what an expected conviction is recognised when it is entered on the screen: FIR, judgment and one identity of the person, whichever sections were written. ARITA-2021 s.24 (every conviction is entered, once).';
comment on column register.expectation_match.expectation_id is 'The expected conviction.';
comment on column register.expectation_match.district_id is 'Its district.';
comment on column register.expectation_match.match_index is 'Keyed hash; not unique, since one judgment may be told of in several rows.';

create table register.export (
  export_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  row_count integer not null,
  fields text[] not null,
  basis text not null,
  taken_by uuid not null,
  taken_at timestamp with time zone not null default now()
);
alter table register.export add constraint export_kind_check CHECK ((kind = ANY (ARRAY['simulation'::text, 'refused_rows'::text])));
alter table register.export add constraint export_row_count_check CHECK ((row_count >= 0));
alter table register.export add constraint export_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.export add constraint export_pkey PRIMARY KEY (export_id);
create INDEX export_latest ON register.export USING btree (taken_at DESC, export_id);
create INDEX export_taken_by ON register.export USING btree (taken_by);
-- row security: enabled, forced
create policy own_in on register.export as permissive for insert to amanat_app
  with check ((taken_by = ( SELECT sec.officer_id() AS officer_id)));
create policy own_or_bureau on register.export as permissive for select to amanat_app
  using (((taken_by = ( SELECT sec.officer_id() AS officer_id)) OR ( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role)));
create policy owner on register.export as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.export to amanat_app;
comment on table register.export is 'A file of many people that an officer took out of the register: what it tells and of how many, by which authority. The rows themselves are kept where they came from. ARITA-2021 s.24(2).';
comment on column register.export.export_id is 'Opaque id.';
comment on column register.export.kind is 'simulation (whom a draft of the rules would touch) or refused_rows (of a return, back to the office that sent it).';
comment on column register.export.subject_id is 'The simulation or the return.';
comment on column register.export.row_count is 'Rows that the file holds.';
comment on column register.export.fields is 'Names of what a row tells; no values.';
comment on column register.export.basis is 'Key of the law.';
comment on column register.export.taken_by is 'Who took it.';
comment on column register.export.taken_at is 'When.';

create table register.form_state (
  form_id uuid not null,
  officer_id uuid not null,
  wrapped_key bytea,
  kek_id text not null,
  body_enc bytea not null,
  created_at timestamp with time zone not null default now(),
  subject_id uuid
);
alter table register.form_state add constraint form_state_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.form_state add constraint form_state_pkey PRIMARY KEY (form_id);
create INDEX form_state_officer ON register.form_state USING btree (officer_id, created_at);
create INDEX form_state_subject ON register.form_state USING btree (subject_id) WHERE (subject_id IS NOT NULL);
-- row security: enabled, forced
create policy own on register.form_state as permissive for all to amanat_app
  using ((officer_id = ( SELECT sec.officer_id() AS officer_id)))
  with check ((officer_id = ( SELECT sec.officer_id() AS officer_id)));
create policy owner on register.form_state as permissive for all to amanat_owner
  using (true)
  with check (true);
grant delete, insert, select on register.form_state to amanat_app;
comment on table register.form_state is 'What was typed into a refused form, with its problems, so that a 303 can show it again and nothing stays in the browser.';
comment on column register.form_state.form_id is 'Opaque id.';
comment on column register.form_state.officer_id is 'Whose.';
comment on column register.form_state.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.form_state.kek_id is 'Which key-encryption key wraps it.';
comment on column register.form_state.body_enc is 'Values and problems, encrypted.';
comment on column register.form_state.created_at is 'When.';
comment on column register.form_state.subject_id is 'The record the form is about; null where it is about none. Forms about a draft go with it.';

create table register.heartbeat (
  is_only boolean not null default true,
  beat_at timestamp with time zone not null
);
alter table register.heartbeat add constraint heartbeat_is_only_check CHECK (is_only);
alter table register.heartbeat add constraint heartbeat_pkey PRIMARY KEY (is_only);
-- row security: enabled, forced
create policy owner on register.heartbeat as permissive for all to amanat_owner
  using (true)
  with check (true);
comment on table register.heartbeat is 'When the running program last said that it runs: one row. A gap in it is the register''s own down-time, which moves dates. RULES 1.';
comment on column register.heartbeat.is_only is 'True, so that there is one row.';
comment on column register.heartbeat.beat_at is 'The last beat, by the database''s clock.';

create table register.identity_check (
  identity_check_id uuid not null,
  draft_id uuid not null,
  asked_at timestamp with time zone not null default now(),
  outcome text not null,
  fields_differ text[] not null default '{}'::text[],
  answer_enc bytea,
  attempt integer not null
);
alter table register.identity_check add constraint identity_check_outcome_check CHECK ((outcome = ANY (ARRAY['verified'::text, 'not_found'::text, 'mismatch'::text, 'no_document'::text, 'unavailable'::text])));
alter table register.identity_check add constraint identity_check_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES register.draft(draft_id) ON DELETE RESTRICT;
alter table register.identity_check add constraint identity_check_pkey PRIMARY KEY (identity_check_id);
create INDEX identity_check_draft ON register.identity_check USING btree (draft_id, asked_at);
-- row security: enabled, forced
create policy with_the_draft on register.identity_check as permissive for all to amanat_app
  using ((EXISTS ( SELECT
   FROM register.draft d
  WHERE (d.draft_id = identity_check.draft_id))))
  with check ((EXISTS ( SELECT
   FROM register.draft d
  WHERE (d.draft_id = identity_check.draft_id))));
grant insert, select on register.identity_check to amanat_app;
comment on table register.identity_check is 'Questions put to NADRA about a draft, and the answers; every attempt is kept.';
comment on column register.identity_check.identity_check_id is 'Opaque id.';
comment on column register.identity_check.draft_id is 'The draft.';
comment on column register.identity_check.asked_at is 'When.';
comment on column register.identity_check.outcome is 'verified, not_found, mismatch, no_document or unavailable.';
comment on column register.identity_check.fields_differ is 'Names of the fields that differ.';
comment on column register.identity_check.answer_enc is 'The answer as received, encrypted under the draft''s key.';
comment on column register.identity_check.attempt is 'Attempt, from 1.';

create table register.identity_link (
  identity_link_id uuid not null,
  link_no bigint not null generated always as identity,
  person_id uuid not null,
  identity_id uuid not null,
  act text not null,
  act_id uuid not null,
  approval_id uuid not null,
  linked_by uuid not null,
  linked_at timestamp with time zone not null default now()
);
alter table register.identity_link add constraint identity_link_act_check CHECK ((act = ANY (ARRAY['merge'::text, 'split'::text, 'number'::text])));
alter table register.identity_link add constraint identity_link_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.identity_link add constraint identity_link_identity_id_fkey FOREIGN KEY (identity_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.identity_link add constraint identity_link_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.identity_link add constraint identity_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.identity_link add constraint identity_link_pkey PRIMARY KEY (identity_link_id);
alter table register.identity_link add constraint identity_link_link_no_key UNIQUE (link_no);
create INDEX identity_link_approval ON register.identity_link USING btree (approval_id);
create INDEX identity_link_identity ON register.identity_link USING btree (identity_id);
create INDEX identity_link_linked_by ON register.identity_link USING btree (linked_by);
create INDEX identity_link_person ON register.identity_link USING btree (person_id, link_no);
-- row security: enabled, forced
create policy owner on register.identity_link as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_a_live_approval on register.identity_link as permissive for insert to amanat_app
  with check (((linked_by = ( SELECT sec.officer_id() AS officer_id)) AND (( SELECT sec.people_key() AS people_key) = 'nation'::text) AND (EXISTS ( SELECT
   FROM (register.approval_decision d
     JOIN register.approval a ON ((a.approval_id = d.approval_id)))
  WHERE ((d.approval_id = identity_link.approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id)) AND (a.kind = ANY (
        CASE identity_link.act
            WHEN 'number'::text THEN ARRAY['entry'::text, 'correction'::text]
            ELSE ARRAY['merge'::text]
        END)))))));
create policy with_a_person on register.identity_link as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = ANY (ARRAY[identity_link.person_id, identity_link.identity_id])))));
CREATE TRIGGER note_linked AFTER INSERT ON register.identity_link REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION register.note_linked();
grant insert, select on register.identity_link to amanat_app;
comment on table register.identity_link is 'From when on a record is of which person; the last row of a record holds, and a record without one is a person by itself. ARITA-2021 s.24(1).';
comment on column register.identity_link.identity_link_id is 'Opaque id.';
comment on column register.identity_link.link_no is 'Order in which the rows are replayed.';
comment on column register.identity_link.person_id is 'The record.';
comment on column register.identity_link.identity_id is 'The oldest record of the person that it is of from now on; itself when it stands alone or is the oldest.';
comment on column register.identity_link.act is 'merge or split: proposed and approved by two officers; number: one CNIC, name and father, found when an entry or a correction was approved.';
comment on column register.identity_link.act_id is 'The rows of one act have one.';
comment on column register.identity_link.approval_id is 'The second officer''s decision, without which the row cannot exist.';
comment on column register.identity_link.linked_by is 'That officer.';
comment on column register.identity_link.linked_at is 'When.';

create table register.import (
  import_id uuid not null,
  district_id text not null,
  uploaded_by uuid not null,
  posting_id uuid not null,
  uploaded_at timestamp with time zone not null default now(),
  file_hash bytea not null,
  format text not null,
  byte_count bigint not null,
  name_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  state text not null,
  rows_read integer not null default 0,
  bytes_read bigint not null default 0,
  last_row integer not null default 0,
  last_line integer not null default 0,
  accepted_count integer not null default 0,
  warned_count integer not null default 0,
  refused_count integer not null default 0,
  repeated_count integer not null default 0,
  stated_count integer,
  problem_enc bytea,
  decided_at timestamp with time zone,
  confirmed_count integer not null default 0
);
alter table register.import add constraint import_check CHECK (((wrapped_key IS NULL) = (state = 'cancelled'::text)));
alter table register.import add constraint import_confirmed_count_check CHECK ((confirmed_count >= 0));
alter table register.import add constraint import_file_hash_check CHECK ((octet_length(file_hash) = 32));
alter table register.import add constraint import_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text])));
alter table register.import add constraint import_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'stopped'::text, 'read'::text, 'confirming'::text, 'confirmed'::text, 'cancelled'::text, 'failed'::text])));
alter table register.import add constraint import_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.import add constraint import_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES access.posting(posting_id) ON DELETE RESTRICT;
alter table register.import add constraint import_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.import add constraint import_pkey PRIMARY KEY (import_id);
create INDEX import_district ON register.import USING btree (district_id);
create INDEX import_posting ON register.import USING btree (posting_id);
create INDEX import_uploaded_by ON register.import USING btree (uploaded_by);
create UNIQUE INDEX import_district_id_file_hash_key ON register.import USING btree (district_id, file_hash) WHERE (state <> 'cancelled'::text);
-- row security: enabled, forced
create policy in_scope on register.import as permissive for select to amanat_app
  using (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy in_scope_change on register.import as permissive for update to amanat_app
  using (((( SELECT sec.entry_key() AS entry_key) = 'nation'::text) OR (( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id))));
create policy in_scope_in on register.import as permissive for insert to amanat_app
  with check ((( SELECT sec.entry_key() AS entry_key) = ('d:'::text || district_id)));
CREATE TRIGGER import_key_is_never_replaced BEFORE UPDATE OF wrapped_key ON register.import FOR EACH ROW WHEN (((new.wrapped_key IS NOT NULL) AND (new.wrapped_key IS DISTINCT FROM old.wrapped_key))) EXECUTE FUNCTION register.keep_or_destroy_key();
grant insert, select on register.import to amanat_app;
grant update (wrapped_key, state, rows_read, bytes_read, last_row, last_line, accepted_count, warned_count, refused_count, repeated_count, stated_count, problem_enc, decided_at, confirmed_count) on register.import to amanat_app;
comment on table register.import is 'A return of convictions uploaded by a district prosecutor; read row by row, then confirmed whole or cancelled.';
comment on column register.import.import_id is 'Opaque id.';
comment on column register.import.district_id is 'District of the prosecutor.';
comment on column register.import.uploaded_by is 'Who uploaded it.';
comment on column register.import.posting_id is 'Posting in whose name the return is read after he leaves the page; whoever resumes or confirms it does so in his own.';
comment on column register.import.uploaded_at is 'When.';
comment on column register.import.file_hash is 'SHA-256 of the file; the same file again is recognised, unless the first was cancelled.';
comment on column register.import.format is 'csv or xlsx.';
comment on column register.import.byte_count is 'Size of the file in bytes.';
comment on column register.import.name_enc is 'File name, encrypted.';
comment on column register.import.wrapped_key is 'Key of the file and its rows; null once destroyed, which is what cancelling does.';
comment on column register.import.kek_id is 'Which key-encryption key wraps it.';
comment on column register.import.state is 'reading, stopped (by wish), read, confirming, confirmed, cancelled or failed.';
comment on column register.import.rows_read is 'Rows of convictions read so far.';
comment on column register.import.bytes_read is 'Byte of the file at which the last row read starts: progress, and the place to go on from; 0 in a workbook.';
comment on column register.import.last_row is 'Number of the last row read, headings being 0; reading goes on after it.';
comment on column register.import.last_line is 'Line of the file at which that row starts.';
comment on column register.import.accepted_count is 'Rows accepted without remark.';
comment on column register.import.warned_count is 'Rows accepted with a warning.';
comment on column register.import.refused_count is 'Rows refused.';
comment on column register.import.repeated_count is 'Rows already known: nothing happens with them.';
comment on column register.import.stated_count is 'What the file itself says it holds; null when it says nothing.';
comment on column register.import.problem_enc is 'Why the reading failed: codes, and what was typed in the headings, encrypted.';
comment on column register.import.decided_at is 'Confirmed or cancelled.';
comment on column register.import.confirmed_count is 'Rows of which a draft has been made so far, while it is being confirmed; all of them appear at once, at its end.';

create table register.import_chunk (
  import_id uuid not null,
  ordinal integer not null,
  bytes_enc bytea not null
);
alter table register.import_chunk add constraint import_chunk_import_id_fkey FOREIGN KEY (import_id) REFERENCES register.import(import_id) ON DELETE RESTRICT;
alter table register.import_chunk add constraint import_chunk_pkey PRIMARY KEY (import_id, ordinal);
-- row security: enabled, forced
create policy with_the_return on register.import_chunk as permissive for all to amanat_app
  using ((EXISTS ( SELECT
   FROM register.import i
  WHERE (i.import_id = import_chunk.import_id))))
  with check ((EXISTS ( SELECT
   FROM register.import i
  WHERE (i.import_id = import_chunk.import_id))));
grant insert, select on register.import_chunk to amanat_app;
comment on table register.import_chunk is 'The uploaded file, in encrypted pieces of at most 1 MiB, so that reading can resume after a stop.';
comment on column register.import_chunk.import_id is 'The return.';
comment on column register.import_chunk.ordinal is 'Place in the file, from 0.';
comment on column register.import_chunk.bytes_enc is 'The piece, encrypted.';

create table register.import_key (
  import_id uuid not null,
  conviction_index bytea not null,
  line integer not null
);
alter table register.import_key add constraint import_key_import_id_line_fkey FOREIGN KEY (import_id, line) REFERENCES register.import_row(import_id, line) ON DELETE RESTRICT;
alter table register.import_key add constraint import_key_pkey PRIMARY KEY (import_id, conviction_index);
create INDEX import_key_line ON register.import_key USING btree (import_id, line);
-- row security: enabled, forced
create policy with_the_return on register.import_key as permissive for all to amanat_app
  using ((EXISTS ( SELECT
   FROM register.import i
  WHERE (i.import_id = import_key.import_id))))
  with check ((EXISTS ( SELECT
   FROM register.import i
  WHERE (i.import_id = import_key.import_id))));
grant insert, select on register.import_key to amanat_app;
comment on table register.import_key is 'The convictions that a return tells of, by every identity its rows give: rows that share a key are one conviction, told by the first of them.';
comment on column register.import_key.import_id is 'The return.';
comment on column register.import_key.conviction_index is 'Keyed hash of FIR, judgment, sections and one identity of the person.';
comment on column register.import_key.line is 'The first line that gave it.';

create table register.import_row (
  import_id uuid not null,
  line integer not null,
  outcome text not null,
  row_index bytea,
  row_enc bytea not null,
  problem_codes text[] not null default '{}'::text[]
);
alter table register.import_row add constraint import_row_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'warned'::text, 'refused'::text, 'repeated'::text])));
alter table register.import_row add constraint import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES register.import(import_id) ON DELETE RESTRICT;
alter table register.import_row add constraint import_row_pkey PRIMARY KEY (import_id, line);
create INDEX import_row_outcome ON register.import_row USING btree (import_id, outcome, line);
create INDEX import_row_row ON register.import_row USING btree (row_index);
-- row security: enabled, forced
create policy with_the_return on register.import_row as permissive for all to amanat_app
  using ((EXISTS ( SELECT
   FROM register.import i
  WHERE (i.import_id = import_row.import_id))))
  with check ((EXISTS ( SELECT
   FROM register.import i
  WHERE (i.import_id = import_row.import_id))));
grant insert, select on register.import_row to amanat_app;
grant update (outcome, problem_codes) on register.import_row to amanat_app;
comment on table register.import_row is 'One row of a return as it was read, with what is wrong with it.';
comment on column register.import_row.import_id is 'The return.';
comment on column register.import_row.line is 'Line in the file, from 1.';
comment on column register.import_row.outcome is 'accepted, warned, refused or repeated.';
comment on column register.import_row.row_index is 'Keyed hash of what the row says: the same row again is recognised; null for a refused row.';
comment on column register.import_row.row_enc is 'Cells as typed, the row as understood, and its problems with values; encrypted under the return''s key.';
comment on column register.import_row.problem_codes is 'Codes of its problems, for counting.';

create table register.law_change (
  law_change_id uuid not null,
  in_force_id uuid not null,
  simulation_id uuid not null,
  approval_id uuid not null,
  from_on date not null,
  last_id uuid,
  seen_count integer not null default 0,
  applied_at timestamp with time zone,
  reversed_at timestamp with time zone,
  undone_at timestamp with time zone
);
alter table register.law_change add constraint law_change_check CHECK (((undone_at IS NULL) OR (reversed_at IS NOT NULL)));
alter table register.law_change add constraint law_change_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.law_change add constraint law_change_in_force_id_fkey FOREIGN KEY (in_force_id) REFERENCES register.pack_in_force(in_force_id) ON DELETE RESTRICT;
alter table register.law_change add constraint law_change_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES register.simulation(simulation_id) ON DELETE RESTRICT;
alter table register.law_change add constraint law_change_pkey PRIMARY KEY (law_change_id);
alter table register.law_change add constraint law_change_in_force_id_key UNIQUE (in_force_id);
create INDEX law_change_approval ON register.law_change USING btree (approval_id);
create INDEX law_change_simulation ON register.law_change USING btree (simulation_id);
-- row security: enabled, forced
create policy bureau_and_legal on register.law_change as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'legal_officer'::text]) AS has_role));
create policy bureau_goes_on on register.law_change as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role));
create policy owner on register.law_change as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_coming_into_force on register.law_change as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM (register.pack_in_force f
     JOIN register.approval_decision d ON ((d.approval_id = f.approval_id)))
  WHERE ((f.in_force_id = law_change.in_force_id) AND (d.approval_id = law_change.approval_id) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id))))));
grant insert, select on register.law_change to amanat_app;
grant update (last_id, seen_count, applied_at, reversed_at, undone_at) on register.law_change to amanat_app;
comment on table register.law_change is 'The batch of one change of the rules: on its first day, whoever leaves by it gets an exit, and whoever would enter becomes a task of the Bureau. It is undone as a whole. LAW 4.';
comment on column register.law_change.law_change_id is 'Opaque id.';
comment on column register.law_change.in_force_id is 'The coming into force.';
comment on column register.law_change.simulation_id is 'The simulation that was decided on: whom the batch is about.';
comment on column register.law_change.approval_id is 'The approval; the batch acts in the name of who gave it.';
comment on column register.law_change.from_on is 'First day in force; nothing is done before it.';
comment on column register.law_change.last_id is 'Last one dealt with, in the order of ids; null before the first.';
comment on column register.law_change.seen_count is 'Dealt with so far.';
comment on column register.law_change.applied_at is 'When all were dealt with; null until then.';
comment on column register.law_change.reversed_at is 'When the pack was undone by two people; null while it holds.';
comment on column register.law_change.undone_at is 'When all effects were taken back; null until then.';

create table register.law_change_effect (
  law_change_id uuid not null,
  subject_id uuid not null,
  subject_kind text not null,
  effect text not null,
  exit_id uuid,
  taken_up_at timestamp with time zone,
  taken_up_by uuid,
  undone_at timestamp with time zone
);
alter table register.law_change_effect add constraint law_change_effect_check CHECK (((effect = 'exit'::text) = (exit_id IS NOT NULL)));
alter table register.law_change_effect add constraint law_change_effect_effect_check CHECK ((effect = ANY (ARRAY['exit'::text, 'entry'::text, 'review'::text])));
alter table register.law_change_effect add constraint law_change_effect_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['person'::text, 'draft'::text])));
alter table register.law_change_effect add constraint law_change_effect_exit_id_fkey FOREIGN KEY (exit_id) REFERENCES register.exit(exit_id) ON DELETE RESTRICT;
alter table register.law_change_effect add constraint law_change_effect_law_change_id_fkey FOREIGN KEY (law_change_id) REFERENCES register.law_change(law_change_id) ON DELETE RESTRICT;
alter table register.law_change_effect add constraint law_change_effect_taken_up_by_fkey FOREIGN KEY (taken_up_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.law_change_effect add constraint law_change_effect_pkey PRIMARY KEY (law_change_id, subject_id);
create INDEX law_change_effect_exit ON register.law_change_effect USING btree (exit_id) WHERE (exit_id IS NOT NULL);
create INDEX law_change_effect_taken_up_by ON register.law_change_effect USING btree (taken_up_by) WHERE (taken_up_by IS NOT NULL);
-- row security: enabled, forced
create policy bureau_and_legal on register.law_change_effect as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'legal_officer'::text]) AS has_role));
create policy bureau_goes_on on register.law_change_effect as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role));
create policy owner on register.law_change_effect as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_a_batch_that_holds on register.law_change_effect as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['bureau_supervisor'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.law_change c
  WHERE ((c.law_change_id = law_change_effect.law_change_id) AND (c.reversed_at IS NULL))))));
grant insert, select on register.law_change_effect to amanat_app;
grant update (taken_up_at, taken_up_by, undone_at) on register.law_change_effect to amanat_app;
comment on table register.law_change_effect is 'What a batch did: an exit, or a task of the Bureau. Nobody is entered by it. DESIGN 7.';
comment on column register.law_change_effect.law_change_id is 'The batch.';
comment on column register.law_change_effect.subject_id is 'The person, or the closed entry.';
comment on column register.law_change_effect.subject_kind is 'person or draft.';
comment on column register.law_change_effect.effect is 'exit (left by the change), entry (to be served, or the entry made anew) or review (a legal officer decides).';
comment on column register.law_change_effect.exit_id is 'The exit that was begun; null for a task.';
comment on column register.law_change_effect.taken_up_at is 'When an officer of the Bureau took the task up; null until then.';
comment on column register.law_change_effect.taken_up_by is 'Who did.';
comment on column register.law_change_effect.undone_at is 'When it was taken back with the change; null while it holds.';

create table register.legal_decision (
  legal_decision_id uuid not null,
  draft_id uuid not null,
  decision text not null,
  reason_enc bytea not null,
  eligibility_hash bytea not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null default now()
);
alter table register.legal_decision add constraint legal_decision_decision_check CHECK ((decision = ANY (ARRAY['registrable'::text, 'not_registrable'::text])));
alter table register.legal_decision add constraint legal_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.legal_decision add constraint legal_decision_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES register.draft(draft_id) ON DELETE RESTRICT;
alter table register.legal_decision add constraint legal_decision_pkey PRIMARY KEY (legal_decision_id);
create INDEX legal_decision_decided_by ON register.legal_decision USING btree (decided_by);
create INDEX legal_decision_draft ON register.legal_decision USING btree (draft_id);
-- row security: enabled, forced
create policy with_the_draft on register.legal_decision as permissive for all to amanat_app
  using ((EXISTS ( SELECT
   FROM register.draft d
  WHERE (d.draft_id = legal_decision.draft_id))))
  with check ((EXISTS ( SELECT
   FROM register.draft d
  WHERE (d.draft_id = legal_decision.draft_id))));
grant insert, select on register.legal_decision to amanat_app;
comment on table register.legal_decision is 'A legal officer''s decision where the two tests differ or a conviction is for review. LAW 2.';
comment on column register.legal_decision.legal_decision_id is 'Opaque id.';
comment on column register.legal_decision.draft_id is 'The draft.';
comment on column register.legal_decision.decision is 'registrable or not_registrable.';
comment on column register.legal_decision.reason_enc is 'Why, encrypted under the draft''s key.';
comment on column register.legal_decision.eligibility_hash is 'Hash of the test results he decided on; a changed draft needs a new decision.';
comment on column register.legal_decision.decided_by is 'Who.';
comment on column register.legal_decision.decided_at is 'When.';

create table register.legal_instrument (
  instrument_id uuid not null,
  desk text not null,
  instrument_number text not null,
  dated_on date not null,
  from_on date not null,
  text_hash bytea not null,
  approval_id uuid not null,
  act text not null,
  second_approval_id uuid
);
alter table register.legal_instrument add constraint approved_twice CHECK ((second_approval_id <> approval_id));
alter table register.legal_instrument add constraint legal_instrument_act_check CHECK ((act = ANY (ARRAY['open'::text, 'repeal'::text])));
alter table register.legal_instrument add constraint legal_instrument_check CHECK ((from_on >= dated_on));
alter table register.legal_instrument add constraint legal_instrument_desk_check CHECK ((desk = ANY (ARRAY['court'::text, 'prison'::text, 'border'::text])));
alter table register.legal_instrument add constraint legal_instrument_text_hash_check CHECK ((octet_length(text_hash) = 32));
alter table register.legal_instrument add constraint legal_instrument_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.legal_instrument add constraint legal_instrument_second_approval_id_fkey FOREIGN KEY (second_approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.legal_instrument add constraint legal_instrument_pkey PRIMARY KEY (instrument_id);
alter table register.legal_instrument add constraint legal_instrument_approval_id_key UNIQUE (approval_id);
alter table register.legal_instrument add constraint legal_instrument_second_approval_id_key UNIQUE (second_approval_id);
create INDEX legal_instrument_desk ON register.legal_instrument USING btree (desk, from_on);
-- row security: enabled, forced
create policy owner on register.legal_instrument as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy signed_in on register.legal_instrument as permissive for select to amanat_app
  using ((( SELECT sec.officer_id() AS officer_id) IS NOT NULL));
create policy with_two_live_approvals on register.legal_instrument as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM (((register.approval_decision d2
     JOIN register.approval a2 ON ((a2.approval_id = d2.approval_id)))
     JOIN register.approval_decision d1 ON ((d1.approval_id = legal_instrument.approval_id)))
     JOIN register.approval a1 ON ((a1.approval_id = d1.approval_id)))
  WHERE ((d2.approval_id = legal_instrument.second_approval_id) AND (d1.decision = 'approved'::text) AND (d2.decision = 'approved'::text) AND (d2.decided_by = ( SELECT sec.officer_id() AS officer_id)) AND ((d2.decided_by <> d1.decided_by) AND (d2.decided_by <> a1.proposed_by)) AND (a1.kind = 'instrument'::text) AND (a2.kind = 'instrument'::text) AND (a1.subject_id = legal_instrument.instrument_id) AND (a2.subject_id = legal_instrument.instrument_id)))));
grant insert, select on register.legal_instrument to amanat_app;
comment on table register.legal_instrument is 'What opens a closed desk, or closes it again: the instrument as it was notified, proposed by a legal officer and approved by two supervisors of the Bureau. ARITA-2021 s.24(2).';
comment on column register.legal_instrument.instrument_id is 'Opaque id.';
comment on column register.legal_instrument.desk is 'court, prison or border.';
comment on column register.legal_instrument.instrument_number is 'Its number, as notified.';
comment on column register.legal_instrument.dated_on is 'Its date.';
comment on column register.legal_instrument.from_on is 'First day on which the desk is open.';
comment on column register.legal_instrument.text_hash is 'SHA-256 of its text, so that it is known which text was approved.';
comment on column register.legal_instrument.approval_id is 'The decision of the first supervisor.';
comment on column register.legal_instrument.act is 'open, or repeal: from its day on the desk is closed again.';
comment on column register.legal_instrument.second_approval_id is 'The decision of the second; null for rows before two were asked for, which open nothing.';

create table register.link_run (
  link_run_id uuid not null,
  begun_at timestamp with time zone not null default now(),
  begun_by uuid not null,
  least_weight integer not null,
  of_count integer not null,
  done_count integer not null default 0,
  compared_count integer not null default 0,
  found_count integer not null default 0,
  last_person_id uuid,
  stop_asked_at timestamp with time zone,
  ended_at timestamp with time zone
);
alter table register.link_run add constraint link_run_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.link_run add constraint link_run_pkey PRIMARY KEY (link_run_id);
create INDEX link_run_begun ON register.link_run USING btree (begun_at);
create INDEX link_run_begun_by ON register.link_run USING btree (begun_by);
create UNIQUE INDEX link_run_under_way ON register.link_run USING btree ((true)) WHERE (ended_at IS NULL);
-- row security: enabled, forced
create policy bureau_reads on register.link_run as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'night_work'::text]) AS has_role));
create policy night_work_begins on register.link_run as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role) AND (begun_by = ( SELECT sec.officer_id() AS officer_id))));
create policy night_work_goes_on on register.link_run as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role));
create policy owner on register.link_run as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.link_run to amanat_app;
grant update (done_count, compared_count, found_count, last_person_id, stop_asked_at, ended_at) on register.link_run to amanat_app;
comment on table register.link_run is 'Runs in which everybody on the register was compared with everybody; one that was stopped is gone on with. ARITA-2021 s.24(1).';
comment on column register.link_run.link_run_id is 'Opaque id.';
comment on column register.link_run.begun_at is 'When it began.';
comment on column register.link_run.begun_by is 'The service officer in whose name it runs.';
comment on column register.link_run.least_weight is 'Thousandths of a bit from which a pair is put in the queue.';
comment on column register.link_run.of_count is 'People on the register when it began.';
comment on column register.link_run.done_count is 'People compared so far.';
comment on column register.link_run.compared_count is 'Pairs whose cards were compared so far.';
comment on column register.link_run.found_count is 'Pairs newly put in the queue so far.';
comment on column register.link_run.last_person_id is 'The last person compared, in the order of ids; null before the first.';
comment on column register.link_run.stop_asked_at is 'When an operator asked it to stop; null: go on.';
comment on column register.link_run.ended_at is 'When everybody was compared; null: not yet.';

create table register.match_card (
  person_id uuid not null,
  district_id text not null,
  station_id text not null,
  version integer not null,
  card_enc bytea not null,
  made_at timestamp with time zone not null default now()
);
alter table register.match_card add constraint match_card_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.match_card add constraint match_card_pkey PRIMARY KEY (person_id);
create INDEX match_card_version ON register.match_card USING btree (version, person_id);
-- row security: enabled, forced
create policy in_scope on register.match_card as permissive for select to amanat_app
  using ((( SELECT (sec.people_key() = 'nation'::text)) OR (district_id = ( SELECT substr(sec.people_key(), 3) AS substr
  WHERE (sec.people_key() ~~ 'd:%'::text))) OR (station_id = ( SELECT substr(sec.people_key(), 3) AS substr
  WHERE (sec.people_key() ~~ 's:%'::text)))));
create policy owner on register.match_card as permissive for all to amanat_owner
  using (true)
  with check (true);
grant select on register.match_card to amanat_app;
comment on table register.match_card is 'All a comparison needs of a person, every name ever among it, sealed in one value; a projection, made anew with every change. ARITA-2021 s.24(1).';
comment on column register.match_card.person_id is 'The person.';
comment on column register.match_card.district_id is 'District that owns the record; follows register.person; empty once the record is closed.';
comment on column register.match_card.station_id is 'Supervising station; follows register.person; empty once the record is closed.';
comment on column register.match_card.version is 'Which way of reading names made the card and the keys; older ones are made anew at night.';
comment on column register.match_card.card_enc is 'Names, fathers, births, districts and CNICs, encrypted by the person''s key.';
comment on column register.match_card.made_at is 'When it was made.';

create table register.match_decision (
  match_decision_id uuid not null,
  match_pair_id uuid not null,
  decision text not null,
  reason_code text not null,
  reason_enc bytea not null,
  weight integer not null,
  rows_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null default now()
);
alter table register.match_decision add constraint match_decision_decision_check CHECK ((decision = ANY (ARRAY['same'::text, 'different'::text, 'unclear'::text])));
alter table register.match_decision add constraint match_decision_reason_code_check CHECK ((reason_code = ANY (ARRAY['number'::text, 'photo'::text, 'papers'::text, 'family'::text, 'custody'::text, 'dates'::text, 'common_name'::text, 'asked'::text, 'other'::text])));
alter table register.match_decision add constraint match_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.match_decision add constraint match_decision_match_pair_id_fkey FOREIGN KEY (match_pair_id) REFERENCES register.match_pair(match_pair_id) ON DELETE RESTRICT;
alter table register.match_decision add constraint match_decision_pkey PRIMARY KEY (match_decision_id);
create INDEX match_decision_decided_by ON register.match_decision USING btree (decided_by);
create INDEX match_decision_pair ON register.match_decision USING btree (match_pair_id, decided_at);
-- row security: enabled, forced
create policy bureau_reads on register.match_decision as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'night_work'::text]) AS has_role));
create policy bureau_says on register.match_decision as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) AND (decided_by = ( SELECT sec.officer_id() AS officer_id))));
create policy owner on register.match_decision as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.match_decision to amanat_app;
comment on table register.match_decision is 'What an officer of the Bureau said of a pair, why, and the comparison he had before him. ARITA-2021 s.24(1); Constitution Art. 10-A.';
comment on column register.match_decision.match_decision_id is 'Opaque id.';
comment on column register.match_decision.match_pair_id is 'The pair.';
comment on column register.match_decision.decision is 'same, different or unclear.';
comment on column register.match_decision.reason_code is 'What it rests on: number, photo, papers, family, custody, dates, common_name, asked (somebody was asked) or other.';
comment on column register.match_decision.reason_enc is 'The reason in words, encrypted by the row''s key.';
comment on column register.match_decision.weight is 'Thousandths of a bit of the comparison he had before him.';
comment on column register.match_decision.rows_enc is 'The rows that made it up, as JSON, encrypted by the row''s key.';
comment on column register.match_decision.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.match_decision.kek_id is 'Which key-encryption key wraps it.';
comment on column register.match_decision.decided_by is 'Officer of the Bureau.';
comment on column register.match_decision.decided_at is 'When.';

create table register.match_pair (
  match_pair_id uuid not null,
  found_by text not null,
  draft_id uuid,
  person_a_id uuid,
  person_b_id uuid not null,
  weight integer not null,
  rows_enc bytea,
  wrapped_key bytea,
  kek_id text,
  found_at timestamp with time zone not null default now(),
  compared_at timestamp with time zone,
  decision text,
  decided_at timestamp with time zone,
  decided_by uuid
);
alter table register.match_pair add constraint match_pair_check CHECK (((draft_id IS NULL) <> (person_a_id IS NULL)));
alter table register.match_pair add constraint match_pair_check1 CHECK ((person_a_id <> person_b_id));
alter table register.match_pair add constraint match_pair_check2 CHECK ((((decision IS NULL) = (decided_at IS NULL)) AND ((decision IS NULL) = (decided_by IS NULL))));
alter table register.match_pair add constraint match_pair_check3 CHECK (((rows_enc IS NULL) = (kek_id IS NULL)));
alter table register.match_pair add constraint match_pair_decision_check CHECK ((decision = ANY (ARRAY['same'::text, 'different'::text, 'unclear'::text])));
alter table register.match_pair add constraint match_pair_found_by_check CHECK ((found_by = ANY (ARRAY['draft'::text, 'link'::text, 'intake'::text])));
alter table register.match_pair add constraint match_pair_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.match_pair add constraint match_pair_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES register.draft(draft_id) ON DELETE RESTRICT;
alter table register.match_pair add constraint match_pair_person_a_id_fkey FOREIGN KEY (person_a_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.match_pair add constraint match_pair_person_b_id_fkey FOREIGN KEY (person_b_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.match_pair add constraint match_pair_pkey PRIMARY KEY (match_pair_id);
create INDEX match_pair_decided_by ON register.match_pair USING btree (decided_by) WHERE (decided_by IS NOT NULL);
create INDEX match_pair_draft_id ON register.match_pair USING btree (draft_id) WHERE (draft_id IS NOT NULL);
create INDEX match_pair_person_a ON register.match_pair USING btree (person_a_id) WHERE (person_a_id IS NOT NULL);
create INDEX match_pair_person_b ON register.match_pair USING btree (person_b_id);
create INDEX match_pair_waiting ON register.match_pair USING btree (found_at, match_pair_id) WHERE (decision IS NULL);
create UNIQUE INDEX match_pair_draft ON register.match_pair USING btree (draft_id, person_b_id) WHERE (draft_id IS NOT NULL);
create UNIQUE INDEX match_pair_people ON register.match_pair USING btree (person_a_id, person_b_id) WHERE (person_a_id IS NOT NULL);
-- row security: enabled, forced
create policy bureau_compares on register.match_pair as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'night_work'::text]) AS has_role));
create policy bureau_decides on register.match_pair as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'night_work'::text]) AS has_role))
  with check ((( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'night_work'::text]) AS has_role) AND ((decided_by IS NULL) OR (decided_by = ( SELECT sec.officer_id() AS officer_id)))));
create policy bureau_finds on register.match_pair as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'night_work'::text]) AS has_role) AND (decision IS NULL)));
create policy owner on register.match_pair as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.match_pair to amanat_app;
grant update (weight, rows_enc, wrapped_key, kek_id, compared_at, decision, decided_at, decided_by) on register.match_pair to amanat_app;
comment on table register.match_pair is 'A draft and a person, or two people, that may be one; nobody is linked by it. ARITA-2021 s.24(1).';
comment on column register.match_pair.match_pair_id is 'Opaque id.';
comment on column register.match_pair.found_by is 'draft: when an entry was made; intake: when an entry or a correction was approved; link: when the whole register was compared.';
comment on column register.match_pair.draft_id is 'The draft; null for two people.';
comment on column register.match_pair.person_a_id is 'The one person; null for a draft.';
comment on column register.match_pair.person_b_id is 'The other person.';
comment on column register.match_pair.weight is 'Thousandths of a bit: of the keys that both hold until they were compared, then of the comparison.';
comment on column register.match_pair.rows_enc is 'The rows that make up the weight, as JSON, encrypted by the row''s key; null until they were compared.';
comment on column register.match_pair.wrapped_key is 'The row''s key; null once destroyed, and before there are rows.';
comment on column register.match_pair.kek_id is 'Which key-encryption key wraps it.';
comment on column register.match_pair.found_at is 'When it was found.';
comment on column register.match_pair.compared_at is 'When the two were compared name by name; null before.';
comment on column register.match_pair.decision is 'The last that was said: same, different or unclear; null while it waits.';
comment on column register.match_pair.decided_at is 'When; null while it waits.';
comment on column register.match_pair.decided_by is 'Officer of the Bureau who decided; null while it waits.';

create table register.name_count (
  count_id uuid not null,
  people_count integer not null,
  counts_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  counted_at timestamp with time zone not null default now()
);
alter table register.name_count add constraint name_count_pkey PRIMARY KEY (count_id);
create INDEX name_count_counted ON register.name_count USING btree (counted_at);
-- row security: enabled, forced
create policy night_work_counts on register.name_count as permissive for insert to amanat_app
  with check (( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role));
create policy owner on register.name_count as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy who_sees_people on register.name_count as permissive for select to amanat_app
  using ((( SELECT sec.people_key() AS people_key) IS NOT NULL));
grant insert, select on register.name_count to amanat_app;
comment on table register.name_count is 'How common each name is on the register, counted at night, sealed: in the clear a public list of names would tell which key is which. No legal basis needed: it names nobody.';
comment on column register.name_count.count_id is 'Opaque id.';
comment on column register.name_count.people_count is 'People counted.';
comment on column register.name_count.counts_enc is 'Holders by key of a name, as JSON, encrypted.';
comment on column register.name_count.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.name_count.kek_id is 'Which key-encryption key wraps it.';
comment on column register.name_count.counted_at is 'When.';

create table register.night_run (
  run_id uuid not null,
  day_on date not null,
  generation bigint not null,
  begun_at timestamp with time zone not null default now(),
  of_count integer not null,
  done_count integer not null default 0,
  ended_at timestamp with time zone
);
alter table register.night_run add constraint night_run_pkey PRIMARY KEY (run_id);
create INDEX night_run_begun ON register.night_run USING btree (begun_at);
-- row security: enabled, forced
create policy bureau_and_night_work on register.night_run as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'night_work'::text]) AS has_role));
create policy night_work_begins on register.night_run as permissive for insert to amanat_app
  with check (( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role));
create policy night_work_goes_on on register.night_run as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role));
create policy owner on register.night_run as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.night_run to amanat_app;
grant update (done_count, ended_at) on register.night_run to amanat_app;
comment on table register.night_run is 'One run of the night work that computes duties anew, and how far it has come. DESIGN 4; no legal basis needed: it names nobody.';
comment on column register.night_run.run_id is 'Opaque id.';
comment on column register.night_run.day_on is 'Pakistan day computed for.';
comment on column register.night_run.generation is 'Last change of a calendar or pack that it takes into account.';
comment on column register.night_run.begun_at is 'When it began.';
comment on column register.night_run.of_count is 'People to compute, as counted at the beginning.';
comment on column register.night_run.done_count is 'People computed so far.';
comment on column register.night_run.ended_at is 'When nobody was left; null while it runs, or when it was cut short.';

create table register.notice (
  notice_id uuid not null,
  person_id uuid not null,
  duty text not null,
  about_id uuid,
  received_at timestamp with time zone not null,
  received_how text not null,
  station_id text,
  document_seen text not null,
  facts_enc bytea not null,
  back_dated_enc bytea,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  notice_serial bigint not null generated always as identity
);
alter table register.notice add constraint notice_check CHECK (((duty = 'confirm_in_person'::text) = (about_id IS NULL)));
alter table register.notice add constraint notice_document_seen_check CHECK ((document_seen = ANY (ARRAY['cnic'::text, 'passport'::text, 'other'::text, 'none'::text])));
alter table register.notice add constraint notice_duty_check CHECK ((duty = ANY (ARRAY['confirm_in_person'::text, 'notify_name_change'::text, 'notify_address_change'::text, 'notify_travel_abroad'::text, 'notify_absence'::text])));
alter table register.notice add constraint notice_received_how_check CHECK ((received_how = ANY (ARRAY['in_person'::text, 'by_letter'::text, 'by_phone'::text, 'by_representative'::text, 'by_message'::text])));
alter table register.notice add constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.notice add constraint notice_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.notice add constraint notice_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.notice add constraint notice_pkey PRIMARY KEY (notice_id);
create INDEX notice_person ON register.notice USING btree (person_id, received_at);
create INDEX notice_recorded_by ON register.notice USING btree (recorded_by);
create INDEX notice_station ON register.notice USING btree (station_id);
-- row security: enabled, forced
create policy owner on register.notice as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.notice as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = notice.person_id))));
create policy with_the_person_in on register.notice as permissive for insert to amanat_app
  with check (((recorded_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = notice.person_id)))));
create policy with_the_person_superseded on register.notice as permissive for update to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = notice.person_id))));
CREATE CONSTRAINT TRIGGER notice_is_about_his_own AFTER INSERT ON register.notice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION register.check_notice_about();
grant insert, select on register.notice to amanat_app;
grant update (superseded_at) on register.notice to amanat_app;
comment on table register.notice is 'A notice that a person gave, or his attendance. It counts from the instant it was received. SOR-RULES-2023; RULES 1, 4.';
comment on column register.notice.notice_id is 'Opaque id.';
comment on column register.notice.person_id is 'The person.';
comment on column register.notice.duty is 'Which duty it answers.';
comment on column register.notice.about_id is 'The change or trip that it tells of; null for a confirmation.';
comment on column register.notice.received_at is 'When it was received, whenever it was typed in.';
comment on column register.notice.received_how is 'in_person, by_letter, by_phone, by_representative or by_message.';
comment on column register.notice.station_id is 'Station that received it; null: the Bureau.';
comment on column register.notice.document_seen is 'Which identity document was seen: cnic, passport, other or none.';
comment on column register.notice.facts_enc is 'What was told, as typed (JSON), encrypted.';
comment on column register.notice.back_dated_enc is 'Why it is typed in later than the day it was received, encrypted; null otherwise.';
comment on column register.notice.recorded_at is 'When it was typed in.';
comment on column register.notice.recorded_by is 'Officer who recorded it.';
comment on column register.notice.superseded_at is 'Instant it was struck out as wrong; null while live.';
comment on column register.notice.notice_serial is 'Serial number, printed on the receipt as N-<year>-<serial>.';

create table register.notice_row (
  notice_id uuid not null,
  row_table text not null,
  row_id uuid not null,
  act text not null
);
alter table register.notice_row add constraint notice_row_act_check CHECK ((act = ANY (ARRAY['added'::text, 'replaced'::text])));
alter table register.notice_row add constraint notice_row_row_table_check CHECK ((row_table = ANY (ARRAY['change'::text, 'trip'::text, 'person_address'::text, 'person_name'::text])));
alter table register.notice_row add constraint notice_row_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES register.notice(notice_id) ON DELETE RESTRICT;
alter table register.notice_row add constraint notice_row_pkey PRIMARY KEY (notice_id, row_table, row_id);
-- row security: enabled, forced
create policy own_notice_in on register.notice_row as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM register.notice n
  WHERE ((n.notice_id = notice_row.notice_id) AND (n.recorded_by = ( SELECT sec.officer_id() AS officer_id))))));
create policy owner on register.notice_row as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_notice on register.notice_row as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.notice n
  WHERE (n.notice_id = notice_row.notice_id))));
grant insert, select on register.notice_row to amanat_app;
comment on table register.notice_row is 'Which rows a notice added or replaced, so that striking it out undoes these and no others. SOR-RULES-2023.';
comment on column register.notice_row.notice_id is 'The notice.';
comment on column register.notice_row.row_table is 'Table of the row: change, trip, person_address or person_name.';
comment on column register.notice_row.row_id is 'Key of the row there; of a trip the version''s.';
comment on column register.notice_row.act is 'added, or replaced: its live version was superseded by this notice.';

create table register.notice_strike (
  notice_id uuid not null,
  reason_enc bytea not null,
  approval_id uuid,
  struck_by uuid not null,
  struck_at timestamp with time zone not null default now()
);
alter table register.notice_strike add constraint notice_strike_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.notice_strike add constraint notice_strike_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES register.notice(notice_id) ON DELETE RESTRICT;
alter table register.notice_strike add constraint notice_strike_struck_by_fkey FOREIGN KEY (struck_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.notice_strike add constraint notice_strike_pkey PRIMARY KEY (notice_id);
create INDEX notice_strike_approval ON register.notice_strike USING btree (approval_id) WHERE (approval_id IS NOT NULL);
create INDEX notice_strike_struck_by ON register.notice_strike USING btree (struck_by);
-- row security: enabled, forced
create policy author_today_or_by_two on register.notice_strike as permissive for insert to amanat_app
  with check (((struck_by = ( SELECT sec.officer_id() AS officer_id)) AND (((approval_id IS NULL) AND (EXISTS ( SELECT
   FROM register.notice n
  WHERE ((n.notice_id = notice_strike.notice_id) AND (n.recorded_by = ( SELECT sec.officer_id() AS officer_id)) AND (((n.recorded_at AT TIME ZONE 'Asia/Karachi'::text))::date = ((notice_strike.struck_at AT TIME ZONE 'Asia/Karachi'::text))::date))))) OR (EXISTS ( SELECT
   FROM register.approval_decision d
  WHERE ((d.approval_id = notice_strike.approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id))))))));
create policy owner on register.notice_strike as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_notice on register.notice_strike as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.notice n
  WHERE (n.notice_id = notice_strike.notice_id))));
grant insert, select on register.notice_strike to amanat_app;
comment on table register.notice_strike is 'A notice that was typed in wrongly and counts no more: struck out on its day by its author, or later by two people.';
comment on column register.notice_strike.notice_id is 'The notice.';
comment on column register.notice_strike.reason_enc is 'What was wrong, encrypted by the person''s key.';
comment on column register.notice_strike.approval_id is 'The second officer''s decision; null: by its author on the day it was typed in.';
comment on column register.notice_strike.struck_by is 'Who struck it out: the author, or the second officer.';
comment on column register.notice_strike.struck_at is 'When.';

create table register.outage (
  outage_id uuid not null,
  station_id text,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  cause text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  superseded_at timestamp with time zone,
  act_id uuid not null default gen_random_uuid()
);
alter table register.outage add constraint outage_cause_check CHECK ((cause = ANY (ARRAY['system'::text, 'power'::text, 'line'::text, 'other'::text])));
alter table register.outage add constraint outage_check CHECK (((to_at IS NULL) OR (to_at >= from_at)));
alter table register.outage add constraint outage_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.outage add constraint outage_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.outage add constraint outage_pkey PRIMARY KEY (outage_id);
create INDEX outage_act ON register.outage USING btree (act_id);
create INDEX outage_recorded_by ON register.outage USING btree (recorded_by) WHERE (recorded_by IS NOT NULL);
create INDEX outage_station ON register.outage USING btree (station_id, from_at);
-- row security: enabled, forced
create policy open_one_is_ended on register.outage as permissive for update to amanat_app
  using (((to_at IS NULL) AND (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) OR (( SELECT sec.has_role(ARRAY['station_officer'::text, 'station_head'::text]) AS has_role) AND (('s:'::text || station_id) = ( SELECT sec.people_key() AS people_key))))));
create policy own_station_or_bureau on register.outage as permissive for insert to amanat_app
  with check (((recorded_by = ( SELECT sec.officer_id() AS officer_id)) AND (cause <> 'system'::text) AND (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) OR (( SELECT sec.has_role(ARRAY['station_officer'::text, 'station_head'::text]) AS has_role) AND (('s:'::text || station_id) = ( SELECT sec.people_key() AS people_key))))));
create policy owner on register.outage as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy whoever_sees_people on register.outage as permissive for select to amanat_app
  using ((( SELECT sec.people_key() AS people_key) IS NOT NULL));
CREATE TRIGGER outage_moves_dates AFTER INSERT OR UPDATE ON register.outage FOR EACH ROW EXECUTE FUNCTION register.bump_generation();
grant insert, select on register.outage to amanat_app;
grant update (superseded_at) on register.outage to amanat_app;
comment on table register.outage is 'Times at which a station, or every station, could not record anything; they move dates when they cover the desk hours. RULES 1.';
comment on column register.outage.outage_id is 'Opaque id.';
comment on column register.outage.station_id is 'The station; null: all of Pakistan.';
comment on column register.outage.from_at is 'Begin.';
comment on column register.outage.to_at is 'End; null while it lasts.';
comment on column register.outage.cause is 'system (the register itself), power, line or other.';
comment on column register.outage.recorded_at is 'When it was recorded.';
comment on column register.outage.recorded_by is 'Officer who recorded it; null: the register noticed its own down-time.';
comment on column register.outage.superseded_at is 'Instant a later version replaced it, as when an open one ends; null while live.';
comment on column register.outage.act_id is 'The act that recorded it: one for all stations of a district, and for the version that ends an open one.';

create table register.pack (
  pack_id uuid not null,
  pack text not null,
  title_en text not null,
  title_ur text not null,
  based_on_id uuid,
  content jsonb not null,
  drafted_by uuid,
  drafted_at timestamp with time zone not null default now()
);
alter table register.pack add constraint pack_pack_check CHECK ((pack ~ '^[a-z0-9-]{3,40}$'::text));
alter table register.pack add constraint pack_based_on_id_fkey FOREIGN KEY (based_on_id) REFERENCES register.pack(pack_id) ON DELETE RESTRICT;
alter table register.pack add constraint pack_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.pack add constraint pack_pkey PRIMARY KEY (pack_id);
alter table register.pack add constraint pack_pack_key UNIQUE (pack);
create INDEX pack_based_on ON register.pack USING btree (based_on_id);
create INDEX pack_drafted_by ON register.pack USING btree (drafted_by);
-- row security: enabled, forced
create policy every_officer on register.pack as permissive for select to amanat_app
  using ((( SELECT sec.officer_id() AS officer_id) IS NOT NULL));
create policy own on register.pack as permissive for insert to amanat_app
  with check ((drafted_by = ( SELECT sec.officer_id() AS officer_id)));
create policy owner on register.pack as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.pack to amanat_app;
comment on table register.pack is 'Rule packs: those that ship with the register, and those drafted here. Each value with the text it rests on. LAW 4.';
comment on column register.pack.pack_id is 'Opaque id.';
comment on column register.pack.pack is 'Its name, as facts and registrations give it.';
comment on column register.pack.title_en is 'Title in English.';
comment on column register.pack.title_ur is 'Title in Urdu.';
comment on column register.pack.based_on_id is 'The pack it was begun from; null for one that ships.';
comment on column register.pack.content is 'Every value with basis, section, status and reason, as it was begun.';
comment on column register.pack.drafted_by is 'Officer who began it; null for one that ships.';
comment on column register.pack.drafted_at is 'When.';

create table register.pack_in_force (
  in_force_id uuid not null,
  pack_id uuid not null,
  from_on date,
  content jsonb not null,
  sha256 bytea not null,
  approval_id uuid,
  decided_at timestamp with time zone not null default now()
);
alter table register.pack_in_force add constraint pack_in_force_sha256_check CHECK ((octet_length(sha256) = 32));
alter table register.pack_in_force add constraint pack_in_force_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.pack_in_force add constraint pack_in_force_pack_id_fkey FOREIGN KEY (pack_id) REFERENCES register.pack(pack_id) ON DELETE RESTRICT;
alter table register.pack_in_force add constraint pack_in_force_pkey PRIMARY KEY (in_force_id);
create INDEX pack_in_force_approval ON register.pack_in_force USING btree (approval_id) WHERE (approval_id IS NOT NULL);
create INDEX pack_in_force_pack ON register.pack_in_force USING btree (pack_id);
-- row security: enabled, forced
create policy every_officer on register.pack_in_force as permissive for select to amanat_app
  using ((( SELECT sec.officer_id() AS officer_id) IS NOT NULL));
create policy owner on register.pack_in_force as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_a_live_approval on register.pack_in_force as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM (register.approval_decision d
     JOIN register.approval a ON ((a.approval_id = d.approval_id)))
  WHERE ((d.approval_id = pack_in_force.approval_id) AND (a.kind = 'pack'::text) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id))))));
CREATE TRIGGER in_force_moves_dates AFTER INSERT ON register.pack_in_force FOR EACH ROW EXECUTE FUNCTION register.pack_moves_dates();
grant insert, select on register.pack_in_force to amanat_app;
comment on table register.pack_in_force is 'From which day a pack governs, by whose approval; what was approved is kept with it. A later one replaces it from its own day.';
comment on column register.pack_in_force.in_force_id is 'Opaque id.';
comment on column register.pack_in_force.pack_id is 'The pack.';
comment on column register.pack_in_force.from_on is 'First day it governs; null: from the beginning.';
comment on column register.pack_in_force.content is 'Its values as approved.';
comment on column register.pack_in_force.sha256 is 'SHA-256 of their canonical JSON.';
comment on column register.pack_in_force.approval_id is 'The approval without which the row cannot exist; null only for the pack a new register begins with.';
comment on column register.pack_in_force.decided_at is 'When it was approved.';

create table register.pack_reversal (
  in_force_id uuid not null,
  approval_id uuid not null,
  reversed_at timestamp with time zone not null default now()
);
alter table register.pack_reversal add constraint pack_reversal_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.pack_reversal add constraint pack_reversal_in_force_id_fkey FOREIGN KEY (in_force_id) REFERENCES register.pack_in_force(in_force_id) ON DELETE RESTRICT;
alter table register.pack_reversal add constraint pack_reversal_pkey PRIMARY KEY (in_force_id);
create INDEX pack_reversal_approval ON register.pack_reversal USING btree (approval_id);
-- row security: enabled, forced
create policy every_officer on register.pack_reversal as permissive for select to amanat_app
  using ((( SELECT sec.officer_id() AS officer_id) IS NOT NULL));
create policy owner on register.pack_reversal as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_a_live_approval on register.pack_reversal as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM (register.approval_decision d
     JOIN register.approval a ON ((a.approval_id = d.approval_id)))
  WHERE ((d.approval_id = pack_reversal.approval_id) AND (a.kind = 'pack'::text) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id))))));
CREATE TRIGGER reversal_moves_dates AFTER INSERT ON register.pack_reversal FOR EACH ROW EXECUTE FUNCTION register.pack_moves_dates();
grant insert, select on register.pack_reversal to amanat_app;
comment on table register.pack_reversal is 'A pack''s coming into force, undone by two people: everyone is computed as if it had never been.';
comment on column register.pack_reversal.in_force_id is 'What is undone.';
comment on column register.pack_reversal.approval_id is 'The approval without which the row cannot exist.';
comment on column register.pack_reversal.reversed_at is 'When.';

create table register.pack_value (
  value_id uuid not null,
  pack_id uuid not null,
  name text not null,
  value jsonb not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null default now()
);
alter table register.pack_value add constraint pack_value_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.pack_value add constraint pack_value_pack_id_fkey FOREIGN KEY (pack_id) REFERENCES register.pack(pack_id) ON DELETE RESTRICT;
alter table register.pack_value add constraint pack_value_pkey PRIMARY KEY (value_id);
create INDEX pack_value_changed_by ON register.pack_value USING btree (changed_by);
create INDEX pack_value_pack ON register.pack_value USING btree (pack_id, name, changed_at);
-- row security: enabled, forced
create policy every_officer on register.pack_value as permissive for select to amanat_app
  using ((( SELECT sec.officer_id() AS officer_id) IS NOT NULL));
create policy own on register.pack_value as permissive for insert to amanat_app
  with check ((changed_by = ( SELECT sec.officer_id() AS officer_id)));
create policy owner on register.pack_value as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.pack_value to amanat_app;
comment on table register.pack_value is 'Values changed in a drafted pack, version by version; the last of a name counts. LAW 4.';
comment on column register.pack_value.value_id is 'Opaque id.';
comment on column register.pack_value.pack_id is 'The pack.';
comment on column register.pack_value.name is 'Which value.';
comment on column register.pack_value.value is 'The value with basis, section, status and reasons.';
comment on column register.pack_value.changed_by is 'Officer who changed it.';
comment on column register.pack_value.changed_at is 'When.';

create table register.person (
  person_id uuid not null,
  record_number text not null,
  district_id text not null,
  station_id text not null,
  wrapped_key bytea,
  kek_id text not null,
  card_enc bytea,
  entered_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  is_linked boolean not null default false
);
alter table register.person add constraint person_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.person add constraint person_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.person add constraint person_pkey PRIMARY KEY (person_id);
alter table register.person add constraint person_record_number_key UNIQUE (record_number);
create INDEX person_district ON register.person USING btree (district_id);
create INDEX person_station ON register.person USING btree (station_id);
-- row security: enabled, forced
create policy bureau_enters on register.person as permissive for insert to amanat_app
  with check ((( SELECT sec.people_key() AS people_key) = 'nation'::text));
create policy bureau_renews_cards on register.person as permissive for update to amanat_app
  using ((( SELECT sec.people_key() AS people_key) = 'nation'::text));
create policy in_scope on register.person as permissive for select to amanat_app
  using (((( SELECT sec.people_key() AS people_key) = 'nation'::text) OR ((closed_at IS NULL) AND ((( SELECT sec.people_key() AS people_key) = ('d:'::text || district_id)) OR (( SELECT sec.people_key() AS people_key) = ('s:'::text || station_id))))));
create policy owner on register.person as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy station_renews_cards on register.person as permissive for update to amanat_app
  using ((('s:'::text || station_id) = ( SELECT sec.people_key() AS people_key)));
CREATE TRIGGER entry_begins_supervision AFTER INSERT ON register.person REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION register.begin_supervision();
CREATE TRIGGER follow_person AFTER UPDATE OF district_id, station_id, closed_at, wrapped_key ON register.person FOR EACH ROW WHEN (((new.district_id <> old.district_id) OR (new.station_id <> old.station_id) OR ((new.closed_at IS NULL) <> (old.closed_at IS NULL)) OR ((new.wrapped_key IS NULL) AND (old.wrapped_key IS NOT NULL)))) EXECUTE FUNCTION register.follow_person();
grant insert, select on register.person to amanat_app;
grant update (card_enc) on register.person to amanat_app;
comment on table register.person is 'A convicted person on the register, owned by a district and supervised by a station, never ownerless. ARITA-2021 s.24(1).';
comment on column register.person.person_id is 'Opaque id.';
comment on column register.person.record_number is 'Printed number, NSOR-<year>-<serial>.';
comment on column register.person.district_id is 'District that owns the record.';
comment on column register.person.station_id is 'Supervising police station.';
comment on column register.person.wrapped_key is 'The person''s key, wrapped by the key-encryption key; null once destroyed, which erases every identifier.';
comment on column register.person.kek_id is 'Which key-encryption key wraps it.';
comment on column register.person.card_enc is 'Names, birth year and end of the CNIC as a look-up shows them, encrypted; made anew with every change of the rows it comes from.';
comment on column register.person.entered_at is 'Instant of entry.';
comment on column register.person.closed_at is 'Instant from which only the Bureau and its legal officers see the record: at once when a court undid the conviction, with the certificate where the period ended; null while open.';
comment on column register.person.is_linked is 'Whether a link of identity ever named this record; what holds now is in identity_link.';

create table register.person_address (
  address_id uuid not null,
  person_id uuid not null,
  text_enc bytea not null,
  district_id text,
  from_on date,
  to_on date,
  source_kind text not null,
  source_on date,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  superseded_at timestamp with time zone
);
alter table register.person_address add constraint person_address_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.person_address add constraint person_address_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.person_address add constraint person_address_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.person_address add constraint person_address_pkey PRIMARY KEY (address_id);
create INDEX person_address_added_by ON register.person_address USING btree (added_by);
create INDEX person_address_district ON register.person_address USING btree (district_id);
create INDEX person_address_person ON register.person_address USING btree (person_id);
-- row security: enabled, forced
create policy bureau_supersedes on register.person_address as permissive for update to amanat_app
  using ((( SELECT sec.people_key() AS people_key) = 'nation'::text));
create policy station_supersedes on register.person_address as permissive for update to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE ((p.person_id = person_address.person_id) AND (('s:'::text || p.station_id) = ( SELECT sec.people_key() AS people_key))))));
create policy with_the_person on register.person_address as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_address.person_id))));
create policy with_the_person_in on register.person_address as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_address.person_id))));
grant insert, select on register.person_address to amanat_app;
grant update (superseded_at) on register.person_address to amanat_app;
comment on table register.person_address is 'Where a person lives or lived.';
comment on column register.person_address.address_id is 'Opaque id.';
comment on column register.person_address.person_id is 'The person.';
comment on column register.person_address.text_enc is 'The address as typed, encrypted.';
comment on column register.person_address.district_id is 'Its district, where known.';
comment on column register.person_address.from_on is 'First day there, where known.';
comment on column register.person_address.to_on is 'First day no longer there.';
comment on column register.person_address.source_kind is 'judgment, return, identity, notice or correction.';
comment on column register.person_address.source_on is 'Date of the source.';
comment on column register.person_address.added_at is 'Instant of entry.';
comment on column register.person_address.added_by is 'Officer who proposed it.';
comment on column register.person_address.superseded_at is 'Instant a later version replaced it; null while live.';

create table register.person_contact (
  contact_id uuid not null,
  person_id uuid not null,
  kind text not null,
  number_enc bytea not null,
  number_index bytea not null,
  language text not null,
  agreed_on date not null,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  superseded_at timestamp with time zone
);
alter table register.person_contact add constraint person_contact_kind_check CHECK ((kind = 'mobile'::text));
alter table register.person_contact add constraint person_contact_language_check CHECK ((language = ANY (ARRAY['ur'::text, 'en'::text])));
alter table register.person_contact add constraint person_contact_number_index_check CHECK ((octet_length(number_index) = 32));
alter table register.person_contact add constraint person_contact_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.person_contact add constraint person_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.person_contact add constraint person_contact_pkey PRIMARY KEY (contact_id);
create INDEX person_contact_added_by ON register.person_contact USING btree (added_by);
create INDEX person_contact_number ON register.person_contact USING btree (number_index);
create INDEX person_contact_person ON register.person_contact USING btree (person_id);
create UNIQUE INDEX person_contact_live ON register.person_contact USING btree (person_id) WHERE (superseded_at IS NULL);
-- row security: enabled, forced
create policy owner on register.person_contact as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.person_contact as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_contact.person_id))));
create policy with_the_person_in on register.person_contact as permissive for insert to amanat_app
  with check (((added_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_contact.person_id)))));
create policy with_the_person_superseded on register.person_contact as permissive for update to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_contact.person_id))));
grant insert, select on register.person_contact to amanat_app;
grant update (superseded_at) on register.person_contact to amanat_app;
comment on table register.person_contact is 'Numbers at which a person asked to be reminded of his duties; many have none, and a family may share one. SOR-SOP-2024; only with his agreement.';
comment on column register.person_contact.contact_id is 'Opaque id.';
comment on column register.person_contact.person_id is 'The person.';
comment on column register.person_contact.kind is 'mobile.';
comment on column register.person_contact.number_enc is 'The number as +92…, encrypted by the person''s key.';
comment on column register.person_contact.number_index is 'HMAC-SHA-256 of kind and number under the index key.';
comment on column register.person_contact.language is 'Language of the reminder: ur or en.';
comment on column register.person_contact.agreed_on is 'Day on which he agreed to be reminded there.';
comment on column register.person_contact.added_at is 'Instant of entry.';
comment on column register.person_contact.added_by is 'Officer who wrote it down.';
comment on column register.person_contact.superseded_at is 'Instant it was replaced or withdrawn; null while live.';

create table register.person_detail (
  detail_id uuid not null,
  person_id uuid not null,
  sex text not null,
  born_on date,
  born_year integer,
  source_kind text not null,
  source_on date,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  superseded_at timestamp with time zone
);
alter table register.person_detail add constraint person_detail_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text, 'x'::text])));
alter table register.person_detail add constraint person_detail_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.person_detail add constraint person_detail_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.person_detail add constraint person_detail_pkey PRIMARY KEY (detail_id);
create INDEX person_detail_added_by ON register.person_detail USING btree (added_by);
create INDEX person_detail_person ON register.person_detail USING btree (person_id);
-- row security: enabled, forced
create policy bureau_supersedes on register.person_detail as permissive for update to amanat_app
  using ((( SELECT sec.people_key() AS people_key) = 'nation'::text));
create policy owner_computes on register.person_detail as permissive for select to amanat_owner
  using (true);
create policy with_the_person on register.person_detail as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_detail.person_id))));
create policy with_the_person_in on register.person_detail as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_detail.person_id))));
grant insert, select on register.person_detail to amanat_app;
grant update (superseded_at) on register.person_detail to amanat_app;
comment on table register.person_detail is 'Sex and birth of a person, version by version; the live one has no superseded_at.';
comment on column register.person_detail.detail_id is 'Opaque id.';
comment on column register.person_detail.person_id is 'The person.';
comment on column register.person_detail.sex is 'As the judgment or identity card gives it.';
comment on column register.person_detail.born_on is 'Birth date; null when only the year or nothing is known.';
comment on column register.person_detail.born_year is 'Birth year; from the date, or from an age at a date.';
comment on column register.person_detail.source_kind is 'judgment, return, identity, notice or correction.';
comment on column register.person_detail.source_on is 'Date of the source.';
comment on column register.person_detail.added_at is 'Instant of entry.';
comment on column register.person_detail.added_by is 'Officer who proposed it.';
comment on column register.person_detail.superseded_at is 'Instant a later version replaced it; null while live.';

create table register.person_document (
  document_id uuid not null,
  person_id uuid not null,
  kind text not null,
  number_enc bytea not null,
  number_index bytea not null,
  source_kind text not null,
  source_on date,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  superseded_at timestamp with time zone
);
alter table register.person_document add constraint person_document_kind_check CHECK ((kind = ANY (ARRAY['cnic'::text, 'passport'::text, 'other'::text])));
alter table register.person_document add constraint person_document_number_index_check CHECK ((octet_length(number_index) = 32));
alter table register.person_document add constraint person_document_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.person_document add constraint person_document_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.person_document add constraint person_document_pkey PRIMARY KEY (document_id);
create INDEX person_document_added_by ON register.person_document USING btree (added_by);
create INDEX person_document_number ON register.person_document USING btree (number_index);
create INDEX person_document_person ON register.person_document USING btree (person_id);
-- row security: enabled, forced
create policy bureau_supersedes on register.person_document as permissive for update to amanat_app
  using ((( SELECT sec.people_key() AS people_key) = 'nation'::text));
create policy owner on register.person_document as permissive for select to amanat_owner
  using (true);
create policy owner_compares on register.person_document as permissive for select to amanat_owner
  using (true);
create policy with_the_person on register.person_document as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_document.person_id))));
create policy with_the_person_in on register.person_document as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_document.person_id))));
grant insert, select on register.person_document to amanat_app;
grant update (superseded_at) on register.person_document to amanat_app;
comment on table register.person_document is 'Identity documents of a person; many have none. The index is keyed (HMAC), never unique: a clash must not tell who is held.';
comment on column register.person_document.document_id is 'Opaque id.';
comment on column register.person_document.person_id is 'The person.';
comment on column register.person_document.kind is 'cnic, passport or other.';
comment on column register.person_document.number_enc is 'The number, encrypted.';
comment on column register.person_document.number_index is 'HMAC-SHA-256 of kind and number under the index key.';
comment on column register.person_document.source_kind is 'judgment, return, identity, notice or correction.';
comment on column register.person_document.source_on is 'Date of the source.';
comment on column register.person_document.added_at is 'Instant of entry.';
comment on column register.person_document.added_by is 'Officer who proposed it.';
comment on column register.person_document.superseded_at is 'Instant a later version replaced it; null while live.';

create table register.person_key (
  pair bigint not null,
  person_id uuid not null,
  district_id text not null,
  station_id text not null
);
alter table register.person_key add constraint person_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.person_key add constraint person_key_pkey PRIMARY KEY (pair, person_id) INCLUDE (district_id, station_id);
create INDEX person_key_person ON register.person_key USING btree (person_id);
-- row security: enabled, forced
create policy in_scope on register.person_key as permissive for select to amanat_app
  using ((( SELECT (sec.people_key() = 'nation'::text)) OR (district_id = ( SELECT substr(sec.people_key(), 3) AS substr
  WHERE (sec.people_key() ~~ 'd:%'::text))) OR (station_id = ( SELECT substr(sec.people_key(), 3) AS substr
  WHERE (sec.people_key() ~~ 's:%'::text)))));
create policy owner on register.person_key as permissive for all to amanat_owner
  using (true)
  with check (true);
grant select on register.person_key to amanat_app;
comment on table register.person_key is 'Which people hold a key: two or three facts together (names, a district, a year), or one rare name. ARITA-2021 s.24(1).';
comment on column register.person_key.pair is 'First 8 bytes of the HMAC of the pair under the index key; says nothing without it.';
comment on column register.person_key.person_id is 'The person.';
comment on column register.person_key.district_id is 'District that owns the record; follows register.person; empty once the record is closed.';
comment on column register.person_key.station_id is 'Supervising station; follows register.person; empty once the record is closed.';

create table register.person_language (
  language_id uuid not null,
  person_id uuid not null,
  language text not null,
  source_kind text not null,
  asked_on date not null,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  superseded_at timestamp with time zone
);
alter table register.person_language add constraint person_language_language_check CHECK ((language = ANY (ARRAY['ur'::text, 'en'::text, 'pa'::text, 'skr'::text, 'sd'::text, 'ps'::text, 'bal'::text, 'other'::text])));
alter table register.person_language add constraint person_language_source_kind_check CHECK ((source_kind = ANY (ARRAY['serving'::text, 'phone'::text])));
alter table register.person_language add constraint person_language_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.person_language add constraint person_language_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.person_language add constraint person_language_pkey PRIMARY KEY (language_id);
create INDEX person_language_added_by ON register.person_language USING btree (added_by);
create INDEX person_language_person ON register.person_language USING btree (person_id);
create UNIQUE INDEX person_language_live ON register.person_language USING btree (person_id) WHERE (superseded_at IS NULL);
-- row security: enabled, forced
create policy owner on register.person_language as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.person_language as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_language.person_id))));
create policy with_the_person_in on register.person_language as permissive for insert to amanat_app
  with check (((added_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_language.person_id)))));
create policy with_the_person_superseded on register.person_language as permissive for update to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_language.person_id))));
grant insert, select on register.person_language to amanat_app;
grant update (superseded_at) on register.person_language to amanat_app;
comment on table register.person_language is 'The language in which a person is spoken to, asked of himself; nothing is told of his people or his origin. SOR-RULES-2023 (duties are explained in his language).';
comment on column register.person_language.language_id is 'Opaque id.';
comment on column register.person_language.person_id is 'The person.';
comment on column register.person_language.language is 'ur, en, pa (Punjabi), skr (Saraiki), sd (Sindhi), ps (Pashto), bal (Balochi) or other. Papers and messages are in English for en, else in Urdu.';
comment on column register.person_language.source_kind is 'When he was asked: serving (of duties) or phone (his number for reminders).';
comment on column register.person_language.asked_on is 'Pakistan day on which he said so.';
comment on column register.person_language.added_at is 'Instant of entry.';
comment on column register.person_language.added_by is 'Officer who wrote it down.';
comment on column register.person_language.superseded_at is 'Instant another was told; null while live.';

create table register.person_name (
  name_id uuid not null,
  person_id uuid not null,
  kind text not null,
  script text not null,
  ordinal integer not null default 0,
  text_enc bytea not null,
  source_kind text not null,
  source_on date,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  superseded_at timestamp with time zone
);
alter table register.person_name add constraint person_name_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'alias'::text, 'father'::text])));
alter table register.person_name add constraint person_name_script_check CHECK ((script = ANY (ARRAY['Latn'::text, 'Arab'::text])));
alter table register.person_name add constraint person_name_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.person_name add constraint person_name_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.person_name add constraint person_name_pkey PRIMARY KEY (name_id);
create INDEX person_name_added_by ON register.person_name USING btree (added_by);
create INDEX person_name_person ON register.person_name USING btree (person_id);
-- row security: enabled, forced
create policy bureau_supersedes on register.person_name as permissive for update to amanat_app
  using ((( SELECT sec.people_key() AS people_key) = 'nation'::text));
create policy station_supersedes on register.person_name as permissive for update to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE ((p.person_id = person_name.person_id) AND (('s:'::text || p.station_id) = ( SELECT sec.people_key() AS people_key))))));
create policy with_the_person on register.person_name as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_name.person_id))));
create policy with_the_person_in on register.person_name as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_name.person_id))));
grant insert, select on register.person_name to amanat_app;
grant update (superseded_at) on register.person_name to amanat_app;
comment on table register.person_name is 'Every name of a person ever seen, as typed, in its script. Kept for ever; superseded ones stay findable.';
comment on column register.person_name.name_id is 'Opaque id.';
comment on column register.person_name.person_id is 'The person.';
comment on column register.person_name.kind is 'name, alias, or father''s (or husband''s) name.';
comment on column register.person_name.script is 'ISO 15924: Latn or Arab.';
comment on column register.person_name.ordinal is 'Order of preference: the lowest live name of a kind and script is the one shown first.';
comment on column register.person_name.text_enc is 'The name as typed, encrypted.';
comment on column register.person_name.source_kind is 'judgment, return, identity, notice or correction.';
comment on column register.person_name.source_on is 'Date of the source.';
comment on column register.person_name.added_at is 'Instant of entry.';
comment on column register.person_name.added_by is 'Officer who proposed it.';
comment on column register.person_name.superseded_at is 'Instant a later version replaced it; null while live.';

create table register.person_photo (
  photo_id uuid not null,
  person_id uuid not null,
  image_enc bytea not null,
  media_type text not null,
  taken_on date,
  source_kind text not null,
  added_at timestamp with time zone not null default now(),
  added_by uuid not null
);
alter table register.person_photo add constraint person_photo_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text])));
alter table register.person_photo add constraint person_photo_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.person_photo add constraint person_photo_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.person_photo add constraint person_photo_pkey PRIMARY KEY (photo_id);
create INDEX person_photo_added_by ON register.person_photo USING btree (added_by);
create INDEX person_photo_person ON register.person_photo USING btree (person_id);
-- row security: enabled, forced
create policy with_the_person on register.person_photo as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_photo.person_id))));
create policy with_the_person_in on register.person_photo as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = person_photo.person_id))));
grant insert, select on register.person_photo to amanat_app;
comment on table register.person_photo is 'Photographs, encrypted, shown only behind a recorded click. Biometrics are never stored, only referred to.';
comment on column register.person_photo.photo_id is 'Opaque id.';
comment on column register.person_photo.person_id is 'The person.';
comment on column register.person_photo.image_enc is 'The picture, encrypted.';
comment on column register.person_photo.media_type is 'Its format.';
comment on column register.person_photo.taken_on is 'Date it was taken, where known.';
comment on column register.person_photo.source_kind is 'Where it came from.';
comment on column register.person_photo.added_at is 'Instant of entry.';
comment on column register.person_photo.added_by is 'Officer who added it.';

create table register.print (
  print_id uuid not null,
  print_number text not null,
  kind text not null,
  person_id uuid,
  about_id uuid,
  station_id text,
  content_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  content_hash bytea not null,
  code text not null,
  reprint_of text,
  printed_by uuid not null,
  printed_at timestamp with time zone not null default now()
);
alter table register.print add constraint print_content_hash_check CHECK ((octet_length(content_hash) = 32));
alter table register.print add constraint print_kind_check CHECK ((kind = ANY (ARRAY['receipt'::text, 'duties'::text, 'certificate'::text, 'week_list'::text, 'referral'::text, 'access_report'::text])));
alter table register.print add constraint print_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.print add constraint print_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.print add constraint print_reprint_of_fkey FOREIGN KEY (reprint_of) REFERENCES register.print(print_number) ON DELETE RESTRICT;
alter table register.print add constraint print_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.print add constraint print_pkey PRIMARY KEY (print_id);
alter table register.print add constraint print_print_number_key UNIQUE (print_number);
create INDEX print_about ON register.print USING btree (about_id) WHERE (about_id IS NOT NULL);
create INDEX print_person ON register.print USING btree (person_id, printed_at) WHERE (person_id IS NOT NULL);
create INDEX print_printed_by ON register.print USING btree (printed_by, printed_at);
create INDEX print_reprint_of ON register.print USING btree (reprint_of) WHERE (reprint_of IS NOT NULL);
create INDEX print_station ON register.print USING btree (station_id) WHERE (station_id IS NOT NULL);
-- row security: enabled, forced
create policy owner on register.print as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy referral_has_a_signed_decision on register.print as restrictive for insert to amanat_app
  with check (((kind <> 'referral'::text) OR (EXISTS ( SELECT
   FROM (register.breach_outcome o
     JOIN register.breach_decision d USING (breach_decision_id))
  WHERE ((o.breach_id = print.about_id) AND (o.said = 'approved'::text) AND (d.decision = 'refer'::text))))));
create policy with_the_person_or_own on register.print as permissive for select to amanat_app
  using (
CASE
    WHEN (person_id IS NULL) THEN (printed_by = ( SELECT sec.officer_id() AS officer_id))
    ELSE (EXISTS ( SELECT
       FROM register.person p
      WHERE (p.person_id = print.person_id)))
END);
create policy with_the_person_or_own_in on register.print as permissive for insert to amanat_app
  with check (((printed_by = ( SELECT sec.officer_id() AS officer_id)) AND ((person_id IS NULL) OR (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = print.person_id))))));
grant insert, select on register.print to amanat_app;
comment on table register.print is 'A printed paper. Its content can be printed again, under a new number that names the first; a recall finds every copy by it. SOR-RULES-2023 (notices and their receipts).';
comment on column register.print.print_id is 'Opaque id.';
comment on column register.print.print_number is 'Printed number, P-<year>-<serial>.';
comment on column register.print.kind is 'receipt, duties, certificate, week_list, referral or access_report.';
comment on column register.print.person_id is 'Whom the paper is about; null for a list of several.';
comment on column register.print.about_id is 'The notice, serving, exit or breach that it tells of; null for a list.';
comment on column register.print.station_id is 'Station whose list it is; null for a paper about one person, or a list of a wider place.';
comment on column register.print.content_enc is 'What it says (JSON), encrypted by the person''s key, or by the row''s own for a list.';
comment on column register.print.wrapped_key is 'The row''s own key, for a list; null for a paper about one person.';
comment on column register.print.kek_id is 'Which key-encryption key wraps it.';
comment on column register.print.content_hash is 'Keyed hash of kind and content; the same for a reprint.';
comment on column register.print.code is 'The signed code printed on it; no personal data.';
comment on column register.print.reprint_of is 'Number of the first print of the same content; null: this is the first.';
comment on column register.print.printed_by is 'Who printed it.';
comment on column register.print.printed_at is 'When.';

create table register.quota_limit (
  act text not null,
  role text not null,
  per_day integer not null,
  status text not null default 'assumed'::text
);
alter table register.quota_limit add constraint quota_limit_per_day_check CHECK ((per_day >= 0));
alter table register.quota_limit add constraint quota_limit_pkey PRIMARY KEY (act, role);
-- row security: enabled, forced
create policy owner on register.quota_limit as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy signed_in on register.quota_limit as permissive for select to amanat_app
  using ((( SELECT sec.officer_id() AS officer_id) IS NOT NULL));
grant select on register.quota_limit to amanat_app;
comment on table register.quota_limit is 'How many acts of a kind one officer in a role may do in a day. Values are policy, assumed.';
comment on column register.quota_limit.act is 'search, view_person, show_number, view_photo, ask_check, print or emergency.';
comment on column register.quota_limit.role is 'Role.';
comment on column register.quota_limit.per_day is 'Most acts in a Pakistan day.';
comment on column register.quota_limit.status is 'statute, rule, policy or assumed.';

create table register.quota_pool (
  level text not null,
  subject text not null,
  act text not null,
  used_on date not null,
  granted_count integer not null default 0,
  taken_count integer not null default 0
);
alter table register.quota_pool add constraint quota_pool_level_check CHECK ((level = ANY (ARRAY['unit'::text, 'nation'::text])));
alter table register.quota_pool add constraint quota_pool_pkey PRIMARY KEY (level, subject, act, used_on);
-- row security: enabled, forced
create policy owner on register.quota_pool as permissive for all to amanat_owner
  using (true)
  with check (true);
comment on table register.quota_pool is 'What a unit drew from the nation, and its officers from it, in a Pakistan day. What was drawn and not used is lost with the day: a pool may end a block early, never late. DESIGN 5.';
comment on column register.quota_pool.level is 'unit or nation.';
comment on column register.quota_pool.subject is 'The unit; empty for the nation.';
comment on column register.quota_pool.act is 'As in quota_limit.';
comment on column register.quota_pool.used_on is 'Pakistan day.';
comment on column register.quota_pool.granted_count is 'Acts that the nation granted to the unit; 0 for the nation.';
comment on column register.quota_pool.taken_count is 'Acts that officers drew from the unit, or units from the nation.';

create table register.quota_pool_limit (
  level text not null,
  act text not null,
  per_day integer not null,
  status text not null default 'assumed'::text
);
alter table register.quota_pool_limit add constraint quota_pool_limit_level_check CHECK ((level = ANY (ARRAY['unit'::text, 'nation'::text])));
alter table register.quota_pool_limit add constraint quota_pool_limit_per_day_check CHECK ((per_day >= 0));
alter table register.quota_pool_limit add constraint quota_pool_limit_pkey PRIMARY KEY (level, act);
-- row security: enabled, forced
create policy owner on register.quota_pool_limit as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy signed_in on register.quota_pool_limit as permissive for select to amanat_app
  using ((( SELECT sec.officer_id() AS officer_id) IS NOT NULL));
grant select on register.quota_pool_limit to amanat_app;
comment on table register.quota_pool_limit is 'How many acts of a kind all officers of one unit, or of the nation, may do in a day. Values are policy, assumed.';
comment on column register.quota_pool_limit.level is 'unit or nation.';
comment on column register.quota_pool_limit.act is 'As in quota_limit.';
comment on column register.quota_pool_limit.per_day is 'Most acts in a Pakistan day.';
comment on column register.quota_pool_limit.status is 'statute, rule, policy or assumed.';

create table register.quota_raise (
  raise_id uuid not null,
  level text not null,
  subject text not null,
  act text not null,
  per_day integer not null,
  from_on date not null,
  to_on date not null,
  approval_id uuid not null
);
alter table register.quota_raise add constraint quota_raise_check CHECK ((to_on > from_on));
alter table register.quota_raise add constraint quota_raise_level_check CHECK ((level = ANY (ARRAY['officer'::text, 'unit'::text, 'nation'::text])));
alter table register.quota_raise add constraint quota_raise_per_day_check CHECK ((per_day >= 0));
alter table register.quota_raise add constraint quota_raise_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.quota_raise add constraint quota_raise_pkey PRIMARY KEY (raise_id);
alter table register.quota_raise add constraint quota_raise_approval_id_key UNIQUE (approval_id);
create INDEX quota_raise_subject ON register.quota_raise USING btree (level, subject, act, to_on);
-- row security: enabled, forced
create policy owner on register.quota_raise as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy supervisors_or_own on register.quota_raise as permissive for select to amanat_app
  using ((( SELECT sec.has_role(ARRAY['bureau_supervisor'::text]) AS has_role) OR ((level = 'officer'::text) AND (subject = (( SELECT sec.officer_id() AS officer_id))::text))));
create policy with_a_live_approval on register.quota_raise as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM (register.approval_decision d
     JOIN register.approval a USING (approval_id))
  WHERE ((d.approval_id = quota_raise.approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id)) AND (a.kind = 'quota'::text) AND (a.subject_id = quota_raise.raise_id)))));
grant insert, select on register.quota_raise to amanat_app;
comment on table register.quota_raise is 'A limit that two people raised for some days. DESIGN 5, wall 4.';
comment on column register.quota_raise.raise_id is 'Opaque id.';
comment on column register.quota_raise.level is 'officer, unit or nation.';
comment on column register.quota_raise.subject is 'The officer or unit; empty for the nation.';
comment on column register.quota_raise.act is 'As in quota_limit.';
comment on column register.quota_raise.per_day is 'Most acts in a Pakistan day, in place of a lower limit.';
comment on column register.quota_raise.from_on is 'First day.';
comment on column register.quota_raise.to_on is 'First day after the end.';
comment on column register.quota_raise.approval_id is 'The decision of the second officer, without which the row cannot exist.';

create table register.quota_use (
  officer_id uuid not null,
  act text not null,
  used_on date not null,
  used_count integer not null,
  leased_count integer not null default 0
);
alter table register.quota_use add constraint quota_use_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.quota_use add constraint quota_use_pkey PRIMARY KEY (officer_id, act, used_on);
-- row security: enabled, forced
create policy own on register.quota_use as permissive for select to amanat_app
  using ((officer_id = ( SELECT sec.officer_id() AS officer_id)));
create policy owner on register.quota_use as permissive for all to amanat_owner
  using (true)
  with check (true);
grant select on register.quota_use to amanat_app;
comment on table register.quota_use is 'Acts done by an officer in a Pakistan day.';
comment on column register.quota_use.officer_id is 'Who.';
comment on column register.quota_use.act is 'What.';
comment on column register.quota_use.used_on is 'Pakistan day.';
comment on column register.quota_use.used_count is 'How many.';
comment on column register.quota_use.leased_count is 'Acts drawn from the pool of the unit; below it an act asks no other row.';

create table register.recall (
  recall_id uuid not null,
  disclosure_id uuid not null,
  answer_id uuid,
  check_id uuid,
  recipient text not null,
  given_to uuid,
  cause text not null,
  cause_id uuid not null,
  opened_at timestamp with time zone not null
);
alter table register.recall add constraint recall_cause_check CHECK ((cause = ANY (ARRAY['correction'::text, 'acquittal'::text, 'set_aside'::text, 'ended'::text, 'law_change'::text])));
alter table register.recall add constraint recall_recipient_check CHECK ((recipient = ANY (ARRAY['investigator'::text, 'prosecution'::text, 'officer'::text])));
alter table register.recall add constraint recall_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES register.check_answer(answer_id) ON DELETE RESTRICT;
alter table register.recall add constraint recall_check_id_fkey FOREIGN KEY (check_id) REFERENCES register.check_request(check_id) ON DELETE RESTRICT;
alter table register.recall add constraint recall_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES register.disclosure(disclosure_id) ON DELETE RESTRICT;
alter table register.recall add constraint recall_given_to_fkey FOREIGN KEY (given_to) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.recall add constraint recall_pkey PRIMARY KEY (recall_id);
alter table register.recall add constraint recall_disclosure_id_key UNIQUE (disclosure_id);
create INDEX recall_answer ON register.recall USING btree (answer_id);
create INDEX recall_check ON register.recall USING btree (check_id);
create INDEX recall_given_to ON register.recall USING btree (given_to, opened_at);
-- row security: enabled, forced
create policy owner on register.recall as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy recipient_or_with_the_disclosure on register.recall as permissive for select to amanat_app
  using (((given_to = ( SELECT sec.officer_id() AS officer_id)) OR (EXISTS ( SELECT
   FROM register.disclosure d
  WHERE (d.disclosure_id = recall.disclosure_id)))));
create policy through_its_agency on register.recall as restrictive for all to amanat_app
  using (((( SELECT sec.agency_id() AS agency_id) IS NULL) OR (EXISTS ( SELECT
   FROM register.check_request c
  WHERE (c.check_id = recall.check_id)))));
CREATE TRIGGER recall_tells_its_agency AFTER INSERT ON register.recall FOR EACH ROW WHEN ((new.check_id IS NOT NULL)) EXECUTE FUNCTION register.tell_of_recall();
grant select on register.recall to amanat_app;
comment on table register.recall is 'A copy that is called back: what was disclosed is corrected, or the person left the register. One for each copy. The person''s own papers are his and are not called back. ARITA-2021 s.24(2).';
comment on column register.recall.recall_id is 'Opaque id.';
comment on column register.recall.disclosure_id is 'What was disclosed.';
comment on column register.recall.answer_id is 'The answer, which is not opened any more; null for a paper.';
comment on column register.recall.check_id is 'The request it answered; null for a paper.';
comment on column register.recall.recipient is 'Who holds the copy: investigator, prosecution, or officer: who used the emergency access.';
comment on column register.recall.given_to is 'The officer who holds it and confirms; null where it is no officer of the register, and the Bureau confirms what he wrote.';
comment on column register.recall.cause is 'correction, or how the person left: acquittal, set_aside, ended, law_change.';
comment on column register.recall.cause_id is 'The correction or the exit.';
comment on column register.recall.opened_at is 'When it was called back.';

create table register.recall_confirmation (
  recall_id uuid not null,
  said text not null,
  confirmed_by uuid not null,
  confirmed_at timestamp with time zone not null
);
alter table register.recall_confirmation add constraint recall_confirmation_said_check CHECK ((said = ANY (ARRAY['destroyed'::text, 'returned'::text, 'never_kept'::text])));
alter table register.recall_confirmation add constraint recall_confirmation_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.recall_confirmation add constraint recall_confirmation_recall_id_fkey FOREIGN KEY (recall_id) REFERENCES register.recall(recall_id) ON DELETE RESTRICT;
alter table register.recall_confirmation add constraint recall_confirmation_pkey PRIMARY KEY (recall_id);
create INDEX recall_confirmation_confirmed_by ON register.recall_confirmation USING btree (confirmed_by);
-- row security: enabled, forced
create policy owner on register.recall_confirmation as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy recipient_or_bureau on register.recall_confirmation as permissive for insert to amanat_app
  with check (((confirmed_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.recall r
  WHERE ((r.recall_id = recall_confirmation.recall_id) AND ((r.given_to = ( SELECT sec.officer_id() AS officer_id)) OR ((r.given_to IS NULL) AND ( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role)) OR ( SELECT sec.has_role(ARRAY['bureau_supervisor'::text]) AS has_role)))))));
create policy with_the_recall on register.recall_confirmation as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.recall r
  WHERE (r.recall_id = recall_confirmation.recall_id))));
grant insert, select on register.recall_confirmation to amanat_app;
comment on table register.recall_confirmation is 'The recipient''s word that his copy is gone; until then the recall is open. ARITA-2021 s.24(2).';
comment on column register.recall_confirmation.recall_id is 'The recall.';
comment on column register.recall_confirmation.said is 'destroyed, returned to the Bureau, or never kept on paper.';
comment on column register.recall_confirmation.confirmed_by is 'Who said so: the recipient, or an officer of the Bureau for one outside the register or out of office.';
comment on column register.recall_confirmation.confirmed_at is 'When.';

create table register.recompute_run (
  run_id uuid not null,
  computed_on date not null,
  began_at timestamp with time zone not null default now(),
  last_person_id uuid,
  compared_count bigint not null default 0,
  difference_count bigint not null default 0,
  finished_at timestamp with time zone
);
alter table register.recompute_run add constraint recompute_run_pkey PRIMARY KEY (run_id);
-- row security: enabled, forced
create policy owner on register.recompute_run as permissive for all to amanat_owner
  using (true)
  with check (true);
comment on table register.recompute_run is 'Runs of both calculators over the whole register; one that was broken off goes on from the last person compared.';
comment on column register.recompute_run.run_id is 'Opaque id.';
comment on column register.recompute_run.computed_on is 'Pakistan day for which everyone is computed.';
comment on column register.recompute_run.began_at is 'Begin.';
comment on column register.recompute_run.last_person_id is 'Last person compared, in the order of ids; null before the first.';
comment on column register.recompute_run.compared_count is 'People compared so far.';
comment on column register.recompute_run.difference_count is 'People whose answers differed.';
comment on column register.recompute_run.finished_at is 'End; null while it runs or was broken off.';

create table register.registration (
  registration_id uuid not null,
  person_id uuid not null,
  conviction_id uuid not null,
  approval_id uuid not null,
  pack text not null,
  basis jsonb not null,
  entered_at timestamp with time zone not null default now(),
  entered_by uuid not null
);
alter table register.registration add constraint registration_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval_decision(approval_id) ON DELETE RESTRICT;
alter table register.registration add constraint registration_conviction_id_fkey FOREIGN KEY (conviction_id) REFERENCES register.conviction(conviction_id) ON DELETE RESTRICT;
alter table register.registration add constraint registration_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.registration add constraint registration_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.registration add constraint registration_pkey PRIMARY KEY (registration_id);
create INDEX registration_approval ON register.registration USING btree (approval_id);
create INDEX registration_conviction ON register.registration USING btree (conviction_id);
create INDEX registration_entered_by ON register.registration USING btree (entered_by);
create INDEX registration_person ON register.registration USING btree (person_id);
-- row security: enabled, forced
create policy owner on register.registration as permissive for select to amanat_owner
  using (true);
create policy owner_counts on register.registration as permissive for select to amanat_owner
  using (true);
create policy with_a_live_approval on register.registration as permissive for insert to amanat_app
  with check ((EXISTS ( SELECT
   FROM register.approval_decision d
  WHERE ((d.approval_id = registration.approval_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id))))));
create policy with_the_person on register.registration as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = registration.person_id))));
grant insert, select on register.registration to amanat_app;
comment on table register.registration is 'Why a conviction put its person on the register: both tests with reasons, under a pack, by an approved proposal. ARITA-2021 s.24, s.2(1)(h).';
comment on column register.registration.registration_id is 'Opaque id.';
comment on column register.registration.person_id is 'The person.';
comment on column register.registration.conviction_id is 'The conviction.';
comment on column register.registration.approval_id is 'The approval without which the row cannot exist.';
comment on column register.registration.pack is 'Rule pack used.';
comment on column register.registration.basis is 'Outcome of both eligibility tests with reasons and steps; codes only.';
comment on column register.registration.entered_at is 'Instant of entry.';
comment on column register.registration.entered_by is 'Approving officer.';

create table register.reminder (
  reminder_id uuid not null,
  person_id uuid not null,
  contact_id uuid not null,
  duty text not null,
  key text not null,
  step_days integer not null,
  due_on date not null,
  planned_at timestamp with time zone not null default now(),
  attempt_count integer not null default 0,
  last_fault text,
  sent_at timestamp with time zone,
  dropped_at timestamp with time zone,
  dropped_because text
);
alter table register.reminder add constraint reminder_dropped_because_check CHECK ((dropped_because = ANY (ARRAY['not_owed'::text, 'past'::text, 'limit'::text, 'no_contact'::text])));
alter table register.reminder add constraint reminder_step_days_check CHECK ((step_days > 0));
alter table register.reminder add constraint reminder_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES register.person_contact(contact_id) ON DELETE RESTRICT;
alter table register.reminder add constraint reminder_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.reminder add constraint reminder_pkey PRIMARY KEY (reminder_id);
alter table register.reminder add constraint reminder_person_id_duty_key_step_days_key UNIQUE (person_id, duty, key, step_days);
create INDEX reminder_contact ON register.reminder USING btree (contact_id);
create INDEX reminder_sent ON register.reminder USING btree (sent_at) WHERE (sent_at IS NOT NULL);
create INDEX reminder_waiting ON register.reminder USING btree (planned_at) WHERE ((sent_at IS NULL) AND (dropped_at IS NULL));
-- row security: enabled, forced
create policy night_work_plans on register.reminder as permissive for insert to amanat_app
  with check (( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role));
create policy night_work_sends on register.reminder as permissive for update to amanat_app
  using (( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role));
create policy owner on register.reminder as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.reminder as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = reminder.person_id))));
grant insert, select on register.reminder to amanat_app;
grant update (attempt_count, last_fault, sent_at, dropped_at, dropped_because) on register.reminder to amanat_app;
comment on table register.reminder is 'A reminder before a duty falls due: one a duty and step, whatever happens; the text is not kept. SOR-SOP-2024.';
comment on column register.reminder.reminder_id is 'Opaque id, also the gateway''s message id, so that it sends none twice.';
comment on column register.reminder.person_id is 'The person.';
comment on column register.reminder.contact_id is 'The number it goes to.';
comment on column register.reminder.duty is 'Which duty.';
comment on column register.reminder.key is 'Which occurrence of it, as in duty_due.';
comment on column register.reminder.step_days is 'Which step before the due date: 14, 7 or 1 days.';
comment on column register.reminder.due_on is 'The due date when it was planned.';
comment on column register.reminder.planned_at is 'When it was planned.';
comment on column register.reminder.attempt_count is 'How often the gateway was asked.';
comment on column register.reminder.last_fault is 'Code of the last failure; null where none.';
comment on column register.reminder.sent_at is 'When the gateway took it; null until then.';
comment on column register.reminder.dropped_at is 'When it was given up; null otherwise.';
comment on column register.reminder.dropped_because is 'not_owed (met, paused or moved away), past, limit (the day''s limit was reached), no_contact.';

create table register.search (
  search_id uuid not null,
  officer_id uuid not null,
  kind register.search_kind not null,
  purpose register.search_purpose not null,
  query_enc bytea not null,
  case_reference_enc bytea,
  wrapped_key bytea,
  kek_id text not null,
  person_ids uuid[] not null,
  searched_at timestamp with time zone not null default now(),
  draft_id uuid,
  answer_enc bytea
);
alter table register.search add constraint search_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES register.draft(draft_id) ON DELETE RESTRICT;
alter table register.search add constraint search_pkey PRIMARY KEY (search_id);
create INDEX search_draft ON register.search USING btree (draft_id) WHERE (draft_id IS NOT NULL);
create INDEX search_officer ON register.search USING btree (officer_id, searched_at);
-- row security: enabled, forced
create policy own on register.search as permissive for select to amanat_app
  using ((officer_id = ( SELECT sec.officer_id() AS officer_id)));
create policy own_write on register.search as permissive for insert to amanat_app
  with check ((officer_id = sec.officer_id()));
create policy owner on register.search as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.search to amanat_app;
comment on table register.search is 'Every look-up: who, why, for what, and whom it found. Results are at most 50.';
comment on column register.search.search_id is 'Opaque id, the address of the result.';
comment on column register.search.officer_id is 'Who searched.';
comment on column register.search.kind is 'What was searched by.';
comment on column register.search.purpose is 'Purpose code.';
comment on column register.search.query_enc is 'What was typed, encrypted.';
comment on column register.search.case_reference_enc is 'Case reference, encrypted.';
comment on column register.search.wrapped_key is 'The row''s key; null once destroyed.';
comment on column register.search.kek_id is 'Which key-encryption key wraps it.';
comment on column register.search.person_ids is 'Opaque ids of the people found, within the officer''s scope.';
comment on column register.search.searched_at is 'When.';
comment on column register.search.draft_id is 'The draft a look-up of kind draft was made for; null for other searches. With the draft its key is destroyed.';
comment on column register.search.answer_enc is 'Of a search by name: what was understood, the score of each one found, and how many others fit as well, as JSON, encrypted; null for an exact one.';

create table register.search_none (
  search_id uuid not null,
  officer_id uuid not null,
  said_at timestamp with time zone not null default now()
);
alter table register.search_none add constraint search_none_search_id_fkey FOREIGN KEY (search_id) REFERENCES register.search(search_id) ON DELETE RESTRICT;
alter table register.search_none add constraint search_none_pkey PRIMARY KEY (search_id);
-- row security: enabled, forced
create policy own on register.search_none as permissive for select to amanat_app
  using ((officer_id = ( SELECT sec.officer_id() AS officer_id)));
create policy own_write on register.search_none as permissive for insert to amanat_app
  with check (((officer_id = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.search s
  WHERE ((s.search_id = search_none.search_id) AND (s.officer_id = search_none.officer_id))))));
create policy owner on register.search_none as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.search_none to amanat_app;
comment on table register.search_none is 'The officer looked at everybody a search found, and it is none of them. ARITA-2021 s.24(1).';
comment on column register.search_none.search_id is 'The search.';
comment on column register.search_none.officer_id is 'Who searched, and says so.';
comment on column register.search_none.said_at is 'When.';

create table register.serving (
  serving_id uuid not null,
  person_id uuid not null,
  duties text[] not null,
  served_at timestamp with time zone not null,
  language text not null,
  proof text not null,
  print_id uuid,
  station_id text,
  witness_enc bytea,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  back_dated_enc bytea
);
alter table register.serving add constraint serving_duties_check CHECK (((cardinality(duties) > 0) AND (duties <@ ARRAY['confirm_in_person'::text, 'notify_name_change'::text, 'notify_address_change'::text, 'notify_travel_abroad'::text, 'notify_absence'::text])));
alter table register.serving add constraint serving_language_check CHECK ((language = ANY (ARRAY['ur'::text, 'en'::text])));
alter table register.serving add constraint serving_proof_check CHECK ((proof = ANY (ARRAY['signature'::text, 'thumb_mark'::text, 'refused_before_witnesses'::text])));
alter table register.serving add constraint serving_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.serving add constraint serving_print_id_fkey FOREIGN KEY (print_id) REFERENCES register.print(print_id) ON DELETE RESTRICT;
alter table register.serving add constraint serving_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.serving add constraint serving_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.serving add constraint serving_pkey PRIMARY KEY (serving_id);
create INDEX serving_person ON register.serving USING btree (person_id);
create INDEX serving_print ON register.serving USING btree (print_id) WHERE (print_id IS NOT NULL);
create INDEX serving_recorded_by ON register.serving USING btree (recorded_by);
create INDEX serving_station ON register.serving USING btree (station_id);
-- row security: enabled, forced
create policy owner on register.serving as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.serving as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = serving.person_id))));
create policy with_the_person_in on register.serving as permissive for insert to amanat_app
  with check (((recorded_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = serving.person_id)))));
create policy with_the_person_superseded on register.serving as permissive for update to amanat_app
  using (((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = serving.person_id))) AND (EXISTS ( SELECT
   FROM (register.strikeout s
     JOIN register.approval_decision d ON ((d.approval_id = s.approval_id)))
  WHERE ((s.noun = 'serving'::text) AND (s.row_id = serving.serving_id) AND (d.decision = 'approved'::text) AND (d.decided_by = ( SELECT sec.officer_id() AS officer_id)))))));
grant insert, select on register.serving to amanat_app;
grant update (superseded_at) on register.serving to amanat_app;
comment on table register.serving is 'The notice of duties handed to a person in his language, with proof. Nothing is owed that was not served. SOR-RULES-2023; RULES 4.';
comment on column register.serving.serving_id is 'Opaque id.';
comment on column register.serving.person_id is 'The person.';
comment on column register.serving.duties is 'Which duties were explained.';
comment on column register.serving.served_at is 'When he was told, whenever it was typed in.';
comment on column register.serving.language is 'Language of the notice: ur or en.';
comment on column register.serving.proof is 'signature, thumb_mark, or refused_before_witnesses.';
comment on column register.serving.print_id is 'The printed notice that he was given; null where an older paper was used.';
comment on column register.serving.station_id is 'Station that served; null: the Bureau or a prison.';
comment on column register.serving.witness_enc is 'Who witnessed, encrypted; null where he signed himself.';
comment on column register.serving.recorded_at is 'When it was typed in.';
comment on column register.serving.recorded_by is 'Officer who recorded it.';
comment on column register.serving.superseded_at is 'Instant it was struck out as wrong; null while live.';
comment on column register.serving.back_dated_enc is 'Why it is typed in later than the day it was served, encrypted; null otherwise.';

create table register.showing (
  showing_id uuid not null,
  officer_id uuid not null,
  person_id uuid not null,
  kind text not null,
  asked_at timestamp with time zone not null default now(),
  shown_at timestamp with time zone
);
alter table register.showing add constraint showing_kind_check CHECK ((kind = ANY (ARRAY['number'::text, 'photo'::text])));
alter table register.showing add constraint showing_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.showing add constraint showing_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.showing add constraint showing_pkey PRIMARY KEY (showing_id);
create INDEX showing_officer ON register.showing USING btree (officer_id, asked_at);
create INDEX showing_person ON register.showing USING btree (person_id);
-- row security: enabled, forced
create policy own on register.showing as permissive for all to amanat_app
  using ((officer_id = ( SELECT sec.officer_id() AS officer_id)))
  with check (((officer_id = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = showing.person_id)))));
grant insert, select on register.showing to amanat_app;
grant update (shown_at) on register.showing to amanat_app;
comment on table register.showing is 'A full number or a photograph asked for by a recorded click; it is shown to that officer once, within two minutes.';
comment on column register.showing.showing_id is 'Opaque id, the address at which it is shown.';
comment on column register.showing.officer_id is 'Who asked.';
comment on column register.showing.person_id is 'About whom.';
comment on column register.showing.kind is 'number (of identity documents) or photo.';
comment on column register.showing.asked_at is 'When it was asked for.';
comment on column register.showing.shown_at is 'When it was shown; null until then. Never shown again.';

create table register.simulation (
  simulation_id uuid not null,
  pack_id uuid not null,
  from_on date not null,
  content jsonb not null,
  content_hash bytea not null,
  base_hash bytea not null,
  state text not null default 'running'::text,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default now(),
  of_count integer not null,
  under_way_count integer not null,
  discarded_count integer not null,
  refused_count integer not null,
  open_end_count integer not null default 0,
  result_hash bytea,
  ended_at timestamp with time zone
);
alter table register.simulation add constraint simulation_base_hash_check CHECK ((octet_length(base_hash) = 32));
alter table register.simulation add constraint simulation_check CHECK ((((state = 'done'::text) = (ended_at IS NOT NULL)) AND ((state = 'done'::text) = (result_hash IS NOT NULL))));
alter table register.simulation add constraint simulation_content_hash_check CHECK ((octet_length(content_hash) = 32));
alter table register.simulation add constraint simulation_result_hash_check CHECK ((octet_length(result_hash) = 32));
alter table register.simulation add constraint simulation_state_check CHECK ((state = ANY (ARRAY['running'::text, 'stopped'::text, 'done'::text])));
alter table register.simulation add constraint simulation_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.simulation add constraint simulation_pack_id_fkey FOREIGN KEY (pack_id) REFERENCES register.pack(pack_id) ON DELETE RESTRICT;
alter table register.simulation add constraint simulation_pkey PRIMARY KEY (simulation_id);
create INDEX simulation_asked_by ON register.simulation USING btree (asked_by);
create INDEX simulation_pack ON register.simulation USING btree (pack_id, asked_at);
-- row security: enabled, forced
create policy bureau_and_legal on register.simulation as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'legal_officer'::text]) AS has_role));
create policy legal_officer_begins on register.simulation as permissive for insert to amanat_app
  with check (((asked_by = ( SELECT sec.officer_id() AS officer_id)) AND ( SELECT sec.has_role(ARRAY['legal_officer'::text]) AS has_role) AND (state = 'running'::text)));
create policy legal_officer_goes_on on register.simulation as permissive for update to amanat_app
  using ((( SELECT sec.has_role(ARRAY['legal_officer'::text]) AS has_role) AND (state <> 'done'::text)))
  with check (( SELECT sec.has_role(ARRAY['legal_officer'::text]) AS has_role));
create policy owner on register.simulation as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.simulation to amanat_app;
grant update (state, open_end_count, result_hash, ended_at) on register.simulation to amanat_app;
comment on table register.simulation is 'One simulation of a draft pack over the whole register: everybody by the packs in force and by those and the draft, on its first day. It changes no person. LAW 4; DESIGN 7.';
comment on column register.simulation.simulation_id is 'Opaque id.';
comment on column register.simulation.pack_id is 'The draft.';
comment on column register.simulation.from_on is 'The day from which the draft would hold; everybody is computed on it.';
comment on column register.simulation.content is 'The values as they were simulated.';
comment on column register.simulation.content_hash is 'SHA-256 of their canonical JSON; another one means that the draft was changed since.';
comment on column register.simulation.base_hash is 'SHA-256 of the packs in force up to that day; another one means that another pack came into force, or was undone.';
comment on column register.simulation.state is 'running (also after a kill, until it goes on), stopped (by wish) or done.';
comment on column register.simulation.asked_by is 'Legal officer who began it.';
comment on column register.simulation.asked_at is 'When.';
comment on column register.simulation.of_count is 'People and closed entries to compare, as counted at the beginning.';
comment on column register.simulation.under_way_count is 'Entries not decided yet: they will be judged by the pack of their day, and are not compared.';
comment on column register.simulation.discarded_count is 'Discarded entries, of which nothing is held that could be compared.';
comment on column register.simulation.refused_count is 'Rows of returns that were refused: never understood, so not compared.';
comment on column register.simulation.open_end_count is 'People on the register under both whose end is open under both, mostly in custody: a longer or shorter period shows only once they are released.';
comment on column register.simulation.result_hash is 'SHA-256 of what was simulated and of all that came out; what two people decide on names it. Null until done.';
comment on column register.simulation.ended_at is 'When everybody was compared; null until then.';

create table register.simulation_count (
  simulation_id uuid not null,
  district_id text not null,
  class text not null,
  found_count integer not null
);
alter table register.simulation_count add constraint simulation_count_class_check CHECK ((class = ANY (ARRAY['enters'::text, 'leaves'::text, 'lengthens'::text, 'shortens'::text, 'duties_change'::text, 'unchanged'::text])));
alter table register.simulation_count add constraint simulation_count_found_count_check CHECK ((found_count >= 0));
alter table register.simulation_count add constraint simulation_count_district_id_fkey FOREIGN KEY (district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.simulation_count add constraint simulation_count_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES register.simulation(simulation_id) ON DELETE RESTRICT;
alter table register.simulation_count add constraint simulation_count_pkey PRIMARY KEY (simulation_id, district_id, class);
create INDEX simulation_count_district ON register.simulation_count USING btree (district_id);
-- row security: enabled, forced
create policy bureau_and_legal on register.simulation_count as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'legal_officer'::text]) AS has_role));
create policy legal_officer_adds on register.simulation_count as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['legal_officer'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.simulation s
  WHERE ((s.simulation_id = simulation_count.simulation_id) AND (s.state = 'running'::text))))));
create policy owner on register.simulation_count as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.simulation_count to amanat_app;
comment on table register.simulation_count is 'What came out of a simulation, counted by district and class. It names nobody. DESIGN 7.';
comment on column register.simulation_count.simulation_id is 'The simulation.';
comment on column register.simulation_count.district_id is 'District that owns the person, or the entry.';
comment on column register.simulation_count.class is 'enters, leaves, lengthens, shortens, duties_change or unchanged.';
comment on column register.simulation_count.found_count is 'How many.';

create table register.simulation_part (
  simulation_id uuid not null,
  part smallint not null,
  after_id uuid,
  until_id uuid,
  last_id uuid,
  done_count integer not null default 0,
  open_end_count integer not null default 0,
  tally jsonb not null default '{}'::jsonb,
  rows_hash bytea not null default '\x'::bytea,
  is_done boolean not null default false
);
alter table register.simulation_part add constraint simulation_part_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES register.simulation(simulation_id) ON DELETE RESTRICT;
alter table register.simulation_part add constraint simulation_part_pkey PRIMARY KEY (simulation_id, part);
-- row security: enabled, forced
create policy bureau_and_legal on register.simulation_part as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'legal_officer'::text]) AS has_role));
create policy legal_officer_adds on register.simulation_part as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['legal_officer'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.simulation s
  WHERE ((s.simulation_id = simulation_part.simulation_id) AND (s.state = 'running'::text))))));
create policy legal_officer_goes_on on register.simulation_part as permissive for update to amanat_app
  using ((( SELECT sec.has_role(ARRAY['legal_officer'::text]) AS has_role) AND (NOT is_done)))
  with check (( SELECT sec.has_role(ARRAY['legal_officer'::text]) AS has_role));
create policy owner on register.simulation_part as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.simulation_part to amanat_app;
grant update (last_id, done_count, open_end_count, tally, rows_hash, is_done) on register.simulation_part to amanat_app;
comment on table register.simulation_part is 'How far each part of a simulation is: sixteen equal shares of the people in the order of their ids, and the closed entries. One batch is one transaction with its bookmark. DESIGN 7.';
comment on column register.simulation_part.simulation_id is 'The simulation.';
comment on column register.simulation_part.part is '0 to 15: a share of the people; 16: entries closed as not registrable.';
comment on column register.simulation_part.after_id is 'Its people come after this id; null in the first share.';
comment on column register.simulation_part.until_id is 'Its last id; null in the last share, which takes whoever is entered meanwhile.';
comment on column register.simulation_part.last_id is 'Last one compared, in the order of ids; null before the first.';
comment on column register.simulation_part.done_count is 'Compared so far.';
comment on column register.simulation_part.open_end_count is 'Of them: ends open under both.';
comment on column register.simulation_part.tally is 'Counts so far, by district and class.';
comment on column register.simulation_part.rows_hash is 'SHA-256 over the rows written so far, each batch over the one before; empty before the first.';
comment on column register.simulation_part.is_done is 'Whether nobody is left in it.';

create table register.simulation_row (
  simulation_id uuid not null,
  subject_id uuid not null,
  subject_kind text not null,
  district_id text not null,
  class text not null,
  status_before text not null,
  status_after text not null,
  standing_before text,
  standing_after text,
  ends_before_on date,
  ends_after_on date,
  duty_count integer not null
);
alter table register.simulation_row add constraint simulation_row_class_check CHECK ((class = ANY (ARRAY['enters'::text, 'leaves'::text, 'lengthens'::text, 'shortens'::text, 'duties_change'::text])));
alter table register.simulation_row add constraint simulation_row_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['person'::text, 'draft'::text])));
alter table register.simulation_row add constraint simulation_row_pkey PRIMARY KEY (simulation_id, subject_id);
create INDEX simulation_row_class ON register.simulation_row USING btree (simulation_id, class, district_id, subject_id);
-- row security: enabled, forced
create policy bureau_and_legal on register.simulation_row as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['bureau_officer'::text, 'bureau_supervisor'::text, 'legal_officer'::text]) AS has_role));
create policy legal_officer_adds on register.simulation_row as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['legal_officer'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.simulation s
  WHERE ((s.simulation_id = simulation_row.simulation_id) AND (s.state = 'running'::text))))));
create policy owner on register.simulation_row as permissive for all to amanat_owner
  using (true)
  with check (true);
grant insert, select on register.simulation_row to amanat_app;
comment on table register.simulation_row is 'For whom a simulated draft changes something, and what: dates, codes and opaque ids; whoever is unchanged has no row. DESIGN 7.';
comment on column register.simulation_row.simulation_id is 'The simulation.';
comment on column register.simulation_row.subject_id is 'The person, or the closed entry.';
comment on column register.simulation_row.subject_kind is 'person or draft.';
comment on column register.simulation_row.district_id is 'District that owns it.';
comment on column register.simulation_row.class is 'enters, leaves, lengthens, shortens or duties_change.';
comment on column register.simulation_row.status_before is 'Status of the registration, or outcome of the entry''s tests, by the packs in force.';
comment on column register.simulation_row.status_after is 'The same by the draft.';
comment on column register.simulation_row.standing_before is 'Standing by the packs in force; null for an entry.';
comment on column register.simulation_row.standing_after is 'Standing by the draft; null for an entry.';
comment on column register.simulation_row.ends_before_on is 'First day no longer on the register by the packs in force; null where open, or not on it.';
comment on column register.simulation_row.ends_after_on is 'The same by the draft.';
comment on column register.simulation_row.duty_count is 'Duties that are more, fewer, or have another date or state.';

create table register.statistic (
  statistic_id uuid not null,
  name text not null,
  quarter_on date not null,
  revision integer not null,
  definition integer not null,
  counted_on date not null,
  published_at timestamp with time zone not null default now()
);
alter table register.statistic add constraint statistic_definition_check CHECK ((definition > 0));
alter table register.statistic add constraint statistic_name_check CHECK ((name = ANY (ARRAY['entries_expected'::text, 'entries_made'::text, 'entry_days'::text, 'checks_asked'::text, 'checks_screened'::text, 'checks_answered'::text, 'checks_refused'::text, 'duties_due'::text])));
alter table register.statistic add constraint statistic_quarter_on_check CHECK ((quarter_on = date_trunc('quarter'::text, (quarter_on)::timestamp without time zone)));
alter table register.statistic add constraint statistic_revision_check CHECK ((revision > 0));
alter table register.statistic add constraint statistic_pkey PRIMARY KEY (statistic_id);
alter table register.statistic add constraint statistic_name_quarter_on_definition_key UNIQUE (name, quarter_on, definition);
alter table register.statistic add constraint statistic_name_quarter_on_revision_key UNIQUE (name, quarter_on, revision);
-- row security: enabled, forced
create policy committee_reads on register.statistic as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['committee_analyst'::text, 'night_work'::text]) AS has_role));
create policy night_work_publishes on register.statistic as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role) AND (published_at = now())));
create policy owner on register.statistic as permissive for all to amanat_owner
  using (true)
  with check (true);
CREATE TRIGGER published_once BEFORE INSERT ON register.statistic FOR EACH ROW EXECUTE FUNCTION register.keep_statistic_frozen();
grant insert, select on register.statistic to amanat_app;
comment on table register.statistic is 'One table of one closed quarter as it was published: never changed; a later count is a numbered revision beside it. ARITA-2021 s.15(2).';
comment on column register.statistic.statistic_id is 'Opaque id.';
comment on column register.statistic.name is 'Which of the tables that were fixed beforehand.';
comment on column register.statistic.quarter_on is 'First day of the quarter.';
comment on column register.statistic.revision is '1 when first published; each revision is one more.';
comment on column register.statistic.definition is 'Version of what is counted; a quarter is published once by each.';
comment on column register.statistic.counted_on is 'Pakistan day on which the register was counted.';
comment on column register.statistic.published_at is 'When.';

create table register.statistic_figure (
  statistic_id uuid not null,
  cell text not null,
  figure_count integer,
  figure_days integer
);
alter table register.statistic_figure add constraint statistic_figure_check CHECK (((figure_count IS NULL) OR (figure_days IS NULL)));
alter table register.statistic_figure add constraint statistic_figure_figure_count_check CHECK (((figure_count >= 10) AND ((figure_count % 5) = 0)));
alter table register.statistic_figure add constraint statistic_figure_figure_days_check CHECK (((figure_days >= 0) AND ((figure_days % 5) = 0)));
alter table register.statistic_figure add constraint statistic_figure_statistic_id_fkey FOREIGN KEY (statistic_id) REFERENCES register.statistic(statistic_id) ON DELETE RESTRICT;
alter table register.statistic_figure add constraint statistic_figure_pkey PRIMARY KEY (statistic_id, cell);
-- row security: enabled, forced
create policy committee_reads on register.statistic_figure as permissive for select to amanat_app
  using (( SELECT sec.has_role(ARRAY['committee_analyst'::text, 'night_work'::text]) AS has_role));
create policy owner on register.statistic_figure as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_its_table on register.statistic_figure as permissive for insert to amanat_app
  with check ((( SELECT sec.has_role(ARRAY['night_work'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.statistic s
  WHERE ((s.statistic_id = statistic_figure.statistic_id) AND (s.published_at = now()))))));
grant insert, select on register.statistic_figure to amanat_app;
comment on table register.statistic_figure is 'The figures of a published table: multiples of five, no count below ten. A true count is never stored. ARITA-2021 s.15(2); LAW 5.';
comment on column register.statistic_figure.statistic_id is 'The table.';
comment on column register.statistic_figure.cell is 'Which figure of it.';
comment on column register.statistic_figure.figure_count is 'A count, rounded to 5; null where it is withheld, and for days.';
comment on column register.statistic_figure.figure_days is 'Days, rounded to 5; null where they are withheld, and for a count.';

create table register.stay (
  stay_id uuid not null,
  person_id uuid not null,
  kind text not null,
  from_on date not null,
  to_on date,
  source_kind text not null,
  source_on date,
  source_ref_enc bytea,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  replaces_id uuid
);
alter table register.stay add constraint stay_check CHECK (((to_on IS NULL) OR (to_on >= from_on)));
alter table register.stay add constraint stay_kind_check CHECK ((kind = ANY (ARRAY['hospital'::text, 'abroad'::text, 'no_fixed_abode'::text])));
alter table register.stay add constraint stay_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.stay add constraint stay_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.stay add constraint stay_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES register.stay(stay_id) ON DELETE RESTRICT;
alter table register.stay add constraint stay_pkey PRIMARY KEY (stay_id);
create INDEX stay_person ON register.stay USING btree (person_id);
create INDEX stay_recorded_by ON register.stay USING btree (recorded_by);
create INDEX stay_replaces ON register.stay USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);
-- row security: enabled, forced
create policy owner on register.stay as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.stay as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = stay.person_id))));
create policy with_the_person_in on register.stay as permissive for insert to amanat_app
  with check (((recorded_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = stay.person_id)))));
create policy with_the_person_superseded on register.stay as permissive for update to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = stay.person_id))));
grant insert, select on register.stay to amanat_app;
grant update (superseded_at) on register.stay to amanat_app;
comment on table register.stay is 'Times in hospital, abroad as the border or an embassy told, or of no fixed abode; half-open. RULES 1, 4.';
comment on column register.stay.stay_id is 'Opaque id.';
comment on column register.stay.person_id is 'The person.';
comment on column register.stay.kind is 'hospital, abroad or no_fixed_abode.';
comment on column register.stay.from_on is 'First day.';
comment on column register.stay.to_on is 'First day no longer; null while it lasts.';
comment on column register.stay.source_kind is 'hospital, border, notice, visit or other.';
comment on column register.stay.source_on is 'Date of the source.';
comment on column register.stay.source_ref_enc is 'Number or name of the source, encrypted; null where none.';
comment on column register.stay.recorded_at is 'When it was typed in.';
comment on column register.stay.recorded_by is 'Officer who recorded it.';
comment on column register.stay.superseded_at is 'Instant a later version replaced it, as when an open one ends; null while live.';
comment on column register.stay.replaces_id is 'The version that this one ends; null for a first one.';

create table register.strikeout (
  strikeout_id uuid not null,
  person_id uuid not null,
  noun text not null,
  row_id uuid not null,
  approval_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null default now()
);
alter table register.strikeout add constraint strikeout_noun_check CHECK ((noun = ANY (ARRAY['custody'::text, 'stay'::text, 'visit'::text, 'appeal_event'::text, 'serving'::text])));
alter table register.strikeout add constraint strikeout_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES register.approval(approval_id) ON DELETE RESTRICT;
alter table register.strikeout add constraint strikeout_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.strikeout add constraint strikeout_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.strikeout add constraint strikeout_pkey PRIMARY KEY (strikeout_id);
create INDEX strikeout_approval ON register.strikeout USING btree (approval_id);
create INDEX strikeout_person ON register.strikeout USING btree (person_id);
create INDEX strikeout_proposed_by ON register.strikeout USING btree (proposed_by);
-- row security: enabled, forced
create policy owner on register.strikeout as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.strikeout as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = strikeout.person_id))));
create policy with_the_person_in on register.strikeout as permissive for insert to amanat_app
  with check (((proposed_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = strikeout.person_id)))));
grant insert, select on register.strikeout to amanat_app;
comment on table register.strikeout is 'A dated event that one officer holds to be wrong; it is struck out when another agrees, and stays to be seen. DESIGN 5, wall 4.';
comment on column register.strikeout.strikeout_id is 'Opaque id.';
comment on column register.strikeout.person_id is 'The person.';
comment on column register.strikeout.noun is 'Which table: custody, stay, visit, appeal_event or serving.';
comment on column register.strikeout.row_id is 'The row of that table.';
comment on column register.strikeout.approval_id is 'The proposal; it holds the reason, encrypted.';
comment on column register.strikeout.proposed_by is 'Who proposed it.';
comment on column register.strikeout.proposed_at is 'When.';

create table register.supervision (
  supervision_id uuid not null,
  person_id uuid not null,
  station_id text not null,
  from_on date not null,
  began_at timestamp with time zone not null default now()
);
alter table register.supervision add constraint supervision_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.supervision add constraint supervision_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.supervision add constraint supervision_pkey PRIMARY KEY (supervision_id);
create INDEX supervision_person ON register.supervision USING btree (person_id, from_on);
create INDEX supervision_station ON register.supervision USING btree (station_id);
-- row security: enabled, forced
create policy owner on register.supervision as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.supervision as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = supervision.person_id))));
grant select on register.supervision to amanat_app;
comment on table register.supervision is 'Which station owns a person from which day; the last one owns him now, the first one owned him before as well. SOR-SOP-2024; a date rolls by the calendar of the station that owned the person on it (RULES 1).';
comment on column register.supervision.supervision_id is 'Opaque id.';
comment on column register.supervision.person_id is 'The person.';
comment on column register.supervision.station_id is 'The station.';
comment on column register.supervision.from_on is 'First day of ownership.';
comment on column register.supervision.began_at is 'Instant of entry.';

create table register.takeover (
  takeover_id uuid not null,
  from_posting_id uuid not null,
  to_posting_id uuid not null,
  taken_by uuid not null,
  draft_count integer not null,
  taken_at timestamp with time zone not null default now()
);
alter table register.takeover add constraint takeover_check CHECK ((from_posting_id <> to_posting_id));
alter table register.takeover add constraint takeover_draft_count_check CHECK ((draft_count > 0));
alter table register.takeover add constraint takeover_from_posting_id_fkey FOREIGN KEY (from_posting_id) REFERENCES access.posting(posting_id) ON DELETE RESTRICT;
alter table register.takeover add constraint takeover_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.takeover add constraint takeover_to_posting_id_fkey FOREIGN KEY (to_posting_id) REFERENCES access.posting(posting_id) ON DELETE RESTRICT;
alter table register.takeover add constraint takeover_pkey PRIMARY KEY (takeover_id);
create INDEX takeover_by ON register.takeover USING btree (taken_by);
create INDEX takeover_from ON register.takeover USING btree (from_posting_id);
create INDEX takeover_to ON register.takeover USING btree (to_posting_id);
-- row security: enabled, forced
create policy own on register.takeover as permissive for all to amanat_app
  using ((taken_by = ( SELECT sec.officer_id() AS officer_id)))
  with check (((taken_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM access.posting p
  WHERE ((p.posting_id = takeover.to_posting_id) AND (p.officer_id = takeover.taken_by))))));
grant insert, select on register.takeover to amanat_app;
comment on table register.takeover is 'Submitted drafts of an officer who may no longer act, taken over by another: the identity question is asked in his name from then on. Who answers for an act must have a name (ARITA-2021 s.24).';
comment on column register.takeover.takeover_id is 'Opaque id.';
comment on column register.takeover.from_posting_id is 'The posting that may no longer act: ended, or its officer suspended, or his vetting or training run out.';
comment on column register.takeover.to_posting_id is 'The posting that goes on.';
comment on column register.takeover.taken_by is 'Its officer.';
comment on column register.takeover.draft_count is 'How many drafts.';
comment on column register.takeover.taken_at is 'When.';

create table register.transfer (
  transfer_id uuid not null,
  person_id uuid not null,
  from_station_id text not null,
  to_station_id text not null,
  from_district_id text not null,
  to_district_id text not null,
  cause text not null,
  shown_enc bytea not null,
  wrapped_key bytea,
  kek_id text not null,
  offered_at timestamp with time zone not null default now(),
  offered_by uuid not null,
  answer text,
  answer_reason text,
  answered_at timestamp with time zone,
  answered_by uuid
);
alter table register.transfer add constraint transfer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'refused'::text, 'withdrawn'::text, 'assigned'::text])));
alter table register.transfer add constraint transfer_answer_reason_check CHECK ((answer_reason = ANY (ARRAY['not_our_area'::text, 'not_living_here'::text, 'moved_on'::text, 'details_wrong'::text, 'offered_by_mistake'::text, 'not_answered'::text, 'refused_wrongly'::text])));
alter table register.transfer add constraint transfer_cause_check CHECK ((cause = ANY (ARRAY['moved_house'::text, 'area_changed'::text, 'other_station'::text])));
alter table register.transfer add constraint transfer_check CHECK ((to_station_id <> from_station_id));
alter table register.transfer add constraint transfer_check1 CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL))));
alter table register.transfer add constraint transfer_check2 CHECK (((answer IS NULL) OR ((answer = 'accepted'::text) = (answer_reason IS NULL))));
alter table register.transfer add constraint transfer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.transfer add constraint transfer_from_district_id_fkey FOREIGN KEY (from_district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.transfer add constraint transfer_from_station_id_fkey FOREIGN KEY (from_station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.transfer add constraint transfer_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.transfer add constraint transfer_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.transfer add constraint transfer_to_district_id_fkey FOREIGN KEY (to_district_id) REFERENCES reference.district(district_id) ON DELETE RESTRICT;
alter table register.transfer add constraint transfer_to_station_id_fkey FOREIGN KEY (to_station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.transfer add constraint transfer_pkey PRIMARY KEY (transfer_id);
create INDEX transfer_answered_by ON register.transfer USING btree (answered_by) WHERE (answered_by IS NOT NULL);
create INDEX transfer_from ON register.transfer USING btree (from_station_id, offered_at);
create INDEX transfer_from_district ON register.transfer USING btree (from_district_id, offered_at);
create INDEX transfer_offered_by ON register.transfer USING btree (offered_by);
create INDEX transfer_person ON register.transfer USING btree (person_id);
create INDEX transfer_to ON register.transfer USING btree (to_station_id, offered_at);
create INDEX transfer_to_district ON register.transfer USING btree (to_district_id, offered_at);
create UNIQUE INDEX transfer_open ON register.transfer USING btree (person_id) WHERE (answered_at IS NULL);
-- row security: enabled, forced
create policy either_side on register.transfer as permissive for select to amanat_app
  using (((((( SELECT sec.people_key() AS people_key) = 'nation'::text) OR (( SELECT sec.people_key() AS people_key) = ('s:'::text || from_station_id))) OR (( SELECT sec.people_key() AS people_key) = ('s:'::text || to_station_id))) OR (( SELECT sec.has_role(ARRAY['district_police_officer'::text]) AS has_role) AND ((( SELECT sec.people_key() AS people_key) = ('d:'::text || from_district_id)) OR (( SELECT sec.people_key() AS people_key) = ('d:'::text || to_district_id))))));
create policy owner on register.transfer as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy owner_offers on register.transfer as permissive for insert to amanat_app
  with check (((offered_by = ( SELECT sec.officer_id() AS officer_id)) AND (answered_at IS NULL) AND ( SELECT sec.has_role(ARRAY['station_officer'::text, 'station_head'::text, 'bureau_officer'::text, 'bureau_supervisor'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE ((p.person_id = transfer.person_id) AND (p.station_id = transfer.from_station_id) AND (p.district_id = transfer.from_district_id)))) AND (EXISTS ( SELECT
   FROM reference.station s
  WHERE ((s.station_id = transfer.to_station_id) AND (s.district_id = transfer.to_district_id) AND (s.valid_to IS NULL))))));
grant insert, select on register.transfer to amanat_app;
comment on table register.transfer is 'An offer of a person by the station that owns him to another, and its one answer. Until it is accepted or assigned the old station owns him. SOR-SOP-2024.';
comment on column register.transfer.transfer_id is 'Opaque id.';
comment on column register.transfer.person_id is 'The person.';
comment on column register.transfer.from_station_id is 'Station that owned him when it was offered.';
comment on column register.transfer.to_station_id is 'Station it is offered to; after an assignment, the station assigned.';
comment on column register.transfer.from_district_id is 'District of the owning station.';
comment on column register.transfer.to_district_id is 'District of the other station.';
comment on column register.transfer.cause is 'moved_house, area_changed or other_station.';
comment on column register.transfer.shown_enc is 'All that the other station may see before it accepts (record number, name in both scripts, next duty), encrypted by the row''s key.';
comment on column register.transfer.wrapped_key is 'The row''s key; destroyed with the answer, so that a station that refused keeps nothing.';
comment on column register.transfer.kek_id is 'Which key-encryption key wraps it.';
comment on column register.transfer.offered_at is 'When; the clock of the answer runs from here.';
comment on column register.transfer.offered_by is 'Officer of the owning station, or of the Bureau.';
comment on column register.transfer.answer is 'accepted, refused, withdrawn, or assigned by the Bureau; null while open.';
comment on column register.transfer.answer_reason is 'Why, unless it was accepted.';
comment on column register.transfer.answered_at is 'When; null while open.';
comment on column register.transfer.answered_by is 'Officer who answered; null while open.';

create table register.trip (
  trip_version_id uuid not null,
  trip_id uuid not null,
  person_id uuid not null,
  kind text not null,
  departs_at timestamp with time zone not null,
  returns_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  country text,
  destination_enc bytea,
  source_kind text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  superseded_at timestamp with time zone,
  back_dated_enc bytea
);
alter table register.trip add constraint trip_check CHECK (((returns_at IS NULL) OR (returns_at >= departs_at)));
alter table register.trip add constraint trip_kind_check CHECK ((kind = ANY (ARRAY['abroad'::text, 'inside'::text])));
alter table register.trip add constraint trip_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.trip add constraint trip_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.trip add constraint trip_pkey PRIMARY KEY (trip_version_id);
create INDEX trip_person ON register.trip USING btree (person_id);
create INDEX trip_recorded_by ON register.trip USING btree (recorded_by);
create UNIQUE INDEX trip_live ON register.trip USING btree (trip_id) WHERE (superseded_at IS NULL);
-- row security: enabled, forced
create policy owner on register.trip as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.trip as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = trip.person_id))));
create policy with_the_person_in on register.trip as permissive for insert to amanat_app
  with check (((recorded_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = trip.person_id)))));
create policy with_the_person_superseded on register.trip as permissive for update to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = trip.person_id))));
grant insert, select on register.trip to amanat_app;
grant update (superseded_at) on register.trip to amanat_app;
comment on table register.trip is 'A journey abroad, or an absence from home inside Pakistan, version by version: plan, cancellation, actual return. SOR-RULES-2023; RULES 1, 4.';
comment on column register.trip.trip_version_id is 'Opaque id of the version.';
comment on column register.trip.trip_id is 'Opaque id of the trip; notices name it as what they are about.';
comment on column register.trip.person_id is 'The person.';
comment on column register.trip.kind is 'abroad or inside.';
comment on column register.trip.departs_at is 'Departure.';
comment on column register.trip.returns_at is 'Return; null while unknown.';
comment on column register.trip.cancelled_at is 'When the person said he would not go; null otherwise.';
comment on column register.trip.country is 'ISO 3166-1 code of the country gone to; null inside Pakistan or unknown.';
comment on column register.trip.destination_enc is 'Where to, as told, encrypted.';
comment on column register.trip.source_kind is 'notice, border, visit or other.';
comment on column register.trip.recorded_at is 'When it was typed in.';
comment on column register.trip.recorded_by is 'Officer who recorded it.';
comment on column register.trip.superseded_at is 'Instant a later version replaced it; null while live.';
comment on column register.trip.back_dated_enc is 'Why a cancellation is typed in later than the day it was told, encrypted; null otherwise.';

create table register.visit (
  visit_id uuid not null,
  person_id uuid not null,
  visited_on date not null,
  result text not null,
  address_id uuid,
  station_id text,
  note_enc bytea,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  superseded_at timestamp with time zone
);
alter table register.visit add constraint visit_result_check CHECK ((result = ANY (ARRAY['found'::text, 'not_at_address'::text])));
alter table register.visit add constraint visit_address_id_fkey FOREIGN KEY (address_id) REFERENCES register.person_address(address_id) ON DELETE RESTRICT;
alter table register.visit add constraint visit_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(person_id) ON DELETE RESTRICT;
alter table register.visit add constraint visit_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.officer(officer_id) ON DELETE RESTRICT;
alter table register.visit add constraint visit_station_id_fkey FOREIGN KEY (station_id) REFERENCES reference.station(station_id) ON DELETE RESTRICT;
alter table register.visit add constraint visit_pkey PRIMARY KEY (visit_id);
create INDEX visit_address ON register.visit USING btree (address_id) WHERE (address_id IS NOT NULL);
create INDEX visit_person ON register.visit USING btree (person_id, visited_on);
create INDEX visit_recorded_by ON register.visit USING btree (recorded_by);
create INDEX visit_station ON register.visit USING btree (station_id);
-- row security: enabled, forced
create policy owner on register.visit as permissive for all to amanat_owner
  using (true)
  with check (true);
create policy with_the_person on register.visit as permissive for select to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = visit.person_id))));
create policy with_the_person_in on register.visit as permissive for insert to amanat_app
  with check (((recorded_by = ( SELECT sec.officer_id() AS officer_id)) AND (EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = visit.person_id)))));
create policy with_the_person_superseded on register.visit as permissive for update to amanat_app
  using ((EXISTS ( SELECT
   FROM register.person p
  WHERE (p.person_id = visit.person_id))));
grant insert, select on register.visit to amanat_app;
grant update (superseded_at) on register.visit to amanat_app;
comment on table register.visit is 'A visit of the police to the person''s address. SOR-SOP-2024 (monitoring in the district); RULES 4, standing.';
comment on column register.visit.visit_id is 'Opaque id.';
comment on column register.visit.person_id is 'The person.';
comment on column register.visit.visited_on is 'Day of the visit.';
comment on column register.visit.result is 'found or not_at_address.';
comment on column register.visit.address_id is 'The address visited.';
comment on column register.visit.station_id is 'Station that visited.';
comment on column register.visit.note_enc is 'What was seen, encrypted; null when nothing was noted.';
comment on column register.visit.recorded_at is 'When it was typed in.';
comment on column register.visit.recorded_by is 'Officer who recorded it.';
comment on column register.visit.superseded_at is 'Instant it was struck out as wrong; null while live.';

create view access.live_session with (security_invoker=true) as
 SELECT token_hash,
    session_id,
    officer_id,
    role,
    people_key,
    entry_key,
    audience
   FROM access.session s
  WHERE ended_at IS NULL AND locked_at IS NULL AND expires_at > now() AND last_seen_at > (now() - '00:15:00'::interval);
comment on view access.live_session is 'Sessions that may act now: not ended, not locked, not past their end, not idle for 15 minutes. Only the owner''s functions read it, each by the hash of its transaction''s token.';
comment on column access.live_session.token_hash is 'SHA-256 of the token in the cookie.';
comment on column access.live_session.session_id is 'Opaque id, named in audit events.';
comment on column access.live_session.officer_id is 'The officer.';
comment on column access.live_session.role is 'Role of the posting, as of sign-in.';
comment on column access.live_session.people_key is 'Which people rows show: nation, d:<district>, s:<station>; null: none.';
comment on column access.live_session.entry_key is 'Which drafts and returns show: nation or d:<district>; null: none.';
comment on column access.live_session.audience is 'Which approvals show: bureau or administration; null: only his own.';

create view access.open_session with (security_invoker=true) as
 SELECT session_id,
    officer_id,
    role,
    people_key,
    entry_key,
    audience,
    agency_id
   FROM access.session s
  WHERE token_hash = (( SELECT sec.token_hash() AS token_hash)) AND ended_at IS NULL AND locked_at IS NULL AND expires_at > now() AND last_seen_at > (now() - '00:15:00'::interval);
comment on view access.open_session is 'The session that may act in this transaction: its token, not ended, not locked, not past its end, not idle for 15 minutes.';
comment on column access.open_session.session_id is 'Opaque id, named in audit events.';
comment on column access.open_session.officer_id is 'The officer.';
comment on column access.open_session.role is 'Role of the posting, as of sign-in.';
comment on column access.open_session.people_key is 'Which people rows show: nation, d:<district>, s:<station>; null: none.';
comment on column access.open_session.entry_key is 'Which drafts and returns show: nation or d:<district>; null: none.';
comment on column access.open_session.audience is 'Which approvals show: bureau or administration; null: only his own.';
comment on column access.open_session.agency_id is 'The agency whose system acts in it; null for all others.';
