-- The counts themselves: one function a table, for the night work alone. Each takes the first day of a closed quarter and
-- returns national totals by the cells that were fixed beforehand; no place, no person and no other condition can be named.
-- ARITA-2021 s.15(2); DESIGN 10; decision 0058.
create policy owner_counts on register.registration for select to amanat_owner using (true);
create policy owner_counts on register.conviction for select to amanat_owner using (true);
create policy owner_counts on register.expectation for select to amanat_owner using (true);

create function register.quarter_to_count(quarter_on date, out from_at timestamptz, out to_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    if not sec.has_role(array['night_work']) or not register.is_closed_quarter(quarter_on) then
      raise exception 'night work only' using errcode = 'AM005'; end if;
    from_at := quarter_on::timestamp at time zone 'Asia/Karachi';
    to_at := (quarter_on + interval '3 months') at time zone 'Asia/Karachi'; end $$;
comment on function register.quarter_to_count(date) is 'The instants between which a closed quarter lies; refuses whoever is not the night work, and every other day.';

create function register.month_cell(quarter_on date, happened_at timestamptz) returns text language sql immutable
  as $$ select 'month_' || (extract(month from happened_at at time zone 'Asia/Karachi') - extract(month from quarter_on) + 1)::integer $$;
comment on function register.month_cell(date, timestamptz) is 'month_1, month_2 or month_3: in which month of its quarter an instant lies, in Pakistan.';

create function register.count_entries_expected(quarter_on date) returns table (cell text, counted integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ declare q record;
  begin
    q := register.quarter_to_count(quarter_on);
    return query
      select case when d.stage in ('entered', 'not_registrable') then d.stage else 'waiting' end, count(*)::integer
        from register.expectation e left join register.draft d on d.draft_id = e.draft_id
       where e.created_at >= q.from_at and e.created_at < q.to_at group by 1; end $$;
comment on function register.count_entries_expected(date) is 'Convictions that returns told of in the quarter, by what has become of them: entered, not_registrable, waiting.';

create function register.count_entries_made(quarter_on date) returns table (cell text, counted integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ declare q record;
  begin
    q := register.quarter_to_count(quarter_on);
    return query
      select register.month_cell(quarter_on, r.entered_at), count(*)::integer from register.registration r
       where r.entered_at >= q.from_at and r.entered_at < q.to_at group by 1; end $$;
comment on function register.count_entries_made(date) is 'Entries that a second officer approved in the quarter, by month.';

create function register.count_entry_days(quarter_on date) returns table (cell text, counted integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ declare q record;
  begin
    q := register.quarter_to_count(quarter_on);
    return query
      with taken as (
        select (r.entered_at at time zone 'Asia/Karachi')::date - k.convicted_on as days
          from register.registration r join register.conviction k on k.conviction_id = r.conviction_id
         where r.entered_at >= q.from_at and r.entered_at < q.to_at)
      select 'median', percentile_disc(0.5) within group (order by t.days) from taken t
      union all select 'nine_tenths', percentile_disc(0.9) within group (order by t.days) from taken t; end $$;
comment on function register.count_entry_days(date) is 'Days from judgment to entry, of the entries approved in the quarter: the median, and what nine of ten did not exceed; null where there are none.';

create function register.count_checks_asked(quarter_on date) returns table (cell text, counted integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ declare q record;
  begin
    q := register.quarter_to_count(quarter_on);
    return query
      select register.month_cell(quarter_on, s.happened_at), count(*)::integer from register.check_step s
       where s.act = 'asked' and s.happened_at >= q.from_at and s.happened_at < q.to_at
         and not exists (select from register.check_step b where b.check_id = s.check_id and b.act = 'asked'
           and (b.happened_at, b.step_id) < (s.happened_at, s.step_id)) group by 1; end $$;
comment on function register.count_checks_asked(date) is 'Check requests sent to a prosecutor for the first time in the quarter, by month.';

create function register.count_checks_screened(quarter_on date) returns table (cell text, counted integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ declare q record;
  begin
    q := register.quarter_to_count(quarter_on);
    return query
      select case when s.happened_at <= a.asked_at + interval '48 hours' then 'in_time' else 'late' end, count(*)::integer
        from register.check_step s
        cross join lateral (select max(b.happened_at) as asked_at from register.check_step b
          where b.check_id = s.check_id and b.act = 'asked' and b.happened_at <= s.happened_at) a
       where s.act in ('forwarded', 'returned', 'refused') and s.happened_at >= q.from_at and s.happened_at < q.to_at group by 1; end $$;
comment on function register.count_checks_screened(date) is 'The prosecutors'' words in the quarter: in_time within 48 hours of the request, or late. law/checks.json.';

create function register.count_checks_answered(quarter_on date) returns table (cell text, counted integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ declare q record;
  begin
    q := register.quarter_to_count(quarter_on);
    return query
      select register.month_cell(quarter_on, a.released_at), count(*)::integer from register.check_answer a
       where a.released_at >= q.from_at and a.released_at < q.to_at group by 1; end $$;
comment on function register.count_checks_answered(date) is 'Answers released in the quarter, whatever they say, by month.';

create function register.count_checks_refused(quarter_on date) returns table (cell text, counted integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ declare q record;
  begin
    q := register.quarter_to_count(quarter_on);
    return query
      select register.month_cell(quarter_on, s.happened_at), count(*)::integer from register.check_step s
       where s.act = 'refused' and s.happened_at >= q.from_at and s.happened_at < q.to_at group by 1; end $$;
comment on function register.count_checks_refused(date) is 'Check requests that a prosecutor refused in the quarter, by month.';

create function register.count_duties_due(quarter_on date) returns table (cell text, counted integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    perform register.quarter_to_count(quarter_on);
    return query
      with decided as (
        select distinct b.person_id, b.duty, b.key from register.breach b
          join register.breach_outcome o on o.breach_id = b.breach_id where o.said = 'approved')
      select case when d.met = 'met' then 'kept_in_time' when d.met = 'met_late' then 'kept_late'
               when k.person_id is not null then 'decided' else 'undecided' end, count(*)::integer
        from register.duty_due d
        left join decided k on k.person_id = d.person_id and k.duty = d.duty and k.key = d.key
       where d.due_on >= quarter_on and d.due_on < quarter_on + interval '3 months' group by 1; end $$;
comment on function register.count_duties_due(date) is 'Duties that fell due in the quarter: kept_in_time, kept_late, or missed and decided on with a second signature (decided) or not yet (undecided).';

grant execute on function register.count_entries_expected(date), register.count_entries_made(date), register.count_entry_days(date),
  register.count_checks_asked(date), register.count_checks_screened(date), register.count_checks_answered(date),
  register.count_checks_refused(date), register.count_duties_due(date) to amanat_app;
