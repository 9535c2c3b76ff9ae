-- RULES 1, rolling: where the desks of a case were shut, and the first working day after each shut run.
-- Only people on the register with a release owe anything; each pack in force by the day asked governs its part of the time.
create temporary table governed on commit drop as
select g.case_no, g.day, r.rule_no, g.starts_on, g.released_on, g.ends_on, g.status, r.rule_no = g.rule_no as is_of_the_day,
       r.from_on, case when r.next_from_on <= g.day then r.next_from_on else 'infinity' end as until_on
  from registration g
  join rule r on r.set_no = g.set_no and r.from_on <= g.day
 where g.registrable = 'yes';

-- The pack and the desk that govern a date before it is rolled.
create temporary table regime on commit drop as
select g.case_no, g.day, g.rule_no, d.desk_no, g.released_on, g.ends_on,
       greatest(g.from_on, d.from_on) as from_on, least(g.until_on, d.until_on) as until_on
  from governed g
  join (select case_no, desk_no, case when row_number() over w = 1 then '-infinity' else from_on end as from_on,
               coalesce(lead(from_on) over w, 'infinity') as until_on
          from given_desk
        window w as (partition by case_no order by desk_no)) d
    on d.case_no = g.case_no and greatest(g.from_on, d.from_on) < least(g.until_on, d.until_on);

-- For each day its first working day, itself included, by the weekly closed days and holidays of a pack alone; over all
-- days that this batch can come to, and a year and a day more.
create temporary table calendar on commit drop as
with reach as (
  select min(released_on) as from_on from governed
), limits as (
  select from_on, from_on + 367 as to_on from reach
   union all select null, max(day) + 5 * 366 from governed
   union all select null, max(to_on) from spell where to_on < 'infinity'
   union all select null, max(from_on) from spell
   union all select null, max(to_on) from given_closed where to_on < 'infinity'
   union all select null, pg_temp.pakistan_day(max(departs_at)) from given_trip
   union all select null, pg_temp.pakistan_day(max(to_at)) from given_outage where to_at < 'infinity'
   union all select null, pg_temp.pakistan_day(max(from_at)) from given_outage
)
select rule_no, day,
       -- Read backwards, the least working day so far is the next one.
       min(day) filter (where is_working) over (partition by rule_no order by day desc) as working_on
  from (select r.rule_no, d::date as day,
               not date_part('dow', d) = any (r.closed_weekdays)
                 and not date_part('month', d) * 100 + date_part('day', d) = any (r.holidays) as is_working
          from (select min(from_on) as from_on, max(to_on) + 3 * 367 as to_on from limits) l
         cross join lateral generate_series(l.from_on::timestamp, l.to_on::timestamp, interval '1 day') d
         cross join rule r
         where r.rule_no in (select rule_no from governed)) days;

create temporary table shut on commit drop as
with dark as (
  -- Outages taken together: those that touch or overlap are one.
  select o.case_no, o.desk_no, (lower(part) at time zone 'UTC') + interval '5 hours' as from_at, (upper(part) at time zone 'UTC') + interval '5 hours' as to_at
    from (select case_no, desk_no, range_agg(tstzrange(from_at, to_at)) as parts from given_outage group by case_no, desk_no) o
   cross join unnest(o.parts) part
), lost as (
  select g.case_no, g.rule_no, g.desk_no,
         case when d.from_at::time <= r.opens then d.from_at::date else d.from_at::date + 1 end as from_on,
         case when d.to_at = 'infinity' then 'infinity'
              when d.to_at::time >= r.closes then d.to_at::date + 1 else d.to_at::date end as to_on
    from dark d
    join regime g on g.case_no = d.case_no and g.desk_no = d.desk_no
    join rule r on r.rule_no = g.rule_no
), closed as (
  select case_no, rule_no, desk_no, daterange(from_on, to_on) as days from lost where from_on < to_on
   union all
  select g.case_no, g.rule_no, g.desk_no, daterange(c.from_on, c.to_on)
    from given_closed c join regime g on g.case_no = c.case_no and g.desk_no = c.desk_no
)
select case_no, rule_no, desk_no, lower(part) as from_on, upper(part) as to_on
  from (select case_no, rule_no, desk_no, range_agg(days) as parts from closed group by case_no, rule_no, desk_no) merged
 cross join unnest(parts) part;

-- After a run the next working day may lie in another run: hop until it does not. Null: none follows.
create temporary table reopening on commit drop as
with recursive hop as (
  select s.case_no, s.rule_no, s.desk_no, s.from_on, s.to_on, c.working_on as at_on, 0 as round
    from shut s left join calendar c on c.rule_no = s.rule_no and c.day = s.to_on
   union all
  select h.case_no, h.rule_no, h.desk_no, h.from_on, h.to_on, c.working_on, h.round + 1
    from hop h
    join shut s on s.case_no = h.case_no and s.rule_no = h.rule_no and s.desk_no = h.desk_no and s.from_on <= h.at_on and h.at_on < s.to_on
    left join calendar c on c.rule_no = s.rule_no and c.day = s.to_on
)
select distinct on (case_no, rule_no, desk_no, from_on) case_no, rule_no, desk_no, from_on, to_on, at_on
  from hop order by case_no, rule_no, desk_no, from_on, round desc;
