-- What every request pays first, for less of PostgreSQL's time (decision 0016): the session's columns go straight to what
-- is answered, `set_config` is an expression and not a query, and the day of the quota is no call.
drop function sec.begin_act(text, text);

create or replace function sec.count_act(officer uuid, unit text, act text, role text) returns boolean
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
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
  end $$;

create function sec.begin_act(token text, act text,
  out session_id uuid, out officer_id uuid, out posting_id uuid, out role text, out unit_id text, out province_iso text,
  out division_en text, out district_id text, out station_id text, out fresh_auth boolean, out is_locked boolean,
  out language text, out method text, out has_quota boolean)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
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
  end $$;
revoke all on function sec.begin_act(text, text) from public;
grant execute on function sec.begin_act(text, text) to amanat_app;
comment on function sec.begin_act(text, text) is 'Begins a request in one journey: binds the token for this transaction, says who asks (nulls when the session is over; a locked one comes back marked and sees nothing), and counts the act where it has a quota (null where it has none). Notes in amanat.has_quota what it counted, so that a statement sent along reads nothing for an act that will be refused; no policy asks that setting.';
