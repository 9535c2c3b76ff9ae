-- One function counts every table of figures, where eight near-copies did. A missed duty counts as decided on only by a decision about
-- that very date, whichever record of the person it was written on. ARITA-2021 s.15(2); RULES 4; decisions 0044 and 0058.
create function register.count_statistic(statistic text, quarter_on date) returns table (cell text, counted integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ declare q record;
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
    end case; end $$;
comment on function register.count_statistic(text, date) is 'True counts of one table of a closed quarter, by its cells, for the night work alone; no place, no person and no other condition can be named. entries_made, checks_asked (the first time), checks_answered (answers released) and checks_refused by month; entries_expected by what has become of them: entered, not_registrable, waiting; entry_days the median and what nine of ten did not exceed, in days, null where there are none; checks_screened in_time within 48 hours of the last asking, or late; duties_due kept_in_time, kept_late, or missed and decided on with a second signature (decided) or not yet (undecided).';
revoke execute on function register.count_statistic(text, date) from public;
grant execute on function register.count_statistic(text, date) to amanat_app;

drop function register.count_entries_expected(date), register.count_entries_made(date), register.count_entry_days(date),
  register.count_checks_asked(date), register.count_checks_screened(date), register.count_checks_answered(date),
  register.count_checks_refused(date), register.count_duties_due(date);
