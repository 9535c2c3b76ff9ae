-- RULES 4, the duties that fall after something: confirmations and changes. Rolled, put off, rolled again.
create temporary table schedule on commit drop as
with island as (
  select s.case_no, g.rule_no, g.released_on, s.from_on, s.to_on,
         -- Joined to the one before where it opens less than the monthly interval after its end.
         count(*) filter (where not coalesce(s.from_on < (s.before_on + make_interval(months => r.homeless_months))::date, false))
           over (partition by s.case_no, g.rule_no order by s.from_on) as no
    from (select case_no, from_on, to_on, lag(to_on) over (partition by case_no order by from_on) as before_on
            from spell where kind = 'no_fixed_abode') s
    join governed g on g.case_no = s.case_no
    join rule r on r.rule_no = g.rule_no
), homeless as (
  select case_no, rule_no, greatest(min(from_on), released_on) as from_on, max(to_on) as to_on
    from island group by case_no, rule_no, released_on, no having max(to_on) > released_on
), opening as (
  select case_no, rule_no, released_on as opens_on, 'usual' as kind, 0 as rank from governed where released_on is not null
   union all
  select case_no, rule_no, from_on, 'homeless', 1 from homeless
   union all
  select case_no, rule_no, to_on, 'housed', 2 from homeless where to_on < 'infinity'
)
select case_no, rule_no, kind, opens_on,
       row_number() over w as no,
       lead(opens_on) over w as next_opens_on
  from opening
window w as (partition by case_no, rule_no order by opens_on, rank);

create temporary table after_duty on commit drop as
with planned as (
  select c.case_no, c.rule_no, g.desk_no, c.opens_on, c.no,
         case c.kind when 'homeless' then r.homeless_months when 'housed' then r.housed_months else r.confirm_months end as first_months,
         case c.kind when 'homeless' then r.homeless_months else r.confirm_months end as step_months,
         greatest(s.on_day, g.from_on) as not_before_on,
         least(c.next_opens_on - 1, g.ends_on - 1, g.until_on - 1,
               (g.day + make_interval(months => case c.kind when 'homeless' then r.homeless_months else r.confirm_months end))::date) as last_on
    from schedule c
    join regime g on g.case_no = c.case_no and g.rule_no = c.rule_no
    join rule r on r.rule_no = c.rule_no
    join served s on s.case_no = c.case_no and s.duty = 'confirm_in_person'
), counted as (
  -- Months between, rounded outward by one: what is too much is cut off by the dates themselves.
  select p.*, generate_series(
           greatest(1, (pg_temp.months_between(p.opens_on, p.not_before_on) - 1 - p.first_months) / p.step_months),
           (pg_temp.months_between(p.opens_on, p.last_on) + 1 - p.first_months) / p.step_months + 1) as k
    from planned p
   where p.last_on >= p.not_before_on
), dated as materialized (
  -- Materialized, so that each date is worked out once and not once for each comparison.
  select *, (opens_on + make_interval(months => first_months + (k - 1) * step_months))::date as on_day from counted
)
select case_no, rule_no, desk_no, 'confirm_in_person' as duty, no || '.' || k as key, null::text as about, on_day as unrolled_on
  from dated
 where on_day between not_before_on and last_on
 union all
(select distinct on (c.case_no, c.change_id) c.case_no, g.rule_no, g.desk_no, s.duty, c.change_id, c.change_id, d.on_day
  from given_change c
  join regime g on g.case_no = c.case_no and c.on_day >= g.released_on and c.on_day < g.ends_on and c.on_day <= g.day
  join rule r on r.rule_no = g.rule_no
  join served s on s.case_no = c.case_no and s.on_day <= c.on_day
   and s.duty = case c.kind when 'name' then 'notify_name_change' else 'notify_address_change' end
 cross join lateral (select c.on_day + case c.kind when 'name' then r.name_days else r.address_days end as on_day) d
 where d.on_day >= g.from_on
 -- By the latest regime whose own answer does not lie before it began.
 order by c.case_no, c.change_id, g.from_on desc);

-- Where one pack follows another, the later may count again what the earlier has counted: 1.2, then 1.2-2.
update after_duty d set key = d.key || '-' || o.count
  from (select case_no, unrolled_on, row_number() over (partition by case_no, key order by unrolled_on) as count
          from after_duty
         where duty = 'confirm_in_person' and case_no in (select case_no from governed group by case_no having count(*) > 1)) o
 where o.count > 1 and d.case_no = o.case_no and d.unrolled_on = o.unrolled_on and d.duty = 'confirm_in_person';

-- Every interval that can put a date off, each kind merged by itself, with the day it is over for good.
create temporary table pause on commit drop as
select p.case_no, p.rule_no, p.from_on, p.to_on, p.to_on + r.after_pause_days as over_on, p.from_on <= g.day and g.day < p.to_on as holds_today
  from (select g.case_no, g.rule_no, s.from_on, s.to_on
          from governed g join spell s on s.case_no = g.case_no and s.kind in ('custody', 'hospital')
         union all
        select case_no, rule_no, from_on, to_on from away
         union all
        select g.case_no, g.rule_no, lower(part), upper(part)
          from (select case_no, range_agg(daterange(from_on, to_on)) as parts from appeal_spell group by case_no) a
         cross join unnest(a.parts) part
          join governed g on g.case_no = a.case_no
          join rule r on r.rule_no = g.rule_no and r.suspends) p
  join governed g on g.case_no = p.case_no and g.rule_no = p.rule_no
  join rule r on r.rule_no = p.rule_no
 where p.to_on + r.after_pause_days > g.released_on;

create temporary table rolled on commit drop as
select d.*, row_number() over () as no, case when w.at_on - d.unrolled_on > 366 then null else w.at_on end as rolled_on
  from after_duty d
  left join calendar k on k.rule_no = d.rule_no and k.day = d.unrolled_on
  left join reopening o on o.case_no = d.case_no and o.rule_no = d.rule_no and o.desk_no = d.desk_no and o.from_on <= k.working_on and k.working_on < o.to_on
 cross join lateral (select case when o.case_no is null then k.working_on else o.at_on end as at_on) w;

-- The dates that a pause reaches, with the day on which the last of those pauses is over.
create temporary table reached on commit drop as
select d.no, d.case_no, d.rule_no, d.desk_no, max(p.over_on) as over_on, bool_or(p.holds_today) as holds_today
  from rolled d
  join pause p on p.case_no = d.case_no and p.rule_no = d.rule_no and p.from_on <= d.rolled_on and d.rolled_on < p.over_on
 group by d.no, d.case_no, d.rule_no, d.desk_no;

-- Where a date put off by a pause comes to rest depends only on the desk and on the day that pause is over: one row for
-- each pause of whoever has such a date, followed round by round for all people at once. A round that ends in an open
-- pause, or finds no working day, rests at null.
create temporary table rest on commit drop as
with recursive over as (
  select distinct p.case_no, p.rule_no, g.desk_no, p.over_on
    from pause p join regime g on g.case_no = p.case_no and g.rule_no = p.rule_no
   where p.over_on < 'infinity' and p.case_no in (select case_no from reached)
), landed as (
  select v.case_no, v.rule_no, v.desk_no, v.over_on, case when w.at_on - v.over_on > 366 then null else w.at_on end as at_on
    from over v
    left join calendar k on k.rule_no = v.rule_no and k.day = v.over_on
    left join reopening o on o.case_no = v.case_no and o.rule_no = v.rule_no and o.desk_no = v.desk_no and o.from_on <= k.working_on and k.working_on < o.to_on
   cross join lateral (select case when o.case_no is null then k.working_on else o.at_on end as at_on) w
), link as (
  select l.case_no, l.rule_no, l.desk_no, l.over_on, max(p.over_on) as next_over_on, bool_or(p.holds_today) as holds_today
    from landed l
    join pause p on p.case_no = l.case_no and p.rule_no = l.rule_no and p.from_on <= l.at_on and l.at_on < p.over_on
   group by l.case_no, l.rule_no, l.desk_no, l.over_on
), walk as (
  select case_no, rule_no, desk_no, over_on, over_on as reached_on, false as holds_today, 0 as round from over
   union all
  select w.case_no, w.rule_no, w.desk_no, w.over_on, k.next_over_on, w.holds_today or k.holds_today, w.round + 1
    from walk w join link k on k.case_no = w.case_no and k.rule_no = w.rule_no and k.desk_no = w.desk_no and k.over_on = w.reached_on
), last as (
  select distinct on (case_no, rule_no, desk_no, over_on) * from walk order by case_no, rule_no, desk_no, over_on, round desc
)
select t.case_no, t.rule_no, t.desk_no, t.over_on, l.at_on, t.holds_today
  from last t
  left join landed l on l.case_no = t.case_no and l.rule_no = t.rule_no and l.desk_no = t.desk_no and l.over_on = t.reached_on;

create temporary table put_off on commit drop as
select h.no, h.holds_today or coalesce(t.holds_today, false) as holds_today, t.at_on
  from reached h
  left join rest t on t.case_no = h.case_no and t.rule_no = h.rule_no and t.desk_no = h.desk_no and t.over_on = h.over_on;
