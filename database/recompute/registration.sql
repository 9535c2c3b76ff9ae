-- RULES 2 and 3: both tests of each conviction, its outcome, and the registration of each person on the day asked.
-- The pack in force on the day asked decides.
create temporary table asked on commit drop as
select k.case_no, k.day, k.set_no, k.born_on, r.rule_no
  from given_case k
  join rule r on r.set_no = k.set_no and r.from_on <= k.day and r.next_from_on > k.day;

create temporary table spell on commit drop as
select case_no, kind, lower(part) as from_on, upper(part) as to_on
  from (select case_no, kind, range_agg(daterange(from_on, to_on)) as parts from given_interval group by case_no, kind) merged
 cross join unnest(parts) part;

create temporary table offence_outcome on commit drop as
select c.case_no, c.seq, c.offence_seq, c.conviction_id, c.convicted_on, t.s2h, t.s24,
       case
         when c.disposal = any (r.no_conviction) then 'no'
         when c.juvenile or adult.on_day > c.offence_on then 'no'
         when not c.country = any (r.countries) then 'no'
         when c.jurisdiction = any (r.review_places) then 'review'
         when c.convicted_on < r.entries_from then 'no'
         when v.void_no > coalesce(v.restored_no, 0) then 'void'
         when t.is_out_of_force then 'review'
         when case r.policy when 'either' then t.s2h or t.s24 when 'both' then t.s2h and t.s24
                            when 's2h_only' then t.s2h else t.s24 end then 'yes'
         else 'no'
       end as outcome
  from given_conviction c
  join asked k on k.case_no = c.case_no and c.convicted_on <= k.day
  join rule r on r.rule_no = k.rule_no
  left join given_offence f on f.offence = c.offence
 cross join lateral (
       select (k.born_on + make_interval(years => r.adult_years))::date as clamped_on) b
 cross join lateral (
       select b.clamped_on + case when date_part('day', k.born_on) = 29 and date_part('day', b.clamped_on) = 28
                                   and date_part('month', k.born_on) = 2 then 1 else 0 end as on_day) adult
 cross join lateral (
       select c.offence = any (r.s2h) as s2h,
              c.offence = any (r.scheduled) and c.victim = any (r.victims) as s24,
              c.offence = any (r.scheduled) and (c.offence_on < f.from_on or c.offence_on >= f.until_on) as is_out_of_force) t
  left join (
       select a.case_no, a.conviction_seq,
              max(x.no) filter (where a.event = any (y.voiding)) as void_no,
              max(x.no) filter (where a.event = 'restored') as restored_no
         from given_appeal a
         join asked q on q.case_no = a.case_no and a.on_day <= q.day
         join rule y on y.rule_no = q.rule_no
        cross join lateral (select (a.on_day - date '0001-01-01')::bigint * 1000000 + a.seq + 1 as no) x
        group by a.case_no, a.conviction_seq) v on v.case_no = c.case_no and v.conviction_seq = c.seq;

-- A conviction counts once, by the offence that decides it.
create temporary table eligibility on commit drop as
select distinct on (case_no, seq) case_no, seq, conviction_id, convicted_on, s2h, s24, outcome
  from offence_outcome
 order by case_no, seq, array_position(array['yes', 'review', 'void', 'no'], outcome), offence_seq;

-- Release: the end of the first custody that may have served the conviction. Merged custody never overlaps, so the first
-- to begin is the first to end.
create temporary table released on commit drop as
select e.case_no, e.seq, e.convicted_on, coalesce(min(s.to_on), e.convicted_on) as on_day
  from eligibility e
  join asked k on k.case_no = e.case_no
  join rule r on r.rule_no = k.rule_no
  left join spell s on s.case_no = e.case_no and s.kind = 'custody'
   and s.to_on >= e.convicted_on and s.from_on <= e.convicted_on + r.surrender_days
 where e.outcome = 'yes'
 group by e.case_no, e.seq, e.convicted_on;

-- End: custody counts while it begins before the end reached so far, so what counts is the longest unbroken beginning
-- of the list; a running sum and a running "all so far" find it without a loop.
create temporary table span on commit drop as
with base as (
  select l.case_no, l.seq, l.convicted_on, l.on_day, r.custody_extends,
         case when l.on_day = 'infinity' then l.on_day
              else (l.on_day + make_interval(years => r.period_years))::date end as base_on
    from released l
    join asked k on k.case_no = l.case_no
    join rule r on r.rule_no = k.rule_no
), later as (
  select b.case_no, b.seq, b.base_on, s.from_on, s.to_on,
         coalesce(sum(s.to_on - s.from_on) filter (where s.to_on < 'infinity') over (
           partition by b.case_no, b.seq order by s.from_on rows between unbounded preceding and 1 preceding), 0) as days_before
    from base b
    join spell s on s.case_no = b.case_no and s.kind = 'custody' and s.from_on >= b.on_day
   where b.custody_extends and b.on_day < 'infinity'
), counted as (
  select *, bool_and(from_on < base_on + days_before::integer) over (partition by case_no, seq order by from_on) as is_counted
    from later
), added as (
  select case_no, seq, sum(case when to_on < 'infinity' then to_on - from_on end) as days, bool_or(to_on = 'infinity') as is_open
    from counted where is_counted group by case_no, seq
)
select b.case_no, b.convicted_on, b.on_day as released_on,
       case when b.on_day = 'infinity' or a.is_open then 'infinity'::date
            else b.base_on + coalesce(a.days, 0)::integer end as ends_on
  from base b
  left join added a on a.case_no = b.case_no and a.seq = b.seq;

create temporary table registration on commit drop as
with reached as (
  -- The last day that any span before this one reaches: where it lies before the span begins, another registration begins.
  select case_no, convicted_on, ends_on,
         max(ends_on) over (partition by case_no order by convicted_on rows between unbounded preceding and 1 preceding) as before_on
    from span
), last as (
  select case_no, max(convicted_on) filter (where before_on is null or before_on < convicted_on) as starts_on, max(ends_on) as ends_on
    from reached group by case_no
), released as (
  select l.case_no, min(s.released_on) as released_on
    from last l join span s on s.case_no = l.case_no and s.convicted_on >= l.starts_on
   group by l.case_no
), outcomes as (
  select case_no, bool_or(outcome = 'review') as has_review, bool_or(outcome = 'void') as has_void from eligibility group by case_no
)
select k.case_no, k.day, ((k.day + 1)::timestamp - interval '5 hours') at time zone 'UTC' as day_over_at, k.set_no, k.rule_no, l.starts_on, l.ends_on,
       nullif(d.released_on, 'infinity') as released_on,
       case when l.case_no is null then case when o.has_review then 'review' when o.has_void then 'void' else 'not_registrable' end
            when k.day >= l.ends_on then 'ended' else 'active' end as status,
       case when l.case_no is not null then 'yes' when o.has_review then 'review' else 'no' end as registrable
  from asked k
  left join last l on l.case_no = k.case_no
  left join released d on d.case_no = k.case_no
  left join outcomes o on o.case_no = k.case_no;
