-- Closed desks and outages as acts; the register's own down-time; the service officer who does the night work.
-- RULES 1, DESIGN 4 and 7, docs/decisions/0037.

alter table register.closed_desk add column act_id uuid not null default gen_random_uuid();
comment on column register.closed_desk.act_id is 'The act that recorded it: one for all stations of a district, and for what remains of it when it is struck out.';
create index closed_desk_act on register.closed_desk (act_id);
create index closed_desk_days on register.closed_desk (from_on, to_on) where superseded_at is null;
alter table register.outage add column act_id uuid not null default gen_random_uuid();
comment on column register.outage.act_id is 'The act that recorded it: one for all stations of a district, and for the version that ends an open one.';
create index outage_act on register.outage (act_id);

-- ---- who records: a station its own, the Bureau any; a legal officer sees the nation and records nothing ----
drop policy own_station_or_bureau on register.closed_desk;
drop policy own_station_or_bureau_superseded on register.closed_desk;
drop policy own_station_or_bureau on register.outage;
drop policy own_station_or_bureau_superseded on register.outage;
create policy own_station_or_bureau on register.closed_desk for insert to amanat_app
  with check (recorded_by = (select sec.officer_id()) and (
    (select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
    or (select sec.has_role(array['station_officer', 'station_head'])) and 's:' || station_id = (select sec.people_key())));
-- A closed desk struck out makes dates earlier, so that a station cannot do it: the Bureau decides what another proposed.
create policy bureau_strikes_out on register.closed_desk for update to amanat_app
  using ((select sec.has_role(array['bureau_officer', 'bureau_supervisor'])));
create policy own_station_or_bureau on register.outage for insert to amanat_app
  with check (recorded_by = (select sec.officer_id()) and cause <> 'system' and (
    (select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
    or (select sec.has_role(array['station_officer', 'station_head'])) and 's:' || station_id = (select sec.people_key())));
create policy open_one_is_ended on register.outage for update to amanat_app
  using (to_at is null and (
    (select sec.has_role(array['bureau_officer', 'bureau_supervisor']))
    or (select sec.has_role(array['station_officer', 'station_head'])) and 's:' || station_id = (select sec.people_key())));

-- Numbers are given under a lock held until the commit: whoever read the last one has missed none before it.
create or replace function register.bump_generation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    perform pg_advisory_xact_lock(hashtext('duty_generation'));
    insert into register.duty_generation (station_id, cause) values (new.station_id, tg_table_name);
    return null; end $$;

-- ---- the register's own down-time ----
create table register.heartbeat (
  is_only boolean primary key default true check (is_only),
  beat_at timestamptz not null
);
comment on table register.heartbeat is 'When the running program last said that it runs: one row. A gap in it is the register''s own down-time, which moves dates. RULES 1.';
comment on column register.heartbeat.is_only is 'True, so that there is one row.';
comment on column register.heartbeat.beat_at is 'The last beat, by the database''s clock.';
alter table register.heartbeat enable row level security;
alter table register.heartbeat force row level security;
create policy owner on register.heartbeat to amanat_owner using (true) with check (true);

create function sec.beat() returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
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
  end $$;
comment on function sec.beat() is 'Says that the program runs, once a minute. After a gap of more than 5 minutes the gap becomes a national outage; returns whether it did. It takes nothing from its caller, so nobody can name the times.';
grant execute on function sec.beat() to amanat_gate;

-- ---- the officer of the night work: named, without a passkey, opened by jobs alone ----
alter table access.officer add column is_service boolean not null default false;
comment on column access.officer.is_service is 'True for the register''s night work: no person, never signed in, decides nothing.';
alter table access.posting drop constraint posting_role_check;
alter table access.posting add constraint posting_role_check check (role in ('prosecutor', 'deputy_prosecutor', 'bureau_officer', 'bureau_supervisor', 'legal_officer', 'investigator', 'station_officer', 'station_head', 'district_police_officer', 'committee_analyst', 'administrator', 'auditor', 'night_work'));

create or replace function sec.scope_of(role text, district_id text, station_id text, out people_key text, out entry_key text, out audience text)
  language sql immutable
  as $$
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
  $$;

create function access.keep_service_apart() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
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
  end $$;
comment on function access.keep_service_apart() is 'The night work has no passkey and no enrolment, its sessions are jobs, it proposes and decides nothing, and nobody else holds its role.';
create trigger service_has_no_passkey before insert on access.passkey for each row execute function access.keep_service_apart();
create trigger service_has_no_enrolment before insert on access.enrolment for each row execute function access.keep_service_apart();
create trigger service_is_a_job before insert on access.session for each row execute function access.keep_service_apart();
create trigger service_role_is_its_own before insert on access.posting for each row execute function access.keep_service_apart();
create trigger service_proposes_nothing before insert on register.approval for each row execute function access.keep_service_apart();
create trigger by_no_service before insert on register.approval_decision for each row execute function access.keep_service_apart();
