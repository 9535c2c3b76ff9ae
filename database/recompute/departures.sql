-- RULES 4, the duties that fall before a departure, and the times abroad that put other duties off.
create temporary table served on commit drop as
select f.case_no, f.duty, f.at, pg_temp.pakistan_day(f.at) as on_day
  from (select s.case_no, s.duty, min(s.at) as at
          from given_served s join registration g on g.case_no = s.case_no and s.at < g.day_over_at
         group by s.case_no, s.duty) f;

create temporary table notice on commit drop as
select n.case_no, n.duty, n.about, n.notice_id, n.received_at, n.seq, pg_temp.pakistan_day(n.received_at) as on_day
  from given_notice n
  join registration g on g.case_no = n.case_no and n.received_at < g.day_over_at;

create temporary table first_notice on commit drop as
select distinct on (case_no, duty, about) case_no, duty, about, notice_id, received_at, on_day
  from notice where duty <> 'confirm_in_person' and about is not null
 order by case_no, duty, about, received_at, seq;

create temporary table trip on commit drop as
select t.case_no, t.trip_id, t.kind, t.departs_at, t.returns_at, l.departs_on,
       pg_temp.pakistan_day(t.returns_at) as returns_on
  from given_trip t
  join registration g on g.case_no = t.case_no and g.registrable = 'yes'
 cross join lateral (select pg_temp.pakistan_day(t.departs_at) as departs_on,
                            pg_temp.pakistan_day(t.cancelled_at) as cancelled_on) l
 where not coalesce(t.cancelled_at < t.departs_at and l.cancelled_on <= g.day, false);

-- From filing to the event that ends it, for packs in which an appeal suspends.
create temporary table appeal_spell on commit drop as
with event as (
  select a.case_no, a.conviction_seq, a.event, a.on_day, a.seq
    from given_appeal a
    join registration g on g.case_no = a.case_no and a.on_day <= g.day
    join eligibility e on e.case_no = a.case_no and e.seq = a.conviction_seq and e.outcome = 'yes'
)
select f.case_no, f.on_day as from_on, coalesce(min(x.on_day), 'infinity') as to_on
  from event f
  left join event x on x.case_no = f.case_no and x.conviction_seq = f.conviction_seq and x.event <> 'filed'
   and (x.on_day, x.seq) > (f.on_day, f.seq)
 where f.event = 'filed'
 group by f.case_no, f.conviction_seq, f.seq, f.on_day;

create temporary table held on commit drop as
select case_no, rule_no, lower(part) as from_on, upper(part) as to_on
  from (select case_no, rule_no, range_agg(daterange(from_on, to_on)) as parts
          from (select g.case_no, g.rule_no, s.from_on, s.to_on
                  from governed g join spell s on s.case_no = g.case_no and s.kind in ('custody', 'hospital')
                 where g.case_no in (select case_no from trip)
                 union all
                select g.case_no, g.rule_no, a.from_on, a.to_on
                  from governed g join rule r on r.rule_no = g.rule_no and r.suspends join appeal_spell a on a.case_no = g.case_no) both_kinds
         group by case_no, rule_no) merged
 cross join unnest(parts) part;

create temporary table departure_duty on commit drop as
with owed as (
  select g.case_no, g.rule_no, g.desk_no, g.from_on as began_on, g.released_on, t.trip_id, t.kind, t.departs_at, t.departs_on,
         s.at as served_at, s.on_day as served_on
    from trip t
    join regime g on g.case_no = t.case_no and t.departs_on >= g.released_on and t.departs_on < g.ends_on
    join rule r on r.rule_no = g.rule_no
    join served s on s.case_no = t.case_no and t.departs_at >= s.at
     and s.duty = case t.kind when 'abroad' then 'notify_travel_abroad' else 'notify_absence' end
   where t.kind = 'abroad' or t.returns_at is null or t.returns_at - t.departs_at > make_interval(hours => r.absence_over_hours)
), set_first as (
  select o.*,
         case when o.kind = 'abroad' then greatest(o.departs_on - r.travel_days, o.served_on, o.released_on) end as base_on,
         case when o.kind = 'inside' then greatest(o.departs_at - make_interval(hours => r.absence_hours), o.served_at) end as base_at
    from owed o
    join rule r on r.rule_no = o.rule_no
), put_off as (
  select f.case_no, f.rule_no, f.desk_no, f.began_on, f.trip_id, f.kind, f.departs_on, f.departs_at,
         case when f.kind = 'abroad' then case when f.base_on < f.departs_on then least(coalesce(h.to_on, f.base_on), f.departs_on) else f.base_on end end as on_day,
         case when f.kind = 'inside' then least(coalesce(case when h.to_on = 'infinity' then f.departs_at
                                          else (h.to_on::timestamp - interval '5 hours') at time zone 'UTC' end, f.base_at), f.departs_at) end as at
    from set_first f
   cross join lateral (select coalesce(f.base_on, pg_temp.pakistan_day(f.base_at)) as on_day) b
    join rule r on r.rule_no = f.rule_no
    left join (
         select x.case_no, x.rule_no, x.from_on, x.to_on, 'abroad' as kind from held x
          union all
         select y.case_no, null, lower(part), upper(part), 'inside'
           from (select case_no, range_agg(daterange(from_on, to_on)) as parts from appeal_spell group by case_no) y
          cross join unnest(y.parts) part) h
      on h.case_no = f.case_no and h.kind = f.kind and (h.rule_no = f.rule_no or (f.kind = 'inside' and r.suspends))
     and h.from_on <= b.on_day and b.on_day < h.to_on
), chosen as (
  -- By the latest regime whose own answer does not lie before it began.
  select distinct on (case_no, kind, trip_id) *, coalesce(on_day, pg_temp.pakistan_day(at)) as unrolled_on
    from put_off
   where coalesce(on_day, pg_temp.pakistan_day(at)) >= began_on
   order by case_no, kind, trip_id, began_on desc
)
select c.case_no, c.rule_no, c.kind, c.trip_id, c.unrolled_on, c.at as due_at,
       case when c.kind = 'abroad' then case when w.at_on < c.departs_on then w.at_on else c.on_day end else c.unrolled_on end as due_on
  from chosen c
  left join calendar k on k.rule_no = c.rule_no and k.day = c.unrolled_on
  left join reopening o on o.case_no = c.case_no and o.rule_no = c.rule_no and o.desk_no = c.desk_no and o.from_on <= k.working_on and k.working_on < o.to_on
 cross join lateral (select case when o.case_no is null then k.working_on else o.at_on end as at_on) w;

-- Told in time: by the due date; where nothing was owed, before departure.
create temporary table away on commit drop as
select g.case_no, g.rule_no, lower(part) as from_on, upper(part) as to_on
  from (select case_no, rule_no, range_agg(daterange(from_on, to_on)) as parts
          from (select g.case_no, g.rule_no, s.from_on, s.to_on
                  from governed g join spell s on s.case_no = g.case_no and s.kind = 'abroad'
                 union all
                select g.case_no, g.rule_no, t.departs_on, coalesce(t.returns_on, t.departs_on + r.cap_days)
                  from trip t
                  join governed g on g.case_no = t.case_no
                  join rule r on r.rule_no = g.rule_no
                  join first_notice n on n.case_no = t.case_no and n.duty = 'notify_travel_abroad' and n.about = t.trip_id
                  left join departure_duty d on d.case_no = t.case_no and d.trip_id = t.trip_id and d.kind = 'abroad'
                 where t.kind = 'abroad'
                   and case when d.case_no is null then n.received_at < t.departs_at else n.on_day <= d.due_on end) both_kinds
         group by case_no, rule_no) g
 cross join unnest(parts) part;
