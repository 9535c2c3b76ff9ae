-- A call of an agency's system holds only as long as the officer's consent does, reaches nothing but check requests, and leaves
-- nothing behind that nobody needs. What was found without reason is not read on. Decisions 0056 and 0057; DESIGN 5 and 9.

-- ---- a call ends with its consent ----
create function sec.end_sessions_of_consent() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update access.session s set ended_at = now() where s.agency_id = new.agency_id and s.officer_id = new.officer_id and s.ended_at is null;
    return new; end $$;
comment on function sec.end_sessions_of_consent() is 'A consent that ends takes the calls with it that were opened by it.';
create trigger ended_consent_ends_sessions after update of ended_at on access.agency_officer
  for each row when (new.ended_at is not null and old.ended_at is null) execute function sec.end_sessions_of_consent();

create function sec.end_sessions_of_agency() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update access.session s set ended_at = now() where s.agency_id = new.agency_id and s.ended_at is null; return new; end $$;
comment on function sec.end_sessions_of_agency() is 'A changed last day of an agency ends the calls that its system has open.';
create trigger ended_agency_ends_sessions after update of to_on on access.agency
  for each row when (new.to_on is distinct from old.to_on) execute function sec.end_sessions_of_agency();

create function sec.hold_session() returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
  declare hash bytea := sec.token_hash();
  begin
    perform from access.session s where s.token_hash = hash and s.ended_at is null and s.expires_at > now() for share;
    return found; end $$;
comment on function sec.hold_session() is 'Holds the session of this transaction until its end, so that who ends it waits for what it has begun and nothing follows; false where it was ended meanwhile.';
revoke execute on function sec.end_sessions_of_consent(), sec.end_sessions_of_agency(), sec.hold_session() from public;
grant execute on function sec.hold_session() to amanat_app;

-- ---- an officer's own sign-ins and his agency's calls leave each other alone ----
create or replace function sec.open_session(token_hash bytea, new_session_id uuid, posting uuid, method text, language text, is_fresh boolean) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
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
  end $$;
comment on function sec.open_session(bytea, uuid, uuid, text, text, boolean) is 'Opens a session for a live posting of a vetted, trained, unsuspended officer and ends his others, but not a call that an agency''s system has open for him; null when there is none such.';

create or replace function sec.how_ended(token_hash bytea) returns text language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select case
        when s.ended_at is null and s.expires_at > now() then null
        when exists (select from access.session n where n.officer_id = s.officer_id and n.method not in ('job', 'agency')
          and n.opened_at = s.ended_at and n.session_id <> s.session_id) then 'replaced'
        else 'ended'
      end
      from access.session s where s.token_hash = how_ended.token_hash $$;

create or replace function sec.sign_in() returns setof sec.sign_in language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s access.session; before access.session;
  begin
    select * into s from access.session x where x.session_id = sec.session_id();
    if s.session_id is null then return; end if;
    select * into before from access.session x
     where x.officer_id = s.officer_id and x.method not in ('job', 'agency') and x.session_id <> s.session_id and x.opened_at <= s.opened_at
     order by x.opened_at desc limit 1;
    return next row(before.opened_at, before.unit_id, s.failed_before, s.expires_at)::sec.sign_in;
  end $$;
comment on function sec.sign_in() is 'The sign-in before this one, and failures since: so that an officer sees when another used his name. A call of an agency''s system is no sign-in.';

-- ---- who was meant, also where the call was refused ----
drop function sec.open_agency_session(bytea, uuid, text, text);
create function sec.open_agency_session(token_hash bytea, new_session_id uuid, client_id text, badge text,
    out agency_id uuid, out named_id uuid, out officer_id uuid, out posting_id uuid, out session_id uuid, out refused text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
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
  end $$;
comment on function sec.open_agency_session(bytea, uuid, text, text) is 'Opens a session of one minute for an investigator in whose name an agency''s system acts: the agency is live, he consented, and he holds a live posting in an investigation unit of its province, vetted and trained. It is fresh only by what he lent. Ends none of his own. Otherwise says what refused; named_id is the officer of that service number, for the log alone.';
revoke execute on function sec.open_agency_session(bytea, uuid, text, text) from public;
grant execute on function sec.open_agency_session(bytea, uuid, text, text) to amanat_gate;

-- ---- by statement, too: no used approval changes an agency again, no ended consent lives again, no passkey is lent ahead ----
create or replace function access.each_change_has_its_approval() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ begin
    if not exists (select from register.approval_decision d where d.approval_id = new.approval_id and d.decided_at = now()) then
      raise exception 'a change of an agency needs an approval of its own' using errcode = 'AM001'; end if;
    return new; end $$;
comment on function access.each_change_has_its_approval() is 'One approval carries one change of an agency: the one that is decided in the same transaction.';
drop policy himself_or_administrator on access.agency_officer;
create policy himself_or_administrator on access.agency_officer for update to amanat_app
  using (ended_at is null and (officer_id = (select sec.officer_id()) or (select sec.has_role(array['administrator']))))
  with check ((lent_at is null or lent_at <= now())
    and (officer_id = (select sec.officer_id()) or (select sec.has_role(array['administrator'])) and ended_at is not null));

-- ---- an agency's system never has the emergency access ----
create or replace function sec.emergency_session() returns access.session language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
  declare hash bytea := sec.token_hash(); s access.session;
  begin
    select x.* into s from access.session x join access.live_session l on l.token_hash = x.token_hash
     where x.token_hash = hash and x.role in ('investigator', 'station_head', 'bureau_officer') and x.agency_id is null;
    return s;
  end $$;
comment on function sec.emergency_session() is 'The live session of this transaction where its role may use the emergency access, and no agency''s system acts in it; nulls otherwise. Called by the two functions below only.';
create policy never_by_a_system on register.emergency as restrictive for select to amanat_app using ((select sec.agency_id()) is null);
create policy never_by_a_system on register.emergency_review as restrictive for select to amanat_app using ((select sec.agency_id()) is null);

-- What was found without reason is closed at once, also where its half hour is not over.
create or replace function sec.read_emergency(emergency uuid)
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
         and p.closed_at is null
         and not exists (select from register.emergency_review r where r.emergency_id = e.emergency_id and r.finding = 'not_justified');
  end $$;
comment on function sec.read_emergency(uuid) is 'The least of the person of a use of the emergency access, for who used it, in the posting in which he did, for half an hour: card, number, district, and the sections that put him on the register. No row otherwise, nor once it was found not justified.';

-- Of another's conflict the Bureau's supervisor learns this one thing, since the review is then his.
create function sec.has_district_reviewer(emergency uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
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
           and c.subject_id in (e.emergency_id, e.person_id, e.used_by))); end $$;
comment on function sec.has_district_reviewer(uuid) is 'Whether the district of a use of the emergency access has a District Police Officer who may review it: posted today, able to act, not who used it, and without a conflict about it. Null for who reviews none.';
revoke execute on function sec.has_district_reviewer(uuid) from public;
grant execute on function sec.has_district_reviewer(uuid) to amanat_app;

-- ---- what is left behind ----
grant update (called_at) on register.agency_call to amanat_app;
comment on column register.agency_call.called_at is 'When it was sent first; of one that was refused, when it was done at last: the 24 hours begin with the reply.';
create index session_passing on access.session (opened_at) where method in ('agency', 'job');

create function register.sweep_traces(before timestamptz, out sessions_count integer, out forms_count integer)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    if not sec.has_role(array['night_work']) then raise exception 'night work only' using errcode = 'AM005'; end if;
    delete from access.session s where s.method in ('agency', 'job') and s.opened_at < before and (s.ended_at < before or s.expires_at < before);
    get diagnostics sessions_count = row_count;
    delete from register.form_state f where f.created_at < before;
    get diagnostics forms_count = row_count; end $$;
comment on function register.sweep_traces(timestamptz) is 'Deletes what was over before an instant and nobody needs: sessions that calls of agencies'' systems and jobs had open, since the log keeps who acted in which, and refused forms with what was typed into them; the night work''s alone. Returns how many.';
revoke execute on function register.sweep_traces(timestamptz) from public;
grant execute on function register.sweep_traces(timestamptz) to amanat_app;
