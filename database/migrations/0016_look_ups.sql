-- The look-up in two flights: what each costs the database, cut without moving a wall. Decision 0016 has the measures.

-- ---- the scope: the same question, asked with the hash in a variable, which costs a third less than a sub-query ----
create view access.live_session with (security_invoker = true) as
  select s.token_hash, s.session_id, s.officer_id, s.role, s.people_key, s.entry_key, s.audience
    from access.session s
   where s.ended_at is null and s.locked_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '15 minutes';
comment on view access.live_session is 'Sessions that may act now: not ended, not locked, not past their end, not idle for 15 minutes. Only the owner''s functions read it, each by the hash of its transaction''s token.';
comment on column access.live_session.token_hash is 'SHA-256 of the token in the cookie.';
comment on column access.live_session.session_id is 'Opaque id, named in audit events.';
comment on column access.live_session.officer_id is 'The officer.';
comment on column access.live_session.role is 'Role of the posting, as of sign-in.';
comment on column access.live_session.people_key is 'Which people rows show: nation, d:<district>, s:<station>; null: none.';
comment on column access.live_session.entry_key is 'Which drafts and returns show: nation or d:<district>; null: none.';
comment on column access.live_session.audience is 'Which approvals show: bureau or administration; null: only his own.';

create or replace view access.open_session with (security_invoker = true) as
  select s.session_id, s.officer_id, s.role, s.people_key, s.entry_key, s.audience
    from access.live_session s where s.token_hash = (select sec.token_hash());

create or replace function sec.officer_id() returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ declare found uuid; hash bytea := sec.token_hash(); begin
    select s.officer_id into found from access.live_session s where s.token_hash = hash; return found; end $$;

create or replace function sec.people_key() returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ declare found text; hash bytea := sec.token_hash(); begin
    select s.people_key into found from access.live_session s where s.token_hash = hash; return found; end $$;

create or replace function sec.is_bearer(officer uuid, session uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$ declare hash bytea := sec.token_hash(); begin
    perform from access.session s where s.token_hash = hash and s.officer_id = officer and s.session_id = session;
    return found; end $$;

-- `in` with a list that is not constant becomes three comparisons, each with a sub-query of its own; `= any` asks once.
alter policy in_scope on register.person
  using ((select sec.people_key()) = any (array['nation', 'd:' || district_id, 's:' || station_id]));

-- ---- the begin of a request: one function reads the session once, where three did ----
drop function sec.begin_act(text, text);
drop function sec.take_quota(text);

create function sec.count_act(officer uuid, act text, role text) returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $$
  declare most integer; today date := (now() at time zone 'Asia/Karachi')::date;
  begin
    update register.quota_use u set used_count = u.used_count + 1
     where u.officer_id = officer and u.act = count_act.act and u.used_on = today
       and u.used_count < (select l.per_day from register.quota_limit l where l.act = count_act.act and l.role = count_act.role);
    if found then return true; end if;
    select l.per_day into most from register.quota_limit l where l.act = count_act.act and l.role = count_act.role;
    if coalesce(most, 0) = 0 then return false; end if;
    -- The first of the day, or used up.
    insert into register.quota_use as u (officer_id, act, used_on, used_count) values (officer, count_act.act, today, 1)
    on conflict on constraint quota_use_pkey do update set used_count = u.used_count + 1 where u.used_count < most;
    return found;
  end $$;
comment on function sec.count_act(uuid, text, text) is 'Counts one act against today''s limit of an officer in a role; false when it is used up or the role has none. Holds under parallel bursts: the row is locked. Called by sec.begin_act only.';

create function sec.begin_act(token text, act text, out actor sec.request_actor, out has_quota boolean)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
  declare s access.session; is_idle boolean;
  begin
    perform set_config('amanat.sid', token, true);
    select * into s from access.session x where x.token_hash = sha256(convert_to(token, 'UTF8')) and x.ended_at is null and x.expires_at > now();
    is_idle := s.locked_at is not null or s.last_seen_at <= now() - interval '15 minutes';
    if s.session_id is not null then
      actor := row(s.session_id, s.officer_id, s.posting_id, s.role, s.unit_id, s.province_iso, s.division_en, s.district_id, s.station_id,
        coalesce(s.step_up_at > now() - interval '5 minutes', false), is_idle, s.language, s.method)::sec.request_actor;
      if not is_idle and s.last_seen_at < now() - interval '30 seconds' then
        update access.session x set last_seen_at = now() where x.token_hash = s.token_hash;
      end if;
    end if;
    if act is null then return; end if;
    has_quota := s.session_id is not null and not is_idle and sec.count_act(s.officer_id, act, s.role);
    perform set_config('amanat.has_quota', has_quota::text, true);
  end $$;
comment on function sec.begin_act(text, text) is 'Begins a request in one journey: binds the token for this transaction, says who asks (nulls when the session is over; a locked one comes back marked and sees nothing), and counts the act where it has a quota (null where it has none). Notes in amanat.has_quota what it counted, so that a statement sent along reads nothing for an act that will be refused; no policy asks that setting.';
grant execute on function sec.begin_act(text, text) to amanat_app;

-- A counter is changed with every act: room on its page keeps each change on that page, without a change to the index.
alter table register.quota_use set (fillfactor = 50);

-- The check of a foreign key locks the officer's row with every search. The policy proves more: officer_id is that of the
-- session which asks, and sessions, which are never deleted, have the key; so no officer with a search can go either.
alter table register.search drop constraint search_officer_id_fkey;
