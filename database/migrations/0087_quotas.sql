-- Quotas of an officer, of his unit and of the nation, for every act that shows something of a person or lets it out.
-- An officer draws acts in small blocks from his unit's pool, and a unit in larger ones from the nation's, so that neither
-- pool is a row that every request waits for; a pool is never overdrawn. Decision 0054 has the measures. DESIGN 5.
alter table register.quota_use add column leased_count integer not null default 0;
update register.quota_use set leased_count = used_count;
comment on column register.quota_use.leased_count is 'Acts drawn from the pool of the unit; below it an act asks no other row.';
comment on column register.quota_limit.act is 'search, view_person, show_number, view_photo, ask_check or print.';
comment on table register.quota_limit is 'How many acts of a kind one officer in a role may do in a day. Values are policy, assumed.';

create table register.quota_pool_limit (
  level text not null check (level in ('unit', 'nation')),
  act text not null,
  per_day integer not null check (per_day >= 0),
  status text not null default 'assumed',
  primary key (level, act)
);
comment on table register.quota_pool_limit is 'How many acts of a kind all officers of one unit, or of the nation, may do in a day. Values are policy, assumed.';
comment on column register.quota_pool_limit.level is 'unit or nation.';
comment on column register.quota_pool_limit.act is 'As in quota_limit.';
comment on column register.quota_pool_limit.per_day is 'Most acts in a Pakistan day.';
comment on column register.quota_pool_limit.status is 'statute, rule, policy or assumed.';

create table register.quota_pool (
  level text not null check (level in ('unit', 'nation')),
  subject text not null,
  act text not null,
  used_on date not null,
  granted_count integer not null default 0,
  taken_count integer not null default 0,
  primary key (level, subject, act, used_on)
);
comment on table register.quota_pool is 'What a unit drew from the nation, and its officers from it, in a Pakistan day. What was drawn and not used is lost with the day: a pool may end a block early, never late. DESIGN 5.';
comment on column register.quota_pool.level is 'unit or nation.';
comment on column register.quota_pool.subject is 'The unit; empty for the nation.';
comment on column register.quota_pool.act is 'As in quota_limit.';
comment on column register.quota_pool.used_on is 'Pakistan day.';
comment on column register.quota_pool.granted_count is 'Acts that the nation granted to the unit; 0 for the nation.';
comment on column register.quota_pool.taken_count is 'Acts that officers drew from the unit, or units from the nation.';

create table register.quota_raise (
  raise_id uuid primary key,
  level text not null check (level in ('officer', 'unit', 'nation')),
  subject text not null,
  act text not null,
  per_day integer not null check (per_day >= 0),
  from_on date not null,
  to_on date not null check (to_on > from_on),
  approval_id uuid not null unique references register.approval_decision on delete restrict
);
comment on table register.quota_raise is 'A limit that two people raised for some days. DESIGN 5, wall 4.';
comment on column register.quota_raise.raise_id is 'Opaque id.';
comment on column register.quota_raise.level is 'officer, unit or nation.';
comment on column register.quota_raise.subject is 'The officer or unit; empty for the nation.';
comment on column register.quota_raise.act is 'As in quota_limit.';
comment on column register.quota_raise.per_day is 'Most acts in a Pakistan day, in place of a lower limit.';
comment on column register.quota_raise.from_on is 'First day.';
comment on column register.quota_raise.to_on is 'First day after the end.';
comment on column register.quota_raise.approval_id is 'The decision of the second officer, without which the row cannot exist.';
create index quota_raise_subject on register.quota_raise (level, subject, act, to_on);

do $$
declare name text;
begin
  foreach name in array array['quota_pool_limit', 'quota_pool', 'quota_raise'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('alter table register.%I force row level security', name);
    execute format('create policy owner on register.%I to amanat_owner using (true) with check (true)', name);
  end loop;
end $$;
grant select on register.quota_pool_limit to amanat_app;
create policy signed_in on register.quota_pool_limit for select to amanat_app using ((select sec.officer_id()) is not null);
grant select, insert on register.quota_raise to amanat_app;
create policy supervisors_or_own on register.quota_raise for select to amanat_app
  using ((select sec.has_role(array['bureau_supervisor'])) or level = 'officer' and subject = (select sec.officer_id())::text);
create policy with_a_live_approval on register.quota_raise for insert to amanat_app
  with check (exists (select from register.approval_decision d join register.approval a using (approval_id)
    where d.approval_id = quota_raise.approval_id and d.decision = 'approved' and d.decided_by = (select sec.officer_id())
      and a.kind = 'quota' and a.subject_id = quota_raise.raise_id));

insert into register.quota_limit (act, role, per_day) values
  ('ask_check', 'investigator', 60),
  ('print', 'bureau_officer', 200), ('print', 'bureau_supervisor', 200), ('print', 'station_officer', 100),
  ('print', 'station_head', 100), ('print', 'district_police_officer', 100),
  ('print', 'prosecutor', 50), ('print', 'deputy_prosecutor', 50), ('print', 'legal_officer', 50);
insert into register.quota_pool_limit (level, act, per_day) values
  ('unit', 'search', 3000), ('unit', 'view_person', 10000), ('unit', 'show_number', 1000), ('unit', 'view_photo', 1000),
  ('unit', 'ask_check', 200), ('unit', 'print', 2000),
  ('nation', 'search', 60000), ('nation', 'view_person', 200000), ('nation', 'show_number', 20000), ('nation', 'view_photo', 20000),
  ('nation', 'ask_check', 5000), ('nation', 'print', 40000);

create function sec.quota_today() returns date language sql stable set search_path = pg_catalog, pg_temp
  return (now() at time zone 'Asia/Karachi')::date;
comment on function sec.quota_today() is 'The Pakistan day in which acts are counted.';

create function sec.quota_most(level text, subject text, act text, role text) returns integer
  language plpgsql stable set search_path = pg_catalog, pg_temp
  as $$
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
  end $$;
comment on function sec.quota_most(text, text, text, text) is 'Acts a day at a level: the limit, or a higher one that two people raised; 0 for a role without one; no end for a pool without one.';

create function sec.draw_quota(unit text, act text, wanted integer) returns integer
  language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $$
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
  end $$;
comment on function sec.draw_quota(text, text, integer) is 'Draws up to so many acts from the pool of a unit, which draws from the nation''s when it is empty; returns how many it got. Rows are locked unit first, then nation.';

drop function sec.count_act(uuid, text, text);
create function sec.count_act(officer uuid, unit text, act text, role text) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $$
  declare most integer; drawn integer; today date := sec.quota_today(); own register.quota_use;
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
  end $$;
comment on function sec.count_act(uuid, text, text, text) is 'Counts one act of an officer against his limit, his unit''s and the nation''s of today; false when one is used up or the role has none. Holds under parallel bursts: rows are locked. A block drawn is a twentieth of the officer''s day, and at most a hundredth of his unit''s. Called by sec.begin_act only.';

create or replace function sec.begin_act(token text, act text, out actor sec.request_actor, out has_quota boolean)
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
    has_quota := s.session_id is not null and not is_idle and sec.count_act(s.officer_id, s.unit_id, act, s.role);
    perform set_config('amanat.has_quota', has_quota::text, true);
  end $$;

create function sec.quota_refused(act text, out level text, out most integer, out until_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
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
  end $$;
comment on function sec.quota_refused(text) is 'Which limit stood in the way of the officer of this transaction, how many acts a day it allows, and until when it is used up; nulls without a session.';
revoke execute on function sec.quota_today(), sec.quota_most(text, text, text, text), sec.draw_quota(text, text, integer),
  sec.count_act(uuid, text, text, text), sec.quota_refused(text) from public;
grant execute on function sec.quota_refused(text) to amanat_app;
alter table register.quota_pool set (fillfactor = 50);
