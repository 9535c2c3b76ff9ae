-- RULES 4, meeting, state and standing.
-- A notice settles every occurrence up to the day it was received plus the window; of several, the first received that
-- reaches an occurrence met it. So each notice owns the days after the one before it.
create temporary table attendance on commit drop as
select case_no, notice_id, on_day, coalesce(lag(on_day) over (partition by case_no order by received_at, seq), '-infinity') as after_on
  from notice where duty = 'confirm_in_person';

create temporary table met_or_not on commit drop as
select d.case_no, d.rule_no, d.duty, d.key, d.unrolled_on, null::timestamptz as due_at,
       case when p.no is null then d.rolled_on else p.at_on end as due_on,
       coalesce(p.holds_today, false) as holds_today,
       n.notice_id, n.on_day as notice_on, null::boolean as in_time
  from rolled d
  join rule r on r.rule_no = d.rule_no
  left join put_off p on p.no = d.no
  left join attendance n on n.case_no = d.case_no and n.after_on < d.rolled_on - r.window_days and d.rolled_on - r.window_days <= n.on_day
 where d.duty = 'confirm_in_person'
 union all
select d.case_no, d.rule_no, d.duty, d.key, d.unrolled_on, null,
       case when p.no is null then d.rolled_on else p.at_on end,
       coalesce(p.holds_today, false),
       n.notice_id, n.on_day, null
  from rolled d
  left join put_off p on p.no = d.no
  left join first_notice n on n.case_no = d.case_no and n.duty = d.duty and n.about = d.about
 where d.duty <> 'confirm_in_person'
 union all
select d.case_no, d.rule_no, y.duty, d.trip_id, d.unrolled_on, d.due_at, d.due_on, false,
       n.notice_id, n.on_day, n.received_at <= d.due_at
  from departure_duty d
 cross join lateral (select case d.kind when 'abroad' then 'notify_travel_abroad' else 'notify_absence' end as duty) y
  left join first_notice n on n.case_no = d.case_no and n.duty = y.duty and n.about = d.trip_id;

create temporary table duty on commit drop as
with repeated as (
  -- Confirmations still unmet that come to one date: only the earliest before rolling is kept.
  select case_no, due_on, min(unrolled_on) as kept_on
    from met_or_not where duty = 'confirm_in_person' and notice_id is null
   group by case_no, due_on having count(*) > 1
), dropped as (
  select d.case_no, d.unrolled_on
    from met_or_not d
    join repeated o on o.case_no = d.case_no and coalesce(o.due_on, 'infinity') = coalesce(d.due_on, 'infinity') and d.unrolled_on > o.kept_on
   where d.duty = 'confirm_in_person' and d.notice_id is null
)
select d.case_no, d.duty, d.key, d.unrolled_on, d.due_on, d.due_at, d.notice_id, s.state
  from met_or_not d
  join registration g on g.case_no = d.case_no
  join rule r on r.rule_no = g.rule_no
 cross join lateral (select case
         when d.notice_id is not null then case when coalesce(d.in_time, d.notice_on <= d.due_on, true) then 'met' else 'met_late' end
         when g.status = 'ended' then case when d.due_on < g.ends_on then 'unmet' end
         when d.due_on is null or d.holds_today then 'paused'
         when d.due_on < g.day then 'overdue'
         when d.due_on <= g.day + r.soon_days then 'due'
         else 'not_due' end as state) s
 where s.state is not null
   and (d.duty <> 'confirm_in_person' or (d.case_no, d.unrolled_on) not in (select case_no, unrolled_on from dropped));

-- Visits that tell nothing: those on a day, first and last included, on which the person was rightly elsewhere.
create temporary table missed_visit on commit drop as
with elsewhere as (
  select case_no, from_on, to_on from spell where kind in ('custody', 'hospital', 'no_fixed_abode')
   union all
  select a.case_no, a.from_on, a.to_on from away a join governed g on g.case_no = a.case_no and g.rule_no = a.rule_no and g.is_of_the_day
   union all
  select t.case_no, t.departs_on, coalesce(t.returns_on, t.departs_on + r.cap_days)
    from trip t
    join registration g on g.case_no = t.case_no
    join rule r on r.rule_no = g.rule_no
    join first_notice n on n.case_no = t.case_no and n.duty = 'notify_absence' and n.about = t.trip_id and n.received_at < t.departs_at
   where t.kind = 'inside'
), last as (
  select distinct on (v.case_no) v.case_no, v.on_day, v.result
    from given_visit v
    join registration g on g.case_no = v.case_no and v.on_day <= g.day and v.on_day >= g.released_on
   where not exists (select from elsewhere e where e.case_no = v.case_no and v.on_day between e.from_on and e.to_on)
   order by v.case_no, v.on_day desc, v.seq desc
)
select l.case_no from last l
 where l.result = 'not_at_address' and not exists (select from notice n where n.case_no = l.case_no and n.on_day >= l.on_day);

create temporary table standing on commit drop as
select g.case_no, case
         when g.status <> 'active' then g.status
         when c.case_no is not null then 'in_custody'
         when a.case_no is not null then 'abroad'
         when v.case_no is not null then 'whereabouts_unknown'
         when d.case_no is not null then 'late'
         else 'compliant' end as standing
  from registration g
  left join spell c on c.case_no = g.case_no and c.kind = 'custody' and c.from_on <= g.day and g.day < c.to_on
  left join away a on a.case_no = g.case_no and a.rule_no = g.rule_no and a.from_on <= g.day and g.day < a.to_on
  left join missed_visit v on v.case_no = g.case_no
  left join (select distinct case_no from duty where state = 'overdue') d on d.case_no = g.case_no;
